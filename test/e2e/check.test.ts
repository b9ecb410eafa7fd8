import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { runCli } from '../support/runner.js';

let root = '';
let folder = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'smol-check-'));
  folder = join(root, 'work');
  mkdirSync(folder);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

const check = (...args: string[]) => runCli(['check', ...args], { cwd: folder });

/** What a page needs to be looked at. */
const page = (...body: string[]) =>
  `<!doctype html>\n<html lang="en">\n<title>App</title>\n<body>\n${body.join('\n')}\n</body>\n</html>\n`;

const BROKEN = {
  'index.html': page('<script type="module" src="js/app.js"></script>'),
  'js/app.js': "import { loadBoards } from './store.js';\n\nloadBoards();\n",
  'js/store.js': 'export function loadBoard() {\n  return [];\n}\n',
};

describe('the built smol check', () => {
  test('finds an import that takes what is not there, as people read it', async () => {
    put(BROKEN);
    const run = await check();
    expect(run.exitCode, run.stderr).toBe(1);
    expect(run.stdout).toMatch(/^js\/app\.js:1: error: .*`loadBoards`.*\.\/store\.js.* \[imports\]$/m);
    expect(run.stdout).toMatch(/\n1 error in 3 files, \d+ ms\.\n$/);
    expect(run.stdout).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(run.stderr).toBe('');
  });

  test('ends at a signal, in the middle of whatever it reads', { timeout: 30_000 }, async () => {
    const code = Array.from({ length: 800 }, (_, line) => `export const a${line} = (b) => b + ${line};\n`);
    put(Object.fromEntries(Array.from({ length: 400 }, (_, file) => [`a${file}.js`, code.join('')])));
    const run = await runCli(['check'], { cwd: folder, signalAfter: 800 });
    expect(run).toMatchObject({ signal: 'SIGINT', stdout: '', stderr: '' });
  });

  test('finds it in a folder that is named, as JSON with paths in that folder', async () => {
    put(Object.fromEntries(Object.entries(BROKEN).map(([path, text]) => [`app/${path}`, text])));
    const run = await check('app', '--format', 'json');
    expect(run.exitCode, run.stderr).toBe(1);
    const report = JSON.parse(run.stdout);
    expect(report).toMatchObject({ folder: 'app', files: 3, errors: 1, plan: null, skipped: [] });
    expect(report.findings).toMatchObject([
      { rule: 'imports', severity: 'error', path: 'js/app.js', line: 1, message: expect.any(String) },
    ]);
    expect((await check('app', '--format=json')).stdout).toBe(run.stdout);
  });

  test('finds it as an annotation of a workflow, at the path from where it runs', async () => {
    put(Object.fromEntries(Object.entries(BROKEN).map(([path, text]) => [`app/${path}`, text])));
    const run = await check('--format', 'github', 'app');
    expect(run.exitCode, run.stderr).toBe(1);
    expect(run.stdout).toMatch(/^::error file=app\/js\/app\.js,line=1,title=smol check%3A imports::.+$/m);
  });

  test('finds nothing in an app that works, which has its plan beside it', async () => {
    put({ ...ticTacToe.files, 'shared_deps.md': ticTacToe.plan });
    const run = await check();
    expect(run.stdout).toMatch(/ in 5 files and the plan in shared_deps\.md, \d+ ms\.\n$/);
    expect(run.stdout).not.toContain('error');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('misses what the plan promised, but not what it takes away or what no one can write; an icon is a note', async () => {
    const plan = [
      '# App\n\n## Files\n',
      '- `index.html` (~10) – the page',
      '- `js/extra.js` (~10) – more of it',
      '- `logo.png` – the logo',
      '- `beep.mp3` – a sound',
      '- `js/old.js` (delete) – no longer needed\n',
    ];
    put({ 'index.html': page('<p>App</p>'), 'shared_deps.md': plan.join('\n') });
    const { exitCode, stdout } = await check('--format', 'json');
    const { findings } = JSON.parse(stdout);
    expect(exitCode).toBe(1);
    expect(findings).toMatchObject([
      { rule: 'plan', severity: 'error', path: 'js/extra.js', line: null },
      { rule: 'plan', severity: 'note', path: 'logo.png', line: null },
    ]);
  });

  test('leaves alone what .gitignore names, and takes binary files for what they are', async () => {
    put({
      '.gitignore': 'dist/\n',
      'dist/app.js': 'this is no { script',
      'node_modules/a/index.js': 'nor is ( this',
      'index.html': page('<img src="logo.png" alt="">', '<script src="dist/app.js"></script>'),
      'logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]),
    });
    const run = await check();
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.stdout).toMatch(/^Nothing found in 2 files, \d+ ms\.\n$/);
  });

  test('has the parser of each language with it', async () => {
    put({
      'a.js': 'let = (;\n',
      'a.ts': 'let a: = 1;\n',
      'a.css': 'a { color: red;\n',
      'a.scss': '.a { .b { top: 0 }\n',
      'a.json': '{ "a": \n',
      'a.yml': 'a: [1\nb: 2\n',
      'a.toml': 'a = \n',
      'a.py': 'def a(:\n    pass\n',
      'a.md': '# A\n',
      'a.html': page('<p>A</p>'),
      Dockerfile: 'FROM scratch\n',
    });
    const { stdout } = await check('--format', 'json');
    const { findings, files, skipped } = JSON.parse(stdout);
    const broken = ['a.css', 'a.js', 'a.json', 'a.py', 'a.scss', 'a.toml', 'a.ts', 'a.yml'];
    expect({ files, skipped }).toEqual({ files: 11, skipped: [] });
    expect([...new Set(findings.map(({ path }: { path: string }) => path))]).toEqual(broken);
  });

  test('does not follow a link out of the folder, and misses nothing behind it', async () => {
    mkdirSync(join(root, 'outside'));
    writeFileSync(join(root, 'outside', 'shared.js'), 'export const broken = ;\n');
    put({ 'app.js': "import { a } from './linked/shared.js';\nimport './one.js';\n\na();\n" });
    symlinkSync(join(root, 'outside'), join(folder, 'linked'));
    symlinkSync(join(root, 'outside', 'shared.js'), join(folder, 'one.js'));
    const run = await check();
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.stdout).toMatch(/ in 1 file, \d+ ms\.\n$/);
  });

  test('obeys no name of a file, in a terminal or in a workflow', async () => {
    put({ '::error ::x\u001b[31m.js': 'let = (;\n' });
    for (const format of ['text', 'github', 'json']) {
      const { exitCode, stdout } = await check('--format', format);
      expect(exitCode).toBe(1);
      expect(stdout).not.toMatch(/(?!\n)\p{Cc}|^::error ::/mu);
    }
  });

  test.each([
    { args: ['--fromat', 'json'], says: 'smol check has no option --fromat. Did you mean --format?' },
    { args: ['--format', 'xml'], says: '--format is text, json or github, not "xml".' },
    { args: ['nowhere'], says: 'There is no folder nowhere.' },
    { args: ['file.js'], says: 'There is no folder file.js.' },
    { args: ['a', 'b'], says: 'Name one folder to check.' },
  ])('ends with 2 after $args', async ({ args, says }) => {
    put({ 'file.js': '' });
    const run = await check(...args);
    expect(run).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: `smol: ${says}\nTry: smol check --help\n`,
    });
  });

  test('explains itself', async () => {
    const run = await check('--help');
    expect(run).toMatchObject({ exitCode: 0, stderr: '' });
    expect(run.stdout).toContain('--format text|json|github');
    expect((await runCli(['--help'])).stdout).toContain('smol check [FOLDER]');
  });
});
