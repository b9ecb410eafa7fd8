import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDuration, serverWait } from '../../src/model/server-wait.js';

const NOW = Date.UTC(2026, 10, 25, 12, 0, 0);

describe('parseDuration', () => {
  test.each([
    ['6m0s', 360_000],
    ['1s', 1_000],
    ['120ms', 120],
    ['1h2m3.5s', 3_723_500],
    ['7.66s', 7_660],
    ['0s', 0],
    ['1.5', 1_500],
    ['1d', 86_400_000],
    ['', null],
    ['-5', null],
    ['s', null],
    ['1e9', null],
    ['soon', null],
    ['1s; drop', null],
    ['9999999999999999999999', null],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test('reads back every duration that Go can write', () => {
    const part = fc.nat({ max: 59 });
    fc.assert(
      fc.property(fc.nat({ max: 99 }), part, part, fc.nat({ max: 999 }), (h, m, s, ms) => {
        expect(parseDuration(`${h}h${m}m${s}s${ms}ms`)).toBe(((h * 60 + m) * 60 + s) * 1_000 + ms);
      }),
    );
  });

  test('never gives anything but null or a whole number that a timer can take as it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[\d.]{0,12}(ms|[smhd])?[\d.]{0,12}[smhd]?$/)),
        (text) => {
          const ms = parseDuration(text);
          expect(ms === null || (Number.isInteger(ms) && ms >= 0)).toBe(true);
        },
      ),
    );
  });
});

describe('serverWait', () => {
  const wait = (headers: Record<string, string>, words = '') => serverWait(new Headers(headers), words, NOW);

  test('retry-after goes before the resets, which say when a limit is whole again', () => {
    expect(wait({ 'retry-after': '2', 'x-ratelimit-reset-tokens': '6m0s' })).toBe(2_000);
  });

  test('S41 only the limit that is used up counts', () => {
    const headers = {
      'x-ratelimit-remaining-requests': '99',
      'x-ratelimit-reset-requests': '8m0s',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '300ms',
    };
    expect(wait(headers)).toBe(300);
  });

  test('S41 of two limits the longer counts when it is not said which is used up', () => {
    expect(wait({ 'x-ratelimit-reset-requests': '1s', 'x-ratelimit-reset-tokens': '4s' })).toBe(4_000);
  });

  test.each([
    ['Please try again in 6s. Visit https://x to learn more.', 6_000],
    ['Please try again in 120ms.', 120],
    ['Please try again in 1h2m3s.', 3_723_000],
    ['Please retry in 39.594s.', 39_594],
    ['retry after 12 seconds', 12_000],
    ['Please try again in a moment.', null],
    ['try again in 5 minutes', null],
  ])('S41 reads the sentence: %s', (words, ms) => {
    expect(wait({}, words)).toBe(ms);
  });

  test('a date that has passed means now', () => {
    expect(wait({ 'retry-after': new Date(NOW - 60_000).toUTCString() })).toBe(0);
  });

  test('no header, however strange, makes it throw or gives a number that is none', () => {
    const value = fc.string({ unit: fc.constantFrom(...'0123456789.-+smhde: ,ABMonGMT') });
    const names = fc.constantFrom(
      'retry-after',
      'retry-after-ms',
      'x-ratelimit-reset-tokens',
      'x-ratelimit-remaining-tokens',
    );
    fc.assert(
      fc.property(fc.dictionary(names, value), fc.string(), (headers, words) => {
        const ms = wait(headers, words);
        expect(ms === null || (Number.isFinite(ms) && ms >= 0)).toBe(true);
      }),
    );
  });
});
