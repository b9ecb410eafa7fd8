import { setTimeout as delay } from 'node:timers/promises';
import { DEFAULT_BASE_URL, DEFAULT_MODEL, parseEndpoint } from './endpoint.js';
import { InvalidOptionError } from './errors.js';
const DEFAULT_IDLE_TIMEOUT_MS = 120_000;
const DEFAULT_CONCURRENCY = 64;
/**
 * Checks options and fills in the defaults.
 *
 * @throws InvalidOptionError, whose message is a sentence for a person and never shows a key.
 */
export function readSettings(options) {
    const endpoint = parseEndpoint(options.baseUrl?.trim() || DEFAULT_BASE_URL);
    const file = options.model?.trim() || (endpoint.isOpenAI ? DEFAULT_MODEL : '');
    if (file === '') {
        throw new InvalidOptionError('model', `\`model\` is empty, and only OpenAI's endpoint has a default (${DEFAULT_MODEL}).`, `Set \`model\` to a model that ${endpoint.host} offers.`);
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
function readKey(apiKey, endpoint) {
    const key = apiKey?.trim() ?? '';
    if (key === '' && endpoint.isOpenAI) {
        throw new InvalidOptionError('api-key', '`api-key` is empty, and OpenAI answers nobody without one.', 'Add the key as a secret of the repository and pass it as `api-key`, or set `base-url` to an endpoint without keys.');
    }
    // A key that no header can carry would be quoted in the error of `fetch`.
    if (!/^[\x21-\x7e]*$/.test(key)) {
        throw new InvalidOptionError('api-key', '`api-key` has a space, a line break or a character in it that no key has.');
    }
    return key === '' ? null : key;
}
function bounded(option, value, least, most) {
    if (value === undefined)
        return null;
    if (value >= least && value <= most)
        return value;
    throw new InvalidOptionError(option, `\`${option}\` must be a number from ${least} to ${most}.`);
}
function whole(option, value) {
    if (value === undefined)
        return null;
    if (Number.isSafeInteger(value) && value >= 1)
        return value;
    throw new InvalidOptionError(option, `\`${option}\` must be a whole number, 1 or more.`);
}
async function sleep(ms, signal) {
    try {
        await delay(ms, undefined, signal === undefined ? {} : { signal });
    }
    catch (error) {
        throw signal?.aborted ? signal.reason : error;
    }
}
