import { describe, expect, test } from 'vitest';
import { isIgnored, readIgnoreRules } from '../../src/check/resolve/gitignore.js';
import { cpuTime } from '../support/cpu-time.js';

const ignores = (lines: string, path: string) =>
  isIgnored(readIgnoreRules(lines, ''), path.replace(/\/$/, ''), path.endsWith('/'));

describe('a .gitignore leaves out', () => {
  test.each([
    ['dist', 'dist/'],
    ['dist/', 'packages/a/dist/'],
    ['/dist', 'dist/'],
    ['packages/*/dist', 'packages/a/dist/'],
    ['*.log', 'logs/today.log'],
    ['**/cache', 'a/b/cache/'],
    ['a/**/z', 'a/z'],
    ['a/**/z', 'a/b/c/z'],
    ['logs/**', 'logs/deep/a.txt'],
    ['[Bb]in/', 'src/Bin/'],
    ['*.py[cod]', 'a.pyc'],
    ['\\#notes', '#notes'],
    ['# a comment\r\n*.tmp  \r\n', 'a.tmp'],
    ['*.js\n!keep.js\nkeep.*', 'keep.js'],
  ])('%j: %s', (lines, path) => {
    expect(ignores(lines, path)).toBe(true);
  });
});

describe('a .gitignore does not leave out', () => {
  test.each([
    ['dist/', 'dist'],
    ['/dist', 'packages/dist/'],
    ['docs/dist', 'packages/docs/dist/'],
    ['*.log', 'log'],
    ['logs/**', 'logs/'],
    ['*.js\n!keep.js', 'keep.js'],
    ['#dist', 'dist/'],
    ['', 'dist/'],
    ['a*/b', 'a/x/b'],
    ['[Bb]in/', 'win/'],
    ['[z-a]', 'b'],
  ])('%j: %s', (lines, path) => {
    expect(ignores(lines, path)).toBe(false);
  });

  test('what stands beside its own folder', () => {
    const rules = readIgnoreRules('/made', 'packages/a/');
    expect(isIgnored(rules, 'packages/a/made', true)).toBe(true);
    expect(isIgnored(rules, 'packages/b/made', true)).toBe(false);
    expect(isIgnored(rules, 'made', true)).toBe(false);
  });
});

test.each(['*a'.repeat(100), '[a](a+)+$', '[a]*a*a*a*a*a*b', '**/'.repeat(80), '{a,[a]}'.repeat(50)])(
  'the pattern %s takes no time',
  (pattern) => {
    const path = `${'a'.repeat(250)}!/`.repeat(20);
    const took = cpuTime(() => {
      for (let round = 0; round < 100; round++) ignores(pattern, path);
    });
    expect(took).toBeLessThan(1_000);
  },
);
