import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InvalidOptionError } from '../../src/model/errors.js';
import { printable } from '../../src/terminal/printable.js';
import { APP, folderOf, Recorder, scripted, smol, temporaryFolder } from './world.js';

const read = (...path: string[]) => readFile(join(...path), 'utf8');

describe('smol', () => {
  test('answers --help and --version without doing anything else', async () => {
    const { develop, run } = await folderOf();
    expect(await run(['--help'])).toMatchObject({ code: 0, stderr: '', endpoints: [] });
    expect((await run(['--help'])).stdout).toContain('smol "a HTML/JS/CSS Tic Tac Toe Game"');
    expect(await run(['--version'])).toMatchObject({ code: 0, stdout: '1.2.3\n' });
    expect(develop.requests).toEqual([]);
  });

  test('writes the plan and every file, and ends with what it came to', async () => {
    const { cwd, run } = await folderOf();
    const { code, stdout, stderr } = await run(['a game']);
    expect(code).toBe(0);
    expect(await read(cwd, 'generated/index.html')).toBe('<!doctype html>\n');
    expect(await read(cwd, 'generated/src/game.js')).toBe(
      'export const size = 3;\nexport const empty = 0;\n',
    );
    expect(await read(cwd, 'generated/shared_deps.md')).toBe(APP.plan);
    expect((await readdir(join(cwd, 'generated'))).sort()).toEqual([
      '.smol',
      'index.html',
      'shared_deps.md',
      'src',
    ]);
    expect(stdout).toContain(APP.plan);
    expect(stdout).toContain(
      '2 files, 3 lines, in generated/\n1.2k tokens in (1k cached), 345 out · $0.01 · ',
    );
    expect(stdout).toContain(
      'The plan is in generated/shared_deps.md; edit it and run again to rebuild.\n' +
        'To start it, in generated/:\n  Open index.html in a browser.\n',
    );
    expect(stderr).toContain('2 files planned for generated/.\n');
    expect(stderr).toContain('✓ index.html     1 line      16 B\n');
    expect(stderr).toContain('✓ src/game.js    2 lines     47 B\n');
  });

  test.each([
    ['--out', 'app'],
    ['--generate_folder_path', 'app/deep'],
  ])('writes where %s says', async (option, folder) => {
    const { cwd, run } = await folderOf();
    expect((await run(['a game', option, folder])).code).toBe(0);
    expect(await read(cwd, folder, 'index.html')).toBe('<!doctype html>\n');
    expect(await readdir(cwd)).toEqual(['app']);
  });

  test('passes on what the options and the environment say', async () => {
    const { develop, run } = await folderOf();
    const argv =
      'x --model m --plan-model n --effort low --temperature 1 --max-output-tokens 9 --idle-timeout 5';
    const rest =
      '--max-files 3 --max-cost-usd 0.5 --max-total-tokens 1000 --concurrency 2 --instructions rules';
    const { endpoints } = await run([...argv.split(' '), ...rest.split(' ')], {
      env: { OPENAI_BASE_URL: 'http://localhost:1/v1' },
    });
    expect(endpoints).toEqual([
      {
        apiKey: 'sk-test-key-0123456789',
        baseUrl: 'http://localhost:1/v1',
        model: 'm',
        planModel: 'n',
        effort: 'low',
        temperature: 1,
        maxOutputTokens: 9,
        idleTimeoutMs: 5000,
        concurrency: 2,
      },
    ]);
    expect(develop.requests[0]).toMatchObject({
      prompt: 'x',
      instructions: 'rules',
      limits: { maxFiles: 3, maxCostUsd: 0.5, maxTotalTokens: 1000 },
    });
  });

  test('prefers --base-url to the environment', async () => {
    const { run } = await folderOf();
    const { endpoints } = await run(['x', '--base-url', 'http://localhost:2/v1'], {
      env: { OPENAI_BASE_URL: 'http://localhost:1/v1', OPENAI_API_KEY: ' ' },
    });
    expect(endpoints[0]).toMatchObject({ baseUrl: 'http://localhost:2/v1', apiKey: null });
  });
});

