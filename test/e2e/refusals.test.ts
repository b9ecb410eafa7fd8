import { describe, expect, test } from 'vitest';
import { people } from '../github/people.js';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';

const CHANGE = '## Change\n\n## Files\n\nNone\n\n## Replies\n\n1. It is blue already.\n2. So is that.\n';

/** Issue 1 is built, and pull request 2 is open. */
async function built(options: Parameters<typeof people>[0] = {}) {
  const scene = await people({ answer: appAnswers(ticTacToe, { change: CHANGE }), ...options });
  const { outcome } = await scene.label(1);
  expect(outcome.status).toBe('created');
  return scene;
}
type Scene = Awaited<ReturnType<typeof built>>;

describe('S18 feedback that starts nothing: no model is asked, nothing is written, the run is green', () => {
  const cases: [
    string,
    (scene: Scene) => Promise<{ number: number; by?: string; meanwhile?: () => Promise<unknown> }>,
  ][] = [
    [
      'a fork’s pull request',
      async ({ github }) => {
        const { number } = await github.createForkPullRequest({
          owner: 'ann',
          branch: 'smol/issue-1',
          files: { 'index.html': '<p>\n' },
          title: 'From elsewhere',
          body: (await github.pullRequest(2)).body ?? '',
        });
        return { number };
      },
    ],
    [
      'a fork that is gone',
      async ({ github }) => {
        const { number } = await github.createForkPullRequest({
          owner: 'ann',
          branch: 'smol/issue-1',
          files: { 'index.html': '<p>\n' },
          title: 'From elsewhere',
          body: (await github.pullRequest(2)).body ?? '',
          gone: true,
        });
        return { number };
      },
    ],
    ['a closed one', async ({ github }) => ({ number: 2, meanwhile: () => github.closePullRequest(2) })],
    ['a merged one', async ({ github }) => ({ number: 2, meanwhile: () => github.mergePullRequest(2) })],
    [
      'one of a person, with our marker',
      async ({ github }) => {
        const { body } = await github.pullRequest(2);
        await github.createBranch('theirs', 'smol/issue-1');
        const { number } = await github.createPullRequest({
          head: 'theirs',
          title: 'Mine',
          body: body ?? '',
          by: 'ann',
        });
        return { number };
      },
    ],
    [
      'one without our marker',
      async ({ github }) => {
        await github.createBranch('theirs', 'smol/issue-1');
        const { number } = await github.createPullRequest({
          head: 'theirs',
          title: 'Mine',
          body: 'Hi',
          by: 'ann',
        });
        return { number };
      },
    ],
    [
      'ours, from which a person took the marker',
      async ({ github }) => ({
        number: 2,
        meanwhile: () => github.editIssue(2, { body: 'My own words.' }, 'ann'),
      }),
    ],
    ['a reviewer without write access', async () => ({ number: 2, by: 'stranger' })],
    ['a reviewer who may only label', async () => ({ number: 2, by: 'tri' })],
  ];

  test.each(cases)('S18 %s', async (_, prepare) => {
    const scene = await built({ collaborators: { ann: 'write', tri: 'triage' } });
    const { github } = scene;
    const { number, by = 'ann', ...acting } = await prepare(scene);
    const [review, command] = [
      await scene.review(number, { event: 'REQUEST_CHANGES', body: 'Make it blue.' }, { by, ...acting }),
      await scene.command(number, '/smol fix Make it blue.', { by }),
    ];
    const told = (await github.comments(number)).length;
    for (const { outcome, calls, writes } of [review, command]) {
      expect(outcome).toMatchObject({
        status: 'skipped',
        problem: null,
        notice: expect.stringMatching(/\.$/),
      });
      expect(calls).toEqual([]);
      expect(writes).toEqual([]);
    }
    expect((await github.comments(number)).length).toBe(told);
  });

  test.each(cases)(
    'S18 %s, where no secret is given either, as in the events of forks',
    async (_, prepare) => {
      const scene = await built({ collaborators: { ann: 'write', tri: 'triage' } });
      const { number, by = 'ann', ...acting } = await prepare(scene);
      const inputs = { 'api-key': '', 'base-url': '' };
      const { outcome, writes } = await scene.review(
        number,
        { body: 'Make it blue.' },
        { by, inputs, ...acting },
      );
      expect(outcome).toMatchObject({ status: 'skipped', problem: null });
      expect(writes).toEqual([]);
    },
  );
});
