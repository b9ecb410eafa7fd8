import type { App } from '../app.js';
import type { Facts } from '../facts.js';
import { type Paths } from './paths.js';
/** How the pages of an app reach a browser, and which of them load a file. */
export type Site = {
    readonly paths: Paths;
    readonly pages: readonly Facts[];
    /** A bundler, a framework or a generator stands between what is written and what is served. */
    readonly isBuilt: boolean;
    /** A server of its own decides what leads where. */
    readonly isServed: boolean;
    /** Some pages or scripts are there whose text is not known. */
    readonly isPartlyUnknown: boolean;
    /** Files that a server may have under an address which begins otherwise: `public/app.js` for `/static/app.js`. */
    readonly mounted: (address: string) => readonly string[];
    /** Script → the pages that load it. */
    readonly loadedBy: ReadonlyMap<string, ReadonlySet<string>>;
};
/** Looked into once for all rules. */
export declare function siteOf(app: App): Site;
/**
 * Whether a file is of the app itself: by its path, or because a page loads it. In `scripts/` stand the tools of some
 * people, and the app of others.
 */
export declare function isSource({ loadedBy }: Site, path: string): boolean;