describe('the prompt', () => {
  test.each([[['idea.md']], [['--prompt', 'idea.md']]])('is read from a markdown file: %j', async (argv) => {
    const { cwd, develop, run } = await folderOf();
    await writeFile(join(cwd, 'idea.md'), '# An idea\n');
    const { stderr } = await run(argv);
    expect(develop.requests[0]?.prompt).toBe('# An idea\n');
    expect(stderr).toContain('The prompt is in idea.md.');
  });

  test('is prompt.md when none is given', async () => {
    const { cwd, develop, run } = await folderOf();
    await writeFile(join(cwd, 'prompt.md'), 'a game');
    expect((await run([])).stderr).toContain('The prompt is in prompt.md.');
    expect(develop.requests[0]?.prompt).toBe('a game');
  });

  test('may be a sentence that ends like a file name', async () => {
    const { develop, run } = await folderOf();
    await run(['write a README.md']);
    expect(develop.requests[0]?.prompt).toBe('write a README.md');
  });

  test.each([
    [[], 'What shall be built?'],
    [['missing.md'], 'There is no file missing.md.'],
    [['empty.md'], 'empty.md is empty.'],
    [['folder.md'], 'folder.md cannot be read'],
    [['x', '--instructions', 'missing.md'], 'There is no file missing.md.'],
    [['x', '--out', 'empty.md'], 'empty.md is a file. Name a folder with --out.'],
    [['x', '--outt', 'y'], 'There is no option --outt. Did you mean --out?'],
  ])('that cannot be used is a matter of usage: %j', async (argv, message) => {
    const { cwd, develop, run } = await folderOf();
    await writeFile(join(cwd, 'empty.md'), '\n');
    await mkdir(join(cwd, 'folder.md'));
    const { code, stdout, stderr } = await run(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`smol: ${message}`);
    expect(stderr).toContain('smol --help');
    expect(develop.requests).toEqual([]);
  });

  test('is not sent anywhere without a key', async () => {
    const { cwd, develop, run } = await folderOf();
    const { code, stderr } = await run(['a game'], {
      createModel: () => {
        throw new InvalidOptionError('api-key', '`api-key` is empty, and OpenAI answers nobody without one.');
      },
    });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'smol: OPENAI_API_KEY is empty, and OpenAI answers nobody without one. ' +
        'Set it to your key, or name another endpoint with --base-url.\n',
    );
    expect(develop.requests).toEqual([]);
    expect(await readdir(cwd)).toEqual([]);
  });
});

describe('a person at a terminal', () => {
  test('sees the plan and is asked before files are paid for', async () => {
    const { cwd, run } = await folderOf();
    const { code, stdout, stderr } = await run(['a game'], { types: 'y' });
    expect(code).toBe(0);
    expect(stderr).toMatch(/Write 2 files, about 20 lines, roughly \$0\.0003, with test-model\?/);
    expect(stdout).toContain('# Tic Tac Toe');
    expect(await read(cwd, 'generated/index.html')).toBe('<!doctype html>\n');
  });

  test('may say no, and keeps the plan', async () => {
    const { cwd, run } = await folderOf();
    const { code, stderr } = await run(['a game'], { types: 'n' });
    expect(code).toBe(1);
    expect(stderr).toContain('No file was written. The plan is in generated/shared_deps.md;');
    expect((await readdir(join(cwd, 'generated'))).sort()).toEqual(['.smol', 'shared_deps.md']);
  });

  test('may interrupt at the question', async () => {
    const { cwd, run } = await folderOf();
    const { code, stderr } = await run(['a game'], { types: '\u0003' });
    expect(code).toBe(130);
    expect(stderr).toContain('Stopped. 0 of 2 files are finished.');
    expect((await readdir(join(cwd, 'generated'))).sort()).toEqual(['.smol', 'shared_deps.md']);
  });

  test('is not asked with --yes, nor when nothing is left to pay', async () => {
    const { run } = await folderOf();
    expect((await run(['a game', '--yes'], { types: 'n' })).code).toBe(0);
    const { code, stderr } = await run(['a game'], { types: 'n' });
    expect(code).toBe(0);
    expect(stderr).toContain('2 of 2 files reused.');
    expect(stderr).not.toContain('Write ');
  });

  test.each([
    [['a game', '--yes'], {}, true],
    [['a game', '--yes'], { NO_COLOR: '1' }, false],
    [['a game', '--yes'], { TERM: 'dumb' }, false],
    [['a game', '--yes', '--debug'], {}, false],
  ])('gets colours and live lines only where they are wanted: %j %j', async (argv, env, isLive) => {
    const { run } = await folderOf();
    const { stderr } = await run(argv, { types: '', env });
    expect(stderr.includes('\u001b[')).toBe(isLive);
    expect(stderr).toContain('index.html');
  });
});

