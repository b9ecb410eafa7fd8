import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/check/page/html.js';
import { cpuTime } from '../support/cpu-time.js';
import { toldIn } from './apps.js';

const page = (body: string) => `<!DOCTYPE html>\n<html>\n<body>\n${body}\n</body>\n</html>\n`;
const brokenOf = (text: string) => readHtml('index.html', text).broken;

describe('a page is broken where a browser loses the rest of it', () => {
  test.each([
    ['a script that is never closed', '<p>a</p>\n<script>\nlet a = 1;\n', 2, '`<script>` is never closed'],
    ['a style that is never closed', '<style>\na { color: red }', 1, '`<style>` is never closed'],
    ['a title that is never closed', '<head>\n<title>Pong', 2, '`<title>` is never closed'],
    ['a text field that is never closed', '<textarea>abc', 1, '`<textarea>` is never closed'],
    ['a comment that is never closed', '<p>a</p>\n<!-- and so', 2, 'a comment is never closed'],
    [
      'code in a page with braces in an attribute',
      '<p data-o="{}" title="{a}">a</p>\n<script>\nlet a = ;\n</script>\n',
      3,
      'Unexpected token',
    ],
    ['a tag that is cut off', '<p>a</p>\n<div class="a', 2, 'a tag is cut off at the end of the file'],
    ['code in it', '<p>a</p>\n<script>\nlet a = ;\n</script>', 3, 'Unexpected token'],
    ['styles in it', '<style>\na {\n color: url(a</style>', 3, 'a `(` is never closed'],
  ])('%s', (_name, text, line, message) => {
    expect(brokenOf(text)).toEqual([{ line, message }]);
  });
});

describe('a page is not broken by', () => {
  test.each([
    ['text after its end', `${page('a')}bye`],
    [
      'paragraphs, items and cells without an end',
      page('<ul><li>a<li>b</ul><p>c<p>d<table><tr><td>1<td>2</table>'),
    ],
    ['ends that nothing began', page('</div></p></span>')],
    ['attributes without quotes', page('<a href=x.html class=a>b</a>')],
    ['a script that holds `</p>` and `<!--`', page('<script>const a = "</p><!-- x";</script>')],
    [
      'data, templates and an import map in scripts',
      page(
        '<script type="application/ld+json">{</script><script type="text/x-template"><div></script><script type="importmap">{"imports":{"a":"./a.js"}}</script>',
      ),
    ],
    ['a script with `await` at its top', page('<script type="module">const a = await fetch("x");</script>')],
    ['titles and styles of drawings', page('<svg><title>a</title><style>.a{}</style><title/></svg>')],
    ['braces of a template engine', page('<script>let a = {{ value | json }};</script>')],
    [
      'braces without quotes, of a compiler',
      '<todo>\n<button onclick={ add }>a</button>\n<script>\nadd() { this.update(); }\n</script>\n</todo>\n',
    ],
    ['a handler that is no code', page('<button onclick="if (">a</button>')],
  ])('%s', (_name, text) => {
    expect(brokenOf(text)).toEqual([]);
  });
});

test('names and addresses of a page are found with their lines', () => {
  const read = readHtml(
    'index.html',
    page(
      '<div id="a" class="b c" data-d="e">\n<label for="f">g</label>\n<img src="h.png" srcset="h.png 1x, i.png 2x"></div>',
    ),
  ).page;
  expect([...(read?.ids ?? [])]).toEqual([['a', 4]]);
  expect([...(read?.classes.keys() ?? [])]).toEqual(['b', 'c']);
  expect([...(read?.dataNames.keys() ?? [])]).toEqual(['data-d']);
  expect(read?.namings).toEqual([{ attribute: 'for', id: 'f', line: 5 }]);
  expect(read?.references.map(({ address, line }) => [address, line])).toEqual([
    ['h.png', 6],
    ['h.png', 6],
    ['i.png', 6],
  ]);
});

