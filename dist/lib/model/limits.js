/** Milliseconds between the first and the second start after a hold; the next ones follow ever faster. */
const STAGGER_MS = 200;
/** The hold after refusals in a row, where the endpoint's own time turns out too short: doubled with each. */
const FIRST_HOLD_MS = 250;
const LONGEST_HOLD_MS = 30_000;
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
export class Gate {
    #most;
    #now;
    #sleep;
    #waiting = [];
    #width;
    #active = 0;
    /** Until when the endpoint wants quiet. */
    #closedUntil = Number.NEGATIVE_INFINITY;
    /** Until when we wait on top of that; a place that becomes free ends it. */
    #patientUntil = Number.NEGATIVE_INFINITY;
    /** Probes refused since the endpoint last took one on. */
    #refusedInARow = 0;
    /** Counts the holds: several refusals of one rush are one. */
    #holds = 0;
    #startedSinceHold = Number.POSITIVE_INFINITY;
    #alarm = null;
    constructor(options) {
        this.#most = options.width;
        this.#width = options.width;
        this.#now = options.now;
        this.#sleep = options.sleep;
    }
    /** Milliseconds until the next start is allowed by time. */
    get holdMs() {
        return Math.max(0, Math.max(this.#closedUntil, this.#patientUntil) - this.#now());
    }
    /**
     * Waits for a place. Lower tickets go first: a call that is made again keeps its turn.
     * Rejects with the signal's reason when aborted.
     */
    async enter(ticket, signal) {
        signal.throwIfAborted();
        if (this.#waiting.length > 0 || !this.#isOpen())
            await this.#queue(ticket, signal);
        else
            this.#start();
        return this.#slot();
    }
    #slot() {
        const holds = this.#holds;
        let inside = true;
        let taken = false;
        return {
            admitted: () => {
                taken = true;
                this.#refusedInARow = 0;
                if (this.#width === this.#most || this.#width > this.#active)
                    return;
                this.#width += 1;
                this.#advance();
            },
            refused: (waitMs, isGuess) => {
                if (holds === this.#holds) {
                    this.#holds += 1;
                    this.#refusedInARow += 1;
                }
                this.#refuse(waitMs, isGuess);
            },
            leave: () => {
                if (!inside)
                    return;
                inside = false;
                this.#active -= 1;
                if (taken)
                    this.#patientUntil = Number.NEGATIVE_INFINITY;
                this.#advance();
            },
        };
    }
    /** The refused request still has its place here: without it, one is free for the probe. */
    #refuse(waitMs, isGuess) {
        const now = this.#now();
        const longer = Math.min(LONGEST_HOLD_MS, FIRST_HOLD_MS * 2 ** (this.#refusedInARow - 1));
        if (!isGuess)
            this.#closedUntil = Math.max(this.#closedUntil, now + waitMs);
        this.#patientUntil = Math.max(this.#patientUntil, now + (isGuess ? Math.max(waitMs, longer) : longer));
        this.#startedSinceHold = 0;
        this.#width = Math.max(1, Math.min(this.#width, this.#active));
    }
    #isOpen() {
        return this.#active < this.#width && this.holdMs === 0;
    }
    #start() {
        this.#active += 1;
        this.#startedSinceHold += 1;
        const gap = STAGGER_MS / this.#startedSinceHold;
        if (gap >= 1)
            this.#closedUntil = Math.max(this.#closedUntil, this.#now() + gap);
    }
    #queue(ticket, signal) {
        return new Promise((resolve, reject) => {
            const leaveQueue = () => {
                const index = this.#waiting.indexOf(waiter);
                if (index >= 0)
                    this.#waiting.splice(index, 1);
                signal.removeEventListener('abort', onAbort);
            };
            const onAbort = () => {
                leaveQueue();
                this.#advance();
                reject(signal.reason);
            };
            const start = () => {
                leaveQueue();
                this.#start();
                resolve();
            };
            const waiter = { ticket, start };
            const later = this.#waiting.findIndex((other) => other.ticket > ticket);
            this.#waiting.splice(later < 0 ? this.#waiting.length : later, 0, waiter);
            signal.addEventListener('abort', onAbort, { once: true });
            this.#advance();
        });
    }
    /** Starts whoever may start now, and sets the alarm for the next one. */
    #advance() {
        this.#alarm?.abort();
        this.#alarm = null;
        while (this.#waiting.length > 0 && this.#isOpen())
            this.#waiting[0]?.start();
        if (this.#waiting.length === 0 || this.#active >= this.#width)
            return;
        const alarm = new AbortController();
        this.#alarm = alarm;
        this.#sleep(this.holdMs, alarm.signal).then(() => {
            if (!alarm.signal.aborted)
                this.#advance();
        }, () => { });
    }
}
