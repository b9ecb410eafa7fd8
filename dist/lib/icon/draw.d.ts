import { type Colour } from './colours.js';
/** A larger one is none that anybody asks for. Pixels. */
export declare const LARGEST = 1024;
export type Icon = {
    /** Its ending says in which format it is drawn. */
    readonly path: string;
    /** Of the app. */
    readonly name: string;
    /** Pixels, both ways; nothing to an `.ico`, which holds several sizes. */
    readonly size: number;
    /** Of the app, where it has one; it is taken for the ground if white stands out on it. */
    readonly colour: Colour | null;
    /** Whether the ground fills the square: some systems cut the corners themselves. */
    readonly isWhole: boolean;
};
/**
 * Draws a simple icon: the initials of a name, or a geometric mark where it has none, on a ground of the app's colour,
 * or else one of the name's. The same comes out as the same bytes, everywhere.
 *
 * @returns a PNG, or an ICO for a path that ends with `.ico`.
 */
export declare function drawIcon(icon: Icon): Uint8Array;
/** One or two letters that stand for a name; none for one in another script. */
export declare function initials(name: string): string[];
