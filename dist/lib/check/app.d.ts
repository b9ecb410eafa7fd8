import type { Facts } from './facts.js';
/** What a plan says of the files, as far as a check cares. */
export type Promised = {
    /** The whole plan, its contract between the files included. */
    readonly text: string;
    readonly files: readonly {
        readonly path: string;
        readonly description: string;
        readonly uses: readonly string[];
        /** Why the file is not written; null for one that is. */
        readonly setAside: string | null;
    }[];
};
/** Files that are to work together. */
export type App = {
    /** Path → text of all files that are known. */
    readonly files: ReadonlyMap<string, string>;
    /** Path → what is known of it; a file that was not looked into is missing. */
    readonly facts: ReadonlyMap<string, Facts>;
    /** Paths that are there besides, of whose text nothing is known. */
    readonly others: ReadonlySet<string>;
    /** Null where there is none. */
    readonly plan: Promised | null;
};
/** Whether a path is there, as a file. */
export declare function has({ files, others }: Pick<App, 'files' | 'others'>, path: string): boolean;
