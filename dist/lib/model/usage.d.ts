import type { Message, Usage } from './port.js';
import { type Price } from './prices.js';
/** Token counts as a server reports them. */
export type ServerUsage = {
    readonly inputTokens: number;
    /** Part of `inputTokens`. */
    readonly cachedTokens: number;
    /** Part of `inputTokens` that was written to the cache, where that costs extra. */
    readonly cacheWriteTokens: number;
    readonly outputTokens: number;
};
/**
 * Reads the `usage` of a chat completion, with the spellings of OpenAI, DeepSeek (`prompt_cache_hit_tokens`)
 * and Moonshot (`cached_tokens`). Null when there is none, or one that cannot be: a cap on
 * tokens or money would not hold by it.
 */
export declare function readUsage(value: unknown): ServerUsage | null;
/** What a server reported, with its cost. */
export declare function reportedUsage(usage: ServerUsage, price: Price | null): Usage;
/** The usage of a reply whose server reported none, counted by rule of thumb (within about 5 % on prose). */
export declare function estimatedUsage(messages: readonly Message[], reply: {
    readonly text: string;
    readonly reasoning: number;
}, price: Price | null): Usage;
