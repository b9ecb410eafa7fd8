/** Finds the line of an offset in a text, without going through the text each time. */
export declare class Lines {
    #private;
    constructor(text: string);
    /** @returns the line, from 1. */
    at(offset: number): number;
}
