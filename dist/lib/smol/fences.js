/**
 * Reads one line (without its line feed) as a fence, by CommonMark's rule: at most three spaces, then three
 * or more markers; what follows backticks holds none. Null for any other line.
 */
export function readFence(line) {
    const match = /^ {0,3}(`{3,}|~{3,})/.exec(line);
    const markers = match?.[1];
    if (match === null || markers === undefined)
        return null;
    const tag = line.slice(match[0].length).trim();
    const marker = markers.startsWith('`') ? '`' : '~';
    if (marker === '`' && tag.includes('`'))
        return null;
    return { marker, length: markers.length, tag };
}
/** Whether a line may close the block that `opener` opened: same marker, at least as long, without a tag. */
export function closes(fence, opener) {
    return fence.tag === '' && fence.marker === opener.marker && fence.length >= opener.length;
}
/**
 * The line that closes the block opened in line `open`, or null where none does. Models put fences of the
 * same length inside each other, so a line without a tag may close the block or open one inside it. Decided,
 * in this order, by: a tag (it opens); the blank lines around it (`text, blank, fence, code` opens, `code,
 * fence, blank` closes); and whether the fences that follow still come out even.
 *
 * @param lines The lines of the reply, without line feeds.
 * @param open Index of the line with the opening fence.
 * @param nested Where nothing else decides: take the line for one inside (true) or for the end (false).
 */
export function findCloser(lines, open, nested) {
    const opener = readFence(lines[open] ?? '');
    if (opener === null)
        return null;
    const rivals = fencesLike(lines, open + 1, opener);
    let tagged = rivals.filter(({ opens }) => opens).length;
    let bare = rivals.length - tagged;
    const fenceIsLast = endsWithFence(lines, rivals);
    let depth = 1;
    for (const { index, opens } of rivals) {
        if (opens) {
            tagged -= 1;
            depth += 1;
            continue;
        }
        bare -= 1;
        if (depth > 1) {
            depth -= 1;
            continue;
        }
        // An odd rest leaves a fence over whichever way this one is read: it is a line of the content.
        if ((tagged + bare) % 2 === 1 && fenceIsLast)
            continue;
        const even = (tagged + bare) % 2 === 0 && bare >= tagged + 2;
        const look = lookOf(lines, index);
        if (even && (look === 'opens' || (look === 'unclear' && nested)))
            depth += 1;
        else
            return index;
    }
    return null;
}
function fencesLike(lines, from, opener) {
    const rivals = [];
    for (let index = from; index < lines.length; index += 1) {
        const fence = readFence(lines[index] ?? '');
        if (fence === null || fence.marker !== opener.marker || fence.length < opener.length)
            continue;
        rivals.push({ index, opens: fence.tag !== '' });
    }
    return rivals;
}
function endsWithFence(lines, rivals) {
    const last = rivals.at(-1);
    if (last === undefined || last.opens)
        return false;
    for (let index = lines.length - 1; index > last.index; index -= 1)
        if (!isBlank(lines[index]))
            return false;
    return true;
}
function lookOf(lines, index) {
    const blankBefore = isBlank(lines[index - 1]);
    const blankAfter = isBlank(lines[index + 1]);
    if (blankBefore === blankAfter)
        return 'unclear';
    return blankBefore ? 'opens' : 'closes';
}
/** Whether a line is missing or holds white space alone. */
export function isBlank(line) {
    return line === undefined || line.trim() === '';
}
