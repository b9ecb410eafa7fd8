import type { ExistingRepository } from './events.js';
import type { Source } from './prompts.js';
/** Reads a file of a repository; null where it is no text that can be changed. */
export type ReadSource = ExistingRepository['read'];
/** Reads each file once, however many ask for it. */
export declare function readOnce(read: ReadSource): ReadSource;
/**
 * Reads files, a few at the same time, in the order given, until they are as many characters as allowed.
 *
 * @returns the contents of those that are text, by path.
 */
export declare function readSources(paths: Iterable<string>, read: ReadSource, { maxFiles, maxCharacters, signal }: {
    maxFiles: number;
    maxCharacters: number;
    signal: AbortSignal;
}): Promise<Map<string, string>>;
/** Reads what a repository says of itself: the files nearest to its root first. */
export declare function readManifests(paths: ReadonlySet<string>, read: ReadSource, signal: AbortSignal): Promise<Map<string, string>>;
/** Of the files that a file uses, those that can be shown with it: whole ones, those named first before others. */
export declare function usedSources(paths: Iterable<string>, read: ReadSource, signal: AbortSignal): Promise<Source[]>;
