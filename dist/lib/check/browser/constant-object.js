import { keyOf, literalOf, walk } from '../script/walk.js';
import { calledName, calledOn } from './draft.js';
import { propertyOf } from './passing.js';
/** Longer blocks are made by a machine. */
const MOST_STATEMENTS = 300;
/**
 * The options of a request, by the name of the constant they stand in: `const options = { method, headers }`.
 *
 * @returns null where it is none, or where its method may be another one when it is used
 */
export function constantObject(name, ancestors) {
    for (const block of ancestors.toReversed()) {
        if (isFunctionOf(block, name))
            return null;
        if (block.type !== 'BlockStatement' && block.type !== 'Program')
            continue;
        if (block.body.length > MOST_STATEMENTS)
            continue;
        const made = madeIn(block.body, name);
        if (made === null)
            continue;
        return propertyOf(made, 'method') === null || isChanged(block, name) ? null : made;
    }
    return null;
}
/** Whether a function is given something of that name. */
function isFunctionOf(node, name) {
    if (!('params' in node) || !Array.isArray(node.params))
        return false;
    return node.params.some((parameter) => {
        const inner = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
        return inner.type !== 'Identifier' || inner.name === name;
    });
}
function madeIn(statements, name) {
    for (const statement of statements) {
        if (statement.type !== 'VariableDeclaration')
            continue;
        for (const { id, init } of statement.declarations)
            if (id.type === 'Identifier' && id.name === name)
                return statement.kind === 'const' ? (init ?? null) : null;
    }
    return null;
}
/** Whether the method is set later on, or the whole is given to what may set it. */
function isChanged(block, name) {
    let isFound = false;
    walk(block, (node) => {
        if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression')
            isFound ||=
                node.left.object.type === 'Identifier' &&
                    node.left.object.name === name &&
                    (keyOf(node.left.property, node.left.computed) ?? 'method') === 'method';
        if (node.type === 'CallExpression' && calledOn(node.callee)?.[0] === 'Object') {
            const [first] = node.arguments;
            isFound ||= first?.type === 'Identifier' && first.name === name;
        }
    });
    return isFound;
}
/** The own file that a name, or what is called, is imported from: `./notes.js` of `import { notes } from '../page/notes.js'`. */
export function importedFrom(node, ancestors) {
    const program = ancestors.find(({ type }) => type === 'Program');
    const named = node?.type === 'CallExpression' ? node.callee : node;
    if (named?.type !== 'Identifier' || program?.type !== 'Program')
        return null;
    for (const statement of program.body.slice(0, MOST_STATEMENTS)) {
        const source = sourceOf(statement, named.name);
        if (source?.startsWith('.') === true)
            return source;
    }
    return null;
}
function sourceOf(statement, name) {
    if (statement.type === 'ImportDeclaration')
        return statement.specifiers.some(({ local }) => local.name === name) ? statement.source.value : null;
    if (statement.type !== 'VariableDeclaration')
        return null;
    const { init } = statement.declarations.find(({ id }) => id.type === 'Identifier' && id.name === name) ?? {};
    const isRequired = init?.type === 'CallExpression' && calledName(init.callee) === 'require';
    return isRequired ? literalOf(init.arguments[0]) : null;
}
