import { cleanPath, entryOf, itemsOf, } from './file-list.js';
/** Items at most of which it is read what they use: no run may change more. */
const MAX_RELATED = 1_000;
const ACTIONS = ['change', 'add', 'delete', 'rename', 'keep'];
/** One group for each action. */
const WORD = '(?:(change[sd]?|modif(?:y|ied|ies)|update[sd]?|edit(?:ed|s)?)|(add(?:ed|s)?|new|create[sd]?)|(delete[sd]?|removed?|removes)|(rename[sd]?|move[sd]?)|(unchanged|no changes?))';
// No two neighbouring parts of a pattern may match the same characters: a plan is a stranger's text.
/** `- Delete \`a.js\`` and the like, where the path should stand first. */
const WORD_FIRST = new RegExp(`^(\\s*(?:[-*+•]|\\d{1,4}[.)])\\s{1,4}(?:\\[[ xX]?\\]\\s)?)[*_([]{0,3}${WORD}(?: the)?(?: file| from)?[\\])*_:–—-]{0,3}\\s{1,3}(?:[–—:-]\\s)?((?:\\*\\*|__)?\`([^\`]+)\`(?:\\*\\*|__)?)`, 'i');
const GROUP = new RegExp(`^(?:files? (?:to (?:be )?)?)?${WORD}(?: files?)?(?: \\(\\d+\\))?:?$`, 'i');
const COUNT = /^\(\s?(?:~|≈|about )?\s?\d[\d,]{0,9}(?: lines?| loc)?\s?\)/i;
const SAID = new RegExp(`^[([]?${WORD}(?: file)?(?:,\\s?((?:~|≈|about )?\\s?\\d[\\d,]{0,9})(?: lines?)?)?`, 'i');
/** Where the word ends: what goes on otherwise is a description that begins with a verb. */
const ENDS = /^(?:[\])*_:–—.]|\s[–—:([-]|\s*$)/;
const ENDS_TOO = {
    change: /^[,;]/,
    add: /^[,;]/,
    keep: /^[,;]/,
    delete: /^\s(?:because|since)\b/i,
    rename: /^\s(?:(?:from|to|as)\b|→|⟶|-{1,2}>|=>|`)/i,
};
const SEPARATORS = /^[\s:–—*_.,;\])-]*/;
const ARROW = /^[\s*_:]*(?:→|⟶|-{1,2}>|=>)\s*(?:\*\*|__)?`([^`]+)`/;
const OTHER_PATH = /^[\s(:–—]*(from|to|as|→|⟶|-{1,2}>|=>)?\s{0,3}(?:\*\*|__)?`([^`]+)`(?:\*\*|__)?(?=\s*(?:[–—:;,.)(-]|$|and\b))/i;
/**
 * The items under "Files" in a plan of a change: a path, a word for what becomes of it, a description. The word
 * may also stand before the path, or in a heading over several items.
 *
 * @param existing paths of the repository.
 */
export function wishesOf(lines, headings, section, existing) {
    const inside = headings.filter(({ index }) => index > section.start && index < section.end);
    const groups = [{ index: section.start, text: '' }, ...inside];
    const items = groups.flatMap(({ index, text }, at) => {
        const below = lines.slice(index + 1, groups[at + 1]?.index ?? section.end);
        const given = actionOf(GROUP.exec(text));
        return itemsOf(below.map((line) => pathFirst(line, existing))).map((item) => ({ item, given }));
    });
    const listed = items.map(({ item }) => item.path);
    const related = listed.length > MAX_RELATED ? [] : listed;
    return items.map(({ item, given }) => {
        const { rest, ...read } = readAction(item, given, existing);
        return { ...entryOf({ ...item, path: read.path, rest }, related, existing), ...read };
    });
}
/** `- Delete \`a.js\` – why` as `- \`a.js\` – Delete – why`. */
function pathFirst(line, existing) {
    const match = WORD_FIRST.exec(line);
    if (match === null)
        return line;
    const [whole, bullet = '', ...groups] = match;
    const [quoted = '', path = ''] = groups.slice(ACTIONS.length);
    // `- Update \`render()\` in …` names no file first.
    if (!existing.has(path) && !/^[^()\s]*[./]\w[^()\s]*$/.test(path))
        return line;
    const word = groups.find((group) => group !== undefined) ?? '';
    return `${bullet}${quoted} – ${word} – ${line.slice(whole.length)}`;
}
/** The action whose word a pattern that begins with the groups of `WORD` has found. */
function actionOf(match) {
    return ACTIONS.find((_, index) => match?.[1 + index] !== undefined) ?? null;
}
function readAction({ path, rest }, given, existing) {
    const arrow = ARROW.exec(rest);
    const to = cleanPath(arrow?.[1] ?? '');
    if (arrow !== null && canRename(path, to, existing)) {
        return { path: to, action: 'rename', from: path, rest: restOf(readWord(rest.slice(arrow[0].length))) };
    }
    const said = readWord(rest);
    const action = said.action ?? given;
    const isRename = action === 'rename';
    // "change (renamed from …)", "add – moved from …"
    const renaming = isRename ? said : readWord(restOf(said));
    const couldRename = isRename || (action !== 'delete' && renaming.action === 'rename');
    const renamed = couldRename ? readRename(path, renaming, existing) : null;
    if (renamed !== null)
        return renamed;
    // What tells of a rename that cannot be is told to whoever changes the file.
    if (isRename)
        return { path, action: null, from: null, rest };
    return { path, action, from: null, rest: restOf(said) };
}
function readWord(rest) {
    const start = rest.replace(SEPARATORS, '');
    const counted = COUNT.exec(start)?.[0] ?? '';
    const text = start.slice(counted.length).replace(SEPARATORS, '');
    const match = SAID.exec(text);
    const action = actionOf(match);
    const after = text.slice(match?.[0].length ?? 0);
    if (action === null || !(ENDS.test(after) || ENDS_TOO[action].test(after))) {
        return { action: null, count: counted, text };
    }
    const lines = match?.[1 + ACTIONS.length];
    const count = lines === undefined ? counted : `(${lines})`;
    return { action, count, text: after.replace(SEPARATORS, '') };
}
function restOf({ count, text }) {
    return ` ${count} – ${text}`;
}
/** What a rename says of the other path; null where it is about something else, such as a function. */
function readRename(path, { count, text }, existing) {
    const match = OTHER_PATH.exec(text);
    if (match === null)
        return null;
    const other = cleanPath(match[2] ?? '');
    const isFrom = match[1] === undefined || /from/i.test(match[1]);
    const [from, to] = isFrom ? [other, path] : [path, other];
    if (!canRename(from, to, existing))
        return null;
    const after = text.slice(match[0].length).replace(SEPARATORS, '');
    return { path: to, action: 'rename', from, rest: restOf({ count, text: after }) };
}
/** Nothing that is there is written over, and what is not there is not renamed. */
function canRename(from, to, existing) {
    return existing.has(from) && !existing.has(to) && /[./]\w/.test(to);
}
