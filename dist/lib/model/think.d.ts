/** Takes a leading `<think>…</think>` out of a text that comes in pieces. */
export type ThinkFilter = {
    /** The part of the text, up to and with this piece, that may be shown now. */
    push(piece: string): string;
    /** What is left when nothing more comes: an unclosed block is reasoning, all of it. */
    end(): string;
    /** Characters of reasoning so far. */
    readonly hidden: number;
};
/**
 * Local and open models write their reasoning before the reply. Only a block at the very start is taken
 * for one: a file may speak of `<think>` too. White space around the block goes with it.
 *
 * @example filter.push('<thi') === ''; filter.push('nk>hm</think>\n\nHi') === 'Hi'
 */
export declare function createThinkFilter(): ThinkFilter;
