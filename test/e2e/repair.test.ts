import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import {
  type AnswerFunction,
  type AppChanges,
  appAnswers,
  type ChatRequest,
} from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { BREAKS, broken, NOTES } from './repair.corpus.js';
import { built, type Ran, type Scene, type SceneOptions, SEVERAL_RUNS, stage } from './scene.js';
import { pathOf, statusComment, wordsOf } from './told.js';

const { files: FILES } = ticTacToe;
const GAME = FILES['game.js'] ?? '';
/** A function that never ends. */
const BROKEN = GAME.replace(/\}\)\(\);\s*$/, '');

/** A game of which the model writes `game.js` wrongly at first. */
function unfinished(changes: AppChanges = {}, options: SceneOptions = {}) {
  const answer = appAnswers({ ...ticTacToe, files: { ...FILES, 'game.js': BROKEN } }, changes);
  return stage({ answer, env: NO_WAITING, ...options });
}

describe('files that do not hold together', SEVERAL_RUNS, () => {
  test('are mended by one more call for each, which is shown what is wrong, and the app is ready for review', async () => {
    const scene = await unfinished({ edits: { 'game.js': GAME } });
    const run = await scene.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'created' });
    expect(run.calls).toHaveLength(1 + Object.keys(FILES).length + 1);
    const last = run.calls.at(-1) ?? [];
    expect(pathOf(last)).toBe('game.js');
    expect(wordsOf(last)).toContain('it was checked together with all the other files');
    expect(wordsOf(last)).toMatch(/- Line \d+: This is no code that can be read/);
    expect(await scene.github.tree('smol/issue-1')).toEqual(FILES);
    const { draft, body } = await scene.github.pullRequest(2);
    expect(draft).toBe(false);
    expect(body).toMatch(/\| every file parses \| \d+ \| 1 \| 1 \| 0 \|/);
    expect(body).not.toContain('- [ ] ');
    expect(await statusComment(scene.github, 1)).toContain('Checked: 1 finding, 1 mended.');
    expect(run.log).toContain('game.js is mended');
  });

  test('that nobody mends are a draft, with what is left as a list; nothing is lost', async () => {
    const scene = await unfinished({ edits: { 'game.js': 'UNCHANGED' } });
    const run = await scene.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'partial' });
    // Asked once: an answer that changes nothing is the end of it.
    expect(run.calls.filter((call) => wordsOf(call).includes('it was checked together'))).toHaveLength(1);
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'game.js': BROKEN });
    const { draft, body } = await scene.github.pullRequest(2);
    expect(draft).toBe(true);
    expect(body).toMatch(/^- \[ \] `game\.js`, line \d+: This is no code that can be read/m);
    expect(await statusComment(scene.github, 1)).toContain('1 error left');
  });

  test('are asked for twice at most, and are a draft then; nothing is lost', async () => {
    let tries = 0;
    const edits = { 'game.js': () => `${BROKEN}// ${'again '.repeat(++tries)}\n` };
    const scene = await unfinished({ edits });
    const run = await scene.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'partial' });
    expect(tries).toBe(2);
    const second = `${BROKEN}// again again \n`;
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'game.js': second });
    const { draft, body } = await scene.github.pullRequest(2);
    expect(draft).toBe(true);
    expect(body?.match(/^- \[ \] .*$/gm)).toEqual([expect.stringMatching(/^- \[ \] `game\.js`, line \d+: /)]);
  });

  test('can be mended later: `/smol retry` asks for them alone', async () => {
    let isMended = false;
    const scene = await unfinished({ edits: { 'game.js': () => (isMended ? GAME : 'UNCHANGED') } });
    await scene.label(1);
    isMended = true;
    const run = await scene.command(2, '/smol retry');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls.map(pathOf)).toEqual(['game.js']);
    expect(await scene.github.tree('smol/issue-1')).toEqual(FILES);
    expect((await scene.github.pullRequest(2)).draft).toBe(false);
  });
});

const CHANGE = '## Change\n\n## Files\n\n- `game.js` – change – faster.\n\n## Replies\n\n1. Done.\n';

