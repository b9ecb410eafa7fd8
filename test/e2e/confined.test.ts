import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { parseFileCommands } from '../support/runner/files.js';
import { runAction } from '../support/runner.js';
import { stage } from './scene.js';
import { statusComment } from './told.js';

const DIST = fileURLToPath(new URL('../../dist/index.js', import.meta.url));

/** A folder with the files of a step; what its process may touch is the script, the event and what it tells. */
function confine(payload: unknown, script: string) {
  const folder = mkdtempSync(join(tmpdir(), 'smol-confined-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const event = join(folder, 'event.json');
  const output = join(folder, 'output');
  const summary = join(folder, 'summary');
  const state = join(folder, 'state');
  writeFileSync(event, JSON.stringify(payload));
  for (const file of [output, summary, state]) writeFileSync(file, '');
  // Node's permission model: without more words no child process, no worker, no addon, no WASI either.
  // https://nodejs.org/docs/latest-v24.x/api/permissions.html
  const flags = [
    '--permission',
    // Of the code it reads the entry, and the parts that stand beside it.
    ...[script, `${join(script, '..', 'parts')}/*`, event, output, summary, state].map(
      (file) => `--allow-fs-read=${file}`,
    ),
    ...[output, summary, state].map((file) => `--allow-fs-write=${file}`),
    '--disallow-code-generation-from-strings',
  ];
  const env = {
    // A folder may have a space in its name.
    NODE_OPTIONS: flags.map((flag) => `"${flag}"`).join(' '),
    GITHUB_EVENT_PATH: event,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_STATE: state,
  };
  return { env, output, summary };
}

test('S66 a whole run needs no file but its event, starts nothing, and makes no code of text', {
  timeout: 60_000,
}, async () => {
  const { github, run } = await stage();
  const payload = await github.labeledEvent({ issueNumber: 1, label: 'smol', sender: 'ann' });
  const { env, output, summary } = confine(payload, DIST);
  const { exitCode, log, stderr } = await run('issues', payload, { env });
  expect({ exitCode, stderr }, log).toEqual({ exitCode: 0, stderr: '' });
  expect(parseFileCommands(readFileSync(output, 'utf8')).values).toMatchObject({ status: 'created' });
  expect(readFileSync(summary, 'utf8')).toContain('Pull request #2');
  expect(await statusComment(github, 1)).toContain('Pull request #2');
  expect(Object.keys(await github.tree('smol/issue-1'))).toEqual(
    expect.arrayContaining(Object.keys(ticTacToe.files)),
  );
});

test('S66 what the run above went without is really out of its reach', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'smol-confined-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const script = join(folder, 'try.mjs');
  writeFileSync(
    script,
    `const attempts = {
      read: async () => (await import('node:fs')).readFileSync(process.execPath),
      list: async () => (await import('node:fs')).readdirSync(process.env.GITHUB_WORKSPACE),
      write: async () => (await import('node:fs')).writeFileSync(process.env.GITHUB_WORKSPACE + '/x', 'x'),
      change: async () => (await import('node:fs')).writeFileSync(process.env.GITHUB_EVENT_PATH, '{}'),
      spawn: async () => (await import('node:child_process')).execFileSync('true'),
      worker: async () => new (await import('node:worker_threads')).Worker('', { eval: true }),
      eval: async () => eval('1'),
      function: async () => new Function('return 1')(),
      event: async () => (await import('node:fs')).readFileSync(process.env.GITHUB_EVENT_PATH),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      const code = await attempt().then(() => 'done', (error) => error.code ?? error.name);
      console.log(name + ' ' + code);
    }`,
  );
  const { env } = confine({}, script);
  const { stdout, stderr } = await runAction({ event: 'issues', payload: {}, script, env });
  expect(stdout.trim().split('\n'), stderr).toEqual([
    'read ERR_ACCESS_DENIED',
    'list ERR_ACCESS_DENIED',
    'write ERR_ACCESS_DENIED',
    'change ERR_ACCESS_DENIED',
    'spawn ERR_ACCESS_DENIED',
    'worker ERR_ACCESS_DENIED',
    'eval EvalError',
    'function EvalError',
    'event done',
  ]);
});
