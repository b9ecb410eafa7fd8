/** What stands under names, one in the other; undefined where it does not. Reads no inherited property. */
export declare function at(data: unknown, ...names: readonly string[]): unknown;
/** Names and values of an object; none of anything else. */
export declare function entriesOf(data: unknown): readonly (readonly [string, unknown])[];
/** The texts of a list, or the text alone. */
export declare function textsOf(data: unknown): readonly string[];
/** The first line of a text that has all of these words, from 1; null where none has. */
export declare function lineWith(text: string | undefined, ...words: readonly string[]): number | null;
