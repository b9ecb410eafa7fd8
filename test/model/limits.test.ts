import { describe, expect, test } from 'vitest';
import { Gate } from '../../src/model/limits.js';
import { withRetries } from '../../src/model/retry.js';
import { virtualTime } from './virtual-time.js';

const NEVER = new AbortController().signal;

describe('the gate', () => {
  test('lets everybody through at once as long as no limit was met', async () => {
    const time = virtualTime();
    const gate = new Gate({ width: 64, now: time.now, sleep: time.sleep });
    await Promise.all(Array.from({ length: 64 }, (_, ticket) => gate.enter(ticket, NEVER)));
    expect(time.waits).toEqual([]);
  });

  test('holds more than its width back until a place is free', async () => {
    const time = virtualTime();
    const gate = new Gate({ width: 2, now: time.now, sleep: time.sleep });
    const first = await gate.enter(0, NEVER);
    await gate.enter(1, NEVER);
    let entered = false;
    const third = gate.enter(2, NEVER).then(() => {
      entered = true;
    });
    await new Promise(setImmediate);
    expect(entered).toBe(false);
    first.leave();
    first.leave();
    await third;
    expect(entered).toBe(true);
  });

  test('S41 after a refusal nobody starts before the time is over, and then one after the other', async () => {
    const time = virtualTime();
    const gate = new Gate({ width: 8, now: time.now, sleep: time.sleep });
    const slots = await Promise.all([0, 1, 2, 3].map((ticket) => gate.enter(ticket, NEVER)));
    const began = time.now();
    slots[3]?.refused(5_000, false);
    slots[3]?.leave();
    const starts = [3, 4, 5].map(async (ticket) => {
      const slot = await gate.enter(ticket, NEVER);
      slot.admitted();
      return time.now() - began;
    });
    const times = await time.run(Promise.all(starts));
    expect(times).toEqual([5_000, 5_200, 5_300]);
  });

  test('a call that is made again goes before those that came later', async () => {
    const time = virtualTime();
    const gate = new Gate({ width: 1, now: time.now, sleep: time.sleep });
    const running = await gate.enter(0, NEVER);
    const order: number[] = [];
    const waiting = [5, 3, 4].map(async (ticket) => {
      const slot = await gate.enter(ticket, NEVER);
      order.push(ticket);
      slot.leave();
    });
    running.leave();
    await Promise.all(waiting);
    expect(order).toEqual([3, 4, 5]);
  });

  test('an aborted wait rejects with the reason and leaves no timer behind', async () => {
    const time = virtualTime();
    const gate = new Gate({ width: 1, now: time.now, sleep: time.sleep });
    (await gate.enter(0, NEVER)).refused(3_600_000, false);
    const stop = new AbortController();
    const reason = new Error('the run is over');
    const waiting = gate.enter(1, stop.signal);
    stop.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await expect(gate.enter(2, stop.signal)).rejects.toBe(reason);
    await expect(time.run(new Promise(() => {}))).rejects.toThrow('for nothing');
  });
});

/**
 * A provider in virtual time: a bucket of tokens a minute (full at the start, charged at admission), requests a
 * minute, places at the same time. First token after 0.5 s, then 80 tokens a second.
 */
type Provider = { tokens?: number; requests?: number; places?: number; says: 'seconds' | 'nothing' };

type Outcome = { seconds: number; least: number; refusals: number; failed: number };

