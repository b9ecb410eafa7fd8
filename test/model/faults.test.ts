import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, type TestContext, test, vi } from 'vitest';
import { ModelError } from '../../src/model/errors.js';
import { createModel, type ModelOptions } from '../../src/model/openai.js';
import { meter } from '../../src/smol/budget.js';
import { generateCode } from '../../src/smol/code.js';
import {
  answerJson,
  answerText,
  drip,
  hostile,
  type RawExchange,
  type RawHandler,
  rateLimited,
  sse,
  startRawModel,
} from '../support/model/index.js';
import { GOOD, modelAt, question } from './model-at.js';

/** What one call comes to at an endpoint that always answers so. */
type Fault = {
  readonly name: string;
  readonly answer: RawHandler;
  readonly requests: number;
  readonly waits: readonly number[];
  /** The name of its class. */
  readonly error: string;
  readonly says: string;
  readonly options?: Partial<ModelOptions>;
};

/** Six attempts, waiting at random (here: half) between 1 s and 2^n s. */
const SIX = { requests: 6, waits: [1_500, 2_500, 4_500, 8_500, 16_500] };
/** A silent endpoint costs minutes an attempt, so there are three. */
const THREE = { requests: 3, waits: [1_500, 2_500], options: { idleTimeoutMs: 500 } };
/** A flood costs dollars an attempt, so there are two. */
const TWO = { requests: 2, waits: [1_500] };
const ONCE = { requests: 1, waits: [] };

const EARLY = { error: 'BrokenReplyError', says: 'The stream ended before the reply did.' };
const SILENT = { error: 'IdleTimeoutError', says: 'The endpoint sent nothing for 0.5 s.' };
const WORDLESS = {
  error: 'IdleTimeoutError',
  says: 'The endpoint kept the line open for 2.5 s without a word.',
};
const FLOOD = {
  error: 'ReplyTooLargeError',
  says: 'The reply is larger than 5 MB; it was broken off.',
};
const NO_CREDIT = 'The account behind the key has no credit left: ';

/** One frame of a stream and no more of it. */
const frames =
  (...payloads: unknown[]): RawHandler =>
  ({ response }) => {
    const writer = sse(response);
    for (const payload of payloads) writer.frame(payload);
    writer.done();
  };
const delta = (content: unknown, finish_reason: unknown = null, index: unknown = 0) => ({
  choices: [{ index, delta: { content }, finish_reason }],
});
const status =
  (code: number, body: unknown, headers: Record<string, string> = {}): RawHandler =>
  ({ response }) =>
    answerJson(response, code, body, headers);

/** Writes for ever, as fast as it is read, or with a pause. */
const forever =
  (piece: string, pauseMs = 0): RawHandler =>
  async ({ response }) => {
    sse(response);
    while (!response.destroyed) {
      if (!response.write(piece) || pauseMs > 0) await tick(pauseMs);
    }
  };

/** Writes to the bare connection: what no HTTP server of Node would send. */
const bare =
  (write: (socket: NonNullable<RawExchange['response']['socket']>) => void | Promise<void>): RawHandler =>
  async ({ response }) => {
    const { socket } = response;
    if (socket !== null) await write(socket);
  };

