import fc from 'fast-check';

/** Something that reads another's words, and what must hold whatever these are. */
export type Target = {
  readonly name: string;
  /** Runs so many cases from this seed. */
  readonly check: (seed: number, cases: number) => Promise<Finding | null>;
  /** Cases between two looks at the clock: few where one takes long. */
  readonly batch: number;
};

export type Finding = {
  readonly target: string;
  readonly seed: number;
  /** The smallest case that was found, as JavaScript. */
  readonly example: string;
  readonly reason: string;
};

export type Hunt = {
  readonly cases: number;
  readonly findings: readonly Finding[];
};

/** A case that takes longer is a finding: some text makes a pattern go back and forth. Of processor time. */
const SLOW_MS = 1_000;
/** Shrinking a case that takes seconds would take minutes. */
const SHRINKING_MS = 20_000;

/**
 * Makes a target.
 *
 * @param run our own code: it has to come back in time, with what it made of the case.
 * @param holds throws when something does not hold of that; it may take its time.
 */
export function target<T, R>(
  name: string,
  cases: fc.Arbitrary<T>,
  run: (value: T) => R | Promise<R>,
  holds: (result: R, value: T) => void,
  { batch = 50, slowMs = SLOW_MS }: { batch?: number; slowMs?: number } = {},
): Target {
  return {
    name,
    batch,
    async check(seed, numRuns) {
      let failedAt = Number.POSITIVE_INFINITY;
      const property = fc.asyncProperty(cases, async (value) => {
        if (performance.now() - failedAt > SHRINKING_MS) return;
        try {
          holds(await inTime(() => run(value), slowMs), value);
        } catch (error) {
          failedAt = Math.min(failedAt, performance.now());
          throw error;
        }
      });
      const result = await fc.check(property, { seed, numRuns });
      if (!result.failed) return null;
      const { counterexample, errorInstance } = result;
      const error = errorInstance instanceof Error ? errorInstance : new Error(String(errorInstance));
      return {
        target: name,
        seed,
        example: fc.stringify(counterexample?.[0]),
        reason: error.stack ?? error.message,
      };
    },
  };
}

/** On a busy machine anything is slow for once; what goes back and forth is slow every time. */
const TRIES = 3;

async function inTime<R>(work: () => R | Promise<R>, slowMs: number): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    const before = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(before);
    const milliseconds = (user + system) / 1_000;
    if (milliseconds <= slowMs) return result;
    if (tries === TRIES) throw new Error(`It took ${Math.round(milliseconds)} ms.`);
  }
}

/**
 * Hunts: every target gets a batch of cases, in turn, until `goesOn` says no. A target with a finding rests.
 * The n-th batch of a target has the seed `seed + n`, so that a finding is met again with its own seed.
 *
 * @param onTurn told of each batch before it begins
 */
export async function hunt(
  targets: readonly Target[],
  seed: number,
  goesOn: (batches: number) => boolean,
  onTurn: (target: Target, seed: number) => void = () => {},
): Promise<Hunt> {
  const findings: Finding[] = [];
  const resting = new Set<Target>();
  const lost: string[] = [];
  const onRejection = (reason: unknown) =>
    lost.push(reason instanceof Error ? (reason.stack ?? '') : String(reason));
  process.on('unhandledRejection', onRejection);
  let cases = 0;
  try {
    for (let round = 0, batches = 0; resting.size < targets.length && goesOn(batches); round += 1) {
      for (const each of targets) {
        if (resting.has(each) || !goesOn(batches)) continue;
        batches += 1;
        onTurn(each, seed + round);
        const finding = await each.check(seed + round, each.batch);
        // A rejection that nobody handles is reported after the promises of this turn.
        await new Promise((resolve) => setImmediate(resolve));
        cases += each.batch;
        const reason = lost.splice(0).map((text) => `Nobody handles: ${text}`)[0];
        const found =
          finding ??
          (reason === undefined ? null : { target: each.name, seed: seed + round, example: '', reason });
        if (found === null) continue;
        findings.push(found);
        resting.add(each);
      }
    }
  } finally {
    process.off('unhandledRejection', onRejection);
  }
  return { cases, findings };
}
