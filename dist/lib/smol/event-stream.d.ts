/**
 * Runs work that reports events while it goes on, and yields them in order.
 *
 * @returns what the work returns, after its last event; rejects as the work does.
 */
export declare function eventsOf<Event, Result>(work: (emit: (event: Event) => void) => Promise<Result>): AsyncGenerator<Event, Result, void>;
