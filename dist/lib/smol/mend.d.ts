import { type Finding } from '../check/finding.js';
import type { CodeOptions } from './code.js';
import type { Checks, DevelopEvent, Plan, PlannedFile } from './events.js';
import { type Made } from './make-files.js';
import type { EditReason } from './prompts.js';
/** What is around the files that were made. */
export type Surroundings = {
    /** Path → text of other files that are known, and of those that were made as they stood before. */
    readonly before: ReadonlyMap<string, string>;
    /** Paths of all files that are there. */
    readonly paths: ReadonlySet<string>;
    /** Paths that are no more. */
    readonly gone: ReadonlySet<string>;
    /** What earlier checks of what was made left: it counts until it is mended. */
    readonly left: readonly Finding[];
};
/** Asks the model to mend one file. */
export type MendFile = (file: PlannedFile, content: string, findings: readonly Finding[], options: CodeOptions) => Promise<Made>;
export type Mending = {
    readonly plan: Plan;
    /** Path → content of the files that were made, in the plan's order. */
    readonly files: ReadonlyMap<string, string>;
    readonly around: Surroundings;
    readonly mend: MendFile;
    readonly signal: AbortSignal;
    readonly emit: (event: DevelopEvent) => void;
};
/**
 * Checks files as a set, and has those with errors mended by whoever wrote them: only those, at the same time, at most
 * twice. A round after which there are more errors than before is thrown away; a file that cannot be mended stays as
 * it is.
 */
export declare function checkAndMend(mending: Mending): Promise<{
    readonly files: ReadonlyMap<string, string>;
    readonly checks: Checks;
}>;
/** What is told to whoever mends a file. */
export declare function reasonOf(findings: readonly Finding[]): EditReason;
/** How many of them are errors. */
export declare function countErrors(findings: readonly Finding[]): number;
