import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** As much of a syntax tree as the tests look at. */
export type Node = {
  readonly type: string;
  readonly value?: string | undefined;
  readonly url?: string;
  readonly depth?: number;
  readonly checked?: boolean | null | undefined;
  readonly children?: readonly Node[];
};
export type Root = Node & { readonly children: readonly Node[] };

/** Reads markdown as GitHub does. */
export function parse(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The node and everything in it, in order of the text. */
export function walk(node: Node): readonly Node[] {
  return [node, ...(node.children ?? []).flatMap(walk)];
}

/** The words of a node. */
export function texts(node: Node | undefined): string {
  if (node === undefined) return '';
  return (node.value ?? '') + (node.children ?? []).map(texts).join('');
}

const ACTIVE = [
  /(?<![a-zA-Z0-9_])@[a-zA-Z0-9][a-zA-Z0-9-]*/,
  /(?<![a-zA-Z0-9])#\d+/,
  /[a-z0-9_.-]+\/[a-z0-9_.-]+#\d+/i,
  /(?<![a-z0-9])gh-\d+/i,
  /(?<![a-z0-9])[0-9a-f]{7,40}(?![a-z0-9])/i,
  /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?|duplicate of)\b:?\s+(?:\S*#|\S+\/(?:issues|pull)\/)\d+/i,
  /\/(?:issues|pull|commit)\/[0-9a-f]/i,
];

/** Bare addresses that GitHub makes into something else. */
const DRAWN = /\/(?:issues|pull|commit|discussions|compare|blob|user-attachments)\/\w/i;

/** What GitHub would act on, as a scanner of text outside code finds it. Text of a link is the link's own. */
export function activeReferences(node: Node): readonly string[] {
  if (node.type === 'code' || node.type === 'inlineCode') return [];
  const own = node.type === 'text' ? ACTIVE.map((pattern) => pattern.exec(node.value ?? '')?.[0]) : [];
  const addressed = node.type === 'link' ? [DRAWN.exec(node.url ?? '')?.[0]] : [];
  const inside = node.type === 'link' ? [] : (node.children ?? []).flatMap(activeReferences);
  return [...own, ...addressed, ...inside].filter((found) => found !== undefined);
}

const PIECES = [
  '@alice',
  '@',
  'alice',
  '@org/team',
  '#1',
  '#',
  '1',
  'GH-3',
  'GH',
  '-3',
  'o/r#2',
  'Closes ',
  'fixed: ',
  'resolve ',
  'Duplicate of ',
  '[skip ci]',
  'skip',
  'ci',
  '[!NOTE]',
  '- [x] ',
  '<!-- smol:v1 issue=1 -->',
  '<!-- smol:stopped -->',
  '<!-- /smol:stopped -->',
  'https://github.com/o/r/blob/0123456/a.js#L1',
  'https://github.com/user-attachments/assets/a1',
  '\u017F',
  '\u212A',
  '&#x40;',
  '&num;',
  '&amp;',
  '0123456789abcdef',
  'https://github.com/o/r/issues/1',
  'https://a.example/x',
  'http://a.example',
  'www.a.example',
  '://',
  'a@b.example',
  'javascript:x',
  '`',
  '``',
  '```',
  '````',
  '~~~',
  '~',
  '[',
  ']',
  '(',
  ')',
  '](',
  '![',
  '!',
  '[x](https://a.example/)',
  '[alice](y)',
  '![i](z)',
  '[a]: https://a.example/',
  '[^1]',
  '<',
  '>',
  '<!--',
  '-->',
  '<img src=x>',
  '</details>',
  '<https://a.example>',
  '<a@b.example>',
  '\\',
  '\\@',
  '\\#',
  '&#64;',
  '&commat;',
  '&#35;',
  '&',
  ';',
  '\n',
  '\n\n',
  '\n',
  '\n',
  '  ',
  '    ',
  '\t',
  ' ',
  ' ',
  '- ',
  '* ',
  '1. ',
  '12) ',
  '+',
  '> ',
  '>',
  '# ',
  '####### ',
  '---',
  '--',
  '-',
  '===',
  '=',
  '***',
  '| a | b |',
  '|---|---|',
  '|',
  ':-',
  ':',
  '|-',
  '*',
  '**',
  '_',
  '__',
  '$',
  '$$',
  '\r\n',
  '\r',
  '\u202E',
  '\u200B',
  '\u0000',
  '\u00A0',
  '\u2028',
  '😀',
  '\uD800',
  'é',
  'js',
  'mermaid',
  '.',
  ',',
  '/',
  '"',
  "'",
];

/** Texts made of everything that means something in markdown or to GitHub. */
export const hostileMarkdown: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    {
      maxLength: 30,
    },
  )
  .map((pieces) => pieces.join(''));
