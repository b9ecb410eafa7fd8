import { describe, expect, test } from 'vitest';
import { readArguments, readEndpoint } from '../../demo/arguments.js';

const NAMES = { names: ['pong', 'poll'], reviewed: ['poll'] };
const NONE = {};
const KEY = { OPENAI_API_KEY: 'sk-x' };

describe('the arguments of the demo', () => {
  test('the first app is played unless another is named', () => {
    expect(readArguments([], NAMES, NONE)).toMatchObject({ app: 'pong', once: false, record: false });
    expect(readArguments(['--app', 'poll', '--once'], NAMES, NONE)).toMatchObject({
      app: 'poll',
      once: true,
    });
  });

  test('with a review it is the first app that has one', () => {
    expect(readArguments(['--review'], NAMES, NONE)).toMatchObject({ app: 'poll', review: true });
    expect(readArguments(['--review', '--app', 'poll', '--record'], NAMES, KEY)).toMatchObject({
      ...{ app: 'poll', review: true, record: true },
    });
    expect(readArguments([], NAMES, NONE).review).toBe(false);
  });

  test.each([
    [['--app', 'chess'], NONE, 'There is no app "chess". There are: pong, poll.'],
    [['--prompt', 'a clock'], NONE, /^--prompt needs a real endpoint: set OPENAI_API_KEY/],
    [['--record'], { OPENAI_MODEL: 'm' }, /^--record needs a real endpoint/],
    [['--prompt', ' '], KEY, '--prompt is empty.'],
    [['--prompt', 'a clock', '--app', 'poll'], KEY, 'Use --app or --prompt, not both.'],
    [['--prompt', 'a clock', '--record'], KEY, /^--record is for the issue of an app/],
    [['--review', '--app', 'pong'], NONE, 'There is no review of "pong". There is one of: poll.'],
    [['--review', '--prompt', 'a clock'], KEY, /^Use --review or --prompt, not both/],
    [['--review', '--record'], NONE, /^--record needs a real endpoint/],
    [['--fast'], NONE, "Unknown option '--fast'. All options: npm run demo -- --help"],
    [['fast'], NONE, "Unexpected argument 'fast'. All options: npm run demo -- --help"],
  ])('%j is refused with a sentence', (args, env, sentence) => {
    expect(() => readArguments(args, NAMES, env)).toThrow(sentence);
  });

  test('one of your own words is taken where an endpoint answers', () => {
    expect(readArguments(['--prompt', 'a clock'], NAMES, KEY).prompt).toBe('a clock');
  });

  test('help is there for everyone', () => {
    expect(readArguments(['-h', '--record'], NAMES, NONE).help).toBe(true);
  });
});

describe('the endpoint of the environment', () => {
  test('without a key and an address there is none', () => {
    expect(readEndpoint({})).toBeUndefined();
    expect(readEndpoint({ OPENAI_API_KEY: ' ', OPENAI_MODEL: 'm' })).toBeUndefined();
  });

  test('a key alone means OpenAI and the model that the action takes there', () => {
    expect(readEndpoint(KEY)).toEqual({
      ...{ apiKey: 'sk-x', baseUrl: 'https://api.openai.com/v1', model: 'gpt-6-sol', isLocal: false },
      setBy: ['OPENAI_API_KEY'],
    });
  });

  test('an endpoint on this machine needs no key, and its address is read as the action reads it', () => {
    const env = { OPENAI_BASE_URL: 'http://localhost:11434/v1/', OPENAI_MODEL: 'm' };
    expect(readEndpoint(env)).toEqual({
      ...{ apiKey: '', baseUrl: 'http://localhost:11434/v1', model: 'm', isLocal: true },
      setBy: ['OPENAI_BASE_URL'],
    });
  });

  test.each([
    [{ OPENAI_BASE_URL: 'nonsense' }, 'OPENAI_BASE_URL is not a URL, such as https://api.openai.com/v1.'],
    [
      { OPENAI_BASE_URL: 'http://example.com/v1', OPENAI_MODEL: 'm' },
      /^OPENAI_BASE_URL must begin with https/,
    ],
    [
      { OPENAI_BASE_URL: 'http://localhost:1/v1' },
      'OPENAI_MODEL is missing: which model of http://localhost:1/v1?',
    ],
    [
      { OPENAI_BASE_URL: 'https://example.com/v1', OPENAI_MODEL: 'm' },
      'OPENAI_API_KEY is missing: the key for https://example.com/v1.',
    ],
  ])('%j is refused with a sentence that names the variable', (env, sentence) => {
    expect(() => readEndpoint(env)).toThrow(sentence);
  });
});
