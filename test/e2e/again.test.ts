import { describe, expect, test } from 'vitest';
import { linkShortener, ticTacToe } from '../support/apps/index.js';
import { actionsMayNotOpenPullRequests } from '../support/github/index.js';
import { appAnswers, hostile, requestedPath } from '../support/model/index.js';
import { stage } from './scene.js';
import { statusComment } from './told.js';

describe('a second run on the same issue', () => {
  test('S27 S29 finds the comment, the branch and the pull request, and asks no model', async () => {
    const { github, label, modelCalls } = await stage();
    await label(1);
    const calls = modelCalls();
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    expect(run.outputs).toMatchObject({ status: 'updated', 'input-tokens': '0' });
    expect(modelCalls()).toBe(calls);
    expect(await github.commits('smol/issue-1')).toHaveLength(2);
    expect(await github.pullRequests()).toHaveLength(1);
    await statusComment(github, 1);
  });

  test('S27 with another text makes a new commit on the same branch, without the files of the old plan', async () => {
    let answer = appAnswers(ticTacToe);
    const { github, label } = await stage({ answer: (request) => answer(request) });
    await label(1);
    answer = appAnswers(linkShortener);
    await github.editIssue(1, { body: linkShortener.prompt });
    const run = await label(1);
    expect(run.outputs).toMatchObject({ status: 'updated', 'pull-request-operation': 'updated' });
    expect(await github.commits('smol/issue-1')).toHaveLength(3);
    expect(await github.pullRequests()).toHaveLength(1);
    expect(Object.keys(await github.tree('smol/issue-1')).sort()).toEqual(
      Object.keys(linkShortener.files).sort(),
    );
    await statusComment(github, 1);
  });

  test('S28 never overwrites what a person changed on the branch', async () => {
    const { github, label } = await stage();
    await label(1);
    await github.commit({
      branch: 'smol/issue-1',
      files: { 'style.css': '/* mine */\n', 'extra.txt': 'mine\n' },
      by: 'ann',
    });
    await github.editIssue(1, { body: `${ticTacToe.prompt} In colour.` });
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    const tree = await github.tree('smol/issue-1');
    expect(tree['style.css']).toBe('/* mine */\n');
    expect(tree['extra.txt']).toBe('mine\n');
    expect(await github.commits('smol/issue-1')).toHaveLength(4);
    expect(await statusComment(github, 1)).toMatch(/`style\.css`.*yours is kept/);
  });

  test.each(['merged', 'closed'])(
    'S30 after the pull request was %s builds on a branch of the next number',
    async (how) => {
      // Once it is merged, what is made is a change of the app.
      const edits = {
        'README.md': '<<<<<<< SEARCH\n# Tic-tac-toe\n=======\n# Tic-tac-toe, again\n>>>>>>> REPLACE',
      };
      const { github, label } = await stage({ answer: appAnswers(ticTacToe, { edits }) });
      await label(1);
      if (how === 'merged') await github.mergePullRequest(2);
      else await github.closePullRequest(2);
      const old = await github.head('smol/issue-1');
      await github.editIssue(1, { state: 'open', body: `${ticTacToe.prompt} Again.` });
      const run = await label(1);
      expect(run.outputs).toMatchObject({ status: 'created', branch: 'smol/issue-1-2' });
      expect(await github.head('smol/issue-1')).toEqual(old);
      expect((await github.pullRequest(2)).state).toBe('closed');
      expect((await github.pullRequest(3)).state).toBe('open');
    },
  );

  test('S28 leaves a branch alone that somebody else made under our name', async () => {
    const { github, label } = await stage();
    await github.createBranch('smol/issue-1');
    const theirs = await github.commit({ branch: 'smol/issue-1', files: { 'a.txt': 'a\n' }, by: 'ann' });
    const run = await label(1);
    expect(run.outputs).toMatchObject({ status: 'created', branch: 'smol/issue-1-2' });
    expect((await github.head('smol/issue-1'))?.sha).toBe(theirs);
  });

  test('S70 is not confused by a stranger who posts our marker first', async () => {
    const { github, label } = await stage();
    await label(1);
    const [ours] = await github.comments(1);
    await github.createIssue({ title: 'A tic-tac-toe game', body: ticTacToe.prompt });
    const forged = await github.comment(3, ours?.body ?? '', 'stranger');
    // A first run looks for no comment; the second one looks for its own.
    for (let run = 1; run <= 2; run += 1) {
      await label(3);
      expect(await statusComment(github, 3)).not.toBe(forged.body);
      expect((await github.comments(3)).find(({ id }) => id === forged.id)?.body).toBe(forged.body);
    }
  });
});

