/** The folder of a path; '' for one at the root. */
export declare function folderOf(path: string): string;
/** Joins a relative path to a folder; null where it leads out of the root. */
export declare function joined(folder: string, relative: string): string | null;
/** The folders that a path stands in, the nearest first, the root ('') last. */
export declare function foldersAbove(path: string): string[];
/** Whether a name fits a pattern in which `*` stands for anything. In linear steps back at most once a star. */
export declare function fits(pattern: string, name: string): boolean;
