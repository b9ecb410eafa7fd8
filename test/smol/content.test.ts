import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/smol/content.js';

describe('checkContent', () => {
  test.each([
    ['a text that is in order', 'a.js', 'a();\n', 'a();\n'],
    ['a missing last line break', 'a.js', 'a();', 'a();\n'],
    ['several last line breaks', 'a.js', 'a();\n\n\r\n\n', 'a();\n'],
    ['blank lines at the beginning', 'a.js', '\n\na();\n', '\n\na();\n'],
    ['a byte order mark', 'a.js', '\ufeffa();\n', 'a();\n'],
    ['a byte order mark inside', 'a.js', 'a = "\ufeff";\n', 'a = "\ufeff";\n'],
    ['CRLF', 'a.js', 'a();\r\nb();\r\n', 'a();\nb();\n'],
    ['a lone carriage return', 'a.js', 'a\rb\n', 'a\rb\n'],
    ['CRLF in a batch file', 'run.bat', 'echo\r\nexit\r\n\r\n', 'echo\r\nexit\r\n'],
    ['CRLF in PowerShell', 'run.PS1', 'a\r\nb', 'a\r\nb\r\n'],
    ['LF in a batch file', 'run.cmd', 'echo\n', 'echo\n'],
    ['a lone surrogate', 'a.js', 'a = "\ud800";\n', 'a = "\ufffd";\n'],
    ['an emoji', 'a.js', 'a = "🎉";\n', 'a = "🎉";\n'],
    ['right-to-left text without controls', 'a.json', '"שלום"\n', '"שלום"\n'],
    ['an empty package marker', 'app/__init__.py', '', ''],
    ['white space in an empty package marker', 'app/__init__.py', '\n \n', ''],
    ['a package marker with code', 'app/__init__.py', 'x = 1', 'x = 1\n'],
    ['an empty .gitkeep', 'src/.gitkeep', '\n', ''],
    ['an empty .nojekyll', '.nojekyll', '', ''],
    ['an empty py.typed', 'app/py.typed', '', ''],
  ])('S45 S46 accepts %s', (_, path, text, content) => {
    expect(checkContent(text, path)).toEqual({ kind: 'ok', content });
  });

  test.each([
    ['an empty file', '', 'empty'],
    ['white space alone', ' \n\t\n\ufeff', 'empty'],
    ['a NUL', 'a\0b', 'NUL'],
    ['a right-to-left override', 'a = "\u202e";', 'direction'],
    ['an isolate', '// \u2066 x \u2069', 'direction'],
    ['tag characters', 'a \u{e0041}\u{e007f}', 'tag characters'],
    ['more than 1 MB', 'a'.repeat(1_000_001), '1 MB'],
    ['more than 1 MB in bytes but not in characters', 'é'.repeat(600_000), '1 MB'],
  ])('S45 S46 S39 rejects %s', (_, text, reason) => {
    expect(checkContent(text, 'src/a.ts')).toEqual({
      kind: 'rejected',
      reason: expect.stringContaining(reason),
    });
  });

  test('S39 accepts a file of exactly 1 MB', () => {
    expect(checkContent('a'.repeat(999_999), 'a.txt').kind).toBe('ok');
    expect(checkContent('a'.repeat(1_000_000), 'a.txt').kind).toBe('rejected');
  });

  test('S45 leaves what it accepted as it is, well formed, with one line break at the end', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\r\n', '\n', '\ufeff', '\ud800', '\r'),
    );
    const text = fc.array(piece).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.constantFrom('a.js', 'a.bat', '__init__.py'), (given, path) => {
        const first = checkContent(given, path);
        fc.pre(first.kind === 'ok');
        expect(first.content.isWellFormed()).toBe(true);
        if (first.content !== '') expect(first.content).toMatch(/[^\r\n]\r?\n$/);
        // A second mark, and the first of two carriage returns, are content.
        if (!/^\ufeff|\r\r/.test(given.replace('\ufeff', '')))
          expect(checkContent(first.content, path)).toEqual(first);
      }),
    );
  });
});

test('S47 whoever asks may refuse a text for a reason of their own, whatever its ending', () => {
  const refuse = (text: string) => (text.includes('key-1') ? 'the file holds a key' : null);
  expect(checkContent('\ufeffconst key = "key-1"', 'a.js', refuse)).toEqual({
    kind: 'rejected',
    reason: 'the file holds a key',
  });
  expect(checkContent('const key = read()', 'a.js', refuse).kind).toBe('ok');
});
