import { check } from '../check/check.js';
import { sameFinding } from '../check/finding.js';
import { isBinary } from './paths.js';
/** A file as it was made, or as it stands where it was looked at and left alone. */
export function contentOf({ around }, files, path) {
    return files.get(path) ?? around.before.get(path);
}
/** The files whose findings are this run's concern: those of the plan that there are. */
export function concerned(looked, files) {
    const { plan, around } = looked;
    const paths = plan.files.map(({ path }) => path).filter((path) => !around.gone.has(path));
    return new Set(paths.filter((path) => contentOf(looked, files, path) !== undefined));
}
/** What was found in the files before they were changed: none of it is what the change brought. */
export async function lookBefore(looked, files) {
    const { before, paths, left, mayMend } = looked.around;
    if (before.size === 0)
        return [];
    const others = new Set([...paths].filter((path) => !before.has(path)));
    const only = mayMend === null ? concerned(looked, files) : undefined;
    const { findings } = await check({ files: before, others, only });
    return findings.filter((one) => !left.some((other) => sameFinding(one, other)));
}
/** What is wrong with files as they were made. @param known what was wrong before. */
export async function look(looked, files, known) {
    const { plan, around } = looked;
    const all = new Map([...around.before, ...files]);
    for (const path of around.gone)
        all.delete(path);
    const isOther = (path) => !all.has(path) && !around.gone.has(path);
    // A file that could not be made this time comes with the next run: nobody is at fault for using it.
    const made = plan.files.filter(({ action }) => action !== 'delete');
    // And one that nobody can write is added by a person.
    const binaries = plan.refused.map(({ path }) => path).filter(isBinary);
    const present = [...around.paths, ...made.map(({ path }) => path), ...binaries];
    const others = new Set(present.filter(isOther));
    const own = concerned(looked, files);
    const only = around.mayMend === null ? own : undefined;
    const { findings, ...rest } = await check({
        ...{ files: all, others, only },
        plan: { ...plan, files: made },
    });
    const isOurs = ({ path, severity }) => own.has(path) || (severity === 'error' && !around.gone.has(path));
    const isKnown = (one) => known.some((other) => isStill(one, other, files));
    return { ...rest, findings: findings.filter((one) => isOurs(one) && !isKnown(one)) };
}
/** Whether one finding is another that was there before. */
function isStill(now, before, made) {
    if (sameFinding(now, before))
        return true;
    if (now.rule !== before.rule)
        return false;
    // Of two files that disagree, the plan of a change may have the other one at fault.
    if (now.message === before.message && now.message.includes(`\`${before.path}\``))
        return true;
    // What the other side offers may be something else by now.
    return now.path === before.path && now.line === before.line && !made.has(now.path);
}
