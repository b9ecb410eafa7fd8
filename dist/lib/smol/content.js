/** Bytes of UTF-8 (S39). */
const MAX_FILE_BYTES = 1_000_000;
const MAY_BE_EMPTY = new Set(['__init__.py', 'py.typed', '.gitkeep', '.keep', '.nojekyll']);
const KEEPS_CRLF = /\.(?:bat|cmd|ps1)$/i;
// Trojan Source: they make code read otherwise than it runs. Tag characters hide text altogether.
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
const TAG_CHARACTER = /[\u{e0000}-\u{e007f}]/u;
/**
 * Brings the text of one file into the form that is committed, or says why it cannot be (S45, S46): no byte
 * order mark, no lone surrogates, `\n` for `\r\n` (but not in `.bat`, `.cmd` and `.ps1`), exactly one line
 * break at the end.
 *
 * @param text The file's text, fences taken off.
 * @param path Where it will be written; its name decides about line ends and emptiness.
 * @param refuse Why a text may not be written for another reason, as such a clause; null when it may.
 * @returns `ok` with the content, the empty string only for files that are empty by custom such as
 *   `__init__.py`; or `rejected` with a reason, a whole clause without a final full stop.
 */
export function checkContent(text, path, refuse = () => null) {
    const wellFormed = text.toWellFormed().replace(/^\ufeff/, '');
    const reason = unacceptable(wellFormed) ?? refuse(wellFormed);
    if (reason !== null)
        return { kind: 'rejected', reason };
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (wellFormed.trim() === '') {
        if (MAY_BE_EMPTY.has(name))
            return { kind: 'ok', content: '' };
        return { kind: 'rejected', reason: 'the file came out empty' };
    }
    const content = endWithOneBreak(KEEPS_CRLF.test(name) ? wellFormed : wellFormed.replaceAll('\r\n', '\n'));
    if (Buffer.byteLength(content) > MAX_FILE_BYTES) {
        return { kind: 'rejected', reason: 'the file is larger than 1 MB' };
    }
    return { kind: 'ok', content };
}
/**
 * Holds the new text of a file that was there before to the same rules, and leaves it as it is: what was not
 * touched stays byte for byte. What a rule forbids is no reason against a change that leaves it where it was.
 *
 * @param before The file's text as it was.
 */
export function checkChange(before, text, path, refuse = () => null) {
    if (before === '')
        return checkContent(text, path, refuse);
    const judge = (part) => unacceptable(part) ?? refuse(part);
    const reason = judge(text);
    const isOld = reason !== null && judge(before) !== null;
    const newReason = isOld ? judge(newLines(before, text)) : reason;
    if (newReason !== null)
        return { kind: 'rejected', reason: newReason };
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (text.trim() === '' && !MAY_BE_EMPTY.has(name)) {
        return { kind: 'rejected', reason: 'the file came out empty' };
    }
    const size = Buffer.byteLength(text);
    if (size > MAX_FILE_BYTES && size > Buffer.byteLength(before)) {
        return { kind: 'rejected', reason: 'the file is larger than 1 MB' };
    }
    return { kind: 'ok', content: text };
}
/** The lines of a text that the one before did not have. */
function newLines(before, text) {
    const old = new Set(before.split('\n'));
    return text
        .split('\n')
        .filter((line) => !old.has(line))
        .join('\n');
}
function unacceptable(text) {
    if (text.includes('\0'))
        return 'the file holds NUL characters, so it is not text';
    if (BIDI_CONTROL.test(text)) {
        return 'the file holds characters that reverse the direction of text, which can hide what code does';
    }
    if (TAG_CHARACTER.test(text))
        return 'the file holds invisible tag characters, which can hide text';
    return null;
}
function endWithOneBreak(text) {
    let end = text.length;
    while (end > 0 && (text[end - 1] === '\n' || text[end - 1] === '\r'))
        end -= 1;
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    return text.slice(0, end) + lineBreak;
}
