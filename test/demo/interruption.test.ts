import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type TestContext, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');

/** The demo as a person starts it, with a folder for temporary files of its own. */
function startDemo({ onTestFinished }: TestContext): { demo: ChildProcess; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'smol-interruption-'));
  const env = { PATH: process.env.PATH ?? '', TMPDIR: folder };
  const options = { cwd: PROJECT, env, stdio: 'pipe' } as const;
  const demo = spawn(process.execPath, ['--import', 'tsx', 'demo/demo.ts'], options);
  onTestFinished(() => {
    demo.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return { demo, folder };
}

/** What it has said, once `pattern` is in it. */
function said(demo: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    demo.stdout?.on('data', (bytes) => {
      text += String(bytes);
      if (pattern.test(text)) resolve(text);
    });
  });
}

const exitCodeOf = (demo: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => demo.once('exit', resolve));

/** What the demo has left behind; the cache of tsx is not its own. */
const leftIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('smol-'));

// At the same time: what takes long is starting it, with nothing of it compiled yet.
test.concurrent.for([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)(
  '%s in the middle of a run ends it with %i, and nothing is left',
  { timeout: 90_000 },
  async ([signal, code], context) => {
    const { demo, folder } = startDemo(context);
    await said(demo, /is asked for a plan/);
    expect(leftIn(folder)).not.toEqual([]);
    const ended = exitCodeOf(demo);
    demo.kill(signal);
    expect(await ended).toBe(code);
    expect(leftIn(folder)).toEqual([]);
  },
);

test.concurrent('the demo ends quietly when nobody reads it any more', {
  timeout: 90_000,
}, async (context) => {
  const { demo, folder } = startDemo(context);
  let complaints = '';
  demo.stderr?.on('data', (bytes) => {
    complaints += String(bytes);
  });
  await said(demo, /smol:/);
  const ended = exitCodeOf(demo);
  demo.stdout?.destroy();
  expect(await ended).toBe(141);
  expect(complaints).toBe('');
  expect(leftIn(folder)).toEqual([]);
});
