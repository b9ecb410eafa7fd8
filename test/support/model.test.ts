import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import OpenAI from 'openai';
import { afterEach, describe, expect, test } from 'vitest';
import type { Message } from '../../src/model/port.js';
import {
  changeMessages,
  continuationMessages,
  editMessages,
  fileMessages,
  planAgainMessages,
  planMessages,
  revisionPlan,
  wholeFileMessages,
} from '../../src/smol/prompts.js';
import { linkShortener, ticTacToe } from './apps/index.js';
import {
  type AnswerFunction,
  appAnswers,
  hostile,
  type Model,
  pace,
  type RawHandler,
  requestedPath,
  sse,
  startModel,
  startRawModel,
} from './model/index.js';
import { strictSchemaProblem } from './model/openai-rules.js';

const open: Model[] = [];
afterEach(async () => {
  for (const model of open.splice(0)) await model.close();
});

async function withAnswer(answer: AnswerFunction): Promise<{ model: Model; client: OpenAI }> {
  const model = await startModel({ answer });
  open.push(model);
  return { model, client: clientOf(model) };
}

async function withRaw(handler: RawHandler): Promise<{ model: Model; client: OpenAI }> {
  const model = await startRawModel(handler);
  open.push(model);
  return { model, client: clientOf(model) };
}

function clientOf(model: Model, apiKey = model.apiKey): OpenAI {
  return new OpenAI({ baseURL: model.url, apiKey, maxRetries: 0, timeout: 2_000, logLevel: 'off' });
}

const user = (content: string) => ({ role: 'user' as const, content });
const hello = { model: 'test-model', messages: [user('Hello')] };

type Streamed = {
  text: string;
  refusal: string;
  finishReason: string | undefined;
  usage: unknown;
  chunks: number;
};

async function stream(client: OpenAI, extra: object = {}): Promise<Streamed> {
  const result: Streamed = { text: '', refusal: '', finishReason: undefined, usage: undefined, chunks: 0 };
  for await (const chunk of await client.chat.completions.create({ ...hello, ...extra, stream: true })) {
    const choice = chunk.choices?.[0];
    result.text += choice?.delta?.content ?? '';
    result.refusal += choice?.delta?.refusal ?? '';
    result.finishReason = choice?.finish_reason ?? result.finishReason;
    result.usage = chunk.usage ?? result.usage;
    result.chunks += choice?.delta?.content ? 1 : 0;
  }
  return result;
}

