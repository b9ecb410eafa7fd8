import { describe, expect, test } from 'vitest';
import { parseEndpoint } from '../../src/model/endpoint.js';
import { InvalidOptionError } from '../../src/model/errors.js';
import { createModel, type ModelOptions } from '../../src/model/openai.js';
import { readSettings } from '../../src/model/settings.js';

function error(run: () => unknown): InvalidOptionError {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof InvalidOptionError) return thrown;
    throw thrown;
  }
  throw new Error('Nothing was thrown.');
}

describe('base-url', () => {
  test.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
    ['https://api.openai.com/v1/', 'https://api.openai.com/v1'],
    ['https://example.com/v1/chat/completions', 'https://example.com/v1'],
    ['http://localhost:11434/v1//', 'http://localhost:11434/v1'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://[::1]:8080/v1', 'http://[::1]:8080/v1'],
    ['http://0x7f.1/v1', 'http://127.0.0.1/v1'],
  ])('S65 %s is taken', (text, baseUrl) => {
    expect(parseEndpoint(text).baseUrl).toBe(baseUrl);
  });

  test.each([
    ['http://example.com/v1', 'https://'],
    ['http://192.168.1.7:11434/v1', 'https://'],
    ['http://localhost.evil.example/v1', 'https://'],
    ['http://127.evil.example/v1', 'https://'],
    ['ftp://localhost/v1', 'https://'],
    ['file:///etc/passwd', 'URL'],
    ['https://user:secret@example.com/v1', 'password'],
    ['https://secret@example.com/v1', 'password'],
    ['https://example.com/v1?key=secret', 'query'],
    ['https://example.com/v1#secret', 'fragment'],
    ['api.openai.com/v1', 'URL'],
    ['https://', 'URL'],
    ['https://models.github.ai/inference', 'shut down on 30 July 2026'],
    ['https://models.inference.ai.azure.com', 'shut down on 30 July 2026'],
  ])('S65 %s is refused with a sentence that shows no secret', (text, words) => {
    const refused = error(() => parseEndpoint(text));
    expect(refused.option).toBe('base-url');
    expect(refused.message).toContain(words);
    expect(refused.message).not.toContain('secret');
    expect(refused.advice).toMatch(/base-url/);
  });

  test('who bills, and who knows which parameter, follows from the host', () => {
    expect(parseEndpoint('https://api.openai.com/v1')).toMatchObject({ isOpenAI: true, isLocal: false });
    expect(parseEndpoint('https://eu.api.openai.com/v1')).toMatchObject({ isOpenAI: true });
    expect(parseEndpoint('https://api.openai.com.evil.example/v1')).toMatchObject({ isOpenAI: false });
    expect(parseEndpoint('https://10.0.0.4/v1')).toMatchObject({ isOpenAI: false, isLocal: true });
    expect(parseEndpoint('https://ollama.lan/v1')).toMatchObject({ isLocal: true });
  });
});

describe('the other options', () => {
  test('have defaults', () => {
    const settings = readSettings({ apiKey: ' sk-x\n' });
    expect(settings).toMatchObject({
      apiKey: 'sk-x',
      models: { file: 'gpt-6-sol', plan: 'gpt-6-sol' },
      idleTimeoutMs: 120_000,
      concurrency: 64,
      effort: null,
      temperature: null,
    });
  });

  test('the plan may have a model of its own', () => {
    const model = createModel({ apiKey: 'k', model: 'gpt-6-luna', planModel: 'gpt-6-astra' });
    expect([model.nameOf('plan'), model.nameOf('file')]).toEqual(['gpt-6-astra', 'gpt-6-luna']);
  });

  test.each<[string, Partial<ModelOptions>]>([
    ['api-key', { apiKey: null }],
    ['api-key', { apiKey: '  ' }],
    ['api-key', { apiKey: 'two words' }],
    ['api-key', { apiKey: 'kéy' }],
    ['model', { baseUrl: 'http://localhost:11434/v1' }],
    ['temperature', { temperature: 3 }],
    ['temperature', { temperature: Number.NaN }],
    ['concurrency', { concurrency: 0 }],
    ['concurrency', { concurrency: 1.5 }],
    ['max-output-tokens', { maxOutputTokens: -1 }],
    ['idle-timeout', { idleTimeoutMs: 0 }],
  ])('an error names %s', (option, options) => {
    const refused = error(() => createModel({ apiKey: 'key', ...options }));
    expect(refused.option).toBe(option);
    expect(refused.message).toContain(`\`${option}\``);
    expect(refused.message).not.toContain('two words');
  });

  test('a local endpoint needs no key', () => {
    const options = { apiKey: null, baseUrl: 'http://localhost:1/v1', model: 'm' };
    expect(readSettings(options).apiKey).toBeNull();
  });
});