describe('a repair', SEVERAL_RUNS, () => {
  /** Nothing was mended: what came first is there, and what is wrong with it is said, and why it stays. */
  async function expectAsItWas(scene: Scene, run: Ran, why: RegExp): Promise<void> {
    expect(run.outputs, run.log).toMatchObject({ status: 'partial', 'pull-request-operation': 'created' });
    expect(await scene.github.tree('smol/issue-1')).toEqual({ ...FILES, 'game.js': BROKEN });
    const { draft, body } = await scene.github.pullRequest(2);
    expect(draft).toBe(true);
    expect(body).toMatch(/\| every file parses \| \d+ \| 1 \| 0 \| 1 \|/);
    expect(body).toMatch(/^- \[ \] `game\.js`, line \d+: This is no code that can be read/m);
    expect(body).toMatch(why);
    expect(await statusComment(scene.github, 1)).toContain('Checked: 1 finding, **1 error left**.');
  }

  test('that makes it worse is not listened to', async () => {
    const worse = `import './gone.js';\nimport './away.js';\n${GAME}`;
    const scene = await unfinished({ edits: { 'game.js': worse } });
    const run = await scene.label(1);
    expect(run.calls.filter((call) => wordsOf(call).includes('it was checked together'))).toHaveLength(1);
    await expectAsItWas(scene, run, /What is left was not mended: What the model made of it was worse/);
  });

  test('that would cost too much is not made', async () => {
    const scene = await unfinished({ edits: { 'game.js': GAME } });
    const run = await scene.label(1, { inputs: { 'max-total-tokens': '7000' } });
    expect(run.calls).toHaveLength(1 + Object.keys(FILES).length);
    await expectAsItWas(scene, run, /What is left was not mended: .* `?max-total-tokens`? is 7000/);
  });

  test('that the time is too short for costs nothing of what is made', async () => {
    const answer = appAnswers({ ...ticTacToe, files: { ...FILES, 'game.js': BROKEN } });
    const slow: AnswerFunction = async (request) => {
      const given = await answer(request);
      const isRepair = request.messages.at(-1)?.content.includes('it was checked together');
      return isRepair && 'text' in given ? { tokensPerSecond: 1, chunkSize: 4, text: GAME } : given;
    };
    const scene = await stage({ answer: slow, env: NO_WAITING });
    const run = await scene.label(1, { inputs: { 'timeout-minutes': '0.1', 'idle-timeout': '5' } });
    await expectAsItWas(scene, run, /What is left was not mended: The run took longer than/);
  });

  test('of what was wrong in a repository before is not made, and nothing is said of it', async () => {
    const old = `import './gone.js';\n${GAME}`;
    const plan = '# Faster\nA change.\n\n## Files\n- `game.js` (change, ~1 lines) – faster.\n';
    const edit =
      "<<<<<<< SEARCH\nimport './gone.js';\n=======\n// Faster.\nimport './gone.js';\n>>>>>>> REPLACE\n";
    const answer = appAnswers({ plan, files: {} }, { edits: { 'game.js': edit } });
    const scene = await stage({ answer, env: NO_WAITING, files: { ...FILES, 'game.js': old } });
    const run = await scene.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'created' });
    expect(run.calls).toHaveLength(2);
    expect((await scene.github.tree('smol/issue-1'))['game.js']).toBe(`// Faster.\n${old}`);
    const { draft, body } = await scene.github.pullRequest(2);
    expect(draft).toBe(false);
    expect(body).toContain('nothing found');
  });
});

describe('of each kind of break', SEVERAL_RUNS, () => {
  test.each(BREAKS)('$kind is mended by one more call', async (one) => {
    const { app, told, rule } = one;
    const { first, last, asked } = broken(one);
    const answer = appAnswers({ plan: app.plan, files: first }, { edits: { [asked]: last[asked] ?? '' } });
    const scene = await stage({ answer, env: NO_WAITING });
    const run = await scene.label(1);
    expect(run.outputs, run.log).toMatchObject({ status: 'created' });
    // The plan, each file once, and one of them once more: as it stands, with all that is wrong with it.
    expect(run.calls.slice(1).map(pathOf).sort()).toEqual([...Object.keys(app.files), asked].sort());
    const request = run.calls.at(-1) ?? [];
    expect(pathOf(request)).toBe(asked);
    expect(wordsOf(request)).toContain(`<file path="${asked}">\n${first[asked]?.trimEnd()}\n</file>`);
    expect(wordsOf(request)).toContain(`this is wrong with it:\n\n- ${told.join('\n- ')}\n\nMend that`);
    expect(await scene.github.tree('smol/issue-1')).toEqual(last);
    const { draft, body } = await scene.github.pullRequest(2);
    expect(draft).toBe(false);
    expect(body).toMatch(new RegExp(`^\\| ${rule} \\| \\d+ \\| 1 \\| 1 \\| 0 \\|$`, 'm'));
    expect(body).not.toContain('- [ ] ');
    const findings = told.length === 1 ? '1 finding' : `${told.length} findings`;
    expect(await statusComment(scene.github, 1)).toContain(`Checked: ${findings}, ${told.length} mended.`);
  });
});

