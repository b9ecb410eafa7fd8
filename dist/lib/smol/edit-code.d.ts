import { type Model, type Usage } from '../model/port.js';
import { type CodeOptions } from './code.js';
import { type Brief, type EditReason, type Source } from './prompts.js';
export type EditRequest = Brief & {
    /** What every writer is sent: the plan, or `revisionPlan`. */
    readonly plan: string;
    /** The file as it stands. */
    readonly file: Source;
    /** Other files that are there and that this one uses. */
    readonly uses?: readonly Source[] | undefined;
    /** Why it is looked at; because of the plan unless told otherwise. */
    readonly reason?: EditReason | undefined;
    /** The plan's guess of how many lines change, for budgets. */
    readonly lines?: number | null | undefined;
    /** Why a file's text cannot be written, as a clause; null when it can. */
    readonly refuseContent?: ((content: string) => string | null) | undefined;
};
export type EditedCode = {
    readonly kind: 'changed' | 'unchanged';
    /** The whole file as it is to be; of an `unchanged` one as it was. */
    readonly content: string;
    readonly usage: Usage;
};
/**
 * Asks the model to change a file that is there: streams its edits, continues them when the token limit cuts
 * them, and makes them. Edits that cannot be made, or whose result cannot be written, are asked for once more
 * as a whole file, which keeps the old one's line ends. `onRetry` says so; text streamed before it is void.
 *
 * @throws ModelError, TruncatedError, UnusableContentError; the signal's reason when aborted.
 */
export declare function editCode(request: EditRequest, model: Model, options?: CodeOptions): Promise<EditedCode>;
/** The tokens that edits of a file are expected to take: no more than the file with what is new in it. */
export declare function expectedEditTokens(lines: number | null | undefined, content: string): number;
