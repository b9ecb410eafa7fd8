import type { Edit } from './edit-blocks.js';
/** What came of edits. `reason` is a whole clause without a final full stop. */
export type Applied = {
    readonly kind: 'applied';
    readonly content: string;
} | {
    readonly kind: 'rejected';
    readonly reason: string;
};
/**
 * Makes edits of a text. The lines of each are looked for as whole lines and must be found at exactly one
 * place; where they are found at none, white space at their ends need not match. All are looked for in the text
 * as it was, and none may overlap another.
 *
 * Every line outside of the edits stays byte for byte, and so do lines at an edit's beginning and end that it
 * repeats. Only in an empty text may an edit replace nothing.
 *
 * @example applyEdits('a\r\nb\r\n', [{ search: ['b'], replace: ['c'] }]) // content: 'a\r\nc\r\n'
 */
export declare function applyEdits(content: string, edits: readonly Edit[]): Applied;
