import type { Model, Retry, Usage } from '../model/port.js';
import type { ListedFile } from './file-list.js';
import { type Brief } from './prompts.js';
/**
 * Asks the model for the files of a plan, with a schema. Needed only for a plan whose list cannot be read.
 * The paths are the model's: they are not checked here.
 *
 * @returns the files in the model's order, and what the call used.
 * @throws ModelError (MalformedReplyError when the answer fits no schema); the signal's reason when aborted.
 */
export declare function specifyFilePaths(brief: Brief & {
    readonly plan: string;
    /** Paths of the files that are there already, which others may use. */
    readonly existing?: {
        readonly paths: ReadonlySet<string>;
    } | undefined;
}, model: Model, options?: {
    signal?: AbortSignal | undefined;
    onRetry?: ((retry: Retry) => void) | undefined;
}): Promise<{
    files: ListedFile[];
    usage: Usage;
}>;
