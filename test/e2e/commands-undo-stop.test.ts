import { describe, expect, test, vi } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';
import { answered, asked, CHANGE, developed, EDITS, newest } from './commanded.js';
import { NO_WAITING } from './no-waiting.js';
import { built, type Scene, SEVERAL_RUNS, stage } from './scene.js';
import { expectGreen, expectRed, reactionsTo, statusComment, wordsOf } from './told.js';

describe('`/smol undo`', SEVERAL_RUNS, () => {
  test.each([1, 2])('on #%i takes back a revision; once more brings it back', async (number) => {
    const scene = await developed();
    const { github, command, review } = scene;
    await review(2, { body: 'Say less.' });
    const ran = await command(number, '/smol undo');
    expectGreen(ran, 'updated');
    expect(ran.calls).toEqual([]);
    expect(await github.tree('smol/issue-1')).toEqual(ticTacToe.files);
    expect((await answered(scene, number)).reactions).toEqual(['eyes', 'rocket']);
    const [commit, revision] = await github.commits('smol/issue-1');
    expect(commit?.message).toContain(`Smol-Undone: ${revision?.sha}`);
    expect(commit?.parents).toEqual([revision?.sha]);
    await command(number, '/smol undo');
    expect((await github.tree('smol/issue-1'))['README.md']).toContain('A game for two.');
    // What was answered stays answered.
    const next = await review(2, { body: 'Thanks.' });
    expect(wordsOf(next.calls[0])).not.toContain('Say less.');
  });

  test('by one comment takes one commit back, however often its event is run', async () => {
    const scene = await developed();
    await scene.review(2, { body: 'Say less.' });
    await scene.command(2, '/smol undo');
    const payload = await scene.github.commentEvent({ issueNumber: 2, commentId: await newest(scene, 2) });
    await scene.run('issue_comment', payload);
    expect(await scene.github.tree('smol/issue-1')).toEqual(ticTacToe.files);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(4);
  });

  test('keeps what a person did in other files, and leaves alone what they did in the same one', async () => {
    const scene = await developed();
    const { github, command, review } = scene;
    await review(2, { body: 'Say less.' });
    await github.commit({ branch: 'smol/issue-1', files: { 'notes.txt': 'mine\n' }, by: 'bea' });
    await command(2, '/smol undo');
    expect(await github.tree('smol/issue-1')).toEqual({ ...ticTacToe.files, 'notes.txt': 'mine\n' });
    await github.commit({ branch: 'smol/issue-1', files: { 'README.md': 'Theirs.\n' }, by: 'bea' });
    const head = await github.head('smol/issue-1');
    const refused = await command(2, '/smol undo');
    expectGreen(refused);
    expect((await answered(scene, 2)).answers[0]).toContain('`README.md`');
    expect((await answered(scene, 2)).reactions).toEqual(['eyes', 'confused']);
    expect((await github.head('smol/issue-1'))?.sha).toBe(head?.sha);
  });

  test('of the commit that made the app, and where there is none, says why not', async () => {
    const scene = await asked();
    await scene.command(1, '/smol undo');
    expect((await answered(scene, 1)).answers[0]).toContain('no open pull request');
    await scene.label(1);
    await scene.command(2, '/smol undo');
    expect((await answered(scene, 2)).answers[0]).toContain('Close the pull request');
    expect(await scene.github.tree('smol/issue-1')).toEqual(ticTacToe.files);
  });

  test('that was overtaken by a person goes on top of what they did', async () => {
    const scene = await developed();
    const { github, command, review } = scene;
    await review(2, { body: 'Say less.' });
    github.fault({
      method: 'PATCH',
      path: /\/git\/refs\/heads\/smol\/issue-1$/,
      effect: {
        before: async () => {
          await github.commit({ branch: 'smol/issue-1', files: { 'notes.txt': 'mine\n' }, by: 'bea' });
        },
      },
    });
    const ran = await command(2, '/smol undo');
    expectGreen(ran, 'updated');
    expect(await github.tree('smol/issue-1')).toEqual({ ...ticTacToe.files, 'notes.txt': 'mine\n' });
  });

  test('makes the pull request and the comment tell of the app as it is again', async () => {
    const scene = await developed({
      change: '## Change\n\n## Files\n\n- `rules.md` – add – the rules.\n\n## Replies\n\n1. Done.\n',
      files: { 'rules.md': '# Rules\n' },
    });
    await scene.review(2, { body: 'Write down the rules.' });
    expect((await scene.github.pullRequest(2)).body).toContain('rules.md');
    await scene.command(2, '/smol undo');
    const table = /\| File \|[\s\S]*?\n\n/.exec((await scene.github.pullRequest(2)).body ?? '')?.[0] ?? '';
    expect(table).toContain('game.js');
    expect(table).not.toContain('rules.md');
    // And the label does not bring it back.
    await scene.label(1);
    expect(await scene.github.tree('smol/issue-1')).toEqual(ticTacToe.files);
  });

  test('is what `/smol build` goes on from, whatever was said on the issue meanwhile', async () => {
    const scene = await developed();
    await scene.command(2, '/smol fix Say less.');
    await scene.github.comment(1, 'Nice work.', 'bea');
    await scene.command(2, '/smol undo');
    const ran = await scene.command(1, '/smol build');
    expectGreen(ran);
    expect(ran.calls).toEqual([]);
    expect(await scene.github.tree('smol/issue-1')).toEqual(ticTacToe.files);
  });
});

