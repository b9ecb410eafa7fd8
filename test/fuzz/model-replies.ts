import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { BrokenReplyError, ModelError } from '../../src/model/errors.js';
import { readFrames, StreamedError } from '../../src/model/frames.js';
import { createModel } from '../../src/model/openai.js';
import { type Target, target } from './hunt.js';
import { damaged, hostileText } from './texts.js';

/** Where bytes are cut into the pieces in which they arrive: a number of bytes each, over and over. */
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

function pieces(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const all: Uint8Array[] = [];
  for (let at = 0, index = 0; at < bytes.length; index += 1) {
    const length = lengths[index % lengths.length] ?? 1;
    all.push(bytes.slice(at, at + length));
    at += length;
  }
  return all;
}

/** A body that arrives in pieces and may break off with the error of a lost connection. */
function bodyOf(bytes: Uint8Array, lengths: readonly number[], breaks: boolean): ReadableStream<Uint8Array> {
  const queue = pieces(bytes, lengths);
  return new ReadableStream({
    pull(controller) {
      const next = queue.shift();
      if (next !== undefined) controller.enqueue(next);
      else if (breaks) controller.error(new TypeError('terminated'));
      else controller.close();
    },
  });
}

const frame = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;
const delta = hostileText.map((content) => frame({ choices: [{ index: 0, delta: { content } }] }));
const other = fc.oneof(
  fc.constant(': ping\n\n'),
  fc.constant('event: x\nid: 1\n'),
  hostileText.map((text) => frame({ choices: [{ delta: { reasoning_content: text } }] })),
  hostileText.map((text) => frame({ choices: [{ delta: { refusal: text } }] })),
  hostileText.map((text) => frame({ error: { message: text, code: text } })),
  fc.jsonValue().map(frame),
  fc.jsonValue().map((value) => frame({ choices: [value] })),
  fc.jsonValue().map((value) => frame({ choices: [], usage: value })),
);
const finish = fc
  .constantFrom('stop', 'length', 'content_filter', 'tool_calls', '', null)
  .map((reason) => frame({ choices: [{ index: 0, delta: {}, finish_reason: reason }] }));
const stream = fc
  .tuple(
    fc.array(fc.oneof({ weight: 5, arbitrary: delta }, { weight: 1, arbitrary: other }), { maxLength: 8 }),
    fc.option(finish, { nil: '' }),
    fc.constantFrom('data: [DONE]\n\n', 'data: [DONE]', ''),
  )
  .map(([frames, end, done]) => frames.join('') + end + done);
const wire = fc.oneof({ weight: 3, arbitrary: stream }, { weight: 2, arbitrary: damaged(stream) });

/** The payloads, or the name of the error. What came before an error is told as well. */
async function framesOf(bytes: Uint8Array, lengths: readonly number[]): Promise<string> {
  const payloads: unknown[] = [];
  try {
    const response = new Response(bodyOf(bytes, lengths, false));
    for await (const batch of readFrames(response, { beat() {} })) payloads.push(...batch);
    return JSON.stringify(payloads);
  } catch (error) {
    if (error instanceof BrokenReplyError || error instanceof StreamedError) return error.constructor.name;
    throw error;
  }
}

const frames = target(
  'event stream',
  fc.record({ text: wire, lengths: cuts }),
  async ({ text, lengths }) => {
    const bytes = new TextEncoder().encode(text);
    return [await framesOf(bytes, lengths), await framesOf(bytes, [bytes.length + 1])];
  },
  ([cut, whole]) => assert.equal(cut, whole),
);

const answer = fc.record({
  status: fc.constantFrom(
    200,
    200,
    200,
    200,
    204,
    301,
    400,
    401,
    403,
    404,
    408,
    409,
    413,
    422,
    429,
    500,
    502,
    503,
    529,
  ),
  type: fc.constantFrom('text/event-stream', 'application/json', 'text/html', ''),
  headers: fc.dictionary(
    fc.constantFrom(
      'retry-after',
      'retry-after-ms',
      'x-ratelimit-reset-requests',
      'x-ratelimit-reset-tokens',
      'x-should-retry',
    ),
    fc.constantFrom(
      '0',
      '1',
      '-1',
      '1e9',
      '6m0s',
      '120ms',
      'Thu, 26 Nov 2026 00:00:00 GMT',
      'soon',
      '',
      '999999999999',
    ),
    { maxKeys: 2 },
  ),
  body: fc.oneof(
    { weight: 4, arbitrary: wire },
    { weight: 1, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify({ error: value })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          hostileText,
          fc.constantFrom(
            'insufficient_quota',
            'model_not_found',
            'context_length_exceeded',
            'rate_limit_exceeded',
            '',
          ),
        )
        .map(([message, code]) =>
          JSON.stringify({ error: { message, code, type: code, param: 'temperature' } }),
        ),
    },
    { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  ),
  lengths: cuts,
  breaks: fc.boolean(),
  fails: fc.constantFrom(false, false, false, false, true),
});

const KEY = 'sk-canary-0123456789abcdef';
/** More than a call is ever asked again: six attempts, thirty waits for a limit, one lesson for each quirk. */
const MOST_REQUESTS = 60;

type Ended = { readonly said: string; readonly requests: number; readonly streamed: string | null };

async function ask(
  answers: readonly (typeof answer extends fc.Arbitrary<infer A> ? A : never)[],
  wantsObject: boolean,
): Promise<Ended> {
  let requests = 0;
  let time = 1_700_000_000_000;
  const model = createModel({
    apiKey: KEY,
    baseUrl: 'https://model.example/v1',
    model: 'm',
    clock: () => time,
    sleep: async (ms) => {
      time += ms;
    },
    random: () => 0.5,
    fetch: async () => {
      const given = answers[requests % answers.length];
      requests += 1;
      if (given === undefined || given.fails) throw new TypeError('fetch failed');
      const { status, type, headers, body, lengths, breaks } = given;
      const bytes = new TextEncoder().encode(body);
      return new Response(status === 204 ? null : bodyOf(bytes, lengths, breaks), {
        status,
        headers: { ...headers, ...(type === '' ? {} : { 'content-type': type }) },
      });
    },
  });
  const messages = [{ role: 'user', content: 'x' }] as const;
  let streamed = '';
  try {
    if (wantsObject) {
      const schema = z.object({ files: z.array(z.object({ path: z.string() })) });
      const { value } = await model.object({ messages, purpose: 'plan', name: 'files', schema });
      return { said: JSON.stringify(value), requests, streamed: null };
    }
    const { text } = await model.streamText({
      messages,
      purpose: 'file',
      onDelta: (piece) => {
        streamed += piece;
      },
      onRetry: () => {
        streamed = '';
      },
    });
    assert.equal(streamed, text);
    return { said: '', requests, streamed };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    assert.ok(error.message.length < 2_000 && error.advice !== '');
    return { said: error.message, requests, streamed: null };
  }
}

const endpoint = target(
  'endpoint',
  fc.record({ answers: fc.array(answer, { minLength: 1, maxLength: 4 }), wantsObject: fc.boolean() }),
  ({ answers, wantsObject }) => ask(answers, wantsObject),
  ({ said, requests }) => {
    assert.ok(requests <= MOST_REQUESTS, `${requests} requests`);
    assert.ok(!said.includes(KEY));
  },
  { batch: 20 },
);

/** What reads an endpoint's bytes. */
export const MODEL_REPLIES: readonly Target[] = [frames, endpoint];
