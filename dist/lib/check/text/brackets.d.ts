import type { Broken } from '../facts.js';
/** How a language writes what is no code. */
export type Syntax = {
    /**
     * Where the comment or the text in quotes ends that begins at an offset.
     *
     * @returns the offset itself where none begins, `UNCLOSED` where it does not end, `CUT_OFF` where it may not go
     *   over the end of its line, and does
     */
    readonly skip: (text: string, at: number) => number;
    /** Where code begins, for a language that stands within another; the end of the text where there is none. */
    readonly start?: (text: string) => number;
    /** The signs that a whole file ends with, for a language in which there are no others. */
    readonly ends?: ReadonlySet<string>;
};
/** Where something ends that is never closed. */
export declare const UNCLOSED = -1;
/** Where something ends that is not closed in its line. */
export declare const CUT_OFF = -2;
/** The first bracket, comment or text in quotes that is not closed, or closed by what does not fit. */
export declare function bracketsBroken(text: string, { skip, start, ends }: Syntax): Broken | null;
/** The end of a text in quotes in which a backslash escapes. */
export declare function quotedEnd(text: string, at: number, quote: string, mayBreak: boolean): number;
/** What comes after the next occurrence of a text. */
export declare function after(text: string, end: string, from: number): number;
/** The end of a comment as C has them; the offset itself where none begins. */
export declare function commentEnd(text: string, at: number): number;
