import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KeyRejectedError, RateLimitedError, RefusedError } from '../../src/model/errors.js';
import { APP, folderOf, scripted, temporaryFolder } from './world.js';

const read = (...path: string[]) => readFile(join(...path), 'utf8');

describe('the plan alone', () => {
  test('is all of the output, and its file all that is written', async () => {
    const { cwd, run } = await folderOf();
    const { code, stdout, stderr } = await run(['a game', '--plan-only']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: APP.plan });
    expect((await readdir(join(cwd, 'generated'))).sort()).toEqual(['.smol', 'shared_deps.md']);
    expect(stderr).toContain('The plan is in generated/shared_deps.md.');
  });

  test('is not asked for again by the run that follows', async () => {
    const { develop, run } = await folderOf();
    await run(['a game', '--plan-only']);
    const { code, stderr } = await run(['a game']);
    expect(code).toBe(0);
    expect(develop.requests[1]?.resume).toEqual({ plan: APP.plan, files: new Map() });
    expect(stderr).toContain('0 of 2 files reused.');
  });

  test('is printed again without being asked for again', async () => {
    const { run } = await folderOf();
    await run(['a game', '--plan-only']);
    expect((await run(['a game', '--plan-only'])).stdout).toBe(APP.plan);
  });

  test('may be edited, and is then what the files are made from', async () => {
    const { cwd, develop, run } = await folderOf();
    await run(['a game']);
    await writeFile(join(cwd, 'generated/shared_deps.md'), '# My plan\n');
    const { code, stderr } = await run(['a game']);
    expect(code).toBe(0);
    expect(develop.requests[1]?.resume).toEqual({ plan: '# My plan\n', files: new Map() });
    expect(stderr).toContain('shared_deps.md was edited: every file is made anew from it.');
    expect(await read(cwd, 'generated/shared_deps.md')).toBe('# My plan\n');
    await run(['a game']);
    expect(develop.requests[2]?.resume?.files.size).toBe(2);
  });

  test('is made anew when its file was deleted', async () => {
    const { cwd, develop, run } = await folderOf();
    await run(['a game']);
    await rm(join(cwd, 'generated/shared_deps.md'));
    expect((await run(['a game'])).code).toBe(0);
    expect(develop.requests[1]?.resume).toBeUndefined();
  });

  test('gives way to a file of the app that has its name', async () => {
    const { cwd, develop, run } = await folderOf({ plan: '# P', files: { 'shared_deps.md': 'of the app' } });
    expect((await run(['a game'])).code).toBe(0);
    expect(await read(cwd, 'generated/shared_deps.md')).toBe('of the app');
    await run(['a game']);
    expect(develop.requests[1]?.resume).toEqual({
      plan: '# P',
      files: new Map([['shared_deps.md', 'of the app']]),
    });
  });

  test('is never taken from a shared_deps.md that smol did not write', async () => {
    const { cwd, develop, run } = await folderOf();
    await mkdir(join(cwd, 'generated'));
    await writeFile(join(cwd, 'generated/shared_deps.md'), 'theirs');
    expect((await run(['a game'])).stderr).toContain(
      '! shared_deps.md is yours and stays; the plan is in shared_deps.md.smol-new',
    );
    await run(['a game']);
    expect(develop.requests[1]?.resume?.plan).toBe(APP.plan);
    expect(await read(cwd, 'generated/shared_deps.md')).toBe('theirs');
  });
});

