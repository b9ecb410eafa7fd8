import { describe, expect, test } from 'vitest';
import type { GitHub, GitHubOptions, Permissions } from './index.js';
import { messages, send, within } from './send.js';
import { isJson, type Json, list, member } from './wire.js';

describe('pull requests follow their branch', () => {
  test('head, files and commits grow, and the branch’s end closes it', () =>
    within({ collaborators: { ann: 'write' } }, async (github) => {
      await github.createBranch('work');
      const first = await github.commit({ branch: 'work', files: { 'a.txt': 'a\n' } });
      const { number } = await github.createPullRequest({ head: 'work', title: 'Work', draft: true });
      const second = await github.commit({ branch: 'work', files: { 'b.txt': 'b\nb\n', 'README.md': null } });
      const pull = (await send(github, `GET pulls/${number}`)).body;
      expect(pull).toMatchObject({
        head: { sha: second },
        changed_files: 3,
        additions: 3,
        deletions: 1,
        draft: true,
      });
      const commits = list((await send(github, `GET pulls/${number}/commits`)).body);
      expect(commits.map((each) => member(each, 'sha'))).toEqual([first, second]);
      expect((await github.pullRequest(number)).files).toEqual(['a.txt', 'b.txt', 'README.md']);
      expect(list((await send(github, `GET pulls/${number}/files?per_page=2`)).body)).toHaveLength(2);
      await github.deleteBranch('work');
      expect(await github.pullRequest(number)).toMatchObject({ state: 'closed', head: { sha: second } });
    }));

  test('a branch with another history has none', () =>
    within({}, async (github) => {
      const tree = (await github.head('main'))?.tree;
      const root = (await send(github, 'POST git/commits', { message: 'Root', tree })).body;
      await github.createBranch('root', String(member(root, 'sha')));
      const answer = await send(github, 'POST pulls', { title: 't', head: 'root', base: 'main' });
      expect([answer.status, messages(answer)]).toEqual([422, expect.stringMatching(/no history in common/)]);
    }));

  test('a merge takes what the branch holds now, and closes the issue', () =>
    within({}, async (github) => {
      const issue = await github.createIssue({ title: 'One' });
      await github.createBranch('work');
      await github.commit({ branch: 'work', files: { 'a.txt': 'a\n' } });
      const pull = await github.createPullRequest({
        head: 'work',
        title: 'W',
        body: `Closes #${issue.number}`,
      });
      await github.commit({ branch: 'work', files: { 'a.txt': 'later\n' } });
      await github.commit({ branch: 'main', files: { 'c.txt': 'c\n' } });
      const sha = await github.mergePullRequest(pull.number);
      expect(await github.head('main')).toMatchObject({ sha });
      expect(await github.tree('main')).toEqual({
        'README.md': '# app\n',
        'a.txt': 'later\n',
        'c.txt': 'c\n',
      });
      expect(await github.pullRequest(pull.number)).toMatchObject({ merged: true, state: 'closed' });
      expect(await github.issue(issue.number)).toMatchObject({ state: 'closed' });
    }));

  test('a review has comments on lines and takes replies', () =>
    within({ collaborators: { ann: 'write' } }, async (github) => {
      await github.createBranch('work');
      await github.commit({ branch: 'work', files: { 'a.txt': 'a\n' } });
      const { number } = await github.createPullRequest({ head: 'work', title: 'W' });
      const comments = [{ path: 'a.txt', line: 1, body: 'Why?' }];
      const review = await github.review(number, { by: 'ann', body: 'Hm', comments });
      const [first] = await github.reviewComments(number);
      expect(first).toMatchObject({ path: 'a.txt', line: 1, author: 'ann', reviewId: review.id });
      const replied = await send(github, `POST pulls/${number}/comments/${first?.id}/replies`, {
        body: 'So.',
      });
      expect(replied.status).toBe(201);
      expect(
        list((await send(github, `GET pulls/${number}/reviews/${review.id}/comments`)).body),
      ).toHaveLength(1);
      expect((await github.reviewComments(number)).at(-1)).toMatchObject({ inReplyTo: first?.id });
      expect(github.violations()).toEqual([]);
    }));
});

