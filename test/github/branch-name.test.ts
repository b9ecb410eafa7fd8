import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchName, nthBranch } from '../../src/github/branch-name.js';

describe('the branch of a run', () => {
  test.each([
    [null, { issueNumber: 12, title: 'A game', runId: 7 }, 'smol/issue-12'],
    [null, { issueNumber: null, title: 'A game!', runId: 7 }, 'smol/a-game-7'],
    [null, { issueNumber: null, title: '漢字 🎮', runId: 7 }, 'smol/app-7'],
    ['bot/{slug}/{number}', { issueNumber: 12, title: 'Café  menu', runId: 7 }, 'bot/cafe-menu/12'],
    ['x-{run}', { issueNumber: 12, title: '', runId: 7 }, 'x-7'],
  ])('%s for %o is %s', (template, facts, expected) => {
    expect(branchName(template, facts)).toBe(expected);
  });

  test('of the second and third try has a number behind it', () => {
    expect([1, 2, 3].map((n) => nthBranch('smol/issue-1', n))).toEqual([
      'smol/issue-1',
      'smol/issue-1-2',
      'smol/issue-1-3',
    ]);
  });

  test('is a name that git takes, whatever the title says', () => {
    const titles = fc.sample(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('--help', '$(id)', '..', 'a.lock', '@{1}', '\u202eabc', '`x`', 'a'.repeat(300), '-'),
      ),
      { numRuns: 400, seed: 1 },
    );
    const names = titles.map((title) => branchName(null, { issueNumber: null, title, runId: 1 }));
    const refused = [...new Set(names)].filter(
      (name) => spawnSync('git', ['check-ref-format', `refs/heads/${name}`]).status !== 0,
    );
    expect(refused).toEqual([]);
    for (const name of names) expect(name).toMatch(/^smol\/[a-z0-9-]{1,40}-1$/);
  });
});
