/**
 * smol_dev 0.0.3 as it was measured: unmodified, on Python 3.11, against a server with the same physics, on another
 * run of the same kind of machine (2 cores, 2026-11-22), with another workload of the same sizes.
 */
export type OriginalRow = {
  readonly wallSeconds: number;
  readonly limitSeconds: number;
  readonly promptTokens: number;
  readonly peakMegabytes: number;
  readonly startUpMs: number;
  /** Its own functions, called by a person who gathers the files at the same time. */
  readonly gathered: {
    readonly wallSeconds: number;
    readonly promptTokens: number;
    readonly peakMegabytes: number;
  };
};

/** By number of files. It cached nothing, and made a request for the plan, one for the list and one a file. */
export const ORIGINAL: Readonly<Record<number, OriginalRow>> = {
  1: row([36.6, 35.34, 3_271, 37.5, 230], [36.63, 3_255, 36.9]),
  4: row([124.98, 38.81, 7_626, 37.4, 340], [40.38, 7_562, 37.5]),
  8: row([139.3, 37.26, 13_429, 37.5, 330], [39.23, 13_301, 37.7]),
  16: row([365.94, 36.11, 25_040, 37.4, 270], [38.62, 24_784, 39.1]),
  32: row([661.41, 44.5, 61_461, 37.6, 280], [48.71, 60_949, 41]),
  64: row([1_128.17, 54.69, 172_708, 37.4, 290], [61.9, 171_684, 43.8]),
};

/** What it did where more was asked than time. */
export const ORIGINAL_SAYS = {
  startUp: '230–270 ms',
  memory: '37–44 MB',
  perMinute: '1 of 16, gathered; ended after 22 s',
  unavailable: 'ends the run',
  atOnce: '0 of 16, gathered; ended after 15 s',
} as const;

function row(
  [wallSeconds, limitSeconds, promptTokens, peakMegabytes, startUpMs]: [
    number,
    number,
    number,
    number,
    number,
  ],
  [gatheredSeconds, gatheredTokens, gatheredMegabytes]: [number, number, number],
): OriginalRow {
  const gathered = {
    wallSeconds: gatheredSeconds,
    promptTokens: gatheredTokens,
    peakMegabytes: gatheredMegabytes,
  };
  return { wallSeconds, limitSeconds, promptTokens, peakMegabytes, startUpMs, gathered };
}
