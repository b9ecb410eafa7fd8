import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import * as z from 'zod';
import { listenOnLoopback } from '../test/support/loopback.js';

/** The purpose of a call for the plan of a change. */
export const CHANGE = 'the change';

/** One request to the model and its reply, as they went by. */
export type ModelCall = {
  /** `plan`, `CHANGE`, the path of a file, or `the list of files`. */
  readonly purpose: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** As much of the reply as has arrived. */
  readonly answer: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly finishedAt: number | undefined;
};

/** An endpoint on loopback that passes everything on to another one and remembers it. */
export type Tap = {
  readonly url: string;
  calls(): readonly ModelCall[];
  close(): Promise<void>;
};

const requestSchema = z.object({
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});
const frameSchema = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).optional() })).nullish(),
});

/** Headers that belong to one connection, not to what is sent over it. */
const HOP = ['host', 'connection', 'content-length', 'transfer-encoding', 'content-encoding', 'keep-alive'];

type Remembered = { -readonly [key in keyof ModelCall]: ModelCall[key] };

/**
 * Starts a tap.
 *
 * @param upstream base URL of the endpoint, without a slash at its end
 */
export async function startTap(upstream: string): Promise<Tap> {
  const calls: Remembered[] = [];
  const server = createServer((incoming, outgoing) => {
    passOn(upstream, calls, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end(JSON.stringify({ error: { message: reasonOf(error, upstream) } }));
    });
  });
  return { ...(await listenOnLoopback(server)), calls: () => calls };
}

async function passOn(
  upstream: string,
  calls: Remembered[],
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await buffer(incoming);
  const { messages } = requestSchema.parse(JSON.parse(body.toString()));
  const call: Remembered = {
    ...{ purpose: purposeOf(messages), messages, answer: '' },
    ...{ startedAt: Date.now(), finishedAt: undefined },
  };
  calls.push(call);
  const gone = new AbortController();
  outgoing.on('close', () => {
    gone.abort();
    call.finishedAt = Date.now();
  });
  const reply = await fetch(upstream + (incoming.url ?? ''), {
    method: incoming.method ?? 'POST',
    headers: kept(Object.entries(incoming.headers)),
    body,
    signal: gone.signal,
  });
  outgoing.writeHead(reply.status, kept([...reply.headers]));
  const read = createFrameReader((text) => {
    call.answer += text;
  });
  for await (const bytes of reply.body ?? []) {
    read(bytes);
    outgoing.write(bytes);
  }
  outgoing.end();
}

function kept(headers: readonly [string, unknown][]): Record<string, string> {
  return Object.fromEntries(
    headers.filter(([name]) => !HOP.includes(name)).map(([name, value]) => [name, String(value)]),
  );
}

/** What `fetch` says is that it failed; why is in its cause. */
function reasonOf(error: unknown, upstream: string): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return `no answer at ${upstream}: ${cause instanceof Error ? cause.message : String(cause)}`;
}

/** What a question ends with says what it is for; what stands before it may be anybody's words. */
const CHANGE_PLANNED =
  /(?:^|\n\n)Write the plan of the change that .*\n(?:.*\n)*## Replies\n(?:.*\n){0,3}.*$/;
const FILE_CHANGED = /^[\s\S]*\nChange `([^`\n]+)`, the file above, [\s\S]*\bUNCHANGED\.$/;
const FILE_WRITTEN = /\nWrite `([^`\n]+)`, from its first line.*$/;

function purposeOf(messages: ModelCall['messages']): string {
  // A request to go on with a cut reply repeats the question before it.
  const ask = (messages.at(-2)?.role === 'assistant' ? messages.at(-3) : messages.at(-1))?.content ?? '';
  if (CHANGE_PLANNED.test(ask)) return CHANGE;
  if (ask.startsWith('Write the plan ')) return 'plan';
  return (FILE_CHANGED.exec(ask) ?? FILE_WRITTEN.exec(ask))?.[1] ?? 'the list of files';
}

/** Reads the text out of an event stream that arrives in pieces of any size. */
function createFrameReader(onText: (text: string) => void): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder();
  let rest = '';
  return (bytes) => {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, json] = /^data: ?(\{.*)$/.exec(line.trimEnd()) ?? [];
      if (json !== undefined) onText(textOf(json));
    }
  };
}

/** The text in a frame; none where the endpoint sent something else: what to make of it is for who asked. */
function textOf(json: string): string {
  try {
    return frameSchema.parse(JSON.parse(json)).choices?.[0]?.delta?.content ?? '';
  } catch {
    return '';
  }
}