describe('a model that behaves', () => {
  test('answers whole and streamed with the same text, emoji and line ends intact', async () => {
    const text = 'const a = "naïve 🎲";\r\n\n';
    const { client } = await withAnswer(() => ({ text, chunkSize: 3 }));
    const whole = await client.chat.completions.create(hello);
    expect(whole.choices[0]).toMatchObject({
      message: { content: text, refusal: null },
      finish_reason: 'stop',
    });
    const streamed = await stream(client);
    expect(streamed).toMatchObject({ text, finishReason: 'stop', usage: undefined });
    expect(streamed.chunks).toBe(Math.ceil(text.length / 3));
  });

  test('takes the time it was told, streamed and not', async () => {
    // 40 tokens at 40 a second are a second, after 100 ms to the first. A busy machine may read the first late.
    const { client } = await withAnswer(() => ({
      text: 'x'.repeat(160),
      tokensPerSecond: 40,
      firstTokenMs: 100,
    }));
    const start = performance.now();
    let first = 0;
    const streamed = await client.chat.completions.create({ ...hello, stream: true });
    for await (const chunk of streamed)
      if (first === 0 && chunk.choices[0]?.delta.content) first = performance.now();
    expect(first - start).toBeGreaterThan(95);
    expect(performance.now() - first).toBeGreaterThan(500);
    expect(performance.now() - start).toBeGreaterThan(1_095);
    const again = performance.now();
    await client.chat.completions.create(hello);
    expect(performance.now() - again).toBeGreaterThan(1_095);
  });

  test('twenty paced streams run side by side and do not mix', async () => {
    const { client } = await withAnswer(({ index }) => ({
      text: `${index},`.repeat(40),
      tokensPerSecond: 30,
    }));
    const start = performance.now();
    const results = await Promise.all(Array.from({ length: 20 }, () => stream(client)));
    // One after the other they would take 16 s.
    expect(performance.now() - start).toBeLessThan(10_000);
    const kinds = results.map(({ text }) => new Set(text.split(',').filter(Boolean)));
    expect(kinds.every((kind) => kind.size === 1)).toBe(true);
    expect(new Set(results.map(({ text }) => text)).size).toBe(20);
  });

  test('counts cached tokens in steps of 128 from 1024 on, in the last chunk of a stream too', async () => {
    const { client, model } = await withAnswer(() => ({ text: 'ok' }));
    const shared = 'A rule that every call knows. '.repeat(200);
    const ask = (tail: string) => ({
      messages: [user(shared), user(tail)],
      stream_options: { include_usage: true },
    });
    const cached = (usage: unknown) => (usage as OpenAI.CompletionUsage).prompt_tokens_details?.cached_tokens;
    expect(cached((await stream(client, ask('first'))).usage)).toBe(0);
    // 6000 characters are 1500 tokens, of which 11 blocks of 128 are whole: 1408.
    expect(cached((await stream(client, ask('second'))).usage)).toBe(1408);
    const whole = await client.chat.completions.create({ ...hello, messages: [user(shared)] });
    expect(cached(whole.usage)).toBe(1408);
    expect(model.requests().map((request) => cached(request.usage))).toEqual([0, 1408, 1408]);
    const short = { messages: [user('short '.repeat(100))], stream_options: { include_usage: true } };
    await stream(client, short);
    expect(cached((await stream(client, short)).usage)).toBe(0);
  });

  test('refuses as OpenAI does: no content, a refusal, finish reason stop', async () => {
    const { client } = await withAnswer(() => ({ refusal: "I can't help with that." }));
    const whole = await client.chat.completions.create(hello);
    expect(whole.choices[0]).toMatchObject({
      message: { content: null, refusal: "I can't help with that." },
      finish_reason: 'stop',
    });
    expect(await stream(client)).toMatchObject({
      text: '',
      refusal: "I can't help with that.",
      finishReason: 'stop',
    });
  });

  test.each(['length', 'content_filter'] as const)(
    'ends with finish reason %s when told so',
    async (finishReason) => {
      const { client } = await withAnswer(() => ({ text: 'half', finishReason }));
      expect(await stream(client)).toMatchObject({ text: 'half', finishReason });
      expect((await client.chat.completions.create(hello)).choices[0]?.finish_reason).toBe(finishReason);
    },
  );

  test.each(['max_tokens', 'max_completion_tokens'])('cuts the answer at %s', async (parameter) => {
    const { client } = await withAnswer(() => ({ text: '0123456789' }));
    expect(await stream(client, { [parameter]: 2 })).toMatchObject({
      text: '01234567',
      finishReason: 'length',
    });
    expect(await stream(client, { [parameter]: 3 })).toMatchObject({
      text: '0123456789',
      finishReason: 'stop',
    });
  });

  test('passes on an error with its headers', async () => {
    const { client } = await withAnswer(() => ({
      status: 429,
      headers: { 'retry-after': '7' },
      body: { error: { message: 'slow down', code: 'rate_limit_exceeded' } },
    }));
    const error = await stream(client).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(OpenAI.RateLimitError);
    expect((error as InstanceType<typeof OpenAI.APIError>).headers?.get('retry-after')).toBe('7');
  });

  test('lets one answer of many be written by hand', async () => {
    const { client } = await withAnswer(({ index }) =>
      index === 0 ? { raw: hostile.cleanCut } : { text: 'good' },
    );
    expect(await stream(client)).toMatchObject({ text: 'const half = "the', finishReason: undefined });
    expect(await stream(client)).toMatchObject({ text: 'good', finishReason: 'stop' });
  });

  test('keeps a journal that tells who hung up', async () => {
    const { client, model } = await withAnswer(() => ({ text: 'x'.repeat(400), tokensPerSecond: 100 }));
    const controller = new AbortController();
    for await (const _ of await client.chat.completions.create(
      { ...hello, stream: true },
      { signal: controller.signal },
    )) {
      controller.abort();
    }
    await expect.poll(() => model.requests()[0]?.finishedAt).toBeDefined();
    expect(model.requests()[0]).toMatchObject({
      index: 0,
      method: 'POST',
      path: '/v1/chat/completions',
      authorization: `Bearer ${model.apiKey}`,
      body: { ...hello, stream: true },
      status: 200,
      closedEarly: true,
    });
    const { client: second, model: quick } = await withAnswer(() => ({ text: 'done' }));
    await stream(second);
    expect(quick.requests()[0]).toMatchObject({ closedEarly: false, status: 200 });
    expect(quick.requests()[0]?.finishedAt).toBeGreaterThan(quick.requests()[0]?.arrivedAt ?? Number.NaN);
  });

  test('says so when the answer function itself throws', async () => {
    const { client } = await withAnswer(() => {
      throw new Error('the test is wrong');
    });
    await expect(stream(client)).rejects.toThrow(/the test is wrong/);
  });
});

