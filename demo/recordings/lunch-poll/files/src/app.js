import { createServer } from 'node:http';

import { HttpError, readJson, sendJson } from './http.js';
import { createLive } from './live.js';
import { InputError, castVote, createPoll, toResult } from './rules.js';
import { serveStatic } from './static.js';

const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'self'; img-src 'self' data:",
};

export function createApp(store) {
  const live = createLive();

  function findPoll(id) {
    const poll = store.get(id);
    if (!poll) throw new HttpError(404, 'There is no such poll.');
    return poll;
  }

  async function postPoll(req, res) {
    const poll = createPoll(await readJson(req));
    await store.put(poll);
    sendJson(res, 201, { id: poll.id, url: `/p/${poll.id}` });
  }

  function getPoll(req, res, id) {
    sendJson(res, 200, toResult(findPoll(id)));
  }

  async function postVote(req, res, id) {
    const input = await readJson(req);
    // No await from get to put, so that no vote in between is lost.
    const poll = castVote(findPoll(id), input);
    await store.put(poll);
    const result = toResult(poll);
    live.publish(id, result);
    sendJson(res, 200, result);
  }

  function getEvents(req, res, id) {
    live.subscribe(id, res, toResult(findPoll(id)));
  }

  const routes = [
    { method: 'POST', pattern: /^\/api\/polls$/, handle: postPoll },
    { method: 'GET', pattern: /^\/api\/polls\/([^/]+)$/, handle: getPoll },
    { method: 'POST', pattern: /^\/api\/polls\/([^/]+)\/votes$/, handle: postVote },
    { method: 'GET', pattern: /^\/api\/polls\/([^/]+)\/events$/, handle: getEvents },
  ];

  async function route(req, res) {
    const pathname = req.url.split('?', 1)[0];
    for (const { method, pattern, handle } of routes) {
      const match = pattern.exec(pathname);
      if (!match) continue;
      if (req.method !== method) {
        res.setHeader('Allow', method);
        throw new HttpError(405, `Only ${method} is allowed here.`);
      }
      await handle(req, res, match[1]);
      return;
    }
    if (!(await serveStatic(req, res, pathname))) {
      throw new HttpError(404, 'There is nothing at this address.');
    }
  }

  function sendError(res, error) {
    let status = 500;
    let message = 'Something went wrong on the server. Please try again.';
    if (error instanceof InputError) {
      status = 400;
      message = error.message;
    } else if (error instanceof HttpError) {
      status = error.status;
      message = error.message;
    } else if (!res.destroyed) {
      console.error(error);
    }

    if (res.headersSent || res.destroyed) {
      res.destroy();
      return;
    }
    // The API's own routes have set theirs, so this one is a page or an asset.
    if (status === 405 && !res.hasHeader('Allow')) res.setHeader('Allow', 'GET, HEAD');
    sendJson(res, status, { error: message });
  }

  return createServer(async (req, res) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value);
    try {
      await route(req, res);
    } catch (error) {
      sendError(res, error);
    }
  });
}