async function tick(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

const streams: Fault[] = [
  { name: 'a cut: a clean end without a finish reason', answer: hostile.cleanCut, ...SIX, ...EARLY },
  {
    name: 'a cut: in the middle of a frame',
    answer: hostile.midFrameCut,
    ...SIX,
    error: 'BrokenReplyError',
    says: 'The stream of the reply broke off in the middle of a frame.',
  },
  {
    name: 'a cut: a reset connection',
    answer: hostile.reset,
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint could not be reached: ECONNRESET.',
  },
  { name: 'a cut: [DONE] without a finish reason', answer: hostile.noFinishReason, ...SIX, ...EARLY },
  { name: 'no choices', answer: hostile.noChoices, ...SIX, ...EARLY },
  {
    name: 'null for choices',
    answer: status(200, { choices: null, usage: { prompt_tokens: 1, completion_tokens: 1 } }),
    ...SIX,
    ...EARLY,
  },
  { name: 'a choice of another number', answer: frames(delta('x', 'stop', 5)), ...SIX, ...EARLY },
  { name: 'a number for a finish reason', answer: frames(delta('x', 7)), ...SIX, ...EARLY },
  { name: 'chunks that are no objects', answer: frames(1, 'x', [], true, null), ...SIX, ...EARLY },
  { name: 'choices that are no objects', answer: frames({ choices: [1, 'x', null] }), ...SIX, ...EARLY },
  {
    name: 'a finish reason of no meaning',
    answer: frames(delta('x', 'because')),
    ...SIX,
    error: 'BrokenReplyError',
    says: 'The reply ended for an unusual reason (because).',
  },
  {
    name: 'calls of tools that nobody offered',
    answer: frames({
      choices: [{ delta: { tool_calls: [{ function: { name: 'rm' } }] }, finish_reason: 'tool_calls' }],
    }),
    ...SIX,
    error: 'BrokenReplyError',
    says: 'The reply ended for an unusual reason (tool_calls).',
  },
  {
    name: 'a web page with status 200',
    answer: hostile.html200,
    ...SIX,
    error: 'BrokenReplyError',
    says: 'The endpoint answered with a web page instead of a reply.',
  },
  {
    name: 'a string with status 200',
    answer: status(200, '"hello"'),
    ...SIX,
    error: 'BrokenReplyError',
    says: 'The endpoint answered with text instead of a reply.',
  },
  {
    name: 'nothing with status 200',
    answer: status(200, ''),
    ...SIX,
    error: 'BrokenReplyError',
    says: 'The endpoint answered with nothing instead of a reply.',
  },
  {
    name: 'an error with status 200',
    answer: hostile.error200,
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint failed (502): upstream failed.',
  },
  {
    name: 'an error in the stream',
    answer: hostile.errorMidStream,
    ...SIX,
    error: 'BrokenReplyError',
    says: 'The endpoint sent an error instead of a reply: The server had an error while processing your request.',
  },
  {
    name: 'an error in the stream that is a string',
    answer: frames(delta('x'), { error: 'llama runner process has terminated' }),
    ...SIX,
    error: 'BrokenReplyError',
    says: 'The endpoint sent an error instead of a reply: llama runner process has terminated.',
  },
  {
    name: 'nesting deeper than the stack, with status 200',
    answer: status(200, `{"choices":${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
    ...SIX,
    ...EARLY,
  },
  {
    name: 'nesting deeper than the stack, in an error',
    answer: status(503, `{"error":{"message":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`),
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint failed (503).',
  },
];

const faults: Fault[] = [
  {
    name: 'a status that does not exist',
    answer: bare((socket) => void socket.end('HTTP/1.1 999 No\r\ncontent-length: 2\r\n\r\n{}')),
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint failed (599).',
  },
  {
    name: '503',
    answer: status(503, { error: { message: 'Overloaded' } }),
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint failed (503): Overloaded.',
  },
  {
    name: '503 with a time, which is taken',
    answer: status(503, {}, { 'retry-after': '7' }),
    requests: 6,
    waits: [7_000, 7_000, 7_000, 7_000, 7_000],
    error: 'EndpointUnavailableError',
    says: 'The endpoint failed (503).',
  },
  {
    name: 'no HTTP at all',
    answer: bare((socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n')),
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint could not be reached: Connection error.',
  },
  {
    name: 'headers of a megabyte',
    answer: bare((socket) => void socket.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(1_000_000)}\r\n\r\n`)),
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint could not be reached: UND_ERR_HEADERS_OVERFLOW.',
  },
  {
    name: '101 instead of an answer',
    answer: bare((socket) => void socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n')),
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint could not be reached: ERR_ASSERTION.',
  },
  {
    name: 'a body that is not compressed as it says',
    answer: status(200, 'no gzip', { 'content-encoding': 'gzip' }),
    ...SIX,
    error: 'EndpointUnavailableError',
    says: 'The endpoint could not be reached: Z_DATA_ERROR.',
  },
];

const slow: Fault[] = [
  { name: 'silence before the headers', answer: hostile.silence, ...THREE, ...SILENT },
  { name: 'silence after the headers', answer: hostile.headersThenSilence, ...THREE, ...SILENT },
  {
    name: 'silence after the first words',
    answer: ({ response }) => void sse(response).chunk('const half'),
    ...THREE,
    ...SILENT,
  },
  {
    name: 'silence in the middle of an error',
    answer: ({ response }) => {
      response.writeHead(500, { 'content-type': 'application/json' });
      response.write('{"error":');
    },
    ...THREE,
    ...SILENT,
  },
  {
    name: 'headers that come a line at a time and never end',
    answer: bare(async (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      for (let line = 0; !socket.destroyed; line += 1) {
        socket.write(`x-${line}: y\r\n`);
        await tick(20);
      }
    }),
    ...THREE,
    ...SILENT,
  },
  {
    name: '103 again and again instead of an answer',
    answer: bare(async (socket) => {
      while (!socket.destroyed) {
        socket.write('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n');
        await tick(20);
      }
    }),
    ...THREE,
    ...SILENT,
  },
  { name: 'comments for ever', answer: forever(': keep-alive\n\n', 20), ...THREE, ...WORDLESS },
  {
    name: 'empty chunks for ever',
    answer: forever(`data: ${JSON.stringify(delta(''))}\n\n`, 20),
    ...THREE,
    ...WORDLESS,
  },
  { name: 'one frame, a byte at a time', answer: drip(60), ...THREE, ...WORDLESS },
];

const floods: Fault[] = [
  {
    name: 'text without an end',
    answer: forever(`data: ${JSON.stringify(delta('x'.repeat(60_000)))}\n\n`),
    ...TWO,
    ...FLOOD,
  },
  {
    name: 'reasoning without an end',
    answer: forever(
      `data: ${JSON.stringify({ choices: [{ delta: { reasoning_content: 'hm '.repeat(20_000) } }] })}\n\n`,
    ),
    ...TWO,
    ...FLOOD,
  },
  { name: 'a line of the stream without an end', answer: forever('x'.repeat(60_000)), ...TWO, ...FLOOD },
  {
    name: 'a frame of many lines without an end',
    answer: forever(`data: ${'x'.repeat(60_000)}\n`),
    ...TWO,
    ...FLOOD,
  },
  {
    name: 'a body of 6 MB that is no stream',
    answer: status(200, `{"choices":"${'x'.repeat(6_000_000)}"}`),
    ...TWO,
    ...FLOOD,
  },
  {
    name: '6 kB that unpack to 6 MB',
    answer: ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(gzipSync('x'.repeat(6_000_000)));
    },
    ...TWO,
    ...FLOOD,
  },
];

const final: Fault[] = [
  {
    name: 'a refusal, streamed',
    answer: hostile.refusal,
    ...ONCE,
    error: 'RefusedError',
    says: "The model refused: I'm sorry, I can't help with that.",
  },
  {
    name: 'a refusal, in one piece',
    answer: (exchange) => hostile.refusal({ ...exchange, body: {} }),
    ...ONCE,
    error: 'RefusedError',
    says: "The model refused: I'm sorry, I can't help with that.",
  },
  {
    name: 'a content filter',
    answer: hostile.contentFilter,
    ...ONCE,
    error: 'RefusedError',
    says: "The endpoint's content filter stopped the reply.",
  },
  {
    name: 'nothing but reasoning, in the text',
    answer: ({ response }) => sse(response).chunk('<think>hm hm').finish('length').done(),
    ...ONCE,
    error: 'NothingWrittenError',
    says: 'The token limit was reached before the reply began: all of it was reasoning.',
  },
  {
    name: 'nothing but reasoning, apart from the text',
    answer: frames({ choices: [{ delta: { reasoning_content: 'hm hm' } }] }, delta('', 'length')),
    ...ONCE,
    error: 'NothingWrittenError',
    says: 'The token limit was reached before the reply began: all of it was reasoning.',
  },
  {
    name: 'a wrong key',
    answer: hostile.wrongKey,
    ...ONCE,
    error: 'KeyRejectedError',
    says: 'The endpoint rejected the key: Incorrect API key provided: ***.',
  },
  {
    name: 'a key that may not',
    answer: status(403, {}),
    ...ONCE,
    error: 'KeyRejectedError',
    says: 'The key may not do this.',
  },
  {
    name: 'an unknown model',
    answer: hostile.unknownModel,
    ...ONCE,
    error: 'ModelNotFoundError',
    says: 'The endpoint does not offer this model: The model `raw` does not exist or you do not have access to it.',
  },
  {
    name: 'too long a context',
    answer: hostile.contextLength,
    ...ONCE,
    error: 'ContextTooLongError',
    says: "The request is longer than the model can read: This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens. Please reduce the length of the messages.",
  },
  {
    name: 'a 400 about nothing that was sent',
    answer: status(400, { detail: 'No.' }),
    ...ONCE,
    error: 'RequestRejectedError',
    says: 'The endpoint rejected the request (400): No.',
  },
  {
    name: 'a 400 in a web page, of which nothing is shown',
    answer: status(400, '<html>secret</html>'),
    ...ONCE,
    error: 'RequestRejectedError',
    says: 'The endpoint rejected the request (400).',
  },
  {
    name: 'insufficient_quota',
    answer: hostile.insufficientQuota,
    ...ONCE,
    error: 'CreditExhaustedError',
    says: `${NO_CREDIT}You exceeded your current quota, please check your plan and billing details.`,
  },
  {
    name: 'credit_balance_exhausted',
    answer: hostile.creditBalanceExhausted,
    ...ONCE,
    error: 'CreditExhaustedError',
    says: `${NO_CREDIT}Your credit balance is exhausted.`,
  },
  {
    name: 'organization_spend_limit_exceeded',
    answer: hostile.organizationSpendLimit,
    ...ONCE,
    error: 'CreditExhaustedError',
    says: `${NO_CREDIT}Your organization has reached its spend limit.`,
  },
  {
    name: 'project_spend_limit_exceeded',
    answer: hostile.projectSpendLimit,
    ...ONCE,
    error: 'CreditExhaustedError',
    says: `${NO_CREDIT}This project has reached its spend limit.`,
  },
  {
    name: 'organization_usage_limit_exceeded',
    answer: hostile.organizationUsageLimit,
    ...ONCE,
    error: 'CreditExhaustedError',
    says: `${NO_CREDIT}Your organization has reached its usage limit.`,
  },
  {
    name: 'a request that can never fit the limit',
    answer: status(429, {
      error: {
        message: 'Request too large for raw (TPM): Limit 30000, Requested 41000.',
        code: 'rate_limit_exceeded',
      },
    }),
    ...ONCE,
    error: 'LimitTooSmallError',
    says: 'One request needs 41000 tokens, but the account may use 30000 in a minute.',
  },
  {
    name: 'a limit that is over tomorrow',
    answer: status(429, {}, { 'retry-after': '26000' }),
    ...ONCE,
    error: 'RateLimitedError',
    says: 'The endpoint asks to slow down.',
  },
];

async function expectFault(fault: Fault, { onTestFinished }: TestContext): Promise<void> {
  const { ask, server, waits, seen } = await modelAt(fault.answer, fault.options, onTestFinished);
  const thrown = await ask().catch((error: unknown) => error);
  expect(String(thrown)).toBe(`${fault.error}: ${fault.says}`);
  expect(thrown).toBeInstanceOf(ModelError);
  expect(server.requests()).toHaveLength(fault.requests);
  expect(waits).toEqual(fault.waits);
  expect(seen.retries.map(({ waitMs }) => waitMs)).toEqual(fault.waits);
  // Whoever gives up hangs up.
  await vi.waitFor(
    () => expect(server.requests().map(({ finishedAt }) => finishedAt)).not.toContain(undefined),
    5_000,
  );
}

async function expectRecovery(fault: Fault, { onTestFinished }: TestContext): Promise<void> {
  const once: RawHandler = (exchange) =>
    exchange.index === 0 ? fault.answer(exchange) : answerText(exchange, GOOD);
  const { ask, seen, server } = await modelAt(once, fault.options, onTestFinished);
  expect((await ask()).text).toBe(GOOD);
  expect(seen.text).toBe(GOOD);
  expect(seen.retries.map(({ error }) => String(error))).toEqual([`${fault.error}: ${fault.says}`]);
  expect(server.requests()).toHaveLength(2);
}

describe('a call at an endpoint that always answers with', () => {
  test.for(streams)('S41 F1 F6 $name', expectFault);
  test.for(faults)('S41 F5 $name', expectFault);
  test.for(floods)('S39 S43 $name', expectFault);
  test.for(final)('S41 F7 $name', expectFault);
});

describe('a call at an endpoint that recovers after', () => {
  test.for(streams)('S41 F1 F6 $name', expectRecovery);
  test.for(faults)('S41 F5 $name', expectRecovery);
  test.for(floods)('S39 S43 $name', expectRecovery);
});

// What loads with the first call is loaded before times are measured.
beforeAll(async () => {
  const server = await startRawModel((exchange) => answerText(exchange, GOOD));
  const model = createModel({ apiKey: server.apiKey, baseUrl: server.url, model: 'raw' });
  await model.streamText({ purpose: 'file', messages: question });
  await server.close();
});

// At the same time, since they wait for real: no other test shows that the sockets are closed.
describe('a call at an endpoint that is slow:', { retry: 1 }, () => {
  test.concurrent.for(slow)('S42 F3 $name, once', expectRecovery);
  // Of what is no silence, one attempt is seconds enough: the rule is the same.
  const silent = slow.filter(({ says }) => says === SILENT.says);
  test.concurrent.for(silent)('S42 F3 $name', expectFault);
});

describe('the time that a limit names is waited for, once for all calls:', () => {
  const inTwoMinutes = () => new Date(Math.ceil(Date.now() / 1_000) * 1_000 + 120_000).toUTCString();
  test.each<[string, () => Record<string, string>, number]>([
    ['retry-after in seconds', () => ({ 'retry-after': '2' }), 2_000],
    ['retry-after above a minute', () => ({ 'retry-after': '120' }), 120_000],
    ['retry-after-ms', () => ({ 'retry-after-ms': '1234', 'retry-after': '2' }), 1_234],
    ['the reset of the requests', () => ({ 'x-ratelimit-reset-requests': '1s' }), 1_000],
    ['the reset of the requests, in ms', () => ({ 'x-ratelimit-reset-requests': '320ms' }), 320],
    ['the reset of the tokens, minutes ahead', () => ({ 'x-ratelimit-reset-tokens': '6m0s' }), 360_000],
    [
      'the later of two resets',
      () => ({ 'x-ratelimit-reset-requests': '1s', 'x-ratelimit-reset-tokens': '7.66s' }),
      7_660,
    ],
  ])('S41 F4 %s', async (_, headers, ms) => {
    const { ask, waits, seen, server } = await modelAt((exchange) =>
      exchange.index === 0 ? rateLimited(headers())(exchange) : answerText(exchange, GOOD),
    );
    expect((await ask()).text).toBe(GOOD);
    expect(server.requests()).toHaveLength(2);
    expect(waits).toEqual([ms]);
    expect(seen.retries).toMatchObject([{ attempt: 1, waitMs: ms, error: { name: 'RateLimitedError' } }]);
  });

  test('S41 F4 retry-after as a date', async () => {
    const { ask, waits } = await modelAt((exchange) =>
      exchange.index === 0
        ? rateLimited({ 'retry-after': inTwoMinutes() })(exchange)
        : answerText(exchange, GOOD),
    );
    expect((await ask()).text).toBe(GOOD);
    expect(waits).toHaveLength(1);
    expect(waits[0]).toBeGreaterThan(110_000);
    expect(waits[0]).toBeLessThan(122_000);
  });

  test('S41 for ever: thirty times, then it is an error', async () => {
    const { ask, server } = await modelAt(rateLimited({ 'retry-after': '1' }));
    await expect(ask()).rejects.toThrow('The endpoint asks to slow down: Rate limit reached');
    expect(server.requests()).toHaveLength(31);
  });
});

/** A reply that is fine as such, but no file. */
type NoFile = {
  readonly name: string;
  readonly answer: RawHandler;
  readonly requests: number;
  readonly error: string;
  readonly says: string;
  /** Characters that came before the stream was broken off, at most. */
  readonly most: number;
};

const unusable = (why: string) => ({
  requests: 2,
  error: 'UnusableContentError',
  says: `The model's \`a.js\` cannot be written: ${why}.`,
});

const noFiles: NoFile[] = [
  {
    name: 'a reply that is cut at the length limit again and again',
    answer: ({ response, index }) => sse(response).chunk(`const part${index} = 1;\n`).finish('length').done(),
    requests: 4,
    error: 'TruncatedError',
    says: 'The reply is longer than the model can give.',
    most: 1_000,
  },
  {
    name: 'a reply that is cut and does not go on',
    answer: hostile.lengthFinish,
    requests: 2,
    error: 'TruncatedError',
    says: 'The reply was cut at its length limit and does not go on.',
    most: 1_000,
  },
  {
    name: 'one line for ever',
    answer: forever(`data: ${JSON.stringify(delta('foo\n'))}\n\n`),
    ...unusable('it has no end'),
    most: 200_000,
  },
  {
    name: '5 MB that never repeat themselves',
    answer: async ({ response }) => {
      const writer = sse(response);
      for (let line = 0; line < 500 && !response.destroyed; line += 1) {
        writer.chunk(`const value${line} = ${'x'.repeat(10_000)}${line};\n`);
        await tick(0);
      }
      if (!response.destroyed) writer.finish('stop').done();
    },
    ...unusable('it has no end'),
    most: 2_500_000,
  },
  {
    name: 'nothing, with a good end',
    answer: frames(delta('', 'stop')),
    ...unusable('the file came out empty'),
    most: 0,
  },
  {
    name: 'a number for the content',
    answer: frames(delta(42, 'stop')),
    ...unusable('the file came out empty'),
    most: 0,
  },
  {
    name: 'an object for the content',
    answer: frames(delta({ text: 'x' }, 'stop')),
    ...unusable('the file came out empty'),
    most: 0,
  },
  {
    name: 'a binary file',
    answer: frames(delta('GIF\0', 'stop')),
    ...unusable('the file holds NUL characters, so it is not text'),
    most: 100,
  },
];

describe('a file from an endpoint that always answers with', () => {
  test.each(noFiles)('S39 S41 S43 S45 S46 $name', async ({ answer, requests, error, says, most }) => {
    const { model, server, waits } = await modelAt(answer);
    const metered = meter(model, { maxCostUsd: null, maxTotalTokens: null, isAgreed: false }, () => {});
    let longest = 0;
    let text = '';
    const call = generateCode({ prompt: 'An app.', plan: '# App', path: 'a.js' }, metered, {
      onDelta: (piece) => {
        text += piece;
        longest = Math.max(longest, text.length);
      },
      onRetry: () => {
        text = '';
      },
    });
    expect(String(await call.catch((thrown: unknown) => thrown))).toBe(`${error}: ${says}`);
    expect(server.requests()).toHaveLength(requests);
    expect(waits).toEqual([]);
    expect(longest).toBeLessThanOrEqual(most);
    // S69: what was streamed in vain is paid for, so it counts to the caps.
    expect(metered.total().inputTokens).toBeGreaterThan(requests * 100);
    expect(metered.total().outputTokens).toBeGreaterThanOrEqual(Math.floor(longest / 8));
  });

  test('S69 replies without an end, until the cap on tokens says no', async () => {
    const { model, server } = await modelAt(forever(`data: ${JSON.stringify(delta('foo\n'))}\n\n`));
    const metered = meter(model, { maxCostUsd: null, maxTotalTokens: 12_000, isAgreed: false }, () => {});
    const ask = () => generateCode({ prompt: 'An app.', plan: '# App', path: 'a.js' }, metered);
    await expect(ask()).rejects.toThrow('it has no end');
    await expect(
      Promise.all(Array.from({ length: 20 }, async () => ask())).then(() => 'all made'),
    ).rejects.toThrow(/max-total-tokens is 12000|it has no end/);
    await expect(ask()).rejects.toThrow('max-total-tokens is 12000');
    expect(server.requests().length).toBeLessThan(42);
  });
});

describe('what looks odd and is a good reply', () => {
  const face = Buffer.from('data: {"choices":[{"delta":{"content":"🙂"},"finish_reason":"stop"}]}\n\n');
  const cut = face.indexOf('🙂') + 2;
  const rows: [name: string, answer: RawHandler, text: string][] = [
    [
      'half a character in one piece of the stream and half in the next',
      async ({ response }) => {
        sse(response);
        response.write(face.subarray(0, cut));
        await tick(20);
        response.end(face.subarray(cut));
      },
      '🙂',
    ],
    [
      'half an escaped character in one chunk and half in the next',
      frames(delta('\ud83d'), delta('\ude42', 'stop')),
      '🙂',
    ],
    ['a finish reason before the last words', frames(delta('Hel', 'stop'), delta('lo')), 'Hello'],
    [
      'choices in another order',
      frames({ choices: [delta('no', null, 1).choices[0], delta('Hello', 'stop').choices[0]] }),
      'Hello',
    ],
    [
      'a list of parts',
      frames(delta([{ type: 'text', text: 'Hel' }, 7, null, { type: 'text', text: 'lo' }], 'stop')),
      'Hello',
    ],
    [
      'a __proto__ in every chunk',
      ({ response }) =>
        sse(response)
          .write(
            'data: {"__proto__":{"polluted":1},"choices":[{"__proto__":{"polluted":1},"delta":{"content":"Hello"},"finish_reason":"stop"}]}\n\n',
          )
          .done(),
      'Hello',
    ],
    [
      'frames that are compressed',
      ({ response }) => {
        response.writeHead(200, { 'content-type': 'text/event-stream', 'content-encoding': 'gzip' });
        response.end(
          gzipSync('data: {"choices":[{"delta":{"content":"Hello"},"finish_reason":"stop"}]}\n\n'),
        );
      },
      'Hello',
    ],
  ];
  test.each(rows)('S41 %s', async (_, answer, text) => {
    const { ask, server } = await modelAt(answer);
    expect((await ask()).text).toBe(text);
    expect(server.requests()).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test.each<[string, unknown]>([
    ['negative', { prompt_tokens: -1_000_000, completion_tokens: 5 }],
    ['beyond all measure', { prompt_tokens: 1e308, completion_tokens: 1e308 }],
    ['text', { prompt_tokens: '7', completion_tokens: '7' }],
    ['nothing for something', { prompt_tokens: 7, completion_tokens: 0 }],
    ['a list', [7, 7]],
  ])('S69 a count of tokens that is %s is replaced by our own', async (_, usage) => {
    const { ask } = await modelAt(frames(delta('Hello there', 'stop'), { choices: [], usage }));
    const result = await ask();
    expect(result.usage).toMatchObject({ estimated: true });
    expect(result.usage.inputTokens).toBeGreaterThan(5);
    expect(result.usage.inputTokens).toBeLessThan(50);
    expect(result.usage.outputTokens).toBeLessThan(10);
  });
});