describe('a repository that does not let Actions open pull requests', () => {
  test('S27 S31 keeps the branch, gives a link and the setting, and a re-run opens it without a model', async () => {
    const { github, label, modelCalls } = await stage();
    github.fault({ method: 'POST', path: /\/pulls$/, times: 2, effect: actionsMayNotOpenPullRequests() });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(run.outputs).toMatchObject({ status: 'partial', branch: 'smol/issue-1' });
    const comment = await statusComment(github, 1);
    expect(comment).toContain('/compare/main...smol/issue-1?expand=1');
    expect(comment).toContain('Allow GitHub Actions to create and approve pull requests');
    expect(run.log).toContain('Allow GitHub Actions to create and approve pull requests');

    const calls = modelCalls();
    const again = await label(1);
    expect(again.succeeded, again.log).toBe(true);
    expect(again.outputs.status).toBe('created');
    expect(modelCalls()).toBe(calls);
    const [pull] = await github.pullRequests();
    for (const path of Object.keys(ticTacToe.files)) expect(pull?.body).toContain(`\`${path}\``);
    expect(await statusComment(github, 1)).toContain(`#${pull?.number}`);
  });

  test('S25 S31 gives a link that works for any base, and closes the issue when it is followed', async () => {
    const { github, label } = await stage();
    await github.createBranch('release#1');
    const effect = actionsMayNotOpenPullRequests();
    github.fault({ method: 'POST', path: /\/pulls$/, times: 2, effect });
    await label(1, { inputs: { base: 'release#1' } });
    const comment = await statusComment(github, 1);
    const url = new URL(/https?:\/\/[^\s)>]*\/compare\/[^\s)>]*/.exec(comment)?.[0] ?? '');
    expect(url.pathname).toMatch(/\/compare\/release%231\.\.\.smol\/issue-1$/);
    expect(url.searchParams.get('title')).toBe('A tic-tac-toe game');
    expect(url.searchParams.get('body')).toContain('Closes #1');
  });
});

describe('a file that fails', () => {
  const refusing = (path: string) => {
    const good = appAnswers(ticTacToe);
    let refuse = true;
    return {
      answer: (request: Parameters<typeof good>[0]) =>
        refuse && requestedPath(request.messages, Object.keys(ticTacToe.files)) === path
          ? { refusal: 'I will not write that.' }
          : good(request),
      mend: () => {
        refuse = false;
      },
    };
  };

  test('S48 makes a draft that says what is missing; the next run makes only that, and the draft is ready', async () => {
    const { answer, mend } = refusing('style.css');
    const { github, label, modelCalls } = await stage({ answer });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(run.outputs).toMatchObject({ status: 'partial', 'files-count': '3' });
    const [draft] = await github.pullRequests();
    expect(draft).toMatchObject({ draft: true, changedFiles: 3 });
    expect(draft?.body).toContain('style.css');

    mend();
    const calls = modelCalls();
    const again = await label(1);
    expect(again.succeeded, again.log).toBe(true);
    expect(modelCalls()).toBe(calls + 1);
    expect(await github.tree('smol/issue-1')).toEqual(ticTacToe.files);
    expect((await github.pullRequests())[0]).toMatchObject({ draft: false, changedFiles: 4 });
  });

  test('of a plan of which nothing is left leaves no branch', async () => {
    const good = appAnswers(ticTacToe);
    const { github, label } = await stage({
      answer: (request) => (request.index === 0 ? good(request) : { refusal: 'No.' }),
    });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(run.outputs.status).toBe('failed');
    expect(await github.branches()).toEqual(['main']);
    expect(await statusComment(github, 1)).toMatch(/refused/);
  });

  test('whose stream is cut is asked for again', async () => {
    const good = appAnswers(ticTacToe);
    const { github, label, modelCalls } = await stage({
      answer: (request) => (request.index === 2 ? { raw: hostile.cleanCut } : good(request)),
    });
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    expect(modelCalls()).toBe(6);
    expect(await github.tree('smol/issue-1')).toEqual(ticTacToe.files);
  });
});