describe('kinds of repositories', () => {
  test('an empty one refuses git until its first file', () =>
    within({ empty: true }, async (github) => {
      const conflict: [string, Json | undefined][] = [
        ['GET git/ref/heads/main', undefined],
        ['POST git/blobs', { content: 'x' }],
        ['POST git/trees', { tree: [{ path: 'x', mode: '100644', content: 'x' }] }],
        ['GET commits', undefined],
      ];
      for (const [line, body] of conflict) {
        const answer = await send(github, line, body);
        expect([line, answer.status, messages(answer)]).toEqual([line, 409, 'Git Repository is empty.']);
      }
      expect(await github.branches()).toEqual([]);
      expect((await send(github, 'GET branches/main')).status).toBe(404);
      const content = Buffer.from('# app\n').toString('base64');
      expect((await send(github, 'PUT contents/README.md', { message: 'First', content })).status).toBe(201);
      expect((await send(github, 'GET git/ref/heads/main')).status).toBe(200);
      expect(await github.tree('main')).toEqual({ 'README.md': '# app\n' });
    }));

  test('a private one does not exist for strangers', () =>
    within({ private: true, collaborators: { ann: 'read' } }, async (github) => {
      await github.createIssue({ title: 'One' });
      expect((await send(github, 'GET issues/1')).status).toBe(200);
      expect((await send(github, 'GET issues/1', undefined, github.tokenOf('ann'))).status).toBe(200);
      expect((await send(github, 'GET issues/1', undefined, github.tokenOf('stranger'))).status).toBe(404);
      const permission = await send(github, 'GET collaborators/stranger/permission');
      expect(permission.body).toMatchObject({ permission: 'none' });
    }));

  test('an archived one is read-only', () =>
    within({ archived: true }, async (github) => {
      await github.createIssue({ title: 'One' });
      const answer = await send(github, 'POST issues/1/comments', { body: 'x' });
      expect([answer.status, messages(answer)]).toEqual([403, 'Repository was archived so is read-only.']);
      expect((await send(github, 'GET /repos/octo/app')).body).toMatchObject({ archived: true });
    }));

  test('without an issue tracker issues are gone', () =>
    within({ hasIssues: false }, async (github) => {
      await github.createIssue({ title: 'One' });
      expect((await send(github, 'GET issues/1')).status).toBe(410);
      expect((await send(github, 'POST issues/1/comments', { body: 'x' })).status).toBe(410);
      expect((await send(github, 'GET /repos/octo/app')).body).toMatchObject({ has_issues: false });
    }));

  const denied: [string, Permissions, string, Json][] = [
    [
      'contents',
      { contents: 'read', issues: 'write', pull_requests: 'write' },
      'POST git/blobs',
      { content: 'x' },
    ],
    [
      'pull requests',
      { contents: 'write', issues: 'write' },
      'POST pulls',
      { title: 't', head: 'work', base: 'main' },
    ],
    ['issues', { contents: 'write', pull_requests: 'write' }, 'POST issues/1/comments', { body: 'x' }],
    ['reactions', { contents: 'write' }, 'POST issues/1/reactions', { content: 'eyes' }],
  ];
  test.each(denied)('a token without %s gets 403', (_name, permissions, line, body) =>
    within({ permissions }, async (github) => {
      await github.createIssue({ title: 'One' });
      await github.createBranch('work');
      await github.commit({ branch: 'work', files: { a: 'a' } });
      const answer = await send(github, line, body);
      expect([answer.status, messages(answer)]).toEqual([403, 'Resource not accessible by integration']);
    }),
  );

  const ready =
    'mutation($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { clientMutationId } }';
  const unready: [string, GitHubOptions, (github: GitHub) => string, string][] = [
    [
      'the token may only read pull requests',
      { permissions: { contents: 'write', issues: 'write', pull_requests: 'read' } },
      (github) => github.token,
      'Resource not accessible by integration',
    ],
    [
      'the repository is archived',
      { archived: true },
      (github) => github.token,
      'Repository was archived so is read-only.',
    ],
    [
      'the repository is not for this person’s eyes',
      { private: true },
      (github) => github.tokenOf('stranger'),
      'Could not resolve to a node with the global id of',
    ],
  ];
  test.each(unready)('a draft stays one when %s', (_name, options, token, words) =>
    within(options, async (github) => {
      await github.createBranch('work');
      await github.commit({ branch: 'work', files: { a: 'a' } });
      const { number } = await github.createPullRequest({ head: 'work', title: 'W', draft: true });
      const id = member((await send(github, `GET pulls/${number}`)).body, 'node_id');
      const answer = await send(github, 'POST /graphql', { query: ready, variables: { id } }, token(github));
      expect([answer.status, messages(answer)]).toEqual([200, expect.stringContaining(words)]);
      expect((await github.pullRequest(number)).draft).toBe(true);
    }),
  );
});

describe('commits', () => {
  test('the bot’s commit without author and committer is signed by GitHub, with them it is not', () =>
    within({}, async (github) => {
      const head = await github.head('main');
      const make = async (extra: Json) => {
        const body = { message: 'M', tree: head?.tree, parents: [head?.sha], ...extra };
        return (await send(github, 'POST git/commits', body)).body;
      };
      const signed = await make({});
      expect(signed).toMatchObject({
        author: { name: 'github-actions[bot]' },
        committer: { name: 'GitHub', email: 'noreply@github.com' },
        verification: { verified: true },
      });
      const unsigned = await make({ author: { name: 'x', email: 'x@x.dev' } });
      expect(unsigned).toMatchObject({ author: { name: 'x' }, verification: { verified: false } });
      const sha = isJson(signed) ? signed.sha : '';
      await send(github, 'POST git/refs', { ref: 'refs/heads/smol/issue-1', sha });
      expect(await github.head('smol/issue-1')).toMatchObject({
        verified: true,
        parents: [head?.sha],
        message: 'M',
      });
      expect(await github.branches()).toEqual(['main', 'smol/issue-1']);
      expect(github.violations()).toEqual([]);
    }));
});
