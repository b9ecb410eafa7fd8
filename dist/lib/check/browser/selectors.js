/**
 * The names that must exist for a selector to find anything: `#a .b [data-c]` → a, b, data-c. What is one of several,
 * or must not be there, is left out.
 *
 * @returns nothing for a selector that is not plain.
 */
export function soughtBy(selector) {
    if (selector.length > LONGEST || /[,\\{}$<]/.test(selector))
        return [];
    const found = [];
    for (const match of withoutArguments(selector).matchAll(/#([\w-]+)|\.([\w-]+)|\[\s*(data-[\w-]+)|\[[^\]]*\]/g)) {
        const [, id, className, data] = match;
        if (id !== undefined)
            found.push({ kind: 'id', name: id });
        if (className !== undefined)
            found.push({ kind: 'class', name: className });
        if (data !== undefined)
            found.push({ kind: 'data', name: data });
    }
    return found.filter(({ name }) => !/^\d/.test(name));
}
const LONGEST = 300;
/** Without what stands in brackets: `:not(.a)`; and without the values of attributes, which may hold anything. */
function withoutArguments(selector) {
    let depth = 0;
    let kept = '';
    for (const letter of selector.replace(/"[^"]*"|'[^']*'/g, '')) {
        if (letter === '(')
            depth += 1;
        if (depth === 0)
            kept += letter;
        if (letter === ')')
            depth = Math.max(0, depth - 1);
    }
    return kept;
}
/** `cardId` of `element.dataset.cardId` → `data-card-id`. */
export function dataName(key) {
    return `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
