import table from './prices.json' with { type: 'json' };
/** How model names are prefixed where several providers are offered, and whose price counts. */
const PREFIXES = new Map([
    ['openai', 'openai'],
    ['anthropic', 'anthropic'],
    ['google', 'google'],
    ['models', 'google'],
    ['x-ai', 'x-ai'],
    ['mistralai', 'mistral'],
    ['mistral', 'mistral'],
]);
const DATE = /-(\d{4}-\d{2}-\d{2}|\d{8})$/;
const PRICES = new Map(Object.entries(table).map(([model, price]) => [dashed(model), price]));
/**
 * The price of a model; null when it is not known. A name may carry the provider before it or a date after
 * it; nothing else is guessed (`gpt-6-sol-mini` has no price).
 * The rates are those for prompts of usual length (up to about 200,000 tokens); longer ones cost more.
 *
 * @example priceOf('openai/gpt-6-sol-2026-10-01')?.output === 10
 */
export function priceOf(model) {
    const [name = '', prefix, ...more] = model.trim().toLowerCase().split('/').reverse();
    if (more.length > 0)
        return null;
    const price = PRICES.get(dashed(name)) ?? PRICES.get(dashed(name.replace(DATE, '')));
    if (price === undefined)
        return null;
    return prefix === undefined || PREFIXES.get(prefix) === price.provider ? price : null;
}
/** US dollars for so many tokens. Cached and cache-write tokens are parts of the input tokens. */
export function costOf(price, tokens) {
    const written = tokens.cacheWriteTokens ?? 0;
    const plain = tokens.inputTokens - tokens.cachedTokens - written;
    const millionths = plain * price.input +
        tokens.cachedTokens * price.cached +
        written * (price.cacheWrite ?? price.input) +
        tokens.outputTokens * price.output;
    return millionths / 1_000_000;
}
/** `gpt-5.4` and `gpt-5-4` are the same model. */
function dashed(name) {
    return name.replaceAll('.', '-');
}
