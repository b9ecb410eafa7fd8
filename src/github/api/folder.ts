import picomatch from 'picomatch';

/** The folder of an app that is the whole repository. */
export const ROOT_FOLDER = '.';

/** Where in a repository the app is: from its own paths to the repository's, and back. */
export type Folder = {
  /** The path in the repository of a file of the app. */
  readonly full: (path: string) => string;
  /** The path in the app of a file of the repository; null for one that is outside of the app's folder. */
  readonly relative: (path: string) => string | null;
};

/**
 * The paths of an app in a folder of a repository.
 *
 * @param folder as the input `output-dir` was read: `.`, or a path without a slash at its ends.
 * @example folderOf('apps/poll').full('index.html') // 'apps/poll/index.html'
 */
export function folderOf(folder: string): Folder {
  if (folder === ROOT_FOLDER) return { full: (path) => path, relative: (path) => path };
  const start = `${folder}/`;
  return {
    full: (path) => start + path,
    // Git tells letter cases apart, and so do the trees that are written.
    relative: (path) => (path.startsWith(start) ? path.slice(start.length) : null),
  };
}

/** The entries of a map of the repository's paths that are in the folder, by their paths in the app. */
export function inFolder<T>(files: ReadonlyMap<string, T>, { relative }: Folder): Map<string, T> {
  const inside = [...files].flatMap(([path, file]) => {
    const own = relative(path);
    return own === null ? [] : [[own, file] as const];
  });
  return new Map(inside);
}

/**
 * Globs of the repository as they read in the app's folder, so that what is protected there stays so.
 *
 * @example protectedIn(['apps/poll/keys/**', 'deploy/**'], 'apps/poll') // ['keys/**']
 */
export function protectedIn(globs: readonly string[], folder: string): string[] {
  if (folder === ROOT_FOLDER) return [...globs];
  const folders = folder.split('/');
  const inside = globs
    .flatMap((glob) => withoutBraces(glob))
    .flatMap((glob) => (isInParts(glob) ? rest(partsOf(glob), folders) : [EVERYTHING]));
  return [...new Set(inside)];
}

const EVERYTHING = '**';

/** More braces with folders in them than anybody writes. */
const MOST_BRACES = 4;

/** `{a,b/c}/d` → `a/d`, `b/c/d`. Braces without a folder in them are a part of a name. */
function withoutBraces(glob: string, left = MOST_BRACES): string[] {
  const braces = /\{(?=[^{}]*,)([^{}]*\/[^{}]*)\}/.exec(glob);
  if (braces === null || left === 0) return [glob];
  const before = glob.slice(0, braces.index);
  const after = glob.slice(braces.index + braces[0].length);
  const choices = (braces[1] ?? '').split(',');
  return choices.flatMap((choice) => withoutBraces(`${before}${choice}${after}`, left - 1));
}

/** Whether no folder of the glob is inside of brackets. Where one is, the whole app is taken to be protected. */
function isInParts(glob: string): boolean {
  return !/[([{][^)\]}]*\//.test(glob);
}

function partsOf(glob: string): string[] {
  return glob
    .normalize('NFC')
    .replace(/^\.?\//, '')
    .split('/')
    .filter((part) => part !== '');
}

/** What is left of a glob below the folders; nothing when it leads elsewhere. A folder that is protected is so whole. */
function rest(parts: readonly string[], folders: readonly string[]): string[] {
  let places = new Set([0]);
  for (const folder of folders) {
    const next = new Set<number>();
    // A set takes in what is added while it is gone through: `**` may stand for no folder at all.
    for (const place of places) {
      const part = parts[place];
      if (part === undefined) return [EVERYTHING];
      if (part === EVERYTHING) {
        places.add(place + 1);
        next.add(place);
      } else if (picomatch(part, { dot: true, nocase: true })(folder)) next.add(place + 1);
    }
    places = next;
  }
  return [...places].map((place) => parts.slice(place).join('/') || EVERYTHING);
}
