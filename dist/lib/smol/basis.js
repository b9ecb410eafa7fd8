import { readPlan } from './plan.js';
import { comparePlans, filesToMake } from './plan-difference.js';
import { readSources, usedSources } from './sources.js';
/** What every call of a run begins with. */
export function briefOf({ prompt, instructions, existing }) {
    return { prompt, instructions, isExisting: (existing?.paths.size ?? 0) > 0 };
}
/** Whether a file is edited rather than written anew. */
export function isEdited({ path, action }, { previous }) {
    return action === 'change' || previous?.files.has(path) === true;
}
/** Finds what need not be made of a plan, and reads what is edited. What an older plan came to goes before the rest. */
export async function readBasis(plan, request, rules, read, signal) {
    const kept = new Map([...takenOver(plan, request, rules), ...(request.resume?.files ?? [])]);
    const changed = plan.files.filter(({ action }) => action === 'change');
    const bounds = { maxFiles: Number.POSITIVE_INFINITY, maxCharacters: Number.POSITIVE_INFINITY, signal };
    const present = await readSources(changed.map(({ path }) => path), read, bounds);
    return { kept, present, edited: new Map([...present, ...(request.previous?.files ?? [])]) };
}
/** Files of an older plan that the new one says the same of. */
function takenOver(plan, { previous }, rules) {
    if (previous === undefined)
        return new Map();
    const before = readPlan(previous.madeBy ?? previous.plan, { ...rules, maxFiles: Number.POSITIVE_INFINITY });
    if ('unreadable' in before)
        return new Map();
    const again = filesToMake(comparePlans(before, plan), before, plan, previous.files);
    const same = plan.files.filter(({ path }) => !again.has(path));
    return new Map(same.map(({ path }) => [path, previous.files.get(path) ?? '']));
}
/** The files that are there and that a file uses, as far as they can be shown with it. */
export function sourcesOf({ path, uses }, { existing }, read, signal) {
    const there = uses.filter((other) => other !== path && existing?.paths.has(other) === true);
    return usedSources(there, read, signal);
}