describe('a run again', () => {
  test('asks only for what is missing', async () => {
    const failing = {
      ...APP.files,
      'src/game.js': { content: 'x', fails: new RateLimitedError('The endpoint is busy.') },
    };
    const { cwd, run } = await folderOf({ ...APP, files: failing });
    const first = await run(['a game']);
    expect(first.code).toBe(1);
    expect(first.stdout).toContain(
      'src/game.js: The endpoint is busy. Run again later, or set --concurrency lower.',
    );
    expect(first.stderr).toContain('Run the same command again to go on');

    const develop = scripted(APP);
    const second = await run(['a game'], { develop });
    expect(second.code).toBe(0);
    expect(second.stderr).toContain('1 of 2 files reused.');
    expect(second.stdout).toContain('2 files, 3 lines, in generated/ (1 of an earlier run)');
    expect(develop.requests[0]?.resume?.files).toEqual(new Map([['index.html', '<!doctype html>\n']]));
    expect(await read(cwd, 'generated/src/game.js')).toContain('size = 3');
  });

  test.each([
    ['another prompt', ['another game']],
    ['other instructions', ['a game', '--instructions', 'use tabs']],
  ])('with %s plans anew and replaces only what is ours', async (_, argv) => {
    const { cwd, run } = await folderOf();
    await run(['a game']);
    await writeFile(join(cwd, 'generated/src/game.js'), 'mended by hand');
    const develop = scripted({
      plan: '# Other\n',
      files: { 'index.html': 'new', 'src/game.js': 'new', 'more.js': 'new' },
    });
    const { code, stdout, stderr } = await run(argv, { develop });
    expect(code).toBe(1);
    expect(develop.requests[0]?.resume).toBeUndefined();
    expect(await read(cwd, 'generated/index.html')).toBe('new');
    expect(await read(cwd, 'generated/src/game.js')).toBe('mended by hand');
    expect(await read(cwd, 'generated/src/game.js.smol-new')).toBe('new');
    expect(stderr).toContain(
      '! Already in generated/ and not written by smol: src/game.js. What is yours stays as it is.',
    );
    expect(stdout).toContain('Kept yours:\n  src/game.js (the new one is src/game.js.smol-new)\n');
  });

  test('does not make a file of an earlier request pass for one of this', async () => {
    const { run } = await folderOf();
    await run(['a game']);
    const broken = scripted({
      ...APP,
      files: { ...APP.files, 'index.html': { content: '', fails: new Error('no') } },
    });
    await run(['another game'], { develop: broken });
    const develop = scripted(APP);
    await run(['another game'], { develop });
    expect([...(develop.requests[0]?.resume?.files.keys() ?? [])]).toEqual(['src/game.js']);
  });

  test('takes nothing for ours when the record is broken', async () => {
    const { cwd, run } = await folderOf();
    await run(['a game']);
    await writeFile(join(cwd, 'generated/.smol/run.json'), '{');
    const develop = scripted({ ...APP, files: { 'index.html': 'new' } });
    const { code, stderr } = await run(['a game'], { develop });
    expect(code).toBe(1);
    expect(stderr).toContain('cannot be read, so no file of the folder counts as ours');
    expect(await read(cwd, 'generated/index.html')).toBe('<!doctype html>\n');
  });
});

describe('a file that the model refused', () => {
  test('has no advice of its own: the run says how to go on', async () => {
    const { run } = await folderOf({
      ...APP,
      files: { ...APP.files, 'src/game.js': { content: '', fails: new RefusedError('The model refused.') } },
    });
    const { code, stdout, stderr } = await run(['a game']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/Failed:\n {2}src\/game\.js: The model refused\.\n$/);
    expect(stderr).toContain('Run the same command again to go on');
  });

  test('is another matter when it is the plan', async () => {
    const { run } = await folderOf({ ...APP, planFails: new RefusedError('The model refused.') });
    expect((await run()).stderr).toContain(
      'smol: The model refused. Say it in other words, then run again.\n',
    );
  });
});

