import type { App } from '../app.js';
/** A path that the server of an app has. */
export type Route = {
    readonly path: string;
    readonly line: number;
    /** Null for any. */
    readonly methods: readonly string[] | null;
    /** It is only said in a text, so that code may go by it. */
    readonly isSaid: boolean;
    /** As it stands in the file. */
    readonly said: string;
    readonly segments: readonly string[];
    /** The whole path, with `*` for its parameters. */
    readonly text: string;
};
/** What is known of the server of an app. */
export type Server = {
    /** Files of the server. */
    readonly files: ReadonlySet<string>;
    /** As they are said. */
    readonly routes: readonly Route[];
    /** With the prefixes under which they may stand. */
    readonly full: readonly Route[];
    /** There may be more than is known. */
    readonly isOpen: boolean;
    /** The same, but for what stands in front of it: a framework that has pages, in a package beside. */
    readonly isOpenBehind: boolean;
    /** Whether no other server, of the package that a file is in, may be meant by it. */
    readonly isAskedFirst: (path: string) => boolean;
    /** Files that run in it. */
    readonly ofServer: ReadonlySet<string>;
    /** Code of the app looks at paths itself. */
    readonly isByHand: boolean;
    /** Whether something answers every path that nothing else answers, a page mostly: asked for in a way, or in any. */
    readonly isCaught: (method: string | null) => boolean;
};
/** What is known of the server of an app, looked into once; null where it has none. */
export declare function serverOf(app: App): Server | null;