describe('what the API refuses', () => {
  const schema = (value: object, strict = true) => ({
    response_format: { type: 'json_schema', json_schema: { name: 'files', strict, schema: value } },
  });
  const refused = [
    ['an unknown model', { model: 'gpt-1' }, 404, 'model_not_found'],
    ['a misspelt parameter', { temprature: 1 }, 400, undefined],
    ['usage asked of a body', { stream_options: { include_usage: true }, stream: false }, 400, undefined],
    ['no messages', { messages: [] }, 400, 'empty_array'],
    ['an unknown role', { messages: [{ role: 'narrator', content: 'x' }] }, 400, 'invalid_value'],
    ['a message without content', { messages: [{ role: 'user', content: null }] }, 400, undefined],
    ['json_object without the word', { response_format: { type: 'json_object' } }, 400, undefined],
    ['an unknown format', { response_format: { type: 'yaml' } }, 400, 'invalid_value'],
    [
      'a loose object in strict mode',
      schema({ type: 'object', properties: {}, required: [] }),
      400,
      undefined,
    ],
  ] as const;

  test.each(refused)('%s', async (_, extra, status, code) => {
    const { model } = await withAnswer(() => ({ text: 'fine' }));
    const response = await fetch(`${model.url}/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${model.apiKey}` },
      body: JSON.stringify({ ...hello, ...extra }),
    });
    const { error } = (await response.json()) as { error: { type: string; code: string | null } };
    expect([response.status, error.type, error.code ?? undefined]).toEqual([
      status,
      'invalid_request_error',
      code,
    ]);
  });

  test('the wrong key, without repeating it', async () => {
    const { model } = await withAnswer(() => ({ text: 'fine' }));
    const error = await stream(clientOf(model, 'sk-another-key-0123456789')).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(OpenAI.AuthenticationError);
    expect(error).toMatchObject({ status: 401, code: 'invalid_api_key' });
    expect(String(error)).not.toContain('sk-another-key-0123456789');
  });

  test('the Responses API', async () => {
    const { client } = await withAnswer(() => ({ text: 'fine' }));
    await expect(client.responses.create({ model: 'test-model', input: 'x' })).rejects.toThrow(
      /404 Invalid URL/,
    );
  });

  const text = { type: 'string' };
  const object = (properties: object, extra: object = {}) => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
    ...extra,
  });
  test.each([
    [object({ files: { type: 'array', items: text } }), undefined],
    [object({ a: { anyOf: [text, { type: 'null' }] } }), undefined],
    [{ type: 'array', items: text }, /got 'type: "array"'/],
    [object({ a: text }, { required: [] }), /Missing 'a'/],
    [object({ a: text }, { additionalProperties: undefined }), /'additionalProperties' is required/],
    [object({ a: object({ b: text }, { required: [] }) }), /In context=\('properties', 'a'\).*Missing 'b'/],
    [object({ a: { type: 'array', items: object({ b: {} }) } }), /'items', 'properties', 'b'\).*'type' key/],
    [object({ a: { type: 'string', default: 'x' } }), /'default' is not permitted/],
    [object({ a: { type: 'array' } }), /array schema missing items/],
  ])('strict schema %#', (value, problem) => {
    const found = strictSchemaProblem(JSON.parse(JSON.stringify(value)));
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(problem);
  });
});

