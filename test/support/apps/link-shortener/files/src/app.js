import { renderPage } from './page.js';
import { parseUrl } from './url.js';

const LIMIT = 10_000;
const WRONG = 'That is no web address. It has to start with http:// or https://.';

async function readBody(request) {
  let body = '';
  for await (const part of request.setEncoding('utf8')) {
    if (body.length <= LIMIT) body += part;
  }
  return body.length > LIMIT ? undefined : body;
}

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers });
  response.end(body);
}

function sendJson(response, status, value) {
  send(response, status, 'application/json', JSON.stringify(value));
}

function urlOfJson(body) {
  try {
    return parseUrl(JSON.parse(body)?.url);
  } catch {
    return undefined;
  }
}

/** The listener for `http.createServer`. */
export function createApp(store) {
  function addByForm(response, body) {
    const url = parseUrl(new URLSearchParams(body).get('url'));
    if (!url) return send(response, 400, 'text/html', renderPage(store.all(), WRONG));
    store.add(url);
    send(response, 303, 'text/plain', 'See /', { location: '/' });
  }

  function addByApi(response, body) {
    const url = urlOfJson(body);
    if (!url) return sendJson(response, 400, { error: WRONG });
    sendJson(response, 201, store.add(url));
  }

  function redirect(response, path) {
    const link = store.hit(path.slice(1));
    if (!link) return send(response, 404, 'text/plain', 'No such link.');
    send(response, 302, 'text/plain', link.url, { location: link.url });
  }

  return async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (request.method === 'POST' && (path === '/' || path === '/api/links')) {
      const body = await readBody(request);
      if (body === undefined) return send(response, 413, 'text/plain', 'Too long.');
      return path === '/' ? addByForm(response, body) : addByApi(response, body);
    }
    if (request.method !== 'GET') return send(response, 405, 'text/plain', 'Not allowed.');
    if (path === '/') return send(response, 200, 'text/html', renderPage(store.all()));
    if (path === '/api/links') return sendJson(response, 200, store.all());
    redirect(response, path);
  };
}
