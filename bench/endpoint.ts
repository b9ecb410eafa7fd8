import type { ServerResponse } from 'node:http';
import { answerJson, appAnswers, type RawExchange, sse, startRawModel } from '../test/support/model/index.js';
import { toChatRequest } from '../test/support/model/openai-rules.js';
import {
  CHARACTERS_PER_TOKEN,
  countTokens,
  createPromptCache,
  usageOf,
} from '../test/support/model/prompt-cache.js';
import {
  createDoor,
  FIRST_TOKEN_SECONDS,
  type RateLimits,
  secondsToFirstToken,
  secondsToWrite,
  tokensWritten,
} from './physics.js';
import { createRandom, type Workload } from './workload.js';

export type EndpointOptions = {
  readonly workload: Workload;
  /** Simulated seconds in a real one. An event carries so many tokens: a client gets as many events a second. */
  readonly scale: number;
  readonly limits?: RateLimits;
  /** The first request gets a 503. */
  readonly failsFirst?: boolean;
  /** Spread of the wait for a first token: the sigma of a log-normal distribution around the usual wait. */
  readonly tail?: number;
};

/** One answered request. Times are milliseconds since the epoch, with fractions. */
export type Served = {
  readonly kind: 'plan' | 'file' | 'refusal';
  readonly promptTokens: number;
  readonly cachedTokens: number;
  /** From the prompt's start to the end of the plan in it, which is what every file's request holds; 0 for a plan. */
  readonly sharedTokens: number;
  readonly arrivedAt: number;
  readonly endedAt: number;
};

export type Endpoint = {
  /** Ends in `/v1`. */
  readonly url: string;
  /** In the order in which they ended. */
  readonly served: readonly Served[];
  close(): Promise<void>;
};

/** Starts a simulated model server on loopback, which knows one app by heart. */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const served: Served[] = [];
  const serve = createServing(options, served);
  const model = await startRawModel((exchange) => {
    serve(exchange);
    // A thousand prompts with a long plan would fill this process's memory.
    const entry = model.requests()[exchange.index];
    if (entry !== undefined) entry.body = undefined;
  });
  return { url: model.url, served, close: () => model.close() };
}

function createServing(options: EndpointOptions, served: Served[]): (exchange: RawExchange) => void {
  const { workload, scale, limits = {}, failsFirst = false, tail = 0 } = options;
  const clock = createClock(scale);
  const door = createDoor(limits, clock.now());
  const answer = appAnswers(workload);
  const cache = createPromptCache();
  const random = createRandom(1);

  return ({ response, body, index }) => {
    const begin = clock.now();
    const chat = toChatRequest(index, body);
    const text = textOf(answer(chat));
    const usage = usageOf(body, text, cache.cachedTokens(body));
    const isPlan = text === workload.plan;
    const request = {
      promptTokens: usage.prompt_tokens,
      cachedTokens: usage.prompt_tokens_details.cached_tokens,
      sharedTokens: isPlan
        ? 0
        : usage.prompt_tokens - tokensAfter(workload.plan, chat.messages.at(-1)?.content ?? ''),
      arrivedAt: epoch(),
    };
    const noteAtEnd = (kind: Served['kind']) =>
      response.once('close', () => served.push({ ...request, kind, endedAt: epoch() }));

    if (failsFirst && index === 0) {
      noteAtEnd('refusal');
      return refuse(response, 503, 'The server is overloaded.', null);
    }
    const verdict = door.enter(usage.total_tokens, begin);
    if (!verdict.admitted) {
      noteAtEnd('refusal');
      const waitSeconds = verdict.waitSeconds === null ? null : verdict.waitSeconds / scale;
      return refuse(response, 429, 'Rate limit reached.', waitSeconds);
    }
    response.once('close', door.leave);
    noteAtEnd(isPlan ? 'plan' : 'file');
    const wait = FIRST_TOKEN_SECONDS * Math.exp(tail * gaussian(random));
    const firstAt = begin + secondsToFirstToken(request.promptTokens - request.cachedTokens, wait);
    clock.at(firstAt, response, () => {
      // Others find a prompt in the cache from its first token on.
      cache.add(body);
      stream({ text, usage, firstAt, chunk: Math.max(1, Math.round(scale)) }, response, clock);
    });
  };
}

type Stream = {
  readonly text: string;
  readonly usage: unknown;
  readonly firstAt: number;
  readonly chunk: number;
};

/** Sends one token, then the rest in chunks, each when its last token is due. */
function stream({ text, usage, firstAt, chunk }: Stream, response: ServerResponse, clock: Clock): void {
  const total = countTokens(text);
  const writer = sse(response);
  let sent = 0;
  const sendDue = (): void => {
    const due = tokensWritten(clock.now() - firstAt);
    for (let next = nextSize(); sent < total && sent + next <= due; next = nextSize()) {
      writer.chunk(text.slice(sent * CHARACTERS_PER_TOKEN, (sent + next) * CHARACTERS_PER_TOKEN));
      sent += next;
    }
    if (sent < total) clock.at(firstAt + secondsToWrite(sent + nextSize()), response, sendDue);
    else writer.finish('stop').usage(usage).done();
  };
  const nextSize = () => (sent === 0 ? 1 : Math.min(chunk, total - sent));
  sendDue();
}

type Clock = {
  /** Simulated seconds. */
  now(): number;
  /** Acts at a time, unless the client has gone by then. */
  at(time: number, response: ServerResponse, act: () => void): void;
};

function createClock(scale: number): Clock {
  const now = () => (performance.now() / 1_000) * scale;
  const at: Clock['at'] = (time, response, act) =>
    void setTimeout(
      () => {
        if (response.destroyed) return;
        // Timers are whole milliseconds, and may be early by one.
        if (now() < time) at(time, response, act);
        else act();
      },
      Math.max(1, ((time - now()) / scale) * 1_000),
    );
  return { now, at };
}

function refuse(response: ServerResponse, status: number, message: string, waitSeconds: number | null): void {
  const headers: Record<string, string> =
    waitSeconds === null
      ? {}
      : {
          'retry-after': String(Math.ceil(waitSeconds)),
          'retry-after-ms': String(Math.ceil(waitSeconds * 1_000)),
        };
  answerJson(
    response,
    status,
    { error: { message, type: 'server_error', param: null, code: null } },
    headers,
  );
}

function textOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'text' in answer) return String(answer.text);
  throw new Error('The simulated model knows no answer.');
}

/** Tokens of what a message says after the plan; 0 when the plan is not in it. */
function tokensAfter(plan: string, message: string): number {
  const end = plan.trimEnd().slice(-40);
  const position = message.lastIndexOf(end);
  return position < 0 ? 0 : countTokens(message.slice(position + end.length));
}

/** A number of the standard normal distribution (Box and Muller). */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Milliseconds since 1970, with fractions. */
export function epoch(): number {
  return performance.timeOrigin + performance.now();
}
