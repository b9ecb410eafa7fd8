import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type GitHub, startGitHub } from './index.js';
import { messages, send } from './send.js';
import { list, member } from './wire.js';

describe('the gaps of the emulator', () => {
  let github: GitHub;
  let main: string;
  let tree: string;

  beforeAll(async () => {
    github = await startGitHub({
      files: { 'README.md': '# app\n', 'src/a.ts': 'export const a = 1;\n' },
      collaborators: { ann: 'write', tri: 'triage', max: 'maintain', eve: 'none', ada: 'admin' },
      labels: ['smol'],
    });
    const head = await github.head('main');
    main = head?.sha ?? '';
    tree = head?.tree ?? '';
    await github.createIssue({ title: 'One', body: 'text', author: 'stranger' });
    await github.createIssue({ title: 'Two' });
    await github.lockIssue(2);
    await github.createBranch('smol');
    await github.createBranch('work');
    await github.commit({ branch: 'work', files: { 'b.txt': 'b\n' }, by: 'ann' });
    await github.createPullRequest({ head: 'work', title: 'Work', body: 'Closes #1' });
    await github.createBranch('other');
    await github.comment(1, 'hello', 'stranger');
  });
  afterAll(() => github.close());

  const long = 'x'.repeat(65_537);
  const entry = { path: 'x', mode: '100644', content: 'x' };
  const cases: [string, number, () => unknown, RegExp?][] = [
    ['GET /user', 403, () => undefined, /Resource not accessible by integration/],
    ['GET /rate_limit', 200, () => undefined],
    ['GET /api/v3/repos/octo/app', 200, () => undefined],
    ['GET /repos/octo/nothing', 404, () => undefined],
    ['POST pulls', 422, () => ({ title: 't', head: 'work', base: 'main' }), /already exists for octo:work/],
    ['POST pulls', 422, () => ({ title: 't', head: 'octo:work', base: 'main' }), /"code":"custom"/],
    ['POST pulls', 422, () => ({ title: 't', head: 'missing', base: 'main' }), /"field":"head"/],
    ['POST pulls', 422, () => ({ title: 't', head: 'work', base: 'missing' }), /"field":"base"/],
    [
      'POST pulls',
      422,
      () => ({ title: 't', head: 'other', base: 'main' }),
      /No commits between main and other/,
    ],
    ['POST pulls', 422, () => ({ title: 'x'.repeat(257), head: 'work', base: 'main' }), /title is too long/],
    ['PATCH pulls/3', 422, () => ({ body: long }), /body is too long/],
    ['GET branches/missing', 404, () => undefined, /Branch not found/],
    ['GET git/ref/heads/missing', 404, () => undefined],
    ['POST git/refs', 422, () => ({ ref: 'refs/heads/work', sha: main }), /Reference already exists/],
    ['POST git/refs', 422, () => ({ ref: 'refs/heads/smol/issue-1', sha: main }), /Reference update failed/],
    ['POST git/refs', 422, () => ({ ref: 'refs/heads/a..b', sha: main }), /not a valid ref name/],
    ['POST git/refs', 422, () => ({ ref: 'refs/heads/a.lock', sha: main })],
    ['POST git/refs', 422, () => ({ ref: 'heads/a', sha: main })],
    ['POST git/refs', 422, () => ({ ref: 'refs/heads/new', sha: 'f'.repeat(40) }), /Object does not exist/],
    ['PATCH git/refs/heads/missing', 422, () => ({ sha: main }), /Reference does not exist/],
    ['PATCH git/refs/heads/work', 422, () => ({ sha: main, force: false }), /not a fast forward/],
    ['DELETE git/refs/heads/missing', 422, () => undefined, /Reference does not exist/],
    ['POST git/trees', 422, () => ({ tree: [{ ...entry, path: '../x' }] }), /malformed path component/],
    ['POST git/trees', 422, () => ({ tree: [{ ...entry, path: 'a/.GIT/x' }] }), /malformed path component/],
    ['POST git/trees', 422, () => ({ tree: [{ ...entry, path: '/x' }] }), /cannot start with a slash/],
    ['POST git/trees', 404, () => ({ tree: [{ ...entry, path: '.github/workflows/x.yml' }] })],
    ['POST git/trees', 422, () => ({ base_tree: tree, tree: [{ path: 'no', mode: '100644', sha: null }] })],
    [
      'POST git/trees',
      201,
      () => ({ base_tree: tree, tree: [{ path: 'src/a.ts', mode: '100644', sha: null }] }),
    ],
    ['POST git/trees', 201, () => ({ base_tree: tree, tree: [entry] })],
    ['POST git/trees', 422, () => ({ tree: [] }), /Invalid tree info/],
    ['POST issues/1/comments', 422, () => ({ body: long }), /Body is too long/],
    ['PATCH issues/comments/1', 422, () => ({ body: long }), /Body is too long/],
    ['PATCH issues/1', 422, () => ({ body: long })],
    ['POST issues/2/comments', 201, () => ({ body: 'the bot may write in locked issues' })],
    ['POST issues/99/comments', 404, () => ({ body: 'x' })],
    ['POST issues/1/assignees', 201, () => ({ assignees: ['ann', 'nobody'] })],
    ['POST issues/3/assignees', 201, () => ({ assignees: ['ann', 'stranger'] })],
    ['POST pulls/3/requested_reviewers', 201, () => ({ reviewers: ['ann'] })],
    ['POST pulls/3/requested_reviewers', 422, () => ({ reviewers: ['octo'] }), /pull request author/],
    ['POST pulls/3/requested_reviewers', 422, () => ({ reviewers: ['stranger'] }), /collaborators/],
    ['DELETE issues/1/labels/none', 404, () => undefined, /Label does not exist/],
    ['POST issues/1/reactions', 201, () => ({ content: 'eyes' })],
    ['POST issues/1/reactions', 200, () => ({ content: 'eyes' })],
    ['POST issues/1/reactions', 422, () => ({ content: 'smile' })],
    ['POST issues/99/reactions', 404, () => ({ content: 'eyes' })],
    ['POST issues/3/reactions', 201, () => ({ content: 'rocket' })],
    ['POST issues/comments/1/reactions', 201, () => ({ content: '+1' })],
    ['POST issues/comments/99/reactions', 404, () => ({ content: '+1' })],
    ['GET issues/3', 200, () => undefined],
  ];
  test.each(cases)('%s answers %i', async (line, status, body, words) => {
    const answer = await send(github, line, body());
    expect([answer.status, messages(answer)]).toEqual([status, expect.stringMatching(words ?? /.*/)]);
  });

  const roles: [string, number, string?, string?][] = [
    ['octo', 200, 'admin', 'admin'],
    ['ada', 200, 'admin', 'admin'],
    ['max', 200, 'write', 'maintain'],
    ['ann', 200, 'write', 'write'],
    ['tri', 200, 'read', 'triage'],
    ['stranger', 200, 'read', 'read'],
    ['eve', 200, 'none', 'none'],
    ['nobody', 404],
    ['evil[bot]', 404],
  ];
  test.each(roles)('the permission of %s is %i %s', async (login, status, permission, role) => {
    const answer = await send(github, `GET collaborators/${encodeURIComponent(login)}/permission`);
    expect(answer.status).toBe(status);
    expect(member(answer.body, 'permission')).toBe(permission);
    expect(member(answer.body, 'role_name')).toBe(role);
  });

  test('an unknown token is refused, and so is a write without any', async () => {
    expect(await send(github, 'GET issues/1', undefined, 'ghs_wrong')).toMatchObject({ status: 401 });
    expect(await send(github, 'POST issues/1/comments', { body: 'x' }, '')).toMatchObject({ status: 401 });
  });

  test('a stranger can comment, but not in a locked issue, nor label, nor edit what others wrote', async () => {
    const stranger = github.tokenOf('stranger');
    const status = async (line: string, body: unknown) => (await send(github, line, body, stranger)).status;
    expect(await status('POST issues/1/comments', { body: 'x' })).toBe(201);
    expect(await status('POST issues/2/comments', { body: 'x' })).toBe(403);
    expect(await status('POST issues/1/labels', { labels: ['smol'] })).toBe(403);
    const other = await github.comment(1, 'mine', 'ann');
    expect(await status(`PATCH issues/comments/${other.id}`, { body: 'yours' })).toBe(403);
  });

  test('the bot is github-actions[bot] everywhere', async () => {
    const made = await send(github, 'POST issues/1/comments', { body: 'from the bot' });
    const reaction = await send(github, 'POST issues/1/reactions', { content: 'heart' });
    for (const answer of [made, reaction]) {
      const user = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' };
      expect(member(answer.body, 'user')).toMatchObject(user);
    }
    expect((await github.comments(1)).at(-1)).toMatchObject({
      author: 'github-actions[bot]',
      authorType: 'Bot',
    });
    expect(await github.reactions(1)).toContainEqual(
      expect.objectContaining({ content: 'heart', user: expect.objectContaining({ type: 'Bot' }) }),
    );
  });

  test('links stay on the front, and the limits are GitHub Actions’', async () => {
    const answer = await send(github, 'GET issues/1/comments?per_page=1');
    expect(answer.headers.get('link')).toContain(
      `<${github.url}/repos/octo/app/issues/1/comments?per_page=1&page=2>`,
    );
    expect(answer.headers.get('x-ratelimit-limit')).toBe('1000');
    expect(member(list(answer.body)[0], 'html_url')).toContain(`${github.serverUrl}/octo/app/issues/1`);
  });
});
