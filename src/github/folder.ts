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
