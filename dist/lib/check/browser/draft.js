import { keyOf, pathOf } from '../script/walk.js';
import { passesOn, textIn } from './passing.js';
export function lineOf(node) {
    return node.loc?.start.line ?? 1;
}
/** The last name of what is called: `getElementById` of `document.getElementById`. */
export function calledName(callee) {
    if (callee.type === 'Identifier')
        return callee.name;
    if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression')
        return null;
    return keyOf(callee.property, callee.computed);
}
/** What a method is called on: `['document']` of `document.getElementById`; null where that is not plain. */
export function calledOn(callee) {
    if (callee.type !== 'MemberExpression' && callee.type !== 'OptionalMemberExpression')
        return [];
    return pathOf(callee.object);
}
export function calledBy(callee) {
    const on = calledOn(callee);
    return { name: calledName(callee), on, last: on?.at(-1) ?? '' };
}
/** Notes a name that two sides must agree on, or that a function hands it on. */
export function use(draft, kind, node, ancestors, of = null) {
    if (node === null || node === undefined)
        return;
    draft.taken.add(node);
    if (passesOn(draft, node, ancestors, { kind, of }))
        return;
    draft.uses.push({ kind, name: textIn(node, ancestors), line: lineOf(node), of });
}
