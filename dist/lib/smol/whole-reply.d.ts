import { type Model, type TextRequest, type Usage } from '../model/port.js';
export type WholeRequest = TextRequest & {
    /** A longer reply is cut. */
    readonly maxCharacters: number;
    /** Called before each continuation, with its number from 1. */
    readonly onContinue?: ((attempt: number) => void) | undefined;
};
/**
 * Streams one reply to its end: what the token limit cuts is continued from where it stopped and stitched.
 *
 * @throws TruncatedError when it is still cut after three continuations, or does not get any longer;
 *   EndlessReplyError when it repeats itself or passes `maxCharacters`; else as the model does.
 */
export declare function streamWhole(request: WholeRequest, model: Model): Promise<{
    text: string;
    usage: Usage;
}>;
