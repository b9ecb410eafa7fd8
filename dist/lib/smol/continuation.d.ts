/**
 * Joins a reply that was cut at the token limit with its continuation. Where the continuation repeats the end
 * of the head, the repetition is dropped: the longest one of up to 2,000 characters, unless it is so short
 * that it may be a coincidence (12 characters; 3 where it begins a line; a letter or digit must be in it). A
 * fence put around the continuation is taken off.
 *
 * Takes time linear in the lengths. Never drops a character of `head`.
 *
 * @example stitch('const a = 1;\nconst bet', 'const beta = 2;\n') // 'const a = 1;\nconst beta = 2;\n'
 */
export declare function stitch(head: string, tail: string): string;
