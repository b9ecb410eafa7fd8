import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod';
import { findChromium, openBrowser } from '../../demo/browser.js';
import { play } from '../../demo/play.js';
import { promptsOfCalls, readRecordedReview, readReview } from '../../demo/recorded-review.js';
import { readRecording } from '../../demo/recording.js';
import { CHANGE } from '../../demo/tap.js';
import { readIssueText } from '../../src/github/asked/issue-text.js';
import { fileMessages, planMessages } from '../../src/smol/prompts.js';

const chromium = findChromium();
if (chromium === undefined)
  console.warn('SKIPPED: the revised app in a browser, since no Chromium was found');
const Poll = z.object({ url: z.string() });

test('an issue becomes a pull request, a clone and a running app', { timeout: 60_000 }, async () => {
  const recording = readRecording('lunch-poll');
  const { issue, shows, plan, files } = recording;
  const ready: string[] = [];
  const lines: string[] = [];
  const played = await play({
    issue,
    shows,
    answers: { recording, tokensPerSecond: 4_000 },
    onReady: (urls) => ready.push(urls.issue),
    onLine: (line) => lines.push(line),
  });
  onTestFinished(() => played.close());
  const { site, github, results, stage, app } = played;
  const [result, ...others] = results;
  expect(others).toEqual([]);
  if (result === undefined) throw new Error('There was no run.');
  expect(result.outputs).toMatchObject({
    status: 'created',
    'files-count': String(Object.keys(files).length),
  });
  expect(ready).toEqual([`${site.url}/octo/app/issues/1`]);
  expect(lines.join('\n')).toBe(result.log.trimEnd());

  // What was recorded is what was asked for, word by word, and what was answered is what is committed.
  const text = readIssueText(issue);
  const brief = 'prompt' in text ? text : { prompt: '' };
  const asked = stage.runs[0]?.calls() ?? [];
  expect(asked[0]?.messages).toEqual(planMessages(brief));
  for (const { purpose, messages } of asked.slice(1)) {
    expect(messages).toEqual(fileMessages(brief, plan, purpose));
  }
  const { LICENSE: _, ...committed } = await github.tree(result.outputs.branch ?? '');
  expect(committed).toEqual(files);

  for (const path of ['/issues/1', '/pull/2', '/pull/2/files']) {
    expect((await fetch(`${site.url}/octo/app${path}`)).status).toBe(200);
  }
  const clone = mkdtempSync(join(tmpdir(), 'smol-clone-'));
  onTestFinished(() => rmSync(clone, { recursive: true, force: true }));
  // Not the synchronous one: this process serves the clone.
  const args = ['clone', '--quiet', '--branch', 'smol/issue-1', `${site.url}/octo/app.git`, clone];
  await promisify(execFile)('git', args, { timeout: 30_000 });
  const [path = ''] = Object.keys(committed);
  expect(readFileSync(join(clone, path), 'utf8')).toBe(committed[path]);
  expect(app).toBeDefined();
});

test('a review becomes a commit, and everyone has an answer', { timeout: 90_000 }, async () => {
  const recording = readRecording('lunch-poll');
  const review = readReview('lunch-poll');
  const recorded = readRecordedReview('lunch-poll');
  const events: string[] = [];
  const played = await play({
    issue: recording.issue,
    shows: recording.shows,
    answers: { recording, tokensPerSecond: 4_000 },
    reviewing: { review, answers: { recording: recorded, tokensPerSecond: 4_000 } },
    onReview: ({ pull }) => events.push(pull),
  });
  onTestFinished(() => played.close());
  const { site, github, results, stage, app } = played;
  expect(results.map(({ outputs }) => outputs.status)).toEqual(['created', 'updated']);
  expect(events).toEqual([`${site.url}/octo/app/pull/2`]);
  expect(github.violations()).toEqual([]);

  // The recorded answers are those to what is asked today.
  const calls = stage.runs[1]?.calls() ?? [];
  expect(calls.map(({ purpose }) => purpose)[0]).toBe(CHANGE);
  expect(calls.map(({ purpose }) => purpose).sort()).toEqual(
    [CHANGE, ...Object.keys(recorded.replies)].sort(),
  );
  expect(
    promptsOfCalls(calls),
    'A prompt has changed since this was recorded. Try the new one: npm run demo -- --review --record, with a real endpoint.',
  ).toBe(recorded.prompts);

  // One commit more, in which each reply that is more than UNCHANGED has become what it says.
  const [revision, first, base] = await github.commits('smol/issue-1');
  expect([revision?.parents, first?.parents]).toEqual([[first?.sha], [base?.sha]]);
  const [before, after] = [await github.tree(first?.sha ?? ''), await github.tree(revision?.sha ?? '')];
  const changed = Object.keys(after).filter((path) => after[path] !== before[path]);
  const edited = Object.keys(recorded.replies).filter(
    (path) => recorded.replies[path]?.trim() !== 'UNCHANGED',
  );
  expect(changed.sort()).toEqual(edited.sort());
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(app).toBeDefined();

  // The wish on a line is answered in its thread, the other one in a comment; thanks get a thumb.
  const [onLine, thanks, ...answers] = await github.reviewComments(2);
  expect(answers.map(({ inReplyTo, author }) => [inReplyTo, author])).toEqual([
    [onLine?.id, 'github-actions[bot]'],
  ]);
  expect(answers[0]?.body).toContain(revision?.sha.slice(0, 7));
  const thumbs = (await github.reviewCommentReactions(thanks?.id ?? 0)).map(({ content }) => content);
  expect(thumbs).toContain('+1');
  expect((await github.comments(2)).map(({ body }) => body)).toEqual([expect.stringContaining('> Tried it')]);

  const page = async (path: string) => (await fetch(`${site.url}/octo/app${path}`)).text();
  expect(await page('/pull/2')).toContain(`id="discussion_r${answers[0]?.id}"`);
  expect(await page(`/pull/2/commits/${revision?.sha}`)).toContain(`${changed.length} files changed`);
  expect(await page('/actions/runs/2')).toContain('Reading the remarks');
  if (chromium !== undefined && app !== undefined && 'url' in app) await useRevised(app.url);
});

