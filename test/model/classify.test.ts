import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '../../src/model/classify.js';
import {
  BrokenReplyError,
  ContextTooLongError,
  CreditExhaustedError,
  EndpointUnavailableError,
  IdleTimeoutError,
  KeyRejectedError,
  LimitTooSmallError,
  MalformedReplyError,
  ModelError,
  ModelNotFoundError,
  NothingWrittenError,
  RateLimitedError,
  RefusedError,
  RequestRejectedError,
} from '../../src/model/errors.js';

const NOW = Date.UTC(2026, 10, 25, 12, 0, 0);

type Answer = {
  code?: unknown;
  type?: string;
  message?: string;
  param?: string;
  headers?: Record<string, string>;
};

/** An error as the `openai` package makes it from an answer. */
function answered(status: number | undefined, { headers, ...error }: Answer = {}): Error {
  return Object.assign(new Error(`${status} ${error.message ?? 'status code (no body)'}`), {
    status,
    headers: new Headers(headers),
    error,
    code: error.code,
    type: error.type,
    param: error.param,
  });
}

/** `fetch failed` as the package wraps it. */
function failedConnection(code: string): Error {
  const cause = Object.assign(new Error('inner'), { code });
  return new Error('Connection error.', { cause: new TypeError('fetch failed', { cause }) });
}

type Kind = abstract new (...args: never[]) => ModelError;
type Row = [name: string, error: unknown, kind: Kind, retry: boolean, waitMs?: number | null];

const TPM =
  'Rate limit reached for gpt-6-sol on tokens per min (TPM): Limit 30000, Used 29000, Requested 2000.';

