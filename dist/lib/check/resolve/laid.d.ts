import type { App } from '../app.js';
/** Folders whose files run somewhere else than where they lie. */
export declare function laidElsewhere(paths: ReadonlySet<string>, folders: ReadonlySet<string>): ReadonlySet<string>;
/**
 * Tells whether a file of this name may be laid at a path by a Makefile or a script that puts folders into each other:
 * there are such, and a file of that name is elsewhere.
 */
export declare function copiesOf({ files }: App, paths: ReadonlySet<string>): (path: string) => boolean;
