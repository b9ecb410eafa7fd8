import { IdleTimeoutError } from './errors.js';
/** Starts to watch; `stop` must be called. */
export function startWatch(idleTimeoutMs) {
    const controller = new AbortController();
    let expired = null;
    const timer = setTimeout(() => {
        expired = new IdleTimeoutError(`The endpoint sent nothing for ${idleTimeoutMs / 1_000} s.`);
        controller.abort(expired);
    }, idleTimeoutMs);
    return {
        signal: controller.signal,
        get expired() {
            return expired;
        },
        beat: () => void timer.refresh(),
        stop: () => clearTimeout(timer),
    };
}
