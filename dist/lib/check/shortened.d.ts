/** A name or text of others as it stands between backticks in a sentence: on one line, without backticks, short. */
export declare function shortened(text: string): string;
