import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchName, nthBranch } from '../../src/github/branch/branch-name.js';
import { isBranchName } from '../../src/github/branch/ref-name.js';
import { anyText } from '../support/any-text.js';

describe('the branch of a run', () => {
  test.each([
    [null, { issueNumber: 12, title: 'A game', runId: 7 }, 'smol/issue-12'],
    [null, { issueNumber: null, title: 'A game!', runId: 7 }, 'smol/a-game-7'],
    [null, { issueNumber: null, title: '漢字 🎮', runId: 7 }, 'smol/app-7'],
    ['bot/{slug}/{number}', { issueNumber: 12, title: 'Café  menu', runId: 7 }, 'bot/cafe-menu/12'],
    ['x-{run}', { issueNumber: 12, title: '', runId: 7 }, 'x-7'],
  ])('S22 %s for %o is %s', (template, facts, expected) => {
    expect(branchName(template, facts)).toBe(expected);
  });

  test('S22 of the second and third try has a number behind it', () => {
    expect([1, 2, 3].map((n) => nthBranch('smol/issue-1', n))).toEqual([
      'smol/issue-1',
      'smol/issue-1-2',
      'smol/issue-1-3',
    ]);
  });

  test('S22 is a name that git takes, whatever ten thousand titles say', () => {
    const random = fc.sample(anyText(20), { numRuns: 200, seed: 1 });
    const words = [...HOSTILE, ...random];
    const pairs = words.flatMap((one) => words.map((other) => `${one}${other}`));
    const titles = [...words, ...pairs].slice(0, 10_000);
    expect(titles.length).toBe(10_000);
    const names = titles.map((title) => branchName(null, { issueNumber: null, title, runId: 1 }));
    for (const title of words) {
      names.push(nthBranch(branchName('bot/{slug}/{number}', { issueNumber: 12, title, runId: 1 }), 2));
    }
    const form = /^(?:smol\/[a-z0-9-]{1,40}-1|bot\/[a-z0-9-]{1,40}\/12-2)$/;
    expect(names.filter((name) => !form.test(name) || !isBranchName(name))).toEqual([]);
    expect(refusal(names)).toBe('');
    const ofIssue = words.map((title) => branchName(null, { issueNumber: 12, title, runId: 1 }));
    expect([...new Set(ofIssue)]).toEqual(['smol/issue-12']);
  });

  test.each(['a..b', 'a.lock', '-a/../b', 'a b', 'a~1', 'a\\b', 'a@{1}', '/a', 'a//b', 'a.'])(
    'S22 git refuses %j, so that the comparison means something',
    (name) => {
      expect(refusal([name])).not.toBe('');
      expect(isBranchName(name)).toBe(false);
    },
  );
});

const HOSTILE = [
  ...['--help', '-', '--upload-pack=id', '$(id)', '`id`', ';', '&&', '|', '\n', '\r', '\0', ' ', '"', "'"],
  ...['..', '/', '//', '.lock', '@{1}', '@', '.', '~', '^', ':', '?', '*', '[', '\\', 'refs/heads/', 'HEAD'],
  ...['\u202Eabc', '\u200B', '\u{E0041}', '😀', 'ﬁ', 'İ', 'ı', '\uD800', 'ÀÉ', '漢字', 'a'.repeat(300)],
  ...['f'.repeat(40), '%2e%2e', '{number}', '{slug}', '{run}', '$&', '$1', '$$'],
];

/** What git says to names of branches, all in one process; nothing when it takes them all. */
function refusal(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'smol-branches-'));
  try {
    spawnSync('git', ['init', '--quiet', folder]);
    // Ten thousand processes would take minutes; this one reads names as strictly, and makes nothing of them.
    const input = names.map((name) => `reset refs/heads/${name}\n\n`).join('');
    const git = spawnSync('git', ['fast-import', '--quiet'], { cwd: folder, input, encoding: 'utf8' });
    return git.stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
