import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { checkPath, type PathVerdict, selectPaths } from '../../src/smol/paths.js';

const ORDINARY = [
  'index.html',
  'src/app.ts',
  'a/b/c/d/e.txt',
  'README.md',
  'Makefile',
  'Dockerfile',
  'LICENSE',
  'package.json',
  '.gitignore',
  '.gitkeep',
  'src/.gitkeep',
  '.nojekyll',
  '.env.example',
  '.env.local.example',
  '.env.sample',
  '.editorconfig',
  '.prettierrc',
  '.dockerignore',
  '.vscode/extensions.json',
  'logo.svg',
  'src/pages/[id].tsx',
  'src/(group)/page.tsx',
  'src/@slot/page.tsx',
  'src/routes/+page.svelte',
  'src/routes/$id.tsx',
  '{{name}}/main.py',
  'my file.txt',
  'données/été.txt',
  '日本語.md',
  'emoji-🎉.txt',
  '-dash.txt',
  '...rest.ts/x.ts',
  'com.txt',
  'console.ts',
  'auxiliary.c',
  'com10.txt',
  'nul-safe.ts',
  'lib/agents.ts',
  'docs/github/a.md',
  'github/workflows/a.yml',
  'environment.env.ts',
  'data.csv',
  'types.d.ts',
  'model.obj',
  'scene.gltf',
  'gitmodules',
  '.git-blame-ignore-revs',
  'lock.json',
  'package-lock.json.md',
  'src/zip',
];

const MALFORMED: readonly (readonly [string, string])[] = [
  ['', 'empty'],
  ['./', 'empty'],
  ['/', 'relative'],
  ['/etc/passwd', 'relative'],
  ['//server/share', 'relative'],
  ['C:\\Windows\\x.txt', 'relative'],
  ['c:/x.txt', 'relative'],
  ['~/x', 'relative'],
  ['~root/x', 'relative'],
  ['\\\\srv\\share', 'backslash'],
  ['a\\b', 'backslash'],
  ['..\\x', 'backslash'],
  ['src\\..\\..\\x', 'backslash'],
  ['src/', 'folder'],
  ['src/components/', 'folder'],
  ['.', '`.` and `..`'],
  ['..', '`.` and `..`'],
  ['../x', '`.` and `..`'],
  ['a/../b', '`.` and `..`'],
  ['a/./b', '`.` and `..`'],
  ['././a', '`.` and `..`'],
  ['./../a', '`.` and `..`'],
  ['a/..', '`.` and `..`'],
  ['a//b', 'no name'],
  ['.//a', 'relative'],
  ['a\0b', 'control'],
  ['a\nb', 'control'],
  ['a\tb', 'control'],
  ['a\x1b[31mb', 'control'],
  ['a\x7fb', 'control'],
  ['a\u0085b', 'control'],
  ['a\u200bb', 'invisible'],
  ['a\u200cb', 'invisible'],
  ['a\u202eb', 'invisible'],
  ['a\u2066b', 'invisible'],
  ['a\ufeffb', 'invisible'],
  ['a\u00adb', 'invisible'],
  ['a\u2028b', 'invisible'],
  ['a\u3164b', 'invisible'],
  ['a\u{e0041}b', 'invisible'],
  ['a\ud800b', 'invisible'],
  ['.g\u200cit/config', 'invisible'],
  ['a:b', 'Windows'],
  ['file.txt:stream', 'Windows'],
  ['.git::$INDEX_ALLOCATION/x', 'Windows'],
  ['a<b', 'Windows'],
  ['a>b', 'Windows'],
  ['a"b', 'Windows'],
  ['a|b', 'Windows'],
  ['a?b', 'Windows'],
  ['a*b', 'Windows'],
  ['src/*.ts', 'Windows'],
  ['.git', "Git's own"],
  ['.git/config', "Git's own"],
  ['.GIT/hooks/pre-commit', "Git's own"],
  ['.Git/x', "Git's own"],
  ['sub/.git/config', "Git's own"],
  ['sub/.git', "Git's own"],
  ['git~1', 'stand for another'],
  ['GIT~1/config', 'stand for another'],
  ['git~2/config', 'stand for another'],
  ['gitmod~1', 'stand for another'],
  ['gi7eba~1', 'stand for another'],
  ['PROGRA~1/x', 'stand for another'],
  ['.git /config', 'begin or end'],
  ['.git./config', 'begin or end'],
  ['.git . /config', 'begin or end'],
  ['trail.', 'begin or end'],
  ['trail ', 'begin or end'],
  [' lead', 'begin or end'],
  ['a/trail./b', 'begin or end'],
  ['a /b', 'begin or end'],
  ['a\u00a0/b', 'begin or end'],
  ['.../a.ts', 'begin or end'],
  ['CON', 'reserved'],
  ['con.txt', 'reserved'],
  ['src/PRN.md', 'reserved'],
  ['aux/x.ts', 'reserved'],
  ['nul.tar.txt', 'reserved'],
  ['COM1', 'reserved'],
  ['com9.log', 'reserved'],
  ['LPT1.txt', 'reserved'],
  ['lpt³', 'reserved'],
  ['CONIN$', 'reserved'],
  ['conout$.txt', 'reserved'],
  ['con .txt', 'reserved'],
  [`${'a'.repeat(256)}`, '255 bytes'],
  [`${'é'.repeat(128)}`, '255 bytes'],
  [`${'abc/'.repeat(32)}x`, 'folders deep'],
  [`${'a'.repeat(200)}/`.repeat(6).concat('x'), '1024 bytes'],
];

