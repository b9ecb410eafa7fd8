const MAX_BODY_BYTES = 16 * 1024;

/** A failure with the HTTP status to answer; the message is for the user. */
export class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
  }
}

export function sendJson(res, status, data) {
  const body = Buffer.from(JSON.stringify(data), 'utf8');
  res.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
  });
  res.end(body);
}

/** Reads the body of a request as JSON. */
export async function readJson(req) {
  const text = decode(await readBody(req));
  if (text.trim() === '') {
    throw new HttpError(400, 'The request has no content; JSON is expected.');
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(400, 'The request is not valid JSON.');
  }
}

async function readBody(req) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of req) {
      size += chunk.length;
      // Too much is still read to its end, but not kept: a client that is
      // sending would not see an answer on a connection closed too early.
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    }
  } catch {
    throw new HttpError(400, 'The request broke off.');
  }
  if (size > MAX_BODY_BYTES) {
    throw new HttpError(413, 'The request is too large: at most 16 KiB.');
  }
  return Buffer.concat(chunks);
}

function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError(400, 'The request is not valid UTF-8.');
  }
}
