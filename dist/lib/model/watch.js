import { IdleTimeoutError, TooSlowError } from './errors.js';
/** Idle timeouts that may pass with signs of life alone: gateways send comments while a model is waited for. */
const IDLE_TIMEOUTS_WITHOUT_A_WORD = 5;
/** Idle timeouts that a whole reply may take: two hours by default, 7,000 tokens at one a second. */
const IDLE_TIMEOUTS_IN_ALL = 60;
/** A timer of Node holds no more. */
const LONGEST_MS = 2 ** 31 - 1;
/** Starts to watch; `stop` must be called. */
export function startWatch(idleTimeoutMs) {
    const controller = new AbortController();
    let expired = null;
    const after = (times, end) => {
        const ms = Math.min(LONGEST_MS, idleTimeoutMs * times);
        return setTimeout(() => {
            expired ??= end(`${ms / 1_000} s`);
            controller.abort(expired);
        }, ms);
    };
    const silence = after(1, (time) => new IdleTimeoutError(`The endpoint sent nothing for ${time}.`));
    const emptiness = after(IDLE_TIMEOUTS_WITHOUT_A_WORD, (time) => new IdleTimeoutError(`The endpoint kept the line open for ${time} without a word.`));
    const crawl = after(IDLE_TIMEOUTS_IN_ALL, (time) => new TooSlowError(`The reply was not whole after ${time}.`));
    return {
        signal: controller.signal,
        get expired() {
            return expired;
        },
        beat: () => void silence.refresh(),
        progress: () => void emptiness.refresh(),
        stop: () => {
            for (const timer of [silence, emptiness, crawl])
                clearTimeout(timer);
        },
    };
}
