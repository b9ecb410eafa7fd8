/** A text cut into its lines, each with the line end that stands after it. */
export type Lines = {
    /** A byte order mark before the first line, or the empty string. */
    readonly mark: string;
    readonly texts: readonly string[];
    /** `\n`, `\r\n`, or `\r` where nothing else ends lines; the empty string after a last line without an end. */
    readonly ends: readonly string[];
};
/**
 * Cuts a text into lines, so that `joinLines` gives it back byte for byte. A lone carriage return ends a line
 * only where the text has no line feed at all; a line feed at the very end begins no further line.
 */
export declare function splitLines(text: string): Lines;
/** The text that was cut. */
export declare function joinLines({ mark, texts, ends }: Lines): string;
/** The line end that a text has most of; `\n` where it has none. */
export declare function commonEnd({ ends }: Lines): string;
/** A part of a text's lines, `start` included and `end` not, and what comes in its place. */
export type Splice = {
    readonly start: number;
    readonly end: number;
    readonly texts: readonly string[];
};
/**
 * Replaces parts of a text that do not overlap. What stands between them stays byte for byte; a new line takes
 * the end of the line in whose place it comes, or else the most common one; where the last line had no end, the
 * new last one has none.
 *
 * @param splices in the order of the text.
 */
export declare function spliceLines(lines: Lines, splices: readonly Splice[]): Lines;
/** The same change without the lines at its beginning and end that it leaves as `before` has them. */
export declare function narrow({ start, end, texts }: Splice, before: readonly string[]): Splice;
