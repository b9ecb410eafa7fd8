/** Adds up usages. The cost is null as soon as one part's is. */
export function addUsage(left, right) {
    return {
        inputTokens: left.inputTokens + right.inputTokens,
        cachedTokens: left.cachedTokens + right.cachedTokens,
        outputTokens: left.outputTokens + right.outputTokens,
        costUsd: left.costUsd === null || right.costUsd === null ? null : left.costUsd + right.costUsd,
        estimated: left.estimated || right.estimated,
    };
}
/** The usage of no call at all. */
export const NO_USAGE = {
    inputTokens: 0,
    cachedTokens: 0,
    outputTokens: 0,
    costUsd: 0,
    estimated: false,
};
