/** Paths of a repository, looked up by the end of a path and by folder. */
export type PathIndex = {
  readonly paths: ReadonlySet<string>;
  /** The paths that end so, a whole name at least: `models/User.php`. */
  readonly endingWith: (end: string) => readonly string[];
  /** The paths directly inside a folder; the empty string is the root. */
  readonly inside: (folder: string) => readonly string[];
  /** Whether some file or folder has this name, what follows the first dot left out. */
  readonly hasName: (name: string) => boolean;
};

const indexes = new WeakMap<ReadonlySet<string>, PathIndex>();

/** The index of a set of paths, which must not change afterwards: it is made once for each set. */
export function indexOf(paths: ReadonlySet<string>): PathIndex {
  const known = indexes.get(paths);
  if (known !== undefined) return known;
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  const stems = new Set<string>();
  for (const path of paths) {
    for (const segment of path.split('/')) stems.add(stemOf(segment));
    add(byName, nameOf(path), path);
    add(byFolder, folderOf(path), path);
  }
  const index: PathIndex = {
    paths,
    endingWith: (end) =>
      (byName.get(nameOf(end)) ?? []).filter((path) => path === end || path.endsWith(`/${end}`)),
    inside: (folder) => byFolder.get(folder) ?? [],
    hasName: (name) => stems.has(stemOf(name)),
  };
  indexes.set(paths, index);
  return index;
}

function add(lists: Map<string, string[]>, key: string, path: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [path]);
  else list.push(path);
}

function stemOf(name: string): string {
  return /^\.?[^.]*/.exec(name)?.[0] ?? '';
}

/** `a/b/c.ts` → `c.ts`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `a/b/c.ts` → `a/b`; the empty string for a file of the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders that a file lies in, the nearest first, the root (the empty string) last. */
export function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/')).concat('');
}

/** A relative path seen from a folder; null where it leads out of the repository. */
export function within(folder: string, relative: string): string | null {
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of relative.split('/')) {
    if (segment === '..' && segments.pop() === undefined) return null;
    if (segment !== '..' && segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
