import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { count, decimal } from '../table.js';
import { type Measured, measuredSchema } from './measured-schema.js';
import type { Whole } from './planted.js';

/** What tools make: it stands in packages, and in no repository. */
const MADE =
  /(?:^|\/)(?:dist|build|out|esm|cjs|umd|vendor|node_modules|coverage)\/|\.(?:min|bundle)\.|\.map$|(?:^|\/)(?:package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/;
/** Larger files are bundles or data, wherever they lie. Characters. */
const MAX_CHARACTERS = 200_000;

/**
 * A thousand files as they stand in repositories: from all apps in turn, each app in a folder of its own, without
 * what tools made of them.
 */
export function thousandOf(apps: readonly Whole[], most = 1_000): Map<string, string> {
  const share = Math.ceil(most / Math.max(1, apps.length));
  const written = apps.map(({ name, files }) =>
    [...files]
      .filter(([path, text]) => !MADE.test(path) && text.length <= MAX_CHARACTERS)
      .map(([path, text]): [string, string] => [`${name.replace('/', '-')}/${path}`, text]),
  );
  const all = written.flatMap((files) => files.slice(0, share));
  const rest = written.flatMap((files) => files.slice(share));
  return new Map([...all, ...rest].slice(0, most));
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

/** Checks files in a process of its own and in the form in which they are built, so that nothing else counts. */
export async function measure(files: ReadonlyMap<string, string>): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'smol-bench-'));
  try {
    const file = join(folder, 'files.json');
    await writeFile(file, JSON.stringify([...files]));
    const { stdout } = await promisify(execFile)(process.execPath, [await built(folder), file]);
    return measuredSchema.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The program that measures, with the checks, as `npm run build` joins them. */
async function built(folder: string): Promise<string> {
  await build({
    entryPoints: [join(import.meta.dirname, 'measured.ts')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    logLevel: 'error',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  return join(folder, 'measured.mjs');
}

/** What a thousand files that a build makes may take: time is that of a machine on which nothing else goes on. */
export function isFast({ seconds, megabytes }: Measured): boolean {
  return seconds < 2 && megabytes < 300;
}

/** @param whose files they are. */
export function measuredText(
  whose: string,
  { files, characters, seconds, worked, megabytes, before }: Measured,
): string {
  return [
    `${count(files)} files ${whose}, ${decimal(characters / 1_000_000, 1)} million characters:`,
    `${decimal(seconds, 2)} s, of which the processor worked ${decimal(worked, 2)} s;`,
    `${decimal(megabytes, 0)} MB, of which ${decimal(before, 0)} MB were there before.`,
  ].join(' ');
}
