import type { App } from '../app.js';
/** A name that stands for a place: `@/*` for `src/*`. */
export type Alias = {
    /** Where it holds, and what its targets are relative to. */
    readonly folder: string;
    readonly pattern: string;
    readonly targets: readonly string[];
    /** Whether a name that fits can be nothing else. */
    readonly isSure: boolean;
};
/** What compilers, package manifests and import maps say stands for what. */
export declare function aliasesOf(app: App): readonly Alias[];
