import { expect, onTestFinished, test } from 'vitest';
import { createGitHub } from '../../src/github/api/client.js';
import { StatusComment } from '../../src/github/told/status.js';
import { type GitHub, startGitHub } from '../support/github/index.js';

const BOT_ID = 41_898_282;
const MARKER = '<!-- smol:v1 issue=1 -->';

async function open(now: () => number): Promise<{ github: GitHub; comment: StatusComment }> {
  const github = await startGitHub();
  onTestFinished(() => github.close());
  await github.createIssue({ title: 'A counter' });
  const { token, repository, url: apiUrl } = github;
  const client = createGitHub({
    token,
    repository,
    apiUrl,
    sleep: async () => {},
    now,
    redact: (text) => text,
  });
  const own = { accountId: BOT_ID, isNew: true };
  const comment = new StatusComment(client, 1, own, { now, sleep: async () => {} });
  await comment.open(() => `${MARKER}\nfirst`);
  return { github, comment };
}

test('an edit long after the last one is made at once, and Node has nothing to say in the log', async () => {
  let now = 0;
  const { github, comment } = await open(() => now);
  now = 60_000;
  const warned: Error[] = [];
  const listen = (warning: Error) => warned.push(warning);
  process.on('warning', listen);
  onTestFinished(() => void process.off('warning', listen));
  const shown = new Promise<void>((resolve) => {
    comment.update(async () => {
      resolve();
      return `${MARKER}\nsecond`;
    });
  });
  await shown;
  await comment.settle();
  expect((await github.comments(1)).map(({ body }) => body)).toEqual([`${MARKER}\nsecond`]);
  expect(warned).toEqual([]);
});
