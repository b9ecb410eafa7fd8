import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWorkload, workOf } from '../../bench/workload.js';
import { checkContent } from '../../src/smol/content.js';
import { readPlan } from '../../src/smol/plan.js';
import { isRunaway } from '../../src/smol/repetition.js';
import { unwrap } from '../../src/smol/unwrap.js';

describe('a workload', () => {
  test('is the same for the same seed, and another for another', () => {
    expect(createWorkload({ count: 8, seed: 1 })).toEqual(createWorkload({ count: 8, seed: 1 }));
    expect(createWorkload({ count: 8, seed: 1 })).not.toEqual(createWorkload({ count: 8, seed: 2 }));
  });

  test('has the sizes that it is asked for', () => {
    const work = workOf(
      createWorkload({ count: 64, seed: 3, promptTokens: 100, planTokens: 2_000, fileTokens: [300, 310] }),
    );
    expect(work).toMatchObject({ promptTokens: 100, planTokens: 2_000 });
    expect(Math.min(...work.fileTokens)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...work.fileTokens)).toBeLessThanOrEqual(310);
  });

  test('has a plan of 600 tokens, or of 25 a file when that cannot name them', () => {
    expect(workOf(createWorkload({ count: 8, seed: 1 })).planTokens).toBe(600);
    expect(workOf(createWorkload({ count: 64, seed: 1 })).planTokens).toBe(1_800);
  });

  test('has a plan that lists every file, the longest first', () => {
    const { plan, files } = createWorkload({ count: 40, seed: 2 });
    const read = readPlan(plan, { protectedPaths: [], maxFiles: 40 });
    if ('unreadable' in read) throw new Error(read.unreadable);
    const paths = read.files.map(({ path }) => path);
    expect([...paths].sort()).toEqual(Object.keys(files).sort());
    const sizes = paths.map((path) => files[path]?.length ?? 0);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    for (const file of read.files) expect(file.lines).toBe((files[file.path]?.split('\n').length ?? 0) - 1);
  });

  test('has files and a plan that arrive as they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 20, max: 6_000 }), (seed, tokens) => {
        const { files, plan } = createWorkload({ count: 1, seed, fileTokens: [tokens, tokens] });
        expect(isRunaway(plan)).toBe(false);
        for (const [path, content] of Object.entries(files)) {
          expect(checkContent(unwrap(content, path), path)).toEqual({ kind: 'ok', content });
          expect(isRunaway(content)).toBe(false);
        }
      }),
    );
  });
});
