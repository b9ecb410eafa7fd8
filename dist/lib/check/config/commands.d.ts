/** The files that a command runs, as they stand in it; none of those behind a change of folder. */
export declare function filesRunBy(command: string): readonly string[];
