import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startWatch } from '../../src/model/watch.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Watches for so many seconds while an endpoint does something every ten. */
function watchFor(seconds: number, happens: { byte: boolean; word: boolean }, idleTimeoutMs = 120_000) {
  const watch = startWatch(idleTimeoutMs);
  for (let past = 0; past < seconds && watch.expired === null; past += 10) {
    vi.advanceTimersByTime(10_000);
    if (happens.byte) watch.beat();
    if (happens.word) watch.progress();
  }
  return watch;
}

describe('a reply is given up', () => {
  test.each([
    [
      'after the idle timeout without a byte',
      120,
      false,
      false,
      'IdleTimeoutError: The endpoint sent nothing for 120 s.',
    ],
    [
      'after five of them without a word',
      600,
      true,
      false,
      'IdleTimeoutError: The endpoint kept the line open for 600 s without a word.',
    ],
    [
      'after two hours, whatever comes',
      7_200,
      true,
      true,
      'TooSlowError: The reply was not whole after 7200 s.',
    ],
  ])('S42 %s', (_, seconds, byte, word, says) => {
    expect(watchFor(seconds - 10, { byte, word }).expired).toBeNull();
    const { expired, signal } = watchFor(seconds, { byte, word });
    expect(String(expired)).toBe(says);
    expect(signal.reason).toBe(expired);
  });

  test('never before its time, however long the idle timeout is', () => {
    const { expired } = watchFor(1_000_000, { byte: true, word: true }, 2 ** 31 - 1);
    expect(expired).toBeNull();
  });

  test('and leaves no timer behind', () => {
    startWatch(1_000).stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