const rows: Row[] = [
  ['a wrong key', answered(401, { code: 'invalid_api_key' }), KeyRejectedError, false],
  ['a 401 without a word', answered(401), KeyRejectedError, false],
  ['a key that may not', answered(403, { code: 'permission_denied' }), KeyRejectedError, false],
  [
    'a region that may not',
    answered(403, { code: 'unsupported_country_region_territory' }),
    KeyRejectedError,
    false,
  ],
  ['a wrong key as 400 (xAI)', answered(400, { code: 'invalid_api_key' }), KeyRejectedError, false],
  ['an unknown model', answered(404, { code: 'model_not_found' }), ModelNotFoundError, false],
  ['a model without access', answered(403, { code: 'model_not_found' }), ModelNotFoundError, false],
  [
    'an unknown model at Ollama',
    answered(404, { message: 'model "qwen9" not found, try pulling it first' }),
    ModelNotFoundError,
    false,
  ],
  [
    'an unknown model as 400',
    answered(400, { message: 'The model `x` does not exist' }),
    ModelNotFoundError,
    false,
  ],
  [
    'an unknown model at OpenRouter',
    answered(400, { message: 'foo/bar is not a valid model ID' }),
    ModelNotFoundError,
    false,
  ],
  [
    'an unknown deployment at Azure',
    answered(404, { code: 'DeploymentNotFound' }),
    ModelNotFoundError,
    false,
  ],
  ['an address that does not exist', answered(404), RequestRejectedError, false],
  [
    'too long a context by code',
    answered(400, { code: 'context_length_exceeded' }),
    ContextTooLongError,
    false,
  ],
  [
    'too long a context in words',
    answered(400, { message: "This model's maximum context length is 8192 tokens" }),
    ContextTooLongError,
    false,
  ],
  [
    'too long a prompt at Anthropic',
    answered(400, { message: 'prompt is too long: 210000 tokens > 200000 maximum' }),
    ContextTooLongError,
    false,
  ],
  ['a body that is too large', answered(413), ContextTooLongError, false],
  ...[
    'insufficient_quota',
    'credit_balance_exhausted',
    'organization_spend_limit_exceeded',
    'project_spend_limit_exceeded',
    'organization_usage_limit_exceeded',
    'billing_hard_limit_reached',
  ].map(
    (code): Row => [
      `the billing code ${code}`,
      answered(429, { code, headers: { 'retry-after': '1' } }),
      CreditExhaustedError,
      false,
    ],
  ),
  [
    'a billing type with another code',
    answered(429, { code: 'new_code', type: 'insufficient_quota' }),
    CreditExhaustedError,
    false,
  ],
  ['402', answered(402), CreditExhaustedError, false],
  [
    'no credit at Anthropic',
    answered(400, { message: 'Your credit balance is too low to access the API.' }),
    CreditExhaustedError,
    false,
  ],
  ['no balance at DeepSeek', answered(402, { message: 'Insufficient Balance' }), CreditExhaustedError, false],
  [
    "Gemini's limit per minute, in the words of a bill",
    answered(429, { message: 'You exceeded your current quota. Please retry in 39.5s.' }),
    RateLimitedError,
    true,
    39_500,
  ],
  [
    'a request over the limit per minute',
    answered(429, { message: 'Request too large for gpt-6-sol (TPM): Limit 30000, Requested 41000.' }),
    LimitTooSmallError,
    false,
  ],
  [
    'the same at Groq as 413',
    answered(413, {
      message: 'Request too large (TPM): Limit 6,000, Requested 7,200',
      code: 'rate_limit_exceeded',
    }),
    LimitTooSmallError,
    false,
  ],
  ['a limit that is used up', answered(429, { message: TPM }), RateLimitedError, true, null],
  [
    'retry-after in seconds',
    answered(429, { headers: { 'retry-after': '20' } }),
    RateLimitedError,
    true,
    20_000,
  ],
  [
    'retry-after above a minute',
    answered(429, { headers: { 'retry-after': '120' } }),
    RateLimitedError,
    true,
    120_000,
  ],
  [
    'retry-after-ms before retry-after',
    answered(429, { headers: { 'retry-after': '2', 'retry-after-ms': '1234' } }),
    RateLimitedError,
    true,
    1_234,
  ],
  [
    'retry-after as a date',
    answered(429, { headers: { 'retry-after': new Date(NOW + 90_000).toUTCString() } }),
    RateLimitedError,
    true,
    90_000,
  ],
  [
    'reset of the tokens',
    answered(429, { headers: { 'x-ratelimit-reset-tokens': '6m0s' } }),
    RateLimitedError,
    true,
    360_000,
  ],
  [
    'reset of the requests',
    answered(429, { headers: { 'x-ratelimit-reset-requests': '120ms' } }),
    RateLimitedError,
    true,
    120,
  ],
  [
    'a time in words only',
    answered(429, { message: 'Please try again in 6m0s.' }),
    RateLimitedError,
    true,
    360_000,
  ],
  [
    'a limit per day',
    answered(429, { headers: { 'retry-after': '26000' } }),
    RateLimitedError,
    false,
    26_000_000,
  ],
  [
    'x-should-retry: false on a limit',
    answered(429, { headers: { 'x-should-retry': 'false' } }),
    RateLimitedError,
    false,
    null,
  ],
  [
    'x-should-retry: false on a fault',
    answered(500, { headers: { 'x-should-retry': 'false' } }),
    EndpointUnavailableError,
    false,
  ],
  ['408', answered(408), EndpointUnavailableError, true],
  ['409', answered(409), EndpointUnavailableError, true],
  ['500', answered(500), EndpointUnavailableError, true],
  ['502', answered(502), EndpointUnavailableError, true],
  [
    '503 with a time',
    answered(503, { headers: { 'retry-after': '7' } }),
    EndpointUnavailableError,
    true,
    7_000,
  ],
  ['529', answered(529, { type: 'overloaded_error' }), EndpointUnavailableError, true],
  ['501', answered(501), RequestRejectedError, false],
  ['another 400', answered(400, { message: 'messages: unknown field' }), RequestRejectedError, false],
  ['422', answered(422, { message: 'temperature must be at most 2' }), RequestRejectedError, false],
  ['410', answered(410), RequestRejectedError, false],
  ['a filtered prompt at Azure', answered(400, { code: 'content_filter' }), RefusedError, false],
  ['a policy violation', answered(400, { code: 'content_policy_violation' }), RefusedError, false],
  [
    'an error in a stream',
    answered(undefined, { type: 'server_error', message: 'The server had an error' }),
    BrokenReplyError,
    true,
  ],
  [
    'an error in a stream with a status for a code',
    answered(undefined, { code: 502, message: 'upstream failed' }),
    EndpointUnavailableError,
    true,
  ],
  ['a limit in a stream', answered(undefined, { code: 429 }), RateLimitedError, true],
  [
    'a limit in a stream by code',
    answered(undefined, { code: 'rate_limit_exceeded' }),
    RateLimitedError,
    true,
  ],
  [
    'a billing code in a stream',
    answered(undefined, { code: 'insufficient_quota' }),
    CreditExhaustedError,
    false,
  ],
  ['a frame that is cut', new SyntaxError('Unexpected end'), BrokenReplyError, true],
  [
    'a reset connection',
    new TypeError('terminated', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) }),
    EndpointUnavailableError,
    true,
  ],
  ['a refused connection', failedConnection('ECONNREFUSED'), EndpointUnavailableError, true],
  ['an unknown host', failedConnection('ENOTFOUND'), EndpointUnavailableError, true],
  [
    'a certificate that is not trusted',
    failedConnection('DEPTH_ZERO_SELF_SIGNED_CERT'),
    EndpointUnavailableError,
    false,
  ],
  ["undici's own patience", failedConnection('UND_ERR_HEADERS_TIMEOUT'), IdleTimeoutError, true],
  ['a stream that ended early', new BrokenReplyError('cut'), BrokenReplyError, true],
  ['silence', new IdleTimeoutError('nothing'), IdleTimeoutError, true],
  [
    'silence, wrapped by the package',
    new Error('Request timed out.', { cause: new IdleTimeoutError('nothing') }),
    IdleTimeoutError,
    true,
  ],
  ['a refusal', new RefusedError('no'), RefusedError, false],
  ['nothing but reasoning', new NothingWrittenError('nothing'), NothingWrittenError, false],
  ['a reply of another form', new MalformedReplyError('no'), MalformedReplyError, false],
  ['a connection that was closed', new TypeError('terminated'), EndpointUnavailableError, true],
  [
    'a chunk that the package trips over',
    new TypeError('Cannot read properties of null'),
    BrokenReplyError,
    true,
  ],
  ['a string', 'boom', BrokenReplyError, true],
  ['nothing at all', undefined, BrokenReplyError, true],
];

