import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderOf, inFolder } from '../../src/github/folder.js';

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
