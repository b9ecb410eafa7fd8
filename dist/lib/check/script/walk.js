/** Parts of a node that are no nodes of the code, or never hold any: they are not even looked at. */
const APART = new Set([
    ...['type', 'start', 'end', 'loc', 'extra', 'errors', 'tokens', 'comments'],
    ...['leadingComments', 'trailingComments', 'innerComments'],
]);
/** What nests deeper was not written by anybody; whoever looks through all ancestors of each node would never end. */
const DEEPEST = 10_000;
/**
 * Goes through a tree, each node before what is in it, in the order of the code. Without recursion: code nests deep,
 * if only in a long sum of texts.
 */
export function walk(root, enter, leave) {
    const ancestors = [];
    // Null stands for the end of the nearest ancestor.
    const waiting = [root];
    while (waiting.length > 0) {
        const node = waiting.pop();
        if (node === undefined || node === null) {
            const finished = ancestors.pop();
            if (finished !== undefined)
                leave?.(finished, ancestors);
            continue;
        }
        enter(node, ancestors);
        if (isLeaf(node) || ancestors.length >= DEEPEST) {
            leave?.(node, ancestors);
            continue;
        }
        const before = waiting.length;
        waiting.push(null);
        pushChildren(node, waiting);
        if (waiting.length === before + 1) {
            waiting.pop();
            leave?.(node, ancestors);
        }
        else
            ancestors.push(node);
    }
}
/** Kinds of nodes that hold no others; a name does where it has a type. */
const LEAVES = new Set([
    ...['StringLiteral', 'NumericLiteral', 'BooleanLiteral', 'NullLiteral', 'BigIntLiteral', 'RegExpLiteral'],
    ...['ThisExpression', 'Super', 'TemplateElement', 'JSXText', 'JSXIdentifier', 'EmptyStatement'],
]);
function isLeaf(node) {
    if (node.type !== 'Identifier')
        return LEAVES.has(node.type);
    return node.typeAnnotation == null && node.decorators == null;
}
/** Puts the nodes right below one on a pile, the first on top. */
function pushChildren(node, waiting) {
    const from = waiting.length;
    // Each kind of node has parts of its own, and here only those matter that are nodes.
    const parts = node;
    for (const key in parts) {
        if (APART.has(key))
            continue;
        const value = parts[key];
        if (typeof value !== 'object' || value === null)
            continue;
        if (isNode(value))
            waiting.push(value);
        else if (Array.isArray(value))
            for (const part of value)
                if (isNode(part))
                    waiting.push(part);
    }
    for (let low = from, high = waiting.length - 1; low < high; low++, high--) {
        const first = waiting[low] ?? null;
        waiting[low] = waiting[high] ?? null;
        waiting[high] = first;
    }
}
function isNode(value) {
    return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
/** The text of a string, or of a template without holes; null for anything else. */
export function literalOf(node) {
    if (node?.type === 'StringLiteral')
        return node.value;
    if (node?.type !== 'TemplateLiteral' || node.expressions.length > 0)
        return null;
    return node.quasis[0]?.value.cooked ?? null;
}
/** The name of a member (`.name`, `['name']`), or of a key in an object or a class; null where it is made by code. */
export function keyOf(key, computed) {
    if (computed === true)
        return literalOf(key);
    if (key.type === 'Identifier')
        return key.name;
    if (key.type === 'StringLiteral')
        return key.value;
    if (key.type === 'NumericLiteral')
        return String(key.value);
    return null;
}
/** Longer paths mean nothing to anybody, and each part of one begins a path itself. */
const LONGEST_PATH = 30;
/** The name that `name` or `a.b.name` ends in, and what it is read from: `a.b.c` → `['a', 'b', 'c']`; null if unclear. */
export function pathOf(node) {
    const names = [];
    let at = node;
    while (at?.type === 'MemberExpression' || at?.type === 'OptionalMemberExpression') {
        const name = keyOf(at.property, at.computed);
        if (name === null || names.length === LONGEST_PATH)
            return null;
        names.push(name);
        at = at.object;
    }
    if (at?.type === 'ThisExpression')
        names.push('this');
    else if (at?.type === 'Identifier')
        names.push(at.name);
    else
        return null;
    return names.reverse();
}
/** The line a node begins in. */
export function lineOf(node) {
    return node.loc?.start.line ?? 1;
}
