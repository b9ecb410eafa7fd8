import type { App } from '../app.js';
/** All paths of an app, by the ways in which they are looked for. */
export type Paths = {
    readonly all: ReadonlySet<string>;
    /** In lower case → as it is written. */
    readonly byLetters: ReadonlyMap<string, string>;
    /** By the last part of the path. */
    readonly byName: ReadonlyMap<string, readonly string[]>;
    readonly folders: ReadonlySet<string>;
};
export declare function pathsOf({ files, others }: Pick<App, 'files' | 'others'>): Paths;
/** `a/b/c.js` → `a/b`; '' for what stands at the root. */
export declare function folderOf(path: string): string;
export declare function nameOf(path: string): string;
/** An address as a path; null for what leads elsewhere, is made by an engine, or is known to a bundler only. */
export declare function pathOfAddress(address: string): string | null;
/** A path from a folder; null where it leads out of the app. */
export declare function join(folder: string, path: string): string | null;
/** A folder and those it stands in, the root last. */
export declare function foldersAbove(folder: string): string[];
/** Where an address from the root may lead, seen from a folder. */
export declare function rootCandidates(folder: string, path: string): string[];
/** Whether any file's path ends so: some server may have it there. */
export declare function endsAnywhere(paths: Paths, path: string): boolean;
/**
 * Whether a file is there that an address from the root leads to from further down: `/user/app/js/main.js` where the
 * app is served as `/user/app/`. One folder that is too much is a mistake more often than a place.
 */
export declare function isFurtherDown({ all }: Paths, path: string): boolean;
/** What a build, a package manager or a compiler makes: it need not be there. */
export declare function isMade(paths: Paths, path: string): boolean;
