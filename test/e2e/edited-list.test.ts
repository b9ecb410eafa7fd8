import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { type AppChanges, appAnswers, type ChatRequest } from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { type Scene, type SceneOptions, SEVERAL_RUNS, stage, built as started } from './scene.js';
import { statusComment, wordsOf } from './told.js';

const RULES = '# Rules\n';
const { files: FILES } = ticTacToe;
/** The base has one, too. */
const WITHOUT_README = { ...FILES, 'README.md': '# app\n' };

/** A game is built, and pull request 2 is open. */
function built(changes: AppChanges = {}, options: SceneOptions = {}): Promise<Scene> {
  const answer = appAnswers(ticTacToe, { files: { 'rules.md': RULES }, ...changes });
  return started({ answer, env: NO_WAITING, ...options });
}

async function edit({ github }: Scene, change: (body: string) => string, by = 'ann'): Promise<void> {
  const [status] = (await github.comments(1)).filter(({ authorType }) => authorType === 'Bot');
  const body = change(status?.body ?? '');
  expect(body).not.toBe(status?.body);
  await github.editComment(status?.id ?? 0, body, by);
}

/** Goes on, and tells how many requests the model got. */
async function goOn(scene: Scene, words = '/smol build') {
  const run = await scene.command(1, words);
  return { ...run, calls: run.calls.length };
}

const withRules = (body: string) =>
  body.replace('- [x] `README.md`', '- [ ] `rules.md` – the rules, in short.\n- [x] `README.md`');

