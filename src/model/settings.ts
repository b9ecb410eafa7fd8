import { setTimeout as delay } from 'node:timers/promises';
import { DEFAULT_BASE_URL, DEFAULT_MODEL, type Endpoint, parseEndpoint } from './endpoint.js';
import { InvalidOptionError } from './errors.js';

const DEFAULT_IDLE_TIMEOUT_MS = 120_000;
const DEFAULT_CONCURRENCY = 64;

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
/** Waits; rejects with the signal's reason when aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

export type ModelOptions = {
  /** Left out or null for an endpoint that wants no key. */
  readonly apiKey?: string | null | undefined;
  /** Default OpenAI's. `https`, or `http` on this machine. */
  readonly baseUrl?: string | undefined;
  /** Default `gpt-6-sol` at OpenAI; required elsewhere. */
  readonly model?: string | undefined;
  /** The model of the plan, where it is another than the files'. */
  readonly planModel?: string | undefined;
  /** Reasoning effort. Not sent unless set. */
  readonly effort?: string | undefined;
  /** 0 to 2. Not sent unless set: reasoning models refuse it. */
  readonly temperature?: number | undefined;
  /** Tokens of one reply at most. Not sent unless set. */
  readonly maxOutputTokens?: number | undefined;
  /** Milliseconds without a byte after which a reply is given up. Default 120,000. */
  readonly idleTimeoutMs?: number | undefined;
  /** Requests at the same time at most. Default 64. */
  readonly concurrency?: number | undefined;
  /** Routes requests that share a prefix to the same cache. Sent to OpenAI only. */
  readonly promptCacheKey?: string | undefined;
  readonly fetch?: Fetch | undefined;
  /** Milliseconds since the epoch. For tests, as are `sleep` and `random`. */
  readonly clock?: (() => number) | undefined;
  readonly sleep?: Sleep | undefined;
  /** A number from 0 (included) to 1 (excluded). */
  readonly random?: (() => number) | undefined;
};

/** Options with their defaults, checked. */
export type Settings = {
  readonly apiKey: string | null;
  readonly endpoint: Endpoint;
  readonly models: { readonly plan: string; readonly file: string };
  readonly effort: string | null;
  readonly temperature: number | null;
  readonly maxOutputTokens: number | null;
  readonly promptCacheKey: string | null;
  readonly idleTimeoutMs: number;
  readonly concurrency: number;
  readonly fetch: Fetch;
  readonly clock: () => number;
  readonly sleep: Sleep;
  readonly random: () => number;
};

/**
 * Checks options and fills in the defaults.
 *
 * @throws InvalidOptionError, whose message is a sentence for a person and never shows a key.
 */
export function readSettings(options: ModelOptions): Settings {
  const endpoint = parseEndpoint(options.baseUrl?.trim() || DEFAULT_BASE_URL);
  const file = options.model?.trim() || (endpoint.isOpenAI ? DEFAULT_MODEL : '');
  if (file === '') {
    throw new InvalidOptionError(
      'model',
      `\`model\` is empty, and only OpenAI's endpoint has a default (${DEFAULT_MODEL}).`,
      `Set \`model\` to a model that ${endpoint.host} offers.`,
    );
  }
  return {
    apiKey: readKey(options.apiKey, endpoint),
    endpoint,
    models: { file, plan: options.planModel?.trim() || file },
    effort: options.effort?.trim() || null,
    temperature: bounded('temperature', options.temperature, 0, 2),
    maxOutputTokens: whole('max-output-tokens', options.maxOutputTokens),
    promptCacheKey: options.promptCacheKey || null,
    idleTimeoutMs: bounded('idle-timeout', options.idleTimeoutMs, 1, 2 ** 31 - 1) ?? DEFAULT_IDLE_TIMEOUT_MS,
    concurrency: whole('concurrency', options.concurrency) ?? DEFAULT_CONCURRENCY,
    fetch: options.fetch ?? globalThis.fetch,
    clock: options.clock ?? Date.now,
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
  };
}

function readKey(apiKey: string | null | undefined, endpoint: Endpoint): string | null {
  const key = apiKey?.trim() ?? '';
  if (key === '' && endpoint.isOpenAI) {
    throw new InvalidOptionError(
      'api-key',
      '`api-key` is empty, and OpenAI answers nobody without one.',
      'Add the key as a secret of the repository and pass it as `api-key`, or set `base-url` to an endpoint without keys.',
    );
  }
  // A key that no header can carry would be quoted in the error of `fetch`.
  if (!/^[\x21-\x7e]*$/.test(key)) {
    throw new InvalidOptionError(
      'api-key',
      '`api-key` has a space, a line break or a character in it that no key has.',
    );
  }
  return key === '' ? null : key;
}

function bounded(option: string, value: number | undefined, least: number, most: number): number | null {
  if (value === undefined) return null;
  if (value >= least && value <= most) return value;
  throw new InvalidOptionError(option, `\`${option}\` must be a number from ${least} to ${most}.`);
}

function whole(option: string, value: number | undefined): number | null {
  if (value === undefined) return null;
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidOptionError(option, `\`${option}\` must be a whole number, 1 or more.`);
}

async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  try {
    await delay(ms, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    throw signal?.aborted ? signal.reason : error;
  }
}
