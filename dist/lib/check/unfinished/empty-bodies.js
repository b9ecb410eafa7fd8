/** Places of one name that are looked at. */
const MOST_PLACES = 200;
/** Characters of what a function is given. */
const MOST_PARAMETERS = 1_000;
/** Those of the functions of these names whose body is empty, but for comments and words of explanation. */
export function emptyBodies(language, { code }, names) {
    const isEmpty = language === 'python' ? isEmptyPython : isEmptyBraces;
    const found = [];
    for (const name of names) {
        let at = code.indexOf(name);
        for (let count = 0; at !== -1 && count < MOST_PLACES; count += 1) {
            const isWord = !/[\w$]/.test(code[at - 1] ?? '') && !/[\w$]/.test(code[at + name.length] ?? '');
            if (isWord && isEmpty(code, at, at + name.length)) {
                found.push({ offset: at, name });
                break;
            }
            at = code.indexOf(name, at + name.length);
        }
    }
    return found;
}
/** `name(a, b) {}`, `name = (a) => {}`, `name: function () {}`, with types or without. */
function isEmptyBraces(code, _, end) {
    const before = /^\s*(?:[=:]\s*)?(?:async\s*)?(?:function\b\s*\*?\s*[\w$]{0,80}\s*)?(?=\()/.exec(code.slice(end, end + 200));
    if (before === null)
        return false;
    const closed = closing(code, end + before[0].length);
    return (closed !== null &&
        /^\s*(?::[^={};]{1,200}|->[^{};]{1,200})?(?:=>)?\s*\{\s*\}/.test(code.slice(closed, closed + 600)));
}
/** `def name(a, b) -> str:` with nothing but quotes, `pass` or `...` below. */
function isEmptyPython(code, start, end) {
    const head = code.slice(code.lastIndexOf('\n', start) + 1, start);
    if (!/^[ \t]*(?:async[ \t]+)?def[ \t]+$/.test(head) || code[end] !== '(')
        return false;
    const closed = closing(code, end);
    const rest = closed === null ? '' : code.slice(closed, closed + 5_000);
    const colon = /^\s*(?:->[^\n]{1,200}?)?:(?=[ \t]*(?:\n|pass\b|\.\.\.))/.exec(rest);
    if (colon === null)
        return false;
    const indent = /^[ \t]*/.exec(head)?.[0].length ?? 0;
    const [first = '', ...lines] = rest.slice(colon[0].length).split('\n');
    const last = lines.findIndex((line) => line.trim() !== '' && line.length - line.trimStart().length <= indent);
    const body = [first, ...(last === -1 ? lines : lines.slice(0, last))]
        .map((line) => line.trim())
        .filter((line) => line !== '');
    // A body that goes on behind what was looked at is long enough.
    if (rest.length === 5_000 && last === -1)
        return false;
    return body.length > 0 && body.every((line) => /^(?:pass|\.\.\.|["'\s]*)$/.test(line));
}
/** @returns the offset behind the bracket that closes the one here. */
function closing(code, open) {
    let depth = 0;
    for (let at = open; at < Math.min(code.length, open + MOST_PARAMETERS); at += 1) {
        if (code[at] === '(')
            depth += 1;
        else if (code[at] === ')') {
            depth -= 1;
            if (depth === 0)
                return at + 1;
        }
    }
    return null;
}
