import type { Promised } from './app.js';
/** A name of somebody else's in a sentence: in backticks, on one line, not too long. */
export declare function code(name: string): string;
/** Several names in a sentence; of many, the first. */
export declare function codes(names: Iterable<string>, most?: number): string;
/** The names that a plan gives as code: between backticks, or in a block of code. */
export declare function namedIn(plan: Promised | null): ReadonlySet<string>;
/** Whether the plan has the name that is taken and not the one that is given: then it is the giver that departs. */
export declare function isTakenByPlan(plan: Promised | null, taken: string, given: string | null): boolean;
/** Whether a plan has a name as a whole: `poll` is no part of `polls`. */
export declare function isInPlan(plan: Promised | null, name: string): boolean;
