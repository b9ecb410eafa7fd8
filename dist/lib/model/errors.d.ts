/**
 * What can go wrong with a model, one class a kind. `message` says in a sentence what happened, without
 * any secret; `advice` says in a sentence what a person can do about it.
 */
export declare abstract class ModelError extends Error {
    abstract readonly advice: string;
    /** HTTP status, where the server answered with one. */
    readonly status: number | null;
    /** True when every further call would fail in the same way, so that all of them are given up at once. */
    readonly endsRun: boolean;
    constructor(message: string, options?: {
        status?: number | null;
        cause?: unknown;
    });
}
/** An option that cannot work. Found before any request is made. */
export declare class InvalidOptionError extends ModelError {
    /** The option as the action and the command line spell it: `base-url`. */
    readonly option: string;
    readonly advice: string;
    readonly endsRun = true;
    constructor(option: string, message: string, advice?: string);
}
/** The key is missing, wrong or may not use this model (401, 403). */
export declare class KeyRejectedError extends ModelError {
    readonly advice = "Check the `api-key` input and the secret behind it.";
    readonly endsRun = true;
}
/** The endpoint does not know the model (404, `model_not_found`). */
export declare class ModelNotFoundError extends ModelError {
    readonly advice = "Set the `model` input to a model that the endpoint offers.";
    readonly endsRun = true;
}
/** Nothing is left to pay with: a billing code, which no waiting mends. */
export declare class CreditExhaustedError extends ModelError {
    readonly advice = "Add credit or raise the spending limit at the provider, then run again.";
    readonly endsRun = true;
}
/** The request is longer than the model can read. */
export declare class ContextTooLongError extends ModelError {
    readonly advice = "Shorten the request, or choose a model with a larger context.";
}
/** One request alone is larger than the account's limit per minute: no waiting helps. */
export declare class LimitTooSmallError extends ModelError {
    readonly advice = "Raise the account's rate limit at the provider, or choose another model.";
    readonly endsRun = true;
}
/** The model refused, or a content filter stopped it. */
export declare class RefusedError extends ModelError {
    readonly advice = "Say it in other words, then run again.";
}
/** The endpoint asked to slow down, more often or for longer than there is time. */
export declare class RateLimitedError extends ModelError {
    readonly advice = "Run again later, or set `concurrency` lower.";
}
/** The endpoint could not be reached or failed itself (network, 5xx). */
export declare class EndpointUnavailableError extends ModelError {
    readonly advice = "Run again later; check `base-url` if it keeps happening.";
}
/** The endpoint refused the request as wrong (another 4xx). */
export declare class RequestRejectedError extends ModelError {
    readonly advice = "Check `base-url`, `model`, `effort`, `temperature` and `max-output-tokens`.";
}
/** The stream ended before the reply did, or carried something that is no reply. */
export declare class BrokenReplyError extends ModelError {
    readonly advice = "Run again; check `base-url` if it keeps happening.";
}
/** The reply, or its reasoning, is larger than any that a person would want. */
export declare class ReplyTooLargeError extends BrokenReplyError {
}
/** The token limit was used up before the first word of the reply, by reasoning as a rule. */
export declare class NothingWrittenError extends ModelError {
    readonly advice = "Raise `max-output-tokens`, or set `effort` lower.";
}
/** The reply arrived whole, but is not the value that was asked for. */
export declare class MalformedReplyError extends ModelError {
    readonly advice = "Run again, or choose a more capable model.";
}
/** Nothing arrived for the idle timeout, or nothing but signs of life for several of them. */
export declare class IdleTimeoutError extends ModelError {
    readonly advice = "Raise `idle-timeout` if the endpoint is slow, or run again.";
}
/** The reply grew so slowly that it was given up. */
export declare class TooSlowError extends ModelError {
    readonly advice = "Choose a faster model, or raise `idle-timeout`.";
}
