/** Names with `*` that others are compared with, one by one; who has more makes all names by code. */
export declare const MOST_PATTERNS = 100;
/** Whether two names may be the same where `*` in either stands for any text. */
export declare function mayBeSame(left: string, right: string): boolean;
