import type { Reference } from '../page/facts.js';
import { type Visitors } from '../script/walk.js';
import type { Helper, HelperCall, Lookup, Use } from './draft.js';
import type { Forward, Passing, TextCall } from './passing.js';
/** What code has to do with pages and with other scripts. */
export type BrowserFacts = {
    readonly references: readonly Reference[];
    /** Modules of the own files that are loaded, as they are named. */
    readonly loads: readonly string[];
    readonly lookups: readonly Lookup[];
    /** Functions that look up what they are given. */
    readonly helpers: ReadonlyMap<string, Helper>;
    /** Calls that may be of such functions of other files. */
    readonly helperCalls: readonly HelperCall[];
    /** Words and short texts in strings: whatever they are for, the code may make a name of them. */
    readonly mentions: ReadonlySet<string>;
    readonly keys: ReadonlySet<string>;
    /** Texts beside something that only running tells. */
    readonly ends: ReadonlySet<string>;
    readonly makesAnyId: boolean;
    readonly makesAnyData: boolean;
    /** Whether it looks at what stands behind the `#` of an address. */
    readonly readsHash: boolean;
    /** Whether it starts a server. */
    readonly isServer: boolean;
    /** Whether it looks at the path of an address by itself. */
    readonly looksAtPath: boolean;
    /** Whether it serves paths that nobody sees. */
    readonly servesMore: boolean;
    readonly uses: readonly Use[];
    /** Functions that hand on what they are given, by name. */
    readonly passing: ReadonlyMap<string, readonly Passing[]>;
    /** Functions that give others what they are given, by name. */
    readonly forwards: ReadonlyMap<string, readonly Forward[]>;
    /** Calls that may be of such functions. */
    readonly textCalls: readonly TextCall[];
    /** Functions that are given what is no text, by which of their arguments: a bit for each. */
    readonly openCalls: ReadonlyMap<string, number>;
    /** Texts that have names as people give them to constants. */
    readonly constants: ReadonlyMap<string, string>;
};
/** Collects them on a walk over the tree of a script. */
export declare function browserCollector(): {
    readonly visitors: readonly Visitors[];
    readonly finish: () => BrowserFacts;
};
/** What a call of a function looks up that looks up what it is given. */
export declare function lookupsOf({ helper, text, line }: HelperCall, { by, isSure }: Helper): Lookup[];
