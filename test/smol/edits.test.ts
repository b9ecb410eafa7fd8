import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, readEdits } from '../../src/smol/edit-blocks.js';
import { applyEdits } from '../../src/smol/edits.js';
import { anyText } from '../support/any-text.js';
import { cpuTime } from '../support/cpu-time.js';

const BLOCK = '<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE';
const A_TO_B: Edit = { search: ['a'], replace: ['b'] };

const edits = (...list: Edit[]) => ({ kind: 'edits', edits: list });
const malformed = (reason: string) => ({ kind: 'malformed', reason: expect.stringContaining(reason) });

describe('readEdits', () => {
  test.each([
    ['one block', BLOCK, edits(A_TO_B)],
    ['two blocks', `${BLOCK}\n\n${BLOCK}\n`, edits(A_TO_B, A_TO_B)],
    ['blocks without a line between them', `${BLOCK}\n${BLOCK}`, edits(A_TO_B, A_TO_B)],
    ['line ends of Windows', BLOCK.replaceAll('\n', '\r\n'), edits(A_TO_B)],
    ['a fence around it', `\`\`\`\n${BLOCK}\n\`\`\``, edits(A_TO_B)],
    ['a fence with a tag', `\`\`\`diff\n${BLOCK}\n\`\`\`\n`, edits(A_TO_B)],
    ['a fence around each', `~~~\n${BLOCK}\n~~~\n~~~\n${BLOCK}\n~~~`, edits(A_TO_B, A_TO_B)],
    ['sentences around it', `Here you are:\n\n${BLOCK}\n\nThat is all.`, edits(A_TO_B)],
    ['the path before it', `src/a.js\n${BLOCK}`, edits(A_TO_B)],
    ['spaces after the markers', BLOCK.replace(/^([<=>].*)$/gm, '$1  \t'), edits(A_TO_B)],
    ['markers of five', BLOCK.replace(/[<=>]{7}/g, (mark) => mark.slice(2)), edits(A_TO_B)],
    ['markers of nine', BLOCK.replace(/[<=>]{7}/g, (mark) => mark + mark.slice(5)), edits(A_TO_B)],
    ['markers of different lengths', '<<<<<< SEARCH\na\n========\nb\n>>>>> REPLACE', edits(A_TO_B)],
    ['no space in the markers', '<<<<<<<SEARCH\na\n=======\nb\n>>>>>>>REPLACE', edits(A_TO_B)],
    ['small letters', BLOCK.replace('SEARCH', 'search').replace('REPLACE', 'Replace'), edits(A_TO_B)],
    ['nothing to put in its place', BLOCK.replace('\nb\n', '\n'), edits({ search: ['a'], replace: [] })],
    ['nothing to look for', BLOCK.replace('\na\n', '\n'), edits({ search: [], replace: ['b'] })],
    [
      'blank lines, which are lines',
      BLOCK.replace('\na\n', '\n\na\n\n').replace('b\n', '\n'),
      edits({ search: ['', 'a', ''], replace: [''] }),
    ],
    [
      'white space at the ends of lines, which stays',
      BLOCK.replace('\na\n', '\n\ta \n').replace('\nb\n', '\nb\f\n'),
      edits({ search: ['\ta '], replace: ['b\f'] }),
    ],
    [
      'an underlined heading of another length',
      BLOCK.replace('\na\n', '\nTitle\n=====\n'),
      edits({ search: ['Title', '====='], replace: ['b'] }),
    ],
    [
      'a long row of equals signs',
      BLOCK.replace('\na\n', '\na\n==========\n'),
      edits({ search: ['a', '=========='], replace: ['b'] }),
    ],
    [
      'a conflict of git to look for',
      BLOCK.replace('\na\n', '\n<<<<<<< HEAD\na\n=======\nc\n>>>>>>> topic\n'),
      edits({ search: ['<<<<<<< HEAD', 'a', '=======', 'c', '>>>>>>> topic'], replace: ['b'] }),
    ],
    [
      'a conflict of git in both parts',
      '<<<<<<< SEARCH\n<<<<<<< HEAD\na\n=======\n>>>>>>> x\n=======\n<<<<<<< HEAD\nb\n=======\n>>>>>>> x\n>>>>>>> REPLACE',
      edits({
        search: ['<<<<<<< HEAD', 'a', '=======', '>>>>>>> x'],
        replace: ['<<<<<<< HEAD', 'b', '=======', '>>>>>>> x'],
      }),
    ],
    [
      'the first line of a conflict of git alone',
      BLOCK.replace('\na\n', '\n<<<<<<< HEAD\n'),
      edits({ search: ['<<<<<<< HEAD'], replace: ['b'] }),
    ],
    [
      'a file about edits, in longer markers',
      `<<<<<<<<< SEARCH\n${BLOCK}\n=========\nb\n>>>>>>>>> REPLACE`,
      edits({ search: BLOCK.split('\n'), replace: ['b'] }),
    ],
    ['the word alone', 'UNCHANGED', { kind: 'unchanged' }],
    ['the word in a fence', '```\nUNCHANGED\n```\n', { kind: 'unchanged' }],
    ['the word in bold with a full stop', '\n**UNCHANGED**.\n', { kind: 'unchanged' }],
    ['the word and an explanation', 'UNCHANGED\n\nThe file fits the plan.', { kind: 'unchanged' }],
    ['an explanation and the word', 'The file fits the plan.\n\nUNCHANGED', { kind: 'unchanged' }],
    ['the word and a block', `UNCHANGED\n${BLOCK}`, edits(A_TO_B)],
    ['the word in a sentence', 'It is UNCHANGED since', { kind: 'whole', text: 'It is UNCHANGED since' }],
    ['no block', 'let n = 1;\n', { kind: 'whole', text: 'let n = 1;\n' }],
    ['indented markers', BLOCK.replace(/^/gm, '    '), { kind: 'whole', text: BLOCK.replace(/^/gm, '    ') }],
    ['nothing', '', malformed('empty')],
    ['white space', ' \n\t\n', malformed('empty')],
    ['an empty fence', '```\n```', malformed('empty')],
    ['no last line', BLOCK.replace('\n>>>>>>> REPLACE', ''), malformed('edit 1 has no last line')],
    ['the second without a last line', `${BLOCK}\n<<<<<<< SEARCH\na`, malformed('edit 2 has no last line')],
    ['no dividing line', BLOCK.replace('=======\n', ''), malformed('edit 1 has no line "======="')],
    ['two dividing lines', BLOCK.replace('b\n', 'b\n=======\n'), malformed('edit 1 has more than one line')],
    [
      'an underlined heading of the same length',
      BLOCK.replace('\na\n', '\nA title\n=======\n'),
      malformed('edit 1 has more than one line'),
    ],
    ['no first line', BLOCK.replace('<<<<<<< SEARCH\n', ''), malformed('the first edit has a last line')],
    ['a last line too many', `${BLOCK}\n>>>>>>> REPLACE`, malformed('the edit after edit 1 has a last line')],
    ['a block in a block', BLOCK.replace('\nb\n', `\n${BLOCK}\n`), malformed('edit 1 has no last line')],
  ])('reads %s', (_, reply, read) => {
    expect(readEdits(reply)).toEqual(read);
  });
});

