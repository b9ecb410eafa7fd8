import { describe, expect, test } from 'vitest';
import type { Effect, Fault } from '../support/github/index.js';
import { rehearse } from './rehearsal.js';

const FOR_EVER = Number.POSITIVE_INFINITY;

function answer(status: number, message: string): Effect {
  return {
    answer: { status, body: { message, documentation_url: 'https://docs.github.com/rest' } },
  };
}

const MOVED: Effect = { answer: { status: 301, body: { message: 'Moved Permanently' } } };

describe('a permission that is missing', () => {
  const endpoints = [
    ['contents', 'GET', /\/branches\/main$/, 1],
    ['issues', 'POST', /\/issues\/1\/reactions$/, 1],
    ['issues', 'GET', /\/issues\/1\/comments$/, 1],
    ['issues', 'POST', /\/issues\/1\/comments$/, 1],
    ['pull-requests', 'POST', /\/pulls$/, 1],
    ['contents', 'POST', /\/git\/(?:blobs|trees)$/, 1],
    ['contents', 'GET', /\/git\/trees\//, 1],
    ['contents', 'POST', /\/git\/trees$/, 1],
    ['contents', 'POST', /\/git\/commits$/, 1],
    ['contents', 'POST', /\/git\/refs$/, 1],
    ['pull-requests', 'POST', /\/pulls$/, 2],
  ] as const;
  const refusals = [
    ['403', answer(403, 'Resource not accessible by integration')],
    ['404', answer(404, 'Not Found')],
  ] as const;
  const cases = endpoints.flatMap(([permission, method, path, nth]) =>
    refusals.map(([status, effect]) => ({ permission, method, path, nth, status, effect })),
  );

  test.each(cases)(
    'S32 is named, with the lines to add: $permission, $status of $method $path, request $nth',
    async ({ permission, method, path, nth, status, effect }) => {
      const { github, run } = await rehearse();
      // Only a later run looks for a comment.
      if (method === 'GET' && String(path).includes('comments')) await run();
      // A branch that is not found is looked for in other ways before that is said.
      const others: Fault[] = String(path).includes('branches')
        ? [{ method: 'GET', path: /\/git\/matching-refs/, times: FOR_EVER, effect }]
        : [];
      for (const fault of [{ method, path, nth, times: FOR_EVER, effect }, ...others]) github.fault(fault);
      const { outcome, waits } = await run();
      expect(outcome.problem?.what).toContain(`\`${permission}: write\``);
      expect(outcome.problem?.snippet?.text).toBe(
        'permissions:\n  contents: write\n  issues: write\n  pull-requests: write',
      );
      // What we made just now may take a moment to be found; a refusal is never asked for twice.
      expect(waits).toEqual(status === '404' ? expect.toBeOneOf([[], [1_000, 2_000, 4_000]]) : []);
    },
  );
});

describe('a state that changes during the run', () => {
  const ISSUE = /\/issues\/(?:1(?:\/|$)|comments\/)/;
  const states: readonly [what: string, faults: readonly Fault[], ends: 'with a pull request' | 'there'][] = [
    [
      'locked',
      [
        {
          method: /POST|PATCH/,
          path: ISSUE,
          effect: answer(403, 'Unable to create comment because issue is locked.'),
        },
      ],
      'with a pull request',
    ],
    ['deleted', [{ path: ISSUE, effect: answer(410, 'This issue was deleted') }], 'with a pull request'],
    ['transferred', [{ path: ISSUE, effect: MOVED }], 'with a pull request'],
    [
      'without issues',
      [{ path: ISSUE, effect: answer(410, 'Issues are disabled for this repo') }],
      'with a pull request',
    ],
    [
      'archived',
      [{ method: /POST|PATCH/, effect: answer(403, 'Repository was archived so is read-only.') }],
      'there',
    ],
    ['deleted as a whole', [{ effect: answer(404, 'Not Found') }], 'there'],
    ['renamed', [{ effect: MOVED }], 'there'],
  ];

  test.each(states)('S33 at each request: %s', { timeout: 120_000 }, async (what, faults, ends) => {
    const clean = await rehearse();
    await clean.run();
    const requests = clean.github.requests().length;
    expect(requests).toBeGreaterThan(12);
    // Every third point, and another third for the next state: together they have all.
    for (let from = states.findIndex(([name]) => name === what) % 3; from < requests; from += 3) {
      const { github, run } = await rehearse();
      const begin = () => {
        for (const fault of faults) github.fault({ ...fault, times: FOR_EVER });
      };
      if (from === 0) begin();
      else github.fault({ nth: from, effect: { after: begin } });
      const { outcome, calls, log } = await run();
      const where = `${what} after request ${from}`;
      expect(outcome.problem?.what ?? '', where).not.toMatch(/should not/);
      const tree = (await github.branches()).includes('smol/issue-1')
        ? await github.tree('smol/issue-1')
        : null;
      if (tree !== null) expect(Object.keys(tree), where).toHaveLength(4);
      if (calls === 0) {
        expect(outcome.status, where).toBe('failed');
        expect(tree, where).toBeNull();
      }
      if (calls > 0 && ends === 'with a pull request') {
        const [pull] = await github.pullRequests();
        expect(pull?.body ?? `no pull request: ${outcome.problem?.what}`, where).toContain('Contract');
        expect(outcome.problem, where).toBeNull();
        const isToldAtTheEnd = log.some((line) => /could not be brought up to date/.test(line));
        if (from < requests - 2) expect(isToldAtTheEnd, where).toBe(true);
      }
    }
  });
});

test.each([
  ['the comment', 'POST', /\/issues\/1\/comments$/, /\/issues\/1\/comments$/, 2],
  ['the branch', 'POST', /\/git\/refs$/, /\/git\/matching-refs\//, 1],
] as const)(
  'S62 %s, made although the answer was lost, and not listed yet, is there once',
  async (_, method, path, list, times) => {
    const { github, run } = await rehearse();
    github.fault({ method, path, effect: { answerAfter: { status: 502, body: {} } } });
    github.fault({ method: 'GET', path: list, times, effect: { answer: { status: 200, body: [] } } });
    const { outcome } = await run();
    expect(outcome.problem).toBeNull();
    const own = (await github.comments(1)).filter(({ authorType }) => authorType === 'Bot');
    expect(own.map(({ body }) => body)).toEqual([expect.stringContaining('ready for review')]);
    expect(await github.branches()).toEqual(['main', 'smol/issue-1']);
    expect(await github.commits('smol/issue-1')).toHaveLength(2);
    expect(await github.pullRequests()).toHaveLength(1);
  },
);

test('S61 a hundred files take at most 20 requests, of which at most 10 write anything', async () => {
  const paths = Array.from({ length: 100 }, (_, index) => `src/part-${index}.js`);
  const app = {
    plan: `# Parts\nA hundred of them.\n\n## Files\n${paths.map((path) => `- \`${path}\` (~9 lines) – a part.`).join('\n')}\n`,
    files: Object.fromEntries(paths.map((path) => [path, `export const name = '${path}';\n`])),
  };
  const { github, run } = await rehearse({ app });
  const { outcome, calls } = await run();
  expect(outcome.problem).toBeNull();
  expect(calls).toBe(101);
  const requests = github.requests();
  expect(requests.length).toBeLessThanOrEqual(20);
  expect(
    requests.filter(({ method, status }) => method !== 'GET' && status < 300).length,
  ).toBeLessThanOrEqual(10);
  expect(Object.keys(await github.tree('smol/issue-1'))).toHaveLength(101);
});

test.each(['trunk', 'release/1.x', 'fix#12', 'grün'])(
  'S25 S26 the default branch may be called %s; nothing is written to it',
  async (defaultBranch) => {
    const { github, run } = await rehearse({ defaultBranch });
    const before = await github.head(defaultBranch);
    const { outcome } = await run();
    expect(outcome.problem).toBeNull();
    expect((await github.pullRequests()).map(({ base }) => base.ref)).toEqual([defaultBranch]);
    expect(await github.head(defaultBranch)).toEqual(before);
    expect((await github.head('smol/issue-1'))?.parents).toEqual([before?.sha]);
  },
);
