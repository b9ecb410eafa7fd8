import { expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { stage } from './scene.js';
import { statusComment } from './told.js';

const HERE = { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' };
/** A day ahead, and a language whose small `I` is another letter. */
const THERE = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };

/** Everything a person sees of a run, without what no two runs share. */
async function published(env: Record<string, string>) {
  const { github, label } = await stage({
    issue: { title: 'INDIGO ıssue: İstanbul', body: ticTacToe.prompt },
  });
  const run = await label(1, { env, inputs: { 'protected-paths': 'STYLE.CSS' } });
  const [commit] = await github.commits('smol/issue-1');
  const [pull] = await github.pullRequests();
  const texts = {
    comment: await statusComment(github, 1),
    title: pull?.title,
    body: pull?.body,
    message: commit?.message,
    summary: inOrder(run.summary),
    files: Object.entries(await github.tree('smol/issue-1')),
  };
  const steady = JSON.stringify(texts, undefined, 1)
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\b[0-9a-f]{40}\b|Commit [0-9a-f]{7}/g, 'SHA')
    .replace(/\b\d+(?:\.\d+)? ?(?:ms|s)\b| :\d+, \d+/g, 'TIME');
  return { key: /^Smol-Key: (.*)$/m.exec(commit?.message ?? '')?.[1], steady };
}

/** The timeline by name: which of two files began first is chance. */
function inOrder(summary: string): string {
  return summary.replace(/(?<=section Files\n)[\s\S]*?(?=```)/, (lines) =>
    lines.split('\n').sort().join('\n'),
  );
}

test('S72 clock and language of the machine change nothing: same texts, same order, same key', {
  timeout: 60_000,
}, async () => {
  const [here, there] = await Promise.all([published(HERE), published(THERE)]);
  expect(here.key).toMatch(/^[0-9a-f]{16}$/);
  expect(here.steady).toContain('İstanbul');
  expect(there).toEqual(here);
});
