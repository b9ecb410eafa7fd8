import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeSpan,
  cut,
  fence,
  fold,
  quote,
  shorten,
  shortPath,
  tableCell,
} from '../../src/report/markdown.js';
import { inlineMarkdown, neutralise } from '../../src/report/neutralise.js';
import { inline, plainWords } from '../../src/report/references.js';
import { cpuTime } from '../support/cpu-time.js';
import { activeReferences, hostileMarkdown, parse, texts, walk } from './reading.js';

describe('neutralise', () => {
  test.each([
    ['a mention', 'Ask @alice and @org/team.', 'Ask `@alice` and `@org/team`.'],
    ['a mention in bold', '**@alice** decides', '**`@alice`** decides'],
    ['an escaped mention', '\\@alice', '`@alice`'],
    ['an encoded mention', '&#64;alice &commat;bob', '&`#64`;alice &amp;commat;bob'],
    ['a mention made by a link', '@[alice](https://a.example/)', '@ alice (<https://a.example/>)'],
    ['an e-mail address', 'mail me@a.example', 'mail `me@a.example`'],
    ['a closing keyword', 'Closes: #1, fixes owner/repo#2', 'Closes: `#1`, fixes `owner/repo#2`'],
    ['the older form', 'resolves GH-3', 'resolves `GH-3`'],
    ['an escaped reference', 'closes \\#1', 'closes `#1`'],
    ['a reference made by a link', 'closes #[1](https://a.example/)', 'closes # 1 (<https://a.example/>)'],
    [
      'the address of an issue',
      'closes https://github.com/o/r/issues/1.',
      'closes `https://github.com/o/r/issues/1`.',
    ],
    ['a commit', 'see 0123456789abcdef and o/r@0123456', 'see `0123456789abcdef` and `o/r@0123456`'],
    [
      'an address that GitHub draws as lines of a file',
      'https://github.com/o/r/blob/0123456/a.js#L1-L9',
      '`https://github.com/o/r/blob/0123456/a.js#L1-L9`',
    ],
    [
      'an address that GitHub plays as a video',
      'https://github.com/user-attachments/assets/a1 <https://user-images.githubusercontent.com/a.mp4>',
      '`https://github.com/user-attachments/assets/a1` `https://user-images.githubusercontent.com/a.mp4`',
    ],
    ['the beginning of an address', 'www. a', '`www`. a'],
    ['what stands beside a foreign letter', '\u017FGH-3 \u212A0123456', '\u017F`GH-3` \u212A`0123456`'],
    ['an https link', '[Docs](https://a.example/x "t")', 'Docs (<https://a.example/x>)'],
    ['a relative link', '[app](./app.js)', 'app (`./app.js`)'],
    ['a script link', '[x](javascript:alert(1))', 'x (`javascript:alert(1)`)'],
    ['an insecure address', 'Open http://localhost:3000/.', 'Open `http://localhost:3000/`.'],
    ['an address without a scheme', 'www.a.example', '`www.a.example`'],
    ['an image', '![logo](https://a.example/i.png)', 'image: logo (<https://a.example/i.png>)'],
    ['HTML', '<img src=x> </details> <!-- x', '&lt;img src=x> &lt;/details> &lt;!-- x'],
    ['a heading', '# One\n\n##### Five', '### One\n\n###### Five'],
    ['an underlined heading', 'One\n===\n\nTwo\n---', '### One\n\n#### Two'],
    ['a reference definition', '[a]: https://a.example/', '\\[a\\]: <https://a.example/>'],
    ['an alert', '> [!CAUTION]\n> x', '> \\[!CAUTION\\]\n> x'],
    ['mathematics', 'from $1 to $2', 'from \\$1 to \\$2'],
    ['an open fence', 'a\n```js\n@alice', 'a\n\n```js\n@alice\n```'],
    ['a fence in a list', '- a\n  ```js\n  x\n  ```\n- b', '- a\n\n  ```js\n  x\n  ```\n\n- b'],
    ['a drawing', '```mermaid\ngraph\n```', '```text\ngraph\n```'],
    ['code across lines', '`a\n@bob`', '\\`a\n`@bob`\\`'],
    ['code beside a mention', '`a`@bob', '`a` `@bob`'],
    ['bars in the code of a table', '| a |\n|---|\n| `x | @bob` |', '| a |\n|---|\n| `x \\| @bob` |'],
    ['a direction mark', 'a\u202Eb', 'ab'],
  ])('S49 S50 S51 makes %s harmless', (_, markdown, expected) => {
    expect(neutralise(markdown)).toBe(expected);
  });

  test.each([
    '- `js/store.js` (~90) – keeps `Board`. Uses `js/model.js`.',
    '**Bold**, *emphasis*, ~~gone~~ and snake_case_name (a > b).',
    '1. one\n2. two\n   - three',
    '| a | b |\n|---|:-:|\n| 1 | 2 |',
    '```ts\nconst a = `@x`; // <b> #1\n```',
    '> a quotation\n> of two lines',
    'AT&T &lt;div&gt; costs 5 % & more!',
  ])('leaves ordinary markdown alone: %s', (markdown) => {
    expect(neutralise(markdown)).toBe(markdown);
  });

  test('S49 S50 leaves nothing that acts, in any markdown', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const tree = parse(neutralise(markdown));
        expect(activeReferences(tree)).toEqual([]);
        for (const node of walk(tree)) {
          expect([
            'html',
            'image',
            'imageReference',
            'linkReference',
            'definition',
            'footnoteReference',
          ]).not.toContain(node.type);
          if (node.type === 'link') expect(node.url).toMatch(/^https:\/\//);
          if (node.type === 'heading') expect(node.depth).toBeGreaterThan(2);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('S51 keeps what follows in its place, in any markdown', () => {
    fc.assert(
      fc.property(hostileMarkdown, (markdown) => {
        const tree = parse(`${fold('The plan', neutralise(markdown))}\n\nOur footer`);
        const types = tree.children.map((node) => node.type);
        expect(types[0]).toBe('html');
        expect(types.slice(-2)).toEqual(['html', 'paragraph']);
        expect(types.filter((type) => type === 'html')).toHaveLength(2);
      }),
      { numRuns: 600 },
    );
  });

  test('takes a moment at most for the longest text', () => {
    for (const piece of [
      'a',
      '`',
      '[',
      '@',
      '#1',
      '![',
      '](',
      '<',
      '\\',
      '``` ',
      '[a](',
      '1',
      'a.',
      '> ',
      '- ',
      'a/',
    ]) {
      const time = cpuTime(() => neutralise(piece.repeat(60_000 / piece.length)));
      expect(time, piece).toBeLessThan(1500);
    }
  });
});

describe('inline', () => {
  test.each([
    ['- a', '\\- a'],
    ['1. a', '1\\. a'],
    ['# a', '\\# a'],
    ['**a** _b_ `c` | d', '\\*\\*a\\*\\* \\_b\\_ \\`c\\` \\| d'],
    ['fix @bob\n<b> & [x](y)', 'fix `@bob` &lt;b&gt; &amp; \\[x\\](y)'],
  ])('shows %s as it was written', (text, expected) => {
    expect(inline(text)).toBe(expected);
  });

  test('S49 S51 is one paragraph of exactly these words, for any words', () => {
    fc.assert(
      fc.property(hostileMarkdown, (text) => {
        const line = inline(text);
        const tree = parse(line);
        expect(tree.children.length).toBeLessThanOrEqual(1);
        expect(activeReferences(tree)).toEqual([]);
        for (const node of walk(tree))
          expect(['root', 'paragraph', 'text', 'inlineCode', 'link']).toContain(node.type);
      }),
      { numRuns: 600 },
    );
  });
});

describe('inlineMarkdown', () => {
  test('keeps code and escapes the rest', () => {
    expect(inlineMarkdown('keeps `Board` *and*  @bob')).toBe('keeps `Board` \\*and\\* `@bob`');
  });

  test('S49 S50 is one paragraph without anything that acts, for any markdown', () => {
    fc.assert(
      fc.property(hostileMarkdown, (text) => {
        const tree = parse(inlineMarkdown(text));
        expect(tree.children.length).toBeLessThanOrEqual(1);
        expect(activeReferences(tree)).toEqual([]);
        for (const node of walk(tree))
          expect(['root', 'paragraph', 'text', 'inlineCode', 'link']).toContain(node.type);
      }),
      { numRuns: 600 },
    );
  });
});

describe('plainWords', () => {
  test.each([
    ['Fixes #3 for @alice', 'Fixes no. 3 for alice'],
    ['closes owner/repo#2', 'closes owner/repo no. 2'],
    ['resolved: GH-7', 'resolved: GH no. 7'],
    ['see https://github.com/o/r/issues/1', 'see github.com/o/r/issues no. 1'],
    ['revert 0123456789abcdef', 'revert 012345'],
    ['o/r@0123456789', 'o/r 012345'],
    ['A link shortener\nwith stats', 'A link shortener with stats'],
    ['Notes [skip ci] [No CI]', 'Notes skip ci No CI'],
    ['Notes [[ci skip]] [actions skip]', 'Notes ci skip actions skip'],
    ['@[skip ci] #[no 1]', '@ skip ci # no 1'],
    ['A list [draft]', 'A list [draft]'],
  ])('S49 says %s so that nothing acts', (text, expected) => {
    expect(plainWords(text)).toBe(expected);
  });

  test('S49 leaves nothing that acts, in any words', () => {
    fc.assert(
      fc.property(hostileMarkdown, (text) => {
        const words = plainWords(text);
        expect(words).not.toMatch(/\n|\[(?:(?:skip|no) ci|ci skip)\]/i);
        expect(activeReferences({ type: 'root', children: [{ type: 'text', value: words }] })).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('code', () => {
  test('S51 a code span shows any line as code', () => {
    fc.assert(
      fc.property(hostileMarkdown, (text) => {
        const tree = parse(`a ${codeSpan(text)} b`);
        expect(walk(tree).map((node) => node.type)).toEqual([
          'root',
          'paragraph',
          'text',
          'inlineCode',
          'text',
        ]);
      }),
    );
  });

  test('S51 a fence holds any text and nothing after it', () => {
    fc.assert(
      fc.property(hostileMarkdown, fc.constantFrom('js', 'mermaid', 'a b', '`'), (text, language) => {
        const tree = parse(`${fence(text, language)}\n\nafter`);
        expect(tree.children.map((node) => node.type)).toEqual(['code', 'paragraph']);
        expect(tree.children[0]?.value).toBe(
          text.replace(/\r\n?/g, '\n').replace(/\n$/, '').replaceAll('\0', '\uFFFD'),
        );
      }),
    );
  });

  test('a fold and a quotation keep a fence whole', () => {
    const tree = parse(quote(neutralise('a\n```\nb\n\nc')));
    expect(tree.children.map((node) => node.type)).toEqual(['blockquote']);
    expect(walk(tree).find((node) => node.type === 'code')?.value).toBe('b\n\nc');
  });
});

describe('tableCell', () => {
  test('S51 keeps a row at its number of cells, whatever is in it', () => {
    fc.assert(
      fc.property(hostileMarkdown, (text) => {
        const cells = [tableCell(codeSpan(text)), tableCell(inlineMarkdown(text)), tableCell(inline(text))];
        const tree = parse(`| a | b | c | d |\n|---|---|---|---|\n| ${cells.join(' | ')} | last |`);
        const row = tree.children[0]?.children?.[1];
        expect(row?.children).toHaveLength(4);
        expect(texts(row?.children?.[3])).toBe('last');
        expect(activeReferences(tree)).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('cut', () => {
  test('leaves a text that fits', () => {
    expect(cut('short', 5, 'cut')).toBe('short');
  });

  test('ends at a line, closes the fence and says so', () => {
    expect(cut('one\n\n```js\ntwo\nthree three three\n```\nend', 30, '… cut')).toBe(
      'one\n\n```js\ntwo\n```\n\n… cut',
    );
  });

  test('S52 cuts a single long line between code points', () => {
    expect(cut('😀'.repeat(20), 16, 'cut')).toBe('😀😀😀😀😀\n\ncut');
  });

  test('leaves out a word that does not fit, since half of it can be a hash', () => {
    expect(cut('see 0123456789abcdefwww and more of it', 16, 'cut')).toBe('see\n\ncut');
  });

  test('S52 never grows beyond the limit and leaves nothing that acts, in any markdown', () => {
    fc.assert(
      fc.property(hostileMarkdown, fc.integer({ min: 0, max: 200 }), (markdown, limit) => {
        const short = cut(neutralise(markdown), limit, 'Our note');
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        const tree = parse(`${short}\n\nOur footer`);
        expect(activeReferences(tree)).toEqual([]);
        expect(texts(tree.children.at(-1))).toBe('Our footer');
        expect(walk(tree).filter((node) => node.type === 'html')).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('shortening', () => {
  test.each([
    ['short', 'short'],
    ['twelve letters', 'twelve…'],
    ['twelveletters', 'twelvelet…'],
    ['a long-word here', 'a long-wo…'],
    ['two words, more', 'two words…'],
    ['😀😀😀😀😀😀😀😀😀😀', '😀😀😀😀😀😀😀😀😀😀'],
  ])('%s to ten code points', (text, expected) => {
    expect(shorten(text, 10)).toBe(expected);
  });

  test('a path keeps both ends', () => {
    expect(shortPath('src/very/long/path/index.ts', 15)).toBe('src/ver…ndex.ts');
    expect(shortPath('src/index.ts', 15)).toBe('src/index.ts');
  });
});
