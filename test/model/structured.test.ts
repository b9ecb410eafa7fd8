import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { ChatReply, ChatRequest } from '../../src/model/chat.js';
import { EndpointUnavailableError, MalformedReplyError } from '../../src/model/errors.js';
import { parseReply } from '../../src/model/json.js';
import { NO_USAGE, type Usage } from '../../src/model/port.js';
import { askForObject, wireSchema } from '../../src/model/structured.js';
import { cpuTime } from '../support/cpu-time.js';

const schema = z.object({
  files: z
    .array(z.object({ path: z.string().min(1).max(200), lines: z.number(), uses: z.array(z.string()) }))
    .min(1),
});
const GOOD = '{"files":[{"path":"a.ts","lines":3,"uses":[]}]}';
const VALUE = { files: [{ path: 'a.ts', lines: 3, uses: [] }] };

function ask(...replies: (string | Partial<ChatReply> | Error)[]) {
  const spent: Usage[] = [];
  const onSpent = (usage: Usage) => void spent.push(usage);
  const requests: ChatRequest[] = [];
  const chat = async (request: ChatRequest): Promise<ChatReply> => {
    const reply = replies[requests.length] ?? '';
    requests.push(request);
    const usage = { ...NO_USAGE, inputTokens: 10 };
    if (reply instanceof Error) {
      request.onSpent?.(usage);
      throw reply;
    }
    return {
      text: '',
      finishReason: 'stop',
      usage,
      ...(typeof reply === 'string' ? { text: reply } : reply),
    };
  };
  const messages = [{ role: 'user' as const, content: 'Which files?' }];
  return {
    requests,
    spent,
    result: askForObject({ messages, purpose: 'plan', name: 'list', schema, onSpent }, chat),
  };
}

describe('a value of a schema', () => {
  test.each([
    ['as it is', GOOD],
    ['in a fence', `Here you are:\n\n\`\`\`json\n${GOOD}\n\`\`\`\nDone.`],
    ['between words', `Sure! ${GOOD} Anything else?`],
    ['with a comma too many', '{"files":[{"path":"a.ts","lines":3,"uses":[],},]}'],
    ['in single quotes', "{'files':[{'path':'a.ts','lines':3,'uses':[]}]}"],
    ['with comments', '{"files":[ // one\n{"path":"a.ts","lines":3,"uses":[]}]}'],
    ['after a byte order mark', `\ufeff${GOOD}`],
    ['in a fence that is not closed', `\`\`\`json\n${GOOD}`],
    ['in a fence of tildes', `~~~\n${GOOD}\n~~~`],
    ['with keys that nobody asked for', '{"files":[{"path":"a.ts","lines":3,"uses":[],"x":1}],"y":2}'],
    [
      'with a prototype',
      '{"__proto__":{"evil":1},"files":[{"path":"a.ts","lines":3,"uses":[],"__proto__":{"evil":1}}]}',
    ],
  ])('S44 is read %s', async (_, text) => {
    const { result, requests } = ask(text);
    expect((await result).value).toEqual(VALUE);
    expect(requests).toHaveLength(1);
  });

  test('S44 a reply that does not fit is asked for once more, with what is wrong and with the schema', async () => {
    const { result, requests } = ask('{"files":[{"path":7,"lines":3,"uses":[]}]}', GOOD);
    const { value, usage } = await result;
    expect(value).toEqual(VALUE);
    expect(usage.inputTokens).toBe(20);
    const [question, reply, repair] = requests[1]?.messages ?? [];
    expect(question?.content).toBe('Which files?');
    expect(reply).toEqual({ role: 'assistant', content: '{"files":[{"path":7,"lines":3,"uses":[]}]}' });
    expect(repair?.content).toContain('files.0.path: Invalid input: expected string, received number');
    expect(repair?.content).toContain('"properties"');
  });

  test('S44 a second reply that does not fit is an error that says why', async () => {
    const { result, requests } = ask('I cannot do that.', '{"files":[]}');
    await expect(result).rejects.toThrow(MalformedReplyError);
    await expect(result).rejects.toThrow('files: Too small');
    expect(requests).toHaveLength(2);
  });

  test('S44 a reply that was cut is never mended into half a list', async () => {
    const { result, requests } = ask({
      text: '{"files":[{"path":"a.ts","lines":3,"uses":[]}',
      finishReason: 'length',
    });
    await expect(result).rejects.toThrow('cut at the token limit');
    expect(requests).toHaveLength(1);
  });

  test('the schema that is sent has only what strict mode and small servers know', () => {
    expect(wireSchema(schema)).toEqual({
      type: 'object',
      properties: {
        files: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              path: { type: 'string' },
              lines: { type: 'number' },
              uses: { type: 'array', items: { type: 'string' } },
            },
            required: ['path', 'lines', 'uses'],
            additionalProperties: false,
          },
        },
      },
      required: ['files'],
      additionalProperties: false,
    });
  });

  test('nullable and enumerated members keep their form', () => {
    const sent = wireSchema(z.object({ kind: z.enum(['a', 'b']), note: z.string().nullable() }));
    expect(sent.properties).toEqual({
      kind: { type: 'string', enum: ['a', 'b'] },
      note: { type: ['string', 'null'] },
    });
  });
});

