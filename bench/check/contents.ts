import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Entry, readTar } from './archive.js';
import { archiveName, type Package } from './packages.js';

/** What a check is given of a package. */
export type Contents = {
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Files that are no text, and links. */
  readonly others: ReadonlySet<string>;
};

/** Reads a package of the cache, without unpacking it onto the disk. */
export async function readPackage(one: Package, cache: string): Promise<Contents> {
  const file = join(cache, archiveName(one));
  const archive = one.from === 'npm' ? await inflate(await readFile(file)) : await dataOfDebian(file);
  const entries = readTar(archive);
  return contentsOf(one.from === 'npm' ? withoutFirstFolder(entries) : entries, one.folder ?? null);
}

/** Texts and other files of a folder; what was installed beside the package is none of its own. */
export function contentsOf(entries: readonly Entry[], folder: string | null): Contents {
  const files = new Map<string, string>();
  const others = new Set<string>();
  const start = folder === null ? '' : `${folder}/`;
  for (const { path, bytes } of entries) {
    if (!path.startsWith(start)) continue;
    const inside = path.slice(start.length);
    const text = bytes === null || /(?:^|\/)node_modules\//.test(inside) ? null : textOf(bytes);
    if (text === null) others.add(inside);
    else files.set(inside, text);
  }
  return { files, others };
}

/** The text of a file; null for one that is none. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.subarray(0, 8_000).includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** npm puts everything into one folder, mostly `package`. */
function withoutFirstFolder(entries: readonly Entry[]): Entry[] {
  return entries.map(({ path, bytes }) => ({ path: path.slice(path.indexOf('/') + 1), bytes }));
}

const inflate = promisify(gunzip);

async function dataOfDebian(file: string): Promise<Uint8Array> {
  const { stdout } = await promisify(execFile)('dpkg-deb', ['--fsys-tarfile', file], {
    encoding: 'buffer',
    maxBuffer: 500_000_000,
  });
  return stdout;
}
