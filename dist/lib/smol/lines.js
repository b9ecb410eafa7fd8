/**
 * Cuts a text into lines, so that `joinLines` gives it back byte for byte. A lone carriage return ends a line
 * only where the text has no line feed at all; a line feed at the very end begins no further line.
 */
export function splitLines(text) {
    const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
    const rest = text.slice(mark.length);
    const pieces = rest.split(rest.includes('\n') ? /(\r?\n)/ : /(\r)/);
    const texts = pieces.filter((_, index) => index % 2 === 0);
    const ends = pieces.filter((_, index) => index % 2 === 1);
    if (texts.at(-1) === '')
        return { mark, texts: texts.slice(0, -1), ends };
    return { mark, texts, ends: [...ends, ''] };
}
/** The text that was cut. */
export function joinLines({ mark, texts, ends }) {
    return mark + texts.map((text, index) => text + (ends[index] ?? '')).join('');
}
/** The line end that a text has most of; `\n` where it has none. */
export function commonEnd({ ends }) {
    const windows = ends.filter((end) => end === '\r\n').length;
    const others = ends.filter((end) => end !== '' && end !== '\r\n');
    return windows > others.length ? '\r\n' : (others[0] ?? '\n');
}
/**
 * Replaces parts of a text that do not overlap. What stands between them stays byte for byte; a new line takes
 * the end of the line in whose place it comes, or else the most common one; where the last line had no end, the
 * new last one has none.
 *
 * @param splices in the order of the text.
 */
export function spliceLines(lines, splices) {
    const common = commonEnd(lines);
    const texts = [];
    const ends = [];
    const keep = (from, to) => {
        for (let index = from; index < to; index += 1) {
            texts.push(lines.texts[index] ?? '');
            ends.push(lines.ends[index] ?? '');
        }
    };
    let at = 0;
    for (const splice of splices) {
        keep(at, splice.start);
        const endsOpen = splice.end === lines.texts.length && lines.ends.at(-1) === '' && splice.texts.length > 0;
        if (endsOpen && ends.at(-1) === '')
            ends[ends.length - 1] = common;
        for (const [index, text] of splice.texts.entries()) {
            texts.push(text);
            ends.push(endOf(lines, splice, index) || common);
        }
        if (endsOpen)
            ends[ends.length - 1] = '';
        at = splice.end;
    }
    keep(at, lines.texts.length);
    return { mark: lines.mark, texts, ends };
}
function endOf(lines, { start, end }, index) {
    return start + index < end ? (lines.ends[start + index] ?? '') : '';
}
/** The same change without the lines at its beginning and end that it leaves as `before` has them. */
export function narrow({ start, end, texts }, before) {
    const most = Math.min(before.length, texts.length);
    let head = 0;
    while (head < most && before[head] === texts[head])
        head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === texts[texts.length - 1 - tail])
        tail += 1;
    return { start: start + head, end: end - tail, texts: texts.slice(head, texts.length - tail) };
}
