import { onTestFinished } from 'vitest';
import { createModel, type ModelOptions } from '../../src/model/openai.js';
import type { Message, Model, Retry, TextResult, Usage } from '../../src/model/port.js';
import { type Model as Endpoint, type RawHandler, startRawModel } from '../support/model/index.js';

/** What a good endpoint answers. */
export const GOOD = 'Hello from the endpoint.';

/** What is asked. */
export const question: Message[] = [
  { role: 'system', content: 'You are terse.' },
  { role: 'user', content: 'Say hello.' },
];

/** A model at an endpoint that a test wrote by hand. */
export type ModelAt = {
  readonly server: Endpoint;
  readonly model: Model;
  /** Waits that were asked for, in milliseconds. Nobody waits: the clock jumps. */
  readonly waits: readonly number[];
  /** What a listener has: text of failed attempts is gone, as it should be. */
  readonly seen: { text: string; retries: Retry[]; spent: Usage[] };
  readonly ask: (extra?: { signal?: AbortSignal; messages?: Message[] }) => Promise<TextResult>;
};

/**
 * Opens a model at a raw server, which is closed when the test is over. Random numbers are 0.5.
 *
 * @param atEnd the context's own `onTestFinished`, of a test that runs beside others.
 */
export async function modelAt(
  handler: RawHandler,
  options: Partial<ModelOptions> = {},
  atEnd: (close: () => Promise<void>) => void = onTestFinished,
): Promise<ModelAt> {
  const server = await startRawModel(handler);
  atEnd(() => server.close());
  const waits: number[] = [];
  let now = Date.now();
  const model = createModel({
    apiKey: server.apiKey,
    baseUrl: server.url,
    model: 'raw',
    clock: () => now,
    random: () => 0.5,
    sleep: async (ms, signal) => {
      waits.push(ms);
      now += ms;
      await new Promise(setImmediate);
      signal?.throwIfAborted();
    },
    ...options,
  });
  const seen: ModelAt['seen'] = { text: '', retries: [], spent: [] };
  const ask: ModelAt['ask'] = (extra = {}) =>
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
      onSpent: (usage) => void seen.spent.push(usage),
      ...extra,
    });
  return { server, model, waits, seen, ask };
}
