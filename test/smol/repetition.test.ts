import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRunaway } from '../../src/smol/repetition.js';
import { cpuTime } from '../support/cpu-time.js';

describe('isRunaway', () => {
  test.each([
    ['the same line 201 times', 'start\n'.concat('foo\n'.repeat(201))],
    ['the same line and the beginning of the next', `${'foo\n'.repeat(201)}fo`],
    ['201 blank lines', `a();\n${'\n'.repeat(201)}`],
    ['the same long line', `${'x y '.repeat(300)}z\n`.repeat(201)],
    ['one character without end', 'a'.repeat(20_000)],
    ['white space without end', `{"a":1${' '.repeat(20_000)}`],
    ['the same few lines without end', 'if (a) {\n  b();\n} else {\n  c();\n}\n'.repeat(600)],
    ['the same sentence without end', 'and so it goes on and on, '.repeat(1000)],
    ['a good beginning and then a loop', `${fileOf(5_000)}${'0, '.repeat(7000)}`],
  ])('S43 is true for %s', (_, text) => {
    expect(isRunaway(text)).toBe(true);
  });

  test.each([
    ['an empty text', ''],
    ['the same line 200 times after another', `a\n${'foo\n'.repeat(200)}`],
    ['150 blank lines', `a();\n${'\n'.repeat(150)}b();\n`],
    ['a sudoku table', '5 3 . . 7 . . . .\n'.repeat(150)],
    ['ASCII art', `${'#'.repeat(120)}\n`.repeat(100)],
    ['a repetition that ended', `${'foo\n'.repeat(500)}bar\n`],
    ['a rule of 10,000 hyphens', `// ${'-'.repeat(10_000)}`],
    ['numbered lines', Array.from({ length: 3000 }, (_, index) => `const a${index} = ${index};`).join('\n')],
    [
      'JSON of equal rows with ids',
      JSON.stringify(Array.from({ length: 2000 }, (_, id) => ({ id, ok: true }))),
    ],
    [
      'a style sheet of rules that are alike',
      Array.from({ length: 900 }, (_, index) => `.m-${index} {\n  margin: ${index}px;\n}\n`).join('\n'),
    ],
    [
      'CSS keyframes',
      Array.from({ length: 400 }, (_, index) => `  ${index / 4}% { transform: none; opacity: 1; }`).join(
        '\n',
      ),
    ],
  ])('S43 is false for %s', (_, text) => {
    expect(isRunaway(text)).toBe(false);
  });

  test('draws the line at pieces of 400 characters', () => {
    const piece = Array.from({ length: 100 }, (_, index) => String(1000 + index)).join('');
    expect(isRunaway(piece.repeat(50))).toBe(true);
    expect(isRunaway(`${piece}-`.repeat(50))).toBe(false);
  });

  test('finds every round of at most 400 characters, and no other', () => {
    const goesRound = (window: string) =>
      Array.from({ length: 400 }, (_, index) => index + 1).some(
        (period) => window.slice(period) === window.slice(0, -period),
      );
    const pieces = fc.array(fc.constantFrom('a', 'ab', 'aba', 'b'), { minLength: 1, maxLength: 250 });
    fc.assert(
      fc.property(pieces, fc.nat({ max: 30_000 }), fc.boolean(), (list, at, isBroken) => {
        const text = list.join('').repeat(Math.ceil(30_000 / list.join('').length));
        const shown = isBroken ? `${text.slice(0, at)}c${text.slice(at)}` : text;
        expect(isRunaway(shown)).toBe(goesRound(shown.slice(-20_000)));
      }),
    );
  });

  test('S43 stops a model that writes one line for ever within 2 kB', () => {
    let text = '';
    while (!isRunaway(text)) text += 'foo\n'.repeat(25);
    expect(text.length).toBeLessThan(2_000);
  });

  test('is false at every few kB of real files, minified code and tables among them', () => {
    const files = realFiles();
    expect(files.length).toBeGreaterThan(100);
    for (const path of files) {
      const text = readFileSync(path, 'utf8').slice(0, 400_000);
      for (let end = 4_096; end < text.length + 4_096; end += 4_096) {
        if (isRunaway(text.slice(0, end))) expect.fail(`${path} at ${end}`);
      }
    }
  });

  test('takes less than a millisecond even where the whole window has to be read', () => {
    const text = 'a'.repeat(1_000_000);
    const tenCalls = () => {
      for (let round = 0; round < 10; round += 1) isRunaway(text);
    };
    // The quickest ten: the tests before this one leave much to clear away, and that falls into some other ten.
    const times = Array.from({ length: 6 }, () => cpuTime(tenCalls));
    expect(Math.min(...times) / 10).toBeLessThan(1);
  });
});

function fileOf(length: number): string {
  return readFileSync(join('node_modules', 'zod', 'v4', 'core', 'schemas.js'), 'utf8').slice(0, length);
}

function realFiles(): string[] {
  return ['zod', 'fast-check', 'vite', 'vitest', 'picomatch', 'ajv', 'undici', 'parse5', 'micromark'].flatMap(
    (name) => filesBelow(join('node_modules', name)),
  );
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:[cm]?js|css|json|md|ts|html)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .slice(0, 60);
  } catch {
    return [];
  }
}
