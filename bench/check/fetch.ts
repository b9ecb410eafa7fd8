import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { archiveName, type Package } from './packages.js';

const run = promisify(execFile);

/** Brings the packages that are not in the folder yet. @returns a sentence for each that could not be had. */
export async function fetchPackages(packages: readonly Package[], cache: string): Promise<string[]> {
  await mkdir(cache, { recursive: true });
  const failed: string[] = [];
  for (const one of packages) {
    const problem = (await isThere(one, cache)) ? null : await fetchPackage(one, cache);
    if (problem === null) continue;
    const hint = one.from === 'debian' ? ' (`apt-get update` tells the machine what there is by now)' : '';
    failed.push(`${one.name} ${one.version}: ${problem}${hint}`);
  }
  return failed;
}

/** The packages that are not in the folder. */
export async function missingFrom(packages: readonly Package[], cache: string): Promise<Package[]> {
  const missing: Package[] = [];
  for (const one of packages) if (!(await isThere(one, cache))) missing.push(one);
  return missing;
}

/** Whether the very package is in the folder: a file with other content is none. */
export async function isThere(one: Package, cache: string): Promise<boolean> {
  const bytes = await readFile(join(cache, archiveName(one))).catch(() => null);
  return bytes !== null && integrityOf(bytes) === one.integrity;
}

export function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

async function fetchPackage(one: Package, cache: string): Promise<string | null> {
  const folder = await mkdtemp(join(cache, 'fetch-'));
  try {
    const [command, ...args] = COMMANDS[one.from](one);
    await run(command, args, { cwd: folder, timeout: 180_000 });
    const [file] = (await readdir(folder)).filter((name) => /\.(?:tgz|deb)$/.test(name));
    if (file === undefined) return 'nothing arrived';
    const integrity = integrityOf(await readFile(join(folder, file)));
    if (integrity !== one.integrity) return `what arrived is ${integrity}, not what is pinned`;
    await rename(join(folder, file), join(cache, archiveName(one)));
    return null;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n', 3).join(' ') ?? '') : String(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Neither of them runs anything of what it brings. */
const COMMANDS: Readonly<Record<Package['from'], (one: Package) => [string, ...string[]]>> = {
  npm: ({ name, version }) => ['npm', 'pack', `${name}@${version}`, '--ignore-scripts', '--silent'],
  debian: ({ name, version }) => ['apt-get', 'download', `${name}=${version}`],
};
