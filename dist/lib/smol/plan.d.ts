import type { CallOptions, Message, Model, Retry, Usage } from '../model/port.js';
import type { Plan } from './events.js';
import { type ListedFile } from './file-list.js';
import { type Brief, type Repository } from './prompts.js';
export type StreamOptions = {
    readonly signal?: AbortSignal | undefined;
    /** Called once, when the call has its turn: calls beyond the model's `concurrency` wait for one. */
    readonly onStart?: (() => void) | undefined;
    readonly onDelta?: ((text: string) => void) | undefined;
    /** The attempt failed and is made again; the text begins anew. */
    readonly onRetry?: ((retry: Retry) => void) | undefined;
};
export type PlanRequest = Brief & {
    /** What there is already. */
    readonly repository?: Repository | null | undefined;
    /** An earlier plan that is to be written again, and remarks on it. */
    readonly previous?: {
        readonly plan: string;
        readonly remarks: string | null;
    } | undefined;
    /** Pictures of the request, as `data:` addresses. */
    readonly images?: readonly string[] | undefined;
};
export type PlanOptions = StreamOptions & Pick<CallOptions, 'onImagesUnseen'>;
/**
 * Asks the model for a plan: the contract between the writers of all files, with the list of files in it.
 *
 * @returns the plan as markdown, exactly as the model wrote it, and what it used.
 * @throws ModelError when the endpoint fails for good; TruncatedError; EndlessReplyError; the signal's reason when aborted.
 * @example
 * const { text } = await plan({ prompt: 'a Tic Tac Toe game' }, model, { onDelta: write });
 */
export declare function plan(request: PlanRequest, model: Model, options?: PlanOptions): Promise<{
    text: string;
    usage: Usage;
}>;
/** Streams the reply to messages that ask for a plan of any kind. Throws as `plan` does. */
export declare function streamPlan(messages: readonly Message[], model: Model, options?: PlanOptions): Promise<{
    text: string;
    usage: Usage;
}>;
export type PlanRules = {
    readonly protectedPaths: readonly string[];
    readonly maxFiles: number;
    /** Why a path cannot be written where the files go; null when it can. */
    readonly refusePath?: ((path: string) => string | null) | undefined;
    /** Paths of the files that are there already: these are changed, not added. */
    readonly existing?: ReadonlySet<string> | undefined;
    /** Of them the icons that an earlier run drew: they are drawn again. */
    readonly drawn?: ReadonlySet<string> | undefined;
};
/**
 * Reads the list of files out of a plan's text.
 *
 * @returns the plan, or the reason why its list cannot be read, so that it must be asked for.
 * @throws TooManyFilesError
 */
export declare function readPlan(text: string, rules: PlanRules): Plan | {
    unreadable: string;
};
/**
 * The plan of a text whose list was asked for separately. The list is added to the text, so that every writer
 * knows it, and whoever reads the plan again finds it.
 *
 * @throws PlanUnreadableError when there is no file to write; TooManyFilesError
 */
export declare function planFromList(text: string, listed: readonly ListedFile[], rules: PlanRules): Plan;
/** Why an icon is not drawn where there is one. */
export declare const PICTURE_STAYS = "the picture that is there stays as it is";
