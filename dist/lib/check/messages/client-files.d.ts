import type { App } from '../app.js';
/**
 * The files that run in a browser: what pages load, and all that it imports, but for what a server imports, too; and
 * what lies in a package of a client.
 */
export declare function clientFiles(app: App): ReadonlySet<string>;
