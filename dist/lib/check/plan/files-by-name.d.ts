/** Finds the file of a plan that a word means: by its path, by its name, or as a module of Python. */
export declare class FilesByName {
    #private;
    constructor(paths: readonly string[]);
    find(word: string): string | null;
}
