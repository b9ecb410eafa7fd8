import { setTimeout as sleep } from 'node:timers/promises';
import { invalidRequest } from './openai-rules.js';
import { isObject, type JsonObject, type RawExchange, type RawHandler } from './protocol.js';
import { answerJson, answerText, completion, sse } from './raw.js';
import { breakConnection } from './server.js';

const GOOD = 'Hello from the endpoint.';

/**
 * Endpoints that misbehave, one behaviour each. Those that end a stream oddly reset the connection of a request that
 * is not streamed. None keeps state: "once" means for the server's request 0.
 * The behaviours are those of real services: what clients of them met.
 */
export const hostile = {
  cleanCut: streamed((exchange) => sse(exchange.response).chunk('const half').chunk(' = "the').end()),
  midFrameCut: streamed((exchange) =>
    sse(exchange.response).chunk('const half').write('data: {"id":"chatcmpl-raw","choices":[{"ind').end(),
  ),
  reset: streamed((exchange) => sse(exchange.response).chunk('const half').chunk(' = "the').cut()),
  drip: drip(20),
  silence: () => {},
  headersThenSilence: ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
  },
  html200: ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Sign in</title><p>Please sign in to the proxy.</p>');
  },
  error200: ({ response }) => answerJson(response, 200, { error: { message: 'upstream failed', code: 502 } }),
  errorMidStream: streamed(({ response }) =>
    sse(response)
      .chunk('const half')
      .frame({
        error: { message: 'The server had an error while processing your request.', type: 'server_error' },
      })
      .done(),
  ),
  noChoices: ({ response, body }) => {
    if (body.stream === true) sse(response).usage(undefined).done();
    else answerJson(response, 200, completion([]));
  },
  nullChoicesUsage: streamed(({ response }) =>
    sse(response)
      .chunk(GOOD)
      .finish('stop')
      .usage({ prompt_tokens: 9, completion_tokens: 6, total_tokens: 15 }, null)
      .done(),
  ),
  refusal: ended({ content: null, refusal: "I'm sorry, I can't help with that." }, 'stop'),
  contentFilter: ended({ content: 'The recipe begins with' }, 'content_filter'),
  lengthFinish: ended({ content: 'function half() {' }, 'length'),
  noFinishReason: streamed(({ response }) => sse(response).chunk(GOOD).done()),

  insufficientQuota: quota(
    'insufficient_quota',
    'You exceeded your current quota, please check your plan and billing details.',
  ),
  creditBalanceExhausted: quota('credit_balance_exhausted', 'Your credit balance is exhausted.'),
  organizationSpendLimit: quota(
    'organization_spend_limit_exceeded',
    'Your organization has reached its spend limit.',
  ),
  projectSpendLimit: quota('project_spend_limit_exceeded', 'This project has reached its spend limit.'),
  organizationUsageLimit: quota(
    'organization_usage_limit_exceeded',
    'Your organization has reached its usage limit.',
  ),

  retryAfterSeconds: once(rateLimited({ 'retry-after': '1' })),
  retryAfterMs: once(rateLimited({ 'retry-after-ms': '250' })),
  retryAfterDate: once((exchange) =>
    rateLimited({ 'retry-after': new Date(Date.now() + 1500).toUTCString() })(exchange),
  ),
  resetTokens: once(
    rateLimited({ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '300ms' }),
  ),
  unavailableOnce: once(({ response }) =>
    answerJson(response, 503, {
      error: { message: 'The engine is currently overloaded.', type: 'server_error' },
    }),
  ),

  wrongKey: refused(401, 'Incorrect API key provided: sk-raw**key.', 'invalid_api_key'),
  unknownModel: refused(
    404,
    'The model `raw` does not exist or you do not have access to it.',
    'model_not_found',
  ),
  contextLength: refused(
    400,
    "This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens. Please reduce the length of the messages.",
    'context_length_exceeded',
    'messages',
  ),
  noMaxTokens: whenever(
    (body) => body.max_tokens !== undefined,
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    'unsupported_parameter',
    'max_tokens',
  ),
  noMaxCompletionTokens: whenever(
    (body) => body.max_completion_tokens !== undefined,
    'Unrecognized request argument supplied: max_completion_tokens',
  ),
  noJsonSchema: whenever(
    (body) => isObject(body.response_format) && body.response_format.type === 'json_schema',
    "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
    null,
    'response_format',
  ),
  noStreamOptions: whenever(
    (body) => body.stream_options !== undefined,
    'Unrecognized request argument supplied: stream_options',
  ),
  alternatingRoles: whenever(
    (body) => !alternates(body),
    'Conversation roles must alternate user/assistant/user/assistant/...',
  ),
  thinking: (exchange) => answerText(exchange, `<think>\nThe user wants a greeting.\n</think>\n\n${GOOD}`),
} satisfies Record<string, RawHandler>;

