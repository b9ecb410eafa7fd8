import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startApp } from '../../demo/app.js';
import { findChromium, openBrowser } from '../../demo/browser.js';
import { APPS, promptsOf, readRecording } from '../../demo/recording.js';
import { readFileList } from '../../src/smol/file-list.js';
import { isIcon } from '../../src/smol/icon-path.js';

describe.each(APPS)('the recording of %s', (name) => {
  const recording = readRecording(name);

  test('answers the prompts of today', () => {
    expect(
      promptsOf(recording),
      `A prompt has changed since this was recorded. Try the new one: npm run demo -- --app ${name} --record, with a real endpoint.`,
    ).toBe(recording.prompts);
  });

  test('holds every file of its plan and no other, but for icons, which are drawn', () => {
    expect(Object.keys(recording.files).sort()).toEqual(pathsOf(recording.plan));
  });
});

test('a changed word in an issue, a plan or a path is another version', () => {
  const { issue, plan, files } = readRecording('pong');
  const versions = [
    { issue, plan, files },
    { issue: { ...issue, title: `${issue.title}!` }, plan, files },
    { issue, plan: `${plan} `, files },
    { issue, plan, files: { ...files, 'another.js': '' } },
  ].map(promptsOf);
  expect(new Set(versions).size).toBe(versions.length);
});

/** Nothing else ends a synchronous child that hangs. */
const CHILD = { encoding: 'utf8', stdio: 'pipe', timeout: 50_000 } as const;
/** A browser that draws without a graphics card, on a busy machine. */
const SLOW = { timeout: 15_000 };

const chromium = findChromium();
if (chromium === undefined) console.warn('SKIPPED: Pong is not played, because there is no Chromium here.');
const python = pythonVersion();
if (python === undefined)
  console.warn('SKIPPED: the Python tests, because there is no Python 3.11 or later here.');

test.skipIf(chromium === undefined)(
  'Pong plays from the disk: the paddle follows the mouse, the ball flies, points count, no error',
  { timeout: 120_000 },
  async () => {
    const browser = await openBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const errors: unknown[] = [];
    page.on('pageerror', (error) => errors.push(error));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('requestfailed', (request) => errors.push(request.url()));
    await page.goto(pathToFileURL(join(written(readRecording('pong').files), 'index.html')).href);
    const canvas = await page.waitForSelector('canvas');
    const box = await canvas?.boundingBox();
    expect([box?.width, box?.height]).toEqual([400, 400]);
    const left = (box?.x ?? 0) + 50;
    for (const y of [120, 280]) {
      await page.mouse.move(left, (box?.y ?? 0) + y);
      await expect.poll(() => leftPaddle(page), SLOW).toEqual([y - 50, y + 49]);
    }
    const first = await ball(page);
    await expect.poll(() => ball(page), SLOW).not.toEqual(first);
    // With the paddle held in a corner the computer scores before long.
    await page.mouse.move(left, box?.y ?? 0);
    const before = await page.evaluate('document.body.innerText');
    await expect.poll(() => page.evaluate('document.body.innerText'), { timeout: 40_000 }).not.toBe(before);
    expect(errors).toEqual([]);
  },
);

test.skipIf(python === undefined)(
  'the Python tool passes its own tests and sums up the samples',
  { timeout: 60_000 },
  () => {
    const { files, shows } = readRecording('spending');
    const folder = written(files);
    const env = { PATH: process.env.PATH ?? '', PYTHONPATH: 'src', PYTHONDONTWRITEBYTECODE: '1' };
    const run = (...args: string[]) => execFileSync('python3', args, { ...CHILD, cwd: folder, env });
    expect(() => run('-m', 'unittest')).not.toThrow();
    const commands = shows.kind === 'command' ? shows.commands : [];
    for (const [, ...args] of commands) run(...args);
    const report = commands.find((args) => args.includes('report')) ?? [];
    const json: unknown = JSON.parse(run(...report.slice(1), '--json'));
    expect(json).toBeTypeOf('object');
  },
);

test('the Node service passes its own tests', { timeout: 60_000 }, () => {
  const folder = written(readRecording('lunch-poll').files);
  const env = { PATH: process.env.PATH ?? '' };
  const report = execFileSync(process.execPath, ['--test'], {
    ...CHILD,
    cwd: folder,
    env,
  });
  expect(report).toMatch(/fail 0/);
  expect(report).toMatch(/pass [1-9]/);
});

test('the Node service answers, with a page and with its API', { timeout: 30_000 }, async () => {
  const { files, shows } = readRecording('lunch-poll');
  const app = await startApp(files, shows);
  onTestFinished(() => app.close());
  const url = 'url' in app ? app.url : '';
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toMatch(/<form/);
});

function pathsOf(plan: string): string[] {
  const list = readFileList(plan);
  if (list.kind === 'none') throw new Error('The recorded plan has no list of files that can be read.');
  return list.entries
    .map((entry) => entry.path)
    .filter((path) => !isIcon(path))
    .sort();
}

function written(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'smol-recording-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

function pythonVersion(): string | undefined {
  try {
    const version = execFileSync('python3', ['--version'], CHILD);
    return Number(/3\.(\d+)/.exec(version)?.[1]) >= 11 ? version : undefined;
  } catch {
    return undefined;
  }
}

/** Top and bottom row of the yellow pixels in the left half. */
function leftPaddle(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const { data } = document.querySelector('canvas').getContext('2d').getImageData(0, 0, 200, 400);
    const rows = [];
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] > 200 && data[at + 1] > 150 && data[at + 2] < 100) rows.push(Math.floor(at / 800));
    }
    return [rows[0], rows.at(-1)];
  })()`);
}

/** Row and column of the first red pixel. */
function ball(page: Page): Promise<unknown> {
  return page.evaluate(`(() => {
    const { data } = document.querySelector('canvas').getContext('2d').getImageData(0, 0, 400, 400);
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] > 180 && data[at + 1] < 100 && data[at + 2] < 100) return [Math.floor(at / 1600), (at / 4) % 400];
    }
  })()`);
}
