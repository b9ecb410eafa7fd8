/**
 * Paths that cannot be added to a tree: a folder stands there already, or a file where their folder should be.
 * GitHub refuses the whole tree for one of them.
 */
export function blockedPaths(paths: Iterable<string>, existing: ReadonlySet<string>): string[] {
  const folders = new Set([...existing].flatMap(foldersOf));
  return [...paths].filter(
    (path) => folders.has(path) || foldersOf(path).some((folder) => existing.has(folder)),
  );
}

/** `a/b/c.js` → `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
