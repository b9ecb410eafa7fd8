import type * as z from 'zod';
import type { ModelError } from './errors.js';
/**
 * The port: all that the rest of the product knows of a language model. The endpoint behind it
 * (`openai.ts`) can be exchanged; tests use a model of their own.
 */
/** One message of a conversation. Only these roles: servers reject the others (`developer`, `tool`). */
export type Message = {
    readonly role: 'system' | 'user' | 'assistant';
    readonly content: string;
    /** Pictures that go with a user's words, as `https:` or `data:` addresses. */
    readonly images?: readonly string[] | undefined;
};
/** What one or more calls used. */
export type Usage = {
    /** Prompt tokens, cached ones included. */
    readonly inputTokens: number;
    /** The part of `inputTokens` that the provider served from its prompt cache. */
    readonly cachedTokens: number;
    /** Completion tokens, reasoning included. */
    readonly outputTokens: number;
    /** US dollars, or null when the model's price is not known. */
    readonly costUsd: number | null;
    /** True when the server sent no usage and the numbers are counted by us. */
    readonly estimated: boolean;
};
/** Which of the two configured models answers: the planner's or the writers'. */
export type Purpose = 'plan' | 'file';
/** A call that failed and is made again. Text streamed by the failed attempt is void. */
export type Retry = {
    /** The attempt that failed, from 1. */
    readonly attempt: number;
    /** Milliseconds until the next attempt. */
    readonly waitMs: number;
    readonly error: ModelError;
};
export type CallOptions = {
    readonly messages: readonly Message[];
    readonly purpose: Purpose;
    /** Aborts the call; the promise then rejects with the signal's reason. */
    readonly signal?: AbortSignal | undefined;
    /** Called once, when the call is first let through: with many calls it may wait for its turn. */
    readonly onStart?: (() => void) | undefined;
    readonly onRetry?: ((retry: Retry) => void) | undefined;
    /** Called once before a call rejects, with what it used all the same; not when it used nothing. */
    readonly onSpent?: ((usage: Usage) => void) | undefined;
    /** Called once when the model takes no pictures, with how many of the messages' it is not shown. */
    readonly onImagesUnseen?: ((count: number) => void) | undefined;
    /** A guess of the reply's length in tokens, for budgets. */
    readonly expectedOutputTokens?: number | undefined;
};
export type TextRequest = CallOptions & {
    /** Called with each piece of text as it arrives. After `onRetry` the text begins anew. */
    readonly onDelta?: ((text: string) => void) | undefined;
};
export type TextResult = {
    readonly text: string;
    /** `length`: the reply was cut at the token limit and can be continued. Any other end is an error. */
    readonly finishReason: 'stop' | 'length';
    readonly usage: Usage;
};
export type ObjectRequest<T> = CallOptions & {
    /** Name of the schema on the wire: `[a-zA-Z0-9_-]`, 64 characters at most. */
    readonly name: string;
    readonly schema: z.ZodType<T>;
};
export type ObjectResult<T> = {
    readonly value: T;
    readonly usage: Usage;
};
/**
 * What answers. `createModel` makes one of an OpenAI-compatible endpoint; whoever implements it themselves
 * throws ModelErrors (or classes of their own that extend it), calls `onDelta` as text arrives, and retries.
 */
export interface Model {
    /** The model's name for a purpose, as the user set it. */
    nameOf(purpose: Purpose): string;
    /**
     * Streams one reply as text. Retries what may be retried; rejects with a ModelError, or with
     * the signal's reason when aborted.
     */
    streamText(request: TextRequest): Promise<TextResult>;
    /** Asks for one value of a schema. Rejects as `streamText` does, or with MalformedReplyError. */
    object<T>(request: ObjectRequest<T>): Promise<ObjectResult<T>>;
    /**
     * What so many tokens cost, in US dollars; null when the price is not known.
     * `cachedTokens` is a part of `inputTokens`.
     */
    cost(purpose: Purpose, tokens: {
        inputTokens: number;
        cachedTokens: number;
        outputTokens: number;
    }): number | null;
}
/** Adds up usages. The cost is null as soon as one part's is. */
export declare function addUsage(left: Usage, right: Usage): Usage;
/** The usage of no call at all. */
export declare const NO_USAGE: Usage;
