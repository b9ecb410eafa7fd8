import { describe, expect, test } from 'vitest';
import {
  type Effect,
  type Fault,
  type GitHub,
  type GitHubOptions,
  primaryRateLimit,
  secondaryRateLimit,
  serverError,
  serverErrorAfter,
} from '../support/github/index.js';
import { NO_WAITING, waitsOf } from './no-waiting.js';
import { type Scene, stage } from './scene.js';

const FOR_EVER = Number.POSITIVE_INFINITY;
const PAGE = '<!DOCTYPE html><html><body>Sign in to the network</body></html>';

const BRANCH = /\/branches\/main$/;
const REACTIONS = /\/issues\/1\/reactions$/;
const COMMENTS = /\/issues\/1\/comments$/;
const COMMENT = /\/issues\/comments\/\d+$/;
const TREES = /\/git\/trees$/;
const COMMITS = /\/git\/commits$/;
const REFS = /\/git\/refs$/;
const PULLS = /\/pulls$/;
const EVERYTHING = /./;

/** An answer of GitHub's in its usual form. */
function answer(status: number, message: string, errors?: readonly object[]): Effect {
  const body = { message, ...(errors && { errors }), documentation_url: 'https://docs.github.com/rest' };
  return { answer: { status, body } };
}

/** What a gateway in front of GitHub shows. */
const page = (status: number): Effect => ({ answer: { status, body: PAGE } });
const pageAfter = (status: number): Effect => ({ answerAfter: { status, body: PAGE } });
const moved: Effect = {
  answer: {
    status: 301,
    headers: { location: 'http://127.0.0.1:9/repositories/7' },
    body: { message: 'Moved Permanently' },
  },
};

type Row = {
  readonly what: string;
  readonly faults: readonly Fault[] | ((github: GitHub) => readonly Fault[]);
  readonly options?: GitHubOptions;
  readonly inputs?: Record<string, string>;
  /** How often a request was made. */
  readonly requests?: readonly [method: string, path: RegExp, count: number];
  /** Milliseconds between attempts. */
  readonly waits?: readonly number[];
  /** In the log. */
  readonly says?: RegExp;
  /** In the one comment of ours; `null`: no comment is possible. Default: what the log says. */
  readonly comment?: RegExp | null;
  /** Requests to the model. */
  readonly calls?: number;
  /** Branches besides `main`. */
  readonly branches?: readonly string[];
};

async function play(row: Row): Promise<{ scene: Scene; exitCode: number | null; log: string }> {
  const scene = await stage(row.options);
  const { github } = scene;
  const faults = typeof row.faults === 'function' ? row.faults(github) : row.faults;
  for (const fault of faults) github.fault(fault);
  const run = await scene.label(1, { env: NO_WAITING, inputs: row.inputs ?? {} });
  if (row.waits !== undefined) expect(waitsOf(run), run.log).toEqual(row.waits);
  if (row.requests !== undefined) {
    const [method, path, count] = row.requests;
    expect(countOf(github, method, path), run.log).toBe(count);
  }
  if (row.says !== undefined) expect(run.log).toMatch(row.says);
  // Whatever happens, nobody is shown the inside of the program.
  expect(run.log).not.toMatch(/should not|unexpected|^\s+at |<html>/m);
  if (row.calls !== undefined) expect(scene.modelCalls(), run.log).toBe(row.calls);
  const branches = row.branches ?? (run.exitCode === 0 ? ['smol/issue-1'] : []);
  expect((await github.branches()).filter((name) => name !== 'main')).toEqual(branches);
  const own = (await github.comments(1)).filter(({ authorType }) => authorType === 'Bot');
  if (row.comment === null) expect(own).toEqual([]);
  else {
    expect(own.map(({ body }) => body)).toEqual([expect.stringMatching(row.comment ?? row.says ?? /./)]);
  }
  return { scene, exitCode: run.exitCode, log: run.log };
}

function countOf(github: GitHub, method: string, path: RegExp): number {
  return github.requests().filter((request) => request.method === method && path.test(request.path)).length;
}

