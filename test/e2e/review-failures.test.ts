import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';
import { NO_WAITING } from './no-waiting.js';
import { CHANGE, LINE, NEXT_ROUND, proposed } from './reviews.js';
import { built, SEVERAL_RUNS } from './scene.js';
import { expectGreen, expectRed, pathOf, repliesOn, wordsOf } from './told.js';

describe('a change that cannot be made as a whole', SEVERAL_RUNS, () => {
  /** The model refuses one file until it is told otherwise. */
  async function failing() {
    const state = { isRefusing: true };
    const good = appAnswers(ticTacToe, { change: CHANGE, edits: NEXT_ROUND });
    const scene = await built({
      answer: (request) => {
        const last = request.messages.at(-1)?.content ?? '';
        return state.isRefusing && last.includes('Change `README.md`') ? { refusal: 'No.' } : good(request);
      },
      env: NO_WAITING,
    });
    const failed = await scene.review(2, { comments: [{ ...LINE, body: 'Rename it.' }] });
    return { ...scene, state, failed };
  }

  test('S48 makes no commit, says which file and why, and is red', async () => {
    const { github, failed } = await failing();
    expectRed(failed, 'partial', '`README.md`');
    expect(await github.commits('smol/issue-1')).toHaveLength(2);
    const [remark] = await github.reviewComments(2);
    const reactions = (await github.reviewCommentReactions(remark?.id ?? 0)).map(({ content }) => content);
    expect(reactions).toEqual(['eyes', 'confused']);
    const said = (await github.comments(2)).map(({ body }) => body);
    expect(said).toEqual([expect.stringMatching(/^<!-- smol:v1 answer=\d+ -->[\s\S]*`README\.md`/)]);
    const [status = ''] = (await github.comments(1)).map(({ body }) => body);
    expect(status).toContain('`README.md`');
    expect(status).toContain('/smol retry');
    expect(status.split('\n')[0]).not.toContain('handled=');
  });

  test.each([1, 2])('`/smol retry` on #%i goes on without asking for what is made', async (number) => {
    const { github, state, command } = await failing();
    state.isRefusing = false;
    const ran = await command(number, '/smol retry');
    expectGreen(ran, 'updated');
    // What has stayed as it is may be looked at again.
    expect(ran.calls.map(pathOf).filter((path) => path !== 'game.js')).toEqual(['README.md']);
    const tree = await github.tree('smol/issue-1');
    expect(tree['index.html']).toContain('>Next round<');
    expect(tree['README.md']).toContain('**Next round**');
    expect(await repliesOn(github, 2)).toHaveLength(1);
    const [status = ''] = (await github.comments(1)).map(({ body }) => body);
    expect(status).not.toContain('could not be made');
  });

  test('says so once, however often it fails', async () => {
    const { github, command } = await failing();
    for (const number of [1, 2]) expectRed(await command(number, '/smol retry'), 'partial', '`README.md`');
    const said = (await github.comments(2)).filter(({ body }) => body.startsWith('<!-- smol:v1 answer='));
    expect(said).toHaveLength(1);
  });

  test('a re-run of the same event goes on as well', async () => {
    const { github, state, run } = await failing();
    state.isRefusing = false;
    const [remark] = await github.reviewComments(2);
    const event = await github.reviewEvent({ pullNumber: 2, reviewId: remark?.reviewId ?? 0 });
    const ran = await run('pull_request_review', event);
    expectGreen(ran, 'updated');
    // What has stayed as it is may be looked at again.
    expect(ran.calls.map(pathOf).filter((path) => path !== 'game.js')).toEqual(['README.md']);
  });

  test('the next remark has both answered together', async () => {
    const { github, state, review } = await failing();
    state.isRefusing = false;
    const ran = await review(2, { body: 'And quickly.' });
    expectGreen(ran);
    expect(wordsOf(ran.calls[0])).toMatch(/Rename it\.[\s\S]*And quickly\./);
    expect(await repliesOn(github, 2)).toHaveLength(1);
  });

  test('S69 is not made beyond the cap, and says so', async () => {
    const { github, review } = await proposed();
    const ran = await review(2, { body: 'Rename it.' }, { inputs: { 'max-total-tokens': '1500' } });
    expectRed(ran, 'partial', '1500');
    expect(ran.calls.length).toBe(0);
    expect(await github.commits('smol/issue-1')).toHaveLength(2);
  });

  test('a plan of a change that is none says so', async () => {
    const good = appAnswers(ticTacToe, { change: 'I would rather not.' });
    const { github, review } = await built({
      answer: (request) => (request.responseFormat === undefined ? good(request) : { text: '{"files":[]}' }),
      env: NO_WAITING,
    });
    const ran = await review(2, { body: 'Rename it.' });
    expectRed(ran, 'partial', /\.$/);
    expect(await github.commits('smol/issue-1')).toHaveLength(2);
  });
});
