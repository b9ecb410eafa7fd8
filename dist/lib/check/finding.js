/** Rules in the order in which people read of them, with what each looks at. */
export const RULES = {
    syntax: 'every file parses',
    imports: 'imports find what they name',
    references: 'paths lead somewhere',
    packages: 'packages are declared, and used',
    ids: 'ids and classes exist where they are looked up',
    calls: 'calls fit what they call',
    messages: 'what is sent is listened to, what is read is written',
    plan: 'what the plan promised is there',
    unfinished: 'nothing is left to be written',
};
/** Whether two findings say the same of a file, wherever the lines moved. */
export function sameFinding(left, right) {
    return left.rule === right.rule && left.path === right.path && left.message === right.message;
}
/** Orders findings as people read them: by file, then by line; the worse first. */
export function byPlace(left, right) {
    if (left.path !== right.path)
        return left.path < right.path ? -1 : 1;
    return (left.line ?? 0) - (right.line ?? 0) || WEIGHT[left.severity] - WEIGHT[right.severity];
}
const WEIGHT = { error: 0, warning: 1, note: 2 };
