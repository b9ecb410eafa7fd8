import type { Gate } from './limits.js';
import type { Retry } from './port.js';
import type { Sleep } from './settings.js';
/** What the retry layer needs; the same for all calls of a model. */
export type RetryLayer = {
    readonly gate: Gate;
    readonly clock: () => number;
    readonly sleep: Sleep;
    readonly random: () => number;
    /** The key, to be masked in messages. */
    readonly secret: string | null;
};
export type RetryOptions = {
    /** The call's turn at the gate. */
    readonly ticket: number;
    readonly signal: AbortSignal;
    readonly onRetry?: ((retry: Retry) => void) | undefined;
};
/** An exception of the caller's own function: passed on as it is, never retried. */
export declare function callersFault(error: unknown): Error;
/**
 * Makes one call, again and again as `classify` allows: the only place that retries.
 * The attempt calls `admitted` when the endpoint has begun to answer.
 * Faults wait a random, growing time and are limited to six attempts. A rate limit closes the gate for all
 * calls and uses up none of the six. Rejects with a ModelError, or with the signal's reason when aborted.
 */
export declare function withRetries<T>(attempt: (admitted: () => void) => Promise<T>, options: RetryOptions, layer: RetryLayer): Promise<T>;
