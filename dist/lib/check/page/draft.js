import { keyOf, literalOf, pathOf } from '../script/walk.js';
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
/** Notes a name that stands as a text, or is a constant. */
export function use(draft, kind, node) {
    if (node === null || node === undefined)
        return;
    const name = literalOf(node);
    const constant = name === null ? (pathOf(node)?.join('.') ?? null) : null;
    if (name !== null)
        draft.taken.add(node);
    draft.uses.push({ kind, name, constant, line: lineOf(node) });
}
