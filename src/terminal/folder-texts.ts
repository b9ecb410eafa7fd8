import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type IgnoreRule, isIgnored, readIgnoreRules } from '../check/resolve/gitignore.js';

/** Larger files are generated, or no source. Bytes. */
const LARGEST = 1_000_000;
/** Texts at most; of further files only the path is known. */
const MOST_TEXTS = 20_000;
/** Bytes of all texts. */
const MOST_BYTES = 100_000_000;
/** More files than this are no app. */
const MOST_FILES = 200_000;
/** Files that are read before a signal is looked for. */
const IN_A_ROW = 100;

/** Folders of tools, which hold nothing of the app. */
const NOT_OURS = new Set(['.git', '.hg', '.svn', '.smol', 'node_modules']);

/** What stands in a folder, links not followed. Paths are relative to it, with `/`. */
export type FolderTexts = {
  /** Path → text. */
  readonly files: ReadonlyMap<string, string>;
  /** Files without a text: binary, large, left out by `.gitignore`, a link. */
  readonly others: ReadonlySet<string>;
  /** Links to folders, and links to nothing: what lies behind them is not known. */
  readonly links: readonly string[];
  /** Files and folders that cannot be read. */
  readonly unreadable: readonly string[];
  /** How many files were not read because there are so many. */
  readonly beyond: number;
};

/** A folder with so many files that it cannot be one app. */
export class TooManyToCheckError extends Error {
  override readonly name = 'TooManyToCheckError';
  constructor() {
    super('There are more than 200,000 files. Name the folder of one app.');
  }
}

/**
 * Reads the texts of a folder. Nothing is followed out of it, and nothing is written.
 *
 * @returns null when there is no such folder.
 * @throws TooManyToCheckError, the signal's reason, or what the disk says of the folder itself.
 */
export async function readFolderTexts(path: string, signal: AbortSignal): Promise<FolderTexts | null> {
  const stats = await stat(path).catch(absentAsNull);
  if (stats === null || !stats.isDirectory()) return null;
  const root = await realpath(path);
  const found = await walk(root, signal);
  const files = new Map<string, string>();
  let [bytes, beyond] = [0, 0];
  for (const [index, inside] of found.paths.entries()) {
    if (index % IN_A_ROW === 0) await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    const isFull = files.size >= MOST_TEXTS || bytes > MOST_BYTES;
    if (isFull) beyond += 1;
    const read: Text = isFull ? { kind: 'none' } : readText(join(root, inside));
    if (read.kind === 'unreadable') found.unreadable.push(inside);
    if (read.kind !== 'text') found.others.add(inside);
    else files.set(inside, read.text);
    bytes += read.kind === 'text' ? read.text.length : 0;
  }
  const { others, links, unreadable } = found;
  return { files, others, links, unreadable, beyond };
}

type Found = {
  /** Of files to be read. */
  readonly paths: string[];
  readonly others: Set<string>;
  readonly links: string[];
  readonly unreadable: string[];
};

type Visit = { readonly folder: string; readonly rules: readonly IgnoreRule[] };

async function walk(root: string, signal: AbortSignal): Promise<Found> {
  const found: Found = { paths: [], others: new Set(), links: [], unreadable: [] };
  const above = await rulesAbove(root);
  const visits: Visit[] = [{ folder: '', rules: [] }];
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    signal.throwIfAborted();
    if (found.paths.length + found.others.size > MOST_FILES) throw new TooManyToCheckError();
    const { folder } = visit;
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch((error: Error) => {
      if (folder === '') throw error;
      found.unreadable.push(folder.slice(0, -1));
      return [];
    });
    // An environment of Python: other people's packages.
    if (folder !== '' && entries.some(({ name }) => name === 'pyvenv.cfg')) continue;
    entries.sort((left, right) => (left.name < right.name ? -1 : 1));
    const rules = [...visit.rules, ...rulesIn(root, folder)];
    const within: Visit[] = [];
    for (const entry of entries) {
      const path = folder + entry.name;
      const isFolder = entry.isDirectory();
      const isLeftOut =
        isIgnored(rules, path, isFolder) || isIgnored(above.rules, above.prefix + path, isFolder);
      if (NOT_OURS.has(entry.name)) continue;
      if (entry.isSymbolicLink()) {
        found.others.add(path);
        if (!(await isFileBehind(join(root, path)))) found.links.push(path);
      } else if (isFolder) {
        if (!isLeftOut) within.push({ folder: `${path}/`, rules });
      } else if (entry.isFile() && !isLeftOut) found.paths.push(path);
      else found.others.add(path);
    }
    visits.push(...within.reverse());
  }
  return found;
}

function rulesIn(root: string, folder: string): IgnoreRule[] {
  const read = readText(join(root, folder, '.gitignore'));
  return read.kind === 'text' ? readIgnoreRules(read.text, folder) : [];
}

/** What the repository around the folder leaves out. `prefix` leads from the repository's root to the folder. */
async function rulesAbove(root: string): Promise<{ prefix: string; rules: IgnoreRule[] }> {
  const folders: string[] = [];
  for (let folder = root; ; folder = dirname(folder)) {
    folders.unshift(folder);
    if ((await stat(join(folder, '.git')).catch(() => null)) !== null) break;
    if (dirname(folder) === folder) return { prefix: '', rules: [] };
  }
  const top = folders[0] ?? root;
  const inside = (folder: string) => {
    const path = relative(top, folder).split(sep).join('/');
    return path === '' ? '' : `${path}/`;
  };
  const rules: IgnoreRule[] = [];
  for (const folder of folders.slice(0, -1)) rules.push(...rulesIn(top, inside(folder)));
  return { prefix: inside(root), rules };
}

async function isFileBehind(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => null);
  return stats?.isFile() ?? false;
}

type Text = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'none' | 'unreadable' };

/**
 * The text of a regular file of moderate size. A link that came in between is not followed. At once: a thousand files
 * take 20 ms so, and 120 when the process waits for each (measured).
 */
function readText(path: string): Text {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  let file: number;
  try {
    file = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: code === 'ENOENT' || code === 'ELOOP' ? 'none' : 'unreadable' };
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile() || stats.size > LARGEST) return { kind: 'none' };
    const text = textOf(readFileSync(file));
    return text === null ? { kind: 'none' } : { kind: 'text', text };
  } catch {
    return { kind: 'unreadable' };
  } finally {
    closeSync(file);
  }
}

/** Null for what is no text in UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function absentAsNull(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ELOOP') return null;
  throw error;
}
