import { IdleTimeoutError } from './errors.js';

/** Ends an attempt when nothing comes for a while. The package's own timeout does not cover a streamed body. */
export type Watch = {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  /** Set when the time is over. */
  readonly expired: IdleTimeoutError | null;
  /** A byte came. */
  beat(): void;
  stop(): void;
};

/** Starts to watch; `stop` must be called. */
export function startWatch(idleTimeoutMs: number): Watch {
  const controller = new AbortController();
  let expired: IdleTimeoutError | null = null;
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
