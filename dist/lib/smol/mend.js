import { sameFinding } from '../check/finding.js';
import { concerned, contentOf, look, lookBefore } from './look.js';
import { reporting } from './make-files.js';
/** Findings are given back to the model so often at most. */
const MAX_ROUNDS = 2;
/** Findings of one file that its writer is told of: who mends the first ones mends most. */
const MAX_TOLD = 20;
/**
 * Checks files as a set, and has those with errors mended by whoever wrote them: only those, at the same time, at most
 * twice. A round after which there are more errors than before is thrown away; a file that cannot be mended stays as
 * it is.
 */
export async function checkAndMend(mending) {
    const { emit, plan, around } = mending;
    let { files } = mending;
    const own = concerned(mending, files);
    // Of files that nobody looks at now.
    const stays = around.left.filter(({ path }) => !own.has(path) && !around.gone.has(path));
    if (own.size === 0 && around.gone.size === 0) {
        return { plan, files, checks: { ...NOTHING_CHECKED, found: stays, left: stays } };
    }
    const known = [...(await lookBefore(mending, files)), ...stays];
    let now = await look(mending, files, known);
    let seen = joined(mending.found.filter(({ path }) => own.has(path)), now.findings);
    let unmended = null;
    emit({ type: 'check', round: 0, findings: now.findings });
    for (let round = 1; round <= MAX_ROUNDS && countErrors(now.findings) > 0; round += 1) {
        const { asked, mended, failure } = await mendAll(mending, files, now.findings);
        unmended = failure;
        const next = new Map([...files, ...mended]);
        const after = mended.size === 0 ? now : await look(mending, next, known);
        const isWorse = countErrors(after.findings) > countErrors(now.findings);
        if (!isWorse)
            [files, now] = [next, after];
        // What is shown and kept is what counts.
        for (const path of asked) {
            emit({ type: 'file.done', path, content: contentOf(mending, files, path) ?? '', reused: false });
        }
        if (isWorse)
            unmended = 'What the model made of it was worse, and is not taken.';
        if (isWorse || mended.size === 0)
            break;
        emit({ type: 'check', round, findings: now.findings });
        seen = joined(seen, now.findings);
    }
    const { looked, skipped, findings } = now;
    const reason = countErrors(findings) === 0 ? null : unmended;
    return {
        ...inPlan(mending, files),
        checks: { found: [...seen, ...stays], left: [...findings, ...stays], looked, skipped, unmended: reason },
    };
}
/** Findings of two looks, each once. */
function joined(first, second) {
    return [...first, ...second.filter((one) => !first.some((other) => sameFinding(one, other)))];
}
/** The plan with the files that were mended besides those that it names, and all files in its order. */
function inPlan({ plan, files: made }, files) {
    const named = new Set([...made.keys(), ...plan.files.map(({ path }) => path)]);
    const others = [...files.keys()].filter((path) => !named.has(path)).map(otherFile);
    const all = [...plan.files, ...others];
    const inOrder = all.flatMap(({ path }) => {
        const content = files.get(path);
        return content === undefined ? [] : [[path, content]];
    });
    return { plan: others.length === 0 ? plan : { ...plan, files: all }, files: new Map(inOrder) };
}
/** A file that the plan does not name. */
function otherFile(path) {
    const description = 'is brought in line with what changes';
    return { path, lines: null, description, uses: [], action: 'change', from: null, setAside: null };
}
const NOTHING_CHECKED = { found: [], left: [], looked: new Map(), skipped: [], unmended: null };
/** What is told to whoever mends a file. */
export function reasonOf(findings) {
    return {
        kind: 'check',
        findings: findings.map(({ line, message, offers }) => {
            const place = line === null ? '' : `Line ${line}: `;
            return `${place}${message}${offers === null ? '' : ` ${offers}`}`;
        }),
    };
}
/** How many of them are errors. */
export function countErrors(findings) {
    return findings.filter(({ severity }) => severity === 'error').length;
}
async function mendAll(mending, files, findings) {
    const { mend, emit, signal } = mending;
    const mended = new Map();
    let failure = null;
    const mendOne = async (file) => {
        const { path } = file;
        const own = findings.filter((finding) => finding.path === path);
        emit({ type: 'repair', path, file, findings: own });
        try {
            signal.throwIfAborted();
            const options = { ...reporting(path, emit), signal };
            const content = contentOf(mending, files, path) ?? '';
            const made = await mend(file, content, own.slice(0, MAX_TOLD), options);
            if (made.kind === 'changed')
                mended.set(path, made.content);
        }
        catch (thrown) {
            // The file that there is can be read by a person; what is wrong with it is said.
            failure ??= sentenceOf(thrown);
        }
    };
    const wrong = toMend(mending, files, findings);
    await Promise.all(wrong.map(mendOne));
    return { asked: wrong.map(({ path }) => path), mended, failure };
}
function sentenceOf(thrown) {
    return thrown instanceof Error && thrown.message !== '' ? thrown.message : 'The model could not be asked.';
}
/** Files with errors: those of the plan, and those that it has broken where they may be changed. */
function toMend(mending, files, findings) {
    const { plan, around } = mending;
    const wrong = new Set(findings.filter(({ severity }) => severity === 'error').map(({ path }) => path));
    const own = concerned(mending, files);
    const planned = plan.files.filter(({ path }) => own.has(path) && wrong.has(path));
    const others = [...wrong].filter((path) => {
        const isThere = !own.has(path) && contentOf(mending, files, path) !== undefined;
        return isThere && around.mayMend?.(path) === true;
    });
    return [...planned, ...others.map(otherFile)];
}
