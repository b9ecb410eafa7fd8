import type { App } from '../app.js';
import type { Resolver } from '../resolve/resolve.js';
import type { Exported, Exports, ScriptFacts } from '../script/facts.js';
/** What a file gives to others, with what it gives on. */
export type Offer = {
    readonly form: Exports['form'];
    readonly names: ReadonlyMap<string, Exported>;
    /** Whether there may be more. */
    readonly isOpen: boolean;
};
/** The code of a file that is a script as a whole; null where it is none, or was not looked into. */
export declare function scriptOf({ facts }: App, path: string): ScriptFacts | null;
/** What the files of an app export, as seen by the others. */
export declare class Offers {
    #private;
    constructor(app: App, resolver: Resolver);
    /** What a file exports. */
    of(path: string): Offer;
}
/** What the files of an app export, made once. */
export declare function offersOf(app: App, resolver: Resolver): Offers;
