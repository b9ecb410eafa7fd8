import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../test/support/runner.js';
import { type EndpointOptions, epoch, type Served, startEndpoint } from './endpoint.js';
import { billed, cacheable, limitSeconds } from './physics.js';
import { workOf } from './workload.js';

/** What one run of the command line took. */
export type Measured = {
  /** Files of the workload, and those of them that arrived exactly. */
  readonly files: number;
  readonly whole: number;
  readonly exitCode: number | null;
  /** Start-up and exit in real seconds; between the first request and the last byte, simulated ones. */
  readonly wallSeconds: number;
  /** Least seconds on this server, its rate limits included. */
  readonly limitSeconds: number;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  /** What a perfect cache would have served: the first file pays for all. */
  readonly cacheableTokens: number;
  readonly billedTokens: number;
  readonly requests: number;
  readonly refusals: number;
  /** Real milliseconds from the start of the process to its first request. */
  readonly startUpMs: number;
  readonly peakMegabytes: number;
};

const MEGABYTE = 1_048_576;
const TIMEOUT_MS = 900_000;

/** Runs the built command line once against a simulated endpoint, in a folder of its own. */
export async function runCommandLine(options: EndpointOptions): Promise<Measured> {
  const { workload, scale, limits } = options;
  const endpoint = await startEndpoint(options);
  const folder = mkdtempSync(join(tmpdir(), 'smol-bench-'));
  const files = Object.entries(workload.files);
  const args = [workload.prompt, '--yes', '--model', 'simulated', '--base-url', endpoint.url, '--out', 'app'];
  try {
    const startedAt = epoch();
    const run = await runCli([...args, '--max-files', String(files.length)], {
      cwd: folder,
      env: { OPENAI_API_KEY: 'sk-simulated' },
      timeoutMs: TIMEOUT_MS,
    });
    const whole = files.filter(
      ([path, content]) => readIfThere(join(folder, 'app', path)) === content,
    ).length;
    if (run.exitCode !== 0) console.error(run.stderr.slice(-1_000) || run.stdout.slice(-1_000));
    return {
      files: files.length,
      whole,
      exitCode: run.exitCode,
      ...times(endpoint.served, { startedAt, endedAt: epoch(), scale }),
      limitSeconds: limitSeconds(workOf(workload), limits),
      ...tokens(endpoint.served),
      requests: endpoint.served.length,
      refusals: endpoint.served.filter(({ kind }) => kind === 'refusal').length,
      peakMegabytes: (run.peakRssBytes ?? Number.NaN) / MEGABYTE,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await endpoint.close();
  }
}

function times(
  served: readonly Served[],
  { startedAt, endedAt, scale }: { startedAt: number; endedAt: number; scale: number },
): { wallSeconds: number; startUpMs: number } {
  const first = Math.min(endedAt, ...served.map(({ arrivedAt }) => arrivedAt));
  const last = Math.max(first, ...served.map((request) => request.endedAt));
  const milliseconds = first - startedAt + (last - first) * scale + (endedAt - last);
  return { wallSeconds: milliseconds / 1_000, startUpMs: first - startedAt };
}

function tokens(served: readonly Served[]) {
  const answered = served.filter(({ kind }) => kind !== 'refusal');
  const shared = answered
    .filter(({ kind }) => kind === 'file')
    .map(({ sharedTokens }) => cacheable(sharedTokens));
  const promptTokens = sum(answered.map((request) => request.promptTokens));
  const cachedTokens = sum(answered.map((request) => request.cachedTokens));
  return {
    promptTokens,
    cachedTokens,
    cacheableTokens: sum(shared) - Math.max(0, ...shared),
    billedTokens: billed(promptTokens, cachedTokens),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
