/** The line that opens or closes a fenced block of Markdown. */
export type Fence = {
    readonly marker: '`' | '~';
    /** How many markers; three or more. */
    readonly length: number;
    /** What follows the markers, trimmed: `ts`, `c++`, `tsx title="a"`. Empty in a line that closes. */
    readonly tag: string;
};
/**
 * Reads one line (without its line feed) as a fence, by CommonMark's rule: at most three spaces, then three
 * or more markers; what follows backticks holds none. Null for any other line.
 */
export declare function readFence(line: string): Fence | null;
/** Whether a line may close the block that `opener` opened: same marker, at least as long, without a tag. */
export declare function closes(fence: Fence, opener: Fence): boolean;
/**
 * The line that closes the block opened in line `open`, or null where none does. Models put fences of the
 * same length inside each other, so a line without a tag may close the block or open one inside it. Decided,
 * in this order, by: a tag (it opens); the blank lines around it (`text, blank, fence, code` opens, `code,
 * fence, blank` closes); and whether the fences that follow still come out even.
 *
 * @param lines The lines of the reply, without line feeds.
 * @param open Index of the line with the opening fence.
 * @param nested Where nothing else decides: take the line for one inside (true) or for the end (false).
 */
export declare function findCloser(lines: readonly string[], open: number, nested: boolean): number | null;
/** Whether a line is missing or holds white space alone. */
export declare function isBlank(line: string | undefined): boolean;
