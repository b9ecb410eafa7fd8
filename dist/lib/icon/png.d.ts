/** Red, green, blue and how much of the ground is covered. */
export declare const CHANNELS = 4;
/** A square picture as a PNG. @param pixels four bytes a pixel, row by row. */
export declare function pngOf(pixels: Uint8Array, size: number): Uint8Array;
/** PNGs of one picture in several sizes as one ICO. */
export declare function icoOf(pictures: readonly {
    readonly size: number;
    readonly png: Uint8Array;
}[]): Uint8Array;
