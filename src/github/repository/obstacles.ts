/**
 * Tells why a path cannot be added to a repository: a folder stands there already, a file where its folder should
 * be (GitHub refuses the whole tree for one of them), or a file whose name differs only in case, which many
 * machines cannot check out beside it.
 *
 * @param existing paths of all files that are there.
 * @returns a function from path to reason, as the end of a sentence; null when nothing stands in the way.
 */
export function findObstacles(existing: Iterable<string>): (path: string) => string | null {
  const files = new Map<string, string>();
  const folders = new Set<string>();
  for (const file of existing) {
    files.set(fold(file), file);
    for (const folder of foldersOf(file)) folders.add(fold(folder));
  }
  return (path) => {
    if (folders.has(fold(path))) return 'the repository has a folder of that name';
    const above = foldersOf(path).find((folder) => files.has(fold(folder)));
    if (above !== undefined) return `\`${above}\` is a file of this repository`;
    const twin = files.get(fold(path));
    if (twin === undefined || twin === path) return null;
    return `the repository has \`${twin}\`, which many systems cannot tell from it`;
  };
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** `a/b/c.js` → `a`, `a/b`. */
function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
