import { wishesOf } from './change-items.js';
import { ChangeUnreadableError, TooManyFilesError } from './errors.js';
import { headingsOf, linesOf, sectionOf, titleOf } from './file-list.js';
import { refuseRemoval, selectPaths } from './paths.js';
import { PICTURE_STAYS } from './plan.js';
import { readReplies, repliesSection, writeReplies } from './replies.js';
/** One line at most that says that there are none. */
const NO_FILES = /^[^\p{L}\p{N}]*(?:(?:none|nothing|no|n\/a)\b[^\n]{0,100})?$/iu;
/**
 * Reads a plan of a change: which files are changed, added, renamed and deleted, and what is replied. What the
 * plan calls a change of a file that is not there adds it, and the other way round.
 *
 * @param remarkCount how many remarks the plan replies to.
 * @returns the plan, in which a reply is the empty string where the model gave none; or the reason why it cannot
 *   be read, so that its list must be asked for.
 * @throws TooManyFilesError
 */
export function readChange(text, remarkCount, rules) {
    const written = linesOf(text);
    const all = headingsOf(written);
    const said = repliesSection(written, all);
    const isReply = (index) => said !== null && index >= said.start && index < said.end;
    // A list in a reply is none of files.
    const lines = written.map((line, index) => (isReply(index) ? '' : line));
    const headings = all.filter(({ index }) => !isReply(index));
    const below = said === null ? [] : written.slice(said.start + 1, said.end);
    const replies = readReplies(below, remarkCount);
    const section = sectionOf(lines, headings);
    const wishes = section === null ? [] : wishesOf(lines, headings, section, rules.existing);
    if (wishes.length === 0) {
        const isNone = section !== null && saysNone(lines.slice(section.start + 1, section.end));
        const unreadable = whyNot(isNone, replies);
        if (unreadable !== null)
            return { unreadable };
    }
    if (wishes.some(({ path }) => path.endsWith('/'))) {
        return { unreadable: 'it lists folders, so it is not known which files are meant' };
    }
    return { text, title: titleOf(headings), ...admitChange(wishes, rules), replies };
}
function saysNone(section) {
    return NO_FILES.test(section.join('\n').trim());
}
/** Why a plan without files is no answer; null when it is one. */
function whyNot(isNone, replies) {
    if (replies.every((reply) => reply === null))
        return null;
    if (!isNone)
        return 'it has no list of files';
    return replies.every((reply) => !reply) ? 'it names no file and gives no reply' : null;
}
/**
 * The plan of a change whose list was asked for separately. The list is added to the text, so that everyone who
 * changes a file knows it, and whoever reads the plan again finds it.
 *
 * @throws ChangeUnreadableError when it names no file and gives no reply; TooManyFilesError
 */
export function changeFromList(text, change, rules) {
    const whole = `${text.trimEnd()}\n\n${writeChange(change)}`;
    const read = readChange(whole, change.replies.length, rules);
    if ('unreadable' in read)
        throw new ChangeUnreadableError('The plan of the change cannot be read.');
    return read;
}
/** The sections "Files" and "Replies" of a plan of a change, as `readChange` reads them. */
export function writeChange({ files, replies }) {
    const list = files.length === 0 ? 'None' : files.map(listItem).join('\n');
    return `## Files\n${list}\n\n## Replies\n${writeReplies(replies)}\n`;
}
function listItem({ path, action, from, lines, description, uses }) {
    const length = lines === null ? '' : ` (~${lines})`;
    const word = from === null ? action : `${action} from \`${from}\``;
    const used = uses.length === 0 ? '' : ` Uses ${uses.map((other) => `\`${other}\``).join(', ')}.`;
    return `- \`${path}\`${length} – ${word} – ${description.replace(/\s+/g, ' ')}${used}`;
}
/** Holds what a plan of a change asks for to the rules for paths. */
function admitChange(wishes, rules) {
    const renamed = new Map(wishes.flatMap(({ from, path }) => (from === null ? [] : [[from, path]])));
    const wanted = wishes.filter(({ path, action }) => {
        return action !== 'keep' && !(action === 'delete' && renamed.has(path));
    });
    const written = wanted.filter(({ action }) => action !== 'delete');
    const verdicts = selectPaths(written.map(({ path }) => path), rules);
    const places = new Map(written.map((wish, index) => [wish, verdicts[index]]));
    const taken = new Set(verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [] : verdict.path)));
    const files = [];
    const refused = [];
    for (const wish of wanted) {
        const verdict = places.get(wish);
        const path = verdict?.path ?? wish.path;
        const reason = verdict === undefined
            ? refuseDelete(path, files, taken, rules)
            : refuseWrite(wish, verdict, renamed, files, rules);
        const setAside = verdict?.kind === 'set aside' ? verdict.reason : asideFrom(wish, rules);
        if (reason !== null)
            refused.push({ path: wish.path, reason });
        else
            files.push({ ...wish, path, action: actionFor(wish, path, rules), setAside });
    }
    if (files.length > rules.maxFiles)
        throw new TooManyFilesError(files.length, rules.maxFiles);
    return { files, refused };
}
/** What is there is changed, what is not is added, whatever the plan calls it. */
function actionFor({ action }, path, { existing }) {
    if (action === 'delete' || action === 'rename')
        return action;
    return existing.has(path) ? 'change' : 'add';
}
function refuseDelete(path, files, written, { existing, protectedPaths }) {
    if (!existing.has(path))
        return 'there is no such file to delete';
    if (written.has(path) || files.some((file) => file.path === path))
        return 'the path is in the list twice';
    return refuseRemoval(path, protectedPaths);
}
function refuseWrite(wish, verdict, renamed, files, { refusePath, existing }) {
    const { from } = wish;
    if (verdict.kind === 'refused')
        return verdict.reason;
    if (verdict.kind === 'draw') {
        // A picture can get another name, and nothing else.
        const isMoved = from !== null && existing.has(from) && endingOf(from) === endingOf(verdict.path);
        if (from !== null ? !isMoved : existing.has(verdict.path))
            return PICTURE_STAYS;
    }
    if (from !== null && files.some((file) => file.from === from))
        return `\`${from}\` is renamed already`;
    const after = renamed.get(verdict.path);
    if (after !== undefined)
        return `it is renamed to \`${after}\``;
    return refusePath?.(verdict.path) ?? null;
}
function endingOf(path) {
    return path.slice(path.lastIndexOf('.')).toLowerCase();
}
/** Why the old path of a rename may not go, so that the file is shown to a person instead. */
function asideFrom({ from }, { protectedPaths }) {
    return from === null ? null : refuseRemoval(from, protectedPaths);
}
