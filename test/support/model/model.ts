import { setTimeout as sleep } from 'node:timers/promises';
import { type Mock, type Script, startMock } from './aimock.js';
import { findError, toChatRequest } from './openai-rules.js';
import {
  CHARACTERS_PER_TOKEN,
  countTokens,
  createPromptCache,
  type PromptCache,
  usageOf,
} from './prompt-cache.js';
import {
  type Answer,
  type AnswerFunction,
  type ChatRequest,
  isObject,
  type JsonObject,
  type Model,
  type Pace,
  type Usage,
} from './protocol.js';
import { type Exchange, startServer } from './server.js';

/** What `startModel` needs to know. */
export type ModelOptions = {
  /** Called for every request that breaks no rule of the API. */
  answer: AnswerFunction;
  /** Default `sk-test-key-0123456789`. */
  apiKey?: string;
  /** The names it knows, default `gpt-6-sol` and `test-model`. */
  models?: readonly string[];
};

/**
 * Starts an endpoint that speaks Chat Completions as OpenAI does. Bodies and chunks of ordinary answers are
 * made by aimock; in front of it stands what aimock lacks: the API's own 400s, 401 and 404, refusals,
 * cached tokens in `usage`, and a pace for each answer, streamed or not.
 *
 * @example
 * const model = await startModel({ answer: () => ({ text: 'Hello', tokensPerSecond: 80 }) });
 */
export async function startModel(options: ModelOptions): Promise<Model> {
  const apiKey = options.apiKey ?? 'sk-test-key-0123456789';
  const models = options.models ?? ['gpt-6-sol', 'test-model'];
  const mock = await startMock();
  const cache = createPromptCache();
  const respond = async (exchange: Exchange): Promise<void> => {
    const { request, response, entry } = exchange;
    response.setHeader('x-request-id', `req_${entry.index}`);
    if (request.method !== 'POST' || entry.path !== '/v1/chat/completions') {
      const message = `Invalid URL (${request.method} ${entry.path})`;
      return writeJson(exchange, 404, {
        error: { message, type: 'invalid_request_error', param: null, code: null },
      });
    }
    const error = findError(entry.authorization, entry.body, { apiKey, models });
    if (error !== undefined) return writeJson(exchange, error.status, error.body);
    const chat = toChatRequest(entry.index, exchange.body);
    await writeAnswer(exchange, chat, await options.answer(chat), mock, cache);
  };
  return startServer(apiKey, respond, () => mock.stop());
}

/** Gives every text answer of `answer` a speed; an answer that has its own keeps it. */
export function pace(answer: AnswerFunction, speed: Pace): AnswerFunction {
  return async (request) => {
    const result = await answer(request);
    return 'text' in result ? { ...speed, ...result } : result;
  };
}

async function writeAnswer(
  exchange: Exchange,
  chat: ChatRequest,
  answer: Answer,
  mock: Mock,
  cache: PromptCache,
): Promise<void> {
  if ('raw' in answer) {
    const { request, response, body, entry } = exchange;
    return answer.raw({ request, response, body, index: entry.index });
  }
  if ('status' in answer) return writeJson(exchange, answer.status, answer.body, answer.headers);
  const script = withinTokenLimit(toScript(answer), chat.body);
  const usage = usageOf(chat.body, script.text, cache.cachedTokens(chat.body));
  const clock = performance.now() + (script.pace.firstTokenMs ?? 0);
  await sleepUntil(clock);
  if (exchange.response.destroyed) return;
  // From the first token on the prompt is in the provider's cache.
  cache.add(chat.body);
  const write = chat.stream ? writeStream : writeWhole;
  await write(exchange, await mock.complete(chat.body, script), script, usage, clock);
}

function toScript(answer: Exclude<Answer, { raw: unknown } | { status: number }>): Script {
  if ('refusal' in answer) return { text: answer.refusal, finishReason: 'stop', refusal: true, pace: {} };
  return { text: answer.text, finishReason: answer.finishReason ?? 'stop', refusal: false, pace: answer };
}

/** Cuts an answer at the request's `max_completion_tokens` or `max_tokens`, as the API does. */
function withinTokenLimit(script: Script, body: JsonObject): Script {
  const limit = body.max_completion_tokens ?? body.max_tokens;
  if (typeof limit !== 'number' || countTokens(script.text) <= limit) return script;
  return { ...script, text: script.text.slice(0, limit * CHARACTERS_PER_TOKEN), finishReason: 'length' };
}

async function writeWhole(
  exchange: Exchange,
  body: string,
  script: Script,
  usage: Usage,
  clock: number,
): Promise<void> {
  await sleepUntil(clock + durationMs(script.text, script.pace));
  const completion = JSON.parse(body) as { choices: { message: JsonObject }[] };
  const choice = completion.choices[0];
  if (choice !== undefined && script.refusal)
    Object.assign(choice.message, { content: null, refusal: script.text });
  exchange.entry.usage = usage;
  writeJson(exchange, 200, { ...completion, usage });
}

async function writeStream(
  exchange: Exchange,
  body: string,
  script: Script,
  usage: Usage,
  clock: number,
): Promise<void> {
  const { response, entry } = exchange;
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  response.flushHeaders();
  const options = exchange.body.stream_options;
  const withUsage = isObject(options) && options.include_usage === true;
  let written = '';
  for (const frame of framesOf(body)) {
    await sleepUntil(clock + durationMs(written, script.pace));
    if (response.destroyed) return;
    response.write(`data: ${refitted(frame, script.refusal, withUsage ? usage : undefined)}\n\n`);
    written += frame === '[DONE]' ? '' : deltaText(frame);
  }
  entry.usage = usage;
  response.end();
}

/** The payloads of a finished event stream. */
function framesOf(body: string): string[] {
  return body
    .split('\n\n')
    .flatMap((event) => (event.startsWith('data: ') ? [event.slice('data: '.length)] : []));
}

function deltaText(frame: string): string {
  const chunk = JSON.parse(frame) as { choices: { delta: { content?: string } }[] };
  return chunk.choices[0]?.delta.content ?? '';
}

/**
 * One of aimock's frames, as part of a refusal where it is one. Where usage was asked for, it is ours in the last
 * frame and null in all others, as OpenAI sends it.
 */
function refitted(frame: string, refusal: boolean, usage: Usage | undefined): string {
  if (frame === '[DONE]') return frame;
  const chunk = JSON.parse(frame) as { choices: { delta: JsonObject }[]; usage?: unknown };
  if (usage !== undefined) chunk.usage = isObject(chunk.usage) ? usage : null;
  const delta = chunk.choices[0]?.delta;
  if (refusal && delta !== undefined && typeof delta.content === 'string') {
    delta.refusal = delta.content;
    delete delta.content;
  }
  return JSON.stringify(chunk);
}

function durationMs(text: string, { tokensPerSecond }: Pace): number {
  return tokensPerSecond === undefined ? 0 : (text.length / CHARACTERS_PER_TOKEN / tokensPerSecond) * 1000;
}

/** Waits for a moment of `performance.now()`. Moments are absolute, so lateness of a timer does not add up. */
async function sleepUntil(moment: number): Promise<void> {
  const rest = moment - performance.now();
  if (rest > 0) await sleep(rest);
}

function writeJson(
  exchange: Exchange,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (exchange.response.destroyed) return;
  exchange.response.writeHead(status, { 'content-type': 'application/json', ...headers });
  exchange.response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
