import { describe, expect, test } from 'vitest';
import { readArguments, readEndpoint } from '../../demo/arguments.js';

const NAMES = ['pong', 'poll'];
const ENDPOINT = { apiKey: 'sk-x', baseUrl: '', model: '' };

describe('the arguments of the demo', () => {
  test('the first app is played unless another is named', () => {
    expect(readArguments([], NAMES, undefined)).toMatchObject({ app: 'pong', once: false, record: false });
    expect(readArguments(['--app', 'poll', '--once'], NAMES, undefined)).toMatchObject({
      app: 'poll',
      once: true,
    });
  });

  test.each([
    [['--app', 'chess'], undefined, 'There is no app "chess". There are: pong, poll.'],
    [['--prompt', 'a clock'], undefined, /^--prompt needs a real endpoint: set OPENAI_API_KEY/],
    [['--record'], undefined, /^--record needs a real endpoint/],
    [['--prompt', ' '], ENDPOINT, '--prompt is empty.'],
    [['--prompt', 'a clock', '--app', 'poll'], ENDPOINT, 'Use --app or --prompt, not both.'],
    [['--prompt', 'a clock', '--record'], ENDPOINT, /^--record is for the issue of an app/],
    [['--fast'], undefined, /Unknown option '--fast'/],
  ])('%j is refused with a sentence', (args, endpoint, sentence) => {
    expect(() => readArguments(args, NAMES, endpoint)).toThrow(sentence);
  });

  test('one of your own words is taken where an endpoint answers', () => {
    expect(readArguments(['--prompt', 'a clock'], NAMES, ENDPOINT).prompt).toBe('a clock');
  });
});

test('a key or an address in the environment names a real endpoint', () => {
  expect(readEndpoint({})).toBeUndefined();
  expect(readEndpoint({ OPENAI_API_KEY: ' ', OPENAI_MODEL: 'm' })).toBeUndefined();
  expect(readEndpoint({ OPENAI_API_KEY: 'sk-x' })).toEqual(ENDPOINT);
  expect(readEndpoint({ OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'm' })).toEqual({
    apiKey: '',
    baseUrl: 'http://localhost:11434/v1',
    model: 'm',
  });
});
