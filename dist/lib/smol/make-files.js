import { setTimeout as delay } from 'node:timers/promises';
import { ModelError } from '../model/errors.js';
import { checkChange, checkContent } from './content.js';
import { TooLargeError } from './errors.js';
import { isIcon } from './icon-path.js';
/**
 * Files start at the first token of the longest one, when the provider's prompt cache holds what they all
 * share; or after this many milliseconds, so that a slow first token holds nobody up.
 */
const FAN_OUT_AFTER_MS = 1_500;
/** All files together: what a repository's API takes at once, with room for how it is written down. Characters. */
const MAX_TOTAL_CHARACTERS = 30_000_000;
/**
 * Makes all files of a plan at the same time, and takes over those of an earlier run. One that fails does not
 * stop the others, unless all would fail in the same way.
 */
export async function makeFiles(making) {
    const { plan, emit, signal } = making;
    const contents = new Map();
    const failures = new Map();
    const giveUp = new AbortController();
    let total = 0;
    const make = async (file, onFirstToken = () => { }) => {
        const { path } = file;
        try {
            const options = reporting(path, emit, onFirstToken);
            const asked = { ...options, signal: AbortSignal.any([signal, giveUp.signal]) };
            const { content, kind } = await making.make(file, asked);
            if (kind === 'unchanged')
                return emit({ type: 'file.unchanged', path });
            total += content.length;
            if (total > MAX_TOTAL_CHARACTERS)
                throw new TooLargeError('The files together are larger than 30 MB.');
            contents.set(path, content);
            emit({ type: 'file.done', path, content, reused: false });
        }
        catch (thrown) {
            const error = thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
            if (endsRun(error))
                giveUp.abort(error);
            failures.set(path, error);
            emit({ type: 'file.failed', path, error });
        }
    };
    const missing = takeOver(making, contents);
    await fanOut(longestFirst(missing), make);
    return inOrder(plan, contents, failures);
}
/** What a call for a file tells while it goes on, as events. */
export function reporting(path, emit, onFirstToken = () => { }) {
    let started = false;
    return {
        onStart: () => {
            if (!started)
                emit({ type: 'file.start', path });
            started = true;
        },
        onDelta: (text) => {
            onFirstToken();
            emit({ type: 'file.delta', path, text });
        },
        onRetry: (retry) => emit({ type: 'file.retry', path, retry }),
        onContinue: (attempt) => emit({ type: 'file.continue', path, attempt }),
    };
}
/**
 * Takes over what an earlier run made, held to the same rules: where it was kept, somebody else may have written.
 * Returns what is missing and asked of a model.
 */
function takeOver({ plan, before, resume, refuseContent, emit }, contents) {
    return plan.files.filter(({ path, action }) => {
        if (action === 'delete' || isIcon(path))
            return false;
        const earlier = resume?.files.get(path);
        if (earlier === undefined)
            return true;
        const old = before?.get(path);
        const checked = old === undefined
            ? checkContent(earlier, path, refuseContent)
            : checkChange(old, earlier, path, refuseContent);
        if (checked.kind !== 'ok')
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
function inOrder(plan, contents, failures) {
    const files = new Map();
    const failed = [];
    for (const { path } of plan.files) {
        const content = contents.get(path);
        const error = failures.get(path);
        if (content !== undefined)
            files.set(path, content);
        else if (error !== undefined)
            failed.push({ path, error });
    }
    return { files, failed };
}
