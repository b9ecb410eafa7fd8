import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineAfter, placeInDiff } from './diff-hunk.js';
import { type GitHub, startGitHub } from './index.js';
import { messages, send, within } from './send.js';
import { list, member } from './wire.js';

const lines = (change: Record<number, string> = {}): string =>
  Array.from({ length: 30 }, (_, index) => `${change[index + 1] ?? `line ${index + 1}`}\n`).join('');

describe('a review', () => {
  let github: GitHub;
  let octokit: Octokit;
  let number: number;
  const at = { owner: 'octo', repo: 'app' };

  beforeAll(async () => {
    github = await startGitHub({ files: { 'a.txt': lines() }, collaborators: { ann: 'write' } });
    octokit = new Octokit({ auth: github.token, baseUrl: github.url });
    await github.createBranch('work');
    await github.commit({ branch: 'work', files: { 'a.txt': lines({ 15: 'changed' }), 'b.txt': 'b\nc\n' } });
    number = (await github.createPullRequest({ head: 'work', title: 'W' })).number;
  });
  afterAll(() => github.close());

  const written = async (id: number | undefined) =>
    (await octokit.rest.pulls.getReviewComment({ ...at, comment_id: id ?? 0 })).data;

  test('comes with its comments, each with the hunk that ends at its line', async () => {
    const review = await github.review(number, {
      by: 'ann',
      event: 'REQUEST_CHANGES',
      body: 'Nearly.',
      comments: [
        { path: 'a.txt', line: 16, body: 'Why?' },
        { path: 'a.txt', line: 15, side: 'LEFT', body: 'This was better.' },
        { path: 'a.txt', line: 15, start_line: 13, body: 'These three.' },
        { path: 'b.txt', body: 'Is this file needed?' },
      ],
    });
    expect(review).toMatchObject({ state: 'CHANGES_REQUESTED', body: 'Nearly.', author: 'ann' });
    const ofReview = await octokit.rest.pulls.listCommentsForReview({
      ...{ ...at, pull_number: number },
      review_id: review.id,
    });
    const head = (await github.head('work'))?.sha;
    const hunk = '@@ -12,7 +12,7 @@\n line 12\n line 13\n line 14\n-line 15\n';
    expect(ofReview.data).toMatchObject([
      { line: 16, original_line: 16, side: 'RIGHT', diff_hunk: `${hunk}+changed\n line 16`, position: 6 },
      { line: 15, side: 'LEFT', diff_hunk: hunk.trimEnd(), position: 4 },
      { line: 15, start_line: 13, original_start_line: 13, start_side: 'RIGHT', position: 5 },
      { line: null, original_line: null, path: 'b.txt', subject_type: 'file' },
    ]);
    for (const comment of ofReview.data) {
      expect(comment).toMatchObject({
        pull_request_review_id: review.id,
        pull_request_url: `${github.url}/repos/octo/app/pulls/${number}`,
        html_url: `${github.serverUrl}/octo/app/pull/${number}#discussion_r${comment.id}`,
        original_commit_id: head,
        reactions: { total_count: 0 },
      });
      expect(comment).not.toHaveProperty('in_reply_to_id');
      expect(await written(comment.id)).toEqual(comment);
    }
  });

  test('is refused outside the diff, and leaves nothing behind', async () => {
    const before = await github.reviews(number);
    const wrong: [string, number, RegExp][] = [
      ['a.txt', 1, /Line could not be resolved/],
      ['c.txt', 1, /Path could not be resolved/],
    ];
    for (const [path, line, words] of wrong) {
      const body = { event: 'COMMENT', comments: [{ path, line, body: 'x' }] };
      const answer = await send(github, `POST pulls/${number}/reviews`, body);
      expect([answer.status, messages(answer)]).toEqual([422, expect.stringMatching(words)]);
    }
    expect(await github.reviews(number)).toEqual(before);
  });

  test('a reply belongs to the first comment of its thread, and to a review without a text', async () => {
    const [first] = await github.reviewComments(number);
    const reply = await github.replyInThread(number, first?.id ?? 0, 'Because.', 'ann');
    const { data } = await octokit.rest.pulls.createReplyForReviewComment({
      ...{ ...at, pull_number: number },
      ...{ comment_id: reply.id, body: 'Done.' },
    });
    expect([reply.inReplyTo, data.in_reply_to_id]).toEqual([first?.id, first?.id]);
    expect(data).toMatchObject({ line: 16, path: 'a.txt', user: { type: 'Bot' } });
    expect(data.diff_hunk).toBe(first?.hunk);
    expect((await github.reviews(number)).at(-1)).toMatchObject({
      ...{ id: data.pull_request_review_id, body: '', state: 'COMMENTED', author: 'github-actions[bot]' },
    });
    expect(await send(github, `POST pulls/${number}/comments/999/replies`, { body: 'x' })).toMatchObject({
      status: 404,
    });
  });

  test('lists come in pages, and since a moment', async () => {
    const all = await octokit.paginate(octokit.rest.pulls.listReviewComments, {
      ...{ ...at, pull_number: number, per_page: 2 },
    });
    expect(all.map(({ id }) => id)).toEqual((await github.reviewComments(number)).map(({ id }) => id));
    const last = all.at(-1);
    const recent = await octokit.rest.pulls.listReviewComments({
      ...{ ...at, pull_number: number, since: last?.updated_at ?? '' },
    });
    expect(recent.data.map(({ id }) => id)).toContain(last?.id);
    expect(recent.data).not.toContainEqual(expect.objectContaining({ id: all[0]?.id }));
  });

  test('a comment moves with its line, and has none once the line was changed', async () => {
    const [first] = await github.reviewComments(number);
    await github.commit({ branch: 'work', files: { 'a.txt': `new\n${lines({ 15: 'changed' })}` } });
    const head = (await github.head('work'))?.sha;
    expect(await written(first?.id)).toMatchObject({ line: 17, original_line: 16, commit_id: head });
    await github.commit({ branch: 'work', files: { 'a.txt': lines({ 15: 'changed', 16: 'this too' }) } });
    const outdated = await written(first?.id);
    expect(outdated).toMatchObject({ line: null, original_line: 16, position: null });
    expect(outdated.commit_id).toBe(outdated.original_commit_id);
    await github.commit({ branch: 'work', files: { 'a.txt': null } });
    expect(await written(first?.id)).toMatchObject({ line: null, original_line: 16 });
  });

  test('its comments take reactions, which are counted', async () => {
    const id = (await github.reviewComments(number))[0]?.id ?? 0;
    const react = (content: string) => send(github, `POST pulls/comments/${id}/reactions`, { content });
    expect((await react('eyes')).status).toBe(201);
    expect((await react('eyes')).status).toBe(200);
    expect(await written(id)).toMatchObject({ reactions: { total_count: 1, eyes: 1 } });
    expect(await github.reviewCommentReactions(id)).toMatchObject([
      { content: 'eyes', user: { type: 'Bot' } },
    ]);
  });
});

