import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlanPrinter } from '../../src/terminal/plan.js';
import type { Output } from '../../src/terminal/world.js';
import { Recorder } from './world.js';

const LONG = 'word '.repeat(30).trim();

function printed(isTTY: boolean, ...pieces: string[]): string {
  const output = new Recorder(isTTY);
  const printer = createPlanPrinter(output as Output);
  for (const piece of pieces) printer.write(piece);
  printer.end();
  return output.text;
}

const longest = (text: string) => Math.max(...text.split('\n').map((line) => line.length));

describe('a plan that is printed', () => {
  test('has no row wider than the terminal', () => {
    expect(longest(printed(true, `# Plan\n\n- ${LONG}\n${LONG}`))).toBeLessThanOrEqual(80);
  });

  test.each(['```', '````js', '~~~'])('is left alone between fences: %s', (fence) => {
    const end = fence.replace(/\w/g, '');
    const text = `${fence}\n${LONG}\n\`\`\n${LONG}\n${end}\n`;
    expect(printed(true, text)).toBe(text);
    expect(longest(printed(true, `${text}${LONG}\n`).slice(text.length))).toBeLessThanOrEqual(80);
  });

  test('does not take an inner fence for the end of an outer one', () => {
    const text = `\`\`\`\`md\n\`\`\`js\n${LONG}\n\`\`\`\n${LONG}\n\`\`\`\`\n`;
    expect(printed(true, text)).toBe(text);
  });

  test('is as it was written where nobody looks at it', () => {
    expect(printed(false, `# Plan\n\n\n- ${LONG}\n  two\u001b\n`)).toBe(`# Plan\n\n\n- ${LONG}\n  two␛\n`);
  });

  test('has one line feed at its end, whatever the model wrote', () => {
    for (const end of ['', '\n', '\n\n \n']) expect(printed(true, `# Plan${end}`)).toBe('# Plan\n');
    expect(printed(true)).toBe('');
  });

  test('is the same whatever pieces it comes in', () => {
    const text = fc.array(fc.constantFrom('- ', 'word ', '\n', '```', '   ', '日本 ', '~~~js'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.boolean(), (pieces, isTTY) => {
        expect(printed(isTTY, ...pieces)).toBe(printed(isTTY, pieces.join('')));
      }),
    );
  });

  test('begins anew after its end', () => {
    const output = new Recorder(true);
    const printer = createPlanPrinter(output as Output);
    printer.write('```\nbroken o');
    printer.end();
    printer.write(LONG);
    printer.end();
    expect(output.text.startsWith('```\nbroken o\n')).toBe(true);
    expect(longest(output.text)).toBeLessThanOrEqual(80);
  });
});
