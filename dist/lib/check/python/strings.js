/** Strings within strings, as deep as anybody writes them; deeper ones are not looked into. */
const MAX_NESTING = 30;
const DOUBLE = 34;
const SINGLE = 39;
const BACKSLASH = 92;
const NEWLINE = 10;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
/** Letters that may stand before a quote. */
const PREFIX = /^(?:[rbuft]|br|rb|fr|rf|tr|rt|ur)$/i;
/** Whether letters directly before a quote belong to the string. */
export function isStringPrefix(letters) {
    return letters.length <= 2 && PREFIX.test(letters);
}
/** Where a string ends that is never closed. */
export const UNCLOSED = -1;
/**
 * Finds the end of a string. Since Python 3.12 the braces of an f-string may hold the quotes that it stands in.
 *
 * @param at where its first quote is
 * @returns what comes after its last quote, or `UNCLOSED`
 */
export function stringEnd(text, at, prefix, nesting = 0) {
    if (nesting > MAX_NESTING)
        return text.length;
    const quote = text.charCodeAt(at);
    const isTriple = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
    const isFormat = /[ft]/i.test(prefix);
    const isRaw = /r/i.test(prefix);
    let here = at + (isTriple ? 3 : 1);
    while (here < text.length) {
        const code = text.charCodeAt(here);
        if (code === quote && (!isTriple || isTripleAt(text, here, quote)))
            return here + (isTriple ? 3 : 1);
        if (code === NEWLINE && !isTriple)
            return UNCLOSED;
        if (code === BACKSLASH)
            here = afterBackslash(text, here, isFormat, isRaw);
        else if (isFormat && code === OPEN_BRACE) {
            here =
                text.charCodeAt(here + 1) === OPEN_BRACE ? here + 2 : fieldEnd(text, here + 1, isTriple, nesting);
            if (here === UNCLOSED)
                return UNCLOSED;
        }
        else
            here += 1;
    }
    return UNCLOSED;
}
function isTripleAt(text, at, quote) {
    return text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
}
function afterBackslash(text, at, isFormat, isRaw) {
    const next = text.charCodeAt(at + 1);
    if (!isFormat)
        return next === 13 && text.charCodeAt(at + 2) === NEWLINE ? at + 3 : at + 2;
    if (next === OPEN_BRACE || next === CLOSE_BRACE)
        return at + 1;
    if (!isRaw && next === 78 && text.charCodeAt(at + 2) === OPEN_BRACE) {
        const end = text.indexOf('}', at);
        return end < 0 ? text.length : end + 1;
    }
    return next === 13 && text.charCodeAt(at + 2) === NEWLINE ? at + 3 : at + 2;
}
/** The end of what stands in the braces of an f-string, which begins at `at`. */
function fieldEnd(text, at, isTriple, nesting) {
    if (nesting > MAX_NESTING)
        return text.length;
    let depth = 0;
    let here = at;
    while (here < text.length) {
        const character = text[here] ?? '';
        if (character === '"' || character === "'") {
            here = stringEnd(text, here, lettersBefore(text, here), nesting + 1);
            if (here === UNCLOSED)
                return UNCLOSED;
            continue;
        }
        if (character === '}' && depth === 0)
            return here + 1;
        if (character === ':' && depth === 0)
            return formatEnd(text, here + 1, isTriple, nesting);
        if ('([{'.includes(character))
            depth += 1;
        else if (')]}'.includes(character))
            depth -= 1;
        else if (character === '#')
            here = lineEnd(text, here) - 1;
        if (depth < 0)
            return UNCLOSED;
        here += 1;
    }
    return UNCLOSED;
}
/** The end of braces, from behind the colon that says how what stands in them is to look. */
function formatEnd(text, at, isTriple, nesting) {
    let here = at;
    while (here < text.length) {
        const code = text.charCodeAt(here);
        if (code === CLOSE_BRACE)
            return here + 1;
        if (code === NEWLINE && !isTriple)
            return UNCLOSED;
        here = code === OPEN_BRACE ? fieldEnd(text, here + 1, isTriple, nesting + 1) : here + 1;
        if (here === UNCLOSED)
            return UNCLOSED;
    }
    return UNCLOSED;
}
function lettersBefore(text, at) {
    let start = at;
    while (start > 0 && at - start < 3 && /[A-Za-z0-9_]/.test(text[start - 1] ?? ''))
        start -= 1;
    const letters = text.slice(start, at);
    return isStringPrefix(letters) ? letters : '';
}
/** Where the line ends that an offset is in: at its newline, or at the end of the text. */
export function lineEnd(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
/** Whether a character begins a string. */
export function isQuote(code) {
    return code === DOUBLE || code === SINGLE;
}