describe('a line of a diff', () => {
  const patch = '@@ -1,2 +1,3 @@\n a\n-b\n+B\n+c\n@@ -10 +11 @@\n-x\n+y';
  test.each([
    [1, 'RIGHT', 1],
    [2, 'RIGHT', 3],
    [2, 'LEFT', 2],
    [10, 'LEFT', 6],
    [11, 'RIGHT', 7],
    [4, 'RIGHT', undefined],
    [1, 'LEFT', 1],
  ] as const)('%i on the %s is at position %s', (line, side, position) => {
    expect(placeInDiff(patch, line, side)?.position).toBe(position);
  });

  test('the hunk is the line’s own', () => {
    expect(placeInDiff(patch, 11, 'RIGHT')?.hunk).toBe('@@ -10 +11 @@\n-x\n+y');
  });

  test.each([
    ['a\nb\nc', 'a\nb\nc', 2, 2],
    ['a\nb\nc', 'x\na\nb\nc', 2, 3],
    ['a\nb\nc', 'b\nc', 2, 1],
    ['a\nb\nc', 'a\nB\nc', 2, null],
    ['a\nb\nc', 'a\nB\nc', 3, 3],
    ['a\nb\nc', '', 2, null],
  ])('%j → %j: line %i is %s', (before, after, line, expected) => {
    expect(lineAfter(line, before, after)).toBe(expected);
  });
});