const UNWRITABLE: readonly (readonly [string, string])[] = [
  ['logo.png', 'binary'],
  ['favicon.ico', 'binary'],
  ['img/photo.JPG', 'binary'],
  ['fonts/a.woff2', 'binary'],
  ['app.wasm', 'binary'],
  ['dist.zip', 'binary'],
  ['doc.pdf', 'binary'],
  ['data.sqlite', 'binary'],
  ['sound.mp3', 'binary'],
  ['package-lock.json', 'package manager'],
  ['web/package-lock.json', 'package manager'],
  ['yarn.lock', 'package manager'],
  ['pnpm-lock.yaml', 'package manager'],
  ['poetry.lock', 'package manager'],
  ['Cargo.lock', 'package manager'],
  ['Gemfile.lock', 'package manager'],
  ['go.sum', 'package manager'],
  ['uv.lock', 'package manager'],
];

const SET_ASIDE: readonly (readonly [string, string])[] = [
  ['.github/workflows/ci.yml', 'GitHub acts'],
  ['.GitHub/Workflows/ci.yml', 'GitHub acts'],
  ['./.github/workflows/ci.yml', 'GitHub acts'],
  ['.github/dependabot.yml', 'GitHub acts'],
  ['.github/copilot-instructions.md', 'GitHub acts'],
  ['app/.github/workflows/ci.yml', 'GitHub acts'],
  ['.github', 'GitHub acts'],
  ['.gitmodules', 'Git checks out'],
  ['.GITMODULES', 'Git checks out'],
  ['sub/.gitattributes', 'Git checks out'],
  ['.gitmodules/a.txt', 'Git checks out'],
  ['.husky/pre-commit', 'Git hooks'],
  ['.husky/_/husky.sh', 'Git hooks'],
  ['.githooks/pre-push', 'Git hooks'],
  ['.pre-commit-config.yaml', 'Git hooks'],
  ['.vscode/tasks.json', 'start programs'],
  ['.VSCode/Tasks.json', 'start programs'],
  ['sub/.vscode/settings.json', 'start programs'],
  ['.devcontainer/devcontainer.json', 'start programs'],
  ['.devcontainer.json', 'start programs'],
  ['.envrc', 'start programs'],
  ['CODEOWNERS', 'review'],
  ['docs/codeowners', 'review'],
  ['AGENTS.md', 'coding agents'],
  ['packages/a/agents.md', 'coding agents'],
  ['CLAUDE.md', 'coding agents'],
  ['Claude.local.md', 'coding agents'],
  ['GEMINI.md', 'coding agents'],
  ['.cursor/rules/a.mdc', 'coding agents'],
  ['.cursorrules', 'coding agents'],
  ['.claude/settings.json', 'coding agents'],
  ['.clinerules', 'coding agents'],
  ['.clinerules/a.md', 'coding agents'],
  ['.mcp.json', 'coding agents'],
  ['.circleci/config.yml', 'build server'],
  ['.gitlab-ci.yml', 'build server'],
  ['azure-pipelines.yml', 'build server'],
  ['Jenkinsfile', 'build server'],
  ['.npmrc', 'packages'],
  ['.env', 'secrets'],
  ['.ENV', 'secrets'],
  ['api/.env.local', 'secrets'],
  ['.env.production', 'secrets'],
];

