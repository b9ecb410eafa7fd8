/**
 * The candidate that a name is most likely a slip of: the same letters in another case or with other separators,
 * one more or less `s`, the same words in another order, or one slip of the finger in a name of some length.
 *
 * @returns null when none is near. A candidate that is the name itself is no slip, and is passed over.
 * @example
 * nearest('loadBoard', ['createStore', 'loadBoards']); // 'loadBoards'
 */
export declare function nearest(name: string, candidates: Iterable<string>): string | null;
/**
 * Names among which the nearest of many others is looked for: each lookup compares only those that may be near,
 * however many there are.
 */
export declare class NearNames {
    #private;
    constructor(names: Iterable<string>);
    /** @returns what `nearest` would find among the names, by the same measure; null when none is near. */
    nearest(name: string): string | null;
}
/** Whether one letter was left out, added, replaced, or two neighbours changed places, in a name of some length. */
export declare function isSlip(left: string, right: string): boolean;
