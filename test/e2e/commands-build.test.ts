import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';
import { answered, asked, CHANGE, developed, newest } from './commanded.js';
import { NO_WAITING } from './no-waiting.js';
import { built, SEVERAL_RUNS, stage } from './scene.js';
import { answersOn, expectGreen, expectRed, pathOf, reactionsTo, statusComment, wordsOf } from './told.js';

describe('`/smol plan`', SEVERAL_RUNS, () => {
  test('plans, shows it, and waits', async () => {
    const scene = await asked();
    const ran = await scene.command(1, '/smol plan');
    expectGreen(ran, 'planned');
    expect(ran.calls.map(pathOf)).toEqual([null]);
    expect(await scene.github.branches()).toEqual(['main']);
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'rocket']);
    const body = await statusComment(scene.github, 1);
    expect(body).toContain('- [x] `game.js`');
    expect(body).toContain('/smol build');
  });

  test('with words plans again, as they say; without them, again too', async () => {
    const scene = await asked();
    await scene.command(1, '/smol plan');
    const ran = await scene.command(1, '/smol plan Say in the README\nwho made it.');
    expectGreen(ran, 'planned');
    const words = wordsOf(ran.calls[0]);
    expect(words).toContain('Say in the README\nwho made it.');
    expect(words).toContain('The plan so far:');
    const body = await statusComment(scene.github, 1);
    expect(body).toContain('who made it');
    const again = await scene.command(1, '/smol plan');
    expectGreen(again, 'planned');
    expect(again.calls).toHaveLength(1);
    expect((await scene.github.comments(1)).filter(({ authorType }) => authorType === 'Bot')).toHaveLength(1);
  });

  test('answers a re-run of its event without a model', async () => {
    const scene = await asked();
    await scene.command(1, '/smol plan Who made it?');
    const payload = await scene.github.commentEvent({ issueNumber: 1, commentId: await newest(scene, 1) });
    const again = await scene.run('issue_comment', payload);
    expectGreen(again, 'planned');
    expect(again.calls).toEqual([]);
  });

  test.each([1, 2])(
    'on #%i, with a pull request open, plans again and leaves it as it is until `/smol build`',
    async (number) => {
      const scene = await developed();
      const { github, command } = scene;
      const before = await github.head('smol/issue-1');
      const planned = await command(number, '/smol plan Say who made it.');
      expectGreen(planned, 'planned');
      expect(planned.calls).toHaveLength(1);
      expect((await github.head('smol/issue-1'))?.sha).toBe(before?.sha);
      const build = await command(number, '/smol build');
      expectGreen(build, 'updated');
      // Only the file whose line in the plan became different is made again.
      expect(build.calls.map(pathOf)).toEqual(['README.md']);
      expect(await github.pullRequests()).toHaveLength(1);
    },
  );
});

describe('`/smol build`', SEVERAL_RUNS, () => {
  test('builds a plan that waits, without asking for it again', async () => {
    const scene = await asked();
    await scene.command(1, '/smol plan');
    const ran = await scene.command(1, '/smol build', { by: 'bea' });
    expectGreen(ran, 'created');
    expect(ran.calls.map(pathOf).sort()).toEqual(['README.md', 'game.js', 'index.html', 'style.css']);
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'rocket']);
  });

  test('where nothing is planned plans and builds', async () => {
    const scene = await asked();
    const ran = await scene.command(1, '/smol build');
    expectGreen(ran, 'created');
    expect((await scene.github.pullRequests()).map(({ body }) => body)[0]).toContain('Closes #1');
  });

  test.each([1, 2])('on #%i, where all is built, asks no model and makes no commit', async (number) => {
    const scene = await developed();
    const ran = await scene.command(number, '/smol build');
    expectGreen(ran, 'updated');
    expect(ran.calls).toEqual([]);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(2);
  });

  test.each(['/smol build', '/smol retry game.js'])(
    'after a review %s keeps the app, and what the review changed',
    async (command) => {
      const scene = await developed();
      await scene.review(2, { body: 'Say less.' });
      const before = await scene.github.tree('smol/issue-1');
      for (const number of [1, 2]) {
        const ran = await scene.command(number, command);
        expectGreen(ran);
        expect(ran.calls.map(pathOf)).toEqual(command === '/smol build' ? [] : ['game.js']);
        expect(await scene.github.tree('smol/issue-1')).toEqual(before);
      }
      expect(before['README.md']).toContain('A game for two.');
      expectGreen(await scene.label(1));
      expect(await scene.github.tree('smol/issue-1')).toEqual(before);
    },
  );

  test('after a review that failed keeps the app as well', async () => {
    const good = appAnswers(ticTacToe, { change: CHANGE });
    const scene = await built({
      answer: (request) =>
        /Change `README\.md`/.test(request.messages.at(-1)?.content ?? '')
          ? { refusal: 'I do not want to.' }
          : good(request),
      env: NO_WAITING,
    });
    const before = await scene.github.tree('smol/issue-1');
    expectRed(await scene.review(2, { body: 'Say less.' }), 'partial', '`README.md`');
    const ran = await scene.command(1, '/smol build');
    expectGreen(ran);
    expect(ran.calls).toEqual([]);
    expect(await scene.github.tree('smol/issue-1')).toEqual(before);
  });
});

