import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { check } from '../../src/check/check.js';
import { count, decimal } from '../table.js';
import type { Whole } from './planted.js';

const measuredSchema = z.strictObject({ files: z.number(), seconds: z.number(), megabytes: z.number() });

/** What checking some files takes: the whole process, with the parsers it loads. */
export type Measured = z.infer<typeof measuredSchema>;

/** A thousand files, taken from all apps in turn, each app in a folder of its own. */
export function thousandOf(apps: readonly Whole[], most = 1_000): Map<string, string> {
  const share = Math.ceil(most / Math.max(1, apps.length));
  const all = apps.flatMap(({ name, files }) =>
    [...files]
      .slice(0, share)
      .map(([path, text]): [string, string] => [`${name.replace('/', '-')}/${path}`, text]),
  );
  const rest = apps.flatMap(({ name, files }) =>
    [...files]
      .slice(share)
      .map(([path, text]): [string, string] => [`${name.replace('/', '-')}/${path}`, text]),
  );
  return new Map([...all, ...rest].slice(0, most));
}

/** Checks files in a process of its own, so that nothing else counts. */
export async function measure(files: ReadonlyMap<string, string>): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'smol-bench-'));
  try {
    const file = join(folder, 'files.json');
    await writeFile(file, JSON.stringify([...files]));
    const own = fileURLToPath(import.meta.url);
    const { stdout } = await promisify(execFile)(process.execPath, [...process.execArgv, own, file]);
    return measuredSchema.parse(JSON.parse(stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function measuredText({ files, seconds, megabytes }: Measured): string {
  return `${count(files)} files: ${decimal(seconds, 2)} s (at most 2 wanted), ${decimal(megabytes, 0)} MB (at most 300 wanted).`;
}

async function measureHere(file: string): Promise<Measured> {
  const files = new Map(
    z.array(z.tuple([z.string(), z.string()])).parse(JSON.parse(await readFile(file, 'utf8'))),
  );
  const start = performance.now();
  await check({ files });
  const seconds = (performance.now() - start) / 1_000;
  return { files: files.size, seconds, megabytes: process.resourceUsage().maxRSS / 1_024 };
}

const [, program, file] = process.argv;
if (program === fileURLToPath(import.meta.url) && file !== undefined) {
  console.log(JSON.stringify(await measureHere(file)));
}
