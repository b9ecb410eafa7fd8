import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '../loopback.js';
import { isObject, type JsonObject, type Model, type ModelRequest } from './protocol.js';

/** One request whose body is read, and its line in the journal. */
export type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  body: JsonObject;
  entry: ModelRequest;
};

/** Responses whose connection the server itself broke, so that the journal does not blame the client. */
const broken = new WeakSet<ServerResponse>();

/** Breaks the connection of a response, as a crashed server would. The client sees a reset. */
export function breakConnection(response: ServerResponse): void {
  broken.add(response);
  response.socket?.resetAndDestroy();
}

/**
 * A server on loopback that reads every body, keeps the journal and hands the request on.
 * An exception in `respond` ends the exchange with a 500 that carries its text, so that a test sees it.
 */
export async function startServer(
  apiKey: string,
  respond: (exchange: Exchange) => void | Promise<void>,
  onClose: () => Promise<void> = async () => {},
): Promise<Model> {
  const journal: ModelRequest[] = [];
  const open = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const entry = enter(journal, request, response);
    open.add(response);
    response.on('close', () => open.delete(response));
    readText(request)
      .then((text) => {
        entry.body = parse(text);
        return respond({ request, response, body: isObject(entry.body) ? entry.body : {}, entry });
      })
      .catch((error: unknown) => fail(response, error));
  });
  const listening = await listenOnLoopback(server);
  return {
    url: `${listening.url}/v1`,
    apiKey,
    requests: () => journal,
    close: async () => {
      for (const response of open) broken.add(response);
      await listening.close();
      await onClose();
    },
  };
}

function enter(journal: ModelRequest[], request: IncomingMessage, response: ServerResponse): ModelRequest {
  const entry: ModelRequest = {
    index: journal.length,
    method: request.method ?? '',
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body: undefined,
    get status() {
      return response.headersSent ? response.statusCode : undefined;
    },
    usage: undefined,
    arrivedAt: now(),
    finishedAt: undefined,
    closedEarly: false,
  };
  journal.push(entry);
  response.on('close', () => {
    entry.finishedAt = now();
    entry.closedEarly = !response.writableEnded && !broken.has(response);
  });
  return entry;
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    breakConnection(response);
    return;
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  response.writeHead(500, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ error: { message: `The test's answer threw: ${message}`, type: 'server_error' } }),
  );
}

function now(): number {
  return performance.timeOrigin + performance.now();
}
