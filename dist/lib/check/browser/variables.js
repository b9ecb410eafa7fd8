import { keyOf, literalOf, pathOf } from '../script/walk.js';
import { calledName, lineOf } from './draft.js';
/** Notes the variables of the environment that code reads. */
export function variables(draft) {
    return {
        MemberExpression: (node, ancestors) => {
            if (!isEnvironment(node.object))
                return;
            const parent = ancestors.at(-1);
            if (parent?.type === 'AssignmentExpression' && parent.left === node)
                return;
            const need = isOptional(node, parent) ? 'optional' : 'needed';
            note(draft, keyOf(node.property, node.computed), node, need);
        },
        VariableDeclarator: ({ id, init }) => {
            if (id.type !== 'ObjectPattern' || init == null || !isEnvironment(init))
                return;
            for (const property of id.properties) {
                if (property.type !== 'ObjectProperty')
                    continue;
                const need = property.value.type === 'AssignmentPattern' ? 'optional' : 'needed';
                note(draft, keyOf(property.key, property.computed), property, need);
            }
        },
        CallExpression: (node) => {
            // `Deno.env.get('PORT')`
            if (calledName(node.callee) === 'get' && pathOf(node.callee)?.join('.') === 'Deno.env.get')
                note(draft, literalOf(node.arguments[0]), node, 'optional');
        },
    };
}
function note(draft, name, node, of) {
    if (name !== null)
        draft.uses.push({ kind: 'variable-read', name, line: lineOf(node), of });
}
/** `process.env`, `import.meta.env` */
function isEnvironment(node) {
    if (node.type !== 'MemberExpression' || keyOf(node.property, node.computed) !== 'env')
        return false;
    const { object } = node;
    return (object.type === 'MetaProperty' || (object.type === 'Identifier' && /^(?:process|Bun)$/.test(object.name)));
}
const TESTS = new Set([
    'LogicalExpression',
    'ConditionalExpression',
    'IfStatement',
    'UnaryExpression',
    'BinaryExpression',
]);
function isOptional(node, parent) {
    if (parent === undefined || !TESTS.has(parent.type))
        return false;
    return !('right' in parent && parent.type === 'LogicalExpression' && parent.right === node);
}
