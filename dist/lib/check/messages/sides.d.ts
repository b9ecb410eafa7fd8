import type { App } from '../app.js';
/** Where the files of an app run. */
export type SidesOfApp = {
    /**
     * In a browser: what pages load, and all that it imports, but for what a server imports, too; and what lies in a
     * package of a client.
     */
    readonly client: ReadonlySet<string>;
    /** In a server: where one is made, and all that is imported there. */
    readonly server: ReadonlySet<string>;
};
/** Tells the files of a server from those of its pages. */
export declare function sidesOfApp(app: App): SidesOfApp;
