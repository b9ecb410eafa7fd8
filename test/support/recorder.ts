import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listenOnLoopback } from './loopback.js';

/** One request as it went over the wire. */
export type Recorded = {
  readonly method: string;
  /** With its query, as it was sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** Passes every request on to another server and keeps what was sent. */
export type Recorder = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly requests: readonly Recorded[];
  close(): Promise<void>;
};

/**
 * Starts a server in front of another one.
 *
 * @param target address of the other, without a path
 */
export async function startRecorder(target: string): Promise<Recorder> {
  const requests: Recorded[] = [];
  const server = createServer((incoming, outgoing) => {
    passOn(incoming, outgoing, target, requests).catch(() => outgoing.destroy());
  });
  return { ...(await listenOnLoopback(server)), requests };
}

async function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  requests: Recorded[],
): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = incoming;
  const body = await text(incoming);
  const names = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  requests.push({ method, path, headers: Object.fromEntries(names), body });
  const onward = request(new URL(path, target), { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  onward.end(body);
}
