import type { App } from '../app.js';
import type { PromisedName } from './promised-name.js';
/** Words for people: what they say of a name is their own affair. */
export declare const PROSE: RegExp;
/** The words of a text, by what they may be made of: with dashes and without; each with where it stands first. */
export declare function wordsOf(text: string): ReadonlyMap<string, number>;
/** One file, and whether promised names stand in it: its text is gone through once, however many there are. */
export declare class WrittenFile {
    #private;
    /** @param spoken words of the plan: none of them is a slip of another. */
    constructor(text: string, spoken: ReadonlyMap<string, number>);
    /** Whether it is a module that hands on what others export, so that it may have a name without saying it. */
    get handsOn(): boolean;
    /** The line in which a word stands first. */
    lineOf(word: string): number;
    /** Whether a promised name stands in the text, in any way in which its language may write it. */
    has({ kind, name }: PromisedName): boolean;
    /** The word of the file that the name is most likely called by; null when there is none. */
    nearest({ kind, name }: PromisedName): string | null;
}
/** What stands in all files of an app, gone through when it is first asked for. */
export declare class Everywhere {
    #private;
    constructor(app: App);
    /** Whether all parts of a route that are no parameters stand in code: it may be put together in several files. */
    hasRoute(route: string): boolean;
    /** A file that takes the name from just that file; null when there is none. */
    importer(path: string, name: string): string | null;
}
