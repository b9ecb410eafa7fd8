/**
 * What becomes of a path a model asked for. `path` is the path as it will be written (NFC, without a leading
 * `./`), except where it is refused: then it is the path as the model gave it.
 */
export type PathVerdict = {
    readonly kind: 'write';
    readonly path: string;
}
/** An icon, which no model can write: it is drawn from the app's name. */
 | {
    readonly kind: 'draw';
    readonly path: string;
} | {
    readonly kind: 'set aside';
    readonly path: string;
    readonly reason: string;
} | {
    readonly kind: 'refused';
    readonly path: string;
    readonly reason: string;
};
/**
 * Decides whether a file may be written at this path. Nothing is repaired silently: a path is used as it
 * is, except that it is NFC-normalised and one leading `./` is dropped.
 *
 * @param path The path as a model gave it, relative, with `/` between segments.
 * @param protectedPaths Globs of the user. A glob that matches a folder protects all that lies in it.
 * @returns `write`; `draw` for an icon; `set aside` for what a person should add by hand (S37); `refused` for what
 *   cannot or must not be a file of a repository (S36). Reasons are whole clauses without a final full stop.
 * @example checkPath('./src/app.ts') // { kind: 'write', path: 'src/app.ts' }
 */
export declare function checkPath(path: string, protectedPaths?: readonly string[]): PathVerdict;
/**
 * Applies `checkPath` to a whole list, and refuses what collides with an earlier path of it: the same path,
 * one that differs only in letter case or Unicode form, and a file where another path needs a folder (S38).
 *
 * @returns One verdict for each path, in the order of `paths`. The paths not refused can all be checked out
 *   next to each other on any file system.
 */
export declare function selectPaths(paths: readonly string[], options: {
    readonly protectedPaths: readonly string[];
}): PathVerdict[];
/** Whether a path is refused for nothing but this: its file is no text, and a person has to add it. */
export declare function isBinary(path: string): boolean;
/**
 * Why a file that is there may not be removed; null when it may. What cannot be written, such as a lock file or
 * a picture, can be removed all the same.
 */
export declare function refuseRemoval(path: string, protectedPaths: readonly string[]): string | null;
