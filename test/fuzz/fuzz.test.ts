import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hunt, type Target, target } from './hunt.js';
import { openTargets } from './targets.js';

/** The same cases every time. `npm run fuzz` looks for others. */
const SEED = 1;

describe('everything that reads another’s words', () => {
  let opened: Awaited<ReturnType<typeof openTargets>>;
  beforeAll(async () => {
    opened = await openTargets();
  }, 60_000);
  afterAll(() => opened.close());

  test('stands the first cases of a fixed seed', { timeout: 60_000 }, async () => {
    const { cases, findings } = await hunt(
      opened.targets,
      SEED,
      (batches) => batches < opened.targets.length,
    );
    expect(findings).toEqual([]);
    expect(cases).toBeGreaterThan(400);
  });
});

describe('the hunt', () => {
  const once = (found: Target) => hunt([found], SEED, (batches) => batches < 1);

  test('finds what does not hold, in its smallest form, and rests then', async () => {
    const wrong = target(
      'numbers',
      fc.nat(),
      (value) => value,
      (value) => expect(value).toBeLessThan(100),
    );
    const turns: number[] = [];
    const { cases, findings } = await hunt(
      [wrong],
      5,
      () => turns.length < 3,
      (_, seed) => void turns.push(seed),
    );
    expect(findings).toMatchObject([{ target: 'numbers', seed: 5, example: '100' }]);
    expect(turns).toEqual([5]);
    expect(cases).toBe(50);
  });

  test('takes each batch from a seed of its own, and the same seed for the same cases', async () => {
    const seen: number[][] = [];
    const watching = (list: number[]) =>
      target(
        'x',
        fc.nat(),
        (value) => void list.push(value),
        () => {},
      );
    for (const seed of [1, 1, 2]) {
      const list: number[] = [];
      seen.push(list);
      await hunt([watching(list)], seed, (batches) => batches < 2);
    }
    const [first = [], again, next = []] = seen;
    expect(again).toEqual(first);
    expect(next.slice(0, 50)).toEqual(first.slice(50));
    expect(first.slice(0, 50)).not.toEqual(first.slice(50));
  });

  test('finds what takes too long, what is thrown, and what nobody handles', async () => {
    const burn = () => {
      const before = process.cpuUsage();
      while (process.cpuUsage(before).user < 80_000);
    };
    const any = fc.constant(null);
    const slow = await once(target('slow', any, burn, () => {}, { batch: 1, slowMs: 20 }));
    expect(slow.findings[0]?.reason).toMatch(/It took \d+ ms/);
    const thrown = await once(
      target(
        'thrown',
        any,
        () => Promise.reject(new Error('no')),
        () => {},
      ),
    );
    expect(thrown.findings[0]?.reason).toContain('no');
    const loose = await once(
      target(
        'loose',
        any,
        () => void Promise.reject(new Error('lost')),
        () => {},
        { batch: 1 },
      ),
    );
    expect(loose.findings[0]?.reason).toContain('Nobody handles: Error: lost');
  });
});
