import type { Facts } from './facts.js';
/** A file that was not looked into. */
export type Skipped = {
    readonly path: string;
    readonly reason: string;
};
/** What the files say, each read once, and which are not looked into. */
export declare function readFiles(files: ReadonlyMap<string, string>, now?: () => number): Promise<{
    facts: ReadonlyMap<string, Facts>;
    skipped: readonly Skipped[];
}>;
