import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateLimitedError } from '../../src/model/errors.js';
import type { DevelopEvent, Plan } from '../../src/smol/events.js';
import {
  advance,
  type Call,
  callLine,
  countLines,
  liveLines,
  NO_PROGRESS,
  type Progress,
} from '../../src/terminal/progress.js';

const planOf = (count: number): Plan => ({
  text: '',
  title: '',
  files: Array.from({ length: count }, (_, index) => ({
    path: `${index}.js`,
    lines: 1,
    description: '',
    uses: [],
    setAside: null,
  })),
  refused: [],
});

/** Events with the milliseconds at which they come. */
function progressAfter(...events: [number, DevelopEvent][]): Progress {
  return events.reduce((progress, [at, event]) => advance(progress, event, at), NO_PROGRESS);
}

const retry = { attempt: 1, waitMs: 4000, error: new RateLimitedError('The endpoint is busy.') };

describe('a call', () => {
  test('has a rate from its first token on', () => {
    const progress = progressAfter(
      [0, { type: 'file.start', path: 'a.js' }],
      [5000, { type: 'file.delta', path: 'a.js', text: 'x'.repeat(100) }],
      [6000, { type: 'file.delta', path: 'a.js', text: 'x'.repeat(200) }],
    );
    const call = progress.calls.get('a.js') as Call;
    expect(callLine(call, 7000)).toBe('› a.js  300 characters, 150/s');
    const done = advance(
      progress,
      { type: 'file.done', path: 'a.js', content: 'one\ntwo\n', reused: false },
      8000,
    );
    expect(callLine(done.calls.get('a.js') as Call, 99_000)).toBe('✓ a.js  2 lines, 300 characters, 100/s');
  });

  test('begins anew when it is tried again, and says why', () => {
    const progress = progressAfter(
      [0, { type: 'file.start', path: 'a.js' }],
      [1000, { type: 'file.delta', path: 'a.js', text: 'void' }],
      [2000, { type: 'file.retry', path: 'a.js', retry }],
    );
    expect(callLine(progress.calls.get('a.js') as Call, 2000)).toBe(
      '· a.js  The endpoint is busy. Again in 4.0 s.',
    );
    const again = advance(progress, { type: 'file.delta', path: 'a.js', text: 'ab' }, 6000);
    expect(callLine(again.calls.get('a.js') as Call, 7000)).toBe('› a.js  2 characters, 2/s');
  });

  test('that failed says why, in printable words', () => {
    const progress = progressAfter(
      [0, { type: 'file.start', path: 'a.js' }],
      [1000, { type: 'file.failed', path: 'a.js', error: new Error('no \u001b[2J\nmore') }],
    );
    expect(callLine(progress.calls.get('a.js') as Call, 1000)).toBe('✗ a.js  no ␛[2J more');
  });

  test.each([
    ['', 0],
    ['a', 1],
    ['a\n', 1],
    ['a\nb', 2],
    ['\n\n', 2],
  ])('counts the lines of %j', (text, lines) => {
    expect(countLines(text)).toBe(lines);
  });
});

describe('the live lines', () => {
  test('show what goes on and how far the run is', () => {
    const progress = progressAfter(
      [0, { type: 'plan.start' }],
      [0, { type: 'plan.delta', text: '# Plan' }],
      [10, { type: 'plan.done', plan: planOf(3), reused: false }],
      [20, { type: 'file.done', path: '0.js', content: 'x', reused: true }],
      [20, { type: 'file.start', path: '1.js' }],
      [20, { type: 'file.start', path: '2.js' }],
      [1000, { type: 'file.delta', path: '1.js', text: 'x'.repeat(500) }],
    );
    expect(liveLines(progress, 2000, { columns: 80, rows: 20 })).toEqual([
      '› 1.js  500 characters, 500/s',
      '· 2.js  waiting for the first token',
      '1 of 3 files, 500 characters/s',
    ]);
  });

  test('say that a plan is made', () => {
    expect(liveLines(progressAfter([0, { type: 'plan.start' }]), 100, { columns: 80, rows: 20 })).toEqual([
      '· plan  waiting for the first token',
      'Planning',
    ]);
  });

  test('are none before and after', () => {
    expect(liveLines(NO_PROGRESS, 0, { columns: 80, rows: 20 })).toEqual([]);
    const over = progressAfter(
      [0, { type: 'file.start', path: 'a.js' }],
      [1, { type: 'file.done', path: 'a.js', content: '', reused: false }],
    );
    expect(liveLines(over, 0, { columns: 80, rows: 20 })).toEqual([]);
  });

  test('count what there is no room for', () => {
    let progress = progressAfter([0, { type: 'plan.done', plan: planOf(9), reused: true }]);
    for (let index = 0; index < 9; index += 1)
      progress = advance(progress, { type: 'file.start', path: `${index}.js` }, 0);
    const lines = liveLines(progress, 0, { columns: 80, rows: 5 });
    expect(lines).toHaveLength(5);
    expect(lines.slice(-2)).toEqual(['  and 6 more', '0 of 9 files']);
  });

  test('never pass the size of the terminal', () => {
    const size = fc.record({
      columns: fc.integer({ min: 1, max: 60 }),
      rows: fc.integer({ min: 0, max: 8 }),
    });
    fc.assert(
      fc.property(size, fc.integer({ min: 0, max: 12 }), ({ columns, rows }, active) => {
        let progress = progressAfter([0, { type: 'plan.done', plan: planOf(12), reused: true }]);
        for (let index = 0; index < active; index += 1) {
          progress = advance(progress, { type: 'file.start', path: `src/deep/folder/${index}.js` }, 0);
        }
        const lines = liveLines(progress, 0, { columns, rows });
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) expect([...line].length).toBeLessThanOrEqual(columns);
      }),
    );
  });
});
