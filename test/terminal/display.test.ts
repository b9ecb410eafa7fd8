import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RateLimitedError } from '../../src/model/errors.js';
import type { DevelopEvent, Plan } from '../../src/smol/events.js';
import {
  advance,
  type Call,
  callLine,
  countLines,
  type Display,
  liveDisplay,
  liveLines,
  noProgress,
  type Progress,
  plainDisplay,
  size,
} from '../../src/terminal/display.js';
import type { Output } from '../../src/terminal/world.js';
import { Recorder } from './world.js';

const now = () => performance.now();

/** Up so many lines, then clear to the end of the screen. */
const ERASE = new RegExp(`${'\u001b'}\\[(\\d+)A\r${'\u001b'}\\[J`);

/** What a terminal shows after these bytes: it knows line feeds, colours and the erasing above. */
function screenOf(bytes: string): string[] {
  const [first = '', ...rest] = bytes.split(ERASE);
  const lines = first.split('\n').slice(0, -1);
  for (let index = 0; index < rest.length; index += 2) {
    lines.length -= Number(rest[index]);
    lines.push(...(rest[index + 1] ?? '').split('\n').slice(0, -1));
  }
  return lines.map((line) => stripVTControlCharacters(line));
}

function live(): { display: Display; output: Recorder } {
  const output = new Recorder(true);
  return { display: liveDisplay(output as Output, now), output };
}

describe('the live display', () => {
  test('draws what goes on in place, and leaves what has ended', async () => {
    const { display, output } = live();
    display.take({ type: 'file.start', path: 'a.js' });
    display.take({ type: 'file.start', path: 'b.js' });
    await delay(150);
    expect(screenOf(output.text)).toEqual([
      '· a.js  waiting for the first token',
      '· b.js  waiting for the first token',
      'Planning',
    ]);
    display.take({ type: 'file.done', path: 'a.js', content: 'x\n', reused: false });
    display.say('! a note');
    await delay(150);
    expect(screenOf(output.text)).toEqual([
      '✓ a.js    1 line',
      '! a note',
      '· b.js  waiting for the first token',
      'Planning',
    ]);
    display.stop();
    expect(screenOf(output.text)).toEqual(['✓ a.js    1 line', '! a note']);
  });

  test('draws at most ten times a second, however fast the text comes', async () => {
    const { display, output } = live();
    display.take({ type: 'file.start', path: 'a.js' });
    const begin = now();
    while (now() - begin < 550) {
      display.take({ type: 'file.delta', path: 'a.js', text: 'text' });
      await delay(1);
    }
    display.stop();
    const drawn = output.writes.length - 1;
    expect(drawn).toBeGreaterThanOrEqual(2);
    expect(drawn).toBeLessThanOrEqual(6);
  });

  test('is still when nothing changes, and after it was stopped', async () => {
    const { display, output } = live();
    display.take({ type: 'file.start', path: 'a.js' });
    await delay(350);
    expect(output.writes).toHaveLength(1);
    display.stop();
    const { text } = output;
    display.take({ type: 'file.delta', path: 'a.js', text: 'x' });
    await delay(150);
    expect(output.text).toBe(text);
  });
});

describe('the plain display', () => {
  test('has one line for each file that ended or is tried again, and nothing for reused ones', () => {
    const output = new Recorder();
    const display = plainDisplay(output as Output, now);
    display.take({ type: 'file.start', path: 'a.js' });
    display.take({
      type: 'plan.retry',
      retry: { attempt: 1, waitMs: 500, error: new RateLimitedError('Slow down.') },
    });
    display.take({ type: 'file.delta', path: 'a.js', text: 'x\n' });
    display.take({ type: 'file.done', path: 'a.js', content: 'x\n', reused: false });
    display.take({ type: 'file.done', path: 'b.js', content: 'x\n', reused: true });
    display.take({ type: 'file.failed', path: 'c.js', error: new Error('no') });
    display.take({ type: 'file.unchanged', path: 'd.js' });
    display.stop();
    expect(output.text).toBe(
      '· plan  Slow down. Again in 0.5 s.\n✓ a.js    1 line       2 B\n✗ c.js  no\n✓ d.js  stays as it is\n',
    );
  });
});