describe('a model that cannot be used', () => {
  test('says so in the comment after one request', async () => {
    const { github, label, modelCalls } = await stage({ answer: () => ({ raw: hostile.insufficientQuota }) });
    const run = await label(1);
    expect(run.succeeded).toBe(false);
    expect(modelCalls()).toBe(1);
    expect(await statusComment(github, 1)).toMatch(/credit/i);
  });

  test('a wrong key is never printed', async () => {
    const { github, label } = await stage();
    const key = 'sk-proj-0123456789abcdefghijklmnopqrstuv';
    const run = await label(1, { inputs: { 'api-key': key } });
    expect(run.succeeded).toBe(false);
    expect(run.secretsInLog([key, github.token])).toEqual([]);
    expect(await statusComment(github, 1)).not.toContain(key);
    expect(run.log).toContain('api-key');
  });
});

describe('names that stand in the way', () => {
  test('S23 a branch `smol` makes our slash a dash, and the next run finds it', async () => {
    const { github, label } = await stage();
    await github.createBranch('smol');
    const run = await label(1);
    expect(run.outputs).toMatchObject({ status: 'created', branch: 'smol-issue-1' });
    const again = await label(1);
    expect(again.outputs).toMatchObject({ status: 'updated', branch: 'smol-issue-1' });
    expect(await github.pullRequests()).toHaveLength(1);
  });

  test('a workflow file is set aside and shown, never sent to GitHub', async () => {
    const plan = `${ticTacToe.plan.trimEnd()}\n- \`.github/workflows/ci.yml\` (~9 lines) – checks every push.\n`;
    const files = { ...ticTacToe.files, '.github/workflows/ci.yml': 'on: push\njobs: {}\n' };
    const { github, label } = await stage({ answer: appAnswers({ ...ticTacToe, plan, files }) });
    const run = await label(1);
    expect(run.succeeded, run.log).toBe(true);
    expect(Object.keys(await github.tree('smol/issue-1'))).not.toContain('.github/workflows/ci.yml');
    const [pull] = await github.pullRequests();
    expect(pull?.body).toContain('.github/workflows/ci.yml');
    expect(pull?.body).toContain('on: push');
    // The checkpoint has it as a text, under a name of its own: no request makes a file of that path.
    const trees = github.requests().filter(({ path }) => path.endsWith('/git/trees'));
    const paths = trees.flatMap(({ body }) =>
      (body as { tree: { path: string }[] }).tree.map(({ path }) => path),
    );
    expect(paths).toContain('index.html');
    expect(paths.filter((path) => path.includes('ci.yml'))).toEqual([]);
  });
});

describe('a run that is cancelled', () => {
  test('stops within five seconds, says so, and leaves no branch', async () => {
    const good = appAnswers(ticTacToe);
    const { github, label } = await stage({
      answer: (request) => (request.index < 2 ? good(request) : { raw: hostile.headersThenSilence }),
    });
    const run = await label(1, { signalAfter: (log) => log.includes('1 of 4') });
    expect(run.signal).toBeNull();
    expect(run.succeeded).toBe(false);
    expect(run.wallMs).toBeLessThan(10_000);
    expect(await github.branches()).toEqual(['main']);
    expect(await statusComment(github, 1)).toMatch(/cancelled/i);
  });
});
