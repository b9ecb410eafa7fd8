import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, Recorder } from './world.js';

const BROKEN = 'export const a = ;\n';

async function folderWith(files: Record<string, string>) {
  const { cwd, run, develop } = await folderOf();
  await mkdir(join(cwd, 'app'));
  for (const [path, text] of Object.entries(files)) await writeFile(join(cwd, 'app', path), text);
  return { cwd, run, develop };
}

describe('smol check', () => {
  test('ends with 1 where something cannot work, asks no model and writes nothing', async () => {
    const { cwd, run, develop } = await folderWith({ 'a.js': BROKEN });
    const { code, stdout, stderr, endpoints } = await run(['check', 'app'], { env: { OPENAI_API_KEY: '' } });
    expect({ code, stderr, endpoints, asked: develop.requests }).toEqual({
      code: 1,
      stderr: '',
      endpoints: [],
      asked: [],
    });
    expect(stdout).toMatch(/^app\/a\.js:1: error: .+\. \[syntax\]\n/);
    expect(await readdir(cwd)).toEqual(['app']);
    expect(await readdir(join(cwd, 'app'))).toEqual(['a.js']);
  });

  test('ends with 0 where all is well, in an empty folder, too', async () => {
    const { run } = await folderWith({});
    expect(await run(['check', 'app'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Nothing found in 0 files, \d+ ms\.\n$/),
    });
  });

  test('ends with 0 where there are warnings alone', async () => {
    const { run } = await folderWith({ 'a.js': 'export function a() {\n  // ... rest of the code\n}\n' });
    const { code, stdout } = await run(['check', 'app', '--format', 'json']);
    const { errors, findings } = JSON.parse(stdout);
    expect(code).toBe(errors === 0 ? 0 : 1);
    expect(findings).not.toEqual([]);
  });

  test.each([
    { what: 'a terminal', isTTY: true, env: {}, hasColour: true },
    { what: 'a pipe', isTTY: false, env: {}, hasColour: false },
    { what: 'a terminal of a person who wants none', isTTY: true, env: { NO_COLOR: '1' }, hasColour: false },
    { what: 'a terminal that has none', isTTY: true, env: { TERM: 'dumb' }, hasColour: false },
  ])('has colours as fits $what', async ({ isTTY, env, hasColour }) => {
    const { run } = await folderWith({ 'a.js': BROKEN });
    const { stdout } = await run(['check', 'app'], { stdout: new Recorder(isTTY), env });
    expect(stdout.includes('\u001b[')).toBe(hasColour);
    const json = await run(['check', 'app', '--format', 'json'], { stdout: new Recorder(isTTY), env });
    expect(json.stdout).not.toContain('\u001b');
  });

  test('takes a list that is no plan for none', async () => {
    const { run } = await folderWith({ 'shared_deps.md': 'Names that are shared: `a`, `b`.\n' });
    expect((await run(['check', 'app'])).stdout).toMatch(/^Nothing found in 1 file, /);
  });

  test('is stopped by an interruption', async () => {
    const { run } = await folderWith({ 'a.js': BROKEN });
    const signal = AbortSignal.abort(new Error('Interrupted.'));
    expect(await run(['check', 'app'], { signal })).toMatchObject({
      code: 130,
      stdout: '',
      stderr: 'smol: Stopped.\n',
    });
  });

  test('says what is wrong with how it was called', async () => {
    const { run } = await folderWith({});
    expect(await run(['check', '\u001b[2Jnowhere'])).toMatchObject({
      code: 2,
      stderr: 'smol: There is no folder ␛[2Jnowhere.\nTry: smol check --help\n',
    });
  });
});
