import type { App } from '../app.js';
/** What stands in the texts of an app as a name in quotes, or anywhere where that cannot be told. */
export type Words = {
    readonly has: (word: string) => boolean;
    /** Whether code may make the name of a part and something else. */
    readonly mayBeMade: (name: string) => boolean;
    readonly hasKey: (key: string) => boolean;
    readonly makesAnyId: boolean;
    readonly makesAnyData: boolean;
};
/** Goes through the app when the first word is asked for, and no more, whichever rule asks. */
export declare function wordsOf(app: App): Words;
