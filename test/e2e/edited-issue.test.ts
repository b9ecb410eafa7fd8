import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { type AppChanges, appAnswers } from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { built, type Ran, SEVERAL_RUNS, stage } from './scene.js';
import { expectGreen, pathOf, statusComment, wordsOf } from './told.js';

const AGAIN = ticTacToe.plan
  .replace('layout of page and board', 'a dark layout of page and board')
  .replace('- `README.md`', '- `rules.md` (~5 lines) – the rules.\n- `README.md`');
const EDITS = {
  'style.css': '<<<<<<< SEARCH\n  --paper: #f7f5ef;\n=======\n  --paper: #101010;\n>>>>>>> REPLACE\n',
};
const CHANGES: AppChanges = { again: AGAIN, edits: EDITS, files: { 'rules.md': '# Rules\n' } };
const STYLE = ticTacToe.files['style.css'] ?? '';
const DARK = STYLE.replace('--paper: #f7f5ef', '--paper: #101010');

/** Issue 1 is built, then edited; pull request 2 is open. */
async function edited(changes = CHANGES) {
  const scene = await built({ answer: appAnswers(ticTacToe, changes), env: NO_WAITING });
  await scene.github.editIssue(1, { body: 'The same game, but dark, and with its rules.' });
  await scene.github.removeLabel(1, 'smol', 'ann');
  return scene;
}

const filesOf = ({ calls }: Ran) =>
  calls
    .map(pathOf)
    .filter((path) => path !== null)
    .sort();

