import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { promisify } from 'node:util';
import type { GitHub } from '../../test/support/github/index.js';

/** The emulated repository as files which `git clone` reads over plain HTTP. */
export type Clone = {
  /** A file of the bare repository, or undefined. Throws with code `ENOENT` where git is not installed. */
  readonly file: (github: GitHub, path: string) => Promise<Buffer | undefined>;
  /** Removes what was written. */
  readonly close: () => Promise<void>;
};

/**
 * Writes the repository anew when a branch has moved, and only when a clone begins, so that the files of one
 * clone belong together. See https://git-scm.com/docs/http-protocol, "Dumb Clients".
 */
export function createClone(): Clone {
  const folders: string[] = [];
  let last: { heads: string; folder: Promise<string> } | undefined;
  const write = async (github: GitHub): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'smol-demo-'));
    folders.push(folder);
    await github.materialise(folder);
    await promisify(execFile)('git', ['update-server-info'], { cwd: folder });
    return folder;
  };
  const current = async (github: GitHub, begins: boolean): Promise<string> => {
    if (last !== undefined && !begins) return last.folder;
    const heads = await headsOf(github);
    if (last?.heads !== heads) last = { heads, folder: write(github) };
    return last.folder;
  };
  return {
    file: async (github, path) => {
      const inside = normalize(path);
      if (inside.startsWith('..') || inside.startsWith('/')) return undefined;
      try {
        const folder = await current(github, inside === 'info/refs');
        return await readFile(join(folder, inside)).catch(() => undefined);
      } catch (error) {
        last = undefined;
        throw error;
      }
    },
    close: async () => {
      await last?.folder.catch(() => undefined);
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}

async function headsOf(github: GitHub): Promise<string> {
  const heads = (await github.branches()).map(async (name) => `${name} ${(await github.head(name))?.sha}`);
  return (await Promise.all(heads)).join('\n');
}
