import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { actionsMayNotOpenPullRequests, secondaryRateLimit } from '../support/github/index.js';
import { appAnswers, hostile } from '../support/model/index.js';
import { stage } from './scene.js';
import { statusComment } from './told.js';

/** A model that refuses one file while `refuses()` says so. */
function refusing(path: string, refuses: () => boolean) {
  // A plan that is made again says something else of the file, so that it is changed.
  const again = ticTacToe.plan.replace(`\`${path}\` (`, `\`${path}\`, in colour (`);
  const [first = ''] = ticTacToe.files[path]?.split('\n') ?? [];
  const edit = `<<<<<<< SEARCH\n${first}\n=======\n/* in colour */\n${first}\n>>>>>>> REPLACE`;
  const good = appAnswers(ticTacToe, { again, edits: { [path]: edit } });
  return (request: Parameters<typeof good>[0]) => {
    const isAsked = new RegExp(`\\b(?:Write|Change) \`${path}\``).test(
      request.messages.at(-1)?.content ?? '',
    );
    return refuses() && isAsked ? { refusal: 'I will not.' } : good(request);
  };
}

describe('a person on the branch', () => {
  test('S28 keeps their work through every later run, not only the next', async () => {
    const { github, label } = await stage();
    await label(1);
    const files = { 'style.css': '/* mine */\n', 'extra.txt': 'mine\n' };
    await github.commit({ branch: 'smol/issue-1', files, by: 'ann' });
    for (const colour of ['green', 'black', 'white']) {
      await github.editIssue(1, { body: `${ticTacToe.prompt} In ${colour}.` });
      await label(1);
    }
    expect(await github.tree('smol/issue-1')).toMatchObject(files);
  });

  test('keeps their work even among more changes than a comparison lists', async () => {
    const { github, label } = await stage();
    await label(1);
    const many = Object.fromEntries(
      Array.from({ length: 310 }, (_, index) => [`data/${index}.txt`, `${index}\n`]),
    );
    await github.commit({
      branch: 'smol/issue-1',
      files: { ...many, 'style.css': '/* mine */\n' },
      by: 'ann',
    });
    await github.editIssue(1, { body: `${ticTacToe.prompt} In colour.` });
    await label(1);
    const tree = await github.tree('smol/issue-1');
    expect(tree['style.css']).toBe('/* mine */\n');
    expect(tree['data/309.txt']).toBe('309\n');
  });

  test('who deleted a file is not sent it again, nor is it paid for again', async () => {
    const { github, label, modelCalls } = await stage();
    await label(1);
    await github.commit({ branch: 'smol/issue-1', files: { 'style.css': null }, by: 'ann' });
    const calls = modelCalls();
    await label(1);
    expect(modelCalls()).toBe(calls);
    expect(await github.commits('smol/issue-1')).toHaveLength(3);
    expect(await github.tree('smol/issue-1')).not.toHaveProperty(['style.css']);
  });

  test('S30 who merges the pull request during a run gets the new commit in another one', async () => {
    const { github, label } = await stage();
    await label(1);
    await github.editIssue(1, { body: `${ticTacToe.prompt} In colour.` });
    const merge = { before: async () => void (await github.mergePullRequest(2)) };
    github.fault({ method: 'POST', path: /\/git\/commits$/, effect: merge });
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    expect((await github.pullRequests()).filter(({ state }) => state === 'open')).toHaveLength(1);
  });

  test('S28 who commits while we do has their commit under ours', async () => {
    const { github, label } = await stage();
    await label(1);
    await github.editIssue(1, { body: `${ticTacToe.prompt} In colour.` });
    let theirs = '';
    const before = async () => {
      theirs = await github.commit({ branch: 'smol/issue-1', files: { 'extra.txt': 'mine\n' }, by: 'ann' });
    };
    github.fault({ method: 'PATCH', path: /\/git\/refs\//, effect: { before } });
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    const [head, parent] = await github.commits('smol/issue-1');
    expect(parent?.sha).toBe(theirs);
    expect(head?.parents).toEqual([theirs]);
    expect(await github.tree('smol/issue-1')).toMatchObject({ 'extra.txt': 'mine\n' });
  });

  test('S28 who does not stop committing is told so, after three attempts', { timeout: 40_000 }, async () => {
    const { github, label } = await stage();
    await label(1);
    await github.editIssue(1, { body: `${ticTacToe.prompt} In colour.` });
    let count = 0;
    const before = async () => {
      count += 1;
      await github.commit({ branch: 'smol/issue-1', files: { 'extra.txt': `${count}\n` }, by: 'ann' });
    };
    github.fault({ method: 'PATCH', path: /\/git\/refs\//, times: 9, effect: { before } });
    const run = await label(1);
    expect(run.exitCode, run.log).toBe(1);
    expect(count).toBe(3);
    expect(run.log).toContain('Someone else wrote to the branch `smol/issue-1` during the run.');
    expect(await statusComment(github, 1)).toContain('Someone else wrote to the branch');
    expect(
      (await github.commits('smol/issue-1')).filter(({ message }) => /Smol-Key/.test(message)),
    ).toHaveLength(1);
  });

  test('who deletes the comment during a run finds one when it ends', async () => {
    const { github, label } = await stage();
    const remove = { before: async () => github.deleteComment((await github.comments(1))[0]?.id ?? 0) };
    github.fault({ method: 'POST', path: /\/git\/trees$/, effect: remove });
    await label(1);
    expect(await statusComment(github, 1)).toContain('ready for review');
  });
});

describe('what a person did on the branch', () => {
  /** Plans of a few files, each with what it is for as its content. */
  function planned(...paths: string[]) {
    const list = paths.map((path) => `- \`${path}\` (~2) – a part.`).join('\n');
    const files = Object.fromEntries(paths.map((path) => [path, `part of ${paths.length}: ${path}\n`]));
    const plan = `# Parts\nParts.\n\n## Files\n${list}\n`;
    return appAnswers({ plan, files }, { again: plan });
  }

  /** Labels the issue again with another text. */
  async function ask(scene: Awaited<ReturnType<typeof stage>>, text: string) {
    await scene.github.editIssue(1, { body: `Make ${text} for me, please.` });
    return scene.label(1);
  }

  const branch = 'smol/issue-1';

  test('does not make us delete a file of the base that we had replaced', async () => {
    let answer = planned('README.md', 'a.js');
    const scene = await stage({ files: { 'README.md': 'theirs\n' }, answer: (request) => answer(request) });
    await scene.label(1);
    await scene.github.commit({ branch, files: { 'notes.txt': 'n\n' }, by: 'ann' });
    answer = planned('a.js', 'b.js', 'c.js');
    await ask(scene, 'three parts');
    expect(await scene.github.tree(branch)).toMatchObject({ 'README.md': 'theirs\n', 'notes.txt': 'n\n' });
  });

  test('is theirs even when they amended our commit', async () => {
    const scene = await stage({ answer: planned('a.js', 'b.js') });
    await scene.label(1);
    const message = (await scene.github.head(branch))?.message ?? '';
    await scene.github.commit({ branch, files: { 'a.js': 'amended\n' }, message, by: 'ann' });
    await ask(scene, 'the same parts');
    expect((await scene.github.tree(branch))['a.js']).toBe('amended\n');
  });

  test('may bring in another issue’s commit, which is not ours here', async () => {
    const scene = await stage({ answer: planned('a.js', 'b.js') });
    await scene.label(1);
    const other = `Other\n\nSmol-Issue: 3\nSmol-Key: ${'0'.repeat(16)}\nSmol-Record: ${'a'.repeat(40)}`;
    await scene.github.commit({ branch, files: { 'other.js': 'o\n' }, message: other, by: 'ann' });
    const calls = scene.modelCalls();
    await scene.label(1);
    expect(scene.modelCalls()).toBe(calls);
    expect(await scene.github.tree(branch)).toHaveProperty(['other.js']);
  });

  test.each([
    ['deleted', null],
    ['put back to what the base had', 'theirs\n'],
  ])('lasts: a file that was %s stays so through later runs', async (_, content) => {
    const scene = await stage({ files: { 'README.md': 'theirs\n' }, answer: planned('README.md', 'a.js') });
    await scene.label(1);
    await scene.github.commit({ branch, files: { 'README.md': content }, by: 'ann' });
    for (const text of ['this', 'that', 'more']) await ask(scene, text);
    expect((await scene.github.tree(branch))['README.md'] ?? null).toBe(content);
  });

  test('stands in the way of a path before that is paid for', async () => {
    let answer = planned('a.js');
    const scene = await stage({ answer: (request) => answer(request) });
    await scene.label(1);
    await scene.github.commit({ branch, files: { docs: 'a file\n' }, by: 'ann' });
    answer = planned('a.js', 'docs/guide.md');
    const calls = scene.modelCalls();
    const run = await ask(scene, 'a guide');
    expect(run.succeeded, run.log).toBe(true);
    // The plan alone: what it says of `a.js` is what it said before.
    expect(scene.modelCalls()).toBe(calls + 1);
  });

  test('counts: a file that they wrote by hand is not missing', async () => {
    const { github, label } = await stage({ answer: refusing('style.css', () => true) });
    expect((await label(1)).outputs.status).toBe('partial');
    await github.commit({ branch, files: { 'style.css': '/* by hand */\n' }, by: 'ann' });
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    expect((await github.pullRequests())[0]?.draft).toBe(false);
    expect((await github.tree(branch))['style.css']).toBe('/* by hand */\n');
  });

  test('is shown as theirs in every later run', async () => {
    const { github, label } = await stage();
    await label(1);
    await github.commit({ branch, files: { 'style.css': '/* mine */\n' }, by: 'ann' });
    await github.editIssue(1, { body: `${ticTacToe.prompt} In colour.` });
    for (const files of ['3', '3']) {
      const run = await label(1);
      expect(run.outputs['files-count']).toBe(files);
      expect(await statusComment(github, 1)).toMatch(/`style\.css`.*yours is kept/);
    }
  });

  test('is not guessed at where GitHub lists only a part of the files', async () => {
    const { github, label, modelCalls } = await stage();
    await label(1);
    await github.commit({ branch, files: { 'style.css': '/* mine */\n' }, by: 'ann' });
    const body = { sha: 'a'.repeat(40), url: github.url, tree: [], truncated: true };
    github.fault({
      method: 'GET',
      path: /\/git\/trees\//,
      times: 2,
      effect: { answer: { status: 200, body } },
    });
    await github.editIssue(1, { body: `${ticTacToe.prompt} In colour.` });
    const calls = modelCalls();
    const run = await label(1);
    expect(run.log).toContain('too large to tell');
    expect(modelCalls()).toBe(calls);
    expect((await github.tree(branch))['style.css']).toBe('/* mine */\n');
  });

  test('leaves files of an old plan to go even when all of the new plan is theirs', async () => {
    let answer = planned('a.js', 'b.js');
    const scene = await stage({ answer: (request) => answer(request) });
    await scene.label(1);
    await scene.github.commit({ branch, files: { 'a.js': 'mine\n' }, by: 'ann' });
    answer = planned('a.js');
    await ask(scene, 'one part');
    expect(await scene.github.tree(branch)).toEqual({ 'README.md': '# app\n', 'a.js': 'mine\n' });
  });
});

describe('a person without write access', () => {
  test('cannot take away the comment of a run by labelling again', async () => {
    const { github, label } = await stage({ collaborators: { ann: 'write', tim: 'triage' } });
    await label(1);
    const before = await statusComment(github, 1);
    expect((await label(1, { by: 'tim' })).outputs.status).toBe('skipped');
    expect(await statusComment(github, 1)).toBe(before);
  });
});

describe('a later run that cannot begin', () => {
  test('says so above the comment of the earlier one, once, and the next run clears it', async () => {
    const { github, label } = await stage();
    await label(1);
    for (const files of ['many', 'lots']) {
      await label(1, { inputs: { 'max-files': files } });
      const comment = await statusComment(github, 1);
      expect(comment).toContain(`\`max-files\` is \`${files}\``);
      expect(comment.match(/max-files/g)).toHaveLength(1);
      expect(comment).toContain('/pull/2');
    }
    await label(1);
    expect(await statusComment(github, 1)).not.toContain('max-files');
  });
});

describe('the pull request', () => {
  test('is a draft again when a later version of it is not whole, and ready when the rest is there', async () => {
    let refuses = false;
    const { github, label } = await stage({ answer: refusing('style.css', () => refuses) });
    await label(1);
    refuses = true;
    await github.editIssue(1, { body: `${ticTacToe.prompt} In colour.` });
    expect((await label(1)).outputs.status).toBe('partial');
    expect((await github.pullRequests())[0]?.draft).toBe(true);
    refuses = false;
    expect((await label(1)).outputs.status).toBe('updated');
    expect((await github.pullRequests())[0]?.draft).toBe(false);
  });

  test('adds up what all runs for it used', async () => {
    let refuses = true;
    const { github, label } = await stage({ answer: refusing('style.css', () => refuses) });
    await label(1);
    refuses = false;
    await label(1);
    const second = (await github.pullRequests())[0]?.body?.match(/[\d.]+k tokens in[^·]*/)?.[0];
    await label(1);
    expect(second).toBeDefined();
    expect((await github.pullRequests())[0]?.body).toContain(second);
  });

  test('of a dispatch has one comment, even when a person opened it by our link', async () => {
    const { github, dispatch } = await stage({ issue: null });
    github.fault({ method: 'POST', path: /\/pulls$/, times: 2, effect: actionsMayNotOpenPullRequests() });
    const again = { env: { GITHUB_RUN_ID: '4242' } };
    const run = await dispatch({ prompt: ticTacToe.prompt }, again);
    const head = run.outputs.branch ?? '';
    const pull = await github.createPullRequest({ head, title: 'By hand', by: 'ann' });
    await dispatch({ prompt: ticTacToe.prompt }, again);
    await dispatch({ prompt: ticTacToe.prompt }, again);
    await statusComment(github, pull.number);
  });

  test('becomes ready even when the first request for that does not arrive', async () => {
    let refuses = true;
    const { github, label } = await stage({ answer: refusing('style.css', () => refuses) });
    await label(1);
    refuses = false;
    github.fault({ path: /^\/graphql$/, effect: { answer: { status: 502, body: {} } } });
    await label(1);
    expect((await github.pullRequests())[0]?.draft).toBe(false);
  });

  test('follows the base that is asked for', async () => {
    const { github, label } = await stage();
    await label(1);
    await github.createBranch('dev');
    const run = await label(1, { inputs: { base: 'dev' } });
    expect(run.succeeded, run.log).toBe(true);
    expect((await github.pullRequests()).map(({ base }) => base.ref)).toEqual(['dev']);
  });

  test('of a second branch is gone on with when a person deletes the first', async () => {
    const { github, label } = await stage();
    await label(1);
    await github.closePullRequest(2);
    await label(1);
    await github.deleteBranch('smol/issue-1');
    const run = await label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated', branch: 'smol/issue-1-2' });
    expect(await github.branches()).toEqual(['main', 'smol/issue-1-2']);
    expect((await github.pullRequests()).map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  test('S26 never goes on on the default branch, even where our own commits were merged into it', async () => {
    const { github, label } = await stage({ defaultBranch: 'v1' });
    await github.createBranch('dev');
    await label(1);
    await github.mergePullRequest(2);
    await github.editIssue(1, { state: 'open' });
    const before = await github.head('v1');
    const run = await label(1, { inputs: { base: 'dev', branch: 'v{number}' } });
    expect(run.outputs.branch, run.log).toBe('v1-2');
    expect(await github.head('v1')).toEqual(before);
  });

  test('is left alone in what a person decided, where nothing is new', async () => {
    const { github, label } = await stage({ collaborators: { ann: 'write', bob: 'write' }, labels: ['app'] });
    const options = { inputs: { reviewers: 'bob', labels: 'app' } };
    await label(1, options);
    github.clearRequests();
    await label(1, options);
    const asked = github.requests().map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);
    expect(asked).not.toContain('POST requested_reviewers');
    expect(asked).not.toContain('POST labels');
  });

  test('is never one with nothing in it', async () => {
    const plan = '# CI\nChecks.\n\n## Files\n- `.github/workflows/ci.yml` (~9) – checks every push.\n';
    const answer = appAnswers({ ...ticTacToe, plan, files: { '.github/workflows/ci.yml': 'on: push\n' } });
    const { github, label } = await stage({ answer });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(await github.branches()).toEqual(['main']);
    expect(await statusComment(github, 1)).toContain('nothing to commit');
  });
});

const README_EDIT = '<<<<<<< SEARCH\n# app\n=======\n# app, with a game\n>>>>>>> REPLACE';

describe('a repository in which something stands in the way', () => {
  test('of a path: it is refused before it is paid for, by name', async () => {
    const plan = `${ticTacToe.plan.trimEnd()}\n- \`docs/guide.md\` (~9 lines) – a guide.\n`;
    const files = { ...ticTacToe.files, 'docs/guide.md': 'hello\n' };
    const { github, label, modelCalls } = await stage({
      files: { 'README.md': '# app\n', docs: 'a file\n' },
      answer: appAnswers({ ...ticTacToe, plan, files }, { edits: { 'README.md': README_EDIT } }),
    });
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    expect(modelCalls()).toBe(5);
    expect(run.outputs['files-count']).toBe('4');
    expect((await github.pullRequests())[0]?.body).toMatch(
      /docs\/guide\.md.*`docs` is a file of this repository/,
    );
  });

  test('S23 of the branch: a dash is found again by the next run without a model', async () => {
    const { github, label, modelCalls } = await stage();
    await github.createBranch('smol');
    await label(1);
    const calls = modelCalls();
    expect((await label(1)).outputs).toMatchObject({ status: 'updated', branch: 'smol-issue-1' });
    expect(modelCalls()).toBe(calls);
  });

  test('S25 of the base branch: a renamed one is not there, and nothing is spent', async () => {
    const { github, label, modelCalls } = await stage();
    const headers = { location: `${github.url}/repos/octo/app/branches/main` };
    const moved = { answer: { status: 301, headers, body: { message: 'Moved Permanently' } } };
    github.fault({ path: /\/branches\/master$/, times: Number.POSITIVE_INFINITY, effect: moved });
    const run = await label(1, { inputs: { base: 'master' } });
    expect(run.log).toMatch(/no branch `master`/);
    expect(modelCalls()).toBe(0);
  });

  test('S28 of our branch: one without a common history is somebody else’s', async () => {
    const { github, label } = await stage();
    await github.createBranch('smol/issue-1');
    const none = { answer: { status: 404, body: { message: 'No common ancestor' } } };
    github.fault({ path: /\/compare\//, times: 1, effect: none });
    const run = await label(1);
    expect(run.outputs).toMatchObject({ status: 'created', branch: 'smol/issue-1-2' });
  });

  test('S26 by a rule: GitHub’s own words are passed on', async () => {
    const { github, label } = await stage();
    const refused = { answer: { status: 422, body: { message: 'Reference update failed' } } };
    github.fault({ method: 'POST', path: /\/git\/refs$/, times: 9, effect: refused });
    const run = await label(1);
    expect(run.log).toContain('Reference update failed');
    expect(run.log).toMatch(/rule/);
    expect(await github.branches()).toEqual(['main']);
  });
});

describe('a token that lacks', () => {
  test('S32 the permission for pull requests is found out before anything is spent', async () => {
    const permissions = { contents: 'write', issues: 'write', pull_requests: 'read' } as const;
    const { github, label, modelCalls } = await stage({ permissions });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(modelCalls()).toBe(0);
    expect(await statusComment(github, 1)).toContain('pull-requests: write');
  });
});

describe('the runner', () => {
  test('without a place for the summary does not make a good run a bad one', async () => {
    const { label } = await stage();
    const run = await label(1, { env: { GITHUB_STEP_SUMMARY: '' } });
    expect(run.outputs.status).toBe('created');
    expect(run.exitCode).toBe(0);
  });

  test('S60 is obeyed while we wait for a rate limit', async () => {
    const { github, label } = await stage();
    github.fault({ method: 'POST', path: /\/git\/trees$/, effect: secondaryRateLimit(40) });
    const isLimited = () =>
      github.requests().some(({ path, status }) => /trees$/.test(path) && status === 403);
    const run = await label(1, { signalAfter: isLimited });
    expect(run.signal).toBeNull();
    expect(run.wallMs).toBeLessThan(30_000);
    expect(await statusComment(github, 1)).toMatch(/cancelled/i);
  });
});

describe('the last words', () => {
  test('are said even when the last reaction cannot be set', async () => {
    const { github, label } = await stage();
    const denied = { answer: { status: 403, body: { message: 'Resource not accessible by integration' } } };
    github.fault({ method: 'POST', path: /\/reactions$/, nth: 2, times: 9, effect: denied });
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    expect(await statusComment(github, 1)).toContain('ready for review');
  });
});

describe('an answer of GitHub’s that breaks off in the middle', () => {
  const proxies: { close(): void }[] = [];
  afterEach(() => {
    for (const proxy of proxies.splice(0)) proxy.close();
  });

  /** Passes everything on, but cuts the body of the nth matching answer in half. */
  async function cutting(target: string, method: string, path: RegExp, nth: number): Promise<string> {
    let seen = 0;
    const server = createServer((request, response) => {
      const options = {
        method: request.method ?? 'GET',
        headers: { ...request.headers, host: new URL(target).host },
      };
      const onward = forward(`${target}${request.url}`, options, async (answer) => {
        const body = Buffer.concat(await answer.toArray());
        const isHit = request.method === method && path.test(decodeURIComponent(request.url ?? ''));
        if (isHit) seen += 1;
        const { 'transfer-encoding': _, ...headers } = answer.headers;
        response.writeHead(answer.statusCode ?? 500, { ...headers, 'content-length': body.length });
        if (!isHit || seen !== nth) return response.end(body);
        response.write(body.subarray(0, body.length >> 1));
        setTimeout(() => response.destroy(), 50);
      });
      request.pipe(onward);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    proxies.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test.each([
    ['GET', /\/issues\/1\/comments\?/, 1],
    ['POST', /\/issues\/1\/comments$/, 1],
    ['GET', /\/git\/trees\//, 1],
    ['POST', /\/git\/trees$/, 1],
    ['POST', /\/git\/trees$/, 2],
    ['POST', /\/git\/trees$/, 3],
    ['POST', /\/git\/refs$/, 1],
    ['POST', /\/pulls$/, 2],
  ])('is none: %s %s', async (method, path, nth) => {
    const { github, run } = await stage();
    const url = await cutting(github.url, method, path, nth);
    const payload = await github.labeledEvent({ issueNumber: 1, sender: 'ann' });
    const result = await run('issues', payload, { github: { url, token: github.token } });
    expect(result.succeeded, result.log).toBe(true);
    expect(await statusComment(github, 1)).toContain('ready for review');
    expect(await github.pullRequests()).toHaveLength(1);
  });
});

test('a silent model does not keep a cancelled run', async () => {
  const good = appAnswers(ticTacToe);
  const { github, label } = await stage({
    answer: (request) => (request.index < 2 ? good(request) : { raw: hostile.silence }),
  });
  const run = await label(1, { signalAfter: (log) => log.includes('1 of 4') });
  expect(run.signal).toBeNull();
  expect(await github.branches()).toEqual(['main']);
});
