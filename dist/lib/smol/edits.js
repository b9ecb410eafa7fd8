import { joinLines, narrow, spliceLines, splitLines } from './lines.js';
/** Edits times lines of the file: beyond it, a file is better written anew than searched so often. */
const MAX_COMPARISONS = 20_000_000;
/**
 * Makes edits of a text. The lines of each are looked for as whole lines and must be found at exactly one
 * place; where they are found at none, white space at their ends need not match. All are looked for in the text
 * as it was, and none may overlap another.
 *
 * Every line outside of the edits stays byte for byte, and so do lines at an edit's beginning and end that it
 * repeats. Only in an empty text may an edit replace nothing.
 *
 * @example applyEdits('a\r\nb\r\n', [{ search: ['b'], replace: ['c'] }]) // content: 'a\r\nc\r\n'
 */
export function applyEdits(content, edits) {
    const lines = splitLines(content);
    if (edits.length * lines.texts.length > MAX_COMPARISONS) {
        return rejected('there are too many of them for a file of this length');
    }
    const places = locate(lines.texts, edits);
    if (typeof places === 'string')
        return rejected(places);
    const ordered = places.sort((a, b) => a.start - b.start);
    const reason = overlapOf(ordered);
    if (reason !== null)
        return rejected(reason);
    const splices = ordered.map((place) => narrow(place, place.search));
    return { kind: 'applied', content: joinLines(spliceLines(lines, splices)) };
}
function rejected(reason) {
    return { kind: 'rejected', reason };
}
/** Where each edit belongs, or why one of them belongs nowhere. */
function locate(texts, edits) {
    const exact = indexOf(texts);
    const tolerant = lazily(() => indexOf(texts.map((text) => text.trimEnd())));
    const places = [];
    for (const [index, { search, replace }] of edits.entries()) {
        const number = index + 1;
        if (search.length === 0 && texts.length > 0)
            return `edit ${number} does not say which lines it replaces`;
        let starts = search.length === 0 ? [0] : find(exact, search);
        if (starts.length === 0) {
            starts = find(tolerant(), search.map((text) => text.trimEnd()));
        }
        const [start, ...others] = starts;
        if (start === undefined)
            return `the lines that edit ${number} looks for do not stand in the file`;
        if (others.length > 0) {
            return `the lines that edit ${number} looks for stand in the file ${starts.length} times`;
        }
        places.push({ start, end: start + search.length, texts: replace, search, number });
    }
    return places;
}
function overlapOf(ordered) {
    for (const [index, place] of ordered.entries()) {
        const next = ordered[index + 1];
        if (next === undefined || (next.start >= place.end && next.start > place.start))
            continue;
        const [first, second] = [place.number, next.number].sort((a, b) => a - b);
        return `edits ${first} and ${second} overlap`;
    }
    return null;
}
function indexOf(texts) {
    const idOf = new Map();
    const ids = Int32Array.from(texts, (text) => {
        const id = idOf.get(text) ?? idOf.size;
        idOf.set(text, id);
        return id;
    });
    return { ids, idOf };
}
/** All places where a row of lines begins, in time linear in both lengths (Knuth, Morris and Pratt). */
function find({ ids, idOf }, search) {
    const wanted = Int32Array.from(search, (text) => idOf.get(text) ?? -1);
    if (wanted.includes(-1))
        return [];
    const borders = bordersOf(wanted);
    const starts = [];
    let length = 0;
    for (let at = 0; at < ids.length; at += 1) {
        while (length > 0 && ids[at] !== wanted[length])
            length = borders[length - 1] ?? 0;
        if (ids[at] === wanted[length])
            length += 1;
        if (length < wanted.length)
            continue;
        starts.push(at + 1 - length);
        length = borders[length - 1] ?? 0;
    }
    return starts;
}
/** For every beginning of a row, the length of its longest proper end that is a beginning too. */
function bordersOf(row) {
    const borders = new Int32Array(row.length);
    let border = 0;
    for (let index = 1; index < row.length; index += 1) {
        while (border > 0 && row[index] !== row[border])
            border = borders[border - 1] ?? 0;
        if (row[index] === row[border])
            border += 1;
        borders[index] = border;
    }
    return borders;
}
function lazily(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}
