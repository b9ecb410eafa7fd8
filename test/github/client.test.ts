import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createGitHub } from '../../src/github/api/client.js';
import { Recent } from '../../src/github/api/recent.js';
import { listenOnLoopback } from '../support/loopback.js';

type Answer = { status: number; headers?: Record<string, string>; body: unknown };

/** A client, and a server that gives these answers in turn, the last one for ever. */
async function connect(...answers: Answer[]) {
  const seen: string[] = [];
  const waits: number[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(seen.length, answers.length - 1)];
    seen.push(`${request.method} ${request.url}`);
    request.resume();
    const isText = typeof answer?.body === 'string';
    const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    response.writeHead(answer?.status ?? 500, { 'content-type': type, ...answer?.headers });
    response.end(isText ? answer?.body : JSON.stringify(answer?.body));
  });
  const { url, close } = await listenOnLoopback(server);
  onTestFinished(close);
  let now = 1_800_000_000_000;
  const github = createGitHub({
    token: 'ghs_x',
    repository: 'octo/app',
    apiUrl: url,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    now: () => now,
    redact: (text) => text,
  });
  const later = (ms: number) => {
    now += ms;
  };
  return { github, seen, waits, later, url };
}

const OK: Answer = { status: 200, body: { number: 1 } };
const MISSING: Answer = { status: 404, body: { message: 'Not Found' } };

describe('a request', () => {
  test('waits for the reset of the hourly limit, and is made again', async () => {
    const reset = String(1_800_000_000 + 90);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    const limit = { status: 403, headers, body: { message: 'API rate limit exceeded' } };
    const { github, waits, seen } = await connect(limit, OK);
    await github.rest.repos.get(github.repo);
    expect(waits).toEqual([90_000]);
    expect(seen).toHaveLength(2);
  });

  test('S60 waits a minute, then two, where a secondary limit names no time, and no longer', async () => {
    const limit = { status: 403, body: { message: 'You have exceeded a secondary rate limit.' } };
    const { github, waits } = await connect(limit);
    await expect(github.rest.repos.get(github.repo)).rejects.toMatchObject({ status: 403 });
    expect(waits).toEqual([60_000, 120_000]);
  });

  test('ends with its own error when the run is cancelled while it waits', async () => {
    const { url } = await connect({ status: 502, body: {} });
    const github = createGitHub({
      token: 'ghs_x',
      repository: 'octo/app',
      apiUrl: url,
      sleep: () => Promise.reject(new Error('cancelled')),
      now: Date.now,
      redact: (text) => text,
    });
    await expect(github.rest.repos.get(github.repo)).rejects.toMatchObject({ status: 502 });
  });

  test.each([
    ['a page', 'text/html', '<html>Sign in</html>'],
    ['nothing', 'application/json', ''],
    ['half of an answer', 'application/json', '{"number":'],
  ])('S59 is answered by %s with 200: that is none', async (_, type, body) => {
    const { github, seen, waits } = await connect(
      { status: 200, headers: { 'content-type': type }, body },
      OK,
    );
    expect((await github.rest.repos.get(github.repo)).data).toEqual({ number: 1 });
    expect(seen).toHaveLength(2);
    expect(waits).toEqual([1_000]);
  });

  test('that has no answer to give is answered', async () => {
    const { github } = await connect({ status: 204, body: undefined });
    const comment = { ...github.repo, comment_id: 1 };
    expect((await github.rest.issues.deleteComment(comment)).status).toBe(204);
  });

  test.each([301, 302, 307, 308])('S33 is never sent after a %i', async (status) => {
    const elsewhere = { status, headers: { location: 'http://127.0.0.1:9/x' }, body: { message: 'Moved' } };
    const { github, seen } = await connect(elsewhere);
    await expect(github.rest.repos.get(github.repo)).rejects.toMatchObject({ status: 301 });
    expect(seen).toHaveLength(1);
  });

  test.each(['other/app', 'octo/app2', 'octo'])('S35 never leaves the repository: %s', async (place) => {
    const { github, seen } = await connect(OK);
    const [owner = '', repo = ''] = place.split('/');
    await expect(github.rest.repos.get({ owner, repo })).rejects.toThrow('left the repository');
    expect(seen).toEqual([]);
  });
});

describe('what was made just now', () => {
  const comment = (url: string): Answer => ({
    status: 201,
    body: { id: 7, url: `${url}/repos/octo/app/issues/comments/7` },
  });

  test('S62 is looked for three times more', async () => {
    const { github, seen, waits } = await connect(comment('http://127.0.0.1'), MISSING, MISSING, OK);
    await github.rest.issues.createComment({ ...github.repo, issue_number: 1, body: 'x' });
    await github.rest.issues.updateComment({ ...github.repo, comment_id: 7, body: 'y' });
    expect(waits).toEqual([1_000, 2_000]);
    expect(seen).toHaveLength(4);
  });

  test('S62 is not there when it is missing later, and nothing else is waited for', async () => {
    const { github, waits, later } = await connect(comment('http://127.0.0.1'), MISSING);
    await github.rest.issues.createComment({ ...github.repo, issue_number: 1, body: 'x' });
    const other = github.rest.issues.updateComment({ ...github.repo, comment_id: 77, body: 'y' });
    await expect(other).rejects.toMatchObject({ status: 404 });
    later(5_000);
    const old = github.rest.issues.updateComment({ ...github.repo, comment_id: 7, body: 'y' });
    await expect(old).rejects.toMatchObject({ status: 404 });
    expect(waits).toEqual([]);
  });

  test.each([
    ['a comment, by its address', { url: 'https://h/api/issues/comments/7' }, '/api/issues/comments/7', {}],
    ['a pull request, by what is below it', { url: 'https://h/pulls/2' }, '/pulls/2/requested_reviewers', {}],
    ['a pull request, as an issue', { issue_url: 'https://h/issues/2' }, '/issues/2/labels', {}],
    ['a tree, as a base', { sha: 'a1' }, '/git/trees', { base_tree: 'a1' }],
    ['a tree, in a commit', { sha: 'a1' }, '/git/commits', { tree: 'a1' }],
    ['a commit, as a parent', { sha: 'a1' }, '/git/commits', { parents: ['b', 'a1'] }],
    ['a branch, as a head', { ref: 'refs/heads/smol/issue-1' }, '/pulls', { head: 'smol/issue-1' }],
  ])('S62 is known again: %s', (_, made, path, parameters) => {
    const recent = new Recent();
    recent.add(made, 0);
    expect(recent.isNamedBy(path, parameters, 4_999)).toBe(true);
    expect(recent.isNamedBy(path, parameters, 5_000)).toBe(false);
  });

  test.each([
    ['/issues/comments/71', {}],
    ['/issues/comments', { body: 'issues/comments/7' }],
  ])('S62 is not confused with %s', (path, parameters) => {
    const recent = new Recent();
    for (const made of [{ url: 'https://h/issues/comments/7' }, null, 'x', [], { url: 'no address' }])
      recent.add(made, 0);
    expect(recent.isNamedBy(path, parameters, 1)).toBe(false);
  });
});
