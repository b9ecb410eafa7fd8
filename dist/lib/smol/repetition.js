/** How often a line may follow itself (S43). */
const MAX_SAME_LINES = 200;
/** Characters at the end of the text that are looked at. */
const WINDOW = 20_000;
/** Characters. 20,000 made of 400 or fewer is the compression ratio of 0.02 of S43. */
const MAX_PERIOD = 400;
/**
 * Whether a model has fallen into endless repetition: the text ends in more than 200 equal lines, or its
 * last 20,000 characters are one piece of at most 400 characters over and over. Looks at the end of the
 * text only and takes a fraction of a millisecond, so it can be asked after every few kB of a stream.
 */
export function isRunaway(text) {
    return endsInEqualLines(text) || endsInShortPeriod(text);
}
function endsInEqualLines(text) {
    // The last line is still being written; a line that is empty counts like any other.
    let end = text.lastIndexOf('\n');
    let line = null;
    for (let count = 0; count <= MAX_SAME_LINES; count += 1) {
        if (end < 0)
            return false;
        const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
        const current = text.slice(start, end);
        if (line !== null && current !== line)
            return false;
        line = current;
        end = start - 1;
    }
    return true;
}
/** The smallest period of a string is its length less its longest border (Knuth, Morris and Pratt). */
function endsInShortPeriod(text) {
    if (text.length < WINDOW)
        return false;
    const window = text.slice(-WINDOW);
    const borders = new Int32Array(WINDOW);
    let border = 0;
    for (let index = 1; index < WINDOW; index += 1) {
        while (border > 0 && window.charCodeAt(index) !== window.charCodeAt(border))
            border = borders[border - 1] ?? 0;
        if (window.charCodeAt(index) === window.charCodeAt(border))
            border += 1;
        borders[index] = border;
        // The period of a beginning is never longer than that of the whole: ordinary text ends here early.
        if (index + 1 - border > MAX_PERIOD)
            return false;
    }
    return true;
}
