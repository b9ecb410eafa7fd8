import { describe, expect, test } from 'vitest';
import { count, formatBytes, formatCost, formatDuration, formatTokens } from '../../src/report/format.js';

describe('numbers for people', () => {
  test.each([
    [0, '0'],
    [950, '950'],
    [1000, '1k'],
    [48_123, '48.1k'],
    [999_949, '999.9k'],
    [999_950, '1M'],
    [1_234_567, '1.23M'],
  ])('%d tokens are %s', (tokens, text) => expect(formatTokens(tokens)).toBe(text));

  test.each([
    [null, 'price not known'],
    [0, '$0.00'],
    [0.00001, '$0.0001'],
    [0.0042, '$0.0042'],
    [0.214, '$0.21'],
    [12.5, '$12.50'],
  ])('%d dollars are %s', (usd, text) => expect(formatCost(usd)).toBe(text));

  test.each([
    [-5, '0.0 s'],
    [400, '0.4 s'],
    [949, '0.9 s'],
    [950, '1 s'],
    [41_200, '41 s'],
    [59_600, '1 min'],
    [64_000, '1 min 4 s'],
    [3_720_000, '1 h 2 min'],
    [7_200_000, '2 h'],
  ])('%d milliseconds are %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));

  test.each([
    [0, '0 B'],
    [812, '812 B'],
    [1240, '1.2 kB'],
    [100_000, '100 kB'],
    [999_960, '1 MB'],
    [3_100_000, '3.1 MB'],
  ])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  test.each([
    [0, '0 files'],
    [1, '1 file'],
    [2, '2 files'],
    [999, '999 files'],
    [1479, '1,479 files'],
    [1_234_567, '1,234,567 files'],
  ])('%d is %s', (number, text) => {
    expect(count(number, 'file')).toBe(text);
  });
});
