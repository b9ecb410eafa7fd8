import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  BrokenReplyError,
  ContextTooLongError,
  CreditExhaustedError,
  EndpointUnavailableError,
  IdleTimeoutError,
  KeyRejectedError,
  MalformedReplyError,
  ModelNotFoundError,
  NothingWrittenError,
  RefusedError,
  RequestRejectedError,
} from '../../src/model/errors.js';
import { createModel, type ModelOptions } from '../../src/model/openai.js';
import type { Message, Retry } from '../../src/model/port.js';
import {
  answerJson,
  answerText,
  drip,
  hostile,
  type RawHandler,
  sse,
  startModel,
  startRawModel,
} from '../support/model/index.js';

const GOOD = 'Hello from the endpoint.';
const question: Message[] = [
  { role: 'system', content: 'You are terse.' },
  { role: 'user', content: 'Say hello.' },
];
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

/** A model at a raw server; it waits for nothing and keeps what it would have waited. */
async function at(handler: RawHandler, options: Partial<ModelOptions> = {}) {
  const server = await startRawModel(handler);
  open.push(server);
  const waits: number[] = [];
  const model = createModel({
    apiKey: server.apiKey,
    baseUrl: server.url,
    model: 'raw',
    sleep: async (ms, signal) => {
      waits.push(ms);
      await pause(0);
      signal?.throwIfAborted();
    },
    ...options,
  });
  const seen = { text: '', retries: [] as Retry[] };
  const ask = (extra: { signal?: AbortSignal; messages?: Message[] } = {}) =>
    model.streamText({
      messages: question,
      purpose: 'file',
      onDelta: (text) => {
        seen.text += text;
      },
      onRetry: (retry) => {
        seen.text = '';
        seen.retries.push(retry);
      },
      ...extra,
    });
  return { server, model, waits, seen, ask };
}

/** Fails once in the given way, then answers well. */
function once(handler: RawHandler): RawHandler {
  return (exchange) => (exchange.index === 0 ? handler(exchange) : answerText(exchange, GOOD));
}

