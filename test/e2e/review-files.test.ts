import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { answerAll, change, EDITED, edit, LINE, NEXT_ROUND, proposed } from './reviews.js';
import { SEVERAL_RUNS } from './scene.js';
import { expectGreen, expectRed, pathOf, repliesOn, statusComment, wordsOf } from './told.js';

const [STYLE_LINE = ''] = /^.*style\.css.*$/m.exec(ticTacToe.files['index.html'] ?? '') ?? [];

describe('what a change does to files', SEVERAL_RUNS, () => {
  test('S45 lines outside of the edits stay byte for byte: line ends, spaces, no final newline', async () => {
    const theirs = 'One\t\r\n\r\nNew round  \r\nlast';
    const { github, review } = await proposed({
      change: change(['`README.md` – change – the name.'], ['Done.']),
      edits: { 'README.md': '<<<<<<< SEARCH\nNew round  \n=======\nNext round\n>>>>>>> REPLACE\n' },
    });
    await github.commit({ branch: 'smol/issue-1', files: { 'README.md': theirs }, by: 'bea' });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Call it next round.' }] });
    expectGreen(ran);
    expect((await github.tree('smol/issue-1'))['README.md']).toBe('One\t\r\n\r\nNext round\r\nlast');
  });

  test.each([
    ['matches twice', '<<<<<<< SEARCH\n        </div>\n=======\n        </p>\n>>>>>>> REPLACE\n'],
    ['does not match', '<<<<<<< SEARCH\nno such line\n=======\nx\n>>>>>>> REPLACE\n'],
  ])('an edit that %s: the file is asked for once more, as a whole', async (_, edits) => {
    const whole = ticTacToe.files['index.html']?.replace('>New round<', '>Again<') ?? '';
    const { github, review } = await proposed({
      change: change(['`index.html` – change – the name.'], ['Done.']),
      edits: { 'index.html': edits },
      files: { 'index.html': whole },
    });
    // The build writes the file as it will be: take it back first.
    await github.commit({
      branch: 'smol/issue-1',
      files: { 'index.html': ticTacToe.files['index.html'] ?? '' },
    });
    const ran = await review(2, { body: 'Call it again.' });
    expectGreen(ran);
    const asked = ran.calls.filter((call) => wordsOf(call).includes('Change `index.html`'));
    expect(asked).toHaveLength(2);
    expect(wordsOf(asked[1] ?? [])).toContain('Reply with the whole file');
    expect((await github.tree('smol/issue-1'))['index.html']).toBe(whole);
  });

  test('files are added, renamed and deleted, and nothing else is touched', async () => {
    const { github, review } = await proposed({
      change: change(
        [
          '`src/rules.js` – add – the rules. Uses `game.js`.',
          '`play.js` – rename from `game.js` – nothing else.',
          '`style.css` – delete – no longer used.',
          '`index.html` – change – loads `play.js`, and no style.',
        ],
        ['Done.'],
      ),
      edits: {
        'index.html': `${edit('src="game.js"', 'src="play.js"', 'index.html')}\n<<<<<<< SEARCH\n${STYLE_LINE}\n=======\n>>>>>>> REPLACE\n`,
      },
      files: { 'src/rules.js': 'export const rules = 3;\n' },
    });
    const before = await github.tree('smol/issue-1');
    const ran = await review(2, { body: 'Tidy up.' });
    expectGreen(ran);
    const { 'game.js': game, 'style.css': _, 'index.html': index = '', ...same } = before;
    expect(await github.tree('smol/issue-1')).toEqual({
      ...same,
      'index.html': index.replace('src="game.js"', 'src="play.js"').replace(/^.*style\.css.*\n/m, ''),
      'play.js': game,
      'src/rules.js': 'export const rules = 3;\n',
    });
  });

  test('a file that uses one of them is asked, though nobody named it', async () => {
    const { github, review } = await proposed({
      change: change(['`index.html` – change – the id.'], ['Done.']),
      edits: {
        'index.html': edit('id="new-round"', 'id="again"', 'index.html'),
        'game.js': edit("getElementById('new-round')", "getElementById('again')", 'game.js'),
      },
    });
    const ran = await review(2, { body: 'Rename the button.' });
    expectGreen(ran);
    expect(ran.calls.map(pathOf)).toContain('game.js');
    expect((await github.tree('smol/issue-1'))['game.js']).toContain("getElementById('again')");
    const [commit] = await github.commits('smol/issue-1');
    expect(commit?.parents).toHaveLength(1);
  });

  test('S37 a workflow is not written, whatever the remark says', async () => {
    const { github, review } = await proposed({
      change: change(
        ['`.github/workflows/ci.yml` – add – checks.', '`README.md` – change – words.'],
        ['Done.'],
      ),
      edits: { 'README.md': NEXT_ROUND['README.md'] },
      files: { '.github/workflows/ci.yml': 'on: push\n' },
    });
    await review(2, { body: 'Add checks.' });
    expect(Object.keys(await github.tree('smol/issue-1'))).not.toContain('.github/workflows/ci.yml');
    expect((await github.tree('smol/issue-1'))['README.md']).toContain('**Next round**');
  });
});

