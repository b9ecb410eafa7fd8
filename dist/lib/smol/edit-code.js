import { estimateTokenCount } from 'tokenx';
import { MalformedReplyError } from '../model/errors.js';
import { addUsage } from '../model/port.js';
import { expectedTokens, streamReply } from './code.js';
import { checkChange } from './content.js';
import { hasEditMarks, readEdits } from './edit-blocks.js';
import { applyEdits } from './edits.js';
import { UnusableContentError } from './errors.js';
import { joinLines, narrow, spliceLines, splitLines } from './lines.js';
import { editMessages, wholeFileMessages } from './prompts.js';
import { unwrap } from './unwrap.js';
/** An edit holds the lines that it replaces as well. */
const LINES_OF_EDIT = 2;
/**
 * Asks the model to change a file that is there: streams its edits, continues them when the token limit cuts
 * them, and makes them. Edits that cannot be made, or whose result cannot be written, are asked for once more
 * as a whole file, which keeps the old one's line ends. `onRetry` says so; text streamed before it is void.
 *
 * @throws ModelError, TruncatedError, UnusableContentError; the signal's reason when aborted.
 */
export async function editCode(request, model, options = {}) {
    const { file, uses, reason } = request;
    // A byte order mark is kept, but is not the model's concern.
    const shown = { path: file.path, content: file.content.replace(/^\ufeff/, '') };
    const asked = editMessages(request, request.plan, shown, { uses, reason });
    const first = await ask(request, asked, model, options);
    const made = outcome(first, request, 'edits');
    if (made.kind !== 'rejected')
        return { ...made, usage: first.usage };
    const error = new MalformedReplyError(`The edits cannot be made: ${made.reason}.`);
    options.onRetry?.({ attempt: 1, waitMs: 0, error });
    const isShown = !first.endless && first.text.trim() !== '';
    const again = isShown ? wholeFileMessages(asked, first.text, made.reason) : asked;
    const second = await ask(request, again, model, options);
    const remade = outcome(second, request, 'whole');
    if (remade.kind === 'rejected') {
        throw new UnusableContentError(`The model's \`${file.path}\` cannot be written: ${remade.reason}.`);
    }
    return { ...remade, usage: addUsage(first.usage, second.usage) };
}
function ask(request, messages, model, options) {
    const expectedOutputTokens = expectedEditTokens(request.lines, request.file.content);
    return streamReply({ ...options, messages, expectedOutputTokens }, model);
}
/** The tokens that edits of a file are expected to take: no more than the file with what is new in it. */
export function expectedEditTokens(lines, content) {
    const fresh = expectedTokens(lines);
    return Math.min(LINES_OF_EDIT * fresh, estimateTokenCount(content) + fresh);
}
/** What a reply makes of the file. @param wanted what was asked for: after edits, the file as a whole. */
function outcome({ text, endless }, request, wanted) {
    const { path, content } = request.file;
    if (endless)
        return { kind: 'rejected', reason: 'they have no end' };
    const made = contentOf(text.toWellFormed(), request.file, wanted);
    if (made.kind === 'rejected')
        return made;
    if (made.content === content)
        return { kind: 'unchanged', content };
    const checked = checkChange(content, made.content, path, request.refuseContent);
    return checked.kind === 'ok' ? { kind: 'changed', content: checked.content } : checked;
}
function contentOf(reply, file, wanted) {
    const read = readEdits(reply);
    if (read.kind === 'unchanged')
        return { kind: 'made', content: file.content };
    const whole = unwrap(reply, file.path);
    // A file that tells of edits does not read as a whole one, though it was asked for so.
    const tellsOfEdits = wanted === 'whole' && hasEditMarks(file.content) && !/^\s*<{5}/.test(whole);
    if (read.kind === 'edits' && !tellsOfEdits)
        return applyEdits(file.content, read.edits);
    if ((read.kind === 'whole' || tellsOfEdits) && isPlausible(whole, file, wanted)) {
        return { kind: 'made', content: inPlaceOf(file.content, whole) };
    }
    const reason = read.kind === 'malformed' ? read.reason : 'they are not in that form';
    return { kind: 'rejected', reason };
}
/**
 * Whether a text that holds no edits is the whole file: it has nothing in it of edits in another form, and, where
 * nobody asked for a whole file, a line of the old one, which a sentence to a person has not.
 */
function isPlausible(whole, { content }, wanted) {
    if (hasEditMarks(whole) && !hasEditMarks(content))
        return false;
    if (wanted === 'whole' || content.trim() === '')
        return true;
    const old = new Set(content.split('\n').map((line) => line.trim()));
    return whole.split('\n').some((line) => line.trim() !== '' && old.has(line.trim()));
}
/** A whole file with the byte order mark, the line ends and the blank lines at the end of the one before. */
function inPlaceOf(before, whole) {
    const old = splitLines(before);
    const isBlank = (line) => line.trim() === '';
    const lastOld = old.texts.findLastIndex((line) => !isBlank(line)) + 1;
    const texts = splitLines(whole).texts;
    const last = texts.findLastIndex((line) => !isBlank(line)) + 1;
    const splice = { start: 0, end: lastOld, texts: texts.slice(0, last) };
    return joinLines(spliceLines(old, [narrow(splice, old.texts.slice(0, lastOld))]));
}