async function simulate(files: number, provider: Provider, seed: number): Promise<Outcome> {
  const time = virtualTime();
  const random = generator(seed);
  const sizes = Array.from({ length: files }, () => 300 + random() * 2_200).sort((a, b) => b - a);
  const began = time.now();
  const perMs = (perMinute: number | undefined) => (perMinute ?? Number.POSITIVE_INFINITY) / 60_000;
  let tokens = provider.tokens ?? Number.POSITIVE_INFINITY;
  let requests = provider.requests ?? Number.POSITIVE_INFINITY;
  let counted = began;
  let running = 0;
  let refusals = 0;

  const admit = (need: number): void => {
    const passed = time.now() - counted;
    counted = time.now();
    tokens = Math.min(provider.tokens ?? tokens, tokens + passed * perMs(provider.tokens));
    requests = Math.min(provider.requests ?? requests, requests + passed * perMs(provider.requests));
    const waits = [0, (need - tokens) / perMs(provider.tokens), (1 - requests) / perMs(provider.requests)];
    if (running >= (provider.places ?? files)) waits.push(1_000);
    const wait = Math.max(...waits.filter(Number.isFinite));
    if (wait > 0) {
      refusals += 1;
      const headers = new Headers(
        provider.says === 'seconds' ? { 'retry-after': `${Math.ceil(wait / 1_000)}` } : {},
      );
      throw Object.assign(new Error('429'), { status: 429, headers });
    }
    tokens -= need;
    requests -= 1;
    running += 1;
  };

  const gate = new Gate({ width: 64, now: time.now, sleep: time.sleep });
  const layer = { gate, clock: time.now, sleep: time.sleep, random, secret: null };
  const calls = sizes.map((size, ticket) =>
    withRetries(
      async (admitted) => {
        await time.sleep(60);
        admit(1_200 + size);
        await time.sleep(500);
        admitted();
        await time.sleep((size / 80) * 1_000);
        running -= 1;
      },
      { ticket, signal: NEVER },
      layer,
    ),
  );
  const results = await time.run(Promise.allSettled(calls));
  return {
    seconds: (time.now() - began) / 1_000,
    least: leastSeconds(sizes, provider),
    refusals,
    failed: results.filter(({ status }) => status === 'rejected').length,
  };
}

/** No schedule is faster: the longest file; what the bucket lacks, then the shortest file; all work on all places. */
function leastSeconds(sizes: readonly number[], { tokens, requests, places }: Provider): number {
  const seconds = sizes.map((size) => 0.56 + size / 80);
  const needed = sizes.reduce((sum, size) => sum + size + 1_200, 0);
  const bounds = [Math.max(...seconds)];
  if (tokens !== undefined) bounds.push((needed - tokens) / (tokens / 60) + Math.min(...seconds));
  if (requests !== undefined) bounds.push((sizes.length - requests) / (requests / 60) + Math.min(...seconds));
  if (places !== undefined) bounds.push(seconds.reduce((sum, one) => sum + one, 0) / places);
  return Math.max(...bounds);
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

describe('many calls at a provider with limits', () => {
  test.each<[string, number, Provider, number]>([
    ['30,000 tokens a minute, 16 files', 16, { tokens: 30_000, says: 'seconds' }, 1.1],
    ['30,000 tokens a minute, 64 files', 64, { tokens: 30_000, says: 'seconds' }, 1.1],
    ['30,000 tokens a minute, 64 files, no times told', 64, { tokens: 30_000, says: 'nothing' }, 1.1],
    ['120,000 tokens a minute, 64 files', 64, { tokens: 120_000, says: 'seconds' }, 1.1],
    ['10 requests a minute, 2 at once, 16 files', 16, { requests: 10, places: 2, says: 'seconds' }, 1.1],
    ['8 at once, 64 files', 64, { places: 8, says: 'seconds' }, 1.1],
    ['8 at once, 64 files, no times told', 64, { places: 8, says: 'nothing' }, 1.1],
    ['no limit that binds, 64 files', 64, { tokens: 1_000_000, says: 'seconds' }, 1.001],
  ])(
    '%s: every file arrives, in little more than the least possible time',
    async (_, files, provider, ratio) => {
      for (const seed of [1, 2, 3]) {
        const { seconds, least, failed } = await simulate(files, provider, seed);
        expect(failed).toBe(0);
        expect(seconds / least).toBeLessThanOrEqual(ratio);
      }
    },
  );

  test('the provider is asked in vain about once for each file that had to wait, not once for each waiting file', async () => {
    const { refusals } = await simulate(64, { tokens: 30_000, says: 'seconds' }, 1);
    expect(refusals).toBeLessThan(2.5 * 64);
  });
});
