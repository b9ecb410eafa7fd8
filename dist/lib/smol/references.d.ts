/** Whether a file is source code, in which `referencesOf` finds what it uses. */
export declare function isCode(path: string): boolean;
/** Whether a file is none, but may name others by their paths, such as `package.json` and `README.md`. */
export declare function namesFiles(path: string): boolean;
/**
 * The files of a repository that a file names as what it imports, includes, loads or shares a package with. It
 * reads no grammar: what stands in a comment or in a string counts, too, since a file that is looked at in vain
 * costs little, and one that is not looked at may break.
 *
 * @param paths all paths of the repository, the same set for each of its files.
 * @returns each path once, never the file itself.
 * @example referencesOf('src/a.ts', "import { b } from './b.js';", new Set(['src/a.ts', 'src/b.ts'])) // ['src/b.ts']
 */
export declare function referencesOf(path: string, content: string, paths: ReadonlySet<string>): string[];
/** What becomes different: paths whose content does, and paths that are there no more. */
export type Changed = {
    readonly changed: ReadonlySet<string>;
    readonly gone: ReadonlySet<string>;
};
/**
 * The files that use one which changes: by what their own content names, and by what a plan says. A file that is
 * no code counts only where it names a path that is there no more.
 *
 * @param contents of the files to look at, by path.
 * @param uses what a plan says that files use, by path.
 * @returns for each user the first changed file that it uses, in the order of `contents`, then of `uses`.
 */
export declare function usersOf({ changed, gone }: Changed, contents: ReadonlyMap<string, string>, uses: ReadonlyMap<string, readonly string[]>, paths: ReadonlySet<string>): Map<string, string>;
