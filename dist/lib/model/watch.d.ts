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
export declare function startWatch(idleTimeoutMs: number): Watch;