/** Somebody else puts 👎 on a comment. */
async function thumbsDown(github: Scene['github'], commentId: number, by: string): Promise<void> {
  const answer = await fetch(
    `${github.url}/repos/${github.repository}/issues/comments/${commentId}/reactions`,
    {
      method: 'POST',
      headers: { authorization: `token ${github.tokenOf(by)}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: '-1' }),
    },
  );
  expect(answer.status).toBe(201);
}

describe('`/smol stop`', SEVERAL_RUNS, () => {
  test('ends a run that goes on: nothing is committed, what is finished is kept, and `/smol build` goes on', async () => {
    const good = appAnswers(ticTacToe);
    const state = { isSlow: true };
    const scene = await stage({
      answer: async (request) => {
        const isGame = /Write `game\.js`/.test(request.messages.at(-1)?.content ?? '');
        const answer = await good(request);
        return state.isSlow && isGame && 'text' in answer ? { ...answer, tokensPerSecond: 10 } : answer;
      },
    });
    const { github } = scene;
    const going = scene.label(1);
    await vi.waitFor(async () => expect(scene.modelCalls()).toBeGreaterThan(4), {
      timeout: 20_000,
      interval: 50,
    });
    const [status] = await github.comments(1);
    // What anybody else thinks of it stops nothing.
    await thumbsDown(github, status?.id ?? 0, 'stranger');
    const stop = await scene.command(1, '/smol stop', { by: 'bea' });
    expectGreen(stop);
    expectRed(await going, 'failed', 'A person stopped the run.');
    expect(await github.branches()).toEqual(['main']);
    const comments = await github.comments(1);
    const ask = comments.find(({ body }) => body === '/smol stop');
    expect(await reactionsTo(github, ask?.id ?? 0)).toEqual(['eyes', 'rocket']);
    expect(comments.filter(({ authorType }) => authorType === 'Bot')).toHaveLength(1);
    expect(comments[0]?.body).toContain('A person stopped the run.');
    expect(comments[0]?.body).toContain('/smol build');
    state.isSlow = false;
    const build = await scene.command(1, '/smol build');
    expectGreen(build, 'created');
    expect(build.calls).toHaveLength(1);
  });

  test('ends a revision as well, and says how that is gone on with', async () => {
    const good = appAnswers(ticTacToe, { change: CHANGE, edits: EDITS });
    const asks: (() => Promise<unknown>)[] = [];
    const scene = await built({
      answer: async (request) => {
        const isReadme = /Change `README\.md`/.test(request.messages.at(-1)?.content ?? '');
        if (isReadme) await asks.pop()?.();
        return good(request);
      },
      env: NO_WAITING,
    });
    const before = await scene.github.tree('smol/issue-1');
    asks.push(async () => {
      await scene.command(2, '/smol stop');
      // The comment is edited every five seconds.
      await new Promise((resolve) => setTimeout(resolve, 5_500));
    });
    const ran = await scene.command(2, '/smol fix Say less.');
    expectRed(ran, 'partial', 'A person stopped the run.');
    expect(await scene.github.tree('smol/issue-1')).toEqual(before);
    expect(await statusComment(scene.github, 1)).toContain('Comment `/smol retry` to go on');
    expectGreen(await scene.command(2, '/smol retry'), 'updated');
    expect((await scene.github.tree('smol/issue-1'))['README.md']).toContain('A game for two.');
  });

  test('where nothing goes on says so', async () => {
    const scene = await developed();
    await scene.command(1, '/smol stop');
    expect((await answered(scene, 1)).answers[0]).toContain('No run of smol is going on');
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'confused']);
  });
});
