import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Stop } from '../../src/github/api/stop.js';
import { describeEvent, logLine, plainText } from '../../src/github/told/log.js';
import * as problems from '../../src/report/problems.js';
import { obey } from '../support/runner/commands.js';

describe('a line of the log', () => {
  const hostile = [
    '::set-env name=PATH::/tmp',
    '  ::add-mask::x',
    'src/##[add-mask]x.js',
    '##[error]no',
    'one\n::warning::two',
    'one\r##[group]two',
    '#\u200b#[group]x',
    ':\u200b:error::x',
    '\u001b[31mred',
    '\u001b[2K\r::stop-commands::x',
    '\u0085\u00a0::notice::x',
    '\ufeff::notice::x',
    'one\u2028::warning::two',
    'one\u2029::warning::two',
    'one\v::warning::two\f##[error]x',
    '###[error]x',
    '##\u00ad[error]x',
    '##[##[error]x',
    '%0A::error::x',
    '::::error::x',
  ];

  test.each(hostile)('S53 is never a command for the runner: %j', (text) => {
    expect(logLine(text).split(/[\r\n]/)).toHaveLength(1);
    expect(obey([logLine(text)]).commands).toEqual([]);
  });

  test('S53 is none whatever it holds', () => {
    const piece = fc.constantFrom(
      '::',
      '##[',
      '#',
      '[',
      ':',
      ' ',
      'error',
      'add-mask',
      ']',
      '\n',
      '\r',
      '\u200b',
      '\u2028',
      '\u0085',
      '\ufe0f',
      '\0',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (text) => {
          expect(obey(logLine(text).split(/[\r\n]/)).commands).toEqual([]);
        },
      ),
    );
  });

  test('keeps ordinary text as it is', () => {
    expect(logLine('3 of 9  src/app.js  2.1 kB')).toBe('3 of 9  src/app.js  2.1 kB');
  });
});

test('a sentence in the log has no markdown but code', () => {
  expect(plainText('See [Settings](http://127.0.0.1/s) → **Allow**, input `base`.')).toBe(
    'See Settings (http://127.0.0.1/s) → Allow, input `base`.',
  );
});

test('a file is not said to have failed when the run was cancelled or out of time', () => {
  const failed = (error: Error) =>
    describeEvent({ type: 'file.failed', path: 'a.js', error }, { done: 0, planned: 1 });
  expect(failed(new Stop(problems.cancelled()))).toBeNull();
  expect(failed(new Error('It came out empty.'))).toBe('a.js failed: It came out empty.');
});

test('one file is a file, not files', () => {
  const file = { path: 'a.js', lines: 1, description: 'a', uses: [], setAside: null, from: null };
  const plan = {
    text: '',
    title: '',
    files: [{ ...file, action: 'add' as const }],
    refused: [],
    replies: [],
  };
  const line = describeEvent({ type: 'plan.done', plan, reused: true }, { done: 0, planned: 1 });
  expect(line).toBe('The plan is there already: 1 file.');
});

test('S53 no line of the log carries what a model wrote', () => {
  const secret = 'text of the model';
  const usage = { inputTokens: 1, cachedTokens: 0, outputTokens: 1, costUsd: null, estimated: false };
  const plan = { text: secret, title: secret, files: [], refused: [], replies: [] };
  const lines = [
    describeEvent({ type: 'plan.delta', text: secret }, { done: 0, planned: 0 }),
    describeEvent({ type: 'plan.done', plan, reused: false }, { done: 0, planned: 0 }),
    describeEvent({ type: 'file.delta', path: 'a.js', text: secret }, { done: 0, planned: 0 }),
    describeEvent(
      { type: 'file.done', path: 'a.js', content: secret, reused: true },
      { done: 0, planned: 0 },
    ),
    describeEvent({ type: 'usage', usage }, { done: 0, planned: 0 }),
  ];
  expect(lines.join('\n')).not.toContain(secret);
  expect(lines[1]).toBe('The plan is there: 0 files.');
  expect(lines[3]).toContain('(reused)');
});
