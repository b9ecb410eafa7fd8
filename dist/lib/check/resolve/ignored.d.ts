import type { App } from '../app.js';
/** Tells whether a path that is not there may be made by a tool before it is needed. */
export declare function makerOf(app: App, folders: ReadonlySet<string>): (path: string, from?: string) => boolean;
/** Tells whether git leaves a path out. */
export declare function leftOutOf(app: App): (path: string) => boolean;
