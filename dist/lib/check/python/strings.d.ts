/** Whether letters directly before a quote belong to the string. */
export declare function isStringPrefix(letters: string): boolean;
/** Where a string ends that is never closed. */
export declare const UNCLOSED = -1;
/**
 * Finds the end of a string. Since Python 3.12 the braces of an f-string may hold the quotes that it stands in.
 *
 * @param at where its first quote is
 * @returns what comes after its last quote, or `UNCLOSED`
 */
export declare function stringEnd(text: string, at: number, prefix: string, nesting?: number): number;
/** Where the line ends that an offset is in: at its newline, or at the end of the text. */
export declare function lineEnd(text: string, at: number): number;
/** Whether a character begins a string. */
export declare function isQuote(code: number): boolean;
