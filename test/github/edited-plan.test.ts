import { expect, test } from 'vitest';
import type { GitHub } from '../../src/github/api/client.js';
import { createSecrets } from '../../src/github/api/secrets.js';
import { readEditedPlan } from '../../src/github/asked/edited-plan.js';
import { NO_RECORD } from '../../src/github/saved/checkpoint.js';
import { renderPlanComment } from '../../src/report/plan-comment.js';
import { file, view } from '../report/views.js';

const waiting = view({
  phase: 'planned',
  quote: { tokens: 9_000, costUsd: null },
  files: ['app.js', 'store.js', 'index.html'].map((path) => file(path, { state: 'waiting', lines: null })),
});
const body = renderPlanComment(waiting);
const record = { ...NO_RECORD, plan: waiting.planText, shown: body.slice(body.indexOf('\n') + 1) };
const edited = body.replace('- [x] `index.html`', '- [ ] `index.html`');

const OWN = { login: 'github-actions', databaseId: 1 };
const ANN = { login: 'ann', databaseId: 2 };

/** GitHub, as far as who edited a comment and who may write: `ann`. */
function githubWhere(...edits: { editedAt: string; editor: typeof OWN | null }[]): GitHub {
  const answer = { viewer: { databaseId: 1 }, node: { userContentEdits: { nodes: edits } } };
  const permissionOf = async ({ username }: { username: string }) => ({
    data: { permission: username === 'ann' ? 'write' : 'read' },
  });
  const github = {
    repo: { owner: 'octo', repo: 'app' },
    graphql: async () => answer,
    rest: { repos: { getCollaboratorPermissionLevel: permissionOf } },
  };
  return github as unknown as GitHub;
}

const read = (github: GitHub, text = edited, updatedAt = '2026-11-26T10:00:05Z') =>
  readEditedPlan(
    { github, secrets: createSecrets([]) },
    {
      id: 1,
      nodeId: 'IC_1',
      url: '',
      body: text,
      updatedAt,
      mark: { issueNumber: 12, checkpoint: null, handled: [], usage: null },
      accountId: 1,
    },
    record,
  );

const shown = { editedAt: '2026-11-26T10:00:00Z', editor: OWN };
const hers = { editedAt: '2026-11-26T10:00:05Z', editor: ANN };

test('an edit of somebody who may write counts', async () => {
  expect(await read(githubWhere(shown, hers))).toMatchObject({
    sentences: [expect.stringContaining('`index.html`')],
    note: null,
  });
});

test('S21 it counts although another run of ours has written the comment since it was read', async () => {
  const later = { editedAt: '2026-11-26T10:00:06Z', editor: OWN };
  expect(await read(githubWhere(later, shown, hers))).toMatchObject({ note: null });
});

test.each<[string, typeof OWN | null]>([
  ['a stranger', { login: 'stranger', databaseId: 3 }],
  ['a person who has the name of our app', { login: 'github-actions', databaseId: 4 }],
  ['somebody who is gone', null],
])('S18 an edit of %s does not, and that is said', async (_, editor) => {
  const edit = { editedAt: '2026-11-26T10:00:04Z', editor };
  expect(await read(githubWhere(shown, edit, hers))).toMatchObject({ plan: null, note: expect.any(String) });
});

test('S18 a text that nobody is known to have written does not', async () => {
  expect(await read(githubWhere(shown))).toMatchObject({ plan: null, note: expect.any(String) });
});

test('a comment as we wrote it is no edit, and nobody is asked about', async () => {
  const github = { graphql: () => Promise.reject(new Error('asked')) } as unknown as GitHub;
  expect(await read(github, body)).toBeNull();
});
