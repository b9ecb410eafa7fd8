import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';
import { ALL, EDITS, edit, filesOf, planned, planOf } from './planned.js';
import { SEVERAL_RUNS, stage } from './scene.js';
import { expectGreen, expectNoTrace, statusComment, wordsOf } from './told.js';

describe('with `approval: plan`', SEVERAL_RUNS, () => {
  test('the run stops after the plan, says what it costs at most and how to go on', async () => {
    const scene = await stage();
    const { github } = scene;
    const run = await scene.label(1, { inputs: { approval: 'plan' } });
    expectGreen(run, 'planned');
    expect(scene.modelCalls()).toBe(1);
    expect(await github.branches()).toEqual(['main']);
    expect(await github.pullRequests()).toEqual([]);
    const body = await statusComment(github, 1);
    expect(body).toMatch(/4 files, at most [\d,.]+k tokens/);
    expect(body).toContain('`/smol build`');
    for (const path of ALL) expect(body).toContain(`- [x] \`${path}\``);
    expect(body).not.toContain('- [ ]');
    expect(run.annotations.map(({ message }) => message).join()).not.toContain('dry run');
    const build = await scene.command(1, '/smol build');
    expectGreen(build, 'created');
    expect(scene.modelCalls()).toBe(5);
    expect(await github.tree('smol/issue-1')).toEqual(ticTacToe.files);
    expect((await github.comments(1)).filter(({ authorType }) => authorType === 'Bot')).toHaveLength(1);
  });

  test('S2 somebody without write access does not go on with it', async () => {
    const scene = await planned();
    expectNoTrace(await scene.command(1, '/smol build', { by: 'stranger' }));
    expect(await scene.github.branches()).toEqual(['main']);
  });

  test('the label once more, while it waits, asks no model and changes nothing of it', async () => {
    const scene = await planned();
    const before = await statusComment(scene.github, 1);
    await scene.github.removeLabel(1, 'smol', 'ann');
    const again = await scene.label(1);
    expectGreen(again, 'planned');
    expect(again.calls.length).toBe(0);
    const after = await statusComment(scene.github, 1);
    const steady = (body: string) =>
      body.split('\n').filter((line) => !/^<!-- smol|run log|tokens in/.test(line));
    expect(steady(after)).toEqual(steady(before));
  });

  test('the label once more keeps what a person edited, and `/smol build` builds that', async () => {
    const scene = await planned();
    await edit(scene, EDITS.unticked);
    await scene.github.removeLabel(1, 'smol', 'ann');
    const again = await scene.label(1);
    expect(again.calls.length).toBe(0);
    const build = await scene.command(1, '/smol build');
    expectGreen(build);
    expect(filesOf(build)).toEqual(['README.md', 'game.js', 'index.html']);
  });

  test('S69 the build is held to the price that was shown: a file that takes it all is not gone on with', async () => {
    const good = appAnswers(ticTacToe);
    const endless = Array.from({ length: 5_000 }, (_, n) => `const a${n} = ${n};\n`).join('');
    const scene = await stage({
      answer: (request) => {
        const isGame = request.messages.some(({ content }) => /Write `game\.js`/.test(content));
        return isGame ? { text: endless, finishReason: 'length' } : good(request);
      },
    });
    await scene.label(1, { inputs: { approval: 'plan' } });
    const shown = /at most ([\d.]+)k tokens/.exec(await statusComment(scene.github, 1));
    expect(Number(shown?.[1])).toBeLessThan(20);
    const build = await scene.command(1, '/smol build');
    expect(scene.modelCalls()).toBe(5);
    expect(build.outputs.status).toBe('partial');
    expect(await statusComment(scene.github, 1)).toMatch(/`game\.js`[^\n]*tokens/);
  });

  test('a change of the issue is another request: it is planned anew', async () => {
    const scene = await planned({ changes: { again: ticTacToe.plan } });
    await scene.github.editIssue(1, { body: 'A game of noughts and crosses, please.' });
    await scene.github.removeLabel(1, 'smol', 'ann');
    const again = await scene.label(1);
    expectGreen(again, 'planned');
    expect(again.calls).toHaveLength(1);
    expect(wordsOf(again.calls[0])).toContain('noughts and crosses');
  });

  test('S11 the build is of what was planned, whatever the issue says by now', async () => {
    const scene = await planned();
    await scene.github.editIssue(1, { body: 'Something else.' });
    const build = await scene.command(1, '/smol build');
    expectGreen(build);
    expect(build.calls).toHaveLength(4);
    expect(planOf(build)).not.toContain('Something else.');
  });

  test('a pull request that stands already is brought up to date by `/smol build` alone', async () => {
    const scene = await planned({ changes: { again: ticTacToe.plan } });
    await scene.command(1, '/smol build');
    await scene.github.editIssue(1, { body: 'With a hard mode.' });
    await scene.github.removeLabel(1, 'smol', 'ann');
    const again = await scene.label(1);
    expectGreen(again, 'planned');
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(2);
  });
});
