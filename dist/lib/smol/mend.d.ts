import { type Finding } from '../check/finding.js';
import type { CodeOptions } from './code.js';
import type { Checks, DevelopEvent, Plan, PlannedFile } from './events.js';
import { type Looked } from './look.js';
import { type Made } from './make-files.js';
import type { EditReason } from './prompts.js';
/** Asks the model to mend one file. */
export type MendFile = (file: PlannedFile, content: string, findings: readonly Finding[], options: CodeOptions) => Promise<Made>;
export type Mending = Looked & {
    /** Path → content of the files that were made, in the plan's order. */
    readonly files: ReadonlyMap<string, string>;
    /** What an earlier run for the same found in them. */
    readonly found: readonly Finding[];
    readonly mend: MendFile;
    /** When it is aborted, nothing more is mended, and what is made stays. */
    readonly signal: AbortSignal;
    readonly emit: (event: DevelopEvent) => void;
};
/** What checks and repairs came to; the plan has the files that the change had broken, too. */
export type Mended = {
    readonly plan: Plan;
    readonly files: ReadonlyMap<string, string>;
    readonly checks: Checks;
};
/**
 * Checks files as a set, and has those with errors mended by whoever wrote them: only those, at the same time, at most
 * twice. A round after which there are more errors than before is thrown away; a file that cannot be mended stays as
 * it is.
 */
export declare function checkAndMend(mending: Mending): Promise<Mended>;
/** What is told to whoever mends a file. */
export declare function reasonOf(findings: readonly Finding[]): EditReason;
/** How many of them are errors. */
export declare function countErrors(findings: readonly Finding[]): number;