/** What the review wished for, as its author would look whether it is there. */
async function useRevised(url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const post = async (path: string, body: object) =>
    (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  const poll = async () => post('api/polls', { question: 'Friday?', places: ['Sushi', 'Pizza', 'Canteen'] });
  const { url: first } = Poll.parse(await poll());
  const { url: second } = Poll.parse(await poll());
  for (const [name, place] of [
    ['Ann', 0],
    ['Cem', 1],
  ] as const)
    await post(`api${first.replace('/p/', '/polls/')}/votes`, { name, place });
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  await page.goto(new URL(first, url).href);
  await page.waitForSelector('.choice');
  await page.type('#name', 'Bea');
  await page.click('.choice');
  await page.click('#vote-form button');
  await page.waitForFunction("document.querySelector('#leader').textContent.includes('2 votes')");
  const widths = await page.$$eval('.bar-fill', (fills) => fills.map((fill) => fill.getAttribute('style')));
  expect(widths).toEqual(['width: 100%;', 'width: 50%;', 'width: 0%;']);
  await page.goto(new URL(second, url).href);
  await page.waitForFunction("document.querySelector('#name').value === 'Bea'");
}

test.skipIf(chromium === undefined)(
  'an app that asks for icons has them, keeps what it is told, and opens without a network',
  { timeout: 90_000 },
  async () => {
    const recording = readRecording('habits');
    const { issue, shows } = recording;
    const played = await play({ issue, shows, answers: { recording, tokensPerSecond: 4_000 } });
    onTestFinished(() => played.close());
    const { site, results, app } = played;
    expect(results.map(({ outputs }) => outputs.status)).toEqual(['created']);
    const browser = await openBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${site.url}/octo/app/pull/2/files`);
    const shown = await page.$$eval('.picture img', (images) =>
      images.map(({ alt, naturalWidth, naturalHeight }) => [alt, naturalWidth, naturalHeight]),
    );
    expect(shown).toEqual([
      ['icons/apple-touch-icon.png', 180, 180],
      ['icons/icon-192.png', 192, 192],
      ['icons/icon-512.png', 512, 512],
    ]);

    if (app === undefined || !('url' in app)) throw new Error('The app does not run.');
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(app.url);
    await page.type('#add-name', 'Read a page');
    await page.keyboard.press('Enter');
    await page.click('.tick');
    await page.waitForSelector('.tick[aria-pressed="true"]');
    // Its worker has all files once it is active, and a page that is loaded then is the worker's.
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await app.close();
    await page.reload();
    await page.waitForSelector('.tick[aria-pressed="true"]');
    expect(await page.$$eval('.card-name', (names) => names.map(({ textContent }) => textContent))).toEqual([
      'Read a page',
    ]);
    expect(errors).toEqual([]);
  },
);

test('an app that does not start ends the demo, and nothing stays behind', { timeout: 60_000 }, async () => {
  const recording = readRecording('pong');
  let issueUrl = '';
  const played = play({
    issue: recording.issue,
    answers: { recording, tokensPerSecond: 4_000 },
    shows: { kind: 'service', script: 'no-such-file.js' },
    onReady: ({ issue }) => {
      issueUrl = issue;
    },
  });
  await expect(played).rejects.toThrow('did not answer');
  await expect(fetch(issueUrl)).rejects.toThrow('fetch failed');
});

test('a play that is called off ends at once, with everything it has started', {
  timeout: 60_000,
}, async () => {
  const recording = readRecording('pong');
  const calledOff = new AbortController();
  let issueUrl = '';
  const played = play({
    issue: recording.issue,
    answers: { recording },
    shows: recording.shows,
    signal: calledOff.signal,
    onReady: ({ issue }) => {
      issueUrl = issue;
    },
    onLine: (line) => line.includes('is asked for a plan') && calledOff.abort(new Error('called off')),
  });
  await expect(played).rejects.toThrow('called off');
  await expect(fetch(issueUrl)).rejects.toThrow('fetch failed');
});
