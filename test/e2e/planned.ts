import { expect } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { type AppChanges, appAnswers } from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { type Ran, type Scene, type SceneOptions, stage } from './scene.js';
import { pathOf, wordsOf } from './told.js';

/** A plan that waits in a comment, and what people do to it. */

/** A plan waits on issue 1. */
export async function planned(options: SceneOptions & { changes?: AppChanges } = {}): Promise<Scene> {
  const { changes, ...rest } = options;
  const scene = await stage({
    answer: appAnswers(ticTacToe, changes),
    inputs: { approval: 'plan' },
    env: NO_WAITING,
    ...rest,
  });
  expect((await scene.prepare(1)).status).toBe('planned');
  return scene;
}

/** Has somebody edit the plan's comment. */
export async function edit({ github }: Scene, change: (body: string) => string, by = 'bea'): Promise<void> {
  const [status] = (await github.comments(1)).filter(({ authorType }) => authorType === 'Bot');
  const body = change(status?.body ?? '');
  expect(body).not.toBe(status?.body);
  await github.editComment(status?.id ?? 0, body, by);
}

/** Has somebody lose their write access. */
export function mayOnlyRead({ github }: Scene, login: string): void {
  github.fault({
    path: new RegExp(`/collaborators/${login}/permission$`),
    times: Number.POSITIVE_INFINITY,
    effect: { answer: { status: 200, body: { permission: 'read', role_name: 'read', user: null } } },
  });
}

/** The plan that the files were made by. */
export function planOf({ calls }: Ran): string {
  return wordsOf(calls.find((call) => pathOf(call) !== null) ?? []);
}

/** What somebody makes of the comment. */
export type Edit = (body: string) => string;

/** What people do to the plan's comment: a file, or all of it, is then … */
export const EDITS = {
  unticked: (body) => body.replace('- [x] `style.css`', '- [ ] `style.css`'),
  deleted: (body) => body.replace(/- \[x\] `style\.css`.*\n/, ''),
  added: (body) => body.replace('- [x] `README.md`', '- [x] `rules.md` – the rules\n- [x] `README.md`'),
  renamed: (body) => body.replace('- [x] `game.js`', '- [x] `play.js`'),
  'said in other words': (body) => body.replace('layout of page and board', 'a dark layout'),
  'given another contract': (body) => body.replace('X begins the first round', 'O begins the first round'),
  'left with no file': (body) => body.replaceAll('- [x]', '- [ ]'),
} satisfies Record<string, Edit>;

/** Our first line gone, by which we know a comment of ours. */
export const withoutMarker: Edit = (body) => body.replace(/^<!--.*-->\n/, '');

/** The files that a run asked for. */
export const filesOf = ({ calls }: Ran) => [...new Set(calls.map(pathOf))].sort();
/** The files of the plan as the model made it. */
export const ALL = ['README.md', 'game.js', 'index.html', 'style.css'];
