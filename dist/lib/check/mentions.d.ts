/** Where a file is named. */
export type Mention = {
    readonly path: string;
    /** From 1. */
    readonly line: number;
};
/**
 * Where the files of an app name another one, whatever language they are in: once for each file, prose only where
 * nothing else does.
 *
 * @param files path → text.
 * @param path of the file that is named; it need not be there.
 */
export declare function mentionsOf(files: ReadonlyMap<string, string>, path: string): readonly Mention[];
