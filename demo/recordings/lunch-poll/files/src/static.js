import { readFile } from 'node:fs/promises';

import { HttpError } from './http.js';

const PUBLIC = new URL('../public/', import.meta.url);

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

const POLL_PAGE = { name: 'poll.html', type: HTML };

// Only what is listed here is ever read, so no path can leave the folder.
const FILES = new Map([
  ['/', { name: 'index.html', type: HTML }],
  ['/style.css', { name: 'style.css', type: CSS }],
  ['/results.css', { name: 'results.css', type: CSS }],
  ['/api.js', { name: 'api.js', type: JS }],
  ['/create.js', { name: 'create.js', type: JS }],
  ['/poll.js', { name: 'poll.js', type: JS }],
  ['/results.js', { name: 'results.js', type: JS }],
]);

function findFile(pathname) {
  return /^\/p\/[^/]+$/.test(pathname) ? POLL_PAGE : FILES.get(pathname);
}

export async function serveStatic(req, res, pathname) {
  const file = findFile(pathname);
  if (!file) return false;

  if (req.method !== 'GET' && req.method !== 'HEAD') {
    res.setHeader('Allow', 'GET, HEAD');
    throw new HttpError(405, `${req.method} is not allowed here.`);
  }

  const content = await readFile(new URL(file.name, PUBLIC));
  res.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': content.length,
    'Cache-Control': 'no-cache',
  });
  res.end(req.method === 'HEAD' ? undefined : content);
  return true;
}
