import { Lines } from '../lines.js';
/** Where something ends that is never closed. */
export const UNCLOSED = -1;
/** Where something ends that is not closed in its line. */
export const CUT_OFF = -2;
const PAIRS = new Map([
    [')', '('],
    [']', '['],
    ['}', '{'],
]);
/** What says nothing; an old editor's sign for the end of a file, too. */
const BLANK = new Set(' \t\n\r\f\u001a\ufeff');
/** The first bracket, comment or text in quotes that is not closed, or closed by what does not fit. */
export function bracketsBroken(text, { skip, start, ends }) {
    const open = [];
    const lines = new Lines(text);
    let at = start?.(text) ?? 0;
    let last = -1;
    while (at < text.length) {
        const after = skip(text, at);
        if (after === UNCLOSED) {
            const message = `it ends inside a comment or a text in quotes that begins at line ${lines.at(at)}`;
            return { line: lines.at(Math.max(0, text.trimEnd().length - 1)), message };
        }
        if (after === CUT_OFF)
            return { line: lines.at(at), message: 'a text in quotes is never closed' };
        if (after > at) {
            if (text[at] !== '/')
                last = at;
            at = after;
            continue;
        }
        if (!BLANK.has(text[at] ?? ''))
            last = at;
        const bracket = text[at] ?? '';
        if (bracket === '(' || bracket === '[' || bracket === '{')
            open.push({ bracket, at });
        const pair = PAIRS.get(bracket);
        if (pair !== undefined) {
            const opened = open.pop();
            if (opened?.bracket !== pair)
                return mismatch(bracket, lines.at(at), opened, lines);
        }
        at += 1;
    }
    const opened = open.at(-1);
    const isCut = ends !== undefined && last >= 0 && !ends.has(text[last] ?? '');
    if (opened === undefined)
        return isCut ? { line: lines.at(last), message: 'it ends where something has to follow' } : null;
    const line = lines.at(Math.max(0, text.trimEnd().length - 1));
    return { line, message: `it ends before \`${opened.bracket}\` of line ${lines.at(opened.at)} is closed` };
}
function mismatch(bracket, line, opened, lines) {
    if (opened === undefined)
        return { line, message: `\`${bracket}\` closes nothing` };
    const message = `\`${bracket}\` stands where \`${opened.bracket}\` of line ${lines.at(opened.at)} is to be closed`;
    return { line, message };
}
/** The end of a text in quotes in which a backslash escapes. */
export function quotedEnd(text, at, quote, mayBreak) {
    for (let here = at + 1; here < text.length; here += 1) {
        const character = text[here];
        if (character === '\\')
            here += 1;
        else if (character === quote)
            return here + 1;
        else if (character === '\n' && !mayBreak)
            return CUT_OFF;
    }
    return UNCLOSED;
}
/** What comes after the next occurrence of a text. */
export function after(text, end, from) {
    const found = text.indexOf(end, from);
    return found < 0 ? UNCLOSED : found + end.length;
}
/** The end of a comment as C has them; the offset itself where none begins. */
export function commentEnd(text, at) {
    if (text[at] !== '/')
        return at;
    if (text[at + 1] === '*')
        return after(text, '*/', at + 2);
    if (text[at + 1] !== '/')
        return at;
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
