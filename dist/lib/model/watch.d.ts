import { IdleTimeoutError, TooSlowError } from './errors.js';
/** Ends an attempt that does not get on. The package's own timeout does not cover a streamed body. */
export type Watch = {
    /** Aborted when the time is over. */
    readonly signal: AbortSignal;
    /** Set when the time is over. */
    readonly expired: IdleTimeoutError | TooSlowError | null;
    /** A byte came. */
    beat(): void;
    /** A word of the reply or of its reasoning came. */
    progress(): void;
    stop(): void;
};
/** Starts to watch; `stop` must be called. */
export declare function startWatch(idleTimeoutMs: number): Watch;
