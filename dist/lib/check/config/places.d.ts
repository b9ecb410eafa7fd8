import { type App } from '../app.js';
/** What there is under a path: a file or a folder. */
export declare class Places {
    #private;
    constructor(app: App);
    isFile(path: string): boolean;
    isFolder(path: string): boolean;
    /**
     * Whether a file's relative path leads somewhere; null where that is not known: outside, with variables, or to what
     * git leaves out, since it is made where it is needed.
     */
    has(from: string, relative: string): boolean | null;
    /** The same, from a folder. */
    hasIn(folder: string, relative: string): boolean | null;
}
/** The path that a relative one leads to from a folder; null outside of the set. */
export declare function resolve(folder: string, relative: string): string | null;
/** What a build makes, or an installation. */
export declare function isMade(path: string): boolean;
