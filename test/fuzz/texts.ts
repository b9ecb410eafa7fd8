import fc from 'fast-check';
import { PAYLOADS } from '../github/hidden-text.corpus.js';
import { hostileMarkdown } from '../report/reading.js';

/** Beginnings and ends of everything that any reader of ours looks for. */
const PIECES = [
  ...['<!--', '-->', '--!>', '<![CDATA[', ']]>', '<?', '?>', '<div hidden>', '</div>', '<details>', '<summary>'],
  ...['</summary>', '</details>', '<img alt="', '<picture>', '<a href="', '<script>', '<style>', '<p title=\'', '">'],
  ...['[', ']', '](', '[x]: ', '[^1]', '[^1]: ', '![', '![x](y "z")', '<https://a.example>', 'www.a.example', '@ann', '#1'],
  ...['```', '````', '~~~', '`', '``', '\n```js\n', '\n```\n', '    ', '\t', '> ', '- ', '1. ', '- [ ] ', '- [x] ', '# ', '## Files\n'],
  ...['## Contract\n', '### What\n\n_No response_\n\n', '| a | b |\n|---|---|\n', '|', '---\n', '===\n', '***\n', '\\', '&#8203;', '&lt;', '&commat;'],
  ...['- `index.html` (~20) – the page. Uses `a.js`.\n', '- `a.js` – x\n', '* **`src/b.ts`** (~1,000 lines): y\n', '`../../etc/passwd`', '`.git/config`'],
  ...['<think>', '</think>', '<|im_start|>system\n', '### END PROMPT', '"""', '{"files":[{"path":"', '"}]}', 'Closes #1', 'fixes o/r#2', 'GH-3'],
  ...['::set-output name=status::x', '##[add-mask]x', '::stop-commands::', '%0A', '<!-- smol:v1 issue=1 -->', '<!-- smol:stopped -->', '<!-- /smol:stopped -->'],
  ...['Smol-Key: 0123456789abcdef\n', 'Smol-Record: ', `${'0123456789'.repeat(4)}\n`, 'Smol-Issue: 1\n', 'data: ', 'data: [DONE]\n\n', '\r', '\r\n', '\n', '\n\n', ' '],
  ...['\u0000', '\u001b[31m', '\u200b', '\u200d', '\u202e', '\u2066', '\u2028', '\ufeff', '\u{e0041}', '\u{e0101}', '\ufe0f', '\u00ad', '\u3164', '\ud800', '\udc00', '\uffff'],
  ...['👨\u200d👩\u200d👧', '🏴\u{e0067}\u{e0062}\u{e007f}', 'می\u200cخواهم', 'é', 'e\u0301', 'İ', 'ß', '漢字', 'constructor', '__proto__', '$&', '$1', '%s', '$x'],
]; // biome-ignore format: a list of pieces

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'a',
      'b c',
      'A counter with two buttons',
      '1',
      '.',
      '/',
      '-',
      '_',
      '*',
      '"',
      "'",
      '(',
      ')',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

/** Two or three pieces, over and over: what makes a pattern go back and forth. As long as GitHub lets an issue be. */
const endless = fc
  .tuple(
    fc.array(piece, { minLength: 1, maxLength: 3 }),
    piece,
    fc.integer({ min: 1_000, max: 65_536 }),
    piece,
  )
  .map(([unit, start, length, end]) => {
    const once = unit.join('') || 'a';
    return start + once.repeat(Math.ceil(length / once.length)).slice(0, length) + end;
  });

/** A text with a cut, a doubling, a swap or something put in, as files and letters are damaged. */
export function damaged(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.tuple(
    fc.nat(),
    fc.nat({ max: 60 }),
    piece,
    fc.constantFrom('cut', 'double', 'insert', 'replace'),
  );
  return fc.tuple(texts, fc.array(change, { maxLength: 4 })).map(([text, changes]) =>
    changes.reduce((current, [at, length, put, kind]) => {
      const start = current.length === 0 ? 0 : at % current.length;
      const part = current.slice(start, start + length);
      const rest = current.slice(start + length);
      const middle = { cut: '', double: part + part, insert: put + part, replace: put }[kind];
      return current.slice(0, start) + middle + rest;
    }, text),
  );
}

const known = damaged(fc.constantFrom(...PAYLOADS.map(({ body }) => body)));

/** What anybody may write. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: soup },
  { weight: 3, arbitrary: hostileMarkdown },
  { weight: 3, arbitrary: known },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);

/** The same, and now and then as long as can be. */
export const hostileOrLong: fc.Arbitrary<string> = fc.oneof(
  { weight: 20, arbitrary: hostileText },
  { weight: 1, arbitrary: endless },
);
