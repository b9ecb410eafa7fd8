/** What a comment says of code that is not there. */
export type LeftOut = {
    /**
     * `certain`: nobody says so of code that is whole; `likely`: hardly anybody; `todo`: a person may, of what works and
     * shall do more.
     */
    readonly kind: 'certain' | 'likely' | 'todo';
};
/** Whether a text may say that something is to be written: in most there is nothing like it. */
export declare function isTelling(text: string): boolean;
/**
 * What a comment says of code that is not there; null when it is an ordinary one.
 *
 * @param comment Without its signs.
 */
export declare function leftOut(comment: string): LeftOut | null;
