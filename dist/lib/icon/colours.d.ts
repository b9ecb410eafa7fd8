/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];
/** Grounds from their top to their bottom; white is easy to read on each. */
export declare const GROUNDS: readonly (readonly [top: Colour, bottom: Colour])[];