const planOf = (count: number): Plan => ({
  text: '',
  title: '',
  files: Array.from({ length: count }, (_, index) => ({
    path: `${index}.js`,
    lines: 1,
    description: '',
    uses: [],
    setAside: null,
    action: 'add' as const,
    from: null,
  })),
  refused: [],
  replies: [],
});

/** Events with the milliseconds at which they come. */
function progressAfter(...events: [number, DevelopEvent][]): Progress {
  return events.reduce((progress, [at, event]) => advance(progress, event, at), noProgress());
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
    expect(callLine(call, 7000)).toBe('› a.js               300 B    150 B/s');
    const done = advance(
      progress,
      { type: 'file.done', path: 'a.js', content: 'one\ntwo\n', reused: false },
      8000,
    );
    expect(callLine(done.calls.get('a.js') as Call, 99_000)).toBe('✓ a.js    2 lines    300 B    100 B/s');
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
    expect(callLine(again.calls.get('a.js') as Call, 7000)).toBe('› a.js                 2 B      2 B/s');
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

describe('the size of a text', () => {
  test.each([
    [0, '0 B'],
    [999.4, '999 B'],
    [999.6, '1.0 kB'],
    [5000, '5.0 kB'],
    [10_292, '10.3 kB'],
  ])('%d is %s', (bytes, shown) => {
    expect(size(bytes)).toBe(shown);
  });

  test('is counted in bytes of UTF-8', () => {
    const progress = progressAfter([0, { type: 'file.delta', path: 'a.js', text: 'aé日' }]);
    expect(progress.calls.get('a.js')?.bytes).toBe(6);
  });
});

describe('the live lines', () => {
  test('stand in columns under the longest path of the plan, as far as there is room', () => {
    const files = ['a.js', 'src/日本.js', 'src/a/very/long/path/of/a/file.js'].map((path) => ({
      path,
      lines: 1,
      description: '',
      uses: [],
      setAside: null,
      action: 'add' as const,
      from: null,
    }));
    const plan = { text: '', title: '', files, refused: [], replies: [] };
    const progress = progressAfter(
      [0, { type: 'plan.done', plan, reused: false }],
      [0, { type: 'file.delta', path: 'a.js', text: 'x'.repeat(950) }],
      [0, { type: 'file.delta', path: 'src/日本.js', text: 'x'.repeat(5000) }],
      [0, { type: 'file.delta', path: 'src/a/very/long/path/of/a/file.js', text: 'x'.repeat(10_292) }],
    );
    expect(liveLines(progress, 10_000, { columns: 80, rows: 20 })).toEqual([
      '› a.js                                            950 B     95 B/s',
      '› src/日本.js                                    5.0 kB    500 B/s',
      '› src/a/very/long/path/of/a/file.js             10.3 kB   1.0 kB/s',
      '0 of 3 files · 1.6 kB/s',
    ]);
    expect(liveLines(progress, 10_000, { columns: 50, rows: 20 })).toEqual([
      '› a.js                            950 B     95 B/s',
      '› src/日本.js                    5.0 kB    500 B/s',
      '› src/a/very/long/path/of/a/file.js             1…',
      '0 of 3 files · 1.6 kB/s',
    ]);
  });

  test('count the time of the files from the first one, not the time in which a person thinks', () => {
    const progress = progressAfter(
      [0, { type: 'plan.start' }],
      [5000, { type: 'plan.done', plan: planOf(2), reused: false }],
      [60_000, { type: 'file.start', path: '0.js' }],
    );
    expect(liveLines(progress, 74_900, { columns: 80, rows: 20 }).at(-1)).toBe('0 of 2 files · 14 s');
  });

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
      '› 1.js               500 B    500 B/s',
      '· 2.js  waiting for the first token',
      '1 of 3 files · 1 s · 500 B/s',
    ]);
  });

  test('say that a plan is made', () => {
    expect(liveLines(progressAfter([0, { type: 'plan.start' }]), 100, { columns: 80, rows: 20 })).toEqual([
      '· plan  waiting for the first token',
      'Planning',
    ]);
  });

  test('are none before and after', () => {
    expect(liveLines(noProgress(), 0, { columns: 80, rows: 20 })).toEqual([]);
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
