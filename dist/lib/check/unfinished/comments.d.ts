import type { Language } from '../language.js';
/** A comment of a file. */
export type Comment = {
    readonly start: number;
    readonly end: number;
    /** Without its signs. */
    readonly text: string;
};
/** A file, its comments told from its code. */
export type Scanned = {
    readonly comments: readonly Comment[];
    /** The text with a space for everything in comments and strings, line breaks but: offsets stay. */
    readonly code: string;
};
/** Whether comments of such a file can be told from its code. */
export declare function canScan(path: string, language: Language): boolean;
/** Tells comments and strings from code, in one pass. A string that is left open ends with its line. */
export declare function scan(path: string, language: Language, text: string): Scanned;
