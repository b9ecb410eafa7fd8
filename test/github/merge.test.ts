import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from '../../src/github/branch/merge.js';

const BEFORE = 'one\ntwo\nthree\nfour\nfive\n';

describe('S28 what a person and we made of the same text', () => {
  test.each<[string, string, string, string | null]>([
    [
      'other lines',
      'ONE\ntwo\nthree\nfour\nfive\n',
      'one\ntwo\nthree\nfour\nFIVE\n',
      'ONE\ntwo\nthree\nfour\nFIVE\n',
    ],
    [
      'the same lines, in the same way',
      'one\nTWO\nthree\nfour\nfive\n',
      'one\nTWO\nthree\nfour\nfive\n',
      'one\nTWO\nthree\nfour\nfive\n',
    ],
    ['the same lines, in other ways', 'one\nTWO\nthree\nfour\nfive\n', 'one\n2\nthree\nfour\nfive\n', null],
    ['lines taken away and changed', 'one\nthree\nfour\nfive\n', 'one\nTWO\nthree\nfour\nfive\n', null],
    ['lines put at both ends', `zero\n${BEFORE}`, `${BEFORE}six\n`, `zero\n${BEFORE}six\n`],
    ['only theirs', 'x\n', BEFORE, 'x\n'],
    ['only ours', BEFORE, 'y\n', 'y\n'],
    ['all of it', 'x\n', 'y\n', null],
    [
      'no final newline',
      'one\ntwo\nthree\nfour\nfive',
      'ONE\ntwo\nthree\nfour\nfive\n',
      'ONE\ntwo\nthree\nfour\nfive',
    ],
  ])('S28 %s', (_, theirs, ours, merged) => {
    expect(mergeTexts(BEFORE, theirs, ours)).toBe(merged);
  });

  test('S28 whoever changed nothing has the other’s text, byte for byte', () => {
    const line = fc.constantFrom('a', 'b', '', '  c', 'd\r', '\t');
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(mergeTexts(before, before, after)).toBe(after);
        expect(mergeTexts(before, after, before)).toBe(after);
        expect(mergeTexts(before, after, after)).toBe(after);
      }),
    );
  });

  test('S28 a merged text lacks no line that either added', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd');
    const before = fc.array(line, { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(before, fc.nat(5), fc.nat(5), (lines, left, right) => {
        const put = (at: number, word: string) =>
          [...lines.slice(0, at), word, ...lines.slice(at)].join('\n');
        const merged = mergeTexts(lines.join('\n'), put(left, 'THEIRS'), put(right, 'OURS'));
        if (merged === null) return;
        expect(
          merged
            .split('\n')
            .filter((each) => each === 'THEIRS' || each === 'OURS')
            .sort(),
        ).toEqual(['OURS', 'THEIRS']);
        expect(merged.split('\n').filter((each) => !/^(?:THEIRS|OURS)$/.test(each))).toEqual(lines);
      }),
    );
  });
});
