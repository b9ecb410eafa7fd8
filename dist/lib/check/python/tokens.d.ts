import type { Broken } from '../facts.js';
/** A word of Python. */
export type Token = {
    readonly kind: 'name' | 'number' | 'string' | 'operator';
    readonly text: string;
    readonly line: number;
    /** How many brackets it stands in; a bracket itself stands outside of what it opens or closes. */
    readonly depth: number;
};
/** One statement or several, or the head of a block: lines in brackets are one line. */
export type LogicalLine = {
    /** Columns before its first word; a tab goes to the next multiple of eight. */
    readonly indent: number;
    readonly line: number;
    readonly tokens: readonly Token[];
};
/** Splits Python into logical lines, until the first place where that cannot go on. */
export declare function tokenize(text: string): {
    lines: readonly LogicalLine[];
    broken: Broken | null;
};
