import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { runCli } from '../../test/support/runner.js';
import { decimal } from '../table.js';
import { randomFrom, shuffled } from './mutate.js';
import type { Whole } from './planted.js';

/** What tools make: it stands in packages, and in no repository. */
const MADE =
  /(?:^|\/)(?:dist|build|out|esm|cjs|umd|vendor|node_modules|coverage)\/|\.(?:min|bundle)\.|\.map$|(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/;
/** Larger files are bundles or data, wherever they lie. Characters. */
const MAX_CHARACTERS = 200_000;

/**
 * About a thousand files as they stand in repositories: whole apps of other people, each in a folder of its own,
 * without what tools made of them. Which apps, a seed says; one that does not fit any more is passed over.
 */
export function thousandOf(apps: readonly Whole[], seed: number, most = 1_000): Map<string, string> {
  const files = new Map<string, string>();
  for (const app of shuffled(apps, randomFrom(seed))) {
    const written = [...app.files].filter(
      ([path, text]) => !MADE.test(path) && isInside(path) && text.length <= MAX_CHARACTERS,
    );
    if (files.size + written.length > most) continue;
    for (const [path, text] of written) files.set(`${app.name.replace('/', '-')}/${path}`, text);
  }
  return files;
}

/** The paths are those of a stranger's archive. */
function isInside(path: string): boolean {
  return !isAbsolute(path) && !path.split('/').includes('..');
}

/** A thousand files as a build makes them: recorded apps over and over, each time in a folder of its own. */
export function thousandMade(apps: readonly Whole[], most = 1_000): Map<string, string> {
  const some = apps.flatMap(({ name, files }) =>
    [...files].map(([path, text]) => [`${name}/${path}`, text] as const),
  );
  const made = new Map<string, string>();
  for (let round = 0; made.size < most && some.length > 0; round += 1) {
    for (const [path, text] of some.slice(0, most - made.size)) made.set(`${round}/${path}`, text);
  }
  return made;
}

/** What checking files takes, from the start of the process to its end. */
export type Measured = {
  /** As the command says it: `1,000 files`. */
  readonly read: string;
  readonly characters: number;
  /** Of the quickest run: whatever else the machine does only adds to it. */
  readonly seconds: number;
  /** Of all runs. */
  readonly mostSeconds: number;
  /** Not a number where there is no `/proc`. */
  readonly mostMegabytes: number;
};

const RUNS = 5;
const MEGABYTE = 1_048_576;

/**
 * Checks files as a person does: `smol check` on a folder, with the `dist/` that is there.
 *
 * @throws Error when a run does not come to its end.
 */
export async function measure(files: ReadonlyMap<string, string>): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'smol-bench-'));
  try {
    for (const [path, text] of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await runCli(['check', '.'], { cwd: folder }));
    const failed = runs.find(({ stderr }) => stderr !== '');
    if (failed !== undefined) throw new Error(`smol check failed: ${failed.stderr.slice(-1_000)}`);
    const [, read = '?'] = / in ([\d,]+ files?), /.exec(runs[0]?.stdout ?? '') ?? [];
    const seconds = runs.map(({ wallMs }) => wallMs / 1_000);
    return {
      read,
      characters: [...files.values()].reduce((sum, text) => sum + text.length, 0),
      seconds: Math.min(...seconds),
      mostSeconds: Math.max(...seconds),
      mostMegabytes: Math.max(...runs.map(({ peakRssBytes }) => (peakRssBytes ?? Number.NaN) / MEGABYTE)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether a thousand files take no more than they may. */
export function isFast({ seconds, mostMegabytes }: Measured): boolean {
  return seconds < 2 && !(mostMegabytes >= 300);
}

/** @param whose files they are. */
export function measuredText(
  whose: string,
  { read, characters, seconds, mostSeconds, mostMegabytes }: Measured,
): string {
  return [
    `${read} ${whose}, ${decimal(characters / 1_000_000, 1)} million characters:`,
    `${decimal(seconds, 2)} s (the slowest of ${RUNS} runs ${decimal(mostSeconds, 2)} s), ${decimal(mostMegabytes, 0)} MB.`,
  ].join(' ');
}