describe('a person who works on the branch as well', SEVERAL_RUNS, () => {
  test('S28 has their change read, kept and built upon', async () => {
    const { github, review } = await proposed();
    const index = ticTacToe.files['index.html']?.replace('<h1>Tic-tac-toe', '<h1>Noughts') ?? '';
    const theirs = await github.commit({
      branch: 'smol/issue-1',
      files: { 'index.html': index, 'notes.txt': 'mine\n' },
      by: 'bea',
    });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Rename it.' }] });
    expectGreen(ran);
    expect(wordsOf(ran.calls.find((call) => pathOf(call) === 'index.html') ?? [])).toContain('<h1>Noughts');
    const tree = await github.tree('smol/issue-1');
    expect(tree['index.html']).toBe(index.replace('>New round<', '>Next round<'));
    expect(tree['notes.txt']).toBe('mine\n');
    expect((await github.commits('smol/issue-1'))[0]?.parents).toEqual([theirs]);
  });

  test('S28 and commits during the run has it under ours: it is read again, and only what they changed redone', async () => {
    const { github, review } = await proposed();
    const readme = ticTacToe.files['README.md'] ?? '';
    github.fault({
      method: 'PATCH',
      path: /\/git\/refs\/heads\/smol\/issue-1$/,
      effect: {
        before: async () => {
          const files = { 'README.md': `${readme}\nBy hand.\n` };
          await github.commit({ branch: 'smol/issue-1', files, by: 'bea' });
        },
      },
    });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Rename it.' }] });
    expectGreen(ran);
    expect(ran.calls.filter((call) => pathOf(call) === 'index.html')).toHaveLength(1);
    expect(ran.calls.filter((call) => pathOf(call) === null)).toHaveLength(1);
    const tree = await github.tree('smol/issue-1');
    expect(tree['README.md']).toBe(`${readme.replace('**New', '**Next')}\nBy hand.\n`);
    expect(tree['index.html']).toContain('>Next round<');
    expect((await github.commits('smol/issue-1')).length).toBe(4);
    expect(await repliesOn(github, 2)).toHaveLength(1);
  });

  test('S28 who does not stop committing is told so, and nothing is overwritten', async () => {
    const { github, review } = await proposed();
    let commits = 0;
    github.fault({
      method: 'PATCH',
      path: /\/git\/refs\/heads\/smol\/issue-1$/,
      times: 5,
      effect: {
        before: async () => {
          commits += 1;
          await github.commit({ branch: 'smol/issue-1', files: { 'notes.txt': `${commits}\n` }, by: 'bea' });
        },
      },
    });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Rename it.' }] });
    expect(commits).toBe(3);
    expectRed(ran, 'partial', '`smol/issue-1`');
    expect((await github.tree('smol/issue-1'))['notes.txt']).toBe('3\n');
  });

  test('who deleted a file has it stay deleted, and is told by a reply', async () => {
    const { github, review } = await proposed();
    await github.commit({ branch: 'smol/issue-1', files: { 'style.css': null }, by: 'bea' });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Rename it.' }] });
    expectGreen(ran);
    expect(Object.keys(await github.tree('smol/issue-1')).sort()).toEqual([
      'README.md',
      'game.js',
      'index.html',
    ]);
    const { files } = await github.pullRequest(2);
    expect(files).not.toContain('style.css');
  });

  test('who deleted a file that the change is about all the same has it made anew, which is said', async () => {
    const { github, review } = await proposed();
    await github.commit({ branch: 'smol/issue-1', files: { 'README.md': null }, by: 'bea' });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Rename it.' }] });
    expectGreen(ran, 'updated');
    // Nobody is shown what is not there.
    expect(wordsOf(ran.calls[0])).not.toContain('<file path="README.md">');
    expect(await statusComment(github, 1)).toContain('new `README.md`');
  });

  test('S28 who deletes a file during the run that the change is about: the change is planned again', async () => {
    const ofAll = answerAll(EDITED);
    const { github, review } = await proposed({
      change: (request) => {
        const words = request.messages.map(({ content }) => content).join('\n');
        return words.includes('<file path="README.md">')
          ? ofAll(request)
          : change(EDITED.slice(0, 1), ['Done.']);
      },
      edits: NEXT_ROUND,
    });
    github.fault({
      method: 'PATCH',
      path: /\/git\/refs\/heads\/smol\/issue-1$/,
      effect: {
        before: async () => {
          await github.commit({ branch: 'smol/issue-1', files: { 'README.md': null }, by: 'bea' });
        },
      },
    });
    const ran = await review(2, { comments: [{ ...LINE, body: 'REMARK-1' }] });
    expectGreen(ran);
    const tree = await github.tree('smol/issue-1');
    expect(tree['index.html']).toContain('>Next round<');
    expect(Object.keys(tree).sort()).toEqual(['game.js', 'index.html', 'style.css']);
  });
});
