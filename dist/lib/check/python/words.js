/** Words that are no names. */
export const KEYWORDS = new Set('False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(' '));
/** No line ends with them. */
const NEEDS_MORE = new Set('= += -= *= /= //= %= **= >>= <<= &= |= ^= @= := + - / // % ** << >> & | ^ ~ < > <= >= == != <> . -> @ and or not in is lambda import from def class del as global nonlocal assert await if'.split(' '));
/** Statements of an older Python and of a newer one: a name may follow them. */
const STATEMENT_NAMES = new Set(['print', 'exec', 'match', 'case', 'type', 'lazy']);
/** What is certainly wrong with the words of one logical line. */
export function wordsBroken(tokens) {
    const last = tokens.at(-1);
    if (last === undefined)
        return null;
    if (last.kind !== 'string' && NEEDS_MORE.has(last.text)) {
        return { line: last.line, message: `something has to follow \`${last.text}\`` };
    }
    return namesBroken(tokens) ?? headBroken(tokens) ?? importBroken(tokens);
}
/** Two names that follow each other: prose, or half of a change. */
function namesBroken(tokens) {
    let before = null;
    let beforeThat = '';
    for (const token of tokens) {
        const isName = token.kind === 'name' && !KEYWORDS.has(token.text);
        if (isName && before !== null && !STATEMENT_NAMES.has(before.text) && beforeThat !== 'print') {
            const names = `\`${shown(before.text)}\` and \`${shown(token.text)}\``;
            return { line: token.line, message: `${names} follow each other with nothing between them` };
        }
        beforeThat = before?.text ?? '';
        before = isName ? token : null;
    }
    return null;
}
function headBroken(tokens) {
    const at = tokens[0]?.text === 'async' ? 1 : 0;
    const keyword = tokens[at];
    if (keyword?.text !== 'def' && keyword?.text !== 'class')
        return null;
    const after = tokens[at + 2]?.text ?? '';
    const isRight = tokens[at + 1]?.kind === 'name' &&
        (after === '(' || after === '[' || (keyword.text === 'class' && after === ':'));
    if (isRight)
        return null;
    return {
        line: keyword.line,
        message: `\`${keyword.text}\` is not followed by a name and what belongs to it`,
    };
}
function importBroken(tokens) {
    const [first] = tokens;
    const last = tokens.at(-1);
    if (first === undefined || last === undefined)
        return null;
    if (first.text === 'from' && !tokens.some(({ text }) => text === 'import')) {
        return { line: first.line, message: '`from` lacks its `import`' };
    }
    if ((first.text === 'from' || first.text === 'import') && last.text === ',') {
        return { line: last.line, message: 'an import ends with a comma' };
    }
    return null;
}
function shown(name) {
    return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
