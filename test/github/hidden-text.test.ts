import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { removeHiddenText } from '../../src/github/markup/hidden-text.js';
import { anyText } from '../support/any-text.js';
import { cpuTime } from '../support/cpu-time.js';
import { PAYLOADS } from './hidden-text.corpus.js';
import { BENIGN, CODE, FORGED } from './seen-text.corpus.js';

describe('payloads', () => {
  test.each(PAYLOADS)('S12 $name', ({ body, remains, removed }) => {
    expect(removeHiddenText(body)).toEqual({ text: remains, removed });
  });

  test.each(PAYLOADS)('S12 $name, after ordinary text and with Windows line ends', ({ body }) => {
    const { text } = removeHiddenText(`An app\n\n${body}`.replaceAll('\n', '\r\n'));
    expect(text.startsWith('An app')).toBe(true);
    if (!body.includes('\u200B')) expect(text).not.toMatch(/EVIL/);
  });
});

describe('what a reader sees stays', () => {
  test.each(BENIGN)('S12 $name', ({ body, remains, removed }) => {
    expect(removeHiddenText(body)).toEqual({ text: remains, removed });
  });

  test.each(CODE)('S13 $name', ({ body, remains, removed }) => {
    expect(removeHiddenText(body)).toEqual({ text: remains, removed });
  });

  test.each(FORGED)('S14 $name', ({ body, remains, removed }) => {
    expect(removeHiddenText(body)).toEqual({ text: remains, removed });
  });
});

/** Pieces of markdown that open, close and cross each other; `#` becomes a word of its own in each. */
const PIECES = [
  '#', ' # ', '\n', '\n\n', '    ', '  ', '- ', '1. ', '> ', '# ', '`', '``', '```\n', '~~~\n', '```', '\n```\n', '\t',
  '<!-- # -->', '<!-- #\n# -->', '<!--', '-->', '--!>', '<div>', '</div>', '<b title="#">', '</b>', '<x #>', '<p>\n',
  '<?# ?>', '<!A #>', '[', ']', '(#)', '[#](x)', '[a](b "#")', '![#](x)', '![', '](x)', '\n[a]: # "x"\n', '[a]: b (#)',
  '[a]', '[b][a]', '[^n]', '\n[^n]: #\n', '|', '| # ', '\n|-|\n', '|-|-|', ':-\n', '\\', '"', "'", '&#8203;', '---\n', '===\n',
  '*', '<https://#.example>', 'www.#.example/', '<pre>\n', '</pre>', '``` # #\n', '<', '>', '!', '\u200B', '\u00A0', '\f', '\u3000', '<a\n',
]; // biome-ignore format: a list of pieces

function documentOf(pieces: readonly string[]): { text: string; words: string[] } {
  const words: string[] = [];
  const text = pieces.join('').replace(/#(?! )/g, () => {
    words.push(`w${words.length}w`);
    return words.at(-1) ?? '';
  });
  return { text, words };
}

type Node = {
  type: string;
  value?: string;
  lang?: string | null;
  url?: string;
  identifier?: string;
  children?: readonly Node[];
};

/** The text that a reader of the rendered markdown sees, by an independent parser; null when raw HTML decides. */
function seen(markdown: string): string | null {
  // A tag alone on a line, next to a table: here this parser and GitHub's differ.
  if (/^[ >]*<\/?\w+>[ \u00A0]*$/m.test(markdown) && /^[ >]*\|?:?-[|:]/m.test(markdown)) return null;
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const texts: string[] = [];
  let rawHtmlDecides = false;
  const urls = new Map<string, string>();
  const visit = (node: Node): void => {
    if (node.type === 'html') {
      const rest = (node.value ?? '').replace(/<!--[\s\S]*?-->|<[?!/]?[a-zA-Z][^<>]*>/g, '');
      if (/[<>]/.test(rest)) rawHtmlDecides = true;
      texts.push(rest);
    } else if (node.value !== undefined) texts.push(node.value);
    // The language of a fence may stay, as a short word.
    if (node.type === 'code') texts.push(node.lang ?? '');
    // Where a link leads is shown to whoever points at it, and may stay.
    if (node.type === 'link') texts.push(node.url ?? '');
    if (node.type === 'linkReference') texts.push(urls.get(node.identifier ?? '') ?? '');
    for (const child of node.children ?? []) visit(child);
  };
  const define = (node: Node): void => {
    if (node.type === 'definition' && !urls.has(node.identifier ?? ''))
      urls.set(node.identifier ?? '', node.url ?? '');
    for (const child of node.children ?? []) define(child);
  };
  define(tree as Node);
  visit(tree as Node);
  return rawHtmlDecides ? null : texts.join('\n');
}

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 });
/**
 * The same documents every time, so that nobody's build breaks on a corner where parsers of markdown differ.
 * To look for more: `FUZZ_RUNS=100000 FUZZ_SEED=7 vitest run test/github/hidden-text.test.ts`.
 */
