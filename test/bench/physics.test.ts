import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  billed,
  cacheable,
  createDoor,
  limitSeconds,
  secondsToFirstToken,
  secondsToWrite,
  tokensWritten,
} from '../../bench/physics.js';

describe('the time of one request', () => {
  test('is half a second, then 10,000 uncached tokens a second, then 80 tokens a second', () => {
    expect(secondsToFirstToken(0)).toBe(0.5);
    expect(secondsToFirstToken(5_000)).toBe(1);
    expect(secondsToFirstToken(5_000, 2)).toBe(2.5);
    expect(secondsToWrite(120)).toBe(1.5);
  });

  test('makes each token due at its own moment, not before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (tokens) => {
        expect(tokensWritten(secondsToWrite(tokens))).toBe(tokens);
        expect(tokensWritten(secondsToWrite(tokens) - 0.001)).toBe(tokens - 1);
      }),
    );
  });
});

describe('the prompt cache', () => {
  test.each([
    [0, 0],
    [1_023, 0],
    [1_024, 1_024],
    [1_151, 1_024],
    [1_152, 1_152],
  ])('of %i shared tokens it holds %i', (shared, held) => {
    expect(cacheable(shared)).toBe(held);
  });

  test('makes a token cost a tenth', () => {
    expect(billed(10_000, 8_000)).toBe(2_800);
  });
});

describe('the physical limit', () => {
  // Worked out by hand. The plan: 0.5 + (150 + 400) / 10,000 + 600 / 80 = 8.055. A file of 800 tokens shares
  // 150 + 400 + 600 = 1,150 tokens, of which 1,024 are cached: 0.5 + (1,150 + 60 - 1,024) / 10,000 + 10 = 10.5186.
  const work = { promptTokens: 400, planTokens: 600, fileTokens: [800] };

  test('is the plan, then the longest file', () => {
    expect(limitSeconds(work)).toBeCloseTo(18.5736, 6);
    expect(limitSeconds({ ...work, fileTokens: [400, 800, 720] })).toBeCloseTo(18.5736, 6);
  });

  test('is the plan, then all files shared between the places, when there are few', () => {
    const fileTokens = Array.from({ length: 16 }, () => 800);
    expect(limitSeconds({ ...work, fileTokens }, { atOnce: 2 })).toBeCloseTo(8.055 + 8 * 10.5186, 6);
  });

  test('waits for the minute to bring the tokens of the last file, and then for that file', () => {
    // 2,700 tokens a minute are 45 a second. The plan took 1,150 and brought 362.475 back: 1,912.475 are left.
    // The first file takes 1,210 + 800 = 2,010, so it waits (2,010 - 1,912.475) / 45 = 2.167 s. The second needs
    // 4,020 in all: it starts after (4,020 - 1,912.475) / 45 = 46.834 s.
    const limits = { tokensPerMinute: 2_700 };
    expect(limitSeconds(work, limits)).toBeCloseTo(18.5736 + 2.1672, 3);
    expect(limitSeconds({ ...work, fileTokens: [800, 800] }, limits)).toBeCloseTo(18.5736 + 46.8339, 3);
  });

  test('waits for the minute to bring the last request', () => {
    // Of 2 requests a minute the plan takes one and brings 0.2685 back: the third file lacks 1.7315, at 30 s each.
    const limits = { requestsPerMinute: 2 };
    expect(limitSeconds({ ...work, fileTokens: [800, 800, 800] }, limits)).toBeCloseTo(18.5736 + 51.945, 3);
  });

  test('is never less with a limit than without', () => {
    const limits = fc.record({
      tokensPerMinute: fc.integer({ min: 1_000, max: 1_000_000 }),
      requestsPerMinute: fc.integer({ min: 1, max: 100 }),
      atOnce: fc.integer({ min: 1, max: 64 }),
    });
    const files = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 64 });
    fc.assert(
      fc.property(files, limits, (fileTokens, some) => {
        expect(limitSeconds({ ...work, fileTokens }, some)).toBeGreaterThanOrEqual(
          limitSeconds({ ...work, fileTokens }),
        );
      }),
    );
  });
});

describe('the door', () => {
  test('is open without limits', () => {
    expect(createDoor({}, 0).enter(1_000_000, 0)).toEqual({ admitted: true });
  });

  test('lets a full minute of tokens in at once, and then says how long it takes', () => {
    const door = createDoor({ tokensPerMinute: 600 }, 0);
    expect(door.enter(500, 0)).toEqual({ admitted: true });
    expect(door.enter(300, 0)).toEqual({ admitted: false, waitSeconds: 20 });
    expect(door.enter(300, 15)).toEqual({ admitted: false, waitSeconds: 5 });
    expect(door.enter(300, 20)).toEqual({ admitted: true });
  });

  test('takes nothing for a request that it refuses', () => {
    const door = createDoor({ tokensPerMinute: 600, requestsPerMinute: 1 }, 0);
    door.enter(100, 0);
    expect(door.enter(100, 0)).toEqual({ admitted: false, waitSeconds: 60 });
    expect(door.enter(600, 60)).toEqual({ admitted: true });
  });

  test('holds no more than a minute, and lets in what is larger when it is full', () => {
    const door = createDoor({ tokensPerMinute: 600 }, 0);
    expect(door.enter(5_000, 3_600)).toEqual({ admitted: true });
  });

  test('does not know when a place will be free', () => {
    const door = createDoor({ atOnce: 1 }, 0);
    door.enter(10, 0);
    expect(door.enter(10, 1)).toEqual({ admitted: false, waitSeconds: null });
    door.leave();
    expect(door.enter(10, 1)).toEqual({ admitted: true });
  });
});
