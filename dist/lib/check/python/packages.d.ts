/** Module → packages that bring it, where the names differ. */
export declare const NAMES_DIFFER: ReadonlyMap<string, readonly string[]>;
/** Module → packages that bring it along. */
export declare const WITH_OTHERS: ReadonlyMap<string, readonly string[]>;
