const HEARTBEAT_MS = 20_000;

/** Server-sent events: the streams of each poll's readers. */
export function createLive() {
  const streams = new Map();

  // Comments keep proxies from closing quiet streams and reveal dead connections.
  const heartbeat = setInterval(() => {
    for (const res of all()) res.write(':\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();

  function all() {
    return [...streams.values()].flatMap((readers) => [...readers]);
  }

  function remove(id, res) {
    const readers = streams.get(id);
    if (readers?.delete(res) && readers.size === 0) streams.delete(id);
  }

  return {
    subscribe(id, res, result) {
      res.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-cache, no-transform',
        'X-Accel-Buffering': 'no',
      });
      res.write(message(result));

      if (!streams.has(id)) streams.set(id, new Set());
      streams.get(id).add(res);
      res.on('close', () => remove(id, res));
      res.on('error', () => remove(id, res));
    },

    publish(id, result) {
      const readers = streams.get(id);
      if (!readers) return;
      const text = message(result);
      for (const res of [...readers]) res.write(text);
    },

    close() {
      clearInterval(heartbeat);
      const open = all();
      streams.clear();
      for (const res of open) res.end();
    },
  };
}

function message(result) {
  return `data: ${JSON.stringify(result)}\n\n`;
}
