import { describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { appAnswers } from '../support/model/index.js';
import { atOpenAI } from './at-openai.js';
import { NO_WAITING } from './no-waiting.js';
import {
  ALL_ANSWERED,
  answerAll,
  CHANGE,
  change,
  edit,
  LINE,
  NEXT_ROUND,
  proposed,
  remarksIn,
} from './reviews.js';
import { type Scene, SEVERAL_RUNS, stage } from './scene.js';
import {
  answersOn,
  expectGreen,
  expectNoTrace,
  expectRed,
  reactionsTo,
  repliesOn,
  statusComment,
  wordsOf,
} from './told.js';

describe('a review of a pull request of ours', SEVERAL_RUNS, () => {
  test('becomes one more commit, and the thread a reply that names it', async () => {
    const { github, label, review, run } = await stage({
      answer: appAnswers(ticTacToe, { change: CHANGE, edits: NEXT_ROUND }),
    });
    expectGreen(await label(1), 'created');
    const ran = await review(2, { comments: [{ ...LINE, body: 'Please call it "Next round".' }] });
    expectGreen(ran, 'updated');
    expect(ran.outputs['pull-request-operation']).toBe('updated');
    const tree = await github.tree('smol/issue-1');
    expect(tree['index.html']).toBe(ticTacToe.files['index.html']?.replace('>New round<', '>Next round<'));
    expect(tree['game.js']).toBe(ticTacToe.files['game.js']);
    const [commit, first] = await github.commits('smol/issue-1');
    expect(commit?.parents).toEqual([first?.sha]);
    const [remark] = await github.reviewComments(2);
    const [reply, ...others] = await repliesOn(github, 2, remark?.id);
    expect(others).toEqual([]);
    expect(reply).toContain('The button says');
    expect(reply).toContain(commit?.sha.slice(0, 7));
    expect(ran.calls.length).toBeLessThanOrEqual(4);
    // The comment's own event comes as well: nothing is left for it.
    const event = await github.reviewCommentEvent({ pullNumber: 2, commentId: remark?.id ?? 0 });
    expectNoTrace(await run('pull_request_review_comment', event));
  });

  test('S19 several remarks and an earlier `/smol fix` are one commit, in order, and each has its reply', async () => {
    const { github, review } = await proposed(ALL_ANSWERED);
    await github.comment(1, '/smol fix REMARK-1', 'ann');
    await github.comment(2, '/smol fix REMARK-2', 'bea');
    const ran = await review(2, {
      body: 'REMARK-3',
      comments: [
        { ...LINE, body: 'REMARK-4' },
        { path: 'game.js', line: 3, body: 'REMARK-5' },
      ],
    });
    expectGreen(ran, 'updated');
    expect(remarksIn(wordsOf(ran.calls[0]))).toEqual([
      'REMARK-1',
      'REMARK-2',
      'REMARK-3',
      'REMARK-4',
      'REMARK-5',
    ]);
    expect(await github.commits('smol/issue-1')).toHaveLength(3);
    const [onIndex, onGame] = (await github.reviewComments(2)).slice(0, 2);
    const threads = (await github.reviewComments(2)).slice(2);
    expect(threads.map(({ inReplyTo, body }) => [inReplyTo, /Done: REMARK-\d/.exec(body)?.[0]])).toEqual([
      [onIndex?.id, 'Done: REMARK-4'],
      [onGame?.id, 'Done: REMARK-5'],
    ]);
    const [together = '', ...others] = await answersOn(github, 2);
    expect(others).toEqual([]);
    expect(together.match(/Done: REMARK-\d/g)).toEqual([
      'Done: REMARK-1',
      'Done: REMARK-2',
      'Done: REMARK-3',
    ]);
    expect(await answersOn(github, 1)).toEqual([]);
    const [first] = (await github.comments(1)).filter(({ author }) => author === 'ann');
    expect(await reactionsTo(github, first?.id ?? 0)).toEqual(['eyes', 'rocket']);
    const [said] = await github.reviews(2);
    expect((await github.reviewReactions(said?.id ?? 0)).map(({ content }) => content)).toEqual([
      'eyes',
      'rocket',
    ]);
  });

  test('S20 that asks for nothing gets 👍, no commit and no word', async () => {
    const { github, review } = await proposed({ change: change([], ['–']) });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Thanks, that is nice!' }] });
    expectGreen(ran, 'updated');
    expect(ran.outputs['pull-request-operation']).toBe('none');
    expect(ran.calls).toHaveLength(1);
    expect(await github.commits('smol/issue-1')).toHaveLength(2);
    expect(await repliesOn(github, 2)).toEqual([]);
    expect(await answersOn(github, 2)).toEqual([]);
    const [remark] = await github.reviewComments(2);
    const reactions = (await github.reviewCommentReactions(remark?.id ?? 0)).map(({ content }) => content);
    expect(reactions).toEqual(['eyes', '+1']);
    // What was heard is not asked about again.
    const again = await review(2, { comments: [{ ...LINE, body: 'Thanks again!' }] });
    expect(wordsOf(again.calls[0])).not.toContain('that is nice');
  });

  test('S20 that is declined gets a reply and no commit', async () => {
    const { github, review } = await proposed({ change: change([], ['It has that name in the request.']) });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Call it "Reset".' }] });
    expectGreen(ran, 'updated');
    expect(await github.commits('smol/issue-1')).toHaveLength(2);
    const [reply = '', ...others] = await repliesOn(github, 2);
    expect(others).toEqual([]);
    expect(reply).toContain('It has that name in the request.');
    expect(reply).not.toMatch(/\b[0-9a-f]{7}\b/);
  });

  test('an approval without words leaves no trace', async () => {
    const { review } = await proposed();
    const ran = await review(2, { event: 'APPROVE' });
    expectGreen(ran, 'skipped');
    expect(ran.calls).toEqual([]);
    expect(ran.writes).toEqual([]);
  });

  test('is followed by another one, on top of the first and without its remarks', async () => {
    const { github, review } = await proposed({
      change: answerAll(['`README.md` – change – words.']),
      edits: {
        'README.md': ({ messages }) =>
          messages.some(({ content }) => content.includes('**Next round**'))
            ? edit('# Tic', '# The game of tic', 'README.md')
            : NEXT_ROUND['README.md'],
      },
    });
    await review(2, { comments: [{ ...LINE, body: 'REMARK-1' }] });
    const second = await review(2, { comments: [{ ...LINE, body: 'REMARK-2' }] });
    expectGreen(second);
    expect(remarksIn(wordsOf(second.calls[0]))).toEqual(['REMARK-2']);
    // The planner knows what was changed before.
    expect(wordsOf(second.calls[0])).toContain('A change that is made already');
    expect((await github.tree('smol/issue-1'))['README.md']).toMatch(
      /^# The game of tic[\s\S]*\*\*Next round\*\*/,
    );
    expect(await github.commits('smol/issue-1')).toHaveLength(4);
  });

  test('S56 has the pull request and the comment tell of the app as it is now', async () => {
    const { github, review } = await proposed({
      change: change(['`rules.md` – add – the rules.', '`style.css` – delete – no longer used.'], ['Done.']),
      files: { 'rules.md': '# Rules\n\nThree in a row.\n' },
    });
    const ran = await review(2, { comments: [{ ...LINE, body: 'Write down the rules.' }] });
    expectGreen(ran);
    const { body, files } = await github.pullRequest(2);
    expect([...files].sort()).toEqual(['README.md', 'game.js', 'index.html', 'rules.md']);
    expect(body).toMatch(/^<!-- smol:v1 issue=1 -->\n\nCloses #1\n/);
    expect(body).toContain('`rules.md`');
    const table = /\| File \|[\s\S]*?\n\n/.exec(body ?? '')?.[0] ?? '';
    expect(table).toContain('rules.md');
    expect(table).not.toContain('style.css');
    const [status = ''] = (await github.comments(1)).map((comment) => comment.body);
    const [remark] = await github.reviewComments(2);
    expect(status.split('\n')[0]).toContain(`handled=c${remark?.id}`);
    expect(status).toContain('has a new commit');
    const [commit] = await github.commits('smol/issue-1');
    expect(commit?.message).toContain(`Smol-Handled: c${remark?.id}`);
  });
});

test(
  'S56 both tell of what was spent so far, the first build and the review together',
  SEVERAL_RUNS,
  async () => {
    const { github, label, modelUrl, review } = await stage({
      answer: appAnswers(ticTacToe, { change: CHANGE, edits: NEXT_ROUND }),
    });
    const first = await label(1, atOpenAI(modelUrl));
    expectGreen(first, 'created');
    const second = await review(2, { body: 'Rename it.' }, atOpenAI(modelUrl));
    expectGreen(second, 'updated');
    const [built = 0, revised = 0] = [first, second].map(({ outputs }) => Number(outputs['cost-usd']));
    expect(Math.min(built, revised)).toBeGreaterThan(0);
    const spent = /\$0\.\d+/.exec(await statusComment(github, 1))?.[0];
    expect((await github.pullRequest(2)).body).toContain(spent);
    expect(spent).toBe(`$${(built + revised).toFixed(2)}`);
  },
);

test('a pull request that a prompt asked for is reviewed as well', SEVERAL_RUNS, async () => {
  const { github, dispatch, review } = await stage({
    answer: appAnswers(ticTacToe, { change: CHANGE, edits: NEXT_ROUND }),
    issue: null,
    env: NO_WAITING,
  });
  const first = await dispatch({ prompt: ticTacToe.prompt });
  const number = Number(first.outputs['pull-request-number']);
  const ran = await review(number, { comments: [{ ...LINE, body: 'Rename it.' }] });
  expectGreen(ran, 'updated');
  expect(await repliesOn(github, number)).toHaveLength(1);
  const branch = first.outputs.branch ?? '';
  expect((await github.tree(branch))['index.html']).toContain('>Next round<');
  const own = (await github.comments(number)).filter(({ authorType }) => authorType === 'Bot');
  expect(own).toHaveLength(1);
  expect(own[0]?.body).toContain('handled=');
  const again = await review(number, { event: 'APPROVE' });
  expect(again.writes).toEqual([]);
});

test.each<[string, (scene: Scene) => Promise<Record<string, string>>, RegExp]>([
  [
    'a branch that has no commit of ours any more',
    async ({ github }) => {
      await github.createBranch('other');
      const sha = await github.commit({ branch: 'other', files: { 'a.txt': 'a\n' }, by: 'ann' });
      await github.forcePush('smol/issue-1', sha);
      return {};
    },
    /branch `smol\/issue-1` is gone/,
  ],
  ['a wrong setting', async () => ({ 'max-files': 'many' }), /`max-files`/],
])('a review that cannot be begun on says why in the comment: %s', SEVERAL_RUNS, async (_, prepare, says) => {
  const scene = await proposed();
  const inputs = await prepare(scene);
  const ran = await scene.review(2, { body: 'Rename it.' }, { inputs });
  expectRed(ran, 'failed', says);
  expect(ran.calls).toEqual([]);
  const [status, ...others] = await scene.github.comments(1);
  expect(status?.body).toMatch(says);
  expect(status?.body).toContain('- [x] `game.js`');
  expect(others).toEqual([]);
});
