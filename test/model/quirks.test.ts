import { describe, expect, test } from 'vitest';
import { arrange, buildBody, type Format } from '../../src/model/body.js';
import { readFailure } from '../../src/model/failure.js';
import type { Message } from '../../src/model/port.js';
import { initialQuirks, learn, type Quirks } from '../../src/model/quirks.js';
import { type ModelOptions, readSettings } from '../../src/model/settings.js';

const LOCAL = 'http://localhost:1/v1';
const format: Format = { name: 'list', schema: { type: 'object' } };
const talk: Message[] = [
  { role: 'system', content: 'S' },
  { role: 'user', content: 'A' },
  { role: 'user', content: 'B' },
];

function sent(
  options: Partial<ModelOptions>,
  quirks: Partial<Quirks> = {},
  messages = talk,
  wanted: Format | null = null,
) {
  const settings = readSettings({ apiKey: 'k', model: 'm', baseUrl: LOCAL, ...options });
  const known = { ...initialQuirks(settings.endpoint), ...quirks };
  return { known, body: buildBody({ model: 'm', messages, format: wanted }, known, settings) };
}

function refusal(message: string, param: string | null = null, code: string | null = null, status = 400) {
  return readFailure(Object.assign(new Error(message), { status, error: { message, param, code } }));
}

