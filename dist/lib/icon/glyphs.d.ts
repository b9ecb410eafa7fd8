/** A line of a drawing, from one point to the next. */
export type Segment = {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
};
/** What a pen draws: it is 10 high, and as wide as it is. */
export type Drawing = {
    readonly width: number;
    readonly segments: readonly Segment[];
};
/** A letter from A to Z or a digit; null for every other character. */
export declare function letter(character: string): Drawing | null;
/** One of a few geometric marks, by a number. */
export declare function mark(number: number): Drawing;
