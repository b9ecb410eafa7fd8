import { describe, expect, test } from 'vitest';
import {
  BrokenReplyError,
  CreditExhaustedError,
  IdleTimeoutError,
  RateLimitedError,
} from '../../src/model/errors.js';
import { Gate } from '../../src/model/limits.js';
import type { Retry } from '../../src/model/port.js';
import { callersFault, type RetryLayer, withRetries } from '../../src/model/retry.js';
import { type VirtualTime, virtualTime } from './virtual-time.js';

type Setup = { time: VirtualTime; layer: RetryLayer; retries: Retry[]; attempts: () => number };

/** Runs a call whose attempts fail as listed, then succeed. */
function setup(errors: unknown[], random = 0.5) {
  const time = virtualTime();
  const gate = new Gate({ width: 64, now: time.now, sleep: time.sleep });
  const layer = { gate, clock: time.now, sleep: time.sleep, random: () => random, secret: null };
  const retries: Retry[] = [];
  let attempts = 0;
  const state: Setup = { time, layer, retries, attempts: () => attempts };
  const call = (signal = new AbortController().signal) =>
    withRetries(
      async () => {
        const error = errors[attempts];
        attempts += 1;
        if (error !== undefined) throw error;
        return 'good';
      },
      { ticket: 0, signal, onRetry: (retry) => retries.push(retry) },
      layer,
    );
  return { ...state, call };
}

function answered(status: number, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(`${status}`), { status, headers: new Headers(headers) });
}

describe('the retry layer', () => {
  test('S41 waits a random time that grows from one second to 2^n seconds', async () => {
    const { call, time, attempts } = setup(Array(5).fill(answered(503)));
    expect(await time.run(call())).toBe('good');
    expect(attempts()).toBe(6);
    expect(time.waits).toEqual([1_500, 2_500, 4_500, 8_500, 16_500]);
  });

  test('the least wait is a second, whatever the dice say', async () => {
    const { call, time } = setup([answered(500), answered(500)], 0);
    await time.run(call());
    expect(time.waits).toEqual([1_000, 1_000]);
  });

  test('S41 gives up after six attempts, with the last error', async () => {
    const { call, time, attempts, retries } = setup(Array(9).fill(answered(502)));
    await expect(time.run(call())).rejects.toThrow('The endpoint failed (502).');
    expect(attempts()).toBe(6);
    expect(retries.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
  });

  test('S41 takes the time that the server names instead of its own', async () => {
    const { call, time, retries } = setup([answered(503, { 'retry-after': '7' })]);
    await time.run(call());
    expect(time.waits).toEqual([7_000]);
    expect(retries).toMatchObject([{ attempt: 1, waitMs: 7_000 }]);
  });

  test('S41 makes exactly one request when no waiting mends it', async () => {
    const error = Object.assign(answered(429, { 'retry-after': '1' }), {
      error: { code: 'insufficient_quota' },
    });
    const { call, time, attempts, retries } = setup([error]);
    await expect(time.run(call())).rejects.toBeInstanceOf(CreditExhaustedError);
    expect(attempts()).toBe(1);
    expect(time.waits).toEqual([]);
    expect(retries).toEqual([]);
  });

  test('S41 a rate limit is waited for as long as the server says, above a minute too', async () => {
    const { call, time, retries } = setup([answered(429, { 'retry-after': '120' })]);
    const began = time.now();
    await time.run(call());
    expect(time.now() - began).toBe(120_000);
    expect(retries).toMatchObject([{ attempt: 1, waitMs: 120_000 }]);
  });

  test('rate limits use up none of the six attempts', async () => {
    const { call, time, attempts } = setup([
      ...Array(20).fill(answered(429, { 'retry-after-ms': '10' })),
      ...Array(5).fill(answered(500)),
    ]);
    expect(await time.run(call())).toBe('good');
    expect(attempts()).toBe(26);
  });

  test('S41 but the thirty-first rate limit of one call is the end', async () => {
    const { call, time, attempts } = setup(Array(99).fill(answered(429, { 'retry-after': '1' })));
    await expect(time.run(call())).rejects.toBeInstanceOf(RateLimitedError);
    expect(attempts()).toBe(31);
  });

  test('a limit for hours is an error at once', async () => {
    const { call, time, attempts } = setup([answered(429, { 'retry-after': '26000' })]);
    await expect(time.run(call())).rejects.toBeInstanceOf(RateLimitedError);
    expect(attempts()).toBe(1);
  });

  test('S41 one refused call holds back all others', async () => {
    const time = virtualTime();
    const gate = new Gate({ width: 64, now: time.now, sleep: time.sleep });
    const layer = { gate, clock: time.now, sleep: time.sleep, random: () => 0.5, secret: null };
    const signal = new AbortController().signal;
    const began = time.now();
    let refused = false;
    const first = withRetries(
      async () => {
        if (refused) return;
        refused = true;
        throw answered(429, { 'retry-after': '30' });
      },
      { ticket: 0, signal },
      layer,
    );
    await new Promise(setImmediate);
    const second = withRetries(async () => time.now() - began, { ticket: 1, signal }, layer);
    const [, startedAt] = await time.run(Promise.all([first, second]));
    expect(startedAt).toBeGreaterThanOrEqual(30_000);
  });

  test('a silent endpoint is asked three times: every time costs minutes', async () => {
    const { call, time, attempts } = setup(Array(9).fill(new IdleTimeoutError('nothing')));
    await expect(time.run(call())).rejects.toBeInstanceOf(IdleTimeoutError);
    expect(attempts()).toBe(3);
  });

  test("an abort during a wait rejects at once with the signal's reason", async () => {
    const { call, time } = setup([new BrokenReplyError('cut')]);
    const stop = new AbortController();
    const reason = new Error('deadline');
    const running = call(stop.signal);
    await new Promise(setImmediate);
    stop.abort(reason);
    await expect(time.run(running)).rejects.toBe(reason);
  });

  test("the caller's own exception is passed on as it is, without another attempt", async () => {
    const bug = new TypeError('undefined is not a function');
    const { call, time, attempts } = setup([callersFault(bug)]);
    await expect(time.run(call())).rejects.toBe(bug);
    expect(attempts()).toBe(1);
  });
});
