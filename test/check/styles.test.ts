import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCss, readScss } from '../../src/check/page/css.js';
import { cpuTime } from '../support/cpu-time.js';

describe('a style sheet is broken where the rest of it is lost', () => {
  test.each([
    ['a rule that is never closed', 'a {\n color: red;\n', 1, 'a `{` is never closed'],
    ['a declaration that is cut off', 'a {}\nb {\n  backgr', 2, 'a `{` is never closed'],
    ['a comment that is never closed', 'a {}\n/* and so', 2, 'a comment is never closed'],
    ['a string that is never closed', 'a {}\nb { content: "x }', 2, 'a string is never closed'],
  ])('%s', (_name, text, line, message) => {
    expect(readCss('a.css', text).broken).toEqual([{ line, message }]);
    expect(readScss('a.scss', text).broken).toEqual([{ line, message }]);
  });
});

describe('a style sheet is not broken by', () => {
  test.each([
    [
      'tailwind',
      '@import "tailwindcss";\n@theme { --color-a: red; }\n@layer base { a { @apply px-2 hover:bg-red-500/50; } }',
    ],
    [
      'nesting',
      '.a { color: red; & .b { color: blue } &:hover { top: 0 } @media (width > 1px) { top: 1px } }',
    ],
    [
      'hacks',
      'a { *zoom: 1; _height: 1px; filter: progid:DXImageTransform.Microsoft.gradient(startColorstr="#1", endColorstr="#2"); }',
    ],
    [
      'newer rules',
      '@property --a { syntax: "<color>"; inherits: false; initial-value: red }\n@container (min-width: 1px) { a { top: 0 } }\n@scope (.a) to (.b) { p { top: 0 } }',
    ],
    ['an empty file', ''],
    ['a template engine', 'a { color: {{ color }}; '],
  ])('%s', (_name, text) => {
    const { broken = [], sheets = [] } = readCss('a.css', text);
    expect([broken, sheets.map(({ doubt }) => doubt).filter((doubt) => doubt !== null)]).toEqual([[], []]);
  });
});

test('what only SCSS takes is doubted in CSS, and fine in SCSS', () => {
  const text = 'a { color: red }\nb { $c: red; // no\n color: $c }\n@mixin d { top: 0 }\n// it’s';
  expect(readScss('a.scss', text)).toEqual({ sheets: [{ references: [], doubt: null }] });
  expect(readCss('a.css', text).broken ?? []).toEqual([]);
});

test('addresses are found, with their lines', () => {
  const text =
    '@import url("a.css") screen;\n@import "b.css";\n@font-face { src:\n url(c.woff2) format("woff2"),\n url("d.woff") }\ne { background: url( \'f g.png\' ) }';
  const [sheet] = readCss('a.css', text).sheets ?? [];
  expect(sheet?.references.map(({ target, address, line }) => [target, address, line])).toEqual([
    ['style', 'a.css', 1],
    ['style', 'b.css', 2],
    ['font', 'c.woff2', 4],
    ['font', 'd.woff', 5],
    ['image', 'f g.png', 6],
  ]);
});

test('hostile sheets take no time', () => {
  const time = cpuTime(() => {
    for (const part of [
      'a{',
      '}',
      '/*',
      '"',
      'url(',
      "url('",
      '@import ',
      '(',
      'a:',
      ';',
      '\\',
      '#{',
      '//',
      'a,',
    ]) {
      readCss('a.css', part.repeat(10_000));
      readScss('a.scss', part.repeat(10_000));
      readCss('a.css', `a { b: ${part.repeat(10_000)} }`);
    }
  });
  expect(time).toBeLessThan(20_000);
});

test('no text makes the readers throw', () => {
  const parts = fc.constantFrom(
    'a',
    '{',
    '}',
    ':',
    ';',
    '@',
    'import',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    'url(',
    ')',
    '#',
    '$',
    '\n',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(parts).map((all) => all.join('')),
      ),
      (text) => {
        readCss('a.css', text);
        readScss('a.scss', text);
      },
    ),
  );
});
