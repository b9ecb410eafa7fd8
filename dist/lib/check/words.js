import { shortened } from './shortened.js';
/** A name of somebody else's in a sentence: in backticks, on one line, not too long. */
export function code(name) {
    return `\`${shortened(name)}\``;
}
/** Several names in a sentence; of many, the first. */
export function codes(names, most = 12) {
    const all = [...names];
    const shown = all.slice(0, most).map(code).join(', ');
    return all.length > most ? `${shown} and ${all.length - most} more` : shown;
}
const WORDS = new WeakMap();
/** The names that a plan gives as code: between backticks, or in a block of code. */
export function namedIn(plan) {
    if (plan === null)
        return new Set();
    const known = WORDS.get(plan);
    if (known !== undefined)
        return known;
    const words = new Set();
    // Every second piece between backticks is code, of one of them or of three.
    plan.text.split(/`+/).forEach((piece, index) => {
        if (index % 2 === 1)
            for (const word of piece.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [])
                words.add(word);
    });
    WORDS.set(plan, words);
    return words;
}
/** Whether the plan has the name that is taken and not the one that is given: then it is the giver that departs. */
export function isTakenByPlan(plan, taken, given) {
    const named = namedIn(plan);
    return named.has(taken) && (given === null || !named.has(given));
}
/** Whether a plan has a name as a whole: `poll` is no part of `polls`. */
export function isInPlan(plan, name) {
    const text = plan?.text ?? '';
    const isPart = (sign) => sign !== undefined && /[\w-]/.test(sign);
    for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + 1)) {
        if (!isPart(text[at - 1]) && !isPart(text[at + name.length]))
            return true;
    }
    return false;
}
