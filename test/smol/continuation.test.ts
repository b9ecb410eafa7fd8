import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stitch } from '../../src/smol/continuation.js';
import { cpuTime } from '../support/cpu-time.js';

describe('stitch', () => {
  test.each([
    ['goes on in the middle of a word', 'const tot', 'al = 1;\n', 'const total = 1;\n'],
    ['goes on at a new line', 'a();\n', 'b();\n', 'a();\nb();\n'],
    [
      'repeats the part of a line before the cut',
      'a();\n  const to',
      '  const total = 1;\n',
      'a();\n  const total = 1;\n',
    ],
    [
      'repeats that part without its indentation',
      'a();\n    const to',
      'const total = 1;\n',
      'a();\n    const total = 1;\n',
    ],
    ['repeats a short part of a line', 'a();\n  ret', '  return 1;\n', 'a();\n  return 1;\n'],
    ['repeats whole lines', 'a();\nb();\nc', 'b();\nc();\n', 'a();\nb();\nc();\n'],
    [
      'repeats the last words of a line',
      'one two three four five',
      'three four five six',
      'one two three four five six',
    ],
    ['is all a repetition', 'a();\nb();\n', 'b();\n', 'a();\nb();\n'],
    ['is empty', 'a();\n', '', 'a();\n'],
    ['follows nothing', '', 'a();\n', 'a();\n'],
    ['begins with the letter that the head ends with', 'x = "hell', 'lo";', 'x = "helllo";'],
    ['begins with a few letters that the head ends with', 'banana', 'anas', 'bananaanas'],
    ['closes another bracket on a line alike', '    }\n', '    }\n  }\n}\n', '    }\n    }\n  }\n}\n'],
    ['goes on with a long rule', `// ${'-'.repeat(40)}`, `${'-'.repeat(40)}\n`, `// ${'-'.repeat(80)}\n`],
    [
      'comes in a fence, cut inside a line',
      'a();\nconst b',
      '```js\n = 1;\nc();\n```',
      'a();\nconst b = 1;\nc();',
    ],
    [
      'comes in a fence and repeats',
      'a();\n  const to',
      '```js\n  const total = 1;\n```\n',
      'a();\n  const total = 1;',
    ],
    ['comes in a fence at a new line', 'a();\n', '```js\nb();\n```', 'a();\nb();'],
    ['comes in a fence that is cut too', 'a();\ncon', '```js\nst b = 1;\nc(', 'a();\nconst b = 1;\nc('],
    ['comes in a fence like the head', '```js\na();\n', '```js\nb();\n```', '```js\na();\nb();\n```'],
    ['closes the fence of the head', '```js\na();\n', 'b();\n```', '```js\na();\nb();\n```'],
    [
      'repeats all of a head that begins like a fence, in which there is hardly a letter',
      '```a<0:9>\n} \t{`{\t\t',
      '```a<0:9>\n} \t{`{\t\t0<1:10>\n',
      '```a<0:9>\n} \t{`{\t\t0<1:10>\n',
    ],
    [
      'begins with a block of its own',
      '# A\n\nRun:\n\n',
      '```sh\nnpm i\n```\n\nThen:\n\n```sh\nnpm start\n```\n',
      '# A\n\nRun:\n\n```sh\nnpm i\n```\n\nThen:\n\n```sh\nnpm start\n```\n',
    ],
  ])('S41 joins a continuation that %s', (_, head, tail, whole) => {
    expect(stitch(head, tail)).toBe(whole);
  });

  test('S41 restores any text cut anywhere and continued with up to 2,000 characters repeated', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'b', '{', '}', ' ', '`', '🎉', '\t'),
      maxLength: 60,
    });
    // Numbers make every stretch of 24 characters occur once: else no rule can know how much was repeated.
    const text = fc.array(line, { minLength: 3, maxLength: 120 }).map((all) =>
      all
        .map((content, index) =>
          stretches(content)
            .map((part) => `${part}<${index}:${part.length}>`)
            .join(''),
        )
        .join('\n'),
    );
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 24, max: 2000 }), (whole, at, repeated) => {
        fc.pre(whole.length >= 48);
        const cut = 24 + (at % (whole.length - 24));
        const from = Math.max(0, cut - repeated);
        expect(stitch(whole.slice(0, cut), whole.slice(from))).toBe(whole);
      }),
      { numRuns: 1000 },
    );
  });

  test('restores a text that goes on without repeating anything', () => {
    const text = Array.from(
      { length: 60 },
      (_, index) => `const value${index} = compute(${index * 7919});`,
    ).join('\n');
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(stitch(text.slice(0, cut), text.slice(cut))).toBe(text);
    }
  });

  test('never drops a character of the head, and ends as the continuation ends', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', ' ', '}', '1') });
    fc.assert(
      fc.property(text, text, (head, tail) => {
        const whole = stitch(head, tail);
        expect(whole.startsWith(head)).toBe(true);
        expect((head + tail).endsWith(whole.slice(head.length))).toBe(true);
      }),
    );
  });

  test('takes time that grows with the length, not with its square', () => {
    const long = 'a'.repeat(1_000_000);
    const lines = 'ab\n'.repeat(300_000);
    const time = cpuTime(() => {
      stitch(long, long);
      stitch(lines, `${lines}c`);
    });
    expect(time).toBeLessThan(1_000);
  });
});

/** Pieces of at most eight characters, so that a number follows soon after any place. */
function stretches(text: string): string[] {
  const characters = [...text];
  const count = Math.ceil(characters.length / 8) || 1;
  return Array.from(
    { length: count },
    (_, index) => `${characters.slice(index * 8, index * 8 + 8).join('')}${index}`,
  );
}
