import type { Model, Retry } from '../model/port.js';
import type { Change } from './change.js';
import { type Brief, type Review } from './prompts.js';
/**
 * Asks the model for the files and the replies of a plan of a change, with a schema. Needed only for one whose list
 * cannot be read. The paths are the model's: they are not checked here.
 *
 * @throws ModelError (MalformedReplyError when the answer fits no schema); the signal's reason when aborted.
 */
export declare function specifyChange(request: Brief & Review & {
    readonly change: string;
}, model: Model, options?: {
    signal?: AbortSignal | undefined;
    onRetry?: ((retry: Retry) => void) | undefined;
}): Promise<Change>;
