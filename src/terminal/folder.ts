import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { printableLine } from './printable.js';

/** Where the plan is written for people; smol_dev 0.0.3 calls it so. */
export const PLAN_FILE = 'shared_deps.md';

/** What stands at a path of the folder. */
export type Found =
  | { readonly kind: 'absent' }
  | { readonly kind: 'file'; readonly sha256: string }
  /** Something that is no regular file: a folder, a symbolic link, a device. It is never touched. */
  | { readonly kind: 'other' }
  /** Nothing can be written there; `reason` is a clause. */
  | { readonly kind: 'blocked'; readonly reason: string };

/**
 * The one place where the command line writes to the disk. Paths are relative to the folder, with `/`.
 * Nothing here leaves the folder, follows a symbolic link out of it, or deletes.
 */
export type Folder = {
  /** Absolute. */
  readonly root: string;
  readonly look: (path: string) => Promise<Found>;
  /** The text of a regular file in UTF-8; null when there is none or it lies outside. */
  readonly read: (path: string) => Promise<string | null>;
  /**
   * Writes a file as a whole or not at all (a temporary file beside it, then a rename), over what stands
   * there. Makes the folders on the way. Throws an OutsideError, or what the disk says.
   */
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
};

/** A path that leads out of the folder. */
export class OutsideError extends Error {
  constructor(path: string) {
    super(`${path} leads out of the folder.`);
    this.name = 'OutsideError';
  }
}

/**
 * Opens the folder of an app. It need not exist: the first write makes it. A folder that the person named by
 * a symbolic link is the folder behind the link.
 *
 * @returns null when something else than a folder stands there.
 */
export async function openFolder(path: string): Promise<Folder | null> {
  const root = (await realpath(path).catch(absentAsNull)) ?? resolve(path);
  const stats = await stat(root).catch(absentAsNull);
  if (stats !== null && !stats.isDirectory()) return null;
  return {
    root,
    look: (inside) => look(root, inside),
    read: async (inside) => {
      const found = await look(root, inside);
      return found.kind === 'file' ? await readFile(join(root, inside), 'utf8') : null;
    },
    write: (inside, content) => write(root, inside, content),
  };
}

/** What a folder is called in sentences: `generated/`, or `this folder` for the current one (`.`). */
export function folderName(out: string): string {
  return out === '.' ? 'this folder' : `${printableLine(out)}/`;
}

/** A file of a folder as a person would type it: `generated/shared_deps.md`. */
export function pathIn(out: string, path: string): string {
  return printableLine(out === '.' ? path : `${out}/${path}`);
}

/** The text of a file that a person named; null when there is no such file. Other errors of the disk pass. */
export async function readNamedFile(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(absentAsNull);
}

/** SHA-256 of a text in UTF-8 or of bytes, hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

async function look(root: string, path: string): Promise<Found> {
  const target = absolute(root, path);
  const ancestor = await nearestAncestor(root, dirname(target));
  if (!ancestor.isFolder)
    return { kind: 'blocked', reason: `${toSlashes(root, ancestor.path)} is no folder` };
  if (!(await isInside(root, ancestor.path))) {
    return { kind: 'blocked', reason: `${toSlashes(root, ancestor.path)} leads out of the folder` };
  }
  const stats = await lstat(target).catch(absentAsNull);
  if (stats === null) return { kind: 'absent' };
  if (!stats.isFile()) return { kind: 'other' };
  return { kind: 'file', sha256: sha256(await readFile(target)) };
}

async function write(root: string, path: string, content: string | Uint8Array): Promise<void> {
  const target = absolute(root, path);
  const parent = dirname(target);
  await mkdir(root, { recursive: true });
  // Before the folders are made, lest they are made outside; and after, for what they really are.
  const ancestor = await nearestAncestor(root, parent);
  if (!(await isInside(root, ancestor.path))) throw new OutsideError(path);
  await mkdir(parent, { recursive: true });
  if (!(await isInside(root, parent))) throw new OutsideError(path);
  const temporary = join(parent, `.smol-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function absolute(root: string, path: string): string {
  const target = resolve(root, path);
  const isWithin = target.startsWith(root.endsWith(sep) ? root : root + sep);
  if (!isWithin || path.split('/').includes('..')) throw new OutsideError(path);
  return target;
}

/** The deepest thing on the way to a path that exists; the root when not even that does. */
async function nearestAncestor(root: string, path: string): Promise<{ path: string; isFolder: boolean }> {
  let current = path;
  while (current !== root) {
    const exists = (await lstat(current).catch(absentAsNull)) !== null;
    const stats = exists ? await stat(current).catch(absentAsNull) : null;
    if (exists) return { path: current, isFolder: stats?.isDirectory() ?? false };
    current = dirname(current);
  }
  return { path: root, isFolder: true };
}

/** By real paths on both sides: the way to the root itself may lead over links. */
async function isInside(root: string, existing: string): Promise<boolean> {
  if (existing === root) return true;
  const [realRoot, real] = await Promise.all([realpath(root), realpath(existing)]);
  return real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
}

function toSlashes(root: string, path: string): string {
  return relative(root, path).split(sep).join('/');
}

/** ENOTDIR, ELOOP: a part of the way is a file or a link to itself, so there is nothing behind it either. */
function absentAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ELOOP') return null;
  throw error;
}
