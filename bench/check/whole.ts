import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFiles } from '../../test/support/apps/index.js';
import { readPackage } from './contents.js';
import { isThere } from './fetch.js';
import type { Package } from './packages.js';
import type { Whole } from './planted.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** The apps that stand in this repository: what models wrote in one go. */
export function ownApps(): Whole[] {
  return ['demo/recordings', 'test/support/apps'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => ({
        name,
        files: new Map(Object.entries(readFiles(join(ROOT, folder, name, 'files')))),
        others: new Set<string>(),
      })),
  );
}

/** The packages that are small enough to be checked some dozen times. */
export async function smallPackages(
  packages: readonly Package[],
  cache: string,
  mostFiles: number,
): Promise<Whole[]> {
  const found: Whole[] = [];
  for (const one of packages) {
    if (!(await isThere(one, cache))) continue;
    const { files, others } = await readPackage(one, cache);
    if (files.size <= mostFiles) found.push({ name: one.name, files, others });
  }
  return found;
}
