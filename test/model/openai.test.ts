import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  EndpointUnavailableError,
  MalformedReplyError,
  RequestRejectedError,
} from '../../src/model/errors.js';
import { createModel, type ModelOptions } from '../../src/model/openai.js';
import type { Message, Retry } from '../../src/model/port.js';
import { answerJson, answerText, hostile, type RawHandler, sse, startModel } from '../support/model/index.js';
import { GOOD, modelAt, question } from './model-at.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

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
    const { ask } = await modelAt((exchange) => {
      headers = exchange.request.headers;
      answerText(exchange, GOOD);
    });
    await ask();
    expect(headers.authorization).toBe('Bearer sk-raw-key');
    expect(Object.keys(headers).filter((name) => /stainless|openai/.test(name))).toEqual([]);
  });

  test('without a key no authorization is sent', async () => {
    const { ask, server } = await modelAt((exchange) => answerText(exchange, GOOD), { apiKey: null });
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
    const { ask, seen } = await modelAt(({ response }) =>
      answerJson(response, 200, {
        choices: [{ index: 0, message: { role: 'assistant', content: GOOD }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 3, completion_tokens: 2 },
      }),
    );
    expect(await ask()).toMatchObject({ text: GOOD, usage: { inputTokens: 3, outputTokens: 2 } });
    expect(seen.text).toBe(GOOD);
  });

  test('a stream without its header is read all the same', async () => {
    const { ask } = await modelAt(({ response }) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.end(
        `data: {"choices":[{"delta":{"content":"${GOOD}"},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`,
      );
    });
    expect((await ask()).text).toBe(GOOD);
  });

  test('a connection that breaks after the finish reason has lost nothing', async () => {
    const { ask, server } = await modelAt(({ response }) => sse(response).chunk(GOOD).finish('stop').cut());
    expect(await ask()).toMatchObject({ text: GOOD, usage: { estimated: true } });
    expect(server.requests()).toHaveLength(1);
  });

  test('usage in a frame with null for choices, or in every frame, is read once', async () => {
    const { ask } = await modelAt(hostile.nullChoicesUsage);
    expect((await ask()).usage).toMatchObject({ inputTokens: 9, outputTokens: 6 });
    const repeated = await modelAt(({ response }) =>
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
    const { ask } = await modelAt(({ response }) =>
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
    const { ask } = await modelAt((exchange) => answerText(exchange, GOOD));
    await Promise.all(Array.from({ length: 64 }, () => ask({ signal: stop.signal })));
    await pause(10);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});

describe('what is paid for', () => {
  test('S69 what a failed attempt used is billed too', async () => {
    const usage = { prompt_tokens: 100, completion_tokens: 10 };
    const { ask } = await modelAt(({ response, index }) => {
      const writer = sse(response).chunk(GOOD);
      if (index > 0) writer.finish('stop');
      writer.usage(usage).done();
    });
    expect((await ask()).usage).toMatchObject({ inputTokens: 200, outputTokens: 20 });
  });
});

describe('a reply that was cut', () => {
  test('S41 a reply cut at the token limit is a result that says so', async () => {
    const { ask } = await modelAt(hostile.lengthFinish);
    expect(await ask()).toMatchObject({ text: 'function half() {', finishReason: 'length' });
  });
});

describe('reasoning', () => {
  test('never reaches the text or a listener', async () => {
    const { ask, seen } = await modelAt(({ response }) => {
      const writer = sse(response).frame({ choices: [{ delta: { reasoning_content: 'SECRET' } }] });
      for (const character of '<think>\nSECRET\n</think>\n\nHello') writer.chunk(character);
      writer.finish('stop').done();
    });
    expect((await ask()).text).toBe('Hello');
    expect(seen.text).toBe('Hello');
  });
});

describe('silence', () => {
  test('S42 a byte now and then is no silence', async () => {
    const { ask } = await modelAt(
      async ({ response }) => {
        const writer = sse(response);
        for (let beat = 0; beat < 8; beat += 1) {
          await pause(100);
          writer.write(': still there\n\n');
        }
        writer.chunk(GOOD).finish('stop').done();
      },
      { idleTimeoutMs: 500 },
    );
    expect((await ask()).text).toBe(GOOD);
  });
});

describe('an abort', () => {
  test("S41 F2 rejects with the signal's reason, although the stream ends like a good one", async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    const { ask, server } = await modelAt(async ({ response }) => {
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
    const { model, server } = await modelAt((exchange) => answerText(exchange, GOOD));
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
    const { ask } = await modelAt(hostile.silence, { concurrency: 1 });
    const calls = Promise.allSettled([1, 2, 3].map(() => ask({ signal: stop.signal })));
    await pause(30);
    stop.abort(new Error('deadline'));
    expect((await calls).map((call) => String(call.status === 'rejected' && call.reason))).toEqual(
      Array(3).fill('Error: deadline'),
    );
  });

  test("a listener's exception is passed on as it is, and the stream closed", async () => {
    const { model, server } = await modelAt(({ response }) => void sse(response).chunk('one'));
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

describe('a redirect', () => {
  const to =
    (location: string, status = 307): RawHandler =>
    ({ response }) => {
      response.writeHead(status, { location });
      response.end();
    };

  test('S65 a redirect to another host is refused, and the key never gets there', async () => {
    const other = await modelAt((exchange) => answerText(exchange, GOOD));
    const port = new URL(other.server.url).port;
    const { ask } = await modelAt(to(`http://localhost:${port}/v1/chat/completions`));
    await expect(ask()).rejects.toThrow(
      `The endpoint redirects to localhost:${port}, which is not followed.`,
    );
    expect(other.server.requests()).toHaveLength(0);
  });

  test('S65 a redirect on the same host is followed with its body', async () => {
    const { ask, server } = await modelAt(once(to('/v2/chat/completions', 308)));
    expect((await ask()).text).toBe(GOOD);
    expect(server.requests()[1]).toMatchObject({ path: '/v2/chat/completions', body: { model: 'raw' } });
  });

  test('S65 a redirect that would lose the body, or goes in circles, is refused', async () => {
    const lost = await modelAt(to('/v2/chat/completions', 302));
    await expect(lost.ask()).rejects.toBeInstanceOf(RequestRejectedError);
    const circle = await modelAt(to('/v1/chat/completions'));
    await expect(circle.ask()).rejects.toBeInstanceOf(RequestRejectedError);
    expect(circle.server.requests()).toHaveLength(4);
  });
});

describe('an endpoint with its own ways', () => {
  const apart: Message[] = [...question, { role: 'user', content: 'Now.' }];

  test.each<[string, RawHandler, Partial<ModelOptions>, Message[]]>([
    ['max_tokens under its newer name', hostile.noMaxTokens, { maxOutputTokens: 50 }, question],
    ['no stream_options', hostile.noStreamOptions, {}, question],
    ['roles that alternate', hostile.alternatingRoles, {}, apart],
  ])('is answered once, then known: %s', async (_, handler, options, messages) => {
    const { ask, server, waits, seen } = await modelAt(handler, options);
    expect((await ask({ messages })).text).toBe(GOOD);
    expect((await ask({ messages })).text).toBe(GOOD);
    expect(server.requests()).toHaveLength(3);
    expect(waits).toEqual([]);
    expect(seen.retries).toEqual([]);
  });

  test('pictures that it does not take are left out, and whoever asks hears of it, once a call', async () => {
    const { model, server, waits } = await modelAt((exchange) => {
      if (!JSON.stringify(exchange.body.messages).includes('image_url')) return answerText(exchange, GOOD);
      answerJson(exchange.response, 400, { error: { message: 'This model does not support image inputs' } });
    });
    const images = ['data:image/png;base64,AA==', 'data:image/png;base64,BB=='];
    const messages: Message[] = [{ role: 'user', content: 'Like this.', images }];
    const unseen: number[] = [];
    const ask = () =>
      model.streamText({ messages, purpose: 'plan', onImagesUnseen: (count) => unseen.push(count) });
    expect((await ask()).text).toBe(GOOD);
    expect((await ask()).text).toBe(GOOD);
    expect(unseen).toEqual([2, 2]);
    expect(server.requests()).toHaveLength(3);
    expect(waits).toEqual([]);
  });

  test('pictures that it takes are sent, and nobody is told anything', async () => {
    const { model, server } = await modelAt((exchange) => answerText(exchange, GOOD));
    const images = ['data:image/png;base64,AA=='];
    const unseen: number[] = [];
    await model.streamText({
      messages: [{ role: 'user', content: 'Like this.', images }],
      purpose: 'plan',
      onImagesUnseen: (count) => unseen.push(count),
    });
    expect(JSON.stringify(server.requests()[0]?.body)).toContain('data:image/png;base64,AA==');
    expect(unseen).toEqual([]);
  });

  test('calls at the same time learn the same thing once', async () => {
    const { ask, server } = await modelAt(hostile.noMaxTokens, { maxOutputTokens: 50 });
    const results = await Promise.all(Array.from({ length: 8 }, () => ask()));
    expect(results.every(({ text }) => text === GOOD)).toBe(true);
    expect(server.requests()).toHaveLength(16);
    await ask();
    expect(server.requests()).toHaveLength(17);
  });

  test('a schema is asked for in the way the endpoint knows', async () => {
    const types: unknown[] = [];
    const { model } = await modelAt((exchange) => {
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
    const { model, server } = await modelAt((exchange) => answerText(exchange, 'No.'));
    const call = model.object({
      messages: question,
      purpose: 'plan',
      name: 'n',
      schema: z.object({ n: z.number() }),
    });
    await expect(call).rejects.toBeInstanceOf(MalformedReplyError);
    expect(server.requests()).toHaveLength(2);
  });

  test('S64 the key is in no message, even when the endpoint repeats it', async () => {
    const { ask } = await modelAt(({ response, request }) =>
      answerJson(response, 400, { error: { message: `You sent ${request.headers.authorization}` } }),
    );
    const failed = await ask().catch((error: unknown) => error);
    expect(String(failed)).toContain('You sent Bearer ***');
    expect(String(failed)).not.toContain('sk-raw-key');
  });

  test('an endpoint that is not there is an error with its reason', async () => {
    const { ask, server } = await modelAt(hostile.silence);
    await server.close();
    await expect(ask()).rejects.toThrow(
      new EndpointUnavailableError('The endpoint could not be reached: ECONNREFUSED.'),
    );
  });
});
