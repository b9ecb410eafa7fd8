import { parseArgs } from 'node:util';

/** What the person at the terminal asked for. */
export type Arguments = {
  /** Name of a recorded app: a folder of `recordings/`. */
  readonly app: string;
  /** Their own words instead of a recorded app's issue. */
  readonly prompt: string | undefined;
  /** End when the run has ended, instead of serving its pages until Ctrl-C. */
  readonly once: boolean;
  /** Keep the endpoint's answers as the app's recording. */
  readonly record: boolean;
  readonly help: boolean;
};

/** A real endpoint, from the environment. */
export type Endpoint = {
  readonly apiKey: string;
  readonly baseUrl: string;
  /** Empty: the action's own choice, which only OpenAI's endpoint has. */
  readonly model: string;
};

export const HELP = `npm run demo -- [options]

  --app NAME      the app to ask for: NAMES
  --once          end when the run has ended
  --prompt TEXT   your own words; needs a real endpoint
  --record        keep the endpoint's answers as the recording of --app
  --help

Without a key the answers are recorded ones. With OPENAI_API_KEY or OPENAI_BASE_URL
set (and OPENAI_MODEL, where the endpoint is not OpenAI's), the real endpoint answers.
`;

/**
 * Reads the arguments.
 *
 * @param names the recorded apps, the first one being the default
 * @throws Error with a sentence for the person, when they do not fit together
 */
export function readArguments(
  args: readonly string[],
  names: readonly string[],
  endpoint: Endpoint | undefined,
): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      app: { type: 'string' },
      prompt: { type: 'string' },
      once: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const { once, record, help, prompt } = values;
  const app = values.app ?? names[0] ?? '';
  if (!names.includes(app)) throw new Error(`There is no app "${app}". There are: ${names.join(', ')}.`);
  if (prompt !== undefined && values.app !== undefined) throw new Error('Use --app or --prompt, not both.');
  if (prompt !== undefined && prompt.trim() === '') throw new Error('--prompt is empty.');
  if (endpoint === undefined && (prompt !== undefined || record)) {
    const option = record ? '--record' : '--prompt';
    throw new Error(
      `${option} needs a real endpoint: set OPENAI_API_KEY, or OPENAI_BASE_URL and OPENAI_MODEL. Recorded answers fit only the words that they were recorded for.`,
    );
  }
  if (record && prompt !== undefined) throw new Error('--record is for the issue of an app: use --app.');
  return { app, prompt, once, record, help };
}

/** The endpoint that the environment names, if any. */
export function readEndpoint(env: Readonly<Record<string, string | undefined>>): Endpoint | undefined {
  const value = (name: string) => env[name]?.trim() ?? '';
  const endpoint = {
    apiKey: value('OPENAI_API_KEY'),
    baseUrl: value('OPENAI_BASE_URL'),
    model: value('OPENAI_MODEL'),
  };
  return endpoint.apiKey === '' && endpoint.baseUrl === '' ? undefined : endpoint;
}
