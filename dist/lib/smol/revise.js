import { countTokens } from './budget.js';
import { changeFromList, readChange } from './change.js';
import { specifyChange } from './change-list.js';
import { generateCode } from './code.js';
import { checkChange } from './content.js';
import { findUsers, mayBeChanged } from './dependants.js';
import { editCode } from './edit-code.js';
import { NotEditableError } from './errors.js';
import { splitPlan } from './file-list.js';
import { isIcon } from './icon-path.js';
import { reasonOf } from './mend.js';
import { streamPlan } from './plan.js';
import { changeMessages, fileMessages, revisionPlan } from './prompts.js';
import { isCode, referencesOf } from './references.js';
import { run } from './run.js';
import { readManifests, readOnce, readSources, usedSources } from './sources.js';
/** Files of the app that are known to the checks of a change, and their characters in all. */
const MAX_CHECKED = 300;
const MAX_CHECKED_CHARACTERS = 2_000_000;
/**
 * Changes what a run came to, as the remarks of people ask for: plans the change, then makes and changes every file
 * of it at the same time. The events are those of `develop`; the plan in `plan.done` is that of the change, with a
 * reply to each remark. Files that use one which changes are looked at, too, although the plan does not name them.
 *
 * In the result, `files` holds what a file is to be by its new path. What is to be removed is in the plan: files
 * to `delete`, and the path that a renamed file was at before. Nothing that is set aside is written or removed.
 *
 * @throws as `develop`; ChangeUnreadableError instead of PlanUnreadableError.
 * @example
 * const remarks = [{ text: 'Sort by name, please.', where: null }];
 * for await (const event of revise({ prompt, plan, changes: [], remarks, existing }, model)) {
 *   if (event.type === 'file.done') await writeFile(event.path, event.content);
 * }
 */
export function revise(request, model) {
    const read = readOnce(request.existing.read);
    /** Path of a file that is not named → the file that it uses. */
    let users = new Map();
    return run(request, model, {
        plan: async (stage) => {
            const change = await planChange(request, stage);
            const found = await findUsers(change, request, read, stage);
            users = new Map(found.map(({ path, uses: [used = ''] }) => [path, used]));
            return { ...change, files: [...change.files, ...found] };
        },
        prepare: (change, stage) => prepare(change, users, request, read, stage),
    });
}
/** All calls of a revision know that there are files already. */
function briefOf({ prompt, instructions }) {
    return { prompt, instructions, isExisting: true };
}
async function planChange(request, stage) {
    const { model, signal, emit } = stage;
    const brief = briefOf(request);
    const onRetry = (retry) => emit({ type: 'plan.retry', retry });
    const ask = async () => {
        const onDelta = (text) => emit({ type: 'plan.delta', text });
        const messages = changeMessages(brief, request, request.existing.shown);
        return (await streamPlan(messages, model, { signal, onDelta, onRetry })).text;
    };
    const text = request.resume?.plan ?? (await ask());
    const rules = { ...stage.rules, existing: request.existing.paths };
    const change = readChange(text, request.remarks.length, rules);
    if (!('unreadable' in change))
        return change;
    emit({ type: 'plan.list', reason: change.unreadable });
    const list = await specifyChange({ ...request, ...brief, change: text }, model, { signal, onRetry });
    return changeFromList(text, list, rules);
}
async function prepare(change, users, request, read, stage) {
    const { model, signal } = stage;
    const { resume, existing, refuseContent } = request;
    const kept = change.files.filter(({ action }) => action === 'change' || action === 'rename');
    const unbounded = { maxFiles: Number.POSITIVE_INFINITY, maxCharacters: Number.POSITIVE_INFINITY, signal };
    const contents = await readSources(kept.map(placeOf), read, unbounded);
    const plan = revisionPlan(request, change.text);
    const brief = briefOf(request);
    const missing = change.files.filter(({ path, action }) => action !== 'delete' && !resume?.files.has(path) && !isIcon(path));
    assertAffordable(missing, contents, fileMessages(brief, plan, ''), change, stage);
    const named = change.files.filter(({ path }) => !users.has(path));
    const moving = new Set(named.flatMap(({ path, from }) => [path, from ?? path]));
    const make = async (file, options) => {
        const { path, action, lines } = file;
        const content = contents.get(placeOf(file));
        const names = new Set([...file.uses, ...referencesOf(placeOf(file), content ?? '', existing.paths)]);
        names.delete(path);
        // Whoever is only looked at is shown what becomes different, and nothing else of what it uses.
        const shown = [...names].filter((name) => existing.paths.has(name) && (!users.has(path) || moving.has(name)));
        const uses = await usedSources(shown, read, signal);
        const ask = { ...brief, plan, lines, uses, refuseContent };
        if (action === 'add')
            return { ...(await generateCode({ ...ask, path }, model, options)), kind: 'changed' };
        if (content === undefined)
            throw new NotEditableError(path);
        const used = users.get(path);
        const reason = used === undefined ? { kind: 'change' } : { kind: 'use', path: used };
        const edited = await editCode({ ...ask, file: { path, content }, reason }, model, options);
        // A file that is only renamed is written at its new path.
        return action === 'rename' ? { ...edited, kind: 'changed' } : edited;
    };
    const planned = new Set(change.files.map(({ path }) => path));
    const mend = async ({ path }, content, findings, options) => {
        // An earlier run mended it, and the plan does not have it.
        const earlier = planned.has(path) ? undefined : resume?.files.get(path);
        const checked = earlier === undefined ? null : checkChange(content, earlier, path, refuseContent);
        if (checked?.kind === 'ok' && checked.content !== content)
            return { kind: 'changed', content: checked.content };
        const ask = { ...brief, plan, refuseContent };
        return editCode({ ...ask, file: { path, content }, reason: reasonOf(findings) }, model, options);
    };
    const before = new Map(kept.flatMap((file) => {
        const content = contents.get(placeOf(file));
        return content === undefined ? [] : [[file.path, content]];
    }));
    const { title } = splitPlan(request.plan);
    const around = await aroundOf(change, contents, request, read, stage);
    return { make, before, around, mend, title };
}
/** What the checks know of the app: all of it that may be read, as it stood before. */
async function aroundOf({ files }, contents, { existing, left = [] }, read, { rules, signal }) {
    const bounds = { maxFiles: MAX_CHECKED, maxCharacters: MAX_CHECKED_CHARACTERS, signal };
    const readable = [...existing.paths].filter((path) => isCode(path));
    const others = await readSources(readable, read, bounds);
    const manifests = await readManifests(existing.paths, read, signal);
    const gone = files.flatMap(({ path, from, action }) => (action === 'delete' ? [path] : (from ?? [])));
    return {
        before: new Map([...manifests, ...others, ...contents]),
        paths: existing.paths,
        gone: new Set(gone),
        left,
        mayMend: (path) => existing.paths.has(path) && mayBeChanged(path, rules),
    };
}
/** Where a file stands before the change. */
function placeOf({ path, from }) {
    return from ?? path;
}
function assertAffordable(files, contents, messages, change, { model }) {
    const shared = messages.reduce((sum, { content }) => sum + countTokens(content), 0);
    const own = files.reduce((sum, file) => sum + countTokens(contents.get(placeOf(file)) ?? ''), 0);
    const each = files.length === 0 ? 0 : Math.ceil(own / files.length);
    model.assertAffordable({ ...change, text: '', files }, shared + each);
}
