import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { RateLimitedError } from '../../src/model/errors.js';
import { type Display, liveDisplay, plainDisplay } from '../../src/terminal/display.js';
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
      '✓ a.js  1 line',
      '! a note',
      '· b.js  waiting for the first token',
      'Planning',
    ]);
    display.stop();
    expect(screenOf(output.text)).toEqual(['✓ a.js  1 line', '! a note']);
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
    display.stop();
    expect(output.text).toBe(
      '· plan  Slow down. Again in 0.5 s.\n✓ a.js  1 line, 2 characters\n✗ c.js  no\n',
    );
  });
});
