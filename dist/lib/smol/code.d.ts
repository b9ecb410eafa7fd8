import { type Model, type Usage } from '../model/port.js';
import type { StreamOptions } from './plan.js';
import { type Brief, type Source } from './prompts.js';
import { type WholeRequest } from './whole-reply.js';
export type CodeRequest = Brief & {
    readonly plan: string;
    readonly path: string;
    /** The plan's guess of the file's length, for budgets. */
    readonly lines?: number | null | undefined;
    /** Why a file's text cannot be written, as a clause; null when it can. */
    readonly refuseContent?: ((content: string) => string | null) | undefined;
    /** Files that are there already and that this one uses. */
    readonly uses?: readonly Source[] | undefined;
};
export type CodeOptions = StreamOptions & {
    readonly onContinue?: ((attempt: number) => void) | undefined;
};
/**
 * Asks the model for one file of a plan: streams it, continues it when the token limit cuts it, takes fences
 * off and checks that it is text which can be written.
 *
 * @returns the file's content, ending with one newline, and what all calls used.
 * @throws ModelError, TruncatedError, UnusableContentError; the signal's reason when aborted.
 */
export declare function generateCode(request: CodeRequest, model: Model, options?: CodeOptions): Promise<{
    content: string;
    usage: Usage;
}>;
/** One reply that is a file or edits of one: whole, or known to have no end. */
export declare function streamReply(asked: Omit<WholeRequest, 'purpose' | 'maxCharacters'>, model: Model): Promise<{
    text: string;
    usage: Usage;
    endless: boolean;
}>;
/** The tokens that a file is expected to take. */
export declare function expectedTokens(lines: number | null | undefined): number;
