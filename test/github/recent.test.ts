import { expect, test } from 'vitest';
import { Recent } from '../../src/github/api/recent.js';

const SHA = 'a'.repeat(40);

test.each<[string, string, Record<string, unknown>, boolean]>([
  ['a commit by the tree that it is of', '/git/commits', { tree: SHA }, true],
  ['a commit by its parent', '/git/commits', { parents: [SHA] }, true],
  [
    'a tree by a picture in it',
    '/git/trees',
    {
      tree: [
        { path: 'a.js', content: '' },
        { path: 'i.png', sha: SHA },
      ],
    },
    true,
  ],
  ['a tree by none of its texts', '/git/trees', { tree: [{ path: SHA, content: SHA, sha: null }] }, false],
])('a request names what was made just now: %s', (_, path, parameters, isNamed) => {
  const recent = new Recent();
  recent.add({ sha: SHA }, 1_000);
  expect(recent.isNamedBy(path, parameters, 2_000)).toBe(isNamed);
  expect(recent.isNamedBy(path, parameters, 60_000)).toBe(false);
});
