import { createServer } from 'node:http';
import { readJson, sendError, sendJson } from './http.js';
import { createLive } from './live.js';
import { InputError, castVote, checkPoll, checkVote, newPoll, summarize } from './rules.js';
import { sendFile } from './static.js';

/** How long requests under way may take to finish once the app closes. */
const CLOSE_GRACE_MS = 5000;

export function createApp(store) {
  const live = createLive();
  let closing;

  function findPoll(id) {
    const poll = store.get(id);
    if (!poll) throw new InputError('There is no such poll. Please check the link.', 404);
    return poll;
  }

  async function createPoll(req, res) {
    const poll = newPoll(checkPoll(await readJson(req)));
    await store.put(poll);
    sendJson(res, 201, { id: poll.id, url: `/p/${poll.id}` });
  }

  async function vote(req, res, id) {
    const body = await readJson(req);
    // Nothing is awaited from here to put, so that no vote overwrites another.
    const before = findPoll(id);
    const after = castVote(before, checkVote(body, before));
    await store.put(after);

    const result = summarize(after);
    live.publish(id, result);
    sendJson(res, 200, result);
  }

  /** Path patterns, each with its handlers by method; a group becomes a handler's third argument. */
  const routes = [
    [/^\/$/, {
      GET: (req, res) => sendFile(res, 'index.html'),
    }],
    [/^\/p\/([^/]+)$/, {
      GET: (req, res, id) => sendFile(res, 'poll.html', store.get(id) ? 200 : 404),
    }],
    [/^\/static\/([^/]+)$/, {
      GET: (req, res, name) => sendFile(res, name),
    }],
    [/^\/api\/polls$/, {
      POST: createPoll,
    }],
    [/^\/api\/polls\/([^/]+)$/, {
      GET: (req, res, id) => sendJson(res, 200, summarize(findPoll(id))),
    }],
    [/^\/api\/polls\/([^/]+)\/events$/, {
      GET: (req, res, id) => live.subscribe(id, res, summarize(findPoll(id))),
    }],
    [/^\/api\/polls\/([^/]+)\/votes$/, {
      POST: vote,
    }],
  ];

  async function handle(req, res) {
    if (closing) {
      res.setHeader('Connection', 'close');
      throw new InputError('The server is shutting down. Please try again in a moment.', 503);
    }

    const [path] = req.url.split('?');
    for (const [pattern, handlers] of routes) {
      const match = pattern.exec(path);
      if (!match) continue;

      if (!Object.hasOwn(handlers, req.method)) {
        const allowed = Object.keys(handlers).join(', ');
        res.setHeader('Allow', allowed);
        throw new InputError(`This address does not answer ${req.method}, only ${allowed}.`, 405);
      }
      await handlers[req.method](req, res, match[1]);
      return;
    }
    throw new InputError('There is nothing at this address.', 404);
  }

  const server = createServer(async (req, res) => {
    try {
      await handle(req, res);
    } catch (error) {
      if (res.headersSent) {
        console.error(error);
        res.destroy();
      } else {
        sendError(res, error);
      }
    }
  });

  function close() {
    closing ??= new Promise((resolve) => {
      live.close();
      // Connections that become idle after server.close() would keep it waiting.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const deadline = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS);
      server.close(() => {
        clearInterval(sweep);
        clearTimeout(deadline);
        resolve();
      });
    });
    return closing;
  }

  return { server, close };
}
