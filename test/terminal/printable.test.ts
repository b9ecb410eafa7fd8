import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, cutToWidth, printable, printableLine, wrapLine } from '../../src/terminal/printable.js';

const anyText = fc.string({ unit: 'binary' });
/** Text made of what terminals and readers trip over. */
const hostileText = fc
  .array(
    fc.oneof(
      anyText,
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]0;title\u0007',
        '\u009b31m',
        '\r',
        '\u202e',
        '\u200b',
        '\u{e0041}',
        '\ud800',
        '👩‍💻',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('printable', () => {
  test.each([
    ['a cursor movement', '\u001b[2Jgone', '␛[2Jgone'],
    ['a window title', '\u001b]0;pwned\u0007', '␛]0;pwned␇'],
    ['a clipboard write', '\u001b]52;c;ZXZpbA==\u001b\\', '␛]52;c;ZXZpbA==␛\\'],
    ['the one-byte form of an escape sequence', '\u009b31mred', '<U+009B>31mred'],
    ['a backspace', 'rm -rf\u0008\u0008 ok', 'rm -rf␈␈ ok'],
    ['a delete', 'a\u007f', 'a␡'],
    ['a line that overwrites itself', 'good\rbad', 'goodbad'],
    ['line ends of Windows', 'a\r\nb\r\n', 'a\nb\n'],
    ['a bidirectional override', 'user\u202etxt.exe', 'user<U+202E>txt.exe'],
    ['a zero-width space', 'a\u200bb', 'a<U+200B>b'],
    ['a tag character', 'a\u{e0041}b', 'a<U+E0041>b'],
    ['a line separator', 'a\u2028b', 'a<U+2028>b'],
    ['half of a surrogate pair', 'a\ud83db', 'a<U+D83D>b'],
  ])('shows %s instead of obeying it', (_, text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test.each(['# Plan\n\n- `a.js`\t12 lines', 'naïve café', '日本語', '👩‍💻 👍🏽', 'می‌خواهم', ''])(
    'leaves %j as it is',
    (text) => {
      expect(printable(text)).toBe(text);
    },
  );

  test('leaves nothing that a terminal obeys or a reader cannot see', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(printable(text)).not.toMatch(/(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
    );
  });

  test('may be applied again, and to a stream piece by piece', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, two) => {
        expect(printable(printable(one))).toBe(printable(one));
        expect(printable(one) + printable(two)).toBe(printable(one + two));
      }),
    );
  });
});

describe('printableLine', () => {
  test('is one line without spaces around it', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = printableLine(text);
        expect(line).not.toMatch(/[\n\t]/);
        expect(line).toBe(line.trim());
      }),
    );
    expect(printableLine(' two\n\nlines\t')).toBe('two lines');
  });
});

describe('cutToWidth', () => {
  test.each([
    ['src/board.js', 20, 'src/board.js'],
    ['src/board.js', 12, 'src/board.js'],
    ['src/board.js', 11, 'src/board.…'],
    ['src/board.js', 1, '…'],
    ['日本語', 6, '日本語'],
    ['日本語', 5, '日本…'],
    ['日本語', 4, '日…'],
    ['e\u0301e\u0301', 2, 'e\u0301e\u0301'],
    ['👍👍', 3, '👍…'],
  ])('cuts %s to %i columns', (text, columns, cut) => {
    expect(cutToWidth(text, columns)).toBe(cut);
  });
});

describe('wrapLine', () => {
  test.each([
    ['short', 10, ['short']],
    ['exactly ten', 11, ['exactly ten']],
    ['one two three', 9, ['one two', 'three']],
    ['- one two three', 9, ['- one two', '  three']],
    ['  12. one two three', 13, ['  12. one two', '      three']],
    ['  one two three', 9, ['  one two', '  three']],
    ['- `a.js` draws', 6, ['- `a.js`', '  draws']],
    ['a-very-long-word here', 6, ['a-very-long-word', 'here']],
    ['日本 語日 本', 5, ['日本', '語日', '本']],
    ['-no item at all', 8, ['-no item', 'at all']],
    ['          - one two', 12, ['          - one', 'two']],
  ])('breaks %j at %i columns', (line, columns, rows) => {
    expect(wrapLine(line, columns)).toEqual(rows);
  });

  test('loses nothing but spaces, and passes the width only where there is none to break at', () => {
    const words = fc.array(fc.stringMatching(/^[a-z`.()/日]{1,12}$/), { minLength: 1, maxLength: 30 });
    const start = fc.constantFrom('', '- ', '* ', '1. ', '    ', '  - ');
    fc.assert(
      fc.property(start, words, fc.integer({ min: 1, max: 60 }), (prefix, parts, columns) => {
        const rows = wrapLine(prefix + parts.join(' '), columns);
        expect(rows.map((row) => row.trim()).join(' ')).toBe((prefix + parts.join(' ')).trim());
        for (const row of rows.filter((row) => columnsOf(row) > columns)) {
          expect(row.trim().replace(/^(?:[-*]|1\.) /, '')).not.toContain(' ');
        }
      }),
    );
  });
});
