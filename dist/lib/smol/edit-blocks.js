const OPENER = /^(<{5,9})\s*SEARCH\s*$/i;
const DIVIDER = /^(={5,9})\s*$/;
const CLOSER = /^(>{5,9})\s*REPLACE\s*$/i;
/** What git writes around a conflict is content: two such files, and the line between them belongs to it. */
const CONFLICT_START = /^<{7}(?:\s|$)/;
const CONFLICT_END = /^>{7}(?:\s|$)/;
const UNCHANGED = /^[*`"']*UNCHANGED[*`"']*[.!]?$/;
/**
 * Reads the edits out of a reply: blocks of `<<<<<<< SEARCH`, `=======` and `>>>>>>> REPLACE`. Whatever stands
 * outside of them, such as a fence or a sentence, is left out. Markers have five to nine characters; inside a
 * block, those of another length than its first one are content where its own are there too.
 *
 * @returns `malformed` where a block can be read in two ways or in none. Takes time linear in the reply.
 */
export function readEdits(reply) {
    const lines = reply.split(/\r?\n/);
    const edits = [];
    for (let at = 0; at < lines.length; at += 1) {
        const line = lines[at] ?? '';
        const opener = OPENER.exec(line)?.[1];
        if (opener === undefined) {
            if (!CLOSER.test(line))
                continue;
            return malformed(`${nameOf(edits.length)} has a last line but no first one`);
        }
        const end = endOf(lines, at, opener.length);
        if (end === null)
            return malformed(`edit ${edits.length + 1} has no last line ">>>>>>> REPLACE"`);
        const divider = dividerOf(lines, at, end, opener.length);
        if (typeof divider === 'string')
            return malformed(`edit ${edits.length + 1} has ${divider}`);
        edits.push({ search: lines.slice(at + 1, divider), replace: lines.slice(divider + 1, end) });
        at = end;
    }
    if (edits.length > 0)
        return { kind: 'edits', edits };
    const words = lines.map((text) => text.trim()).filter((text) => text !== '' && !/^[`~]{3,}\w*$/.test(text));
    if (words.length === 0)
        return malformed('the reply is empty');
    const isUnchanged = UNCHANGED.test(words[0] ?? '') || UNCHANGED.test(words.at(-1) ?? '');
    return isUnchanged ? { kind: 'unchanged' } : { kind: 'whole', text: reply };
}
/**
 * Whether a text has lines in it that belong around edits or differences rather than into a file: then a reply
 * that was read as a whole file most likely is none.
 */
export function hasEditMarks(text) {
    return /^(?:<{5,9}|>{5,9})(?:[ \t]|$)|^@@ .{1,80} @@|^\*\*\* (?:Begin|Update) /m.test(text);
}
function malformed(reason) {
    return { kind: 'malformed', reason };
}
function nameOf(before) {
    return before === 0 ? 'the first edit' : `the edit after edit ${before}`;
}
/** The block's last line: the next one of the same length, or else of any, if no other block begins before it. */
function endOf(lines, start, length) {
    let other = null;
    for (let at = start + 1; at < lines.length; at += 1) {
        const line = lines[at] ?? '';
        const opener = OPENER.exec(line)?.[1];
        if (opener !== undefined && (opener.length === length || other !== null))
            break;
        const closer = CLOSER.exec(line)?.[1];
        if (closer?.length === length)
            return at;
        if (closer !== undefined)
            other ??= at;
    }
    return other;
}
/** The line between the two parts of a block; or what is wrong with it. */
function dividerOf(lines, start, end, length) {
    const all = dividersOf(lines, start, end);
    const sameLength = all.filter((divider) => divider.length === length);
    const candidates = sameLength.length > 0 ? sameLength : all;
    const outside = candidates.filter(({ isInConflict }) => !isInConflict);
    const [divider, second] = outside.length > 0 ? outside : candidates;
    if (divider === undefined)
        return 'no line "=======" in it';
    return second === undefined ? divider.at : 'more than one line "=======" in it';
}
function dividersOf(lines, start, end) {
    const dividers = [];
    let isInConflict = false;
    for (let at = start + 1; at < end; at += 1) {
        const line = lines[at] ?? '';
        if (CONFLICT_START.test(line))
            isInConflict = true;
        else if (CONFLICT_END.test(line))
            isInConflict = false;
        const length = DIVIDER.exec(line)?.[1]?.length;
        if (length !== undefined)
            dividers.push({ at, length, isInConflict });
    }
    return dividers;
}
