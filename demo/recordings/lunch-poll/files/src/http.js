import { InputError } from './rules.js';

const MAX_BODY_BYTES = 16 * 1024;

/** The whole body, or undefined if it is too large: then it is read to its end, but not kept. */
async function readBody(req) {
  let chunks = [];
  let size = 0;
  try {
    for await (const chunk of req) {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else chunks = [];
    }
  } catch {
    throw new InputError('The request broke off before its end.');
  }
  return size <= MAX_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}

export async function readJson(req) {
  const type = (req.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
  if (type !== 'application/json') {
    throw new InputError('The body must be JSON, sent with Content-Type: application/json.', 415);
  }

  const body = await readBody(req);
  if (body === undefined) {
    throw new InputError(`The body is too large: at most ${MAX_BODY_BYTES} bytes are allowed.`, 413);
  }

  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new InputError('The body is not valid JSON.');
  }
}

export function sendJson(res, status, value) {
  const text = JSON.stringify(value);
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  res.end(text);
}

export function sendError(res, error) {
  const expected = error instanceof InputError;
  if (!expected) console.error(error);

  if (res.headersSent) {
    res.destroy();
  } else if (expected) {
    sendJson(res, error.status, { error: error.message });
  } else {
    sendJson(res, 500, { error: 'Something went wrong on the server. Please try again.' });
  }
}
