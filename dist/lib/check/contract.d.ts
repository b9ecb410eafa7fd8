import type { Promised } from './app.js';
/** A name that a plan gives a file. */
export type PromisedName = {
    /** The file that is to have it. */
    readonly path: string;
    readonly kind: 'function' | 'constant' | 'name' | 'id' | 'class' | 'attribute' | 'flag' | 'route';
    /** As it is looked for: an id without `#`, a class without its dot, a route without its method. */
    readonly name: string;
    /** As the plan has it. */
    readonly shown: string;
};
/**
 * Reads the names that a plan gives its files: those in backticks that stand first in an item or a clause of a line
 * which begins with a file, or which names one before its colon.
 *
 * Names that are mentioned (what a function calls, what a page is filled with) are none, nor is prose in backticks.
 */
export declare function promisedNames(plan: Promised): readonly PromisedName[];