test('scripts in a page tell the lines of the page', () => {
  const { scripts } = readHtml(
    'index.html',
    page(
      '<script type="module">\nimport { load } from "./store.js";\n\nload(1);\n</script>\n<button\nonclick="localStorage.getItem(\'a\')">',
    ),
  );
  expect(scripts?.flatMap(({ imports }) => imports)).toMatchObject([
    { specifier: './store.js', line: 5, calls: [{ name: 'load', line: 7 }] },
  ]);
  expect(scripts?.flatMap(({ browser }) => browser.uses)).toMatchObject([{ name: 'a', line: 10 }]);
});

describe('a page whose end is missing says what is open', () => {
  test.each([
    [
      'cut off',
      '<!DOCTYPE html><html>\n<body>\n<main><div>\n<p>a</p>\n</div>\n<section>',
      { tag: 'section', line: 6, isCut: false },
    ],
    [
      'cut off in a word',
      '<!DOCTYPE html><html>\n<body>\n<main>\n<p>a wor\n',
      { tag: 'main', line: 3, isCut: true },
    ],
    ['without `<body>`', '<!DOCTYPE html><html>\n<main>\n<p>a wor', null],
    ['with one of its ends', '<!DOCTYPE html><html>\n<body>\n<main></body>', null],
    ['whole', page('<main><div></main>'), null],
    ['without ends that may be left out', '<!DOCTYPE html><html><body><p>a', null],
    ['a part of one', '<div><p>a', null],
  ])('%s', (_name, text, open) => {
    expect(readHtml('index.html', text).page?.open).toEqual(open);
  });
});

describe('a page that stops in the middle', () => {
  const start = '<!DOCTYPE html>\n<html>\n<body>\n<main>\n<p>a</p>\n';
  const sentence =
    'This page stops before its end: `<main>` is never closed, and neither is `<body>` or `<html>`.';
  test.each([
    ['in a word, is an error', 'index.html', `${start}<p>a wor`, [`error index.html:4 ${sentence}`]],
    ['behind a tag, is probably one', 'index.html', start, [`warning index.html:4 ${sentence}`]],
    ['and is the first part of others, is none', 'parts/header.html', start, []],
    ['and is kept for tests, is none', 'test/fixtures/index.html', `${start}<p>a wor`, []],
    ['and is a template, is none', 'index.html', `${start}{{ content }} and`, []],
    ['of what may be left open, is none', 'index.html', '<html>\n<body>\n<p>a wor', []],
  ])('%s', async (_name, path, text, findings) => {
    expect(await toldIn({ [path]: text }, { rules: ['syntax'] })).toEqual(findings);
  });
});

test('hostile pages take no time', () => {
  const time = cpuTime(() => {
    for (const part of [
      '<div>',
      '<b a=1>',
      '<a ',
      ' a b',
      '<!--',
      '<script>',
      '<p>',
      '<svg>',
      '"',
      '&amp',
      '<style></style>\n',
    ]) {
      readHtml('index.html', part.repeat(10_000));
      readHtml('index.html', `<a ${part.repeat(10_000)}`);
    }
    readHtml('index.html', `<a ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ')}>`);
  });
  expect(time).toBeLessThan(20_000);
});

test('no text makes the reader throw', () => {
  const parts = fc.constantFrom(
    '<',
    '>',
    '</',
    'script',
    'style',
    '<!--',
    '-->',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    'a',
    '{',
    '}',
    'url(',
    '<script>',
    '</script>',
    '<svg>',
    '\0',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(parts).map((all) => all.join('')),
      ),
      (text) => {
        readHtml('index.html', text);
      },
    ),
  );
});

test.each(['\ud800', '\udc00\ud800', '\ufffd', '\0', '&amp', '<a ', '<a/'])(
  'a page of nothing but %j takes time that grows with its length',
  (piece) => {
    const text = piece.repeat(100_000);
    expect(cpuTime(() => readHtml('index.html', text))).toBeLessThan(3_000);
  },
);
