/**
 * Of some names those among others that have the same words and more, or fewer, where there is one alone.
 *
 * @example
 * containedIn(['note-added', 'closed'], ['noteAddedNow']); // noteAddedNow → note-added
 */
export declare function containedIn(others: readonly string[], names: readonly string[]): ReadonlyMap<string, string>;
