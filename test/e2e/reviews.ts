import { ticTacToe } from '../support/apps/index.js';
import { type AppChanges, appAnswers, type ChatRequest } from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { built, type Scene, type SceneOptions } from './scene.js';
import { wordsOf } from './told.js';

/** What is said about tic-tac-toe, and what the model makes of it. */

export const NEXT_ROUND = {
  'index.html': edit('>New round<', '>Next round<', 'index.html'),
  'README.md': edit('**New round**', '**Next round**', 'README.md'),
};

export const CHANGE = `## Change

- The button \`#new-round\` says "Next round".

## Files

- \`index.html\` – change – the button's words.
- \`README.md\` – change – the button's new name.

## Replies

1. The button says "Next round" now.
`;

/** The two files of `NEXT_ROUND` in a plan of a change. */
export const EDITED = ['`index.html` – change – the button.', '`README.md` – change – the button.'];

/** A line of the app that remarks are made on. */
export const LINE = { path: 'index.html', line: 16 };

/** One edit: the line that has `old` in it, with `fresh` instead. */
export function edit(old: string, fresh: string, path: keyof typeof ticTacToe.files): string {
  const line = (ticTacToe.files[path] ?? '').split('\n').find((each) => each.includes(old)) ?? old;
  return `<<<<<<< SEARCH\n${line}\n=======\n${line.replace(old, fresh)}\n>>>>>>> REPLACE\n`;
}

/** A plan of a change. @param files lines of its list. */
export function change(files: readonly string[], replies: readonly string[]): string {
  const list = files.length === 0 ? 'None' : files.map((file) => `- ${file}`).join('\n');
  const numbered = replies.map((reply, index) => `${index + 1}. ${reply}`).join('\n');
  return `## Change\n\n## Files\n\n${list}\n\n## Replies\n\n${numbered}\n`;
}

/** One reply for each remark that is asked about. */
export function answerAll(files: readonly string[]) {
  return ({ messages }: ChatRequest): string =>
    change(
      files,
      remarksIn(wordsOf(messages)).map((text) => `Done: ${text}`),
    );
}

/** What `answerAll` answers, and the edits that come with it. */
export const ALL_ANSWERED: AppChanges = { change: answerAll(EDITED), edits: NEXT_ROUND };

/** The remarks of a request, in order: each is the last line before the next. */
export function remarksIn(words: string): string[] {
  const section = words.split('Remarks of the people who reviewed the result:\n\n')[1] ?? '';
  return [...section.matchAll(/REMARK-\d+/g)].map(([text]) => text);
}

/** Issue 1 is built, pull request 2 is open, and the model knows what to change. */
export function proposed(
  changes: AppChanges = { change: CHANGE, edits: NEXT_ROUND },
  options: SceneOptions = {},
): Promise<Scene> {
  return built({ answer: appAnswers(ticTacToe, changes), env: NO_WAITING, ...options });
}
