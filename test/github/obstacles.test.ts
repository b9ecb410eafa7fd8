import { expect, test } from 'vitest';
import { blockedPaths } from '../../src/github/obstacles.js';

test('a path cannot stand where the repository has a folder, nor below one of its files', () => {
  const existing = new Set(['src/index.js', 'docs']);
  expect(
    blockedPaths(['src', 'src/index.js', 'src/index.js/x', 'docs/a.md', 'docs', 'new/a.js'], existing),
  ).toEqual(['src', 'src/index.js/x', 'docs/a.md']);
});
