import { keyOf, literalOf } from '../script/walk.js';
import { calledBy, calledName, lineOf } from './draft.js';
import { ANYTHING, textOf } from './texts.js';
/** What one function hands on, at most. */
const MOST_OF_ONE = 10;
/** Arguments of a call that are looked at. */
const LOOKED_AT = 3;
/** Notes a call whose function may hand its texts on. */
export function collectTextCall(draft, called, args, ancestors) {
    const name = calleeOf(called);
    if (name === null || args.length === 0 || args.length > 6)
        return;
    const texts = args.slice(0, LOOKED_AT).map(wordOf);
    let open = 0;
    for (let index = 0; index < texts.length; index += 1) {
        const text = texts[index] ?? null;
        if (text === null)
            open |= 1 << index;
        else if (text.includes('${')) {
            const given = givenTo(text, ancestors);
            if (given !== null && given.name !== name)
                forward(draft, given, name, index);
        }
    }
    if (open !== 0)
        draft.openCalls.set(name, (draft.openCalls.get(name) ?? 0) | open);
    const [first] = args;
    if (first !== undefined && texts.some((text) => text !== null))
        draft.textCalls.push({ callee: name, texts, line: lineOf(first) });
}
/** The text of an argument that may be a name; null for what is none. */
function wordOf(node) {
    const text = textOf(node);
    return text === ANYTHING || /\s/.test(text) ? null : text;
}
function calleeOf({ name, on, last }) {
    if (name === null)
        return null;
    if (on === null)
        return `?.${name}`;
    return on.length === 0 ? name : `${last}.${name}`;
}
function givenTo(text, ancestors) {
    for (let at = ancestors.length - 1; at >= 0; at -= 1) {
        const around = ancestors[at];
        const parameters = around === undefined ? null : parametersOf(around);
        const index = parameters?.findIndex((name) => name !== '' && text.includes(`\${${name}}`)) ?? -1;
        if (around === undefined || parameters === null || index < 0)
            continue;
        const name = nameOf(around, ancestors.slice(0, at));
        const [before = '', after = '', ...more] = text.split(`\${${parameters[index]}}`);
        return name === null || index >= LOOKED_AT || more.length > 0
            ? null
            : { name, parameters, index, before, after };
    }
    return null;
}
function forward(draft, { name, index, before, after }, to, toIndex) {
    const known = draft.forwards.get(name) ?? [];
    if (known.length < MOST_OF_ONE)
        known.push({ to, index, toIndex, before, after });
    draft.forwards.set(name, known);
}
/**
 * Notes that a function around hands on what it is given.
 *
 * @param node what is handed on, perhaps with more text around it
 * @returns whether a function is known that does
 */
export function passesOn(draft, node, ancestors, use, method = null) {
    const text = textOf(node);
    const given = text.includes('${') ? givenTo(text, ancestors) : null;
    if (given === null)
        return false;
    const { name, parameters, ...rest } = given;
    const methodAt = method?.type === 'Identifier' ? parameters.indexOf(method.name) : -1;
    const passing = { ...use, ...rest, methodAt: methodAt < 0 ? null : methodAt, line: lineOf(node) };
    const known = draft.passing.get(name) ?? [];
    if (known.length < MOST_OF_ONE)
        known.push(passing);
    draft.passing.set(name, known);
    return true;
}
/** The text of a node, without the names of what functions around are given. */
export function textIn(node, ancestors) {
    const text = textOf(node);
    if (!text.includes('${'))
        return text;
    const given = new Set(ancestors.flatMap((around) => parametersOf(around) ?? []));
    return text.replace(/\$\{([^{}.]+)[^{}]*\}/g, (hole, root) => (given.has(root) ? ANYTHING : hole));
}
function parametersOf(node) {
    if (!('params' in node) || !Array.isArray(node.params) || !('body' in node))
        return null;
    return node.params.map((parameter) => {
        const inner = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
        return inner.type === 'Identifier' ? inner.name : '';
    });
}
function nameOf(node, above) {
    if (node.type === 'FunctionDeclaration')
        return node.id?.name ?? null;
    if (node.type === 'ClassMethod')
        return own('this', keyOf(node.key, node.computed));
    const parent = above.at(-1);
    if (node.type === 'ObjectMethod')
        return own(holderOf(above), keyOf(node.key, node.computed));
    if (parent?.type === 'ObjectProperty')
        return own(holderOf(above.slice(0, -1)), keyOf(parent.key, parent.computed));
    if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
        return parent.id.name;
    if (parent?.type === 'AssignmentExpression' && parent.left.type !== 'Identifier')
        return calleeOf(calledBy(parent.left));
    return null;
}
function own(holder, name) {
    return name === null ? null : `${holder ?? '?'}.${name}`;
}
/** The name of the variable that an object is put into. */
function holderOf(above) {
    const holder = above.at(-2);
    if (above.at(-1)?.type !== 'ObjectExpression')
        return null;
    if (holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier')
        return holder.id.name;
    return holder?.type === 'AssignmentExpression' ? calledName(holder.left) : null;
}
/** The text of a property of an object that stands as such; null where there is none, or it is made by code. */
export function propertyOf(node, ...names) {
    if (node?.type !== 'ObjectExpression')
        return null;
    for (const property of node.properties) {
        if (property.type !== 'ObjectProperty')
            continue;
        const key = keyOf(property.key, property.computed);
        if (key !== null && names.includes(key))
            return property.value;
    }
    return null;
}
/** Whether an object has parts that its code does not say by name. */
export function isOpenObject(node) {
    return (node.type !== 'ObjectExpression' ||
        node.properties.some((property) => property.type === 'SpreadElement' || (property.computed && literalOf(property.key) === null)));
}
