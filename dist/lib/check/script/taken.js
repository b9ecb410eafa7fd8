import { keyOf, lineOf } from './walk.js';
/** `const { a, b: c } = …`, or one name for all. */
export function takePattern(draft, pattern) {
    if (pattern.type === 'Identifier')
        draft.namespace = pattern.name;
    if (pattern.type !== 'ObjectPattern')
        return;
    for (const property of pattern.properties) {
        if (property.type !== 'ObjectProperty' || property.value.type === 'AssignmentPattern')
            continue;
        const name = keyOf(property.key, property.computed);
        if (name === null)
            continue;
        draft.names.push({ name, line: lineOf(property), isType: false, isMember: false });
        if (property.value.type === 'Identifier')
            draft.locals.set(property.value.name, name);
    }
}
/** `import('…').then(({ a }) => …)`. */
export function takeThen(draft, ancestors) {
    const [call, member] = [ancestors.at(-2), ancestors.at(-1)];
    if (call?.type !== 'CallExpression' || member?.type !== 'MemberExpression')
        return;
    const [then] = call.arguments;
    if (keyOf(member.property, member.computed) !== 'then' || call.arguments.length > 1)
        return;
    if (then?.type !== 'ArrowFunctionExpression' && then?.type !== 'FunctionExpression')
        return;
    const [parameter] = then.params;
    if (parameter !== undefined)
        takePattern(draft, parameter);
}
/** `lazy(() => import('…'))`: what is drawn is the default. */
export function takeLazy(draft, ancestors) {
    const [call, arrow] = [ancestors.at(-2), ancestors.at(-1)];
    if (call?.type !== 'CallExpression' || arrow?.type !== 'ArrowFunctionExpression')
        return;
    if (pathEnd(call.callee) === 'lazy')
        draft.names.push({ name: 'default', line: draft.line, isType: false, isMember: false });
}
/** The name that `name` or `a.b.name` ends in; null where code makes it. */
export function pathEnd(node) {
    if (node.type === 'Identifier')
        return node.name;
    return node.type === 'MemberExpression' ? keyOf(node.property, node.computed) : null;
}
/** Whether code may go on without what stands here: in a `try`, behind a condition, before a `.catch`. */
export function isGuarded(ancestors) {
    return ancestors.some((node, index) => {
        const below = ancestors[index + 1];
        switch (node.type) {
            case 'TryStatement':
                return below === node.block;
            case 'IfStatement':
            case 'ConditionalExpression':
            case 'LogicalExpression':
            case 'SwitchCase':
                return true;
            case 'CallExpression':
                if (below !== node.callee || below.type !== 'MemberExpression')
                    return false;
                return pathEnd(below) === 'catch' || (pathEnd(below) === 'then' && node.arguments.length > 1);
            default:
                return false;
        }
    });
}
