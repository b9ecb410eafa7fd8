import { ModelError } from './errors.js';
/** What to do about a failed attempt. */
export type Verdict = {
    readonly retry: boolean;
    /** Milliseconds that the server asked to wait; null when it named none. */
    readonly waitMs: number | null;
    /** What a person is shown when it is not retried, or not successfully. */
    readonly error: ModelError;
};
/**
 * Decides about one failed attempt. Pure; every rule has a row in the table of its test.
 *
 * @param error whatever the attempt threw: an error of the `openai` package, of `fetch`, or a ModelError.
 * @param now milliseconds since the epoch, for a `retry-after` that is a date.
 * @param secret the key in use, masked in every message.
 */
export declare function classify(error: unknown, now: number, secret?: string | null): Verdict;