describe('a good endpoint', () => {
  test('streams its text, with what it used', async () => {
    const server = await startModel({ answer: () => ({ text: GOOD }) });
    open.push(server);
    const model = createModel({ apiKey: server.apiKey, baseUrl: server.url, model: 'test-model' });
    const pieces: string[] = [];
    const result = await model.streamText({
      messages: question,
      purpose: 'file',
      onDelta: (text) => pieces.push(text),
    });
    expect(result).toMatchObject({
      text: GOOD,
      finishReason: 'stop',
      usage: { costUsd: null, estimated: false },
    });
    expect(result.usage.inputTokens).toBeGreaterThan(0);
    expect(pieces.join('')).toBe(GOOD);
    expect(server.requests()[0]?.body).toEqual({
      model: 'test-model',
      messages: question,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  test('sees the key, and neither details of the machine nor headers from its environment', async () => {
    let headers: NodeJS.Dict<string | string[]> = {};
    const { ask } = await at((exchange) => {
      headers = exchange.request.headers;
      answerText(exchange, GOOD);
    });
    await ask();
    expect(headers.authorization).toBe('Bearer sk-raw-key');
    expect(Object.keys(headers).filter((name) => /stainless|openai/.test(name))).toEqual([]);
  });

  test('without a key no authorization is sent', async () => {
    const { ask, server } = await at((exchange) => answerText(exchange, GOOD), { apiKey: null });
    await ask();
    expect(server.requests()[0]?.authorization).toBeUndefined();
  });

  test('gives a value of a schema', async () => {
    const server = await startModel({ answer: () => ({ text: '{"n":7}' }) });
    open.push(server);
    const model = createModel({ apiKey: server.apiKey, baseUrl: server.url, model: 'test-model' });
    const schema = z.object({ n: z.number() });
    const { value } = await model.object({ messages: question, purpose: 'plan', name: 'number', schema });
    expect(value).toEqual({ n: 7 });
  });

  test('a reply in one piece is as good as a stream', async () => {
    const { ask, seen } = await at(({ response }) =>
      answerJson(response, 200, {
        choices: [{ index: 0, message: { role: 'assistant', content: GOOD }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 3, completion_tokens: 2 },
      }),
    );
    expect(await ask()).toMatchObject({ text: GOOD, usage: { inputTokens: 3, outputTokens: 2 } });
    expect(seen.text).toBe(GOOD);
  });

  test('a stream without its header is read all the same', async () => {
    const { ask } = await at(({ response }) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(
        `data: {"choices":[{"delta":{"content":"${GOOD}"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`,
      );
    });
    expect((await ask()).text).toBe(GOOD);
  });

  test('a connection that breaks after the finish reason has lost nothing', async () => {
    const { ask, server } = await at(({ response }) => sse(response).chunk(GOOD).finish('stop').cut());
    expect(await ask()).toMatchObject({ text: GOOD, usage: { estimated: true } });
    expect(server.requests()).toHaveLength(1);
  });

  test('usage in a frame with null for choices, or in every frame, is read once', async () => {
    const { ask } = await at(hostile.nullChoicesUsage);
    expect((await ask()).usage).toMatchObject({ inputTokens: 9, outputTokens: 6 });
    const repeated = await at(({ response }) =>
      sse(response)
        .frame({ choices: [{ delta: { content: 'a' } }], usage: { prompt_tokens: 9, completion_tokens: 1 } })
        .frame({
          choices: [{ delta: { content: 'b' }, finish_reason: 'stop' }],
          usage: { prompt_tokens: 9, completion_tokens: 2 },
        })
        .done(),
    );
    expect(await repeated.ask()).toMatchObject({ text: 'ab', usage: { inputTokens: 9, outputTokens: 2 } });
  });

  test('chunks may lack whatever a server likes to leave out', async () => {
    const { ask } = await at(({ response }) =>
      sse(response)
        .write(': keep-alive\n\n')
        .frame(null)
        .frame({})
        .frame({ choices: null })
        .frame({ choices: [{ delta: null }] })
        .frame({ choices: [{ delta: { content: null } }] })
        .frame({ choices: [{ index: 1, delta: { content: 'another choice' } }] })
        .frame({
          choices: [
            {
              delta: {
                content: [
                  { type: 'thinking', thinking: [] },
                  { type: 'text', text: 'Hi' },
                ],
              },
            },
          ],
        })
        .frame({ choices: [{ finish_reason: 'STOP' }] })
        .done(),
    );
    expect((await ask()).text).toBe('Hi');
  });

  test('64 calls at the same time raise no warning', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const stop = new AbortController();
    const { ask } = await at((exchange) => answerText(exchange, GOOD));
    await Promise.all(Array.from({ length: 64 }, () => ask({ signal: stop.signal })));
    await pause(10);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});

describe('a reply that is none', () => {
  test.each([
    ['a stream that ends early', hostile.cleanCut],
    ['a stream that ends in a frame', hostile.midFrameCut],
    ['a reset connection', hostile.reset],
    ['no finish reason', hostile.noFinishReason],
    ['a web page', hostile.html200],
    ['an error with status 200', hostile.error200],
    ['an error in the stream', hostile.errorMidStream],
    ['no choices', hostile.noChoices],
    [
      'a string',
      ({ response }: { response: Parameters<typeof answerJson>[0] }) => answerJson(response, 200, '"hello"'),
    ],
    [
      'an empty body',
      ({ response }: { response: Parameters<typeof answerJson>[0] }) => answerJson(response, 200, ''),
    ],
    ['503', hostile.unavailableOnce],
  ])('%s is asked for again', async (_, handler) => {
    const { ask, seen, server } = await at(once(handler));
    const result = await ask();
    expect(result.text).toBe(GOOD);
    expect(seen.text).toBe(GOOD);
    expect(seen.retries).toHaveLength(1);
    expect(server.requests()).toHaveLength(2);
  });

  test('is an error after six attempts', async () => {
    const { ask, server, waits } = await at(hostile.cleanCut, { random: () => 0 });
    await expect(ask()).rejects.toBeInstanceOf(BrokenReplyError);
    expect(server.requests()).toHaveLength(6);
    expect(waits).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
  });

  test('what a failed attempt used is billed too', async () => {
    const usage = { prompt_tokens: 100, completion_tokens: 10 };
    const { ask } = await at(({ response, index }) => {
      const writer = sse(response).chunk(GOOD);
      if (index > 0) writer.finish('stop');
      writer.usage(usage).done();
    });
    expect((await ask()).usage).toMatchObject({ inputTokens: 200, outputTokens: 20 });
  });
});

describe('an answer that no repetition mends is asked for once', () => {
  test.each([
    ['a refusal', hostile.refusal, RefusedError, "can't help"],
    ['a content filter', hostile.contentFilter, RefusedError, 'content filter'],
    ['a billing code', hostile.insufficientQuota, CreditExhaustedError, 'no credit left'],
    ['another billing code', hostile.projectSpendLimit, CreditExhaustedError, 'spend limit'],
    ['a wrong key', hostile.wrongKey, KeyRejectedError, 'rejected the key'],
    ['an unknown model', hostile.unknownModel, ModelNotFoundError, 'does not offer this model'],
    ['too long a context', hostile.contextLength, ContextTooLongError, '9001 tokens'],
    [
      'a 400 about nothing we sent',
      (({ response }) => answerJson(response, 400, { detail: 'No.' })) as RawHandler,
      RequestRejectedError,
      'No.',
    ],
    [
      'a 400 in a web page',
      (({ response }) => answerJson(response, 400, '<html>secret</html>')) as RawHandler,
      RequestRejectedError,
      '(400).',
    ],
  ])('%s', async (_, handler, kind, words) => {
    const { ask, server } = await at(handler);
    const failed = await ask().catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(kind);
    expect(String(failed)).toContain(words);
    expect(String(failed)).not.toContain('secret');
    expect(server.requests()).toHaveLength(1);
  });

  test('a reply cut at the token limit is a result that says so', async () => {
    const { ask } = await at(hostile.lengthFinish);
    expect(await ask()).toMatchObject({ text: 'function half() {', finishReason: 'length' });
  });

  test('a reply that is nothing but reasoning is an error that says so', async () => {
    const inContent = await at(({ response }) => sse(response).chunk('<think>hm hm').finish('length').done());
    await expect(inContent.ask()).rejects.toBeInstanceOf(NothingWrittenError);
    const apart = await at(({ response }) =>
      sse(response)
        .frame({ choices: [{ delta: { reasoning_content: 'hm hm' } }] })
        .finish('length')
        .done(),
    );
    await expect(apart.ask()).rejects.toThrow('all of it was reasoning');
    expect(apart.server.requests()).toHaveLength(1);
  });
});

describe('reasoning', () => {
  test('never reaches the text or a listener', async () => {
    const { ask, seen } = await at(({ response }) => {
      const writer = sse(response).frame({ choices: [{ delta: { reasoning_content: 'SECRET' } }] });
      for (const character of '<think>\nSECRET\n</think>\n\nHello') writer.chunk(character);
      writer.finish('stop').done();
    });
    expect((await ask()).text).toBe('Hello');
    expect(seen.text).toBe('Hello');
  });
});

describe('silence', () => {
  test.each([
    ['from the start', hostile.silence],
    ['after the headers', hostile.headersThenSilence],
    ['after the first words', (({ response }) => void sse(response).chunk('const half')) as RawHandler],
    [
      'in the middle of an error',
      (({ response }) => {
        response.writeHead(500, { 'content-type': 'application/json' });
        response.write('{"error":');
      }) as RawHandler,
    ],
  ])('%s ends after the idle timeout, and the connection is closed', async (_, handler) => {
    const { ask, server } = await at(once(handler), { idleTimeoutMs: 80 });
    expect((await ask()).text).toBe(GOOD);
    await expect.poll(() => server.requests()[0]?.closedEarly).toBe(true);
  });

  test('a byte now and then is no silence', async () => {
    const { ask } = await at(drip(2), { idleTimeoutMs: 60 });
    expect((await ask()).text).toBe(GOOD);
  });

  test('is an error after three attempts', async () => {
    const { ask, server } = await at(hostile.silence, { idleTimeoutMs: 40 });
    await expect(ask()).rejects.toThrow(new IdleTimeoutError('The endpoint sent nothing for 0.04 s.'));
    expect(server.requests()).toHaveLength(3);
  });
});

describe('an abort', () => {
  test("rejects with the signal's reason, although the stream ends like a good one", async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const { ask, server } = await at(async ({ response }) => {
      const writer = sse(response).chunk('one ');
      await pause(20);
      stop.abort(reason);
      await pause(20);
      if (!response.destroyed) writer.chunk('two').finish('stop').done();
    });
    await expect(ask({ signal: stop.signal })).rejects.toBe(reason);
    await expect.poll(() => server.requests()[0]?.closedEarly).toBe(true);
    expect(server.requests()).toHaveLength(1);
  });

  test('counts even when the reply was whole at that moment, and is no retry', async () => {
    const stop = new AbortController();
    const reason = new Error('cut by the listener');
    const { model, server } = await at((exchange) => answerText(exchange, GOOD));
    const retries: Retry[] = [];
    const call = model.streamText({
      messages: question,
      purpose: 'file',
      signal: stop.signal,
      onDelta: () => stop.abort(reason),
      onRetry: (retry) => retries.push(retry),
    });
    await expect(call).rejects.toBe(reason);
    expect(retries).toEqual([]);
    expect(server.requests()).toHaveLength(1);
  });

  test('ends the calls that wait for their turn too', async () => {
    const stop = new AbortController();
    const { ask } = await at(hostile.silence, { concurrency: 1 });
    const calls = Promise.allSettled([1, 2, 3].map(() => ask({ signal: stop.signal })));
    await pause(30);
    stop.abort(new Error('deadline'));
    expect((await calls).map((call) => String(call.status === 'rejected' && call.reason))).toEqual(
      Array(3).fill('Error: deadline'),
    );
  });

  test("a listener's exception is passed on as it is, and the stream closed", async () => {
    const { model, server } = await at(({ response }) => void sse(response).chunk('one'));
    const bug = new TypeError('a bug of the caller');
    const call = model.streamText({
      messages: question,
      purpose: 'file',
      onDelta: () => {
        throw bug;
      },
    });
    await expect(call).rejects.toBe(bug);
    await expect.poll(() => server.requests()[0]?.closedEarly).toBe(true);
    expect(server.requests()).toHaveLength(1);
  });
});

describe('a reply without an end', () => {
  test.each([
    [
      'of text',
      (write: (text: string) => boolean) =>
        write(`data: ${JSON.stringify({ choices: [{ delta: { content: 'x'.repeat(60_000) } }] })}\n\n`),
    ],
    ['in one frame', (write: (text: string) => boolean) => write('x'.repeat(60_000))],
  ])('%s is broken off at 5 MB', async (_, more) => {
    let sent = 0;
    const endless: RawHandler = async ({ response }) => {
      sse(response);
      while (!response.destroyed) {
        sent += 60_000;
        if (!more((text) => response.write(text))) await pause(1);
      }
    };
    const { ask, server } = await at(once(endless));
    expect((await ask()).text).toBe(GOOD);
    expect(sent).toBeLessThan(40_000_000);
    expect(server.requests()[0]?.closedEarly).toBe(true);
  });
});

describe('a redirect', () => {
  const to =
    (location: string, status = 307): RawHandler =>
    ({ response }) => {
      response.writeHead(status, { location });
      response.end();
    };

  test('to another host is refused, and the key never gets there', async () => {
    const other = await at((exchange) => answerText(exchange, GOOD));
    const port = new URL(other.server.url).port;
    const { ask } = await at(to(`http://localhost:${port}/v1/chat/completions`));
    await expect(ask()).rejects.toThrow(
      `The endpoint redirects to localhost:${port}, which is not followed.`,
    );
    expect(other.server.requests()).toHaveLength(0);
  });

  test('on the same host is followed with its body', async () => {
    const { ask, server } = await at(once(to('/v2/chat/completions', 308)));
    expect((await ask()).text).toBe(GOOD);
    expect(server.requests()[1]).toMatchObject({ path: '/v2/chat/completions', body: { model: 'raw' } });
  });

  test('that would lose the body, or goes in circles, is refused', async () => {
    const lost = await at(to('/v2/chat/completions', 302));
    await expect(lost.ask()).rejects.toBeInstanceOf(RequestRejectedError);
    const circle = await at(to('/v1/chat/completions'));
    await expect(circle.ask()).rejects.toBeInstanceOf(RequestRejectedError);
    expect(circle.server.requests()).toHaveLength(4);
  });
});

describe('rate limits', () => {
  test.each([
    ['seconds', hostile.retryAfterSeconds, 1_000],
    ['milliseconds', hostile.retryAfterMs, 250],
    ['a reset of the tokens', hostile.resetTokens, 300],
  ])('the time in %s is waited for', async (_, handler, ms) => {
    // The wait stands still here: the gate looks at the clock, so the clock jumps with it.
    let now = 1_000_000;
    const { ask, waits, seen } = await at(handler, {
      clock: () => now,
      sleep: async (wait) => {
        waits.push(wait);
        now += wait;
      },
    });
    expect((await ask()).text).toBe(GOOD);
    expect(waits).toEqual([ms]);
    expect(seen.retries).toMatchObject([{ attempt: 1, waitMs: ms }]);
  });
});

describe('an endpoint with its own ways', () => {
  const apart: Message[] = [...question, { role: 'user', content: 'Now.' }];

  test.each<[string, RawHandler, Partial<ModelOptions>, Message[]]>([
    ['max_tokens under its newer name', hostile.noMaxTokens, { maxOutputTokens: 50 }, question],
    ['no stream_options', hostile.noStreamOptions, {}, question],
    ['roles that alternate', hostile.alternatingRoles, {}, apart],
  ])('is answered once, then known: %s', async (_, handler, options, messages) => {
    const { ask, server, waits, seen } = await at(handler, options);
    expect((await ask({ messages })).text).toBe(GOOD);
    expect((await ask({ messages })).text).toBe(GOOD);
    expect(server.requests()).toHaveLength(3);
    expect(waits).toEqual([]);
    expect(seen.retries).toEqual([]);
  });

  test('calls at the same time learn the same thing once', async () => {
    const { ask, server } = await at(hostile.noMaxTokens, { maxOutputTokens: 50 });
    const results = await Promise.all(Array.from({ length: 8 }, () => ask()));
    expect(results.every(({ text }) => text === GOOD)).toBe(true);
    expect(server.requests()).toHaveLength(16);
    await ask();
    expect(server.requests()).toHaveLength(17);
  });

  test('a schema is asked for in the way the endpoint knows', async () => {
    const types: unknown[] = [];
    const { model } = await at((exchange) => {
      const wanted = exchange.body.response_format as { type: string } | undefined;
      types.push(wanted?.type);
      if (wanted === undefined) return answerText(exchange, 'Here: ```json\n{"n": 7}\n```');
      answerJson(exchange.response, 400, {
        error: { message: 'This response_format type is unavailable now' },
      });
    });
    const ask = () =>
      model.object({ messages: question, purpose: 'plan', name: 'n', schema: z.object({ n: z.number() }) });
    expect((await ask()).value).toEqual({ n: 7 });
    expect((await ask()).value).toEqual({ n: 7 });
    expect(types).toEqual(['json_schema', 'json_object', undefined, undefined]);
  });

  test('a value that does not come is an error after one more question', async () => {
    const { model, server } = await at((exchange) => answerText(exchange, 'No.'));
    const call = model.object({
      messages: question,
      purpose: 'plan',
      name: 'n',
      schema: z.object({ n: z.number() }),
    });
    await expect(call).rejects.toBeInstanceOf(MalformedReplyError);
    expect(server.requests()).toHaveLength(2);
  });

  test('the key is in no message, even when the endpoint repeats it', async () => {
    const { ask } = await at(({ response, request }) =>
      answerJson(response, 400, { error: { message: `You sent ${request.headers.authorization}` } }),
    );
    const failed = await ask().catch((error: unknown) => error);
    expect(String(failed)).toContain('You sent Bearer ***');
    expect(String(failed)).not.toContain('sk-raw-key');
  });

  test('an endpoint that is not there is an error with its reason', async () => {
    const { ask, server } = await at(hostile.silence);
    await server.close();
    await expect(ask()).rejects.toThrow(
      new EndpointUnavailableError('The endpoint could not be reached: ECONNREFUSED.'),
    );
  });
});
