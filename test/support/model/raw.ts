import type { ServerResponse } from 'node:http';
import type { Model, RawExchange, RawHandler } from './protocol.js';
import { breakConnection, startServer } from './server.js';

/**
 * Starts an endpoint that says whatever the handler writes, on any path and with any key. It keeps the same journal as
 * `startModel`.
 *
 * @example
 * const model = await startRawModel(({ response }) => sse(response).chunk('half a fi').cut());
 */
export async function startRawModel(handler: RawHandler): Promise<Model> {
  return startServer('sk-raw-key', ({ request, response, body, entry }) =>
    handler({ request, response, body, index: entry.index }),
  );
}

/** Writes an event stream, frame by frame. Every method but the last three returns the writer. */
export type SseWriter = {
  /** A piece of the answer's text. */
  chunk(text: string): SseWriter;
  /** A piece of a refusal. */
  refusal(text: string): SseWriter;
  /** The frame that carries `finish_reason`. */
  finish(reason: string): SseWriter;
  /** The last frame of a stream with usage: no choices. Default `choices: []`. */
  usage(usage: unknown, choices?: unknown): SseWriter;
  /** Any payload, as JSON. */
  frame(payload: unknown): SseWriter;
  /** Bytes as they are, no frame around them. */
  write(bytes: string): SseWriter;
  /** `[DONE]` and the end. */
  done(): void;
  /** Breaks the connection, after what was written had time to arrive. */
  cut(): void;
  /** Ends the response cleanly, without `[DONE]`. */
  end(): void;
};

/** Sends the head of an event stream and returns its writer. */
export function sse(response: ServerResponse): SseWriter {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  const base = { id: 'chatcmpl-raw', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'raw' };
  const choice = (delta: unknown, finishReason: string | null = null) => [
    { index: 0, delta, finish_reason: finishReason },
  ];
  const writer: SseWriter = {
    chunk: (content) => writer.frame({ ...base, choices: choice({ content }) }),
    refusal: (refusal) => writer.frame({ ...base, choices: choice({ refusal }) }),
    finish: (reason) => writer.frame({ ...base, choices: choice({}, reason) }),
    usage: (usage, choices = []) => writer.frame({ ...base, choices, usage }),
    frame: (payload) => writer.write(`data: ${JSON.stringify(payload)}\n\n`),
    write: (bytes) => {
      response.write(bytes);
      return writer;
    },
    done: () => void response.end('data: [DONE]\n\n'),
    cut: () => void setTimeout(() => breakConnection(response), 20),
    end: () => void response.end(),
  };
  return writer;
}

/** Sends one JSON body and ends the response. A string is sent as it is. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Sends a good answer in the form the request asked for, streamed or not. */
export function answerText({ response, body }: RawExchange, text: string): void {
  if (body.stream === true) {
    sse(response).chunk(text).finish('stop').done();
    return;
  }
  const message = { role: 'assistant', content: text, refusal: null };
  answerJson(response, 200, completion([{ index: 0, message, finish_reason: 'stop' }]));
}

/** A whole completion with the given choices and a small usage. */
export function completion(choices: unknown): unknown {
  const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };
  return {
    id: 'chatcmpl-raw',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'raw',
    choices,
    usage,
  };
}
