import { expect, onTestFinished, test } from 'vitest';
import { createGitHub } from '../../src/github/api/client.js';
import { askToStop, wasAskedToStop } from '../../src/github/told/stop-request.js';
import { type GitHub, startGitHub } from '../support/github/index.js';

const BOT = 41898282;

async function commented() {
  const bed = await startGitHub({ collaborators: { ann: 'write' } });
  onTestFinished(async () => {
    await bed.close();
    expect(bed.violations()).toEqual([]);
  });
  await bed.createIssue({ title: 'A game', body: 'A game.' });
  const { token, repository, url: apiUrl } = bed;
  const redact = (text: string) => text;
  const github = createGitHub({ token, repository, apiUrl, sleep: async () => {}, now: Date.now, redact });
  const { data } = await github.rest.issues.createComment({
    ...github.repo,
    issue_number: 1,
    body: 'Building',
  });
  return { bed, github, id: data.id, since: data.created_at };
}

async function thumbsDown(bed: GitHub, id: number, by: string): Promise<void> {
  const answer = await fetch(`${bed.url}/repos/${bed.repository}/issues/comments/${id}/reactions`, {
    method: 'POST',
    headers: { authorization: `token ${bed.tokenOf(by)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content: '-1' }),
  });
  expect(answer.status).toBe(201);
}

test('a run is asked to stop by our own account alone, and only since it began', async () => {
  const { bed, github, id, since } = await commented();
  expect(await wasAskedToStop(github, { id, since, thumbsDown: 0 }, BOT)).toBe(false);
  expect(bed.requests().filter(({ method }) => method === 'GET')).toEqual([]);
  await thumbsDown(bed, id, 'stranger');
  await thumbsDown(bed, id, 'ann');
  expect(await wasAskedToStop(github, { id, since, thumbsDown: 2 }, BOT)).toBe(false);
  await askToStop(github, id);
  expect(await wasAskedToStop(github, { id, since, thumbsDown: 3 }, BOT)).toBe(true);
  // A run that begins later was not meant.
  await bed.pass(60);
  const later = (await bed.comment(1, 'Now.', 'ann')).createdAt;
  expect(await wasAskedToStop(github, { id, since: later, thumbsDown: 3 }, BOT)).toBe(false);
  // Until it is asked to stop as well.
  await askToStop(github, id);
  expect(await wasAskedToStop(github, { id, since: later, thumbsDown: 3 }, BOT)).toBe(true);
  const own = (await bed.commentReactions(id)).filter(({ user }) => user.id === BOT);
  expect(own.map(({ content }) => content)).toEqual(['-1']);
});
