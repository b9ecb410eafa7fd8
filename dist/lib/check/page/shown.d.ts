/** A name or an address of others as it is shown: on one line, without backticks, and not for long. */
export declare function shown(text: string): string;
