import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderOf, inFolder, protectedIn } from '../../src/github/api/folder.js';
import { checkPath } from '../../src/smol/paths.js';

describe('the folder of an app', () => {
  test.each([
    ['.', 'src/a.js', 'src/a.js'],
    ['apps/poll', 'src/a.js', 'apps/poll/src/a.js'],
  ])('%s: %s is %s in the repository, and back', (folder, path, full) => {
    expect(folderOf(folder).full(path)).toBe(full);
    expect(folderOf(folder).relative(full)).toBe(path);
  });

  test.each([
    'README.md',
    'apps/a.js',
    'apps/pollen/a.js',
    'apps/poll',
    'Apps/Poll/a.js',
    'x/apps/poll/a.js',
  ])('apps/poll does not hold %s', (path) => {
    expect(folderOf('apps/poll').relative(path)).toBeNull();
  });

  test('S36 whatever is written lies in it, and is found by the same path again', () => {
    fc.assert(
      fc.property(fc.constantFrom('.', 'a', 'a/b', 'a b/c.d'), fc.string(), (folder, path) => {
        const { full, relative } = folderOf(folder);
        expect(relative(full(path))).toBe(path);
        expect(full(path).startsWith(folder === '.' ? '' : `${folder}/`)).toBe(true);
      }),
    );
  });

  test('of a tree only its own files are seen, by their paths in the app', () => {
    const files = new Map([
      ['README.md', 1],
      ['apps/poll/README.md', 2],
      ['apps/poll/src/a.js', 3],
    ]);
    expect([...inFolder(files, folderOf('apps/poll'))]).toEqual([
      ['README.md', 2],
      ['src/a.js', 3],
    ]);
    expect(inFolder(files, folderOf('.'))).toEqual(files);
  });
});

describe('protected paths of the repository', () => {
  test.each<[string, readonly string[]]>([
    ['deploy/**', []],
    ['apps/poll/keys/**', ['keys/**']],
    ['./apps/*/keys/', ['keys']],
    ['**/*.sql', ['**/*.sql']],
    ['*.sql', []],
    ['apps/poll/*.{sql,db}', ['*.{sql,db}']],
    ['{x,apps/{poll/a,b}}/c', ['a/c']],
    ['{apps,x/y}{/z,/poll}/b', ['b']],
    ['{apps/poll,libs}/keys', ['keys']],
    ['APPS/Poll/x', ['x']],
    ['apps', ['**']],
    ['apps/**', ['**']],
    ['apps/poll', ['**']],
    ['@(apps/poll|x)/y', ['**']],
  ])('S37 %s protects in apps/poll: %j', (glob, inside) => {
    expect(protectedIn([glob], 'apps/poll').sort()).toEqual([...inside].sort());
    expect(protectedIn([glob], '.')).toEqual([glob]);
  });

  test('of many wildcards are read at once', () => {
    const folder = Array.from({ length: 30 }, () => 'a').join('/');
    expect(protectedIn(['**/a/'.repeat(80)], folder).length).toBeLessThan(200);
    expect(protectedIn(['{a/b,c}'.repeat(60)], folder)).toEqual(['**']);
  });

  test('S37 protect the same files by the paths of the app as by those of the repository', () => {
    const part = fc.constantFrom('apps', 'poll', 'a', '*', '**', 'a*', '{a,poll}', '*.sql', '?', 'x.sql');
    const glob = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    const path = fc
      .array(fc.constantFrom('a', 'ab', 'poll', 'apps', 'x.sql', '.a'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('/'));
    fc.assert(
      fc.property(fc.array(glob, { minLength: 1, maxLength: 3 }), path, (globs, own) => {
        const { full } = folderOf('apps/poll');
        const isProtected = (at: string, by: readonly string[]) => checkPath(at, by).kind === 'set aside';
        expect(isProtected(own, protectedIn(globs, 'apps/poll'))).toBe(isProtected(full(own), globs));
      }),
      { numRuns: 2_000 },
    );
  });
});