describe('`/smol fix`', SEVERAL_RUNS, () => {
  test.each([1, 2])('on #%i becomes a commit and an answer on the pull request', async (number) => {
    const scene = await developed();
    const { github, command } = scene;
    const ran = await command(number, '/smol fix\n\nSay less.\n\n- please');
    expectGreen(ran, 'updated');
    expect(wordsOf(ran.calls[0])).toContain('1. Say less.\n\n- please');
    expect((await github.tree('smol/issue-1'))['README.md']).toContain('A game for two.');
    const id = await newest(scene, number);
    const [commit] = await github.commits('smol/issue-1');
    expect(commit?.message).toContain(`Smol-Handled: i${id}`);
    const [reply = '', ...others] = await answersOn(github, 2);
    expect(others).toEqual([]);
    expect(reply).toContain(`reply=i${id}`);
    expect(reply).toContain('It says less.');
    expect(reply).toContain(commit?.sha.slice(0, 7));
    expect(await reactionsTo(github, id)).toEqual(['eyes', 'rocket']);
  });

  test('without words, and without a pull request, says what is missing', async () => {
    const scene = await asked();
    const without = await scene.command(1, '/smol fix Say less.');
    expectGreen(without);
    expect(without.calls).toEqual([]);
    expect((await answered(scene, 1)).answers[0]).toContain('no open pull request');
    expect((await answered(scene, 1)).reactions).toEqual(['eyes', 'confused']);
    await scene.label(1);
    const wordless = await scene.command(2, '/smol fix');
    expect(wordless.calls).toEqual([]);
    expect((await answered(scene, 2)).answers[0]).toContain('/smol fix The score is lost');
  });

  test('twice by one event is done once', async () => {
    const scene = await developed();
    await scene.command(2, '/smol fix Say less.');
    const payload = await scene.github.commentEvent({ issueNumber: 2, commentId: await newest(scene, 2) });
    const again = await scene.run('issue_comment', payload);
    expect(again.calls).toEqual([]);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(3);
    expect(await answersOn(scene.github, 2)).toHaveLength(1);
  });
});

describe('`/smol retry`', SEVERAL_RUNS, () => {
  test('where nothing is missing says so', async () => {
    const scene = await developed();
    const { calls } = await scene.command(1, '/smol retry');
    expect(calls).toEqual([]);
    const { reactions, answers } = await answered(scene, 1);
    expect(answers[0]).toContain('nothing is missing');
    expect(reactions).toEqual(['eyes', 'confused']);
  });

  test.each([
    [1, '/smol retry game.js'],
    [2, '/smol retry `game.js`'],
  ])('on #%i with a path makes that file again: %s', async (number, words) => {
    let round = 0;
    const good = appAnswers(ticTacToe);
    const scene = await built({
      answer: async (request) => {
        const answer = await good(request);
        const isGame = /Write `game\.js`/.test(request.messages.at(-1)?.content ?? '');
        if (!isGame || !('text' in answer)) return answer;
        round += 1;
        return { text: `${answer.text}// ${round}\n` };
      },
      env: NO_WAITING,
    });
    const ran = await scene.command(number, words);
    expectGreen(ran, 'updated');
    expect(ran.calls.map(pathOf)).toEqual(['game.js']);
    expect((await scene.github.tree('smol/issue-1'))['game.js']).toMatch(/\/\/ 2\n$/);
    expect(await scene.github.commits('smol/issue-1')).toHaveLength(3);
  });

  test('with a path that the plan does not have says so', async () => {
    const scene = await developed();
    const { calls } = await scene.command(2, '/smol retry src/nope.js');
    expect(calls).toEqual([]);
    expect((await answered(scene, 2)).answers[0]).toContain('`src/nope.js`');
  });

  test.each([1, 2])('on #%i after a part failed makes that alone', async (number) => {
    let isFailing = true;
    const good = appAnswers(ticTacToe);
    const scene = await stage({
      answer: (request) =>
        isFailing && /Write `style\.css`/.test(request.messages.at(-1)?.content ?? '')
          ? { text: '' }
          : good(request),
      env: NO_WAITING,
    });
    expectRed(await scene.label(1), 'partial', '`style.css`');
    isFailing = false;
    const ran = await scene.command(number, '/smol retry');
    expectGreen(ran, 'updated');
    expect(ran.calls.map(pathOf)).toEqual(['style.css']);
    expect((await scene.github.pullRequest(2)).draft).toBe(false);
  });
});
