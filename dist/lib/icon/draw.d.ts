/** A larger one is none that anybody asks for. Pixels. */
export declare const LARGEST = 1024;
export type Icon = {
    /** Its ending says in which format it is drawn; systems that cut the corners themselves are known by its name. */
    readonly path: string;
    /** Of the app. */
    readonly name: string;
    /** Pixels, both ways; nothing to an `.ico`, which holds several sizes. */
    readonly size: number;
};
/**
 * Draws a simple icon: the initials of a name, or a geometric mark where it has none, on a ground whose colour is
 * the name's. The same name comes out as the same bytes, everywhere.
 *
 * @returns a PNG, or an ICO for a path that ends with `.ico`.
 */
export declare function drawIcon({ path, name, size }: Icon): Uint8Array;
/** One or two letters that stand for a name; none for one in another script. */
export declare function initials(name: string): string[];
