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
/** The index of a set of paths, which must not change afterwards: it is made once for each set. */
export declare function indexOf(paths: ReadonlySet<string>): PathIndex;
/** `a/b/c.ts` → `c.ts`. */
export declare function nameOf(path: string): string;
/** `a/b/c.ts` → `a/b`; the empty string for a file of the root. */
export declare function folderOf(path: string): string;
/** The folders that a file lies in, the nearest first, the root (the empty string) last. */
export declare function foldersOf(path: string): string[];
/** A relative path seen from a folder; null where it leads out of the repository. */
export declare function within(folder: string, relative: string): string | null;
