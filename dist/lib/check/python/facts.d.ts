/** One statement that imports. */
export type PythonImport = {
    readonly line: number;
    /** Dots before the module's name. */
    readonly level: number;
    /** `a.b`; empty for `from . import c`. */
    readonly module: string;
    /** What `from` takes out of it, with the name it gets here; null for a plain `import`. */
    readonly names: readonly {
        readonly name: string;
        readonly as: string;
        readonly line: number;
    }[] | null;
    /** `from a import *`. */
    readonly isStar: boolean;
    /** The name that a plain `import` makes: of `a.b` it is `a`. */
    readonly as: string;
    /** Whether it always runs, may be skipped or caught, or is there for a type checker only. */
    readonly runs: 'always' | 'maybe' | 'never';
    /** It stands in a function: who never calls that never needs what is imported. */
    readonly isLate: boolean;
};
/** What may be handed to a function, in the order of its parameters. */
export type Signature = {
    readonly line: number;
    /** Names of what may be given by place. */
    readonly places: readonly string[];
    /** How many of these have to be given. */
    readonly needed: number;
    /** Names of what may be given by name. */
    readonly byName: ReadonlySet<string>;
    /** What has to be given, by name only. */
    readonly neededByName: readonly string[];
};
/** A name of another file that is used here: called, or something of it taken. */
export type PythonUse = {
    readonly line: number;
    /** `load`, or `store` of `store.load`. */
    readonly name: string;
    /** `load` of `store.load`; null for a name alone. */
    readonly member: string | null;
    /** What it is called with; null where it is not called, or where that is not known. */
    readonly given: {
        readonly places: number;
        readonly names: readonly string[];
    } | null;
    /** It always runs where its function does: no condition and no `try` is around it. */
    readonly isCertain: boolean;
};
/** What the rules know of a file in Python. */
export type PythonFacts = {
    readonly imports: readonly PythonImport[];
    /** Everything that is named at the top of the file, imports included. */
    readonly names: ReadonlySet<string>;
    /** It may have names that nobody sees: it has `__getattr__`, or writes into `globals()`. */
    readonly isOpen: boolean;
    /** It may make modules that have no files, or say where else they lie. */
    readonly makesModules: boolean;
    /** What `__all__` lists, with lines; null where there is none or it is computed. */
    readonly all: readonly {
        readonly name: string;
        readonly line: number;
    }[] | null;
    /** Functions and classes of which it is certain what they take. */
    readonly signatures: ReadonlyMap<string, Signature>;
    readonly uses: readonly PythonUse[];
    /** Members that are given to something here: `limit` of `settings.limit = 3`. */
    readonly sets: ReadonlySet<string>;
    /** What it says of the paths of a server. */
    readonly routes: readonly PythonRoute[];
    readonly variables: readonly PythonVariable[];
};
/** What code says of a path of a server. */
export type PythonRoute = {
    /** `served` here, the prefix of others, `said` for whatever reason; `more` where only running tells. */
    readonly kind: 'served' | 'mounted' | 'said' | 'more';
    /** Null for any. */
    readonly methods: readonly string[] | null;
    readonly path: string;
    readonly line: number;
};
/** A variable of the environment that code reads; optional where it is told what to take instead. */
export type PythonVariable = {
    readonly name: string;
    readonly line: number;
    readonly isOptional: boolean;
};