const times = (count: number, method: string, path: RegExp, effect: Effect, nth = 1): Fault => ({
  method,
  path,
  effect,
  nth,
  times: count,
});
const once = (method: string, path: RegExp, effect: Effect, nth = 1) => times(1, method, path, effect, nth);
const always = (method: string, path: RegExp, effect: Effect, nth = 1) =>
  times(FOR_EVER, method, path, effect, nth);

describe('a fault of GitHub’s that ends the run, red, with one sentence', () => {
  const rows: readonly Row[] = [
    {
      what: 'S60 the hourly limit, used up: the time is told, and nobody sleeps until then',
      faults: [always('GET', BRANCH, primaryRateLimit(2_400))],
      requests: ['GET', BRANCH, 1],
      waits: [],
      says: /limit of requests is used up for now\. .*after \d\d:\d\d UTC/s,
      comment: /after \d\d:\d\d UTC/,
      calls: 0,
    },
    {
      what: 'S3 S60 the hourly limit, used up when the permission is asked for',
      faults: [always('GET', /\/permission$/, primaryRateLimit(2_400))],
      requests: ['GET', /\/permission$/, 1],
      says: /after \d\d:\d\d UTC/,
      calls: 0,
    },
    {
      what: 'S3 a permission that cannot be looked up',
      faults: [always('GET', /\/permission$/, serverError(500))],
      requests: ['GET', /\/permission$/, 4],
      waits: [1_000, 2_000, 4_000],
      says: /did not say whether `ann` may start smol/,
      calls: 0,
    },
    {
      what: 'S60 a secondary limit that does not end: after a minute, then two',
      faults: [always('POST', TREES, secondaryRateLimit())],
      requests: ['POST', TREES, 3],
      waits: [60_000, 120_000],
      says: /limit of requests is used up/,
    },
    {
      what: 'S60 a 429 that asks for more time than a runner is paid for',
      faults: [
        always('POST', TREES, {
          answer: { status: 429, headers: { 'retry-after': '900' }, body: { message: 'Too many requests' } },
        }),
      ],
      requests: ['POST', TREES, 1],
      waits: [],
      says: /after \d\d:\d\d UTC/,
    },
    {
      what: 'a token that GitHub does not know',
      faults: [
        always('GET', EVERYTHING, answer(401, 'Bad credentials')),
        always('POST', EVERYTHING, answer(401, 'Bad credentials')),
      ],
      requests: ['GET', EVERYTHING, 1],
      says: /GitHub does not accept the token/,
      comment: null,
      calls: 0,
    },
    {
      what: 'a token that ends during the run',
      faults: [always('POST', TREES, answer(401, 'Bad credentials'))],
      requests: ['POST', TREES, 1],
      says: /GitHub does not accept the token/,
    },
    {
      what: 'a repository that the token cannot see',
      faults: [
        times(FOR_EVER, 'GET', EVERYTHING, answer(404, 'Not Found')),
        always('POST', EVERYTHING, answer(404, 'Not Found')),
      ],
      requests: ['GET', EVERYTHING, 2],
      waits: [],
      says: /cannot see the repository `octo\/app`/,
      comment: null,
      calls: 0,
    },
    {
      what: 'S24 an empty repository: a sentence in place of a first commit that nobody asked for',
      options: { empty: true },
      faults: [],
      requests: ['GET', /\/git\//, 1],
      waits: [],
      says: /repository is empty.* Add a first file/s,
      comment: /Add a first file/,
      calls: 0,
    },
    {
      what: 'S32 a private repository whose content the token may not read is not taken for an empty one',
      options: { permissions: { issues: 'write', pull_requests: 'write', metadata: 'read' } },
      faults: [
        always('GET', BRANCH, answer(404, 'Branch not found')),
        always('GET', /\/git\//, answer(404, 'Not Found')),
      ],
      says: /contents: write/,
      calls: 0,
    },
    {
      what: 'S33 an issue that has been deleted',
      faults: [always('POST', /\/issues\/1\//, answer(410, 'This issue was deleted'))],
      requests: ['POST', REACTIONS, 2],
      waits: [],
      says: /issue has been deleted/,
      comment: null,
      calls: 0,
    },
    {
      what: 'S33 an issue that has been transferred',
      faults: [always('POST', /\/issues\/1\//, moved)],
      says: /it was transferred, or its repository was renamed/,
      comment: null,
      calls: 0,
    },
    {
      what: 'S33 a repository that has been renamed',
      faults: [always('GET', EVERYTHING, moved), always('POST', EVERYTHING, moved)],
      says: /renamed, or moved to another owner/,
      comment: null,
      calls: 0,
    },
    {
      what: 'S33 a locked conversation',
      faults: [always('POST', COMMENTS, answer(403, 'Unable to create comment because issue is locked.'))],
      requests: ['POST', COMMENTS, 2],
      says: /conversation of the issue is locked.*Unlock it/s,
      comment: null,
      calls: 0,
    },
    {
      what: 'S33 a repository that is archived during the run',
      faults: [always('POST', TREES, answer(403, 'Repository was archived so is read-only.'))],
      requests: ['POST', TREES, 1],
      says: /archived/,
    },
    {
      what: 'words that nobody foresaw: they are passed on',
      faults: [always('POST', TREES, answer(403, 'Your IP address is not on the allow list of octo.'))],
      requests: ['POST', TREES, 1],
      says: /GitHub refused a request: Your IP address is not on the allow list of octo\./,
    },
    {
      what: 'a gateway that refuses with a page',
      faults: [always('POST', TREES, page(403))],
      requests: ['POST', TREES, 1],
      says: /GitHub refused a request: It answered 403 and did not say why/,
    },
    {
      what: 'S26 a ruleset: its words are passed on, and nothing else is written',
      faults: [
        always(
          'POST',
          REFS,
          answer(
            422,
            'Repository rule violations found\n\nCannot create ref due to creations being restricted.\n',
          ),
        ),
      ],
      requests: ['POST', REFS, 1],
      waits: [],
      says: /A rule of this repository refused the commit: Repository rule violations found Cannot create ref/,
    },
    {
      what: 'S26 a ruleset that GitHub tells of as forbidden',
      faults: [
        always('POST', REFS, answer(403, 'GH013: Repository rule violations found for refs/heads/x.')),
      ],
      requests: ['POST', REFS, 1],
      says: /A rule of this repository refused the commit: GH013/,
    },
    {
      what: 'S23 a branch that nothing can be put beside',
      inputs: { branch: 'app-{number}' },
      faults: (github) => [
        once('POST', REFS, { before: async () => void (await github.createBranch('app-1/docs')) }),
      ],
      says: /The branch `app-1` cannot be created, because another branch stands in its way/,
      branches: ['app-1/docs'],
    },
    {
      what: 'a title that GitHub finds too long: the branch stays',
      faults: [
        always(
          'POST',
          PULLS,
          answer(422, 'Validation Failed', [
            { resource: 'PullRequest', code: 'custom', field: 'title', message: 'title is too long' },
          ]),
          2,
        ),
      ],
      requests: ['POST', PULLS, 2],
      waits: [],
      says: /GitHub refused a request: Validation Failed: title is too long\./,
      branches: ['smol/issue-1'],
    },
    {
      what: 'a comment that GitHub finds too long',
      faults: [
        always(
          'POST',
          COMMENTS,
          answer(422, 'Validation Failed', [
            { resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long' },
          ]),
        ),
      ],
      says: /Validation Failed: Body is too long/,
      comment: null,
      calls: 0,
    },
    {
      what: 'a commit that GitHub never gets to know: asked for four times',
      faults: [always('POST', REFS, answer(422, 'Object does not exist'))],
      requests: ['POST', REFS, 4],
      waits: [1_000, 2_000, 4_000],
      says: /Object does not exist/,
    },
    {
      what: 'a gateway’s page with 502, four times',
      faults: [always('GET', BRANCH, page(502))],
      requests: ['GET', BRANCH, 4],
      waits: [1_000, 2_000, 4_000],
      says: /did not answer as it should, several times in a row/,
      calls: 0,
    },
    {
      what: 'a page with 200, four times',
      faults: [always('GET', BRANCH, page(200))],
      waits: [1_000, 2_000, 4_000],
      requests: ['GET', BRANCH, 4],
      says: /could not be reached.*What answered is not GitHub/s,
      calls: 0,
    },
    {
      what: 'a connection that breaks off, four times',
      faults: [always('GET', BRANCH, 'reset')],
      requests: ['GET', BRANCH, 4],
      says: /could not be reached, several times in a row: /,
      calls: 0,
    },
    {
      what: 'S59 a branch that is never made: nobody else is blamed',
      faults: [always('POST', REFS, serverError(503))],
      requests: ['POST', REFS, 4],
      waits: [1_000, 2_000, 4_000],
      says: /did not answer as it should/,
    },
    {
      what: 'S59 a pull request that is never made: the branch stays',
      faults: [always('POST', PULLS, serverError(503), 2)],
      requests: ['POST', PULLS, 5],
      says: /did not answer as it should/,
      branches: ['smol/issue-1'],
    },
  ];

  test.each(rows)('$what', async (row) => {
    const { exitCode, log } = await play(row);
    expect(exitCode, log).toBe(1);
  });
});

describe('a fault of GitHub’s that passes leaves one comment, one branch and one pull request', () => {
  /** A write that was applied, or was not, and how its answer was lost. */
  const WRITES = [
    ['the reaction', 'POST', REACTIONS, 1],
    ['the comment', 'POST', COMMENTS, 1],
    ['the first object', 'POST', /\/git\/(?:blobs|trees)$/, 1],
    ['the tree', 'POST', TREES, 1],
    ['the commit', 'POST', COMMITS, 1],
    ['the branch', 'POST', REFS, 1],
    ['the pull request', 'POST', PULLS, 2],
    ['the last word', 'PATCH', COMMENT, 1],
  ] as const;
  const LOST = [
    ['a 502 after', serverErrorAfter(502)],
    ['no answer after', 'drop'],
    ['a page with 200 after', pageAfter(200)],
    ['a page with 200 in place of', page(200)],
    ['a broken connection before', 'reset'],
  ] as const;
  const lost: readonly Row[] = WRITES.map(([name, method, path, nth], index) => {
    // Each write in each way would be 40 runs that say no more than these: the sweep has them all.
    const effects = LOST.filter((_, other) => (other + index) % LOST.length < 2);
    return {
      what: `S59 ${effects.map(([what]) => what).join(', then ')} ${name}`,
      faults: effects.map(([, effect], other) => once(method, path, effect, nth + other)),
    };
  });

  const rows: readonly Row[] = [
    ...lost,
    {
      what: 'S60 a secondary limit that names seconds',
      faults: [once('POST', COMMENTS, secondaryRateLimit(7))],
      requests: ['POST', COMMENTS, 2],
      waits: [7_000],
    },
    {
      what: 'S60 a secondary limit that names none: a minute',
      faults: [once('POST', REFS, secondaryRateLimit())],
      requests: ['POST', REFS, 2],
      waits: [60_000],
    },
    {
      what: 'S60 a 429',
      faults: [
        once(
          'POST',
          PULLS,
          {
            answer: { status: 429, headers: { 'retry-after': '3' }, body: { message: 'Too many requests' } },
          },
          2,
        ),
      ],
      requests: ['POST', PULLS, 3],
      waits: [3_000],
    },
    {
      what: 'S60 a comment that came too soon after others',
      faults: [
        once(
          'POST',
          COMMENTS,
          answer(422, 'Validation Failed', [
            {
              resource: 'IssueComment',
              code: 'unprocessable',
              field: 'data',
              message: 'was submitted too quickly',
            },
          ]),
        ),
      ],
      requests: ['POST', COMMENTS, 2],
      waits: [60_000],
    },
    {
      what: 'S62 a commit that GitHub does not know yet',
      faults: [times(2, 'POST', REFS, answer(422, 'Object does not exist'))],
      requests: ['POST', REFS, 3],
      waits: [1_000, 2_000],
    },
    {
      what: 'S62 a commit that is not found yet',
      faults: [times(2, 'POST', REFS, answer(404, 'Not Found'))],
      requests: ['POST', REFS, 3],
      waits: [1_000, 2_000],
    },
    {
      what: 'S62 a branch that GitHub does not know yet',
      faults: [
        times(
          2,
          'POST',
          PULLS,
          answer(422, 'Validation Failed', [{ resource: 'PullRequest', field: 'head', code: 'invalid' }]),
          2,
        ),
      ],
      requests: ['POST', PULLS, 4],
      waits: [1_000, 2_000],
    },
    {
      what: 'S62 a branch whose commit GitHub does not know yet',
      faults: [
        times(
          2,
          'POST',
          PULLS,
          answer(422, 'Validation Failed', [
            { resource: 'PullRequest', code: 'custom', message: 'No commits between main and smol/issue-1' },
          ]),
          2,
        ),
      ],
      requests: ['POST', PULLS, 4],
      waits: [1_000, 2_000],
    },
    {
      what: 'S62 a pull request that GitHub does not know yet',
      options: { labels: ['app'] },
      inputs: { labels: 'app' },
      faults: [
        once(
          'POST',
          /\/issues\/2\/labels$/,
          answer(422, "Could not resolve to a node with the global id of 'PR_1'."),
        ),
        once('POST', /\/issues\/2\/labels$/, answer(404, 'Not Found'), 2),
      ],
      requests: ['POST', /\/issues\/2\/labels$/, 3],
      waits: [1_000, 2_000],
    },
    {
      what: 'S29 S62 a pull request whose answer is lost, and which is not listed yet',
      faults: [
        once('POST', PULLS, serverErrorAfter(502), 2),
        times(2, 'GET', PULLS, { answer: { status: 200, body: [] } }),
      ],
      requests: ['POST', PULLS, 4],
      waits: [1_000, 2_000],
    },
    {
      what: 'S23 a branch below ours: our slash becomes a dash',
      faults: (github) => [
        once('POST', REFS, { before: async () => void (await github.createBranch('smol/issue-1/docs')) }),
      ],
      branches: ['smol-issue-1', 'smol/issue-1/docs'],
    },
    {
      what: 'S28 a branch that somebody makes at the last moment stays theirs',
      faults: (github) => [
        once('POST', REFS, { before: async () => void (await github.createBranch('smol/issue-1')) }),
      ],
      branches: ['smol/issue-1', 'smol/issue-1-2'],
    },
    {
      what: 'S29 a pull request that somebody opens at the last moment is taken over',
      faults: (github) => [
        once(
          'POST',
          PULLS,
          {
            before: async () =>
              void (await github.createPullRequest({ head: 'smol/issue-1', title: 'By hand', by: 'ann' })),
          },
          2,
        ),
      ],
    },
  ];

  test.each(rows)('$what', async (row) => {
    const { scene, exitCode, log } = await play({ ...row, comment: /ready for review/, calls: 5 });
    expect(exitCode, log).toBe(0);
    const pulls = await scene.github.pullRequests();
    expect(pulls.map(({ state, draft, base }) => ({ state, draft, base: base.ref }))).toEqual([
      { state: 'open', draft: false, base: 'main' },
    ]);
    expect(await scene.github.commits(pulls[0]?.head.ref ?? '')).toHaveLength(2);
  });

  test('S62 a comment that GitHub does not know yet is not written a second time', async () => {
    const { exitCode } = await play({
      what: '',
      options: { permissions: { contents: 'read', issues: 'write', pull_requests: 'write' } },
      faults: [times(2, 'PATCH', COMMENT, answer(404, 'Not Found'))],
      requests: ['PATCH', COMMENT, 3],
      waits: [1_000, 2_000],
      says: /contents: write/,
      calls: 0,
    });
    expect(exitCode).toBe(1);
  });
});