describe('a change after remarks', SEVERAL_RUNS, () => {
  test('is checked and mended, too', async () => {
    let calls = 0;
    const edits = { 'game.js': () => (++calls === 1 ? `${BROKEN}// faster\n` : `${GAME}// faster\n`) };
    const scene = await built({ answer: appAnswers(ticTacToe, { change: CHANGE, edits }), env: NO_WAITING });
    const run = await scene.review(2, { body: 'Faster, please.' });
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(calls).toBe(2);
    expect((await scene.github.tree('smol/issue-1'))['game.js']).toBe(`${GAME}// faster\n`);
    expect((await scene.github.pullRequest(2)).body).toMatch(/\| every file parses \| \d+ \| 1 \| 1 \| 0 \|/);
    expect(await statusComment(scene.github, 1)).toContain('Checked: 1 finding, 1 mended.');
  });

  test('mends a file that it breaks, though its plan does not name it', async () => {
    const change =
      '## Change\n- `#notes` is the list.\n\n## Files\n\n- `index.html` – change – the id.\n\n## Replies\n\n1. Done.\n';
    const page = (NOTES.files['index.html'] ?? '').replace('id="list"', 'id="notes"');
    const code = (NOTES.files['js/app.js'] ?? '').replace(
      "getElementById('list')",
      "getElementById('notes')",
    );
    const answer = appAnswers(NOTES, { change, edits: { 'index.html': page, 'js/app.js': code } });
    const scene = await built({ answer, env: NO_WAITING });
    const run = await scene.review(2, { body: 'Call it notes.' });
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls.map(pathOf)).toEqual([null, 'index.html', 'js/app.js']);
    expect(wordsOf(run.calls.at(-1))).toContain('- Line 5: `js/app.js` looks up `#list`');
    const last = { ...NOTES.files, 'index.html': page, 'js/app.js': code };
    expect(await scene.github.tree('smol/issue-1')).toEqual(last);
    const { draft, body } = await scene.github.pullRequest(2);
    expect(draft).toBe(false);
    expect(body).toMatch(/\| ids and classes exist where they are looked up \| \d+ \| 1 \| 1 \| 0 \|/);
    expect(body).toContain('after 1 remark: `index.html`, `js/app.js`');
    expect(await statusComment(scene.github, 1)).toContain('Checked: 1 finding, 1 mended.');
    // What it is about does not change when it is made again.
    const again = await scene.command(1, '/smol retry README.md');
    expect(again.succeeded, again.log).toBe(true);
    expect(await scene.github.tree('smol/issue-1')).toEqual(last);
  });

  test('that stays wrong is a draft that says so', async () => {
    const edits = { 'game.js': `${BROKEN}// faster\n` };
    const scene = await built({ answer: appAnswers(ticTacToe, { change: CHANGE, edits }), env: NO_WAITING });
    const run = await scene.review(2, { body: 'Faster, please.' });
    expect(run.outputs, run.log).toMatchObject({ status: 'partial' });
    expect((await scene.github.tree('smol/issue-1'))['game.js']).toBe(`${BROKEN}// faster\n`);
    const { draft, body } = await scene.github.pullRequest(2);
    expect(draft).toBe(true);
    expect(body).toMatch(/^- \[ \] `game\.js`, line \d+/m);
  });

  test('that stays wrong stays a draft through the next one, until it is mended or taken back', async () => {
    let isMended = false;
    const change = ({ messages }: ChatRequest) =>
      /SECOND/.test(messages.at(-1)?.content ?? '') ? CHANGE.replaceAll('game.js', 'style.css') : CHANGE;
    const edits = {
      'game.js': () => (isMended ? `${GAME}// faster\n` : `${BROKEN}// faster\n`),
      'style.css': `${FILES['style.css']}/* more */\n`,
    };
    const scene = await built({ answer: appAnswers(ticTacToe, { change, edits }), env: NO_WAITING });
    await scene.review(2, { body: 'Faster, please.' });
    const second = await scene.review(2, { body: 'SECOND: more style.' });
    expect(second.outputs, second.log).toMatchObject({ status: 'partial' });
    const isDraft = async () => (await scene.github.pullRequest(2)).draft;
    expect(await isDraft()).toBe(true);
    expect((await scene.github.pullRequest(2)).body).toMatch(/^- \[ \] `game\.js`, line \d+/m);
    isMended = true;
    const third = await scene.review(2, { body: 'Faster, really.' });
    expect(third.outputs, third.log).toMatchObject({ status: 'updated' });
    expect(await isDraft()).toBe(false);
  });

  test('that made a draft makes none once it is taken back', async () => {
    const edits = { 'game.js': `${BROKEN}// faster\n` };
    const scene = await built({ answer: appAnswers(ticTacToe, { change: CHANGE, edits }), env: NO_WAITING });
    await scene.review(2, { body: 'Faster, please.' });
    const run = await scene.command(2, '/smol undo');
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect((await scene.github.pullRequest(2)).draft).toBe(false);
  });

  test('is not blamed for what was wrong before', async () => {
    const edits = { 'game.js': `${BROKEN}// faster\n` };
    const scene = await built({ answer: appAnswers(ticTacToe, { change: CHANGE, edits }), env: NO_WAITING });
    await scene.github.commit({ branch: 'smol/issue-1', files: { 'game.js': BROKEN }, by: 'ann' });
    const run = await scene.review(2, { body: 'Faster, please.' });
    expect(run.outputs, run.log).toMatchObject({ status: 'updated' });
    expect(run.calls).toHaveLength(2 + 1);
  });
});
