import { setTimeout as sleep } from 'node:timers/promises';
import type { Trial } from './crashes.js';
import { nameOf } from './modes.js';
import { seededOrder } from './order.js';
import { createRandom } from './random.js';
import { takeSnapshot } from './snapshot.js';
import type { Happening, Stage, TreatOf } from './stage.js';
import { phaseOf, type Verdict, verdictOf } from './verdict.js';

/** A run lasts about this long when the model takes no time: the second process starts somewhere in it. Milliseconds. */
const HEAD_START_MS = 700;

export type RaceOptions = {
  readonly seed: number;
  /** The event of the other run, where it is not the same. */
  readonly other?: (stage: Stage) => Promise<Happening>;
  /** Whether one of the two is killed at one of so many requests; 0: none is. */
  readonly killedWithin: number;
};

/**
 * Two runs at once, for one event or for two, as when a label is put on twice and no concurrency group holds the second back. All
 * that holds after a crash holds right after them, if both come to their end; then once more after a run in peace.
 */
export async function race(
  { open, invariants, atOnce: early = invariants }: Trial,
  { seed, other, killedWithin }: RaceOptions,
): Promise<Verdict> {
  const random = createRandom(seed);
  const stage = await open();
  try {
    const happening = await other?.(stage);
    const before = await takeSnapshot(stage.github);
    const treat = seededOrder(random, 2);
    const hits: string[] = [];
    const first = stage.start(treat(0));
    await sleep(random.below(HEAD_START_MS));
    const last = 1 + random.below(killedWithin);
    const second = killedWithin === 0 ? treat(1) : killedAt(last, treat(1), hits);
    const raced = await phaseOf(stage, [first, stage.start(second, 1, happening)]);
    const atOnce = killedWithin > 0 ? [] : verdictOf(stage, { before, phases: [raced] }, [], early).broken;
    const calm = await phaseOf(stage, [stage.start(undefined, 2, happening)]);
    const later = verdictOf(stage, { before, phases: [raced, calm] }, hits, invariants);
    const broken = atOnce.map((each) => `right after the race: ${each}`);
    return { ...later, broken: [...broken, ...later.broken] };
  } finally {
    await stage.close();
  }
}

/** Dies when GitHub has done what this request asked for. */
function killedAt(ordinal: number, treat: TreatOf, hits: string[]): TreatOf {
  return (run) => {
    const go = treat(run);
    return async (exchange) => {
      await go(exchange);
      if (exchange.ordinal < ordinal || hits.length > 0) return;
      hits.push(nameOf(exchange));
      run.kill();
    };
  };
}
