/** Names as `scripts/widely-used.mjs` writes them. */
export type Table = {
    /** When it was made. */
    readonly month: string;
    /** Before each name a capital: how many signs it begins with of the name before it in the line. */
    readonly names: readonly string[];
};
/** The widely used packages of a registry. */
export declare class KnownNames {
    #private;
    readonly month: string;
    constructor({ month, names }: Table);
    /** Whether many use it, or packages of its scope. */
    has(name: string): boolean;
    /** The newest major version that is known of. */
    newestMajor(name: string): number | null;
    /**
     * The widely used name that this one is most likely a slip of: other separators, the same words in another order, or
     * one slip of the finger. All are gone through, so it is not for many.
     */
    nearest(name: string): string | null;
}
