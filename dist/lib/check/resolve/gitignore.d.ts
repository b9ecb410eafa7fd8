/** One line of a `.gitignore`. */
export type IgnoreRule = {
    /** Where the file with the line stands, with a slash at its end; '' for the root. */
    readonly folder: string;
    /** One for each part of the path; null for any number of parts. */
    readonly parts: readonly (((name: string) => boolean) | null)[];
    readonly onlyFolders: boolean;
    /** Takes back what a line before says. */
    readonly isNegated: boolean;
};
/**
 * Reads a `.gitignore`.
 *
 * @param folder where it stands, with a slash at its end; '' for the root.
 */
export declare function readIgnoreRules(text: string, folder: string): IgnoreRule[];
/**
 * Whether git would leave a path out: the last rule that names it decides. That a folder above is left out is not
 * looked at, since nobody walks into such a folder.
 */
export declare function isIgnored(rules: readonly IgnoreRule[], path: string, isFolder: boolean): boolean;
