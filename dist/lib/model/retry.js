import pRetry, { AbortError } from 'p-retry';
import { classify } from './classify.js';
import { IdleTimeoutError, RateLimitedError, ReplyTooLargeError } from './errors.js';
/** Attempts of one call, as in smol_dev (tenacity: six, waiting at random from 1 s up to 2^n s, 60 s at most). */
const ATTEMPTS = 6;
const LEAST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 60_000;
/** A silent endpoint costs minutes an attempt. */
const IDLE_ATTEMPTS = 3;
/** A reply of megabytes costs dollars an attempt. */
const LARGE_ATTEMPTS = 2;
/** Times that one call is told to slow down before it gives up; the run's deadline comes first as a rule. */
const RATE_LIMIT_WAITS = 30;
/** An exception of the caller's own function: passed on as it is, never retried. */
export function callersFault(error) {
    return new AbortError(error instanceof Error ? error : new Error(String(error)));
}
/**
 * Makes one call, again and again as `classify` allows: the only place that retries.
 * The attempt calls `admitted` when the endpoint has begun to answer.
 * Faults wait a random, growing time and are limited to six attempts. A rate limit closes the gate for all
 * calls and uses up none of the six. Rejects with a ModelError, or with the signal's reason when aborted.
 */
export async function withRetries(attempt, options, layer) {
    const { signal } = options;
    const counts = { refusals: 0, faults: 0, silences: 0, floods: 0 };
    let verdict = null;
    const once = async () => {
        const slot = await layer.gate.enter(options.ticket, signal);
        try {
            return await attempt(slot.admitted);
        }
        catch (error) {
            if (error instanceof AbortError || signal.aborted)
                throw error;
            verdict = classify(error, layer.clock(), layer.secret);
            if (verdict.error instanceof RateLimitedError && verdict.retry) {
                counts.refusals += 1;
                const waitMs = verdict.waitMs ?? backoff(counts.refusals, layer.random);
                slot.refused(waitMs, verdict.waitMs === null);
            }
            throw verdict.error;
        }
        finally {
            slot.leave();
        }
    };
    return pRetry(once, {
        retries: ATTEMPTS - 1,
        // The waits are ours: p-retry knows no server's own times.
        minTimeout: 0,
        // Looked at after each attempt too: an aborted stream may end like a good one.
        signal,
        shouldConsumeRetry: ({ error }) => !(error instanceof RateLimitedError),
        shouldRetry: ({ attemptNumber }) => verdict?.retry ? waitForNext(verdict, attemptNumber, counts, options, layer) : false,
    });
}
/** Waits until the next attempt may begin; false when there is none. A rate limit is waited for at the gate. */
async function waitForNext({ error, waitMs }, attempt, counts, { signal, onRetry }, layer) {
    if (error instanceof RateLimitedError) {
        if (counts.refusals > RATE_LIMIT_WAITS)
            return false;
        onRetry?.({ attempt, waitMs: layer.gate.holdMs, error });
        return true;
    }
    counts.faults += 1;
    if (error instanceof IdleTimeoutError)
        counts.silences += 1;
    if (error instanceof ReplyTooLargeError)
        counts.floods += 1;
    if (counts.silences >= IDLE_ATTEMPTS || counts.floods >= LARGE_ATTEMPTS)
        return false;
    const pause = waitMs ?? backoff(counts.faults, layer.random);
    onRetry?.({ attempt, waitMs: pause, error });
    await layer.sleep(pause, signal);
    return true;
}
/** Uniform from 1 s to 2^n s, 60 s at most: tenacity's `wait_random_exponential(min=1, max=60)`. */
function backoff(failures, random) {
    const most = Math.min(MOST_WAIT_MS, 1_000 * 2 ** failures);
    return Math.round(LEAST_WAIT_MS + random() * (most - LEAST_WAIT_MS));
}