const applied = (content: string) => ({ kind: 'applied', content });
const rejected = (reason: string) => ({ kind: 'rejected', reason: expect.stringContaining(reason) });

describe('applyEdits', () => {
  test.each<[string, string, [string[], string[]][], unknown]>([
    ['a line', 'a\nb\nc\n', [[['b'], ['x']]], applied('a\nx\nc\n')],
    [
      'several edits in any order',
      'a\nb\nc\n',
      [
        [['c'], ['z']],
        [['a'], ['x']],
      ],
      applied('x\nb\nz\n'),
    ],
    ['one line by several', 'a\nb\n', [[['a'], ['x', '', 'y']]], applied('x\n\ny\nb\n')],
    ['several lines by one', 'a\nb\nc\n', [[['a', 'b'], ['x']]], applied('x\nc\n')],
    ['a line by nothing', 'a\nb\nc\n', [[['b'], []]], applied('a\nc\n')],
    ['all lines by nothing', 'a\nb', [[['a', 'b'], []]], applied('')],
    [
      'neighbours',
      'a\nb\n',
      [
        [['a'], ['x']],
        [['b'], []],
      ],
      applied('x\n'),
    ],
    ['an empty file', '', [[[], ['x', 'y']]], applied('x\ny\n')],
    ['an empty file with a byte order mark', '\ufeff', [[[], ['x']]], applied('\ufeffx\n')],
    ['CRLF', 'a\r\nb\r\nc\r\n', [[['b'], ['x', 'y']]], applied('a\r\nx\r\ny\r\nc\r\n')],
    [
      'mixed line ends',
      'a\nb\r\nc\nd\r\n',
      [
        [
          ['b', 'c'],
          ['x', 'y'],
        ],
      ],
      applied('a\nx\r\ny\nd\r\n'),
    ],
    [
      'more lines than before: the most common end',
      'a\nb\r\nc\n',
      [[['b'], ['x', 'y']]],
      applied('a\nx\r\ny\nc\n'),
    ],
    ['lone carriage returns in a line', 'a\rb\nc\n', [[['c'], ['x']]], applied('a\rb\nx\n')],
    ['lone carriage returns alone', 'a\rb\rc', [[['b'], ['x', 'y']]], applied('a\rx\ry\rc')],
    [
      'form feeds and odd spaces',
      'a\f\n\u2028b\n\u00a0c\n',
      [[['\u00a0c'], ['x']]],
      applied('a\f\n\u2028b\nx\n'),
    ],
    ['a byte order mark', '\ufeffa\nb\n', [[['a'], ['x']]], applied('\ufeffx\nb\n')],
    ['a last line without an end', 'a\nb', [[['b'], ['x']]], applied('a\nx')],
    ['a last line without an end, by several', 'a\nb', [[['b'], ['b', 'c']]], applied('a\nb\nc')],
    [
      'the same with CRLF',
      'a\r\nb',
      [
        [
          ['a', 'b'],
          ['a', 'b', 'c'],
        ],
      ],
      applied('a\r\nb\r\nc'),
    ],
    ['a last line without an end by nothing', 'a\nb', [[['b'], []]], applied('a\n')],
    ['blank lines at the end', 'a\n\n\n', [[['a'], ['x']]], applied('x\n\n\n')],
    ['white space at ends that is not there', 'a  \nb\n', [[['a', 'b '], ['x']]], applied('x\n')],
    [
      'and keeps it where the edit repeats the line',
      'a  \nb\n',
      [
        [
          ['a', 'b'],
          ['a', 'x'],
        ],
      ],
      applied('a  \nx\n'),
    ],
    ['an exact match before a tolerant one', 'a\na \n', [[['a '], ['x']]], applied('a\nx\n')],
    ['a line by itself', 'a\n', [[['a'], ['a']]], applied('a\n')],
    [
      'lines that are the names of an object',
      '__proto__\nconstructor\n',
      [[['constructor'], ['x']]],
      applied('__proto__\nx\n'),
    ],
    ['nothing', 'a\n', [[[], ['x']]], rejected('edit 1 does not say which')],
    [
      'an empty file twice',
      '',
      [
        [[], ['x']],
        [[], ['y']],
      ],
      rejected('edits 1 and 2 overlap'),
    ],
    [
      'a line that is not there',
      'a\n',
      [
        [['a'], ['x']],
        [['b'], ['y']],
      ],
      rejected('edit 2 looks for do not stand'),
    ],
    ['a part of a line', 'let a = 1;\n', [[['a'], ['x']]], rejected('do not stand')],
    ['a line that is there twice', 'a\nb\na\n', [[['a'], ['x']]], rejected('stand in the file 2 times')],
    ['lines that overlap themselves', 'a\na\na\n', [[['a', 'a'], ['x']]], rejected('2 times')],
    ['a tolerant match of two places', 'a \nb\na\t\n', [[['a'], ['x']]], rejected('2 times')],
    ['other white space at the beginning', '  a\n', [[['a'], ['x']]], rejected('do not stand')],
    [
      'the same line twice',
      'a\nb\n',
      [
        [['a'], ['x']],
        [['a'], ['y']],
      ],
      rejected('edits 1 and 2 overlap'),
    ],
    [
      'a line of another edit',
      'a\nb\nc\n',
      [
        [['b', 'c'], ['x']],
        [['a', 'b'], ['y']],
      ],
      rejected('edits 1 and 2 overlap'),
    ],
    [
      'an edit around another',
      'a\nb\nc\n',
      [
        [['a', 'b', 'c'], ['x']],
        [['b'], ['y']],
      ],
      rejected('overlap'),
    ],
  ])('replaces %s', (_, content, list, result) => {
    expect(
      applyEdits(
        content,
        list.map(([search, replace]) => ({ search, replace })),
      ),
    ).toEqual(result);
  });

  type Line = { readonly text: string; readonly end: string };
  const end = fc.constantFrom('\n', '\r\n');
  const text = fc
    .oneof(
      anyText(12),
      fc.constantFrom('', 'a', ' a', 'a ', '}', '\r', '\f', '=======', '<<<<<<< HEAD', '>>>>>>> x'),
    )
    .map((line) => line.replace(/\n/g, '').replace(/\r+$/, ''))
    .filter((line) => !line.startsWith('\ufeff'));
  const file = fc.record({
    mark: fc.constantFrom('', '\ufeff'),
    lines: fc.array(fc.record({ text, end }), { minLength: 1, maxLength: 12 }),
    isOpen: fc.boolean(),
  });
  const cut = fc.record({ size: fc.nat(3), texts: fc.array(text, { maxLength: 3 }), skip: fc.nat(3) });

  test('leaves every line outside of the edits byte for byte, and puts the new ones in between', () => {
    fc.assert(
      fc.property(
        file,
        fc.array(cut, { maxLength: 4 }),
        fc.boolean(),
        ({ mark, lines, isOpen }, cuts, backwards) => {
          const given: Line[] = lines.map((line, index) =>
            isOpen && index === lines.length - 1 && line.text !== '' ? { ...line, end: '' } : line,
          );
          // A text of which no line has a line feed is cut otherwise.
          fc.pre(given.some((line) => line.end !== '') || !given.some((line) => line.text.includes('\r')));
          const content = mark + given.map((line) => line.text + line.end).join('');
          const list: Edit[] = [];
          const expected: { lines: readonly Line[]; isKept: boolean }[] = [];
          let at = 0;
          for (const { size, texts, skip } of cuts) {
            const from = Math.min(given.length, at + skip);
            const to = Math.min(given.length, from + size);
            if (to === from) continue;
            expected.push({ lines: given.slice(at, from), isKept: true });
            expected.push({ lines: texts.map((line) => ({ text: line, end: '' })), isKept: false });
            list.push({ search: given.slice(from, to).map((line) => line.text), replace: texts });
            at = to;
          }
          expected.push({ lines: given.slice(at), isKept: true });
          const made = applyEdits(content, backwards ? list.toReversed() : list);
          fc.pre(made.kind === 'applied');

          // The lines that are kept stand there as they were, in order; between them the new ones, with some end.
          expect(made.content.startsWith(mark)).toBe(true);
          let rest = made.content.slice(mark.length);
          for (const part of expected) {
            for (const line of part.lines) {
              const whole = part.isKept ? line.text + line.end : line.text;
              expect(rest.slice(0, whole.length)).toBe(whole);
              rest = rest.slice(whole.length);
              if (!part.isKept) rest = rest.replace(/^\r?\n/, '');
            }
          }
          expect(rest).toBe('');
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test.each<[string, string, Edit[]]>([
    ['equal lines', '\n'.repeat(500_000), [{ search: Array(250_000).fill(''), replace: [] }]],
    [
      'lines that are found late or not at all',
      `${'a\n'.repeat(200_000)}b\n${'a\n'.repeat(200_000)}`,
      [{ search: [...Array(200_001).fill('a'), 'b'], replace: [] }],
    ],
    ['edits without number', 'a\n'.repeat(300_000), Array(60_000).fill({ search: ['a', 'a'], replace: [] })],
    [
      'edits that are all found',
      Array.from({ length: 4_000 }, (_, index) => `${index}\n`).join(''),
      Array.from({ length: 4_000 }, (_, index) => ({ search: [`${index}`], replace: ['x'] })),
    ],
  ])('takes no longer for %s', (_, content, list) => {
    expect(cpuTime(() => void applyEdits(content, list))).toBeLessThan(1_500);
  });

  test.each([
    ['first lines', '<<<<<<< SEARCH\n'],
    ['first lines of growing lengths', '<<<<< SEARCH\n<<<<<< SEARCH\n'],
    ['dividing lines', '=======\n'],
    ['blocks', `${BLOCK}\n`],
    ['conflicts', '<<<<<<< SEARCH\n<<<<<<< a\n=======\n'],
    ['spaces after a marker', `<<<<<<< SEARCH${' '.repeat(50_000)}x\n`],
    ['marks of emphasis', `${'*'.repeat(50_000)}\n`],
  ])('reads a reply of nothing but %s in no time', (_, piece) => {
    const reply = piece.repeat(1_000_000 / piece.length);
    expect(cpuTime(() => void readEdits(reply))).toBeLessThan(1_500);
  });

  test('gives a set of edits back that was written down as a reply', () => {
    const line = text.filter((given) => !/^(?:[<>]{5,9}|={5,9})/.test(given));
    const list = fc.array(fc.record({ search: fc.array(line), replace: fc.array(line) }), { minLength: 1 });
    fc.assert(
      fc.property(list, (given) => {
        const reply = given.map(({ search, replace }) =>
          ['<<<<<<< SEARCH', ...search, '=======', ...replace, '>>>>>>> REPLACE'].join('\n'),
        );
        expect(readEdits(reply.join('\n'))).toEqual({ kind: 'edits', edits: given });
      }),
    );
  });
});
