import type { Sleep } from './settings.js';
/** A place in the gate. `leave` must be called once, whatever happened. */
export type Slot = {
    /** The endpoint took the request on: its head arrived. */
    admitted(): void;
    /**
     * The endpoint asked to slow down: nobody starts for so many milliseconds. A time that is our guess (the
     * endpoint named none) ends early when a place becomes free.
     */
    refused(waitMs: number, isGuess: boolean): void;
    leave(): void;
};
/**
 * The one gate that all calls of a model go through, so that a rate limit is met once and not by every call
 * on its own. It starts fully open and costs nothing until an endpoint says 429.
 *
 * From then on nobody starts before the time has passed that the endpoint asked for. The width shrinks to
 * what the endpoint had taken on, and one more: that one is the probe. A probe that is taken on lets the next
 * one start, a refused one closes the gate again. So a limit on tokens or requests per minute is met at its
 * own pace, and one on requests at the same time as places become free.
 *
 * Halving the width instead (additive increase, multiplicative decrease) was simulated too: it holds calls
 * back that the endpoint would take (16 files at 30,000 tokens a minute: up to 1.5 times the least possible
 * time, with this rule 1.1). The simulation is in `limits.test.ts`.
 */
export declare class Gate {
    #private;
    constructor(options: {
        width: number;
        now: () => number;
        sleep: Sleep;
    });
    /** Milliseconds until the next start is allowed by time. */
    get holdMs(): number;
    /**
     * Waits for a place. Lower tickets go first: a call that is made again keeps its turn.
     * Rejects with the signal's reason when aborted.
     */
    enter(ticket: number, signal: AbortSignal): Promise<Slot>;
}