describe('hostile JSON', () => {
  const deep = 50_000;
  const documents: [string, string][] = [
    ['nothing', ''],
    ['white space', ' \n '],
    ['a word', 'null'],
    ['a number', '42'],
    ['a string', '"files"'],
    ['an array for the object', '[{"path":"a.ts"}]'],
    ['an object for the array', '{"files":{"0":{"path":"a.ts"}}}'],
    ['a string for the array', '{"files":"a.ts"}'],
    ['numbers for paths', '{"files":[1,2,3]}'],
    ['null for a file', '{"files":[null]}'],
    ['no files', '{"files":[]}'],
    ['an empty path', '{"files":[{"path":"","lines":1,"uses":[]}]}'],
    ['a prototype and nothing else', '{"__proto__":{"files":[{"path":"a.ts","lines":1,"uses":[]}]}}'],
    ['an escaped prototype', '{"\\u005f_proto__":{"polluted":1},"files":1}'],
    ['a constructor', '{"constructor":{"prototype":{"polluted":1}},"files":1}'],
    ['toString for a member', '{"files":[{"path":"a","lines":1,"uses":{"toString":1,"length":9}}]}'],
    ['half a document', '{"files":[{"path":"a.ts","li'],
    ['a lone bracket', '{'],
    ['brackets the wrong way round', ']}{['],
    ['NaN and Infinity', '{"files":[{"path":"a","lines":NaN,"uses":[Infinity]}]}'],
    ['a lone surrogate', '{"files":"\\ud800"}'],
    ['a hundred thousand open brackets', '['.repeat(100_000)],
    ['deep nesting', `{"files":${'['.repeat(deep)}${']'.repeat(deep)}}`],
    ['deep nesting of objects, broken', '{"a":'.repeat(100_000)],
    ['10 MB of one string', `{"files":"${'x'.repeat(10_000_000)}"}`],
    ['a fence that never ends', `\`\`\`json\n{"files":`],
    ['many fences', '```\n'.repeat(50_000)],
    ['a list inside another', '{"files":{"files":[{"path":"a.ts","lines":1,"uses":[]}]}}'],
    ['text for a number', '{"files":[{"path":"a.ts","lines":"many","uses":[]}]}'],
    ['300,000 values, all wrong', `{"files":[${'1,'.repeat(300_000)}1]}`],
    ['100,000 objects, all empty', `{"files":[${'{},'.repeat(100_000)}{}]}`],
    ['a program', 'constructor.constructor("return process")().exit(1)'],
  ];

  test.each(documents)('S44 %s is a malformed reply and nothing worse', async (_, text) => {
    const { result, requests } = ask(text, text);
    await expect(result).rejects.toBeInstanceOf(MalformedReplyError);
    expect(requests).toHaveLength(2);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('S44 the last of duplicate keys counts, as everywhere in JavaScript', async () => {
    const { result } = ask(`{"files":1,${GOOD.slice(1)}`);
    expect((await result).value).toEqual(VALUE);
  });

  test('S44 a member named __proto__ is left out, however it is spelt', () => {
    const parsed = parseReply('{"a":{"__pro\\u0074o__":{"x":1},"b":1}}');
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe('{"a":{"b":1}}');
  });

  test.each([
    ['a fence of many ticks', `${'`'.repeat(100_000)}\n${'x'.repeat(100_000)}`],
    [
      'fences that get shorter',
      `${Array.from({ length: 600 }, (_, i) => '`'.repeat(603 - i)).join('\n')}\n${'x'.repeat(200_000)}`,
    ],
    ['numbers without commas', `[${'1 '.repeat(200_000)}`],
    ['slashes', `[${'/a'.repeat(200_000)}`],
    ['300,000 values', `{"files":[${'1,'.repeat(300_000)}1]}`],
  ])('S44 %s costs no more time than it takes to read', (_, text) => {
    expect(cpuTime(() => void parseReply(text))).toBeLessThan(1_500);
  });

  test('S69 what both questions used is told when neither reply fits', async () => {
    const { result, spent } = ask('No.', 'No.');
    await expect(result).rejects.toBeInstanceOf(MalformedReplyError);
    expect(spent).toMatchObject([{ inputTokens: 20 }]);
  });

  test('what a failed second try used is told in one sum with the first', async () => {
    const { result, spent } = ask('No.', new EndpointUnavailableError('The line is dead.'));
    await expect(result).rejects.toThrow('The line is dead.');
    expect(spent).toMatchObject([{ inputTokens: 20 }]);
  });
});
