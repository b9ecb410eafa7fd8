import type { CodeOptions } from './code.js';
import type { DevelopEvent, DevelopRequest, FileFailure, Plan, PlannedFile } from './events.js';
/** What asking for one file came to. */
export type Made = {
    readonly content: string;
    readonly kind: 'changed' | 'unchanged';
};
/** Asks the model for one file. */
export type MakeFile = (file: PlannedFile, options: CodeOptions) => Promise<Made>;
/** How the files of a plan are made. */
export type Making = Pick<DevelopRequest, 'resume' | 'refuseContent'> & {
    readonly plan: Plan;
    readonly make: MakeFile;
    /** Of files that are there already, their content as it stands, by the path that they are written at. */
    readonly before?: ReadonlyMap<string, string> | undefined;
    readonly signal: AbortSignal;
    readonly emit: (event: DevelopEvent) => void;
};
/** What the files of a plan came to, in the plan's order. */
export type Outcome = {
    readonly files: Map<string, string>;
    readonly failed: FileFailure[];
};
/**
 * Makes all files of a plan at the same time, and takes over those of an earlier run. One that fails does not
 * stop the others, unless all would fail in the same way.
 */
export declare function makeFiles(making: Making): Promise<Outcome>;
/** What a call for a file tells while it goes on, as events. */
export declare function reporting(path: string, emit: Making['emit'], onFirstToken?: () => void): CodeOptions;
