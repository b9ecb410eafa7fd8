import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

import { InputError } from './rules.js';

const PUBLIC_FOLDER = new URL('../public/', import.meta.url);

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
]);

const SECURITY_POLICY =
  "default-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

async function readPublic(name) {
  // A plain file name only: nothing that could lead out of the folder.
  if (/^[A-Za-z0-9_-]+\.[a-z]+$/.test(name) && TYPES.has(extname(name))) {
    try {
      return await readFile(new URL(name, PUBLIC_FOLDER));
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
  throw new InputError('There is no such file.', 404);
}

export async function sendFile(res, name, status = 200) {
  const content = await readPublic(name);
  res.writeHead(status, {
    'Content-Type': TYPES.get(extname(name)),
    'Content-Length': content.length,
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': SECURITY_POLICY,
    'X-Content-Type-Options': 'nosniff',
  });
  res.end(content);
}
