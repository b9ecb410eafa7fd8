import { describe, expect, onTestFinished, test } from 'vitest';
import { createGitHub } from '../../src/github/api/client.js';
import { type RemarkSearch, readRemarks } from '../../src/github/asked/remarks.js';
import { startGitHub } from '../support/github/index.js';

const BOT = 41898282;
const FILE = { path: 'a.txt', line: 1 };

/** Pull request 2, which closes issue 1, adds `a.txt`. */
async function pulled() {
  const bed = await startGitHub({ collaborators: { ann: 'write', bea: 'write' } });
  onTestFinished(async () => {
    await bed.close();
    expect(bed.violations()).toEqual([]);
  });
  await bed.createIssue({ title: 'A game', body: 'A game.' });
  await bed.createBranch('smol/issue-1');
  await bed.commit({ branch: 'smol/issue-1', files: { 'a.txt': 'one\ntwo\n' } });
  await bed.createPullRequest({ head: 'smol/issue-1', title: 'A game', body: 'x' });
  const { token, repository, url: apiUrl } = bed;
  const redact = (text: string) => text.replaceAll('sk-secret', '***');
  const github = createGitHub({ token, repository, apiUrl, sleep: async () => {}, now: Date.now, redact });
  const read = async (search: Partial<RemarkSearch> = {}, as = github) => {
    const upTo = (await bed.comment(1, 'Now.', 'stranger')).createdAt;
    const known = { pullNumber: 2, issueNumber: 1, accountId: BOT, allowBots: [], redact };
    return readRemarks(as, { ...known, upTo, ...search });
  };
  return { bed, github, read };
}

