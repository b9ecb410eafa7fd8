/** US dollars per million tokens. */
export type Price = {
    readonly provider: string;
    readonly input: number;
    readonly cached: number;
    /** Where a write to the cache costs other than plain input. */
    readonly cacheWrite?: number;
    readonly output: number;
};
/**
 * The price of a model; null when it is not known. A name may carry the provider before it or a date after
 * it; nothing else is guessed (`gpt-6-sol-mini` has no price).
 * The rates are those for prompts of usual length (up to about 200,000 tokens); longer ones cost more.
 *
 * @example priceOf('openai/gpt-6-sol-2026-10-01')?.output === 10
 */
export declare function priceOf(model: string): Price | null;
/** US dollars for so many tokens. Cached and cache-write tokens are parts of the input tokens. */
export declare function costOf(price: Price, tokens: {
    readonly inputTokens: number;
    readonly cachedTokens: number;
    readonly cacheWriteTokens?: number;
    readonly outputTokens: number;
}): number;
