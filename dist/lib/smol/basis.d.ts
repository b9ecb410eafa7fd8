import type { DevelopRequest, Plan, PlannedFile } from './events.js';
import { type PlanRules } from './plan.js';
import type { Brief, Source } from './prompts.js';
import { type ReadSource } from './sources.js';
type Request = Pick<DevelopRequest, 'prompt' | 'instructions' | 'existing' | 'previous' | 'resume'>;
/** What every call of a run begins with. */
export declare function briefOf({ prompt, instructions, existing }: Request): Brief;
/** What there is to take the files of a plan from. */
export type Basis = {
    /** Files that need not be made: of an earlier run of the same plan, or of an older plan where it says the same. */
    readonly kept: ReadonlyMap<string, string>;
    /** What is in the repository of those that change. */
    readonly present: ReadonlyMap<string, string>;
    /** The content on which those are made that are edited; a file that cannot be is missing. */
    readonly edited: ReadonlyMap<string, string>;
};
/** Whether a file is edited rather than written anew. */
export declare function isEdited({ path, action }: PlannedFile, { previous }: Request): boolean;
/** Finds what need not be made of a plan, and reads what is edited. What an older plan came to goes before the rest. */
export declare function readBasis(plan: Plan, request: Request, rules: PlanRules, read: ReadSource, signal: AbortSignal): Promise<Basis>;
/** The files that are there and that a file uses, as far as they can be shown with it. */
export declare function sourcesOf({ path, uses }: PlannedFile, { existing }: Request, read: ReadSource, signal: AbortSignal): Promise<Source[]>;
export {};