describe('what was said about a pull request', () => {
  test('S19 is found beyond the first hundred, in the order in which it was said', async () => {
    const { bed, read } = await pulled();
    for (let n = 0; n < 101; n += 1) await bed.comment(2, `/smol fix ${n}`, 'ann');
    const { all } = await read();
    expect(all.map(({ text }) => Number(text))).toEqual(Array.from({ length: 101 }, (_, n) => n));
  });

  test('S19 of one second is a review before its comments, and those in their order', async () => {
    const { bed, read } = await pulled();
    await bed.sameSecond(async () => {
      await bed.comment(2, '/smol fix Last.', 'bea');
      await bed.review(2, {
        body: 'First.',
        comments: [
          { ...FILE, body: 'Second.' },
          { ...FILE, line: 2, body: 'Third.' },
        ],
        by: 'ann',
      });
    });
    expect((await read()).all.map(({ text }) => text)).toEqual(['First.', 'Second.', 'Third.', 'Last.']);
  });

  test('a reply in a thread is a remark on its line, and is answered there', async () => {
    const { bed, read } = await pulled();
    await bed.review(2, { comments: [{ ...FILE, body: 'Why?' }], by: 'ann' });
    const [first] = await bed.reviewComments(2);
    await bed.replyInThread(2, first?.id ?? 0, 'Please change it.', 'bea');
    const { all } = await read();
    expect(all.map(({ text, thread, where, author }) => [text, thread, where?.path, author])).toEqual([
      ['Why?', first?.id, 'a.txt', 'ann'],
      ['Please change it.', first?.id, 'a.txt', 'bea'],
    ]);
  });

  test('S12 S15 S18 a reply in a thread comes with what it answers: not with a stranger’s words', async () => {
    const { bed, github, read } = await pulled();
    await bed.review(2, { comments: [{ ...FILE, body: 'Blue, by sk-secret.<!-- evil -->' }], by: 'ann' });
    const [first] = await bed.reviewComments(2);
    const thread = first?.id ?? 0;
    const body = `<!-- smol:v1 reply=c${thread} -->\n\nRed is\nnicer.\n`;
    const pull = { ...github.repo, pull_number: 2 };
    await github.rest.pulls.createReplyForReviewComment({ ...pull, comment_id: thread, body });
    const status = `<!-- smol:v1 issue=1 handled=c${thread} -->`;
    await github.rest.issues.createComment({ ...github.repo, issue_number: 1, body: status });
    await bed.replyInThread(2, thread, 'Evil words.', 'stranger');
    await bed.replyInThread(2, thread, body, 'stranger');
    await bed.replyInThread(2, thread, 'No, do it.', 'ann');
    await bed.replyInThread(2, thread, 'Now.', 'bea');
    const { all } = await read();
    const quoted = [
      '> ann: Blue, by ***.',
      '> smol: Red is\n> nicer.',
      ...Array(2).fill('> stranger: (Left out: said by somebody without write access.)'),
    ].join('\n\n');
    expect(all.map(({ text }) => text)).toEqual([`${quoted}\n\nNo, do it.`, `${quoted}\n\nNow.`]);
  });

  test('S12 S15 is shown without hidden text and without keys; what is nothing else is no remark', async () => {
    const { bed, read } = await pulled();
    await bed.review(2, { body: 'Use sk-secret.<!-- evil -->', by: 'ann' });
    await bed.review(2, { body: '<!-- evil -->', by: 'ann' });
    expect((await read()).all.map(({ text }) => text)).toEqual(['Use ***.']);
  });

  test('S19 is left out when it was said or edited after the event', async () => {
    const { bed, read } = await pulled();
    const early = await bed.review(2, { body: 'Early.', by: 'ann' });
    const upTo = (await bed.comment(2, '/smol fix On time.', 'ann')).createdAt;
    await bed.comment(2, '/smol fix Late.', 'ann');
    expect((await read({ upTo })).all.map(({ text }) => text)).toEqual(['Early.', 'On time.']);
    await bed.editReview(2, early.id, 'Something else.', 'ann');
    expect((await read({ upTo })).all.map(({ text }) => text)).toEqual(['On time.']);
    expect((await read()).all.map(({ text }) => text)).toEqual(['Something else.', 'On time.', 'Late.']);
  });

  test('is no remark before it is submitted, where the token is the reviewer’s own', async () => {
    const { bed, read } = await pulled();
    const answer = await fetch(`${bed.url}/repos/${bed.repository}/pulls/2/reviews`, {
      method: 'POST',
      headers: { authorization: `token ${bed.tokenOf('ann')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ body: 'Not yet.' }),
    });
    expect(await answer.json()).toMatchObject({ state: 'PENDING' });
    const { repository, url: apiUrl } = bed;
    const redact = (text: string) => text;
    const known = { repository, apiUrl, sleep: async () => {}, now: Date.now, redact };
    const own = createGitHub({ ...known, token: bed.tokenOf('ann') });
    expect((await own.rest.pulls.listReviews({ ...own.repo, pull_number: 2 })).data).toHaveLength(1);
    expect((await read({}, own)).all).toEqual([]);
  });

  test('S4 S18 counts from people who may write, each looked up once', async () => {
    const { bed, read } = await pulled();
    for (const by of ['ann', 'stranger', 'ann', 'bea']) await bed.comment(2, `/smol fix By ${by}.`, by);
    bed.clearRequests();
    expect((await read()).all.map(({ author }) => author)).toEqual(['ann', 'ann', 'bea']);
    const asked = bed.requests().filter(({ path }) => path.endsWith('/permission'));
    expect(asked.map(({ path }) => path.split('/').at(-2)).sort()).toEqual(['ann', 'bea', 'stranger']);
  });

  test('S5 S70 is answered by our own account alone, whatever others paste', async () => {
    const { bed, github, read } = await pulled();
    const { id } = await bed.comment(2, '/smol fix One.', 'ann');
    const other = await bed.comment(2, '/smol fix Two.', 'ann');
    await bed.comment(2, `<!-- smol:v1 reply=i${id} -->\n\nDone.`, 'stranger');
    await bed.comment(1, `<!-- smol:v1 issue=1 handled=i${id} -->\n\nDone.`, 'stranger');
    const before = await read();
    expect([before.all.length, before.replied.size, before.handled.size]).toEqual([2, 0, 0]);
    const say = (number: number, body: string) =>
      github.rest.issues.createComment({ ...github.repo, issue_number: number, body });
    await say(1, `<!-- smol:v1 issue=1 handled=i${id} -->\n\nDone.`);
    await say(2, `<!-- smol:v1 reply=i${id},i${other.id} -->\n\nDone.`);
    const after = await read();
    expect(after.all.map(({ text }) => text)).toEqual(['Two.']);
    expect([...after.replied]).toEqual([`i${id}`, `i${other.id}`]);
    expect([...after.handled]).toEqual([`i${id}`]);
  });
});
