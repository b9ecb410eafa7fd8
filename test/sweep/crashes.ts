import type { Phase } from './invariants.js';
import { type Fault, failing, type Mode, nameOf } from './modes.js';
import type { Random } from './random.js';
import { takeSnapshot } from './snapshot.js';
import { setStage } from './stage.js';
import { phaseOf, type Verdict, verdictOf } from './verdict.js';

export type CrashOptions = {
  /** Whether the model takes time, so that a run has a middle; it does unless told otherwise. */
  readonly isPaced?: boolean;
  /** Whether somebody runs it again in peace; they do unless told otherwise. */
  readonly isRerun?: boolean;
};

/** Runs with these faults, one run each and in this order, then once in peace. */
export async function crash(
  faults: readonly Fault[],
  { isPaced = true, isRerun = true }: CrashOptions = {},
): Promise<Verdict> {
  const stage = await setStage(isPaced);
  try {
    const before = await takeSnapshot(stage.github);
    const hits: string[] = [];
    const phases: Phase[] = [];
    for (const fault of faults) {
      const treat = failing(fault, (exchange) => hits.push(nameOf(exchange)));
      phases.push(await phaseOf(stage, [stage.start(treat, phases.length + 1)]));
    }
    if (isRerun) phases.push(await phaseOf(stage, [stage.start(undefined, phases.length + 1)]));
    return verdictOf(stage, { before, phases }, hits);
  } finally {
    await stage.close();
  }
}

/** Two faults for two runs one after the other. */
export function twoFaults(random: Random, points: number, modes: readonly Mode[]): Fault[] {
  const fault = (): Fault => ({ ordinal: 1 + random.below(points), mode: random.pick(modes) });
  return [fault(), fault()];
}
