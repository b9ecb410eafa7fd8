/** Red, green and blue, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number];
/** Grounds from their top to their bottom; white is easy to read on each. */
export declare const GROUNDS: readonly (readonly [top: Colour, bottom: Colour])[];
/** `#2f7d5b` or `#abc` as a colour; null for anything else. */
export declare function readColour(text: string): Colour | null;
/**
 * Whether white signs are easy to see on a colour: a contrast of 3 to 1.
 * https://www.w3.org/TR/WCAG22/#non-text-contrast
 */
export declare function carriesWhite(ground: Colour): boolean;
