import { estimateTokenCount } from 'tokenx';
import { addUsage, NO_USAGE } from '../model/port.js';
import { expectedTokens } from './code.js';
import { BudgetExceededError, PriceUnknownError } from './errors.js';
/** Tokens of a text, estimated (tokenx: about 5 % off for code and English). */
export function countTokens(text) {
    return estimateTokenCount(text);
}
/** Throws a PriceUnknownError where a cap on money could not be held, since the model's price is not known. */
function assertPriced(model, { maxCostUsd }) {
    if (maxCostUsd === null)
        return;
    for (const purpose of ['plan', 'file']) {
        if (model.cost(purpose, { inputTokens: 1, cachedTokens: 0, outputTokens: 1 }) !== null)
            continue;
        throw new PriceUnknownError(`The price of the model ${model.nameOf(purpose)} is not known.`);
    }
}
/**
 * Counts what a model uses and holds it to the caps. Each call is admitted by an estimate before it is made
 * and booked by its real usage after, so that calls at the same time cannot pass a cap together by more than
 * one estimate's error.
 *
 * @throws PriceUnknownError
 */
export function meter(model, caps, onUsage) {
    assertPriced(model, caps);
    const capped = caps.maxCostUsd !== null || caps.maxTotalTokens !== null;
    let spent = NO_USAGE;
    let reserved = { tokens: 0, costUsd: 0 };
    const assertFits = (next) => {
        const tokens = spent.inputTokens + spent.outputTokens + reserved.tokens + next.tokens;
        if (caps.maxTotalTokens !== null && tokens > caps.maxTotalTokens) {
            throw new BudgetExceededError(`It would take about ${tokens} tokens in all; max-total-tokens is ${caps.maxTotalTokens}.`);
        }
        const costUsd = (spent.costUsd ?? 0) + reserved.costUsd + next.costUsd;
        if (caps.maxCostUsd !== null && costUsd > caps.maxCostUsd) {
            throw new BudgetExceededError(`It would cost about $${costUsd.toFixed(2)} in all; max-cost-usd is ${caps.maxCostUsd}.`);
        }
    };
    const pay = (usage) => {
        spent = addUsage(spent, usage);
        onUsage(spent);
    };
    const book = async (call, make) => {
        const expected = capped ? estimateCall(model, call) : { tokens: 0, costUsd: 0 };
        if (capped)
            assertFits(expected);
        reserved = { tokens: reserved.tokens + expected.tokens, costUsd: reserved.costUsd + expected.costUsd };
        try {
            const result = await make({ ...call, onSpent: pay });
            pay(result.usage);
            return result;
        }
        finally {
            reserved = { tokens: reserved.tokens - expected.tokens, costUsd: reserved.costUsd - expected.costUsd };
        }
    };
    return {
        nameOf: (purpose) => model.nameOf(purpose),
        cost: (purpose, tokens) => model.cost(purpose, tokens),
        streamText: (request) => book(request, (call) => model.streamText(call)),
        object: (request) => book(request, (call) => model.object(call)),
        total: () => spent,
        assertAffordable: (plan, briefTokens) => {
            if (capped)
                assertFits(estimateFiles(model, plan, briefTokens));
        },
    };
}
function estimateCall(model, call) {
    const inputTokens = call.messages.reduce((sum, message) => sum + countTokens(message.content), 0);
    return estimate(model, call.purpose, inputTokens, call.expectedOutputTokens ?? 0);
}
function estimateFiles(model, plan, briefTokens) {
    const prefix = briefTokens + countTokens(plan.text);
    const output = plan.files.reduce((sum, file) => sum + expectedTokens(file.lines), 0);
    return estimate(model, 'file', prefix * plan.files.length, output);
}
/** Without the cache: an upper bound of the prompt's part. */
function estimate(model, purpose, inputTokens, outputTokens) {
    const costUsd = model.cost(purpose, { inputTokens, cachedTokens: 0, outputTokens });
    return { tokens: inputTokens + outputTokens, costUsd: costUsd ?? 0 };
}