const RUNS = { numRuns: Number(process.env.FUZZ_RUNS ?? 1000), seed: Number(process.env.FUZZ_SEED ?? 1) };

describe('against a parser of markdown', () => {
  test('S12 no word that is not seen stays', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const { text, words } = documentOf(list);
        const visible = seen(text);
        if (visible === null) return;
        const cleaned = removeHiddenText(text).text;
        for (const word of words)
          if (!visible.includes(word)) expect(cleaned, JSON.stringify(text)).not.toContain(word);
      }),
      RUNS,
    );
  });
});

describe('properties', () => {
  const texts = fc.oneof(
    pieces.map((list) => documentOf(list).text),
    anyText(60),
    fc
      .array(fc.constantFrom(...PAYLOADS.map((row) => row.body), '\n', ' '), { maxLength: 4 })
      .map((rows) => rows.join('')),
  );

  test('S12 cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = removeHiddenText(text).text;
        expect(removeHiddenText(once)).toEqual({ text: once, removed: false });
      }),
      RUNS,
    );
  });

  test('S12 a text never grows, but for the addresses that take the place of references', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(removeHiddenText(text).text.length).toBeLessThanOrEqual(2 * text.length + 10);
      }),
      RUNS,
    );
    const flood = `${'[a] '.repeat(10_000)}\n\n[a]: https://a.example/${'b'.repeat(20_000)}`;
    expect(removeHiddenText(flood).text.length).toBeLessThan(2 * flood.length);
  });

  test('S12 a payload is found wherever it stands among what people write', () => {
    // In an element, a formula or a link of the text around it, a payload would be something else.
    const around = fc.constantFrom(
      ...[...BENIGN, ...FORGED].filter(({ body }) => !/[<`$~\\[]|^ {4}/m.test(body)).map(({ body }) => body),
    );
    const payload = fc.constantFrom(...PAYLOADS.filter(({ remains }) => !remains.includes('EVIL')));
    fc.assert(
      fc.property(
        fc.array(around, { maxLength: 4 }),
        payload,
        fc.array(around, { maxLength: 4 }),
        (before, { body }, after) => {
          const { text } = removeHiddenText([...before, body, ...after].join('\n\n'));
          expect(text, JSON.stringify(body)).not.toContain('EVIL');
          // Nothing of what stands before it is lost with it.
          for (const words of before) expect(text).toContain(removeHiddenText(words).text.trim());
        },
      ),
      RUNS,
    );
  });

  test('S12 a comment that is forged again and again loses its markup', () => {
    const forged = `${'<!'.repeat(40)}<!-- x -->${'-- EVIL -->'.repeat(40)} and more`;
    const { text, removed } = removeHiddenText(forged);
    expect(removed).toBe(true);
    expect(text).not.toMatch(/[<>]/);
    expect(removeHiddenText(text)).toEqual({ text, removed: false });
  });

  test('S12 text of letters, digits and spaces is not changed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\p{N} .,;:]*$/u), (text) => {
        fc.pre(!/\p{C}|\p{Default_Ignorable_Code_Point}/u.test(text));
        expect(removeHiddenText(text)).toEqual({ text, removed: false });
      }),
    );
  });
});

describe('time', () => {
  const LONGEST = 65_536;
  test.each([
    '<!-- ',
    '<!<!-- x -->-- ',
    '<!--\n',
    '`',
    '` `` ',
    '`a``b',
    '[',
    '![',
    '](',
    '$%',
    '$ % ',
    '$\\\\phantom{',
    '```mermaid\n%%{',
    '[^a]',
    'https://a[^a]',
    '<a href="x">',
    '[&nbsp;](x)',
    '[a](',
    '[a](b "',
    '[](x)',
    '<a ',
    '<a b="',
    "<a b='",
    '<a b ',
    '<div hidden>',
    '<details>',
    '<summary>',
    '<?',
    '<!A',
    '<![CDATA[',
    '> ',
    '- ',
    '- - x\n',
    '>\n',
    '[a]: b\n',
    '[^a]: b\n',
    '|',
    '| a ',
    '&#8203',
    '&#',
    '\\',
    '*',
    '#',
    '```\n',
    '~~~',
    '\t',
    '    ',
    '\u200D',
    '👨\u200D',
    '❤\uFE0F\uFE0F',
    '\u{E0041}',
    '\u2028',
    'www.a`',
    'a:/`b ',
    '[a][b]',
    '<b>',
    '</b>',
    '<x>',
    '<a\n',
    '<div\n',
    '-->',
    '--!>',
    '<!-->',
    '1. ',
    '\n',
    'a\n',
    '[[a]',
    ']',
    '![a](b)',
  ])('S12 64 KB of %j, twice, take no longer than two seconds', (unit) => {
    const text = unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST);
    const time = cpuTime(() => {
      removeHiddenText(text);
      removeHiddenText(`[a]: b "c"\n\n<div hidden>\n${text}`);
    });
    expect(time).toBeLessThan(2000);
  });
});
