import { ticTacToe } from '../support/apps/index.js';
import { type AppChanges, appAnswers } from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { built, type Scene, type SceneOptions, stage } from './scene.js';
import { answersOn, reactionsTo } from './told.js';

/** What commands are about: tic-tac-toe, and a model that knows one change of it, and one other plan. */

export const EDITS = {
  'README.md': `<<<<<<< SEARCH
A game for two people at one screen.
=======
A game for two.
>>>>>>> REPLACE`,
};

export const CHANGE = `## Change

## Files

- \`README.md\` – change – fewer words.

## Replies

1. It says less.
`;

export const AGAIN = ticTacToe.plan.replace(
  'what it is and how to play.',
  'what it is, how to play, and who made it.',
);

const CHANGES: AppChanges = { change: CHANGE, edits: EDITS, again: AGAIN };

/** Issue 1, where nothing was built yet. */
export function asked(changes: AppChanges = CHANGES, options: SceneOptions = {}): Promise<Scene> {
  return stage({ answer: appAnswers(ticTacToe, changes), env: NO_WAITING, ...options });
}

/** Issue 1 is built, and pull request 2 is open. */
export function developed(changes: AppChanges = CHANGES, options: SceneOptions = {}): Promise<Scene> {
  return built({ answer: appAnswers(ticTacToe, changes), env: NO_WAITING, ...options });
}

/** The newest comment of a person on an issue or pull request. */
export async function newest({ github }: Scene, number: number): Promise<number> {
  const said = (await github.comments(number)).filter(({ authorType }) => authorType === 'User');
  return said.at(-1)?.id ?? 0;
}

/** What was answered to the newest comment, and how it was marked. */
export async function answered(scene: Scene, number: number) {
  const id = await newest(scene, number);
  const answers = await answersOn(scene.github, number);
  return {
    reactions: await reactionsTo(scene.github, id),
    answers: answers.filter((body) => body.startsWith(`<!-- smol:v1 answer=${id} -->`)),
  };
}
