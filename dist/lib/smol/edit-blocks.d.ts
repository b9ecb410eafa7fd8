/** Lines of a file, and those that come in their place. Without line ends. */
export type Edit = {
    readonly search: readonly string[];
    readonly replace: readonly string[];
};
/** How a reply to "change this file" reads. */
export type EditsReply = {
    readonly kind: 'edits';
    readonly edits: readonly Edit[];
}
/** Nothing in the file has to change. */
 | {
    readonly kind: 'unchanged';
}
/** The reply has no edit in it: it is the whole file. */
 | {
    readonly kind: 'whole';
    readonly text: string;
}
/** `reason` is a whole clause without a final full stop. */
 | {
    readonly kind: 'malformed';
    readonly reason: string;
};
/**
 * Reads the edits out of a reply: blocks of `<<<<<<< SEARCH`, `=======` and `>>>>>>> REPLACE`. Whatever stands
 * outside of them, such as a fence or a sentence, is left out. Markers have five to nine characters; inside a
 * block, those of another length than its first one are content where its own are there too.
 *
 * @returns `malformed` where a block can be read in two ways or in none. Takes time linear in the reply.
 */
export declare function readEdits(reply: string): EditsReply;
/**
 * Whether a text has lines in it that belong around edits or differences rather than into a file: then a reply
 * that was read as a whole file most likely is none.
 */
export declare function hasEditMarks(text: string): boolean;
