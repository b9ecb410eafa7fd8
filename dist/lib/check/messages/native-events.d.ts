/** Events that browsers, Node and the usual libraries send by themselves: listening to them needs no sender. */
export declare const NATIVE: ReadonlySet<string>;
