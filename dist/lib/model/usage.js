import { estimateTokenCount } from 'tokenx';
import { fields } from './failure.js';
import { costOf } from './prices.js';
/** Every chat template adds about so many tokens to a message. */
const TOKENS_PER_MESSAGE = 4;
const CHARACTERS_PER_TOKEN = 4;
/** No model reads or writes so many in one reply. */
const MOST_TOKENS = 100_000_000;
/**
 * Reads the `usage` of a chat completion, with the spellings of OpenAI, DeepSeek (`prompt_cache_hit_tokens`)
 * and Moonshot (`cached_tokens`). Null when there is none, or one that cannot be: a cap on
 * tokens or money would not hold by it.
 */
export function readUsage(value) {
    const usage = fields(value);
    const inputTokens = count(usage.prompt_tokens);
    const outputTokens = count(usage.completion_tokens);
    if (inputTokens === 0 || outputTokens === 0)
        return null;
    const details = fields(usage.prompt_tokens_details);
    const cached = count(details.cached_tokens ?? usage.prompt_cache_hit_tokens ?? usage.cached_tokens);
    const cachedTokens = Math.min(cached, inputTokens);
    const cacheWriteTokens = Math.min(count(details.cache_write_tokens), inputTokens - cachedTokens);
    return { inputTokens, cachedTokens, cacheWriteTokens, outputTokens };
}
/** What a server reported, with its cost. */
export function reportedUsage(usage, price) {
    return {
        inputTokens: usage.inputTokens,
        cachedTokens: usage.cachedTokens,
        outputTokens: usage.outputTokens,
        costUsd: price === null ? null : costOf(price, usage),
        estimated: false,
    };
}
/** The usage of a reply whose server reported none, counted by rule of thumb (within about 5 % on prose). */
export function estimatedUsage(messages, reply, price) {
    const input = messages.map(({ content }) => estimateTokenCount(content) + TOKENS_PER_MESSAGE);
    const usage = {
        inputTokens: input.reduce((sum, tokens) => sum + tokens, 0),
        cachedTokens: 0,
        cacheWriteTokens: 0,
        outputTokens: estimateTokenCount(reply.text) + Math.ceil(reply.reasoning / CHARACTERS_PER_TOKEN),
    };
    return { ...reportedUsage(usage, price), estimated: true };
}
function count(value) {
    return typeof value === 'number' && value > 0 && value < MOST_TOKENS ? Math.ceil(value) : 0;
}
