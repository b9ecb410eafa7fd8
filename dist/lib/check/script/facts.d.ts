import type { BrowserFacts } from '../browser/browser.js';
/** What the rules know of code in JavaScript or TypeScript: filled by `page/script.ts` in one walk over its tree. */
export type ScriptFacts = {
    /** Whether it is a module: it imports, exports, or awaits at its top. */
    readonly isModule: boolean;
    readonly browser: BrowserFacts;
    readonly imports: readonly Import[];
    readonly exports: Exports;
    readonly globals: Globals;
};
/** What one file takes from another, or from a package. */
export type Import = {
    readonly specifier: string;
    readonly line: number;
    readonly how: 'import' | 'export' | 'require' | 'dynamic';
    /** Only types are taken, so that nothing is left of it when the code runs. */
    readonly isType: boolean;
    /** It stands in a `try`, or behind a condition: the code may know what to do without. */
    readonly isGuarded: boolean;
    /** What is taken by name; `default` is a name, too. */
    readonly names: readonly Taken[];
    readonly calls: readonly Call[];
    /** Something is put on the module from here, so that what it exports is more than its file says. */
    readonly writes: boolean;
};
/** A name that is taken from another file. */
export type Taken = {
    readonly name: string;
    readonly line: number;
    readonly isType: boolean;
    /** It is read from the whole, `all.name`: where it is not there, only that is without a value. */
    readonly isMember: boolean;
};
/** A call of a function by the name it is exported under. */
export type Call = {
    readonly name: string;
    readonly line: number;
    readonly count: number;
};
/** What a file gives to others. */
export type Exports = {
    readonly form: 'module' | 'commonjs' | 'none';
    /** By name; `default` is a name, too. */
    readonly names: ReadonlyMap<string, Exported>;
    /** Files and packages all of whose names are given on. */
    readonly stars: readonly string[];
    /** Whether there may be more than `names` and `stars` say. */
    readonly isOpen: boolean;
};
export type Exported = {
    readonly line: number;
    readonly signature: Signature | null;
};
/** How many arguments a function takes. */
export type Signature = {
    readonly required: number;
    /** Null where there is no end. */
    readonly most: number | null;
};
/** What scripts share through names that all of them see. */
export type Globals = {
    /** Objects that all members are known of, by path (`App`, `App.store`), and what this file adds to others. */
    readonly objects: ReadonlyMap<string, GlobalObject>;
    /** Members that are called, `App.store.load()`, each with its line. */
    readonly calls: readonly {
        readonly path: string;
        readonly line: number;
        readonly count: number | null;
    }[];
};
export type GlobalObject = {
    readonly members: ReadonlyMap<string, Exported>;
    /** Whether there may be members besides. */
    readonly isOpen: boolean;
    /** Whether this file makes the object, and does not only add to it. */
    readonly isMade: boolean;
    /** Whether this file says that there is such an object, `window.App = window.App || {}`. */
    readonly isSaid: boolean;
};