describe('classify', () => {
  test('has one sentence for anything that can be thrown, and no other try for what ends the run', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('insufficient_quota', 'rate_limit_exceeded', '6m0s', '120ms', '-1'),
    );
    const status = fc.constantFrom(200, 400, 401, 403, 404, 408, 409, 422, 429, 500, 503, undefined);
    const headers = fc.dictionary(
      fc.constantFrom('retry-after', 'retry-after-ms', 'x-ratelimit-reset-tokens'),
      text,
    );
    const answer = fc.record(
      { code: text, type: text, message: text, param: text, headers },
      { requiredKeys: [] },
    );
    const thrown = fc.oneof(
      fc.anything(),
      fc.tuple(status, answer).map(([code, error]) => answered(code, error)),
    );
    fc.assert(
      fc.property(thrown, (error) => {
        const verdict = classify(error, NOW);
        expect(verdict.error).toBeInstanceOf(ModelError);
        expect(verdict.error.message).not.toMatch(/[\r\n]/);
        expect(verdict.waitMs ?? 0).toBeGreaterThanOrEqual(0);
        if (verdict.error.endsRun) expect(verdict.retry).toBe(false);
      }),
    );
  });

  test.each(rows)('S41 %s', (_, error, kind, retry, waitMs = null) => {
    const verdict = classify(error, NOW);
    expect(verdict.error.constructor.name).toBe(kind.name);
    expect(verdict.retry).toBe(retry);
    expect(verdict.waitMs).toBe(waitMs);
  });

  test('every message is one sentence in one line that ends with a full stop', () => {
    for (const [, error] of rows) {
      const { message } = classify(error, NOW).error;
      expect(message).not.toMatch(/[\r\n]/);
      expect(message.length).toBeLessThan(300);
    }
  });

  test('what ends the run is what every other call would meet too', () => {
    const ending = rows
      .filter(([, error]) => classify(error, NOW).error.endsRun)
      .map(([, , kind]) => kind.name);
    expect(new Set(ending)).toEqual(
      new Set(['KeyRejectedError', 'ModelNotFoundError', 'CreditExhaustedError', 'LimitTooSmallError']),
    );
  });

  test('S64 no secret in any field of an error gets into ours, not even in its causes', () => {
    const key = 'my.own+key';
    const canary = 'sk-proj-CANARY0123456789abcdef';
    const error = Object.assign(answered(400, { message: `bad key ${key} or ${canary}\nBearer ${canary}` }), {
      headers: new Headers({ authorization: `Bearer ${canary}`, 'x-secret': canary }),
      requestID: canary,
      cause: new Error(canary),
    });
    const shown = inspect(classify(error, NOW, key).error, { depth: 20, showHidden: true });
    expect(shown).not.toContain('CANARY');
    expect(shown).not.toContain(key);
    expect(shown).toContain('bad key ***');
  });
});
