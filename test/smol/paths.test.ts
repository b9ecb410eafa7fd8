import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { checkPath, type PathVerdict, selectPaths } from '../../src/smol/paths.js';
import { anyText } from '../support/any-text.js';
import { MALFORMED, ORDINARY, SET_ASIDE, UNWRITABLE } from './paths.corpus.js';

describe('checkPath', () => {
  test.each(ORDINARY)('S36 lets %j be written as it is', (path) => {
    expect(checkPath(path)).toEqual({ kind: 'write', path });
  });

  test.each(MALFORMED)('S36 refuses %j, since: %s', (path, reason) => {
    expect(checkPath(path)).toEqual({ kind: 'refused', path, reason: expect.stringContaining(reason) });
  });

  test.each(UNWRITABLE)('S36 refuses %j, since: %s', (path, reason) => {
    expect(checkPath(path)).toEqual({ kind: 'refused', path, reason: expect.stringContaining(reason) });
  });

  test.each(SET_ASIDE)('S37 sets %j aside, since: %s', (path, reason) => {
    expect(checkPath(path)).toMatchObject({ kind: 'set aside', reason: expect.stringContaining(reason) });
  });

  test('S36 S37 counts more than two hundred and fifty hostile paths', () => {
    const paths = [...MALFORMED, ...UNWRITABLE, ...SET_ASIDE].map(([path]) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeGreaterThan(250);
  });

  test('S36 drops one leading `./` and composes accents, and changes nothing else', () => {
    expect(checkPath('./e\u0301te\u0301.txt')).toEqual({ kind: 'write', path: 'été.txt' });
  });

  test('S36 names a refused path as the model wrote it', () => {
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
  ])('S37 with the protected path %j, %j is set aside: %s', (glob, path, expected) => {
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
    ['long s', ['ſrc/a', 'src/A']],
    ['dotless i', ['ınit.py', 'init.py']],
    ['the sign for kelvin', ['\u212A.txt', 'k.txt']],
    ['the sign for angstrom', ['\u212B.txt', 'a\u030A.txt']],
    ['ligatures', ['o\uFB03ce.md', 'office.md']],
    ['final sigma', ['\u03C2.txt', '\u03A3.txt']],
    ['Cherokee', ['\u13A0.txt', '\uAB70.txt']],
    ['marks in another order', ['a\u0323\u0307', 'a\u0307\u0323']],
    ['a folder in another case as a file', ['Lib/a.js', 'lib']],
    ['a file where an earlier path needs a folder', ['a/b.js', 'a']],
    ['a folder where an earlier path is a file', ['a', 'a/b.js']],
    ['the same in another case', ['A', 'a/b/c.js']],
    ['a set-aside file where a folder is needed', ['CODEOWNERS', 'codeowners/a.txt']],
  ])('S38 refuses the later of two that collide: %s', (_, [first = '', second = '']) => {
    expect(kinds(first, second)).toEqual([checkPath(first).kind, 'refused']);
  });

  test('S38 lets a path be taken whose earlier claimant was refused', () => {
    expect(kinds('a.png', 'a/', 'a', 'b.js', 'c/d.js')).toEqual([
      'refused',
      'refused',
      'write',
      'write',
      'write',
    ]);
  });

  test('S38 says which path was first', () => {
    const [, second] = selectPaths(['src/App.js', 'src/app.js'], { protectedPaths: [] });
    expect(second).toMatchObject({ reason: expect.stringContaining('`src/App.js`') });
  });

  test('S37 applies the globs of the user', () => {
    expect(selectPaths(['x/a.js'], { protectedPaths: ['x'] })).toMatchObject([{ kind: 'set aside' }]);
  });

  test('S38 gives one verdict for each path, in order, and none that could collide on any file system', () => {
    const name = fc.constantFrom(
      ...['a', 'A', 'b', 'B.js', 'b.js', '\u00e9', 'e\u0301', 'É', 'ß', 'ss', 'ſS', '.git', '..'],
      ...['k', '\u212A', 'i', 'ı', 'İ', 'ﬁ', 'FI', 'σ', 'ς', 'a\u0323\u0307', 'a\u0307\u0323'],
    );
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(fc.array(path, { maxLength: 30 }), (paths) => {
        const verdicts = selectPaths(paths, { protectedPaths: [] });
        expect(verdicts.length).toBe(paths.length);
        const taken = verdicts.filter(({ kind }) => kind !== 'refused');
        const forms = [caseFold, (text: string) => text.normalize('NFC').toLowerCase()];
        for (const form of forms) {
          const keys = taken.map((verdict) => form(verdict.path));
          expect(new Set(keys).size).toBe(keys.length);
          for (const key of keys) expect(keys.some((other) => other.startsWith(`${key}/`))).toBe(false);
        }
        if (paths.length > 0 && checkPath(paths[0] ?? '').kind === 'write')
          expect(verdicts[0]?.kind).toBe('write');
      }),
    );
  });

  test('S38 decides anew the same when its own result is given to it', () => {
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

  test('S36 accepts every path that is accepted here, and finds no fault in the tree made of them', () => {
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
    git(['checkout-index', '--all', '--prefix=out/']);
    const files = readdirSync(join(repository, 'out'), { recursive: true, withFileTypes: true });
    expect(files.filter((file) => file.isFile()).length).toBe(paths.length);
  });

  test('S36 refuses some of what is refused here, so that the comparison means something', () => {
    const blob = git(['hash-object', '-w', '--stdin'], 'x').trim();
    for (const path of ['.git/config', '../x', 'a//b', 'git~1/x', '.g\u200cit/x']) {
      expect(checkPath(path).kind).toBe('refused');
      expect(() => git(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`])).toThrow();
    }
  });
});

/** Nearly as macOS compares names. */
function caseFold(path: string): string {
  return path.normalize('NFD').toUpperCase().normalize('NFD').toLowerCase().normalize('NFC');
}

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
    'ı',
    'ſ',
    '\uFF0E',
    '\u0301',
    '\u212A',
    '%',
    '/',
  );
  const name = fc.oneof(
    { weight: 1, arbitrary: hostile },
    { weight: 6, arbitrary: fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: anyText(8, 1) },
  );
  return fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
}