/** An answer that comes one byte every `everyMs` milliseconds and would be good in the end. */
export function drip(everyMs: number): RawHandler {
  return async ({ response, body }) => {
    const streaming = body.stream === true;
    const message = { role: 'assistant', content: GOOD };
    const text = streaming
      ? `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: GOOD }, finish_reason: 'stop' }] })}\n\ndata: [DONE]\n\n`
      : JSON.stringify(completion([{ index: 0, message, finish_reason: 'stop' }]));
    response.writeHead(200, { 'content-type': streaming ? 'text/event-stream' : 'application/json' });
    for (const byte of text) {
      if (response.destroyed) return;
      response.write(byte);
      await sleep(everyMs);
    }
    response.end();
  };
}

/** A 429 with the given headers, every time. */
export function rateLimited(headers: Record<string, string>): RawHandler {
  const message = 'Rate limit reached for model `raw` on tokens per min (TPM): Limit 30000, Used 30000.';
  return ({ response }) =>
    answerJson(
      response,
      429,
      { error: { message, type: 'tokens', param: null, code: 'rate_limit_exceeded' } },
      headers,
    );
}

/** The handler for a stream; a request that is not streamed sees its connection reset in the middle of the body. */
function streamed(handler: (exchange: RawExchange) => void): RawHandler {
  return (exchange) => {
    if (exchange.body.stream === true) return handler(exchange);
    exchange.response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    exchange.response.write('{"id":"chatcmpl-raw","choices":[{"ind');
    setTimeout(() => breakConnection(exchange.response), 20);
  };
}

function ended(message: { content: string | null; refusal?: string }, finishReason: string): RawHandler {
  return ({ response, body }) => {
    if (body.stream !== true) {
      const choice = {
        index: 0,
        message: { role: 'assistant', refusal: null, ...message },
        finish_reason: finishReason,
      };
      return answerJson(response, 200, completion([choice]));
    }
    const writer = sse(response);
    if (message.content !== null) writer.chunk(message.content);
    if (message.refusal !== undefined) writer.refusal(message.refusal);
    writer.finish(finishReason).done();
  };
}

function quota(code: string, message: string): RawHandler {
  return ({ response }) =>
    answerJson(response, 429, { error: { message, type: 'insufficient_quota', param: null, code } });
}

function refused(
  status: number,
  message: string,
  code: string | null,
  param: string | null = null,
): RawHandler {
  const error = invalidRequest(status, message, code, param);
  return ({ response }) => answerJson(response, error.status, error.body);
}

function once(handler: RawHandler): RawHandler {
  return (exchange) => (exchange.index === 0 ? handler(exchange) : answerText(exchange, GOOD));
}

/** A 400 as long as the request uses what this endpoint does not take, else a good answer. */
function whenever(
  uses: (body: JsonObject) => boolean,
  message: string,
  code: string | null = null,
  param: string | null = null,
): RawHandler {
  const refuse = refused(400, message, code, param);
  return (exchange) => (uses(exchange.body) ? refuse(exchange) : answerText(exchange, GOOD));
}

/** The rule of many chat templates: a system message at most first, then user and assistant in turn. */
function alternates(body: JsonObject): boolean {
  const roles = (Array.isArray(body.messages) ? body.messages : []).map((m) =>
    isObject(m) ? m.role : undefined,
  );
  const turns = roles[0] === 'system' ? roles.slice(1) : roles;
  return turns.every((role, index) => role === (index % 2 === 0 ? 'user' : 'assistant'));
}
