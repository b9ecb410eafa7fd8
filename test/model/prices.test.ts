import { calcPrice } from '@pydantic/genai-prices';
import { describe, expect, test } from 'vitest';
import { DEFAULT_MODEL } from '../../src/model/endpoint.js';
import { createModel } from '../../src/model/openai.js';
import { costOf, priceOf } from '../../src/model/prices.js';
import table from '../../src/model/prices.json' with { type: 'json' };
import { estimatedUsage, readUsage, reportedUsage } from '../../src/model/usage.js';

describe('prices', () => {
  test('the default model has one', () => {
    expect(priceOf(DEFAULT_MODEL)).toEqual({
      provider: 'openai',
      input: 2,
      cached: 0.2,
      cacheWrite: 2.5,
      output: 10,
    });
  });

  test('the table agrees with the package that it is made from; else run `node scripts/prices.mjs`', () => {
    const usage = { input_tokens: 1_000, cache_read_tokens: 400, cache_write_tokens: 100, output_tokens: 50 };
    const tokens = { inputTokens: 1_000, cachedTokens: 400, cacheWriteTokens: 100, outputTokens: 50 };
    for (const [model, price] of Object.entries(table)) {
      const expected = calcPrice(usage, model, { providerId: price.provider })?.total_price;
      expect(costOf(price, tokens), model).toBeCloseTo(expected ?? Number.NaN, 8);
    }
    expect(Object.keys(table).length).toBeGreaterThanOrEqual(25);
  });

  test.each([
    'gpt-6-sol',
    'GPT-6-Sol',
    'openai/gpt-6-sol',
    'gpt-6-sol-2026-10-01',
    'openai/gpt-6-sol-2026-10-01',
    'claude-haiku-4-5-20251001',
    'anthropic/claude-haiku-4.5',
    'models/gemini-2.5-pro',
    'x-ai/grok-4.6',
  ])('%s has one', (model) => {
    expect(priceOf(model)).not.toBeNull();
  });

  test.each([
    'gpt-6-sol-mini',
    'gpt-6-sol-2026',
    'gpt-6',
    'my-gpt-6-sol',
    'someone/gpt-6-sol',
    'google/gpt-6-sol',
    'a/openai/gpt-6-sol',
    'gpt-6-sol:free',
    'llama-4',
    'constructor',
    '__proto__',
    '',
  ])('%s has none, and none is guessed', (model) => {
    expect(priceOf(model)).toBeNull();
  });

  test('cached tokens cost less, and nothing costs anything on this machine', () => {
    const tokens = { inputTokens: 1_000_000, cachedTokens: 500_000, outputTokens: 100_000 };
    expect(createModel({ apiKey: 'k' }).cost('file', tokens)).toBeCloseTo(1 + 0.1 + 1, 10);
    const local = createModel({ apiKey: null, baseUrl: 'http://localhost:1/v1', model: 'gpt-6-sol' });
    expect(local.cost('file', tokens)).toBeNull();
    expect(createModel({ apiKey: 'k', model: 'unknown' }).cost('plan', tokens)).toBeNull();
  });
});

describe('usage', () => {
  test('is read in the spelling of each provider', () => {
    const counts = { inputTokens: 100, cachedTokens: 64, cacheWriteTokens: 0, outputTokens: 7 };
    const base = { prompt_tokens: 100, completion_tokens: 7 };
    expect(readUsage({ ...base, prompt_tokens_details: { cached_tokens: 64 } })).toEqual(counts);
    expect(readUsage({ ...base, prompt_cache_hit_tokens: 64 })).toEqual(counts);
    expect(readUsage({ ...base, cached_tokens: 64 })).toEqual(counts);
  });

  test.each([
    [null],
    [undefined],
    ['x'],
    [[]],
    [{}],
    [{ prompt_tokens: 'many', completion_tokens: Number.NaN }],
    [{ prompt_tokens: -5, completion_tokens: 7 }],
    [{ prompt_tokens: 5, completion_tokens: 0 }],
    [{ prompt_tokens: 5, completion_tokens: 1e308 }],
    [{ prompt_tokens: '5', completion_tokens: '7' }],
  ])('S69 %j is no count that a cap could be held by', (value) => {
    expect(readUsage(value)).toBeNull();
  });

  test('no more can be cached than was sent', () => {
    const usage = readUsage({
      prompt_tokens: 10,
      completion_tokens: 1,
      prompt_tokens_details: { cached_tokens: 99, cache_write_tokens: 99 },
    });
    expect(usage).toMatchObject({ cachedTokens: 10, cacheWriteTokens: 0 });
  });

  test('a write to the cache is billed where it costs extra', () => {
    const usage = { inputTokens: 1_000_000, cachedTokens: 0, cacheWriteTokens: 1_000_000, outputTokens: 0 };
    expect(reportedUsage(usage, priceOf('gpt-6-sol')).costUsd).toBeCloseTo(2.5, 10);
    expect(reportedUsage(usage, priceOf('gpt-5.4')).costUsd).toBeCloseTo(2.5, 10);
  });

  test('is estimated when the server reports none, and says so', () => {
    const messages = [
      { role: 'user' as const, content: 'The quick brown fox jumps over the lazy dog. '.repeat(100) },
    ];
    const usage = estimatedUsage(messages, { text: 'word '.repeat(200), reasoning: 400 }, null);
    expect(usage.estimated).toBe(true);
    expect(usage.inputTokens).toBeGreaterThan(800);
    expect(usage.inputTokens).toBeLessThan(1_200);
    expect(usage.outputTokens).toBeGreaterThan(250);
    expect(usage.outputTokens).toBeLessThan(400);
  });
});
