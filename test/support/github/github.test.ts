import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  actionsMayNotOpenPullRequests,
  type Effect,
  type GitHub,
  primaryRateLimit,
  secondaryRateLimit,
  serverError,
  serverErrorAfter,
  startGitHub,
} from './index.js';
import { messages, send } from './send.js';
import { list, member } from './wire.js';

let github: GitHub;
let octokit: Octokit;
const quiet = () => {};
/** Octokit writes failures to the console, which here are wanted. */
const silent = { debug: quiet, info: quiet, warn: quiet, error: quiet };
const at = { owner: 'octo', repo: 'app' };

beforeEach(async () => {
  github = await startGitHub({ collaborators: { ann: 'write' } });
  octokit = new Octokit({
    auth: github.token,
    baseUrl: `${github.url}/api/v3`,
    log: silent,
  });
  await github.createIssue({ title: 'One', body: 'text', author: 'stranger' });
});
afterEach(() => github.close());

const comment = () => octokit.rest.issues.createComment({ ...at, issue_number: 1, body: 'x' });
const status = (call: Promise<{ status: number }>): Promise<unknown> =>
  call.then(
    (answer) => answer.status,
    (error: unknown) => member(error, 'status'),
  );

describe('faults', () => {
  const effects: [string, Effect, unknown, number][] = [
    ['an answer before', serverError(), 500, 0],
    ['an answer after', serverErrorAfter(), 502, 1],
    ['a refusal', actionsMayNotOpenPullRequests(), 403, 0],
    ['a lost answer', 'drop', 500, 1],
    ['a lost request', 'reset', 500, 0],
    ['a delay', { delay: 20 }, 201, 1],
  ];
  // Octokit reports a cut connection as status 500.
  test.each(effects)('%s', async (_name, effect, expected, written) => {
    github.fault({ method: 'POST', path: /\/issues\/1\/comments$/, effect });
    expect(await status(comment())).toBe(expected);
    expect(await github.comments(1)).toHaveLength(written);
    expect(await status(comment())).toBe(201);
  });

  test('hit the nth request, so many times', async () => {
    github.fault({ path: /comments$/, nth: 2, times: 2, effect: serverError(503) });
    const seen = [];
    for (let n = 0; n < 4; n += 1) seen.push(await status(comment()));
    expect(seen).toEqual([201, 503, 503, 201]);
    expect(github.requests().map((each) => each.status)).toEqual([201, 503, 503, 201]);
  });

  test('carry GitHub’s headers for rate limits', async () => {
    github.fault({ method: 'POST', effect: secondaryRateLimit(7) });
    await expect(comment()).rejects.toMatchObject({
      status: 403,
      response: { headers: { 'retry-after': '7' } },
    });
    github.fault({ method: 'POST', effect: primaryRateLimit(60) });
    const headers = { 'x-ratelimit-remaining': '0' };
    await expect(comment()).rejects.toMatchObject({ status: 403, response: { headers } });
  });

  test('let a person act in between', async () => {
    const before = () => github.deleteBranch('work');
    await github.createBranch('work');
    github.fault({ method: 'GET', path: /\/git\/ref\//, effect: { before } });
    expect(await status(octokit.rest.git.getRef({ ...at, ref: 'heads/work' }))).toBe(404);
  });

  test('let a person force a push in between', async () => {
    const first = await github.createBranch('work');
    await github.commit({ branch: 'work', files: { 'a.txt': 'a' } });
    const before = () => github.forcePush('work', first);
    github.fault({ method: 'GET', path: /\/git\/ref\//, effect: { before } });
    const { data } = await octokit.rest.git.getRef({ ...at, ref: 'heads/work' });
    expect(data.object.sha).toBe(first);
  });

  test('leave people alone', async () => {
    github.fault({ times: Number.POSITIVE_INFINITY, effect: 'reset' });
    await expect(github.comment(1, 'hello')).resolves.toMatchObject({ author: 'octo' });
  });
});

describe('the journal', () => {
  test('keeps what the token under test asked, and nothing of people', async () => {
    await octokit.rest.git.getRef({ ...at, ref: 'heads/main' });
    await comment();
    await github.comment(1, 'a person');
    const [first, second, ...rest] = github.requests();
    expect(first).toMatchObject({ method: 'GET', path: '/repos/octo/app/git/ref/heads/main', status: 200 });
    expect(second).toMatchObject({
      method: 'POST',
      body: { body: 'x' },
      status: 201,
      at: expect.any(Number),
    });
    expect(rest).toEqual([]);
    github.clearRequests();
    expect(github.requests()).toEqual([]);
    expect(github.violations()).toEqual([]);
  });

  test('collects violations of the contract and passes the request on', async () => {
    const answer = await octokit.request('GET /repos/{owner}/{repo}/issues/1/comments', {
      ...at,
      perpage: 3,
    });
    expect(answer.status).toBe(200);
    expect(github.violations()).toEqual([expect.stringContaining('perpage')]);
  });
});

describe('GraphQL', () => {
  const ready = `mutation Ready($pull: ID!) {
    markPullRequestReadyForReview(input: { pullRequestId: $pull }) {
      clientMutationId,
    }
  }`;
  const draft = async (): Promise<{ number: number; id: string }> => {
    await github.createBranch('work');
    await github.commit({ branch: 'work', files: { 'a.txt': 'a' } });
    const { number } = await github.createPullRequest({ head: 'work', title: 'W', draft: true, by: 'ann' });
    return { number, id: (await octokit.rest.pulls.get({ ...at, pull_number: number })).data.node_id };
  };
  const drafts = async (number: number): Promise<unknown[]> => {
    const pull = { ...at, pull_number: number };
    return [
      (await github.pullRequest(number)).draft,
      (await octokit.rest.pulls.get(pull)).data.draft,
      (await octokit.rest.pulls.update({ ...pull, body: 'b' })).data.draft,
      (await octokit.rest.pulls.list(at)).data[0]?.draft,
      (await octokit.rest.issues.get({ ...at, issue_number: number })).data.draft,
    ];
  };

  test.each(['', '/api/v3'])('makes a draft ready for review below %j', async (base) => {
    const { number, id } = await draft();
    expect(await drafts(number)).toEqual([true, true, true, true, true]);
    github.clearRequests();
    const client = new Octokit({ auth: github.token, baseUrl: `${github.url}${base}`, log: silent });
    const answer = await client.graphql(ready, { pull: id });
    expect(answer).toEqual({ markPullRequestReadyForReview: { clientMutationId: null } });
    const body = { query: ready, variables: { pull: id } };
    expect(github.requests()).toMatchObject([{ method: 'POST', path: '/graphql', status: 200, body }]);
    expect(await drafts(number)).toEqual([false, false, false, false, false]);
    expect(github.violations()).toEqual([]);
  });

  test('says what is wrong in an answer of status 200', async () => {
    const { number, id } = await draft();
    const wrong: [unknown, RegExp][] = [
      [{ query: ready, variables: { pull: 'PR_x' } }, /to a node with the global id of 'PR_x'/],
      [{ query: ready, variables: { id } }, /Variable \$pull of type ID! was provided invalid value/],
      [{ query: ready }, /Variable \$pull/],
      [
        { query: ready.replace('Ready(', 'Ready(input: '), variables: { pull: id } },
        /Parse error on 'input'/,
      ],
      [
        { query: ready.replace('$pull }', '$other }'), variables: { pull: id } },
        /\$other is used but not declared/,
      ],
      [{ query: '{ repository { id } }' }, /Field 'repository' doesn't exist on type 'Query'/],
      [{ variables: { pull: id } }, /A query attribute must be specified/],
    ];
    for (const [body, words] of wrong) {
      const answer = await send(github, 'POST /graphql', body);
      expect([answer.status, messages(answer)]).toEqual([200, expect.stringMatching(words)]);
    }
    await expect(octokit.graphql(ready, { pull: 'PR_x' })).rejects.toMatchObject({
      errors: [{ type: 'NOT_FOUND', path: ['markPullRequestReadyForReview'] }],
    });
    expect((await github.pullRequest(number)).draft).toBe(true);
  });

  test('asks who it is, and lets the author and people who may write', async () => {
    const { number, id } = await draft();
    const body = { query: ready, variables: { pull: id } };
    expect(await send(github, 'POST /graphql', body, 'ghs_wrong')).toMatchObject({ status: 401 });
    expect(await send(github, 'POST /api/graphql', body, '')).toMatchObject({ status: 401 });
    const stranger = await send(github, 'POST /graphql', body, github.tokenOf('stranger'));
    expect([stranger.status, messages(stranger)]).toEqual([
      200,
      expect.stringMatching(/correct permissions/),
    ]);
    expect((await github.pullRequest(number)).draft).toBe(true);
    await send(github, 'POST /graphql', body, github.tokenOf('ann'));
    expect((await github.pullRequest(number)).draft).toBe(false);
  });

  test('is hit by faults, and is not below /api/v3', async () => {
    const { number, id } = await draft();
    github.fault({ path: /^\/graphql$/, effect: serverError(502) });
    await expect(octokit.graphql(ready, { pull: id })).rejects.toMatchObject({ status: 502 });
    const body = { query: ready, variables: { pull: id } };
    expect(await send(github, 'POST /api/v3/graphql', body)).toMatchObject({ status: 404 });
    expect(github.violations()).toEqual([expect.stringContaining('no such operation')]);
    expect((await github.pullRequest(number)).draft).toBe(true);
  });
});

describe('payloads', () => {
  test('a labeled event holds the issue as it stands, the label and the sender', async () => {
    const payload = await github.labeledEvent({ issueNumber: 1, sender: 'ann' });
    expect(payload).toMatchObject({
      action: 'labeled',
      issue: { number: 1, title: 'One', body: 'text', user: { login: 'stranger' } },
      label: { name: 'smol', id: expect.any(Number) },
      sender: { login: 'ann', type: 'User' },
      repository: { full_name: 'octo/app', default_branch: 'main', owner: { login: 'octo' } },
    });
    expect(Object.keys(payload)).not.toContain('installation');
    expect(JSON.stringify(payload)).not.toContain('Codertocat/Hello-World');
    expect((await github.issue(1)).labels).toEqual(['smol']);
  });

  test('a dispatch event holds the inputs, and any sender can be named', async () => {
    const sender = { login: 'evil[bot]', type: 'Bot' } as const;
    const payload = await github.dispatchEvent({ inputs: { prompt: 'A counter' }, sender });
    expect(payload).toMatchObject({ inputs: { prompt: 'A counter' }, ref: 'refs/heads/main', sender });
  });

  test('feedback on a pull request comes as a comment or a review', async () => {
    await github.createBranch('work');
    await github.commit({ branch: 'work', files: { 'a.txt': 'a' } });
    const { number } = await github.createPullRequest({ head: 'work', title: 'W' });
    const { id } = await github.comment(number, 'Make it blue', 'ann');
    const commented = await github.commentEvent({ issueNumber: number, commentId: id });
    const isPull = { number, pull_request: { url: expect.any(String), diff_url: expect.any(String) } };
    const moment = expect.stringMatching(/:\d\dZ$/);
    expect(commented).toMatchObject({
      ...{ action: 'created', issue: isPull, sender: { login: 'ann' } },
      comment: {
        ...{ id, body: 'Make it blue', node_id: expect.any(String), user: { login: 'ann', type: 'User' } },
        ...{ created_at: moment, updated_at: moment, author_association: 'COLLABORATOR' },
        reactions: { total_count: 0 },
      },
    });
    const review = await github.review(number, {
      ...{ event: 'REQUEST_CHANGES', body: 'No', by: 'ann' },
      comments: [{ path: 'a.txt', line: 1, body: 'This' }],
    });
    const reviewed = await github.reviewEvent({ pullNumber: number, reviewId: review.id });
    expect(reviewed).toMatchObject({
      action: 'submitted',
      review: { state: 'changes_requested', body: 'No' },
      pull_request: { number, head: { ref: 'work' } },
      sender: { login: 'ann' },
    });
    const [comment] = await github.reviewComments(number);
    const commentedLine = await github.reviewCommentEvent({
      pullNumber: number,
      commentId: comment?.id ?? 0,
    });
    expect(commentedLine).toMatchObject({
      ...{ action: 'created', sender: { login: 'ann' }, pull_request: { number } },
      comment: {
        body: 'This',
        path: 'a.txt',
        line: 1,
        pull_request_review_id: review.id,
        created_at: moment,
      },
    });
    for (const { pull_request: pull } of [reviewed, commentedLine]) {
      expect(pull).toMatchObject({
        ...{ state: 'open', draft: false, user: { login: 'octo' }, body: null, merged_at: null },
        head: { repo: { full_name: 'octo/app' } },
        base: { repo: { full_name: 'octo/app' } },
      });
      // GitHub counts and tries nothing for these two.
      for (const name of ['merged', 'mergeable', 'commits', 'changed_files', 'comments']) {
        expect(pull).not.toHaveProperty(name);
      }
    }
    const { id: approval } = await github.review(number, { event: 'APPROVE', by: 'ann' });
    const approved = await github.reviewEvent({ pullNumber: number, reviewId: approval });
    expect(approved).toMatchObject({ review: { state: 'approved', body: null } });
  });
});

describe('people and the program at the same time', () => {
  test('of two equal writes at once only one is applied', async () => {
    await github.createBranch('work');
    await github.commit({ branch: 'work', files: { 'a.txt': 'a' } });
    const open = () => status(octokit.rest.pulls.create({ ...at, title: 't', head: 'work', base: 'main' }));
    expect((await Promise.all([open(), open(), open()])).sort()).toEqual([201, 422, 422]);
    const sha = (await github.head('main'))?.sha ?? '';
    const branch = (name: string) =>
      status(octokit.rest.git.createRef({ ...at, ref: `refs/heads/${name}`, sha }));
    expect((await Promise.all([branch('x'), branch('x/y'), branch('x')])).sort()).toEqual([201, 422, 422]);
  });
});

describe('materialise', () => {
  test('writes a repository that git finds sound', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'smol-git-'));
    try {
      await github.createBranch('smol/issue-1');
      await github.commit({
        branch: 'smol/issue-1',
        files: { 'src/a.ts': 'a\n', 'src/a-b/c.ts': 'ü\n' },
        by: 'ann',
      });
      await github.materialise(dir);
      const git = (...args: string[]) => execFileSync('git', ['-C', dir, ...args], { encoding: 'utf8' });
      expect(git('fsck', '--strict', '--full')).not.toContain('error');
      expect(git('log', '--format=%an %s', 'smol/issue-1').trim().split('\n')).toEqual([
        'ann Change smol/issue-1',
        'octo Initial commit',
      ]);
      const paths = list(git('ls-tree', '-r', '--name-only', 'smol/issue-1').trim().split('\n'));
      expect(paths).toEqual(['README.md', 'src/a-b/c.ts', 'src/a.ts']);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
