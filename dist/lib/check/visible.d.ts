/**
 * A sentence in which every character can be seen. The others are written by their number.
 *
 * @example
 * visible('Unexpected character \u202e.'); // 'Unexpected character <U+202E>.'
 */
export declare function visible(sentence: string): string;
