/**
 * Runs work that reports events while it goes on, and yields them in order.
 *
 * @returns what the work returns, after its last event; rejects as the work does.
 */
export async function* eventsOf(work) {
    let queue = [];
    let wake = () => { };
    let settled = false;
    const result = work((event) => {
        queue.push(event);
        wake();
    }).finally(() => {
        settled = true;
        wake();
    });
    // The reader may leave before the end; the rejection that follows is then nobody's.
    result.catch(() => { });
    while (true) {
        const ready = queue;
        queue = [];
        yield* ready;
        if (queue.length > 0)
            continue;
        if (settled)
            return result;
        await new Promise((resolve) => {
            wake = resolve;
        });
    }
}
