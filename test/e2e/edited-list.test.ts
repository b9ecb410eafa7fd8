import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { type AppChanges, appAnswers } from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { type Scene, type SceneOptions, SEVERAL_RUNS, stage, built as started } from './scene.js';
import { statusComment } from './told.js';

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
    expect(comment).toContain('Added `rules.md`.');
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

  test('an edit before another wish is not built, and that is said', async () => {
    const scene = await built({
      change: CHANGE.replace(/^- .*\n/gm, '').replace('## Files\n', '## Files\n\nNone'),
    });
    await edit(scene, withRules);
    await scene.review(2, { body: 'Is it nice?' });
    expect(await statusComment(scene.github, 1)).toContain('was edited, and not built before this');
  });

  test('an edit of a list that the edited request plans anew is not built, and that is said', async () => {
    const scene = await built();
    await edit(scene, withRules);
    await scene.github.editIssue(1, { body: `${ticTacToe.prompt}\n\nIn green.` }, 'ann');
    const run = await scene.label(1);
    expect(run.succeeded, run.log).toBe(true);
    expect(await statusComment(scene.github, 1)).toContain('was edited, and not built before this');
  });

  test('a plan that is asked for again is made of the list as it was edited', async () => {
    const scene = await built();
    await edit(scene, withRules);
    const run = await scene.command(1, '/smol plan Shorter, please.');
    expect(run.calls[0]?.map(({ content }) => content).join('\n')).toContain('`rules.md`');
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
