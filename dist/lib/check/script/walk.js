/** Parts of a node that are no nodes of the code, or never hold any: they are not even looked at. */
const APART = new Set([
    ...['loc', 'extra', 'errors', 'tokens', 'comments'],
    ...['leadingComments', 'trailingComments', 'innerComments'],
]);
/** What nests deeper was not written by anybody; whoever looks through all ancestors of each node would never end. */
const DEEPEST = 10_000;
/** One visit for nodes of several kinds. */
export function toEach(kinds, visit) {
    return Object.fromEntries(kinds.map((kind) => [kind, visit]));
}
/** Goes through a tree as `walk` does, and shows each node to those that look at its kind, the first of them first. */
export function visitAll(root, visitors) {
    const byKind = new Map();
    for (const each of visitors) {
        for (const [kind, visit] of Object.entries(each)) {
            const known = byKind.get(kind);
            // Filed under its kind, it is shown no other.
            if (known === undefined)
                byKind.set(kind, [visit]);
            else
                known.push(visit);
        }
    }
    walk(root, (node, ancestors) => {
        const visits = byKind.get(node.type);
        if (visits !== undefined)
            for (const visit of visits)
                visit(node, ancestors);
    });
}
/**
 * Goes through a tree, each node before what is in it, in the order of the code. Without recursion: code nests deep,
 * if only in a long sum of texts.
 */
export function walk(root, enter) {
    const ancestors = [];
    // Null stands for the end of the nearest ancestor.
    const waiting = [root];
    while (waiting.length > 0) {
        const node = waiting.pop();
        if (node === undefined || node === null) {
            ancestors.pop();
            continue;
        }
        enter(node, ancestors);
        if (isLeaf(node) || ancestors.length >= DEEPEST)
            continue;
        const before = waiting.length;
        waiting.push(null);
        pushChildren(node, waiting);
        if (waiting.length === before + 1)
            waiting.pop();
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
        const value = parts[key];
        if (typeof value !== 'object' || value === null || APART.has(key))
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
