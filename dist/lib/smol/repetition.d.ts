/**
 * Whether a model has fallen into endless repetition: the text ends in more than 200 equal lines, or its
 * last 20,000 characters are one piece of at most 400 characters over and over. Looks at the end of the
 * text only and takes a fraction of a millisecond, so it can be asked after every few kB of a stream.
 */
export declare function isRunaway(text: string): boolean;
