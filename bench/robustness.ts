import type { EndpointOptions } from './endpoint.js';
import { ORIGINAL_SAYS } from './original.js';
import { type Measured, runCommandLine } from './run.js';
import type { Check, Section } from './table.js';
import { createWorkload } from './workload.js';

type Trial = {
  readonly what: string;
  readonly options: EndpointOptions;
  readonly original: string;
  /** Wall time over the bound; null where only arrival counts. */
  readonly ratio: { readonly target: number; readonly tolerated: number } | null;
};

/**
 * Endpoints that refuse. At scale 1, because waits are real seconds to both sides; all at the same time, because
 * they mostly wait.
 */
export async function measureRobustness(seed: number, isQuick: boolean): Promise<Section> {
  const trials = isQuick ? quickTrials(seed) : fullTrials(seed);
  const runs = await Promise.all(
    trials.map(async (trial) => ({ trial, run: await runCommandLine(trial.options) })),
  );
  return {
    title: 'Endpoints that refuse (real time)',
    columns: [
      'endpoint',
      'files whole',
      'wall s',
      'bound s',
      'ratio',
      'requests',
      'refused',
      'smol_dev 0.0.3',
    ],
    rows: runs.map(({ trial, run }) => [
      trial.what,
      `${run.whole} of ${run.files}`,
      run.wallSeconds.toFixed(1),
      run.limitSeconds.toFixed(1),
      (run.wallSeconds / run.limitSeconds).toFixed(2),
      String(run.requests),
      String(run.refusals),
      trial.original,
    ]),
    checks: runs.flatMap(({ trial, run }) => checksOf(trial, run)),
  };
}

function fullTrials(seed: number): Trial[] {
  const workload = createWorkload({ count: 16, seed });
  // Large enough for the limit to decide: 46,000 tokens where 30,000 are free.
  const large = createWorkload({ count: 16, seed, fileTokens: [1_200, 2_500] });
  return [
    {
      what: '30,000 tokens a minute, 16 files',
      options: { workload: large, scale: 1, limits: { tokensPerMinute: 30_000 } },
      original: ORIGINAL_SAYS.perMinute,
      ratio: { target: 1.1, tolerated: 1.25 },
    },
    {
      what: '10 requests a minute and 2 at once, 16 files',
      options: { workload, scale: 1, limits: { requestsPerMinute: 10, atOnce: 2 } },
      original: ORIGINAL_SAYS.atOnce,
      ratio: null,
    },
    {
      what: 'one 503 on the plan, 16 files',
      options: { workload, scale: 1, failsFirst: true },
      original: ORIGINAL_SAYS.unavailable,
      ratio: null,
    },
    {
      what: 'first tokens with a heavy tail (log-normal, σ = 1), 16 files',
      options: { workload, scale: 1, tail: 1 },
      original: '',
      ratio: null,
    },
  ];
}

function quickTrials(seed: number): Trial[] {
  const workload = createWorkload({
    count: 8,
    seed,
    promptTokens: 50,
    planTokens: 300,
    fileTokens: [80, 400],
  });
  return [
    {
      what: '6,000 tokens a minute, 8 small files',
      options: { workload, scale: 1, limits: { tokensPerMinute: 6_000 } },
      original: '',
      ratio: { target: 1.1, tolerated: 1.5 },
    },
    {
      what: '2 requests at once, 8 small files',
      options: { workload, scale: 1, limits: { atOnce: 2 } },
      original: '',
      ratio: null,
    },
    {
      what: 'one 503 on the plan, 8 small files',
      options: { workload, scale: 1, failsFirst: true },
      original: ORIGINAL_SAYS.unavailable,
      ratio: null,
    },
  ];
}

function checksOf({ what, original, ratio }: Trial, run: Measured): Check[] {
  const arrived = run.exitCode === 0 ? run.whole : 0;
  const exact = { bound: 'least', target: run.files, tolerated: run.files, decimals: 0 } as const;
  const arrival: Check = { what, value: arrived, unit: ' whole', original, ...exact };
  if (ratio === null) return [arrival];
  const shown = { decimals: 2, unit: '', bound: 'most', original: '' } as const;
  return [
    arrival,
    { what: `${what}: wall time / bound`, value: run.wallSeconds / run.limitSeconds, ...shown, ...ratio },
  ];
}