describe('the list of an app that is built is the contract of the next build', SEVERAL_RUNS, () => {
  test('a file that is added is made, and nothing else', async () => {
    const scene = await built();
    await edit(scene, withRules);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated', 'pull-request-number': '2' });
    expect(run.calls).toBe(1);
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
    const comment = await statusComment(scene.github, 1);
    expect(comment).toContain('**Built as edited:** Added `rules.md`.');
    expect(comment).not.toContain('Against the plan before');
    expect(comment).toContain('- [x] `rules.md` – the rules, in short');
    expect((await scene.github.pullRequest(2)).body).toContain('`rules.md`');
  });

  test.each<[string, (body: string) => string]>([
    ['unticked', (body) => body.replace('- [x] `README.md`', '- [ ] `README.md`')],
    ['deleted', (body) => body.replace(/^- \[x\] `README\.md`.*\n/m, '')],
  ])('a file whose line is %s goes, without a call', async (_, change) => {
    const scene = await built();
    await edit(scene, change);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toBe(0);
    expect(await scene.github.tree('smol/issue-1')).toEqual(WITHOUT_README);
    expect(await statusComment(scene.github, 1)).toContain('Without `README.md`.');
  });

  test('a file of which something else is said is edited, not written anew', async () => {
    const readme = FILES['README.md'] ?? '';
    const edits = { 'README.md': `<<<<<<< SEARCH\n${readme}=======\n${readme}Play fair.\n>>>>>>> REPLACE\n` };
    const scene = await built({ edits });
    await edit(scene, (body) => body.replace('what it is and how to play', 'how to play, and to play fair'));
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toBe(1);
    expect((await scene.github.tree('smol/issue-1'))['README.md']).toBe(`${readme}Play fair.\n`);
  });

  test('a sentence of the contract that is changed has the files made again that it names', async () => {
    const scene = await built({
      edits: { 'style.css': '<<<<<<< SEARCH\n.win\n=======\n.line\n>>>>>>> REPLACE\n' },
    });
    await edit(scene, (body) => body.replace('It adds `.win` to', 'It adds `.line` to'));
    const run = await goOn(scene);
    expect(run.succeeded, run.log).toBe(true);
    // game.js and style.css name it, index.html uses both.
    expect(run.calls).toBeGreaterThanOrEqual(2);
    expect(await statusComment(scene.github, 1)).toContain('1 line of the contract changed.');
  });

  test('a sentence of the contract that names nothing has all files looked at', async () => {
    const scene = await built();
    await edit(scene, (body) => body.replace('X begins the first round', 'O begins the first round'));
    const run = await goOn(scene);
    expect(run.succeeded, run.log).toBe(true);
    expect(run.calls).toBe(Object.keys(FILES).length);
  });

  test('a file that is renamed takes its content along', async () => {
    const scene = await built({ edits: { 'guide.md': 'UNCHANGED' } });
    await edit(scene, (body) => body.replace('- [x] `README.md`', '- [x] `guide.md`'));
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    const { 'README.md': readme, ...left } = FILES;
    expect(await scene.github.tree('smol/issue-1')).toEqual({
      ...left,
      'README.md': '# app\n',
      'guide.md': readme,
    });
  });

  test('a file that is renamed takes along what a person made of it', async () => {
    const scene = await built({ edits: { 'guide.md': 'UNCHANGED' } });
    await scene.github.commit({ branch: 'smol/issue-1', files: { 'README.md': '# Mine\n' }, by: 'ann' });
    await edit(scene, (body) => body.replace('- [x] `README.md`', '- [x] `guide.md`'));
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    const { 'README.md': _, ...left } = FILES;
    // The base has a README of its own.
    const now = { ...left, 'README.md': '# app\n', 'guide.md': '# Mine\n' };
    expect(await scene.github.tree('smol/issue-1')).toEqual(now);
    const again = await scene.command(1, '/smol retry style.css');
    expect(again.succeeded, again.log).toBe(true);
    expect(await scene.github.tree('smol/issue-1')).toEqual(now);
  });

  test.each([
    ['smol', FILES['README.md']],
    ['a person', '# Mine\n'],
  ])('a file of %s that is renamed waits under its old name while the new one fails', async (by, text) => {
    let fails = true;
    const files = { 'rules.md': RULES, 'guide.md': '# Written anew\n' };
    const answer = appAnswers(ticTacToe, { files, edits: { 'guide.md': 'UNCHANGED' } });
    const scene = await built(
      {},
      {
        answer: (request) =>
          fails && /\b(?:Write|Change) `guide\.md`/.test(wordsOf(request.messages))
            ? { status: 400, body: { error: { message: 'no' } } }
            : answer(request),
      },
    );
    if (by !== 'smol')
      await scene.github.commit({ branch: 'smol/issue-1', files: { 'README.md': text ?? '' }, by: 'ann' });
    await edit(scene, (body) => withRules(body).replace('- [x] `README.md`', '- [x] `guide.md`'));
    const first = await goOn(scene);
    expect(first.outputs, first.log).toMatchObject({ status: 'partial' });
    const waiting = { ...FILES, 'rules.md': RULES, 'README.md': text };
    expect(await scene.github.tree('smol/issue-1')).toEqual(waiting);
    fails = false;
    const run = await goOn(scene, '/smol retry');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({
      ...WITHOUT_README,
      ...{ 'rules.md': RULES, 'guide.md': text },
    });
  });

  test('a file that is renamed twice before it is built takes along what a person made of it', async () => {
    const answer = appAnswers(ticTacToe, { edits: { 'guide.md': 'UNCHANGED', 'manual.md': 'UNCHANGED' } });
    const scene = await built(
      {},
      {
        answer: (request) =>
          /\b(?:Write|Change) `guide\.md`/.test(wordsOf(request.messages))
            ? { status: 400, body: { error: { message: 'no' } } }
            : answer(request),
      },
    );
    await scene.github.commit({ branch: 'smol/issue-1', files: { 'README.md': '# Mine\n' }, by: 'ann' });
    await edit(scene, (body) => body.replace('- [x] `README.md`', '- [x] `guide.md`'));
    expect((await goOn(scene)).outputs.status).toBe('partial');
    await edit(scene, (body) => body.replace('- [ ] `guide.md`', '- [ ] `manual.md`'));
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    const now = { ...WITHOUT_README, 'manual.md': '# Mine\n' };
    expect(await scene.github.tree('smol/issue-1')).toEqual(now);
  });

  test('an edit outlives a build of it that fails before its commit', async () => {
    const scene = await built();
    await edit(scene, (body) => body.replace('- [x] `README.md`', '- [ ] `README.md`'));
    scene.github.fault({
      method: 'POST',
      path: /\/git\/commits$/,
      effect: { answer: { status: 403, body: { message: 'Resource not accessible by integration' } } },
    });
    expect((await goOn(scene)).succeeded).toBe(false);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual(WITHOUT_README);
  });

  test('an edited request is planned anew from the list as it was edited', async () => {
    const again = ticTacToe.plan.replace(
      '- `README.md`',
      '- `rules.md` – the rules, in short.\n- `README.md`',
    );
    const scene = await built({ again });
    await edit(scene, withRules);
    await scene.github.editIssue(1, { body: `${ticTacToe.prompt}\n\nIn green.` }, 'ann');
    const run = await scene.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(wordsOf(run.calls[0])).toContain('- `rules.md` – the rules, in short.');
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
    const comment = await statusComment(scene.github, 1);
    expect(comment).toContain('made from the list of files as it was edited: Added `rules.md`.');
  });

  test('a plan that is asked for again is made of the list as it was edited', async () => {
    const scene = await built();
    await edit(scene, withRules);
    const run = await scene.command(1, '/smol plan Shorter, please.');
    expect(run.calls[0]?.map(({ content }) => content).join('\n')).toContain('`rules.md`');
  });

  test('two builds of it at the same moment are one', async () => {
    const scene = await built();
    await edit(scene, withRules);
    // The other one commits between two looks at the branch.
    scene.github.fault({
      path: /\/compare\//,
      effect: { before: async () => void (await scene.command(1, '/smol build')) },
    });
    const run = await goOn(scene);
    expect(run.succeeded, run.log).toBe(true);
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
    const { body } = await scene.github.pullRequest(2);
    expect(body).toContain('`rules.md`');
    expect(body).not.toContain('yours is kept');
    expect(body).not.toContain('· changes');
  });

  test('it can be edited again and again', async () => {
    const scene = await built();
    await edit(scene, withRules);
    await goOn(scene);
    await edit(scene, (body) => body.replace('- [x] `rules.md`', '- [ ] `rules.md`'));
    const run = await goOn(scene);
    expect(run.calls).toBe(0);
    expect(await scene.github.tree('smol/issue-1')).toEqual(FILES);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(4);
  });

  test('a text that a person wrote in the place of the pull request’s stays, above ours', async () => {
    const scene = await built();
    await scene.github.editIssue(2, { body: 'Please test on a phone.\n\nCloses #1' }, 'ann');
    await edit(scene, withRules);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    const { body } = await scene.github.pullRequest(2);
    expect(body).toMatch(/^Please test on a phone\.\n\nCloses #1\n\n<!-- smol:v1 issue=1 -->\n/);
  });

  test('putting the label on again builds it, too', async () => {
    const scene = await built();
    await edit(scene, withRules);
    const run = await scene.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toHaveLength(1);
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test('what a person changed on the branch stays', async () => {
    const scene = await built();
    await scene.github.commit({ branch: 'smol/issue-1', files: { 'style.css': '/* mine */\n' }, by: 'ann' });
    await edit(scene, (body) => withRules(body).replace('- [x] `index.html`', '- [ ] `index.html`'));
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    const { 'index.html': _, ...left } = FILES;
    expect(await scene.github.tree('smol/issue-1')).toEqual({
      ...left,
      'style.css': '/* mine */\n',
      'rules.md': RULES,
    });
  });

  test('S18 an edit by somebody without write access is ignored, and that is said', async () => {
    const scene = await built({}, { collaborators: { ann: 'write', tri: 'write' } });
    await edit(scene, withRules, 'tri');
    scene.github.fault({
      path: /\/collaborators\/tri\/permission$/,
      times: Number.POSITIVE_INFINITY,
      effect: { answer: { status: 200, body: { permission: 'read', role_name: 'read', user: null } } },
    });
    const run = await goOn(scene);
    expect(run.succeeded, run.log).toBe(true);
    expect(run.calls).toBe(0);
    expect(await scene.github.tree('smol/issue-1')).toEqual(FILES);
    expect(await statusComment(scene.github, 1)).toContain('`tri`, who has no write access');
  });

  test('an edit that cannot be read gets one sentence and changes nothing', async () => {
    const scene = await built();
    await edit(scene, (body) => body.replace('<!-- smol:plan -->\n', ''));
    const run = await goOn(scene);
    expect(run.calls).toBe(0);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(2);
    const said = (await scene.github.comments(1)).filter(({ authorType }) => authorType === 'Bot');
    expect(said.map(({ body }) => body).join('\n')).toContain('around the plan must stay');
  });

  test('of an app that is partly made a missing file can be left out', async () => {
    const missing = appAnswers(ticTacToe);
    const scene = await stage({
      env: NO_WAITING,
      answer: (request) => {
        const words = request.messages.map(({ content }) => content).join('\n');
        if (words.includes('Write `README.md`')) return { status: 400, body: { error: { message: 'no' } } };
        return missing(request);
      },
    });
    const first = await scene.label(1);
    expect(first.outputs.status, first.log).toBe('partial');
    await edit(scene, (body) => body.replace(/^- \[ \] `README\.md`.*\n/m, ''));
    const run = await goOn(scene, '/smol retry');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toBe(0);
    expect((await scene.github.pullRequest(2)).draft).toBe(false);
    expect(await scene.github.tree('smol/issue-1')).toEqual(WITHOUT_README);
  });
});

/** A review after which the app is as it was. */
const NO_CHANGE = `## Change

## Files

None

## Replies

1. It is.
`;

describe('a list that is edited, with something else before its build', SEVERAL_RUNS, () => {
  const waits = 'that is not built yet: Added `rules.md`.';

  test('is still built after a review that changes nothing', async () => {
    const scene = await built({ change: NO_CHANGE });
    await edit(scene, withRules);
    await scene.review(2, { body: 'Is it nice?' });
    expect(await statusComment(scene.github, 1)).toContain(waits);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
    expect(await statusComment(scene.github, 1)).not.toContain('not built yet');
  });

  test('is still built after reviews that change the list themselves', async () => {
    const made = '## Change\n\n## Files\n\n- `help.md` – add – help.\n\n## Replies\n\n1. Done.\n';
    const scene = await built({ change: made, files: { 'rules.md': RULES, 'help.md': '# Help\n' } });
    await edit(scene, (body) => withRules(body).replace('- [x] `README.md`', '- [ ] `README.md`'));
    const first = await scene.review(2, { body: 'Help, please.' });
    expect(first.outputs, first.log).toMatchObject({ status: 'updated' });
    expect(await statusComment(scene.github, 1)).toContain('Without `README.md`. Added `rules.md`.');
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toBe(1);
    const left = { ...WITHOUT_README, 'help.md': '# Help\n', 'rules.md': RULES };
    expect(await scene.github.tree('smol/issue-1')).toEqual(left);
  });

  test('is still built after a review that fails', async () => {
    const answer = appAnswers(ticTacToe, { files: { 'rules.md': RULES } });
    const isReview = ({ messages }: ChatRequest) => messages.some(({ content }) => content.includes('nice?'));
    const scene = await built(
      {},
      {
        answer: (request) =>
          isReview(request) ? { status: 400, body: { error: { message: 'no' } } } : answer(request),
      },
    );
    await edit(scene, withRules);
    await scene.review(2, { body: 'Is it nice?' });
    expect(await statusComment(scene.github, 1)).toContain(waits);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test.each([
    ['/smol build', (scene: Scene) => goOn(scene)],
    ['/smol retry of the review', (scene: Scene) => goOn(scene, '/smol retry')],
    ['the label', (scene: Scene) => scene.label(1)],
  ])('is built as it was edited before and after a review that fails: %s', async (words, act) => {
    let fails = true;
    const files = { 'rules.md': RULES, 'more.md': '# More\n' };
    const answer = appAnswers(ticTacToe, { files, change: NO_CHANGE });
    const scene = await built(
      {},
      {
        answer: (request) =>
          fails && wordsOf(request.messages).includes('nice?')
            ? { status: 400, body: { error: { message: 'no' } } }
            : answer(request),
      },
    );
    await edit(scene, withRules);
    await scene.review(2, { body: 'Is it nice?' });
    await edit(scene, (body) =>
      body.replace('- [x] `README.md`', '- [ ] `more.md` – more.\n- [x] `README.md`'),
    );
    fails = false;
    const first = await act(scene);
    expect(first.succeeded, first.log).toBe(true);
    if (words.includes('retry')) {
      expect(await statusComment(scene.github, 1)).toContain(
        'not built yet: Added `rules.md`. Added `more.md`.',
      );
      await goOn(scene);
    }
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, ...files });
    expect(await statusComment(scene.github, 1)).not.toContain('not built yet');
  });

  test('is built where it was edited after a review that failed', async () => {
    const answer = appAnswers(ticTacToe, { files: { 'rules.md': RULES } });
    const scene = await built(
      {},
      {
        answer: (request) =>
          wordsOf(request.messages).includes('nice?')
            ? { status: 400, body: { error: { message: 'no' } } }
            : answer(request),
      },
    );
    await scene.review(2, { body: 'Is it nice?' });
    await edit(scene, withRules);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test('is still built after a build that failed at its commit, and a review', async () => {
    const readme = FILES['README.md'] ?? '';
    const change = '## Change\n\n## Files\n\n- `rules.md` – add – rules.\n\n## Replies\n\n1. Done.\n';
    const fair = `<<<<<<< SEARCH\n${readme}=======\n${readme}Play fair.\n>>>>>>> REPLACE\n`;
    const scene = await built({ change, edits: { 'README.md': fair } });
    await edit(scene, (body) => body.replace('what it is and how to play', 'how to play, and to play fair'));
    scene.github.fault({
      method: 'POST',
      path: /\/git\/commits$/,
      effect: { answer: { status: 403, body: { message: 'Resource not accessible by integration' } } },
    });
    expect((await goOn(scene)).succeeded).toBe(false);
    await scene.review(2, { body: 'Rules, please.' });
    expect(await statusComment(scene.github, 1)).toContain('not built yet: `README.md`: other words.');
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    const now = { ...FILES, 'rules.md': RULES, 'README.md': `${readme}Play fair.\n` };
    expect(await scene.github.tree('smol/issue-1')).toEqual(now);
  });

  test('is still built after a review at which GitHub did not say whether its editor may write', async () => {
    const scene = await built({ change: NO_CHANGE }, { collaborators: { ann: 'write', bea: 'write' } });
    await edit(scene, withRules, 'bea');
    const permission = /\/collaborators\/bea\/permission$/;
    scene.github.fault({ path: permission, effect: { answer: { status: 403, body: { message: 'no' } } } });
    expect((await scene.review(2, { body: 'Is it nice?' })).succeeded).toBe(false);
    const said = await scene.github.comments(2);
    expect(said.map(({ body }) => body).join('\n')).toContain('bea');
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test('is still built after a commit is taken back', async () => {
    const change = '## Change\n\n## Files\n\n- `help.md` – add – help.\n\n## Replies\n\n1. Done.\n';
    const scene = await built({ change, files: { 'rules.md': RULES, 'help.md': '# Help\n' } });
    await scene.review(2, { body: 'Help, please.' });
    await edit(scene, withRules);
    const undone = await goOn(scene, '/smol undo');
    expect(undone.succeeded, undone.log).toBe(true);
    expect(await statusComment(scene.github, 1)).toContain(waits);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test('needs no build where a review has done the same', async () => {
    const made = '## Change\n\n## Files\n\n- `rules.md` – add – rules.\n\n## Replies\n\n1. Done.\n';
    const scene = await built({ change: made });
    await edit(scene, withRules);
    await scene.review(2, { body: 'Rules, please.' });
    expect(await statusComment(scene.github, 1)).not.toContain('not built yet');
    expect((await goOn(scene)).calls).toBe(0);
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test('is said to be lost where a review changed the same line', async () => {
    const made = '## Change\n\n## Files\n\n- `README.md` – delete – gone.\n\n## Replies\n\n1. Done.\n';
    const scene = await built({ change: made });
    await edit(scene, (body) => body.replace('what it is and how to play', 'how to play, and to play fair'));
    await scene.review(2, { body: 'No README, please.' });
    expect(await statusComment(scene.github, 1)).toContain('edited in a way that cannot be kept');
    await goOn(scene);
    const { 'README.md': _, ...left } = FILES;
    expect(await scene.github.tree('smol/issue-1')).toEqual(left);
  });

  test('can be edited further meanwhile', async () => {
    const files = { 'rules.md': RULES, 'more.md': '# More\n' };
    const scene = await built({ change: NO_CHANGE, files });
    await edit(scene, withRules);
    await scene.review(2, { body: 'Is it nice?' });
    await edit(scene, (body) =>
      body.replace('- [x] `README.md`', '- [ ] `more.md` – more.\n- [x] `README.md`'),
    );
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, ...files });
  });

  test('is still built where it was edited once more in a way that cannot be read', async () => {
    const scene = await built({ change: NO_CHANGE });
    await edit(scene, withRules);
    await scene.review(2, { body: 'Is it nice?' });
    await edit(scene, (body) => body.replace('<!-- smol:plan -->\n', ''));
    await scene.review(2, { body: 'Is it really nice?' });
    const comment = await statusComment(scene.github, 1);
    expect(comment).toContain('around the plan must stay. So that edit is not kept');
    expect(comment).toContain(waits);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test('is built once where the same edit was made twice', async () => {
    const scene = await built({ change: NO_CHANGE });
    const twice = (body: string) => withRules(body).replace('- [x] `README.md`', '- [ ] `README.md`');
    await edit(scene, twice);
    await scene.review(2, { body: 'Is it nice?' });
    await edit(scene, twice);
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...WITHOUT_README, 'rules.md': RULES });
    const comment = await statusComment(scene.github, 1);
    expect(comment).toContain('**Built as edited:** Without `README.md`. Added `rules.md`.\n');
    expect(comment).not.toContain('edited twice');
  });

  test('says that a later edit of the same line replaces the one that waits', async () => {
    const scene = await built({ change: NO_CHANGE });
    await edit(scene, (body) => body.replace('- [x] `README.md`', '- [x] `guide.md`'));
    await scene.review(2, { body: 'Is it nice?' });
    await edit(scene, (body) => body.replace('- [x] `README.md`', '- [ ] `README.md`'));
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual(WITHOUT_README);
    expect(await statusComment(scene.github, 1)).toContain('only the later edit counts');
  });

  test('outlives a new plan that fails, and nobody is said to have edited that', async () => {
    const scene = await built(
      {},
      {
        answer: (request) =>
          wordsOf(request.messages).includes('The plan so far:')
            ? { status: 400, body: { error: { message: 'no' } } }
            : appAnswers(ticTacToe, { files: { 'rules.md': RULES } })(request),
      },
    );
    await edit(scene, withRules);
    await scene.github.editIssue(1, { body: `${ticTacToe.prompt}\n\nIn green.` }, 'ann');
    expect((await scene.label(1)).outputs.status).toBe('failed');
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
    expect(await statusComment(scene.github, 1)).not.toContain('does not count');
  });

  test('S18 is not kept where it was edited by somebody without write access', async () => {
    const scene = await built({ change: NO_CHANGE }, { collaborators: { ann: 'write', tri: 'write' } });
    await edit(scene, withRules, 'tri');
    scene.github.fault({
      path: /\/collaborators\/tri\/permission$/,
      times: Number.POSITIVE_INFINITY,
      effect: { answer: { status: 200, body: { permission: 'read', role_name: 'read', user: null } } },
    });
    await scene.review(2, { body: 'Is it nice?' });
    expect(await statusComment(scene.github, 1)).toContain('`tri`, who has no write access');
    await goOn(scene);
    expect(await scene.github.tree('smol/issue-1')).toEqual(FILES);
  });

  test('a plan that waits is still there after a review', async () => {
    const again = ticTacToe.plan.replace('- `README.md`', '- `rules.md` – the rules.\n- `README.md`');
    const scene = await built({ change: NO_CHANGE, again });
    await scene.command(1, '/smol plan With rules, please.');
    await scene.review(2, { body: 'Is it nice?' });
    expect(await statusComment(scene.github, 1)).toContain('not built yet: A new plan waits.');
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test('a plan that waits is built after a review for what it was made for', async () => {
    const again = ticTacToe.plan.replace('- `README.md`', '- `rules.md` – the rules.\n- `README.md`');
    const scene = await built({ change: NO_CHANGE, again });
    await scene.github.editIssue(1, { body: `${ticTacToe.prompt}\n\nWith rules, in green.` }, 'ann');
    await scene.command(1, '/smol plan');
    await scene.review(2, { body: 'Is it nice?' });
    const run = await scene.command(1, '/smol build');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls.length).toBeGreaterThan(0);
    for (const call of run.calls) expect(wordsOf(call)).toContain('With rules, in green.');
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'rules.md': RULES });
  });

  test('a review knows an edit whose build changed no file', async () => {
    const scene = await built({ change: NO_CHANGE, edits: { 'README.md': 'UNCHANGED' } });
    await edit(scene, (body) => body.replace('what it is and how to play', 'how to play, and to play fair'));
    await goOn(scene);
    const run = await scene.review(2, { body: 'Is it nice?' });
    expect(wordsOf(run.calls[0])).toContain('how to play, and to play fair');
    expect(await statusComment(scene.github, 1)).not.toContain('not built yet');
  });
});

const CHANGE = `## Change

## Files

- \`rules.md\` – add – the rules.
- \`README.md\` – delete – said by the rules.

## Replies

1. The rules have a file.
`;

describe('the list after a review', SEVERAL_RUNS, () => {
  test('has what the review made, and a file that is made again takes none of it back', async () => {
    const scene = await built({ change: CHANGE });
    const revised = await scene.review(2, { body: 'Rules, please.' });
    expect(revised.outputs, revised.log).toMatchObject({ status: 'updated' });
    const { 'README.md': _, ...left } = FILES;
    const now = { ...left, 'rules.md': RULES };
    expect(await scene.github.tree('smol/issue-1')).toEqual(now);
    const run = await goOn(scene, '/smol retry style.css');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual(now);
  });

  test('is written again by somebody who knows what the review asked for', async () => {
    const scene = await built({ change: CHANGE });
    await scene.review(2, { body: 'Rules, please.' });
    const run = await scene.command(1, '/smol retry style.css');
    const words = run.calls[0]?.map(({ content }) => content).join('\n') ?? '';
    expect(words).toContain('A change that is made already:');
    expect(words).toContain('`rules.md` – add – the rules.');
  });

  test('can be edited', async () => {
    const scene = await built({ change: CHANGE });
    await scene.review(2, { body: 'Rules, please.' });
    await edit(scene, (body) => body.replace('- [x] `rules.md`', '- [ ] `rules.md`'));
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toBe(0);
    expect(await scene.github.tree('smol/issue-1')).toEqual(WITHOUT_README);
    const comment = await statusComment(scene.github, 1);
    expect(comment).toContain('### Changes since');
  });

  test('can be edited after a commit is taken back', async () => {
    const scene = await built({ change: CHANGE });
    await scene.review(2, { body: 'Rules, please.' });
    await goOn(scene, '/smol undo');
    expect(await scene.github.tree('smol/issue-1')).toEqual(FILES);
    await edit(scene, (body) => body.replace('- [x] `README.md`', '- [ ] `README.md`'));
    const run = await goOn(scene);
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(await scene.github.tree('smol/issue-1')).toEqual(WITHOUT_README);
  });
});
