import { meter } from './budget.js';
import { eventsOf } from './event-stream.js';
import { makeFiles } from './make-files.js';
import { checkAndMend } from './mend.js';
const DEFAULT_MAX_FILES = 100;
/** Plans, then makes the files of the plan; what happens comes as events, in order. */
export async function* run(request, model, steps) {
    const left = new AbortController();
    const signal = request.signal ? AbortSignal.any([request.signal, left.signal]) : left.signal;
    const limits = limitsOf(request);
    const { protectedPaths = [], refusePath } = request;
    const rules = { protectedPaths, maxFiles: limits.maxFiles, refusePath };
    let report = () => { };
    const emit = (event) => report(event);
    const stage = {
        model: meter(model, limits, (usage) => emit({ type: 'usage', usage })),
        rules,
        signal,
        emit,
    };
    const within = (work) => eventsOf((listener) => {
        report = listener;
        return work();
    });
    try {
        yield { type: 'plan.start' };
        const plan = yield* within(() => steps.plan(stage));
        yield { type: 'plan.done', plan, reused: request.resume !== undefined };
        const prepared = yield* within(() => steps.prepare(plan, stage));
        const { files: made, failed } = yield* within(() => makeFiles({ ...request, ...prepared, plan, signal, emit }));
        const checked = yield* within(() => checkAndMend({ ...prepared, plan, files: made, signal, emit }));
        yield { type: 'done', result: { plan, ...checked, failed, usage: stage.model.total() } };
    }
    finally {
        left.abort();
    }
}
function limitsOf({ limits }) {
    return {
        maxFiles: limits?.maxFiles ?? DEFAULT_MAX_FILES,
        maxCostUsd: limits?.maxCostUsd ?? null,
        maxTotalTokens: limits?.maxTotalTokens ?? null,
        isAgreed: limits?.isAgreed ?? false,
    };
}
