/**
 * The lowest major version that a range takes; null where that cannot be said, or where it asks for what is not
 * released yet.
 *
 * @example lowestMajor('^4.18.0 || >=5') === 4
 */
export declare function lowestMajor(range: string): number | null;
