import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { listenOnLoopback } from '../support/loopback.js';

/** One request of the program under test. */
export type Numbered = {
  /** 1 for the first request of the process, GitHub's and the model's counted together in order of arrival. */
  readonly ordinal: number;
  readonly to: 'github' | 'model';
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  /** The parsed body; undefined without one. */
  readonly body: unknown;
};

/** A whole answer. */
type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** What may be done with a request. */
export type Exchange = Numbered & {
  /** Sends it on and brings the answer on as it comes. */
  pass(): Promise<void>;
  /** Sends it on and keeps the whole answer. */
  apply(): Promise<Answer>;
  /** Answers in the server's place. */
  answer(status: number): void;
  /** Cuts the connection, after this much of an answer. */
  cut(part?: { answer: Answer; bytes: number }): Promise<void>;
};

/** Decides over a request; `pass` is what happens to all others. */
export type Treat = (exchange: Exchange) => Promise<void>;

/** What stands between one process and the two servers. */
export type Proxy = {
  readonly github: string;
  readonly model: string;
  /** In order of arrival. */
  requests(): readonly Numbered[];
  /** Ends it, once what was sent on has been answered: a server works on although nobody waits for the answer. */
  close(): Promise<void>;
};

/** Long enough for what was written before to arrive. Milliseconds. */
const FLUSH_MS = 20;

/**
 * Stands between one process and its GitHub and model, numbers every request and lets `treat` decide over it.
 *
 * @param targets addresses of the two servers, the model's ending in `/v1`.
 */
export async function startProxy(targets: { github: string; model: string }, treat: Treat): Promise<Proxy> {
  const requests: Numbered[] = [];
  const passages = new Set<Promise<void>>();
  const server = createServer((incoming, response) => {
    const passage = exchangeOf(incoming, response, targets, requests)
      .then(treat)
      // The process is gone, or its connection.
      .catch(() => void response.destroy())
      .finally(() => passages.delete(passage));
    passages.add(passage);
  });
  const { url, close } = await listenOnLoopback(server);
  return {
    github: url,
    model: `${url}/v1`,
    requests: () => requests,
    close: async () => {
      await Promise.all(passages);
      await close();
    },
  };
}

async function exchangeOf(
  incoming: IncomingMessage,
  response: ServerResponse,
  targets: { github: string; model: string },
  requests: Numbered[],
): Promise<Exchange> {
  const content = await buffer(incoming);
  const address = incoming.url ?? '/';
  const to = address.startsWith('/v1/') ? 'model' : 'github';
  const numbered: Numbered = {
    ordinal: requests.length + 1,
    to,
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(address.split('?')[0] ?? ''),
    body: content.length === 0 ? undefined : JSON.parse(content.toString('utf8')),
  };
  requests.push(numbered);
  const target =
    to === 'github' ? `${targets.github}${address}` : `${targets.model}${address.slice('/v1'.length)}`;
  const send = () => sendOn(target, incoming, content);
  return {
    ...numbered,
    pass: async () => stream(await send(), response),
    apply: async () => {
      const answer = await send();
      return { status: answer.statusCode ?? 502, headers: answer.headers, body: await buffer(answer) };
    },
    answer: (status) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ message: 'Server Error', error: { message: 'Server Error' } }));
    },
    cut: async (part) => {
      if (part !== undefined) {
        response.writeHead(part.answer.status, ownHeaders(part.answer.headers));
        response.write(part.answer.body.subarray(0, part.bytes));
        await sleep(FLUSH_MS);
      }
      response.socket?.resetAndDestroy();
    },
  };
}

function sendOn(target: string, incoming: IncomingMessage, content: Buffer): Promise<IncomingMessage> {
  const { host: _, connection: __, ...headers } = incoming.headers;
  return new Promise((resolve, reject) => {
    const options = { method: incoming.method ?? 'GET', headers, agent: false };
    request(target, options, resolve).on('error', reject).end(content);
  });
}

/** Headers that say nothing about the connection they came over. */
function ownHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const {
    'transfer-encoding': _,
    'content-length': __,
    connection: ___,
    'keep-alive': ____,
    ...own
  } = headers;
  return own;
}

/** Brings an answer on; when nobody takes it, the server is told. */
async function stream(answer: IncomingMessage, response: ServerResponse): Promise<void> {
  response.on('close', () => answer.destroy());
  response.writeHead(answer.statusCode ?? 502, ownHeaders(answer.headers));
  response.flushHeaders();
  for await (const bytes of answer) response.write(bytes);
  response.end();
}
