/** What a comment says of code that is not there. */
export type LeftOut = {
    /**
     * `certain`: nobody says so of code that is whole; `likely`: hardly anybody; `todo`: a person may, of what works and
     * shall do more.
     */
    readonly kind: 'certain' | 'likely' | 'todo';
};
/** Whether a text may say anywhere that code is to be written, before it is looked into. */
export declare function isTelling(text: string): boolean;
/**
 * Whether a text may hold such a comment. Telling all comments from the code takes ten times as long, and is done only
 * where something that looks like a comment, wherever it stands, says so.
 */
export declare function mayLeaveOut(text: string): boolean;
/**
 * What a comment says of code that is not there; null when it is an ordinary one.
 *
 * @param comment Without its signs.
 */
export declare function leftOut(comment: string): LeftOut | null;
