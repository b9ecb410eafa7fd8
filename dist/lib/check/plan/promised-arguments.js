import { promisedNames } from './contract.js';
/** Whether a function may be given as many arguments. */
export function takes({ required, most }, count) {
    return count >= required && (most === null || count <= most);
}
/** The functions of a plan whose arguments it lists, by path and name. */
export function promisedFunctions(plan) {
    let known = null;
    return (path, name) => {
        if (plan === null)
            return null;
        known ??= new Map(promisedNames(plan).flatMap(({ kind, ...each }) => kind === 'function' ? [[`${each.path}\n${each.name}`, readFunction(each.shown)]] : []));
        return known.get(`${path}\n${name}`) ?? null;
    };
}
/**
 * Reads `save(key, { a, b }, done?)`; null where it leaves something out.
 *
 * @example
 * readFunction('save(key, value = null)'); // { shown: …, required: 1, most: 2 }
 */
export function readFunction(shown) {
    const list = parametersOf(shown);
    if (list === null)
        return null;
    const isOpen = list.some((each) => /^(?:\.{3}|…)$/.test(each));
    if (isOpen || list.some((each) => each.includes('…')))
        return null;
    const endless = list.some((each) => /^(?:\.{3}|\*)/.test(each));
    const places = list.filter((each) => !/^(?:\.{3}|\*)/.test(each));
    const optional = places.findIndex((each) => /^[^:=]*\?|=(?!>)/.test(each) || each.startsWith('['));
    return {
        shown,
        required: optional === -1 ? places.length : optional,
        most: endless ? null : places.length,
    };
}
/** What stands between the first bracket and the one that closes it, cut at its own commas. */
function parametersOf(shown) {
    const start = shown.indexOf('(');
    const parts = [];
    let depth = 0;
    let from = start + 1;
    for (let at = start; start !== -1 && at < shown.length; at += 1) {
        const sign = shown[at] ?? '';
        if ('([{<'.includes(sign))
            depth += 1;
        // Of an arrow the head closes nothing.
        else if (')]}'.includes(sign) || (sign === '>' && shown[at - 1] !== '='))
            depth -= 1;
        if (depth === 0 || (depth === 1 && sign === ',')) {
            parts.push(shown.slice(from, at).trim());
            from = at + 1;
        }
        if (depth === 0)
            return parts.length === 1 && parts[0] === '' ? [] : parts;
    }
    return null;
}
