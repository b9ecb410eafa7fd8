import { expect, test } from 'vitest';
import { findObstacles } from '../../src/github/repository/obstacles.js';

const obstacle = findObstacles(['src/index.js', 'docs', 'readme.md']);

test.each([
  ['src', 'the repository has a folder of that name'],
  ['SRC', 'the repository has a folder of that name'],
  ['src/index.js/x', '`src/index.js` is a file of this repository'],
  ['docs/a.md', '`docs` is a file of this repository'],
  ['README.md', 'the repository has `readme.md`, which many systems cannot tell from it'],
])('%s cannot be added: %s', (path, reason) => {
  expect(obstacle(path)).toBe(reason);
});

test.each(['src/index.js', 'src/other.js', 'docs', 'new/a.js', 'readme.md'])('%s can', (path) => {
  expect(obstacle(path)).toBeNull();
});
