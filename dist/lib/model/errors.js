/**
 * What can go wrong with a model, one class a kind. `message` says in a sentence what happened, without
 * any secret; `advice` says in a sentence what a person can do about it.
 */
export class ModelError extends Error {
    /** HTTP status, where the server answered with one. */
    status;
    /** True when every further call would fail in the same way, so that all of them are given up at once. */
    endsRun = false;
    constructor(message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = new.target.name;
        this.status = options.status ?? null;
    }
}
/** An option that cannot work. Found before any request is made. */
export class InvalidOptionError extends ModelError {
    /** The option as the action and the command line spell it: `base-url`. */
    option;
    advice;
    endsRun = true;
    constructor(option, message, advice = `Correct \`${option}\`, then run again.`) {
        super(message);
        this.option = option;
        this.advice = advice;
    }
}
/** The key is missing, wrong or may not use this model (401, 403). */
export class KeyRejectedError extends ModelError {
    advice = 'Check the `api-key` input and the secret behind it.';
    endsRun = true;
}
/** The endpoint does not know the model (404, `model_not_found`). */
export class ModelNotFoundError extends ModelError {
    advice = 'Set the `model` input to a model that the endpoint offers.';
    endsRun = true;
}
/** Nothing is left to pay with: a billing code, which no waiting mends. */
export class CreditExhaustedError extends ModelError {
    advice = 'Add credit or raise the spending limit at the provider, then run again.';
    endsRun = true;
}
/** The request is longer than the model can read. */
export class ContextTooLongError extends ModelError {
    advice = 'Shorten the request, or choose a model with a larger context.';
}
/** One request alone is larger than the account's limit per minute: no waiting helps. */
export class LimitTooSmallError extends ModelError {
    advice = "Raise the account's rate limit at the provider, or choose another model.";
    endsRun = true;
}
/** The model refused, or a content filter stopped it. */
export class RefusedError extends ModelError {
    advice = 'Say it in other words, then run again.';
}
/** The endpoint asked to slow down, more often or for longer than there is time. */
export class RateLimitedError extends ModelError {
    advice = 'Run again later, or set `concurrency` lower.';
}
/** The endpoint could not be reached or failed itself (network, 5xx). */
export class EndpointUnavailableError extends ModelError {
    advice = 'Run again later; check `base-url` if it keeps happening.';
}
/** The endpoint refused the request as wrong (another 4xx). */
export class RequestRejectedError extends ModelError {
    advice = 'Check `base-url`, `model`, `effort`, `temperature` and `max-output-tokens`.';
}
/** The stream ended before the reply did, or carried something that is no reply. */
export class BrokenReplyError extends ModelError {
    advice = 'Run again; check `base-url` if it keeps happening.';
}
/** The reply, or its reasoning, is larger than any that a person would want. */
export class ReplyTooLargeError extends BrokenReplyError {
}
/** The token limit was used up before the first word of the reply, by reasoning as a rule. */
export class NothingWrittenError extends ModelError {
    advice = 'Raise `max-output-tokens`, or set `effort` lower.';
}
/** The reply arrived whole, but is not the value that was asked for. */
export class MalformedReplyError extends ModelError {
    advice = 'Run again, or choose a more capable model.';
}
/** Nothing arrived for the idle timeout, or nothing but signs of life for several of them. */
export class IdleTimeoutError extends ModelError {
    advice = 'Raise `idle-timeout` if the endpoint is slow, or run again.';
}
/** The reply grew so slowly that it was given up. */
export class TooSlowError extends ModelError {
    advice = 'Choose a faster model, or raise `idle-timeout`.';
}
