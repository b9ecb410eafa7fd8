import { parseArgs } from 'node:util';
import {
  DEFAULT_BASE_URL,
  DEFAULT_MODEL,
  type Endpoint as Place,
  parseEndpoint,
} from '../src/model/endpoint.js';
import { InvalidOptionError } from '../src/model/errors.js';

/** What the person at the terminal asked for. */
export type Arguments = {
  /** Name of a recorded app: a folder of `recordings/`. */
  readonly app: string;
  /** Their own words instead of a recorded app's issue. */
  readonly prompt: string | undefined;
  /** A review of the pull request follows, and the run that it starts. */
  readonly review: boolean;
  /** End when the run has ended, instead of serving its pages until Ctrl-C. */
  readonly once: boolean;
  /** Keep the endpoint's answers as the app's recording. */
  readonly record: boolean;
  readonly help: boolean;
};

/** A real endpoint, from the environment. */
export type Endpoint = {
  /** Empty for an endpoint on this machine that asks for none. */
  readonly apiKey: string;
  /** No slash at its end. */
  readonly baseUrl: string;
  readonly model: string;
  /** On this machine or in a private network: nobody bills for it. */
  readonly isLocal: boolean;
  /** The variables that made it the one who answers. */
  readonly setBy: readonly string[];
};

export const HELP = `npm run demo -- [options]

  --app NAME      the app to ask for: NAMES
  --review        then somebody reviews the pull request, and it is revised: REVIEWED
  --once          end when the run has ended
  --prompt TEXT   your own words; needs a real endpoint
  --record        keep the endpoint's answers as the recording of --app, or of its --review
  --help          show this

Without a key the answers are recorded ones. With OPENAI_API_KEY or
OPENAI_BASE_URL set (and OPENAI_MODEL, where the endpoint is not OpenAI's), a
real model answers, and whoever the key belongs to pays for it. With --review it
answers the review; the app is the recorded one, which the review is about.
`;

/** Variables of the environment that name a real endpoint, each alone or both together. */
const NAMING = ['OPENAI_API_KEY', 'OPENAI_BASE_URL'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

const variable = (env: Environment, name: string): string => env[name]?.trim() ?? '';

/**
 * Reads the arguments.
 *
 * @param apps the recorded ones, and those of them that a review is there for, the default first
 * @param env says whether a real endpoint answers
 * @throws Error with a sentence for the person, when they do not fit together
 */
export function readArguments(
  args: readonly string[],
  { names, reviewed }: { readonly names: readonly string[]; readonly reviewed: readonly string[] },
  env: Environment,
): Arguments {
  const { values } = parse(args);
  const { once, record, review, help, prompt } = values;
  const app = values.app ?? (review ? reviewed : names)[0] ?? '';
  if (help) return { app, prompt, once, record, review, help };
  if (!names.includes(app)) throw new Error(`There is no app "${app}". There are: ${names.join(', ')}.`);
  if (review && prompt !== undefined) {
    throw new Error('Use --review or --prompt, not both: a review is about the lines of a recorded app.');
  }
  if (review && !reviewed.includes(app)) {
    throw new Error(`There is no review of "${app}". There is one of: ${reviewed.join(', ')}.`);
  }
  if (prompt !== undefined && values.app !== undefined) throw new Error('Use --app or --prompt, not both.');
  if (prompt !== undefined && prompt.trim() === '') throw new Error('--prompt is empty.');
  const isLive = NAMING.some((name) => variable(env, name) !== '');
  if (!isLive && (prompt !== undefined || record)) {
    const option = record ? '--record' : '--prompt';
    throw new Error(
      `${option} needs a real endpoint: set OPENAI_API_KEY, or OPENAI_BASE_URL and\nOPENAI_MODEL. Recorded answers fit only the words that they were recorded for.`,
    );
  }
  if (record && prompt !== undefined) throw new Error('--record is for the issue of an app: use --app.');
  return { app, prompt, once, record, review, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        app: { type: 'string' },
        prompt: { type: 'string' },
        review: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    const [said = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new Error(`${said}. All options: npm run demo -- --help`, { cause: error });
  }
}

/**
 * The endpoint that the environment names, if any: with a key alone it is OpenAI's.
 *
 * @throws Error with a sentence for the person, when something is missing or cannot be an address
 */
export function readEndpoint(env: Environment): Endpoint | undefined {
  const setBy = NAMING.filter((name) => variable(env, name) !== '');
  if (setBy.length === 0) return undefined;
  const { baseUrl, isLocal, isOpenAI } = readPlace(variable(env, 'OPENAI_BASE_URL') || DEFAULT_BASE_URL);
  const apiKey = variable(env, 'OPENAI_API_KEY');
  const model = variable(env, 'OPENAI_MODEL') || (isOpenAI ? DEFAULT_MODEL : '');
  if (model === '') throw new Error(`OPENAI_MODEL is missing: which model of ${baseUrl}?`);
  if (apiKey === '' && !isLocal) throw new Error(`OPENAI_API_KEY is missing: the key for ${baseUrl}.`);
  return { apiKey, baseUrl, model, isLocal, setBy };
}

function readPlace(baseUrl: string): Place {
  try {
    return parseEndpoint(baseUrl);
  } catch (error) {
    if (!(error instanceof InvalidOptionError)) throw error;
    const said = error.message
      .replaceAll('`base-url`', 'OPENAI_BASE_URL')
      .replaceAll('`api-key`', 'OPENAI_API_KEY');
    throw new Error(said, { cause: error });
  }
}
