import { estimateTokenCount } from 'tokenx';
import { addUsage, NO_USAGE, } from '../model/port.js';
import { briefOf, isEdited, readBasis, sourcesOf } from './basis.js';
import { expectedTokens } from './code.js';
import { expectedEditTokens } from './edit-code.js';
import { BudgetExceededError, PriceUnknownError } from './errors.js';
import { isDrawn } from './icon-path.js';
import { editMessages, fileMessages } from './prompts.js';
import { readOnce } from './sources.js';
/**
 * A file's length is the planner's guess: of the 48 files of three recorded plans none took more than 1.8 times what
 * was expected. The rest is for a reply that is asked for once more.
 */
const TIMES_EXPECTED = 3;
/** Of the files at most one in so many is mended within a quote: of the recorded apps none needed more. */
const FILES_PER_REPAIR = 4;
/** Of one picture, about: the servers count by its size. */
const IMAGE_TOKENS = 1_500;
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
    const nameOf = (input) => (caps.isAgreed ? 'what was agreed to is' : `${input} is`);
    const capped = caps.maxCostUsd !== null || caps.maxTotalTokens !== null;
    let spent = NO_USAGE;
    let reserved = { tokens: 0, costUsd: 0 };
    const assertFits = (next) => {
        const tokens = spent.inputTokens + spent.outputTokens + reserved.tokens + next.tokens;
        if (caps.maxTotalTokens !== null && tokens > caps.maxTotalTokens) {
            throw new BudgetExceededError(`It would take about ${tokens} tokens in all; ${nameOf('max-total-tokens')} ${caps.maxTotalTokens}.`);
        }
        const costUsd = (spent.costUsd ?? 0) + reserved.costUsd + next.costUsd;
        if (caps.maxCostUsd !== null && costUsd > caps.maxCostUsd) {
            throw new BudgetExceededError(`It would cost about $${costUsd.toFixed(2)} in all; ${nameOf('max-cost-usd')} ${caps.maxCostUsd}.`);
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
/**
 * An upper bound of what making the files of a plan takes, for a person to decide by: the input of every call
 * without the cache, and three times the expected output; and the repair of the longest files, one in four. Files that
 * are kept from earlier count nothing. A run whose limits are the quote's is held to it.
 */
export async function quoteOf(model, request, plan) {
    const { existing, protectedPaths = [], refusePath, signal = new AbortController().signal } = request;
    const rules = { protectedPaths, refusePath, maxFiles: plan.files.length, existing: existing?.paths };
    const read = readOnce(existing?.read ?? (async () => null));
    const { kept, edited } = await readBasis(plan, request, rules, read, signal);
    const brief = briefOf(request);
    const calls = [];
    for (const file of plan.files.filter((each) => !kept.has(each.path) && !isDrawn(each))) {
        const uses = await sourcesOf(file, request, read, signal);
        const content = isEdited(file, request) ? (edited.get(file.path) ?? '') : null;
        const { path } = file;
        const messages = content === null
            ? fileMessages(brief, plan.text, path, uses)
            : editMessages(brief, plan.text, { path, content }, { uses });
        const whole = content === null ? expectedTokens(file.lines) : countTokens(content);
        calls.push({ input: countMessages(messages), output: mostOutput(file, content), whole });
    }
    // A repair shows the file, and may write it anew.
    const repairs = [...calls]
        .sort((a, b) => b.input + 2 * b.whole - (a.input + 2 * a.whole))
        .slice(0, Math.ceil(calls.length / FILES_PER_REPAIR))
        .map(({ input, whole }) => ({ input: input + whole, output: whole }));
    const all = [...calls, ...repairs];
    const inputTokens = all.reduce((sum, { input }) => sum + input, 0);
    const outputTokens = all.reduce((sum, { output }) => sum + output, 0);
    return {
        tokens: inputTokens + outputTokens,
        costUsd: model.cost('file', { inputTokens, cachedTokens: 0, outputTokens }),
    };
}
/** Edits are never longer than the whole file would be. @param content of a file that is edited; else null. */
function mostOutput(file, content) {
    if (content === null)
        return TIMES_EXPECTED * expectedTokens(file.lines);
    const whole = countTokens(content) + expectedTokens(file.lines);
    return Math.min(TIMES_EXPECTED * expectedEditTokens(file.lines, content), whole);
}
function countMessages(messages) {
    return messages.reduce((sum, { content, images = [] }) => sum + countTokens(content) + images.length * IMAGE_TOKENS, 0);
}
function estimateCall(model, call) {
    const inputTokens = countMessages(call.messages);
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