describe('a pull request from a fork', () => {
  const fork = { owner: 'stranger', branch: 'smol/issue-1', files: { 'x.txt': 'x\n' }, title: 'Mine' };

  test('has another head repository, and no branch here', async () => {
    await within({}, async (github) => {
      await github.createBranch('smol/issue-1');
      await github.commit({ branch: 'smol/issue-1', files: { 'y.txt': 'y\n' } });
      const own = await github.createPullRequest({ head: 'smol/issue-1', title: 'Own' });
      const made = await github.createForkPullRequest(fork);
      expect(made).toMatchObject({ state: 'open', author: 'stranger', files: ['x.txt'] });
      expect(await github.branches()).toEqual(['main', 'smol/issue-1']);
      const { body } = await send(github, `GET pulls/${made.number}`);
      expect(body).toMatchObject({
        head: {
          ...{ label: 'stranger:smol/issue-1', ref: 'smol/issue-1', user: { login: 'stranger' } },
          repo: { full_name: 'stranger/app', fork: true, owner: { login: 'stranger' } },
        },
        base: { repo: { full_name: 'octo/app', fork: false } },
        merged: false,
      });
      expect(member(body, 'head', 'repo', 'id')).not.toBe(member(body, 'base', 'repo', 'id'));
      const numbers = async (owner: string) => {
        const answer = await send(github, `GET pulls?state=open&head=${owner}:smol/issue-1`);
        return list(answer.body).map((pull) => member(pull, 'number'));
      };
      expect([await numbers('octo'), await numbers('stranger')]).toEqual([[own.number], [made.number]]);
      await github.closePullRequest(made.number);
      expect(await github.pullRequest(made.number)).toMatchObject({ state: 'closed', head: made.head });
    });
  });

  test('has none once the fork is deleted', async () => {
    await within({}, async (github) => {
      const { number } = await github.createForkPullRequest({ ...fork, gone: true });
      expect((await send(github, `GET pulls/${number}`)).body).toMatchObject({
        head: { repo: null, label: 'stranger:smol/issue-1' },
      });
    });
  });
});

describe('time', () => {
  const second = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

  test('is whole seconds, and what people do one after another differs', async () => {
    await within({}, async (github) => {
      await github.createIssue({ title: 'One' });
      const made = [await github.comment(1, 'a'), await github.comment(1, 'b'), await github.comment(1, 'c')];
      const times = made.map(({ createdAt }) => createdAt);
      expect(times).toEqual([...new Set(times)].sort());
      expect(times[0]).toMatch(second);
      expect((await github.comments(1)).map(({ createdAt }) => createdAt)).toEqual(times);
      const edited = await github.editComment(made[0]?.id ?? 0, 'A');
      expect(edited.createdAt).toBe(times[0]);
      expect(edited.updatedAt > (times[2] ?? '')).toBe(true);
    });
  });

  test('several things can be done in one second, and many seconds can pass', async () => {
    await within({}, async (github) => {
      await github.createIssue({ title: 'One' });
      const first = await github.comment(1, 'a');
      const [b, c] = await github.sameSecond(async () => [
        await github.comment(1, 'b'),
        await github.comment(1, 'c'),
      ]);
      expect(b?.createdAt).toBe(c?.createdAt);
      expect((b?.createdAt ?? '') > first.createdAt).toBe(true);
      await github.pass(3600);
      const later = await github.comment(1, 'd');
      const passed = Date.parse(later.createdAt) - Date.parse(c?.createdAt ?? '');
      expect(passed).toBeGreaterThanOrEqual(3_600_000);
      const since = async (moment: string) =>
        list((await send(github, `GET issues/1/comments?since=${moment}`)).body).map((each) =>
          member(each, 'body'),
        );
      expect(await since(c?.createdAt ?? '')).toEqual(['b', 'c', 'd']);
      expect(await since(later.createdAt)).toEqual(['d']);
      const { headers } = await send(github, 'GET issues/1');
      expect(Date.parse(headers.get('date') ?? '')).toBeGreaterThanOrEqual(Date.parse(later.createdAt));
    });
  });
});