describe('the folder of a person', () => {
  test('keeps every file it had', async () => {
    const { cwd, run } = await folderOf();
    await writeFile(join(cwd, 'index.html'), 'mine');
    await writeFile(join(cwd, 'notes.txt'), 'mine');
    const { code, stderr } = await run(['a game', '--out', '.']);
    expect(code).toBe(1);
    expect(await read(cwd, 'index.html')).toBe('mine');
    expect(await read(cwd, 'notes.txt')).toBe('mine');
    expect(await read(cwd, 'index.html.smol-new')).toBe('<!doctype html>\n');
    expect(stderr).toContain('! index.html is yours and stays; the new one is index.html.smol-new');
  });

  test('is not left through a link', async () => {
    const { cwd, run } = await folderOf();
    const elsewhere = await temporaryFolder();
    await mkdir(join(cwd, 'generated'));
    await symlink(elsewhere, join(cwd, 'generated/src'));
    const { code, stdout } = await run(['a game']);
    expect(code).toBe(1);
    expect(await readdir(elsewhere)).toEqual([]);
    expect(stdout).toContain(
      'Set aside:\n  src/game.js: src leads out of the folder (see generated/.smol/aside/src/game.js)\n',
    );
  });

  test('gets what the plan sets aside only aside, which is no failure', async () => {
    const { cwd, run } = await folderOf({
      files: { 'a.js': 'a', '.github/workflows/ci.yml': { content: 'on: push', setAside: 'it would run' } },
      refused: [{ path: '../b\u001b.js', reason: 'it leads out' }],
    });
    const { code, stdout } = await run(['a game']);
    expect(code).toBe(0);
    expect(await readdir(join(cwd, 'generated'))).not.toContain('.github');
    expect(stdout).toContain(
      '  .github/workflows/ci.yml: it would run (see generated/.smol/aside/.github/workflows/ci.yml)\n',
    );
    expect(stdout).toContain('Refused, because of the path:\n  ../b␛.js: it leads out\n');
  });
});

describe('a run that is stopped', () => {
  test('keeps what is finished and says how to go on', async () => {
    const interrupt = new AbortController();
    const { cwd, run } = await folderOf({
      ...APP,
      files: {
        ...APP.files,
        'src/game.js': { content: 'x', before: () => interrupt.abort(new Error('Interrupted.')) },
      },
    });
    const { code, stdout, stderr } = await run(['a game'], { signal: interrupt.signal });
    expect(code).toBe(130);
    expect(await read(cwd, 'generated/index.html')).toBe('<!doctype html>\n');
    expect(stderr).toContain('Stopped. 1 of 2 files are finished.\nRun the same command again to go on');
    expect(stdout).not.toContain('Failed');
    expect(stderr).not.toContain('✗');

    const develop = scripted(APP);
    expect((await run(['a game'], { develop })).code).toBe(0);
    expect(develop.requests[0]?.resume?.files.size).toBe(1);
  });

  test('writes nothing when there is no plan yet', async () => {
    const interrupt = new AbortController();
    interrupt.abort(new Error('Interrupted.'));
    const { cwd, run } = await folderOf();
    const { code, stderr } = await run(['a game'], { signal: interrupt.signal });
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped.');
    expect(await readdir(cwd)).toEqual([]);
  });

  test('by its time says so', async () => {
    const whenAborted = (signal: AbortSignal | undefined) =>
      new Promise<void>((resolve) => {
        const timer = setInterval(() => {
          if (!signal?.aborted) return;
          clearInterval(timer);
          resolve();
        }, 5);
      });
    const { run } = await folderOf({
      ...APP,
      files: { 'a.js': { content: 'a', before: whenAborted }, 'b.js': 'b' },
    });
    const { code, stderr } = await run(['a game', '--timeout-minutes', '0.01']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'smol: The run took longer than 0.01 minutes (--timeout-minutes). 0 of 2 files are finished.',
    );
  });

  test('by a wrong key says what to mend', async () => {
    const { code, stderr } = await (
      await folderOf({
        ...APP,
        planFails: new KeyRejectedError('The endpoint refused the key.', { status: 401 }),
      })
    ).run();
    expect(code).toBe(1);
    expect(stderr).toContain('smol: The endpoint refused the key. Check the key in OPENAI_API_KEY.\n');
  });

  test('by the disk stops asking for more', async () => {
    const { cwd, run } = await folderOf();
    await mkdir(join(cwd, 'generated'));
    await writeFile(join(cwd, 'generated/.smol'), 'in the way');
    const { code, stderr } = await run(['a game']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/smol: .*\.smol/);
  });
});
