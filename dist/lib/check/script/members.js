/** How many arguments a call gives; null where that is not sure. */
export function countOf(given) {
    return given.some(({ type }) => type === 'SpreadElement') ? null : given.length;
}
/** What is done with a member, by the node around it. */
export function howUsed(node, parent) {
    const isOptional = node.type === 'OptionalMemberExpression' && node.optional;
    if (isOptional || parent === undefined)
        return { how: 'ask', count: null };
    switch (parent.type) {
        case 'CallExpression':
        case 'NewExpression':
            if (parent.callee === node)
                return { how: 'call', count: countOf(parent.arguments) };
            break;
        case 'AssignmentExpression':
            if (parent.left === node)
                return { how: 'write', count: null };
            break;
        case 'UpdateExpression':
        case 'ForInStatement':
        case 'ForOfStatement':
        case 'ArrayPattern':
        case 'RestElement':
            return { how: 'write', count: null };
        case 'UnaryExpression':
            return { how: parent.operator === 'delete' ? 'write' : 'ask', count: null };
        case 'LogicalExpression':
        case 'ConditionalExpression':
        case 'IfStatement':
        case 'BinaryExpression':
        case 'OptionalCallExpression':
        case 'OptionalMemberExpression':
            return { how: 'ask', count: null };
    }
    return { how: 'read', count: null };
}
