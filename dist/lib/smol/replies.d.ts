import type { Heading } from './file-list.js';
/** From its heading's line to the line after its last. */
export type RepliesSection = {
    readonly start: number;
    readonly end: number;
};
/** Finds the section in which a plan of a change replies to the remarks; null where it has none. */
export declare function repliesSection(lines: readonly string[], headings: readonly Heading[]): RepliesSection | null;
/**
 * Reads the replies out of their section, whose heading is not among the lines.
 *
 * @returns one for each remark, in the order of the remarks: Markdown; null where the remark asks for nothing;
 *   the empty string where the model gave none.
 */
export declare function readReplies(lines: readonly string[], count: number): (string | null)[];
/** Replies as `readReplies` reads them. */
export declare function writeReplies(replies: readonly (string | null)[]): string;