describe('the body of a request', () => {
  test('holds what was asked for and nothing else', () => {
    expect(sent({}).body).toEqual({
      model: 'm',
      messages: talk,
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  test('carries the options that a person set', () => {
    const { body } = sent({ temperature: 0.2, effort: 'low', maxOutputTokens: 9_000 });
    expect(body).toMatchObject({ temperature: 0.2, reasoning_effort: 'low', max_tokens: 9_000 });
  });

  test('carries the cache key, and the newer name of the limit, to OpenAI only', () => {
    const options = { promptCacheKey: 'smol', maxOutputTokens: 5 };
    expect(sent({ ...options, baseUrl: 'https://api.openai.com/v1' }).body).toMatchObject({
      prompt_cache_key: 'smol',
      max_completion_tokens: 5,
    });
    const elsewhere = sent({ ...options, baseUrl: 'https://example.com/v1' }).body;
    expect(elsewhere).not.toHaveProperty('prompt_cache_key');
    expect(elsewhere).toHaveProperty('max_tokens', 5);
  });

  test('Azure is sent the newer name of the limit', () => {
    const { body } = sent({ maxOutputTokens: 5, baseUrl: 'https://x.openai.azure.com/openai/v1' });
    expect(body).toHaveProperty('max_completion_tokens', 5);
  });

  test('where a schema is not taken, it stands at the end of the prompt, so that the prefix stays the same', () => {
    const { body } = sent({}, { format: 'json_object' }, talk, format);
    expect(body.response_format).toEqual({ type: 'json_object' });
    expect(body.messages.slice(0, 3)).toEqual(talk);
    expect(String(body.messages[3]?.content)).toMatch(/json/i);
    expect(sent({}, { format: 'text' }, talk, format).body).not.toHaveProperty('response_format');
  });
});

const pictured: Message[] = [
  { role: 'system', content: 'S' },
  { role: 'user', content: 'A', images: ['data:image/png;base64,AA=='] },
  { role: 'user', content: 'B', images: ['data:image/png;base64,BB=='] },
];
const picture = (data: string) => ({
  type: 'image_url',
  image_url: { url: `data:image/png;base64,${data}==` },
});

describe('pictures', () => {
  test('are parts of their message, after its words; a message without them stays a text', () => {
    expect(sent({}, {}, pictured).body.messages).toEqual([
      { role: 'system', content: 'S' },
      { role: 'user', content: [{ type: 'text', text: 'A' }, picture('AA')] },
      { role: 'user', content: [{ type: 'text', text: 'B' }, picture('BB')] },
    ]);
  });

  test('stay with messages that are sent as one', () => {
    expect(sent({}, { mergesRoles: true, mergesSystem: true }, pictured).body.messages).toEqual([
      { role: 'user', content: [{ type: 'text', text: 'S\n\nA\n\nB' }, picture('AA'), picture('BB')] },
    ]);
  });

  test('are left out where they are not taken', () => {
    expect(sent({}, { takesImages: false }, pictured).body.messages).toEqual(talk);
  });

  test.each([
    [400, 'Invalid content type. image_url is only supported by certain models.'],
    [400, 'This model does not support image inputs'],
    [400, '/models/tiny is not a multimodal model'],
    [400, 'At most 0 image(s) may be provided in one request.'],
    [400, "'messages.1.content' must be a string"],
    [400, 'messages[1]: unknown variant `image_url`, expected `text` at line 1 column 1'],
    [400, 'invalid type: sequence, expected a string at line 1 column 80'],
    [404, 'No endpoints found that support image input'],
    [422, 'Input should be a valid string: messages.1.content'],
    [500, 'image input is not supported - hint: you may need to provide the mmproj'],
    [400, 'Could not process image'],
  ])('are left out from now on after %i %s', (status, words) => {
    const { known, body } = sent({}, {}, pictured);
    expect(learn(known, refusal(words, null, null, status), body)).toEqual({ ...known, takesImages: false });
    const without = sent({}, { takesImages: false }, pictured);
    expect(learn(without.known, refusal(words, null, null, status), without.body)).toBeNull();
  });

  test('are kept when the endpoint complains of something else', () => {
    const { known, body } = sent({}, {}, pictured);
    expect(learn(known, refusal('Unknown parameter: include_usage'), body)?.takesImages).toBe(true);
    expect(learn(known, refusal('Bad request'), body)).toBeNull();
  });
});

describe('arrange', () => {
  test('joins neighbours of the same role with a blank line', () => {
    expect(arrange(talk, { mergesRoles: true, mergesSystem: false })).toEqual([
      { role: 'system', content: 'S' },
      { role: 'user', content: 'A\n\nB' },
    ]);
  });

  test('puts the system message into the first user message', () => {
    expect(arrange(talk, { mergesRoles: true, mergesSystem: true })).toEqual([
      { role: 'user', content: 'S\n\nA\n\nB' },
    ]);
  });
});

describe('learn', () => {
  type Row = [
    message: string,
    param: string | null,
    options: Partial<ModelOptions>,
    learned: Partial<Quirks>,
  ];
  const limited = { maxOutputTokens: 100 };
  const openai = { baseUrl: 'https://api.openai.com/v1' };

  test.each<Row>([
    [
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'max_tokens',
      limited,
      { tokenLimit: 'max_completion_tokens' },
    ],
    [
      "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.",
      null,
      limited,
      { tokenLimit: 'max_completion_tokens' },
    ],
    [
      'Unrecognized request argument supplied: max_completion_tokens',
      null,
      { ...limited, ...openai },
      { tokenLimit: 'max_tokens' },
    ],
    [
      "Unsupported value: 'temperature' does not support 0.2 with this model.",
      'temperature',
      { temperature: 0.2 },
      { dropped: ['temperature'] },
    ],
    [
      "Unsupported value: 'reasoning_effort' does not support 'max'",
      'reasoning_effort',
      { effort: 'max' },
      { dropped: ['reasoning_effort'] },
    ],
    ['"qwen3" does not support thinking', null, { effort: 'low' }, { dropped: ['reasoning_effort'] }],
    ['body -> stream_options: extra fields not permitted', null, {}, { dropped: ['stream_options'] }],
    ['Unknown parameter: include_usage', null, {}, { dropped: ['stream_options'] }],
    [
      "property 'prompt_cache_key' is unsupported",
      null,
      { ...openai, promptCacheKey: 'x' },
      { dropped: ['prompt_cache_key'] },
    ],
    [
      'Conversation roles must alternate user/assistant/user/assistant/...',
      null,
      {},
      { mergesRoles: true, mergesSystem: false },
    ],
    ['System role not supported', null, {}, { mergesRoles: true, mergesSystem: true }],
    ['Unexpected message role.', null, {}, { mergesRoles: true, mergesSystem: true }],
    ['This model does not support system messages', null, {}, { mergesRoles: true, mergesSystem: true }],
    ['Only user and assistant roles are supported!', null, {}, { mergesRoles: true, mergesSystem: true }],
  ])('%s', (message, param, options, learned) => {
    const { known, body } = sent(options);
    expect(learn(known, refusal(message, param), body)).toMatchObject(learned);
  });

  test.each<[message: string, param: string | null]>([
    [
      "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
      'response_format',
    ],
    ['This response_format type is unavailable now', null],
    ['This model does not support response format `json_schema`.', null],
  ])('goes down the ladder of formats: %s', (message, param) => {
    const first = sent({}, {}, talk, format);
    expect(learn(first.known, refusal(message, param), first.body)?.format).toBe('json_object');
    const second = sent({}, { format: 'json_object' }, talk, format);
    expect(learn(second.known, refusal(message, param), second.body)?.format).toBe('text');
    const third = sent({}, { format: 'text' }, talk, format);
    expect(learn(third.known, refusal(message, param), third.body)).toBeNull();
  });

  test('learns from a template that fails with 500', () => {
    const { known, body } = sent({});
    const failure = refusal('Jinja Exception: Conversation roles must alternate', null, null, 500);
    expect(learn(known, failure, body)?.mergesRoles).toBe(true);
  });

  test('a limit that is taken under neither name is left out', () => {
    const first = sent(limited);
    const swapped = learn(first.known, refusal('Unknown parameter: max_tokens'), first.body);
    expect(swapped?.tokenLimit).toBe('max_completion_tokens');
    const second = sent(limited, swapped ?? {});
    const none = learn(second.known, refusal('Unknown parameter: max_completion_tokens'), second.body);
    expect(none?.tokenLimit).toBeNull();
    expect(Object.keys(sent(limited, none ?? {}).body)).toEqual(
      expect.not.arrayContaining(['max_tokens', 'max_completion_tokens']),
    );
  });

  test('roles that still do not alternate are mended by giving up the system message', () => {
    const { known, body } = sent({}, { mergesRoles: true });
    expect(learn(known, refusal('roles must alternate'), body)?.mergesSystem).toBe(true);
    const last = sent({}, { mergesRoles: true, mergesSystem: true });
    expect(learn(last.known, refusal('roles must alternate'), last.body)).toBeNull();
  });

  test.each<[string, string | null, Partial<ModelOptions>]>([
    ['a parameter that was not sent', "Unsupported parameter: 'temperature'", {}],
    ['a parameter that is named by another field', 'temperature is wrong', { temperature: 1 }],
    [
      'a limit that is too large, of which a person must hear',
      'max_tokens is too large: 500000. This model supports at most 16384',
      limited,
    ],
    ['words without a name', 'Bad request', {}],
  ])('learns nothing from %s', (name, message, options) => {
    const param = name.includes('another field') ? 'messages' : null;
    const { known, body } = sent(options);
    expect(learn(known, refusal(message ?? '', param), body)).toBeNull();
  });

  test('an invalid schema is our mistake and no reason to ask for less', () => {
    const { known, body } = sent({}, {}, talk, format);
    expect(
      learn(known, refusal("Invalid schema for response_format 'list'", 'response_format'), body),
    ).toBeNull();
  });

  test('a rate limit or a fault teaches nothing, whatever its words', () => {
    const { known, body } = sent({});
    expect(learn(known, refusal('stream_options', 'stream_options', null, 429), body)).toBeNull();
    expect(learn(known, refusal('stream_options', 'stream_options', null, 503), body)).toBeNull();
  });
});
