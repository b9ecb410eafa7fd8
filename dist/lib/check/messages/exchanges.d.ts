import type { App } from '../app.js';
import type { Use, UseKind } from '../browser/draft.js';
/** What a file says to others, or waits for. */
export type Exchange = Use & {
    readonly path: string;
    /** Where a function hands on what it is given, if that is how: `api.js:3`. */
    readonly via: string | null;
};
/** All that the code of an app says to other code. */
export type Exchanges = {
    readonly of: (kind: UseKind) => readonly Exchange[];
    /** Texts that calls are given whose functions nobody knows. */
    readonly said: ReadonlySet<string>;
};
/** Put together once for all rules: constants of other files have their texts, functions that hand on their callers'. */
export declare function exchangesOf(app: App): Exchanges;