describe('a model that does not behave', () => {
  test.each([
    ['cleanCut', { text: 'const half = "the', finishReason: undefined }],
    ['noChoices', { text: '', finishReason: undefined }],
    [
      'nullChoicesUsage',
      { text: 'Hello from the endpoint.', finishReason: 'stop', usage: { total_tokens: 15 } },
    ],
    ['refusal', { text: '', refusal: "I'm sorry, I can't help with that.", finishReason: 'stop' }],
    ['contentFilter', { text: 'The recipe begins with', finishReason: 'content_filter' }],
    ['lengthFinish', { text: 'function half() {', finishReason: 'length' }],
    ['noFinishReason', { text: 'Hello from the endpoint.', finishReason: undefined }],
    ['thinking', { text: '<think>\nThe user wants a greeting.\n</think>\n\nHello from the endpoint.' }],
    ['headersThenSilence', undefined],
    ['silence', undefined],
  ] as const)('%s: the client sees no error', async (name, seen) => {
    const { client } = await withRaw(hostile[name]);
    if (seen !== undefined) expect(await stream(client)).toMatchObject(seen);
    else expect(await Promise.race([stream(client).catch(() => 'error'), later(300)])).toBe('nothing yet');
  });

  test.each([
    ['midFrameCut', SyntaxError, /JSON/],
    ['reset', TypeError, /terminated/],
    ['errorMidStream', OpenAI.APIError, /had an error/],
    ['insufficientQuota', OpenAI.RateLimitError, /quota/],
    ['creditBalanceExhausted', OpenAI.RateLimitError, /credit/],
    ['organizationSpendLimit', OpenAI.RateLimitError, /spend/],
    ['projectSpendLimit', OpenAI.RateLimitError, /project/],
    ['organizationUsageLimit', OpenAI.RateLimitError, /usage/],
    ['retryAfterSeconds', OpenAI.RateLimitError, /Rate limit/],
    ['retryAfterMs', OpenAI.RateLimitError, /Rate limit/],
    ['retryAfterDate', OpenAI.RateLimitError, /Rate limit/],
    ['resetTokens', OpenAI.RateLimitError, /Rate limit/],
    ['unavailableOnce', OpenAI.InternalServerError, /overloaded/],
    ['wrongKey', OpenAI.AuthenticationError, /key/],
    ['unknownModel', OpenAI.NotFoundError, /does not exist/],
    ['contextLength', OpenAI.BadRequestError, /maximum context length/],
  ] as const)('%s: the client sees an error', async (name, kind, message) => {
    const { client } = await withRaw(hostile[name]);
    const error = await stream(client).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(kind);
    expect(String(error)).toMatch(message);
  });

  test.each([
    'retryAfterSeconds',
    'retryAfterMs',
    'retryAfterDate',
    'resetTokens',
    'unavailableOnce',
  ] as const)('%s is good the second time', async (name) => {
    const { client } = await withRaw(hostile[name]);
    await stream(client).catch(() => {});
    expect(await stream(client)).toMatchObject({ text: 'Hello from the endpoint.' });
  });

  test.each([
    ['noMaxTokens', { max_tokens: 9 }, { max_completion_tokens: 9 }],
    ['noMaxCompletionTokens', { max_completion_tokens: 9 }, { max_tokens: 9 }],
    [
      'noJsonSchema',
      { response_format: { type: 'json_schema' } },
      { response_format: { type: 'json_object' } },
    ],
    ['noStreamOptions', { stream_options: { include_usage: true } }, {}],
    [
      'alternatingRoles',
      { messages: [user('a'), user('b')] },
      { messages: [{ role: 'system', content: 's' }, user('a')] },
    ],
  ] as const)('%s refuses one form and takes the other', async (name, bad, good) => {
    const { client } = await withRaw(hostile[name]);
    await expect(stream(client, bad)).rejects.toBeInstanceOf(OpenAI.BadRequestError);
    expect(await stream(client, good)).toMatchObject({ finishReason: 'stop' });
  });

  test('rubbish with status 200 reaches the caller as a result', async () => {
    const { client } = await withRaw(hostile.html200);
    expect(await client.chat.completions.create(hello)).toContain('<!doctype html>');
    const { client: second } = await withRaw(hostile.error200);
    expect(await second.chat.completions.create(hello)).toMatchObject({
      error: { message: 'upstream failed' },
    });
  });

  test('drip goes on past the timeout of the SDK', async () => {
    const { client } = await withRaw(hostile.drip);
    const slow = client.withOptions({ timeout: 100 });
    expect(await Promise.race([stream(slow).catch(() => 'error'), later(500)])).toBe('nothing yet');
  });

  test('a cut of its own is not blamed on the client', async () => {
    const { client, model } = await withRaw(({ response }) => sse(response).chunk('half').cut());
    await expect(stream(client)).rejects.toThrow('terminated');
    await expect.poll(() => model.requests()[0]?.finishedAt).toBeDefined();
    expect(model.requests()[0]?.closedEarly).toBe(false);
  });
});