describe('the plan in a terminal', () => {
  const item = '- `a.js` (~20) – draws the board, counts the moves, and tells the page who has won the game.';
  const plan = `# Plan\n\n${item}\n\n\n`;
  const broken =
    '# Plan\n\n- `a.js` (~20) – draws the board, counts the moves, and tells the page who has\n  won the game.\n';

  test.each([
    ['as it arrives', {}],
    ['when it is whole', { NO_COLOR: '1' }],
  ])('is broken at spaces, %s', async (_, env) => {
    const { run } = await folderOf({ plan, files: { 'a.js': 'a' } });
    const { stdout } = await run(['a game', '--yes'], { types: '', env });
    expect(stdout).toContain(`${broken}\n\n1 file, `);
  });

  test('is what the model wrote where it goes to a file', async () => {
    const { run } = await folderOf({ plan, files: { 'a.js': 'a' } });
    const { stdout } = await run(['a game', '--yes'], { types: '', stdout: new Recorder(false) });
    expect(stdout).toContain(`# Plan\n\n${item}\n\n1 file, `);
  });
});

describe('what is printed', () => {
  test('cannot steer the terminal', async () => {
    const evil = '\u001b]0;pwned\u0007\u001b[2J\u202e';
    const { cwd, run } = await folderOf({
      plan: `# Plan ${evil}\n`,
      files: { 'a.js': evil, 'b.js': { content: '', fails: new Error(`no ${evil}`) } },
    });
    for (const argv of [['a game'], ['a game', '--plan-only'], ['a game', '--debug']]) {
      const { stdout, stderr } = await run(argv);
      expect(stdout + stderr).toBe(printable(stdout + stderr));
    }
    expect(await read(cwd, 'generated/a.js')).toBe(evil);
  });

  test('shows each call with --debug, and no key', async () => {
    const { stderr } = await (await folderOf()).run(['a game', '--debug']);
    expect(stderr).toMatch(/\[ +\d\.\d\d s\] plan: asked\n/);
    expect(stderr).toMatch(/plan: first token after \d\.\d\d s\n/);
    expect(stderr).toMatch(/src\/game\.js: whole, 47 B\n/);
    expect(stderr).toContain('run: so far 1,200 tokens in (1,024 cached), 345 out\n');
    expect(stderr).not.toContain('sk-test');
  });

  test('says that the price is not known where it is not', async () => {
    const cwd = await temporaryFolder();
    const script = scripted(APP);
    async function* develop(...asked: Parameters<typeof script>) {
      for await (const event of script(...asked)) {
        if (event.type !== 'done') yield event;
        else yield { ...event, result: { ...event.result, usage: { ...event.result.usage, costUsd: null } } };
      }
    }
    expect((await smol(['a game'], { cwd, develop })).stdout).toContain('345 out · price not known · ');
  });

  test('goes to a stream that is no terminal without colour', async () => {
    const stdout = new Recorder(false);
    await (await folderOf()).run(['a game'], { types: 'y', stdout });
    expect(stdout.text).not.toContain('\u001b');
    expect(stdout.text).toContain(APP.plan);
  });
});
