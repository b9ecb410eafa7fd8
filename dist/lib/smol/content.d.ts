/** What `checkContent` says of a file's text. */
export type ContentVerdict = {
    readonly kind: 'ok';
    readonly content: string;
} | {
    readonly kind: 'rejected';
    readonly reason: string;
};
/**
 * Brings the text of one file into the form that is committed, or says why it cannot be (S45, S46): no byte
 * order mark, no lone surrogates, `\n` for `\r\n` (but not in `.bat`, `.cmd` and `.ps1`), exactly one line
 * break at the end.
 *
 * @param text The file's text, fences taken off.
 * @param path Where it will be written; its name decides about line ends and emptiness.
 * @param refuse Why a text may not be written for another reason, as such a clause; null when it may.
 * @returns `ok` with the content, the empty string only for files that are empty by custom such as
 *   `__init__.py`; or `rejected` with a reason, a whole clause without a final full stop.
 */
export declare function checkContent(text: string, path: string, refuse?: (text: string) => string | null): ContentVerdict;
/**
 * Holds the new text of a file that was there before to the same rules, and leaves it as it is: what was not
 * touched stays byte for byte. What a rule forbids is no reason against a change that leaves it where it was.
 *
 * @param before The file's text as it was.
 */
export declare function checkChange(before: string, text: string, path: string, refuse?: (text: string) => string | null): ContentVerdict;
