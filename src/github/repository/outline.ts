/** What is shown of a list of paths: so many lines and characters at most, as a prompt has room for. */
const MOST_LINES = 400;
const MOST_CHARACTERS = 12_000;

/** A folder, with what its own lines come to. */
type Branch = {
  readonly path: string;
  readonly depth: number;
  /** Files in it at any depth. */
  files: number;
  /** Lines that it is shown with, those of folders in it included; characters of them. */
  lines: number;
  characters: number;
  isFolded: boolean;
};

/**
 * The paths of a repository as a planner reads them: all, as long as they are few; else deep folders are folded to a
 * line with the number of files in them, the deepest first, and of those the largest.
 *
 * @returns `more`: files for which there was no room even so.
 * @example outline(['src/pages/a.js', …]) // { lines: ['package.json', 'src/pages/ (37 files)'], more: 0 }
 */
export function outline(paths: readonly string[]): { lines: string[]; more: number } {
  const branches = branchesOf(paths);
  const root = branches.get('');
  if (root === undefined) return { lines: [], more: 0 };
  const deepestFirst = [...branches.values()]
    .filter((branch) => branch !== root)
    .sort((a, b) => b.depth - a.depth || b.lines - a.lines || (a.path < b.path ? -1 : 1));
  for (const branch of deepestFirst) {
    if (root.lines <= MOST_LINES && root.characters <= MOST_CHARACTERS) break;
    if (branch.lines > 1) fold(branch, branches);
  }
  return firstLines(linesOf(paths, branches));
}

function branchesOf(paths: readonly string[]): Map<string, Branch> {
  const branches = new Map<string, Branch>();
  for (const path of paths) {
    for (const folder of foldersAbove(path)) {
      const depth = folder === '' ? 0 : folder.split('/').length;
      const fresh = { path: folder, depth, files: 0, lines: 0, characters: 0, isFolded: false };
      const branch = branches.get(folder) ?? fresh;
      branch.files += 1;
      branch.lines += 1;
      branch.characters += path.length + 1;
      branches.set(folder, branch);
    }
  }
  return branches;
}

/** One line instead of many: all folders above have fewer, too. */
function fold(branch: Branch, branches: ReadonlyMap<string, Branch>): void {
  const lines = branch.lines - 1;
  const characters = branch.characters - folded(branch).length - 1;
  branch.isFolded = true;
  for (const folder of foldersAbove(`${branch.path}/`)) {
    const above = branches.get(folder);
    if (above === undefined) continue;
    above.lines -= lines;
    above.characters -= characters;
  }
}

function folded({ path, files }: Branch): string {
  return `${path}/ (${files} ${files === 1 ? 'file' : 'files'})`;
}

/** Lines in the order of the paths, with the number of files that each stands for. */
function linesOf(paths: readonly string[], branches: ReadonlyMap<string, Branch>): Map<string, number> {
  const lines = new Map<string, number>();
  for (const path of paths) {
    const highest = foldersAbove(path)
      .map((folder) => branches.get(folder))
      .find((branch) => branch?.isFolded);
    if (highest === undefined) lines.set(path, 1);
    else lines.set(folded(highest), highest.files);
  }
  return lines;
}

function firstLines(lines: ReadonlyMap<string, number>): { lines: string[]; more: number } {
  const shown: string[] = [];
  let more = 0;
  let characters = 0;
  for (const [line, files] of lines) {
    characters += line.length + 1;
    if (shown.length < MOST_LINES && characters <= MOST_CHARACTERS) shown.push(line);
    else more += files;
  }
  return { lines: shown, more };
}

/** `a/b/c.js` → the root, `a`, `a/b`. */
function foldersAbove(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index).join('/'));
}
