import { keyOf, literalOf, toEach } from '../script/walk.js';
import { calledName, calledOn, lineOf } from './draft.js';
import { dataName, soughtBy } from './selectors.js';
/** Methods that look for a selector. */
const SELECTING = new Set([
    'querySelector',
    'querySelectorAll',
    'closest',
    'matches',
    '$',
    'jQuery',
]);
/** Notes what code looks up in the page. */
export function lookups(draft) {
    return {
        ...toEach(['CallExpression', 'OptionalCallExpression'], (node, ancestors) => inCall(draft, node, ancestors)),
        ...toEach(['MemberExpression', 'OptionalMemberExpression'], (node, ancestors) => inMember(draft, node, ancestors)),
        VariableDeclarator: ({ id, init }) => {
            if (id.type !== 'ObjectPattern' || init == null || calledName(init) !== 'dataset')
                return;
            for (const property of id.properties) {
                if (property.type !== 'ObjectProperty')
                    continue;
                const key = keyOf(property.key, property.computed);
                if (key !== null)
                    add(draft, property, { kind: 'data', name: dataName(key) }, 'dataset', null, true);
            }
        },
        AssignmentExpression: ({ left, right }) => inAssignment(draft, left, right),
        ...toEach(['IfStatement', 'ConditionalExpression', 'WhileStatement'], ({ test }) => guard(draft, test)),
        LogicalExpression: ({ left }) => guard(draft, left),
        UnaryExpression: ({ argument }) => guard(draft, argument),
    };
}
function inCall(draft, node, ancestors) {
    const name = calledName(node.callee);
    const [argument] = node.arguments;
    if (name === null || argument === undefined)
        return;
    if (name === 'assign' && calledName(argument) === 'dataset')
        draft.makesAnyData = true;
    const by = name === 'getElementById' ? 'id' : SELECTING.has(name) ? 'selector' : null;
    if (argument.type === 'Identifier' && by !== null)
        helper(draft, argument.name, by, ancestors);
    const text = literalOf(argument);
    if (text === null) {
        if (name === 'setAttribute' && argument.type !== 'StringLiteral')
            draft.makesAnyId = true;
        return;
    }
    const sought = soughtByCall(name, text);
    if (sought !== null) {
        draft.taken.add(argument);
        const on = calledOn(node.callee)?.[0];
        const isSure = (name === 'getElementById' || name === 'querySelector') && (on === 'document' || on === 'window');
        for (const each of sought)
            add(draft, argument, each, name, holderOf(ancestors, node), !isSure || isGuarded(node, ancestors));
        return;
    }
    if (name === 'setAttribute' && text === 'id' && literalOf(node.arguments[1]) === null)
        draft.makesAnyId = true;
    if (node.arguments.length > 2 || !/^[#.]?[\w-]+$/.test(text))
        return;
    draft.taken.add(argument);
    draft.helperCalls.push({ helper: name, text, line: lineOf(argument) });
}
function soughtByCall(name, text) {
    if (name === 'getElementById')
        return [{ kind: 'id', name: text }];
    if (name === 'getElementsByClassName')
        return text.split(/\s+/).map((part) => ({ kind: 'class', name: part }));
    if (name === '$' || name === 'jQuery')
        return /^[#.[][\w]/.test(text) ? soughtBy(text) : null;
    if (SELECTING.has(name))
        return soughtBy(text);
    if (/^(?:get|has|remove)Attribute$/.test(name)) {
        if (text === 'id' || text === 'class')
            return [];
        return text.startsWith('data-') ? [{ kind: 'data', name: text }] : null;
    }
    return null;
}
/** `element.dataset.name`: read, unless it is written. */
function inMember(draft, node, ancestors) {
    if (node.type === 'OptionalMemberExpression')
        guard(draft, node.object);
    if (calledName(node.object) !== 'dataset')
        return;
    const key = keyOf(node.property, node.computed);
    const parent = ancestors.at(-1);
    if (key === null)
        draft.makesAnyData = true;
    else if (parent?.type === 'AssignmentExpression' && parent.left === node)
        draft.keys.add(key);
    else
        add(draft, node, { kind: 'data', name: dataName(key) }, 'dataset', null, true);
}
function inAssignment(draft, left, right) {
    const name = calledName(left);
    if (left.type === 'Identifier' || name === null)
        return;
    const text = literalOf(right);
    if (name === 'id' && text === null)
        draft.makesAnyId = true;
    if (name === 'htmlFor' && text !== null) {
        draft.taken.add(right);
        add(draft, right, { kind: 'id', name: text }, 'htmlFor', null, true);
    }
}
/** A function that looks up what it is given: `const byId = (id) => document.getElementById(id)`. */
function helper(draft, argument, by, ancestors) {
    for (let at = ancestors.length - 1; at >= 0; at -= 1) {
        const node = ancestors[at];
        if (node === undefined || !('params' in node) || !('body' in node))
            continue;
        const [first] = Array.isArray(node.params) ? node.params : [];
        if (first?.type !== 'Identifier' || first.name !== argument)
            return;
        const name = nameOf(node, ancestors[at - 1]);
        const { body } = node;
        const isSure = typeof body === 'object' && body !== null && !Array.isArray(body) && isOneStep(body);
        if (name !== null)
            draft.helpers.set(name, { by, isSure });
        return;
    }
}
function isOneStep(body) {
    if (body.type !== 'BlockStatement')
        return body.type.endsWith('CallExpression');
    const statements = 'body' in body ? body.body : null;
    if (!Array.isArray(statements) || statements.length !== 1)
        return false;
    const [only] = statements;
    return only?.type === 'ReturnStatement' && (only.argument?.type.endsWith('CallExpression') ?? false);
}
function nameOf(node, parent) {
    if (node.type === 'FunctionDeclaration')
        return node.id?.name ?? null;
    if (node.type === 'ObjectMethod' || node.type === 'ClassMethod')
        return keyOf(node.key, node.computed);
    if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
        return parent.id.name;
    if (parent?.type === 'ObjectProperty')
        return keyOf(parent.key, parent.computed);
    if (parent?.type === 'AssignmentExpression')
        return calledName(parent.left);
    return null;
}
function add(draft, at, sought, how, holder, isOptional) {
    draft.lookups.push({ ...sought, line: lineOf(at), how, holder, isOptional });
}
/** The variable or property that gets what is found. */
export function holderOf(ancestors, node) {
    let parent = ancestors.at(-1);
    for (let at = ancestors.length - 2; parent?.type.startsWith('TS') === true; at -= 1)
        parent = ancestors[at];
    if (parent?.type === 'VariableDeclarator')
        return parent.id.type === 'Identifier' ? parent.id.name : null;
    if (parent?.type === 'AssignmentExpression')
        return calledName(parent.left);
    if (parent?.type === 'ObjectProperty' && parent.value === node)
        return keyOf(parent.key, parent.computed);
    return null;
}
/** What draws an app into an element, and throws where there is none. */
const DRAWING = new Set(['createRoot', 'hydrateRoot']);
function draws(callee) {
    const name = calledName(callee) ?? '';
    if (DRAWING.has(name))
        return true;
    const on = callee.type === 'MemberExpression' ? calledName(callee.object) : null;
    return /^(?:render|hydrate)$/.test(name) && /^(?:ReactDOM|Preact|preact)$/.test(on ?? '');
}
/** Whether code goes on without what is found: only what is read from it at once, or kept, is needed for sure. */
function isGuarded(node, ancestors) {
    if (ancestors.some(({ type }) => type === 'TryStatement'))
        return true;
    const parent = ancestors.at(-1);
    if (parent?.type === 'MemberExpression')
        return parent.object !== node;
    if (parent?.type === 'TSNonNullExpression' || parent?.type === 'TSAsExpression')
        return false;
    if (parent?.type === 'CallExpression' && draws(parent.callee))
        return false;
    return holderOf(ancestors, node) === null;
}
function guard(draft, test) {
    const name = calledName(test);
    if (name !== null)
        draft.guarded.add(name);
    if (test.type === 'BinaryExpression')
        for (const side of [test.left, test.right])
            guard(draft, side);
}
