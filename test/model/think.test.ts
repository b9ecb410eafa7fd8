import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createThinkFilter } from '../../src/model/think.js';
import { cpuTime } from '../support/cpu-time.js';

function filtered(pieces: readonly string[]): { shown: string[]; hidden: number } {
  const filter = createThinkFilter();
  const shown = [...pieces.map((piece) => filter.push(piece)), filter.end()];
  return { shown, hidden: filter.hidden };
}

describe('the filter for <think> blocks', () => {
  test.each([
    ['no block', 'Hello', 'Hello'],
    ['a block', '<think>hm</think>Hello', 'Hello'],
    ['white space around it', '\n <think>\nhm\n</think>\n\n  Hello', 'Hello'],
    ['an unclosed block', '<think>hm', ''],
    ['an empty block', '<think></think>Hello', 'Hello'],
    ['a second block is text', '<think>a</think>b<think>c</think>', 'b<think>c</think>'],
    ['a block in the middle is text', 'Use <think>x</think>', 'Use <think>x</think>'],
    ['the beginning of a tag only', '<thi', '<thi'],
    ['another tag', '<thing>x', '<thing>x'],
    ['nothing but white space', ' \n', ' \n'],
    ['white space before text stays', '\n  Hello', '\n  Hello'],
    ['nothing', '', ''],
  ])('%s', (_, text, reply) => {
    expect(filtered([text]).shown.join('')).toBe(reply);
  });

  test('it does not matter where the text is cut into pieces, and no reasoning is ever shown', () => {
    const text = '  <think>SECRET <thi </thin SECRET</think>\n\nHi <think>there</think>';
    fc.assert(
      fc.property(fc.array(fc.nat({ max: text.length })), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), text.length];
        const { shown, hidden } = filtered(edges.slice(1).map((end, index) => text.slice(edges[index], end)));
        expect(shown.join('')).toBe('Hi <think>there</think>');
        expect(hidden).toBe('SECRET <thi </thin SECRET'.length);
      }),
    );
  });

  test('a text without a block at its start comes out as it went in', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('<', '<th', 'ink>', '</think>', ' ', '\n'));
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        fc.pre(!text.trimStart().startsWith('<think>'));
        expect(filtered(pieces).shown.join('')).toBe(text);
      }),
    );
  });

  test('S43 white space without an end is passed on, and costs no time', () => {
    let shown = '';
    const time = cpuTime(() => {
      const filter = createThinkFilter();
      for (let index = 0; index < 200_000; index += 1) shown += filter.push(' ');
    });
    expect(shown).toHaveLength(200_000);
    expect(time).toBeLessThan(1_000);
  });
});
