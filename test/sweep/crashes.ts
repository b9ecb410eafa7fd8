import { INVARIANTS, type Invariants, type Phase } from './invariants.js';
import { type Fault, failing, type Mode, nameOf } from './modes.js';
import { invariantsOf, openScenario, type Peace } from './peace.js';
import type { Random } from './random.js';
import type { Scenario } from './scenarios.js';
import { takeSnapshot } from './snapshot.js';
import { type Stage, setStage } from './stage.js';
import { phaseOf, type Verdict, verdictOf } from './verdict.js';

/** What is tried, and what it is held to. */
export type Trial = {
  /** Sets the stage, up to the event of the run that something happens to. */
  readonly open: () => Promise<Stage>;
  readonly invariants: Invariants;
  /** What it is held to while somebody may still have a word to say; the same unless told otherwise. */
  readonly atOnce?: Invariants;
};

/** The first run for an issue. @param isPaced whether the model takes time, so that the run has a middle. */
export function trialOfBuild(isPaced: boolean): Trial {
  return { open: () => setStage({ isPaced }), invariants: INVARIANTS };
}

/** A scenario, in this process. */
export function trialOf(scenario: Scenario, peace: Peace): Trial {
  const invariants = invariantsOf(scenario, peace);
  // Of two runs the one that had nothing left to do may have the last word on the comment.
  const atOnce = invariantsOf(scenario, peace, ['handled']);
  return { open: () => openScenario(scenario), invariants, atOnce };
}

export type CrashOptions = {
  /** Whether somebody runs it again in peace; they do unless told otherwise. */
  readonly isRerun?: boolean;
};

/** Runs with these faults, one run each and in this order, then once in peace. */
export async function crash(
  { open, invariants }: Trial,
  faults: readonly Fault[],
  { isRerun = true }: CrashOptions = {},
): Promise<Verdict> {
  const stage = await open();
  try {
    const before = await takeSnapshot(stage.github);
    const hits: string[] = [];
    const phases: Phase[] = [];
    for (const fault of faults) {
      const treat = failing(fault, (exchange) => hits.push(nameOf(exchange)));
      phases.push(await phaseOf(stage, [stage.start(treat, phases.length + 1)]));
    }
    if (isRerun) phases.push(await phaseOf(stage, [stage.start(undefined, phases.length + 1)]));
    return verdictOf(stage, { before, phases }, hits, invariants);
  } finally {
    await stage.close();
  }
}

/** Two faults for two runs one after the other. */
export function twoFaults(random: Random, points: number, modes: readonly Mode[]): Fault[] {
  const fault = (): Fault => ({ ordinal: 1 + random.below(points), mode: random.pick(modes) });
  return [fault(), fault()];
}