describe('an issue that is edited and labelled again while its pull request is open', SEVERAL_RUNS, () => {
  test('has only those files made again whose line in the plan became different', async () => {
    const scene = await stage({ answer: appAnswers(ticTacToe, CHANGES) });
    const { github } = scene;
    await scene.label(1);
    await github.editIssue(1, { body: 'The same game, but dark, and with its rules.' });
    await github.removeLabel(1, 'smol', 'ann');
    const before = scene.modelCalls();
    const run = await scene.label(1);
    expectGreen(run);
    expect(run.outputs).toMatchObject({ status: 'updated', 'pull-request-number': '2' });
    // The plan, the two files, and the one that uses one of them, which stays as it is.
    expect(scene.modelCalls() - before).toBe(4);
    expect(await github.tree('smol/issue-1')).toEqual({
      ...ticTacToe.files,
      'rules.md': '# Rules\n',
      'style.css': DARK,
    });
    expect(await github.commits('smol/issue-1')).toHaveLength(3);
    const comment = await statusComment(github, 1);
    expect(comment).toMatch(/`rules\.md`/);
    expect(comment).toMatch(/`style\.css`/);
  });

  test('is planned from the plan before, which the difference is shown to', async () => {
    const { github, label } = await edited();
    const ran = await label(1);
    expectGreen(ran, 'updated');
    expect(filesOf(ran)).toEqual(['index.html', 'rules.md', 'style.css']);
    const words = wordsOf(ran.calls[0]);
    expect(words).toContain('but dark');
    expect(words).toContain('The plan so far:');
    const comment = await statusComment(github, 1);
    const told = comment.split('- [x]')[0] ?? '';
    expect(told).toContain('`rules.md`');
    expect(told).toContain('`style.css`');
    expect(told).not.toContain('`game.js`');
  });

  test('S28 keeps what a person changed in other lines of a file that is made again', async () => {
    const { github, label } = await edited();
    const theirs = STYLE.replace('border-radius: 0.5rem;', 'border-radius: 0;');
    const sha = await github.commit({ branch: 'smol/issue-1', files: { 'style.css': theirs }, by: 'bea' });
    const ran = await label(1);
    expectGreen(ran, 'updated');
    expect((await github.tree('smol/issue-1'))['style.css']).toBe(
      DARK.replace('border-radius: 0.5rem;', 'border-radius: 0;'),
    );
    expect((await github.commits('smol/issue-1'))[0]?.parents).toEqual([sha]);
  });

  test('S28 leaves to a person what they changed in the same lines, and says so', async () => {
    const { github, label } = await edited();
    const theirs = STYLE.replace('--paper: #f7f5ef', '--paper: #ffffff');
    await github.commit({ branch: 'smol/issue-1', files: { 'style.css': theirs }, by: 'bea' });
    const ran = await label(1);
    expectGreen(ran);
    const tree = await github.tree('smol/issue-1');
    expect(tree['style.css']).toBe(theirs);
    expect(tree['rules.md']).toBe('# Rules\n');
    expect(await statusComment(github, 1)).toMatch(/> .*same lines.*style\.css/);
    expect((await github.pullRequest(2)).body).toMatch(/same lines.*style\.css/);
  });

  test('S28 leaves alone what a person changed in a file that is not made again', async () => {
    const { github, label } = await edited();
    await github.commit({
      branch: 'smol/issue-1',
      files: { 'game.js': '// mine\n', 'index.html': null, 'notes.txt': 'mine\n' },
      by: 'bea',
    });
    const ran = await label(1);
    expectGreen(ran);
    const { 'index.html': _, ...kept } = ticTacToe.files;
    expect(await github.tree('smol/issue-1')).toEqual({
      ...kept,
      'game.js': '// mine\n',
      'notes.txt': 'mine\n',
      'rules.md': '# Rules\n',
      'style.css': DARK,
    });
  });

  test('S28 a person who changed the file while it was made has their lines, and ours', async () => {
    const { github, label } = await edited();
    const theirs = STYLE.replace('border-radius: 0.5rem;', 'border-radius: 0;');
    github.fault({
      method: 'PATCH',
      path: /\/git\/refs\/heads\/smol\/issue-1$/,
      effect: {
        before: async () => {
          await github.commit({ branch: 'smol/issue-1', files: { 'style.css': theirs }, by: 'bea' });
        },
      },
    });
    const ran = await label(1);
    expectGreen(ran);
    const tree = await github.tree('smol/issue-1');
    // Never without their change; where ours could not be taken in any more, that is said.
    expect(tree['style.css']).toContain('border-radius: 0;');
    if (tree['style.css'] === theirs) expect(await statusComment(github, 1)).toContain('style.css');
    expect(tree['rules.md']).toBe('# Rules\n');
  });

  test('has files go that the new plan does not have, but for those that are a person’s by now', async () => {
    const { github, label } = await edited({ again: ticTacToe.plan.replace(/- `style\.css`.*\n/, '') });
    await label(1);
    expect(Object.keys(await github.tree('smol/issue-1'))).not.toContain('style.css');
    const theirs = await edited({ again: ticTacToe.plan.replace(/- `style\.css`.*\n/, '') });
    await theirs.github.commit({ branch: 'smol/issue-1', files: { 'style.css': '/* mine */\n' }, by: 'bea' });
    await theirs.label(1);
    expect((await theirs.github.tree('smol/issue-1'))['style.css']).toBe('/* mine */\n');
  });

  test('keeps what a review changed since', async () => {
    const made = '## Change\n\n## Files\n\n- `README.md` – change – words.\n\n## Replies\n\n1. Done.\n';
    // Whoever plans again is told of the change as well, replies and all.
    const change: AppChanges['change'] = ({ messages }) =>
      messages.at(-1)?.content.includes('The plan so far:') ? AGAIN : made;
    const readme =
      '<<<<<<< SEARCH\nA game for two people at one screen.\n=======\nA game.\n>>>>>>> REPLACE\n';
    const { github, label, review } = await edited({
      ...CHANGES,
      change,
      edits: { ...EDITS, 'README.md': readme },
    });
    await review(2, { body: 'Shorter.' });
    const ran = await label(1);
    expectGreen(ran);
    expect(wordsOf(ran.calls[0])).toContain('A change that was made since, and stays');
    const tree = await github.tree('smol/issue-1');
    expect(tree['README.md']).toContain('A game.\n');
    expect(tree['style.css']).toBe(DARK);
  });

  test('is one request again when its old text is put back', async () => {
    const { github, label } = await edited();
    await label(1);
    await github.editIssue(1, { body: ticTacToe.prompt });
    await github.removeLabel(1, 'smol', 'ann');
    const ran = await label(1);
    expectGreen(ran);
    expect(await github.pullRequests()).toHaveLength(1);
  });
});
