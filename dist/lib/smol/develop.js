import { setTimeout as delay } from 'node:timers/promises';
import { ModelError } from '../model/errors.js';
import { countTokens, meter } from './budget.js';
import { generateCode } from './code.js';
import { checkContent } from './content.js';
import { TooLargeError } from './errors.js';
import { eventsOf } from './event-stream.js';
import { specifyFilePaths } from './file-paths.js';
import { plan, planFromList, readPlan } from './plan.js';
import { fileMessages } from './prompts.js';
/**
 * Files start at the first token of the longest one, when the provider's prompt cache holds what they all
 * share; or after this many milliseconds, so that a slow first token holds nobody up.
 */
const FAN_OUT_AFTER_MS = 1_500;
const DEFAULT_MAX_FILES = 100;
/** All files together: what a repository's API takes at once, with room for how it is written down. Characters. */
const MAX_TOTAL_CHARACTERS = 30_000_000;
/**
 * Develops an app: plans it, then makes every file at the same time. What happens comes as events, in order;
 * nothing is spent beyond the event that the reader has asked for, so that a reader may stop after
 * `plan.done` by leaving the loop, which aborts whatever runs.
 *
 * A file that fails does not stop the others: it comes as `file.failed`, and stands in `failed` of the last
 * event, `done`.
 *
 * @throws PriceUnknownError before anything is spent; ModelError, TruncatedError, PlanUnreadableError,
 *   TooManyFilesError, BudgetExceededError or the signal's reason until the files begin.
 * @example
 * for await (const event of develop({ prompt: 'a Tic Tac Toe game' }, model)) {
 *   if (event.type === 'file.done') await writeFile(event.path, event.content);
 * }
 */
export async function* develop(request, model) {
    const left = new AbortController();
    const signal = request.signal ? AbortSignal.any([request.signal, left.signal]) : left.signal;
    const limits = {
        maxFiles: request.limits?.maxFiles ?? DEFAULT_MAX_FILES,
        maxCostUsd: request.limits?.maxCostUsd ?? null,
        maxTotalTokens: request.limits?.maxTotalTokens ?? null,
    };
    const { protectedPaths = [], refusePath } = request;
    const rules = { protectedPaths, maxFiles: limits.maxFiles, refusePath };
    let emit = () => { };
    const metered = meter(model, limits, (usage) => emit({ type: 'usage', usage }));
    const within = (work) => eventsOf((report) => {
        emit = report;
        return work();
    });
    try {
        yield { type: 'plan.start' };
        const made = yield* within(() => makePlan(request, metered, rules, signal, (event) => emit(event)));
        yield { type: 'plan.done', plan: made, reused: request.resume !== undefined };
        assertAffordable(metered, request, made);
        const outcome = yield* within(() => makeFiles(request, made, metered, signal, (event) => emit(event)));
        yield { type: 'done', result: { plan: made, ...outcome, usage: metered.total() } };
    }
    finally {
        left.abort();
    }
}
async function makePlan(request, model, rules, signal, emit) {
    const text = request.resume?.plan ?? (await streamPlan(request, model, signal, emit));
    const read = readPlan(text, rules);
    if (!('unreadable' in read))
        return read;
    emit({ type: 'plan.list', reason: read.unreadable });
    const { files } = await specifyFilePaths({ ...request, plan: text }, model, {
        signal,
        onRetry: (retry) => emit({ type: 'plan.retry', retry }),
    });
    return planFromList(text, files, rules);
}
async function streamPlan(request, model, signal, emit) {
    const { text } = await plan(request, model, {
        signal,
        onDelta: (delta) => emit({ type: 'plan.delta', text: delta }),
        onRetry: (retry) => emit({ type: 'plan.retry', retry }),
    });
    return text;
}
function assertAffordable(model, request, made) {
    const left = made.files.filter((file) => !request.resume?.files.has(file.path));
    const brief = fileMessages(request, '', '').reduce((sum, message) => sum + countTokens(message.content), 0);
    model.assertAffordable({ ...made, files: left }, brief);
}
async function makeFiles(request, made, model, signal, emit) {
    const contents = new Map();
    const failures = new Map();
    const giveUp = new AbortController();
    let total = 0;
    const make = async (file, onFirstToken = () => { }) => {
        let started = false;
        const start = () => {
            if (!started)
                emit({ type: 'file.start', path: file.path });
            started = true;
        };
        try {
            const ask = { ...request, plan: made.text, path: file.path, lines: file.lines };
            const { content } = await generateCode(ask, model, {
                signal: AbortSignal.any([signal, giveUp.signal]),
                onStart: start,
                onDelta: (text) => {
                    onFirstToken();
                    emit({ type: 'file.delta', path: file.path, text });
                },
                onRetry: (retry) => emit({ type: 'file.retry', path: file.path, retry }),
                onContinue: (attempt) => emit({ type: 'file.continue', path: file.path, attempt }),
            });
            total += content.length;
            if (total > MAX_TOTAL_CHARACTERS)
                throw new TooLargeError('The files together are larger than 30 MB.');
            contents.set(file.path, content);
            emit({ type: 'file.done', path: file.path, content, reused: false });
        }
        catch (thrown) {
            const error = thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
            if (endsRun(error))
                giveUp.abort(error);
            failures.set(file.path, error);
            emit({ type: 'file.failed', path: file.path, error });
        }
    };
    const missing = takeOver(made, request, contents, emit);
    await fanOut(longestFirst(missing), make);
    return inOrder(made, contents, failures);
}
/**
 * Takes over what an earlier run made, held to the same rules: where it was kept, somebody else may have written.
 * Returns what is missing.
 */
function takeOver(made, { resume, refuseContent }, contents, emit) {
    return made.files.filter(({ path }) => {
        const earlier = resume?.files.get(path);
        const checked = earlier === undefined ? null : checkContent(earlier, path, refuseContent);
        if (checked?.kind !== 'ok')
            return true;
        contents.set(path, checked.content);
        emit({ type: 'file.done', path, content: checked.content, reused: true });
        return false;
    });
}
/** Whether the files that are not made yet would fail in the same way. */
function endsRun(error) {
    return error instanceof TooLargeError || (error instanceof ModelError && error.endsRun);
}
/** The longest file decides the end, so it goes first; files of unknown length count as middling. */
function longestFirst(files) {
    const known = files.flatMap((file) => file.lines ?? []).sort((a, b) => a - b);
    const middling = known[Math.floor(known.length / 2)] ?? 0;
    return [...files].sort((a, b) => (b.lines ?? middling) - (a.lines ?? middling));
}
async function fanOut(files, make) {
    const [first, ...rest] = files;
    if (first === undefined)
        return;
    const warm = Promise.withResolvers();
    const leader = make(first, warm.resolve).finally(warm.resolve);
    const timer = new AbortController();
    await Promise.race([
        warm.promise,
        delay(FAN_OUT_AFTER_MS, undefined, { signal: timer.signal }).catch(() => { }),
    ]);
    timer.abort();
    await Promise.all([leader, ...rest.map((file) => make(file))]);
}
function inOrder(made, contents, failures) {
    const files = new Map();
    const failed = [];
    for (const { path } of made.files) {
        const content = contents.get(path);
        const error = failures.get(path);
        if (content !== undefined)
            files.set(path, content);
        else if (error !== undefined)
            failed.push({ path, error });
    }
    return { files, failed };
}
