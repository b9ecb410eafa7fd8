import { KEYWORDS } from './words.js';
const ASSIGNMENTS = new Set('= += -= *= /= //= %= **= >>= <<= &= |= ^= @='.split(' '));
/** Names that a statement makes where it stands. More than it makes is better than less. */
export function namesMadeBy({ tokens, keyword, isHead }) {
    if (keyword === 'def' || keyword === 'class') {
        const name = tokens[tokens.findIndex(({ text }) => text === keyword) + 1]?.text;
        return name === undefined ? [] : [name];
    }
    const walrus = namesBefore(tokens, ':=');
    if (keyword === 'global')
        return tokens.slice(1).map(({ text }) => text);
    if (isHead && keyword === 'for')
        return [...targets(tokens.slice(1, indexOf(tokens, 'in'))), ...walrus];
    if (isHead && keyword === 'case')
        return tokens.filter(isPlainName).map(({ text }) => text);
    if (isHead)
        return [...namesAfter(tokens, 'as'), ...walrus];
    const assigned = tokens.findLastIndex(({ text, depth }) => depth === 0 && ASSIGNMENTS.has(text));
    if (assigned > 0)
        return [...targets(tokens.slice(0, assigned)), ...walrus];
    if (keyword === 'type' && tokens[1]?.kind === 'name')
        return [tokens[1].text];
    if (tokens[1]?.text === ':' && tokens[0]?.kind === 'name')
        return [tokens[0].text];
    return walrus;
}
function indexOf(tokens, text) {
    const index = tokens.findIndex((token) => token.text === text);
    return index < 0 ? tokens.length : index;
}
function isPlainName({ kind, text }) {
    return kind === 'name' && !KEYWORDS.has(text);
}
/** Names that are assigned to: not those in the brackets of an index or a call, nor those of an annotation. */
function targets(tokens) {
    const names = [];
    let hidden = Number.POSITIVE_INFINITY;
    let isAnnotation = false;
    for (const [index, token] of tokens.entries()) {
        if (token.depth === 0 && token.text === ':')
            isAnnotation = true;
        else if (token.depth === 0 && token.text === '=')
            isAnnotation = false;
        if (token.depth < hidden)
            hidden = Number.POSITIVE_INFINITY;
        const before = tokens[index - 1];
        if ((token.text === '(' || token.text === '[') && isOperand(before))
            hidden = Math.min(hidden, token.depth + 1);
        const next = tokens[index + 1]?.text ?? '';
        const isTarget = token.depth < hidden && !isAnnotation && before?.text !== '.' && !'.(['.includes(next || ',');
        if (isTarget && isPlainName(token))
            names.push(token.text);
    }
    return names;
}
function isOperand(token) {
    return token !== undefined && (isPlainName(token) || token.text === ')' || token.text === ']');
}
function namesBefore(tokens, operator) {
    const names = [];
    for (let index = 1; index < tokens.length; index += 1) {
        const before = tokens[index - 1];
        if (tokens[index]?.text === operator && before?.kind === 'name')
            names.push(before.text);
    }
    return names;
}
/** Names behind each `as` of a head: of `with open(p) as (a, b)` both. */
function namesAfter(tokens, word) {
    const names = [];
    for (const [index, { kind, text }] of tokens.entries()) {
        if (kind !== 'name' || text !== word)
            continue;
        for (let at = index + 1; at < tokens.length; at += 1) {
            const token = tokens[at];
            if (token === undefined || !(isPlainName(token) || token.text === '(' || token.text === ','))
                break;
            if (isPlainName(token))
                names.push(token.text);
        }
    }
    return names;
}
/** What a statement imports; empty where it is none that does. */
export function importsOf({ tokens, keyword, line, scope }) {
    const { runs } = scope;
    const isLate = scope.kind === 'function';
    if (keyword === 'import') {
        return splitBy(tokens.slice(1)).map((part) => {
            const module = dotted(part);
            const as = part.findIndex(({ text }) => text === 'as');
            const name = as < 0 ? (module.split('.')[0] ?? module) : (part[as + 1]?.text ?? module);
            return {
                line: part[0]?.line ?? line,
                level: 0,
                module,
                names: null,
                isStar: false,
                as: name,
                runs,
                isLate,
            };
        });
    }
    if (keyword !== 'from')
        return [];
    const at = indexOf(tokens, 'import');
    const source = tokens.slice(1, at);
    const level = source.reduce((sum, { text }) => sum + (/^\.+$/.test(text) ? text.length : 0), 0);
    const dots = source.findIndex(({ kind }) => kind === 'name');
    const leading = dots < 0 ? level : source.slice(0, dots).reduce((sum, { text }) => sum + text.length, 0);
    const module = dots < 0 ? '' : dotted(source.slice(dots));
    const taken = tokens.slice(at + 1).filter(({ text }) => text !== '(' && text !== ')');
    const isStar = taken[0]?.text === '*';
    const names = splitBy(taken).flatMap((part) => {
        const [first] = part;
        if (first?.kind !== 'name')
            return [];
        return [{ name: first.text, as: part[2]?.text ?? first.text, line: first.line }];
    });
    return [{ line, level: leading, module, names, isStar, as: '', runs, isLate }];
}
function dotted(tokens) {
    let text = '';
    for (const token of tokens) {
        if (token.text === 'as' || (token.kind !== 'name' && token.text !== '.'))
            break;
        text += token.text;
    }
    return text;
}
function splitBy(tokens) {
    const parts = [[]];
    for (const token of tokens) {
        if (token.text === ',')
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts.filter((part) => part.length > 0);
}
