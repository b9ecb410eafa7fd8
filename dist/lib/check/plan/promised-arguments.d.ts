import type { Promised } from '../app.js';
/** A function as a plan calls it, and how many arguments it is given there. */
export type PromisedFunction = {
    /** As the plan has it. */
    readonly shown: string;
    readonly required: number;
    /** Null where there is no end of them. */
    readonly most: number | null;
};
/** Whether a function may be given as many arguments. */
export declare function takes({ required, most }: Pick<PromisedFunction, 'required' | 'most'>, count: number): boolean;
/** The functions of a plan whose arguments it lists, by path and name. */
export declare function promisedFunctions(plan: Promised | null): (path: string, name: string) => PromisedFunction | null;
/**
 * Reads `save(key, { a, b }, done?)`; null where it leaves something out.
 *
 * @example
 * readFunction('save(key, value = null)'); // { shown: …, required: 1, most: 2 }
 */
export declare function readFunction(shown: string): PromisedFunction | null;
