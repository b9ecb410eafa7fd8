import { literalOf, pathOf } from '../script/walk.js';
/** Longer texts are no names. */
const LONGEST = 300;
/** Holes in holes, as deep as anybody writes them. */
const DEEPEST = 5;
/** What stands for anything that only running tells. */
export const ANYTHING = '*';
/**
 * A text as far as the code says it: what only running tells becomes `*`, a constant its name in `${}`.
 *
 * @example
 * `/api/${id}` → '/api/*'; `${API}/polls` → '${API}/polls'
 */
export function textOf(node, depth = 0) {
    const literal = literalOf(node);
    if (literal !== null)
        return literal.length > LONGEST ? ANYTHING : literal;
    if (depth > DEEPEST)
        return ANYTHING;
    switch (node.type) {
        case 'TemplateLiteral': {
            const { quasis, expressions } = node;
            return joined(quasis.flatMap(({ value }, index) => {
                const hole = expressions[index];
                return [value.cooked ?? '', hole === undefined ? '' : textOf(hole, depth + 1)];
            }));
        }
        case 'BinaryExpression':
            return node.operator === '+'
                ? joined([textOf(node.left, depth + 1), textOf(node.right, depth + 1)])
                : ANYTHING;
        case 'TSAsExpression':
        case 'TSSatisfiesExpression':
        case 'TSNonNullExpression':
            return textOf(node.expression, depth + 1);
        case 'Identifier':
        case 'MemberExpression': {
            const path = pathOf(node);
            return path === null || path[0] === 'this' ? ANYTHING : `\${${path.join('.')}}`;
        }
        default:
            return ANYTHING;
    }
}
function joined(parts) {
    const text = parts.join('');
    if (text.length > LONGEST)
        return ANYTHING;
    return text.includes('**') ? text.replace(/\*{2,}/g, ANYTHING) : text;
}
/** Puts the texts of constants where their names stand; what has none stays for others, or becomes `*`. */
export function withConstants(text, constants, isLast) {
    if (!text.includes('${'))
        return joined([text]);
    let done = text;
    for (let round = 0; round < DEEPEST && done.includes('${'); round += 1) {
        done = done.replace(/\$\{([^{}]{1,200})\}/g, (hole, name) => {
            const known = constants.get(name);
            if (known !== undefined && known !== null)
                return known;
            return isLast || !isConstant(name) || known === null ? ANYTHING : hole;
        });
        if (done.length > LONGEST)
            return ANYTHING;
    }
    return joined([isLast ? done.replace(/\$\{[^{}]{1,200}\}/g, ANYTHING) : done]);
}
/** Whether a name is written as people write constants: they may come from another file. */
export function isConstant(name) {
    return /^[A-Z]/.test(name);
}
