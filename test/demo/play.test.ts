import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { play } from '../../demo/play.js';
import { readRecording } from '../../demo/recording.js';
import { readIssueText } from '../../src/github/issue-text.js';
import { fileMessages, planMessages } from '../../src/smol/prompts.js';

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
  const { site, github, result, stage, app } = played;
  expect(result.outputs).toMatchObject({
    status: 'created',
    'files-count': String(Object.keys(files).length),
  });
  expect(ready).toEqual([`${site.url}/octo/app/issues/1`]);
  expect(lines.join('\n')).toBe(result.log.trimEnd());

  // What was recorded is what was asked for, word by word, and what was answered is what is committed.
  const text = readIssueText(issue);
  const brief = 'prompt' in text ? text : { prompt: '' };
  const asked = stage.calls() ?? [];
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
