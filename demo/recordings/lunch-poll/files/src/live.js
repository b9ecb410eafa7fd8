const HEARTBEAT_MS = 25_000;

const toEvent = (result) => `data: ${JSON.stringify(result)}\n\n`;

export function createLive() {
  const subscribers = new Map(); // poll id → Set of open responses

  function subscribe(pollId, res, result) {
    if (res.destroyed) return;

    if (!subscribers.has(pollId)) subscribers.set(pollId, new Set());
    const responses = subscribers.get(pollId);
    responses.add(res);
    res.on('close', () => {
      responses.delete(res);
      // A later set under the same id is not this one's to remove.
      if (responses.size === 0 && subscribers.get(pollId) === responses) {
        subscribers.delete(pollId);
      }
    });

    res.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    res.write(toEvent(result));
  }

  function publish(pollId, result) {
    const responses = subscribers.get(pollId);
    if (!responses) return;
    const event = toEvent(result);
    for (const res of responses) res.write(event);
  }

  // Keeps proxies from closing quiet connections.
  const heartbeat = setInterval(() => {
    for (const responses of subscribers.values()) {
      for (const res of responses) res.write(': heartbeat\n\n');
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return { subscribe, publish };
}