describe('checkPath', () => {
  test.each(ORDINARY)('lets %j be written as it is', (path) => {
    expect(checkPath(path)).toEqual({ kind: 'write', path });
  });

  test.each(MALFORMED)('refuses %j, since: %s', (path, reason) => {
    expect(checkPath(path)).toEqual({ kind: 'refused', path, reason: expect.stringContaining(reason) });
  });

  test.each(UNWRITABLE)('refuses %j, since: %s', (path, reason) => {
    expect(checkPath(path)).toEqual({ kind: 'refused', path, reason: expect.stringContaining(reason) });
  });

  test.each(SET_ASIDE)('sets %j aside, since: %s', (path, reason) => {
    expect(checkPath(path)).toMatchObject({ kind: 'set aside', reason: expect.stringContaining(reason) });
  });

  test('counts more than a hundred hostile paths', () => {
    expect(MALFORMED.length + UNWRITABLE.length + SET_ASIDE.length).toBeGreaterThan(140);
  });

  test('drops one leading `./` and composes accents, and changes nothing else', () => {
    expect(checkPath('./e\u0301te\u0301.txt')).toEqual({ kind: 'write', path: 'été.txt' });
  });

  test('names a refused path as the model wrote it', () => {
    expect(checkPath('./e\u0301/')).toMatchObject({ kind: 'refused', path: './e\u0301/' });
  });

  test.each([
    ['infra', 'infra/main.tf', true],
    ['infra/', 'infra/a/b.tf', true],
    ['/infra/', 'infra/main.tf', true],
    ['infra/**', 'INFRA/main.tf', true],
    ['**/*.sql', 'db/schema.sql', true],
    ['**/*.sql', '.hidden/schema.sql', true],
    ['*.sql', 'db/schema.sql', false],
    ['infra', 'infrastructure/main.tf', false],
    ['caf\u00e9/**', 'cafe\u0301/menu.txt', true],
    ['  ', 'anything.txt', false],
  ])('with the protected path %j, %j is set aside: %s', (glob, path, expected) => {
    expect(checkPath(path, [glob]).kind).toBe(expected ? 'set aside' : 'write');
  });
});

