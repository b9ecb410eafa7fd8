import { briefOf, isEdited, readBasis, sourcesOf } from './basis.js';
import { countTokens } from './budget.js';
import { generateCode } from './code.js';
import { editCode } from './edit-code.js';
import { NotEditableError } from './errors.js';
import { specifyFilePaths } from './file-paths.js';
import { isDrawn } from './icon-path.js';
import { reasonOf } from './mend.js';
import { plan, planFromList, readPlan } from './plan.js';
import { fileMessages, planSince } from './prompts.js';
import { run } from './run.js';
import { readManifests, readOnce } from './sources.js';
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
export function develop(request, model) {
    return run(request, model, {
        plan: (stage) => makePlan(request, stage),
        prepare: (made, stage) => prepare(made, request, stage),
    });
}
async function makePlan(request, stage) {
    const { model, signal, emit } = stage;
    const rules = rulesOf(request, stage);
    const text = request.resume?.plan ?? (await streamPlan(request, stage));
    const read = readPlan(text, rules);
    if (!('unreadable' in read))
        return read;
    emit({ type: 'plan.list', reason: read.unreadable });
    const asked = { ...briefOf(request), plan: text, existing: request.existing };
    const { files } = await specifyFilePaths(asked, model, {
        signal,
        onRetry: (retry) => emit({ type: 'plan.retry', retry }),
    });
    return planFromList(text, files, rules);
}
function rulesOf({ existing }, { rules }) {
    return { ...rules, existing: existing?.paths };
}
async function streamPlan(request, { model, signal, emit }) {
    const brief = briefOf(request);
    const { existing, previous, images } = request;
    const repository = brief.isExisting ? existing?.shown : null;
    let isTold = false;
    const { text } = await plan({ ...brief, repository, previous, images }, model, {
        signal,
        onDelta: (delta) => emit({ type: 'plan.delta', text: delta }),
        onRetry: (retry) => emit({ type: 'plan.retry', retry }),
        onImagesUnseen: (count) => {
            if (!isTold)
                emit({ type: 'images.unseen', count });
            isTold = true;
        },
    });
    return text;
}
async function prepare(made, request, stage) {
    const read = readOnce(request.existing?.read ?? (async () => null));
    const basis = await readBasis(made, request, rulesOf(request, stage), read, stage.signal);
    assertAffordable(made, request, basis, stage);
    const around = await aroundOf(request, basis, read, stage.signal);
    return {
        make: maker(made, request, basis, read, stage),
        before: basis.present,
        resume: { plan: made.text, files: basis.kept },
        around,
        title: titleOf(made, request, around),
        mend: async (file, content, findings, options) => {
            const { path } = file;
            const uses = await sourcesOf(file, request, read, stage.signal);
            const plan = planSince(made.text, request.changes ?? []);
            const ask = { ...briefOf(request), plan, uses, refuseContent: request.refuseContent };
            const reason = reasonOf(findings);
            return editCode({ ...ask, file: { path, content }, reason }, stage.model, options);
        },
    };
}
/** What the app is called: where there was code before, the plan's title is what becomes different in it. */
function titleOf({ title }, { existing }, { before }) {
    if (existing === undefined || existing.paths.size === 0)
        return title;
    const [, name] = /"name"\s*:\s*"(?:@[^"/]*\/)?([^"]{1,100})"/.exec(before.get('package.json') ?? '') ?? [];
    return name ?? title;
}
/** What the checks know of the files that are there already. */
async function aroundOf({ existing }, { present }, read, signal) {
    const paths = existing?.paths ?? new Set();
    const manifests = await readManifests(paths, read, signal);
    return { before: new Map([...manifests, ...present]), paths, gone: new Set(), left: [], mayMend: null };
}
function maker(made, request, { edited }, read, { model, signal }) {
    const { previous, refuseContent } = request;
    return async (file, options) => {
        const { path, lines } = file;
        const uses = await sourcesOf(file, request, read, signal);
        const plan = planSince(made.text, request.changes ?? []);
        const ask = { ...briefOf(request), plan, lines, uses, refuseContent };
        if (!isEdited(file, request)) {
            const { content } = await generateCode({ ...ask, path }, model, options);
            return { content, kind: 'changed' };
        }
        const content = edited.get(path);
        if (content === undefined)
            throw new NotEditableError(path);
        const { kind, ...code } = await editCode({ ...ask, file: { path, content } }, model, options);
        // What an older plan came to may be nowhere but here.
        return { content: code.content, kind: previous?.files.has(path) ? 'changed' : kind };
    };
}
function assertAffordable(made, request, { kept, edited }, { model }) {
    const left = made.files.filter((file) => !kept.has(file.path) && !isDrawn(file));
    const messages = fileMessages(briefOf(request), '', '');
    const shared = messages.reduce((sum, message) => sum + countTokens(message.content), 0);
    const own = left.reduce((sum, { path }) => sum + countTokens(edited.get(path) ?? ''), 0);
    const each = left.length === 0 ? 0 : Math.ceil(own / left.length);
    model.assertAffordable({ ...made, files: left }, shared + each);
}