describe('a model that knows one app', () => {
  const apps = { ticTacToe, linkShortener };

  test.each(Object.entries(apps))('answers plan, list and every file of %s', async (_, app) => {
    const { client } = await withAnswer(appAnswers(app));
    const opening = [user(`The request:\n\n${app.prompt}`)];
    const plan = await stream(client, {
      messages: [...opening, user('Write the plan. Form: - `path/to/file` (~lines)')],
    });
    expect(plan.text).toBe(app.plan);
    const items = { type: 'object', properties: { path: { type: 'string' }, summary: { type: 'string' } } };
    const properties = { files: { type: 'array', items } };
    const list = await client.chat.completions.create({
      ...hello,
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'f', schema: { type: 'object', properties } },
      },
    });
    const { files } = JSON.parse(list.choices[0]?.message.content ?? '') as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(Object.keys(app.files));
    for (const [path, content] of Object.entries(app.files)) {
      const messages = [
        ...opening,
        user(`The plan:\n\n${app.plan}`),
        user(`Write \`${path}\`, all of it. Reply alone.`),
      ];
      expect((await stream(client, { messages })).text).toBe(content);
    }
  });

  test('lists objects with a path when no schema is given', async () => {
    const { client } = await withAnswer(appAnswers(ticTacToe));
    const list = await client.chat.completions.create({
      ...hello,
      messages: [user('List the files as JSON.')],
      response_format: { type: 'json_object' },
    });
    const { files } = JSON.parse(list.choices[0]?.message.content ?? '') as { files: { path: string }[] };
    expect(files.map(({ path }) => path)).toEqual(Object.keys(ticTacToe.files));
  });

  test.each(Object.entries(apps))('the plan of %s lists exactly its files', (_, app) => {
    const [, list = ''] = app.plan.split('## Files\n');
    const paths = [...list.matchAll(/^- `([^`]+)` \(~\d+ lines\) – /gm)].map((match) => match[1]);
    expect(paths.sort()).toEqual(Object.keys(app.files));
    expect(list.trim().split('\n')).toHaveLength(paths.length);
  });

  test('the link shortener passes its own tests', async () => {
    const cwd = fileURLToPath(new URL('apps/link-shortener/files/', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--test'], {
      cwd,
      env: { PATH: process.env.PATH },
    });
    expect(stdout).toMatch(/pass 6\b.*fail 0\b/s);
  });

  test('goes on where an assistant message stops', async () => {
    const { client } = await withAnswer(appAnswers(ticTacToe));
    const content = ticTacToe.files['game.js'] ?? '';
    const asked = [user('Write `game.js`.'), { role: 'assistant', content: content.slice(0, 100) }];
    expect((await stream(client, { messages: [...asked, user('Go on.')] })).text).toBe(content.slice(100));
    expect((await stream(client, { messages: asked })).text).toBe(content.slice(100));
  });

  test.each([
    [[user('Write `b.js`, using `a.js`.')], 'b.js'],
    [[user('- `b.js` – x.\n\nWrite `a.js`, from first to last.')], 'a.js'],
    [[user('Write `a.js`.'), user('Write the plan.')], undefined],
    [[user('Look at `a.js`.')], undefined],
    [[user(`Write \`a.js\`. ${'x'.repeat(600)}`)], undefined],
    [[user('Write `c.js`.')], undefined],
  ])('tells the call from its last message %#', (messages, path) => {
    expect(requestedPath(messages, ['a.js', 'b.js'])).toBe(path);
  });

  describe('and how it changes', () => {
    const brief = { prompt: 'A shop.' };
    const review = {
      ...{ plan: '# Shop\n\n## Files\n- `a.js` (~9 lines) – x.', changes: [] },
      remarks: [
        { text: 'Change `a.js`, please.', where: { path: 'a.js', line: 1, hunk: '@@ -1 +1 @@\n+a' } },
      ],
    };
    const repository = { paths: ['a.js', 'b.js'], morePaths: 0, sources: [] };
    const change = '## Change\n\n## Files\n- `a.js` – change – y.\n\n## Replies\n1. Done.';
    const edit = '<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE';
    const app = { plan: 'the plan', files: { 'a.js': 'a\n', 'b.js': 'write `a.js`\n' } };
    const files = { 'a.js': 'whole\n', 'c.js': 'new\n' };
    const answer = appAnswers(app, { change, edits: { 'a.js': edit }, files, again: 'another plan' });
    const plan = revisionPlan(review, change);
    const asked = (path: string) =>
      editMessages(brief, plan, { path, content: 'write `b.js`, ## Replies\n' });
    const cut = continuationMessages;

    test.each<[string, readonly Message[], string]>([
      ['a plan of the change', changeMessages(brief, review, repository), change],
      ['the rest of it', cut(changeMessages(brief, review, repository), change.slice(0, 9)), change.slice(9)],
      ['edits of a file', asked('a.js'), edit],
      ['the rest of them', cut(asked('a.js'), edit.slice(0, 20)), edit.slice(20)],
      ['a file without edits', asked('b.js'), 'UNCHANGED'],
      ['the whole file after all', wholeFileMessages(asked('a.js'), edit, 'it is found twice'), 'whole\n'],
      ['the rest of it', cut(wholeFileMessages(asked('a.js'), edit, 'x'), 'whol'), 'e\n'],
      ['a new file', fileMessages(brief, plan, 'c.js'), 'new\n'],
      ['the plan', planMessages(brief, repository), 'the plan'],
      ['the plan again', planAgainMessages(brief, { plan: 'p', remarks: 'r', repository }), 'another plan'],
    ])('%s', async (_name, messages, expected) => {
      const { client } = await withAnswer(answer);
      const sent = messages.map(({ role, content }) => ({ role, content: String(content) }));
      expect((await stream(client, { messages: sent })).text).toBe(expected);
    });

    test('may depend on the request', async () => {
      const { client } = await withAnswer(
        appAnswers(app, { edits: { 'a.js': ({ index }) => `edit ${index}` } }),
      );
      const messages = asked('a.js').map(({ role, content }) => ({ role, content: String(content) }));
      expect((await stream(client, { messages })).text).toBe('edit 0');
      expect((await stream(client, { messages })).text).toBe('edit 1');
    });
  });

  test('takes a speed from outside, unless the answer has its own', async () => {
    const answer = pace(({ index }) => (index === 0 ? { text: 'a' } : { text: 'a', firstTokenMs: 0 }), {
      firstTokenMs: 150,
    });
    const { client } = await withAnswer(answer);
    const start = performance.now();
    await stream(client);
    const middle = performance.now();
    await stream(client);
    expect(middle - start).toBeGreaterThan(145);
    expect(performance.now() - middle).toBeLessThan(middle - start);
  });
});

function later(ms: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('nothing yet'), ms));
}
