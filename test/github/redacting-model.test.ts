import { expect, test } from 'vitest';
import * as z from 'zod';
import { redactingModel } from '../../src/github/api/redacting-model.js';
import { createSecrets } from '../../src/github/api/secrets.js';
import { RefusedError } from '../../src/model/errors.js';
import { type Message, type Model, NO_USAGE, type TextRequest } from '../../src/model/port.js';
import { develop } from '../../src/smol/develop.js';
import type { DevelopEvent } from '../../src/smol/events.js';

const KEY = 'key-7Qm2Vx9Lr4Tz8Wp1Nb6Yc3Hd5';
const { redact } = createSecrets([KEY]);
const user = (content: string): Message => ({ role: 'user', content });
const schema = z.object({ files: z.array(z.object({ path: z.string() })) });

type Answer = (
  request: TextRequest,
  call: number,
) => { text: string; finishReason?: 'stop' | 'length' } | Error;

/** A model that says each answer in pieces of a few characters, and keeps what it was asked. */
function speaking(answer: Answer, pieceLength = 3) {
  const asked: string[] = [];
  const model: Model = {
    nameOf: () => 'm',
    cost: () => 0,
    async streamText(request) {
      asked.push(JSON.stringify(request.messages));
      request.onStart?.();
      const said = answer(request, asked.length);
      if (said instanceof Error) throw said;
      for (let at = 0; at < said.text.length; at += pieceLength) {
        request.onDelta?.(said.text.slice(at, at + pieceLength));
      }
      return { finishReason: 'stop', usage: NO_USAGE, ...said };
    },
    async object(request) {
      asked.push(JSON.stringify(request.messages));
      return { value: request.schema.parse({ files: [{ path: `a/${KEY}.js` }] }), usage: NO_USAGE };
    },
  };
  return { model: redactingModel(model, redact), asked };
}

async function streamed(model: Model, purpose: 'plan' | 'file', messages = [user('x')]) {
  const deltas: string[] = [];
  const result = await model.streamText({ messages, purpose, onDelta: (text) => deltas.push(text) });
  return { ...result, deltas };
}

test('S15 no secret goes to the model with a plan or its list', async () => {
  const { model, asked } = speaking(() => ({ text: 'fine' }));
  await streamed(model, 'plan', [{ role: 'system', content: `Use ${KEY}` }, user(`or ${KEY}`)]);
  await model.object({ messages: [user(KEY)], purpose: 'plan', name: 'list', schema });
  expect(asked).toHaveLength(2);
  expect(asked.join()).not.toContain(KEY);
  expect(asked[0]).toContain('Use [redacted]');
});

test('pictures of the request go with the words from which secrets are taken', async () => {
  const { model, asked } = speaking(() => ({ text: 'fine' }));
  const images = ['data:image/png;base64,AA=='];
  await streamed(model, 'plan', [{ role: 'user', content: KEY, images }]);
  expect(asked).toEqual([JSON.stringify([{ role: 'user', content: '[redacted]', images }])]);
});

test.each([1, 2, 3, 5, 7, 1000])('S47 a plan in pieces of %i characters brings none back', async (length) => {
  const text = `# App\nThe key is ${KEY}.\n\n## Files\n- \`a.js\` ${KEY}`;
  const { deltas, text: plan } = await streamed(speaking(() => ({ text }), length).model, 'plan');
  expect(plan).toBe(text.replaceAll(KEY, '[redacted]'));
  expect(deltas.join('')).toBe(plan);
});

test('S47 a private key is held back until it is whole', async () => {
  const body = Array.from({ length: 6 }, (_, line) => `Mi1${line}Tz8Wp1Nb6Yc3Hd5Qm2Vx9Lr4kJ0sGfE7uAo`);
  const text = `Use\n-----BEGIN PRIVATE KEY-----\n${body.join('\n')}\n-----END PRIVATE KEY-----\nnow\n`;
  const { deltas } = await streamed(speaking(() => ({ text })).model, 'plan');
  expect(deltas.join('')).toBe('Use\n[redacted]\nnow\n');
});

test('S47 a line without an end is passed on all the same', async () => {
  const { deltas } = await streamed(speaking(() => ({ text: 'x'.repeat(150_000) }), 100).model, 'plan');
  expect(deltas.length).toBeGreaterThan(4);
  expect(deltas.join('')).toHaveLength(150_000);
});

test('S47 a line that is passed on before its end is not cut in the middle of a key', async () => {
  const text = `Use it: ${KEY} `.repeat(5_000);
  const { deltas } = await streamed(speaking(() => ({ text }), 7).model, 'plan');
  expect(deltas.length).toBeGreaterThan(4);
  expect(deltas.join('')).toBe('Use it: [redacted] '.repeat(5_000));
});

test('S47 a private key is held back however long it is', async () => {
  const line = 'Mi1Tz8Wp1Nb6Yc3Hd5Qm2Vx9Lr4kJ0sGfE7uAoMi1Tz8Wp1Nb6Yc3Hd5Qm2Vx9Lr\n';
  const text = `Use\n-----BEGIN PRIVATE KEY-----\n${line.repeat(250)}-----END PRIVATE KEY-----\nnow\n`;
  const { deltas } = await streamed(speaking(() => ({ text }), 50).model, 'plan');
  expect(deltas.join('')).toBe('Use\n[redacted]\nnow\n');
});

test('S47 a list of files brings none back', async () => {
  const { model } = speaking(() => ({ text: '' }));
  const { value } = await model.object({ messages: [user('x')], purpose: 'plan', name: 'list', schema });
  expect(value).toEqual({ files: [{ path: 'a/[redacted].js' }] });
});

test('S47 a failure brings none back, and stays what it is', async () => {
  const { model } = speaking(() => new RefusedError(`The model refused: not with ${KEY}`));
  const failure = await streamed(model, 'file').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(RefusedError);
  expect(failure).toHaveProperty('message', 'The model refused: not with [redacted]');
});

test('S47 a plan that is cut in the middle of a key brings none back, and is whole', async () => {
  const plan = `# App\nA game.\n\nIts key: ${KEY}\n\n## Files\n- \`a.js\` (~3) – all.\n`;
  const middle = plan.indexOf(KEY) + 5;
  // Goes on from what it is told that it said.
  const { model, asked } = speaking(({ messages, purpose }) => {
    if (purpose === 'file') return { text: 'let a;\n' };
    const said = messages.findLast(({ role }) => role === 'assistant')?.content;
    if (said === undefined) return { text: plan.slice(0, middle), finishReason: 'length' };
    return { text: plan.slice(said.length) };
  });
  const events: DevelopEvent[] = [];
  for await (const event of develop({ prompt: 'a game' }, model)) events.push(event);
  const made = events.find((event) => event.type === 'plan.done');
  expect(made?.plan.text).toBe(plan.replace(KEY, '[redacted]'));
  expect(JSON.stringify(events)).not.toContain(KEY.slice(5));
  expect(asked.join()).not.toContain(KEY.slice(5));
});

test('S47 a file comes as it is, since it is refused as a whole', async () => {
  const { text, deltas } = await streamed(speaking(() => ({ text: `k = ${KEY}` })).model, 'file');
  expect(text).toBe(`k = ${KEY}`);
  expect(deltas.join('')).toBe(text);
});
