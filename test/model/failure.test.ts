import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, readFailure } from '../../src/model/failure.js';
import { cpuTime } from '../support/cpu-time.js';

describe('clean', () => {
  test.each([
    ['Incorrect API key provided: sk-proj-abcdefgh12345678.', 'Incorrect API key provided: ***'],
    ['Bearer abc.def is wrong', 'Bearer *** is wrong'],
    ['key AIzaSyA1234567890abcdef', 'key ***'],
    ['token ghp_abcdefghijklmnop', 'token ***'],
    [`id ${'a1'.repeat(20)} end`, 'id *** end'],
    ['two\r\nlines\u2028and\u202Emore', 'two lines and more'],
    ['model gpt-6-sol-2026-10-01 is fine', 'model gpt-6-sol-2026-10-01 is fine'],
    ['', ''],
  ])('%j', (words, line) => {
    expect(clean(words, null)).toBe(line);
  });

  test('whatever the words: one line of 200 characters at most, without the key', () => {
    const key = 'top(secret$key';
    const words = fc
      .array(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(key)))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(words, (text) => {
        const line = clean(text, key);
        expect(line.length).toBeLessThanOrEqual(200);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(line).not.toContain(key);
        expect(line.isWellFormed() || !text.isWellFormed()).toBe(true);
      }),
    );
  });

  test('a very long message costs no time', () => {
    const time = cpuTime(() => {
      clean('a'.repeat(5_000_000), 'secret');
      clean('1-'.repeat(2_000_000), 'secret');
    });
    expect(time).toBeLessThan(2_000);
  });
});

describe('readFailure', () => {
  test.each([
    [
      'OpenAI',
      { error: { message: 'words', code: 'C', type: 'T', param: 'p' } },
      { codes: ['c', 't'], param: 'p', words: 'words' },
    ],
    ['Ollama', { error: 'words' }, { codes: [], words: 'words' }],
    ['FastAPI', { error: { detail: 'words' } }, { words: 'words' }],
    [
      'Gemini',
      { error: { message: 'words', code: 429, status: 'RESOURCE_EXHAUSTED' } },
      { status: 429, codes: ['resource_exhausted'] },
    ],
  ])("reads %s's form", (_, error, read) => {
    expect(readFailure(error)).toMatchObject(read);
  });

  test('never throws, whatever was thrown', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => readFailure(value)).not.toThrow();
      }),
    );
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    expect(readFailure(loop).networkCode).toBeNull();
  });
});
