import { expect, test } from 'vitest';
import { RateLimitedError } from '../../src/model/errors.js';
import { NO_USAGE } from '../../src/model/port.js';
import type { DevelopEvent } from '../../src/smol/events.js';
import { createTrace } from '../../src/terminal/trace.js';

test('each call has its start, its first token, its speed and its retries', () => {
  let time = 0;
  const trace = createTrace(() => time);
  const at = (milliseconds: number, event: DevelopEvent) => {
    time = milliseconds;
    return trace(event);
  };
  const error = new RateLimitedError('Slow\u001b[2J down.', { status: 429 });
  const plan = { text: '', title: '', files: [], refused: [], replies: [] };
  const lines = [
    at(0, { type: 'plan.start' }),
    at(500, { type: 'plan.delta', text: 'x'.repeat(100) }),
    at(700, { type: 'plan.delta', text: 'x'.repeat(100) }),
    at(1500, { type: 'plan.list', reason: 'it has no list' }),
    at(2500, { type: 'plan.done', plan, reused: false }),
    at(2500, { type: 'file.start', path: 'a.js' }),
    at(2600, { type: 'file.retry', path: 'a.js', retry: { attempt: 1, waitMs: 2000, error } }),
    at(5000, { type: 'file.delta', path: 'a.js', text: 'x'.repeat(300) }),
    at(5500, { type: 'file.continue', path: 'a.js', attempt: 1 }),
    at(6000, { type: 'file.done', path: 'a.js', content: 'x', reused: false }),
    at(6000, { type: 'file.done', path: 'b.js', content: 'x', reused: true }),
    at(6000, { type: 'file.unchanged', path: 'a.js' }),
    at(6000, { type: 'images.unseen', count: 2 }),
    at(6100, { type: 'file.failed', path: 'c.js', error: new Error('no') }),
    at(6200, { type: 'usage', usage: { ...NO_USAGE, inputTokens: 1500, outputTokens: 20, estimated: true } }),
  ];
  expect(lines).toEqual([
    '[  0.00 s] plan: asked',
    '[  0.50 s] plan: first token after 0.50 s',
    null,
    '[  1.50 s] plan: its list of files is asked for with a schema, because it has no list',
    '[  2.50 s] plan: whole, 200 B, 100 B/s; 0 files',
    '[  2.50 s] a.js: asked',
    '[  2.60 s] a.js: attempt 1 failed, again in 2.00 s: RateLimitedError: Slow␛[2J down. (HTTP 429)',
    '[  5.00 s] a.js: first token after 2.50 s',
    '[  5.50 s] a.js: cut at the token limit, continued (1)',
    '[  6.00 s] a.js: whole, 300 B, 300 B/s',
    '[  6.00 s] b.js: reused',
    '[  6.00 s] a.js: stays as it is, 300 B, 300 B/s',
    '[  6.00 s] plan: the model takes no pictures; 2 not sent',
    '[  6.10 s] c.js: failed after 0 B: Error: no',
    '[  6.20 s] run: so far 1,500 tokens in (0 cached), 20 out, counted by us',
  ]);
});
