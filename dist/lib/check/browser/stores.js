import { keyOf } from '../script/walk.js';
import { lineOf, use } from './draft.js';
import { isOpenObject } from './passing.js';
import { ANYTHING } from './texts.js';
const STORES = new Set(['localStorage', 'sessionStorage']);
const AREAS = new Set(['local', 'sync', 'session']);
const STORING = new Map([
    ['getItem', 'key-read'],
    ['setItem', 'key-written'],
    ['removeItem', 'key-dropped'],
]);
const MEMBERS = new Set(['getItem', 'setItem', 'removeItem', 'clear', 'key', 'length']);
/** Notes a call that reads what is stored, or stores. @returns whether it is one. */
export function collectStored(draft, callee, { name, on, last: store }, args, ancestors) {
    if (store === '')
        return false;
    const [key] = args;
    if (STORES.has(store)) {
        const kind = STORING.get(name ?? '');
        if (kind !== undefined)
            use(draft, kind, key, ancestors, store);
        else if (name === 'key')
            noteAll(draft, 'key-read', store, callee);
        return true;
    }
    if (/(?:^|[a-z])storage$/i.test(store) && key !== undefined && STORING.has(name ?? '')) {
        use(draft, STORING.get(name ?? '') ?? 'key-read', key, ancestors, store);
        return true;
    }
    if (!AREAS.has(store) || on?.at(-2) !== 'storage')
        return false;
    const of = `storage.${store}`;
    if (name === 'get')
        inGet(draft, key, ancestors, of, callee);
    else if (name === 'set')
        inSet(draft, key, ancestors, of, callee);
    else if (name === 'remove')
        for (const each of listOf(key))
            use(draft, 'key-dropped', each, ancestors, of);
    return true;
}
/** `get('a')`, `get(['a', 'b'])`, `get({ a: 1 })`, and `get()` for all. */
function inGet(draft, key, ancestors, of, callee) {
    if (key?.type !== 'ObjectExpression') {
        const keys = listOf(key).filter(({ type }) => !type.includes('Function') && type !== 'NullLiteral');
        for (const each of keys)
            use(draft, 'key-read', each, ancestors, of);
        if (keys.length === 0)
            noteAll(draft, 'key-read', of, callee);
        return;
    }
    inObject(draft, 'key-read', key, of);
}
function inSet(draft, values, ancestors, of, callee) {
    if (values?.type !== 'ObjectExpression') {
        noteAll(draft, 'key-written', of, callee);
        return;
    }
    for (const property of values.properties)
        if (property.type === 'ObjectProperty' && property.computed)
            use(draft, 'key-written', property.key, ancestors, of);
    inObject(draft, 'key-written', values, of);
}
function inObject(draft, kind, node, of) {
    if (node.type !== 'ObjectExpression')
        return;
    for (const property of node.properties) {
        if (property.type === 'SpreadElement')
            noteAll(draft, kind, of, node);
        else if (!property.computed) {
            const key = keyOf(property.key, false);
            if (key !== null)
                draft.uses.push({ kind, name: key, line: lineOf(property), of });
        }
    }
    if (isOpenObject(node) && kind === 'key-read')
        noteAll(draft, kind, of, node);
}
function listOf(node) {
    if (node === undefined)
        return [];
    return node.type === 'ArrayExpression' ? node.elements.filter((each) => each !== null) : [node];
}
function noteAll(draft, kind, of, node) {
    draft.uses.push({ kind, name: ANYTHING, line: lineOf(node), of });
}
/** `localStorage.theme`, and a store that is handed to others: they may read and write anything. */
export function collectStoreMember(draft, node, ancestors) {
    if (!STORES.has(node.name))
        return;
    const above = ancestors.filter(({ type }) => !type.startsWith('TS'));
    let parent = above.at(-1);
    let depth = -1;
    let own = node;
    if (parent?.type.endsWith('MemberExpression') === true &&
        'property' in parent &&
        parent.property === node) {
        own = parent; // `window.localStorage`
        depth = -2;
        parent = above.at(-2);
    }
    const isMember = parent?.type === 'MemberExpression' || parent?.type === 'OptionalMemberExpression';
    if (isMember &&
        parent !== undefined &&
        'object' in parent &&
        parent.object === own &&
        'property' in parent) {
        inMember(draft, parent, above.at(depth - 1), node.name, ancestors);
    }
    else if (isHandedOn(parent, own)) {
        noteAll(draft, 'key-read', node.name, node);
        noteAll(draft, 'key-written', node.name, node);
    }
}
function isHandedOn(parent, own) {
    if (parent === undefined || parent.type === 'UnaryExpression' || parent.type === 'IfStatement')
        return false;
    if (parent.type === 'BinaryExpression' || parent.type === 'ConditionalExpression')
        return parent.type !== 'BinaryExpression';
    return !('key' in parent && parent.key === own && !('shorthand' in parent && parent.shorthand === true));
}
function inMember(draft, node, parent, of, ancestors) {
    if (node.type !== 'MemberExpression' && node.type !== 'OptionalMemberExpression')
        return;
    const key = keyOf(node.property, node.computed);
    if (key !== null && (MEMBERS.has(key) || Object.hasOwn(Object.prototype, key)))
        return;
    const isDropped = parent?.type === 'UnaryExpression' && parent.operator === 'delete';
    const isWritten = parent?.type === 'AssignmentExpression' && parent.left === node;
    const kind = isDropped ? 'key-dropped' : isWritten ? 'key-written' : 'key-read';
    if (key !== null)
        draft.uses.push({ kind, name: key, line: lineOf(node), of });
    else
        use(draft, kind, node.property, ancestors, of);
}
