import pRetry, { AbortError } from 'p-retry';
import { classify } from './classify.js';
import { IdleTimeoutError, RateLimitedError } from './errors.js';
/** Attempts of one call, as in smol_dev (tenacity: six, waiting at random from 1 s up to 2^n s, 60 s at most). */
const ATTEMPTS = 6;
const LEAST_WAIT_MS = 1_000;
const MOST_WAIT_MS = 60_000;
/** A silent endpoint costs minutes an attempt. */
const IDLE_ATTEMPTS = 3;
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
export async function withRetries(attempt, { ticket, signal, onRetry }, layer) {
    let verdict = null;
    let refusals = 0;
    let faults = 0;
    let silences = 0;
    const once = async () => {
        const slot = await layer.gate.enter(ticket, signal);
        try {
            return await attempt(slot.admitted);
        }
        catch (error) {
            if (error instanceof AbortError || signal.aborted)
                throw error;
            verdict = classify(error, layer.clock(), layer.secret);
            if (verdict.error instanceof RateLimitedError && verdict.retry) {
                refusals += 1;
                slot.refused(verdict.waitMs ?? backoff(refusals, layer.random), verdict.waitMs === null);
            }
            throw verdict.error;
        }
        finally {
            slot.leave();
        }
    };
    const wait = async (failed, number) => {
        const { error } = failed;
        if (error instanceof RateLimitedError) {
            if (refusals > RATE_LIMIT_WAITS)
                return false;
            onRetry?.({ attempt: number, waitMs: layer.gate.holdMs, error });
            return true;
        }
        faults += 1;
        if (error instanceof IdleTimeoutError)
            silences += 1;
        if (silences >= IDLE_ATTEMPTS)
            return false;
        const waitMs = failed.waitMs ?? backoff(faults, layer.random);
        onRetry?.({ attempt: number, waitMs, error });
        await layer.sleep(waitMs, signal);
        return true;
    };
    return pRetry(once, {
        retries: ATTEMPTS - 1,
        // The waits are ours: p-retry knows no server's own times.
        minTimeout: 0,
        signal,
        shouldConsumeRetry: ({ error }) => !(error instanceof RateLimitedError),
        shouldRetry: ({ attemptNumber }) => (verdict?.retry ? wait(verdict, attemptNumber) : false),
    });
}
/** Uniform from 1 s to 2^n s, 60 s at most: tenacity's `wait_random_exponential(min=1, max=60)`. */
function backoff(failures, random) {
    const most = Math.min(MOST_WAIT_MS, 1_000 * 2 ** failures);
    return Math.round(LEAST_WAIT_MS + random() * (most - LEAST_WAIT_MS));
}