describe('selectPaths', () => {
  const kinds = (...paths: string[]): string[] =>
    selectPaths(paths, { protectedPaths: [] }).map((verdict) => verdict.kind);

  test.each([
    ['the same path twice', ['a.js', 'a.js']],
    ['the same path with and without `./`', ['a.js', './a.js']],
    ['paths that differ in case', ['src/A.js', 'src/a.js']],
    ['folders that differ in case, with the same file', ['Src/a.js', 'src/a.js']],
    ['paths that differ in Unicode form', ['\u00e9.txt', 'e\u0301.txt']],
    ['sharp s', ['straße.txt', 'STRASSE.txt']],
    ['a file where an earlier path needs a folder', ['a/b.js', 'a']],
    ['a folder where an earlier path is a file', ['a', 'a/b.js']],
    ['the same in another case', ['A', 'a/b/c.js']],
    ['a set-aside file where a folder is needed', ['CODEOWNERS', 'codeowners/a.txt']],
  ])('refuses the later of two that collide: %s', (_, [first = '', second = '']) => {
    expect(kinds(first, second)).toEqual([checkPath(first).kind, 'refused']);
  });

  test('lets a path be taken whose earlier claimant was refused', () => {
    expect(kinds('a.png', 'a/', 'a', 'b.js', 'c/d.js')).toEqual([
      'refused',
      'refused',
      'write',
      'write',
      'write',
    ]);
  });

  test('says which path was first', () => {
    const [, second] = selectPaths(['src/App.js', 'src/app.js'], { protectedPaths: [] });
    expect(second).toMatchObject({ reason: expect.stringContaining('`src/App.js`') });
  });

  test('applies the globs of the user', () => {
    expect(selectPaths(['x/a.js'], { protectedPaths: ['x'] })).toMatchObject([{ kind: 'set aside' }]);
  });

  test('gives one verdict for each path, in order, and none that could collide on any file system', () => {
    const name = fc.constantFrom(
      'a',
      'A',
      'b',
      'B.js',
      'b.js',
      '\u00e9',
      'e\u0301',
      'É',
      'ß',
      'ss',
      '.git',
      '..',
    );
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 30 }), (paths) => {
        const verdicts = selectPaths(paths, { protectedPaths: [] });
        expect(verdicts.length).toBe(paths.length);
        const taken = verdicts.filter(({ kind }) => kind !== 'refused');
        const keys = taken.map((verdict) => verdict.path.normalize('NFC').toLowerCase());
        expect(new Set(keys).size).toBe(keys.length);
        for (const key of keys) {
          expect(keys.some((other) => other.startsWith(`${key}/`))).toBe(false);
        }
        if (paths.length > 0 && checkPath(paths[0] ?? '').kind === 'write')
          expect(verdicts[0]?.kind).toBe('write');
      }),
    );
  });

  test('decides anew the same when its own result is given to it', () => {
    fc.assert(
      fc.property(fc.array(anyPath(), { maxLength: 20 }), (paths) => {
        const taken = written(selectPaths(paths, { protectedPaths: [] }));
        expect(written(selectPaths(taken, { protectedPaths: [] }))).toEqual(taken);
      }),
    );
  });
});

describe('Git itself', () => {
  const repository = mkdtempSync(join(tmpdir(), 'smol-paths-'));
  afterAll(() => rmSync(repository, { recursive: true, force: true }));
  const git = (args: readonly string[], input?: string): string =>
    execFileSync('git', args, { cwd: repository, input, encoding: 'utf8', stdio: 'pipe' });

  test('accepts every path that is accepted here, and finds no fault in the tree made of them', () => {
    git(['init', '--quiet']);
    git(['config', 'core.protectHFS', 'true']);
    git(['config', 'core.protectNTFS', 'true']);
    const blob = git(['hash-object', '-w', '--stdin'], 'x').trim();
    const sample = fc.sample(anyPath(), 1_000);
    const paths = written(selectPaths([...ORDINARY, ...sample], { protectedPaths: [] }));
    expect(paths.length).toBeGreaterThan(200);
    const entries = paths.map((path) => `100644 ${blob}\t${path}\0`).join('');
    git(['update-index', '--add', '-z', '--index-info'], entries);
    const tree = git(['write-tree']).trim();
    expect(git(['ls-tree', '-r', '-z', '--name-only', tree]).split('\0').filter(Boolean).sort()).toEqual(
      [...paths].sort(),
    );
    git(['fsck', '--strict', '--no-dangling']);
  });

  test('refuses some of what is refused here, so that the comparison means something', () => {
    const blob = git(['hash-object', '-w', '--stdin'], 'x').trim();
    for (const path of ['.git/config', '../x', 'a//b', 'git~1/x', '.g\u200cit/x']) {
      expect(checkPath(path).kind).toBe('refused');
      expect(() => git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])).toThrow();
    }
  });
});

function written(verdicts: readonly PathVerdict[]): string[] {
  return verdicts.filter(({ kind }) => kind === 'write').map(({ path }) => path);
}

function anyPath(): fc.Arbitrary<string> {
  const hostile = fc.constantFrom(
    '.git',
    'git~1',
    '.gitmodules',
    'CON',
    '..',
    '.',
    '',
    'a.',
    ' ',
    '.g\u200cit',
    '~',
  );
  const part = fc.constantFrom(
    '.',
    'git',
    '~1',
    'é',
    'e\u0301',
    '\u200c',
    ':',
    ' ',
    'A',
    'b',
    '7',
    '-',
    '$',
    '[',
    '🎉',
  );
  const name = fc.oneof(
    { weight: 1, arbitrary: hostile },
    { weight: 6, arbitrary: fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }) },
  );
  return fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
}
