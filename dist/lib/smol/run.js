import { meter } from './budget.js';
import { eventsOf } from './event-stream.js';
import { isDrawn } from './icon-path.js';
import { makeFiles } from './make-files.js';
import { checkAndMend } from './mend.js';
import { unmadeOf } from './unmade.js';
const DEFAULT_MAX_FILES = 100;
/** Plans, then makes the files of the plan; what happens comes as events, in order. */
export async function* run(request, model, steps) {
    const left = new AbortController();
    const signal = request.signal ? AbortSignal.any([request.signal, left.signal]) : left.signal;
    const limits = limitsOf(request);
    const { protectedPaths = [], refusePath, drawn } = request;
    const rules = { protectedPaths, maxFiles: limits.maxFiles, refusePath, drawn };
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
        const checked = yield* within(() => checkAndMend({ ...prepared, plan, files: made, found: request.resume?.found ?? [], signal, emit }));
        const texts = textsOf(prepared.around, checked.files);
        const drawn = new Map();
        for (const [path, content] of await drawingsOf(checked.plan, texts, prepared.title)) {
            drawn.set(path, content);
            yield { type: 'file.drawn', path, content };
        }
        const unmade = unmadeOf(checked.plan, texts, prepared.around.paths);
        const usage = stage.model.total();
        yield { type: 'done', result: { ...checked, drawn, unmade, failed, usage } };
    }
    finally {
        left.abort();
    }
}
/** The app as it is after the run, as far as its texts are known. */
function textsOf({ before, gone }, files) {
    return new Map([...before, ...files].filter(([path]) => !gone.has(path)));
}
/** What draws is loaded where there is something to draw. */
async function drawingsOf({ files }, texts, title) {
    if (!files.some(isDrawn))
        return [];
    const { drawIcons } = await import('./icons.js');
    return drawIcons(files, texts, title);
}
function limitsOf({ limits }) {
    return {
        maxFiles: limits?.maxFiles ?? DEFAULT_MAX_FILES,
        maxCostUsd: limits?.maxCostUsd ?? null,
        maxTotalTokens: limits?.maxTotalTokens ?? null,
        isAgreed: limits?.isAgreed ?? false,
    };
}
