import { findCloser, isBlank, readFence } from './fences.js';
const MARKUP_FILE = /(?:^|\/)(?:readme|changelog|contributing)$|\.(?:md|markdown|mdx|mdc|mdown|mkd|qmd|rmd|rst|adoc|asciidoc|org)(?:\.(?:hbs|ejs|njk|tmpl|tpl|j2|jinja|mustache|erb|liquid))?$/i;
const MARKDOWN_TAG = /^(?:md|mdx|markdown|mdown|qmd|rmd|rst|adoc|asciidoc|org|text|txt|plaintext)?(?:$|[\s{:])/i;
/** Lines of chatter before the file's block. More is not chatter. */
const MAX_CHATTER_LINES = 3;
/**
 * Takes the fence and the chatter off a reply that should be the content of one file and nothing else. Only
 * an outermost fence goes; fences inside the content stay, and so does every other character.
 *
 * - A Markdown file (or one of its relatives) is taken out of a fence only if one fence encloses all of it,
 *   closed or not, since its own text may begin and end with code blocks.
 * - Any other file cannot begin with a fence: the first block is the file, and what follows it is chatter.
 * - Before that block may stand up to three lines that read like a sentence to a person, or name the file.
 *
 * @param reply What the model answered.
 * @param path The file it was asked for; only its name is looked at.
 * @returns The content. A reply without a fence at the beginning of a line comes back as it is.
 * @example unwrap('```c++\nint main() {}\n```', 'main.cpp') // 'int main() {}'
 */
export function unwrap(reply, path) {
    const lines = reply.split('\n');
    const first = lines.findIndex((line) => !isBlank(line));
    if (readFence(lines[first] ?? '') === null) {
        return MARKUP_FILE.test(path) ? reply : (withoutChatter(lines, path) ?? reply);
    }
    if (MARKUP_FILE.test(path))
        return withoutEnclosingFence(lines, first) ?? reply;
    return contentOf(lines, first, findCloser(lines, first, true));
}
function withoutEnclosingFence(lines, open) {
    const tag = readFence(lines[open] ?? '')?.tag ?? '';
    const isForMarkup = MARKDOWN_TAG.test(tag);
    const close = findCloser(lines, open, isForMarkup && tag !== '');
    if (close === null)
        return isForMarkup ? contentOf(lines, open, null) : null;
    if (lines.slice(close + 1).some((line) => !isBlank(line)))
        return null;
    return contentOf(lines, open, close);
}
function withoutChatter(lines, path) {
    const open = lines.findIndex((line) => readFence(line) !== null);
    if (open === -1)
        return null;
    const chatter = lines.slice(0, open).filter((line) => !isBlank(line));
    if (chatter.length > MAX_CHATTER_LINES)
        return null;
    if (!chatter.every((line) => isChatter(line.trim(), path)))
        return null;
    const close = findCloser(lines, open, true);
    const hasOtherBlock = close !== null && lines.slice(close + 1).some((line) => readFence(line) !== null);
    return hasOtherBlock ? null : contentOf(lines, open, close);
}
/** `Sure!`, `Here is the file you asked for:`, `### src/app.ts`. Code that looks so does not precede a fence. */
function isChatter(line, path) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (/^(?:#{1,6} |\*\*|`)/.test(line))
        return line.includes(name);
    if (!/^\p{L}/u.test(line))
        return false;
    if (/^\p{L}+!$/u.test(line))
        return true;
    return /[.:!?…]\**$/u.test(line) && line.split(/\s+/).length >= 3;
}
function contentOf(lines, open, close) {
    const content = lines.slice(open + 1, close ?? lines.length).join('\n');
    // Where the opening line ends in CRLF, the line break before the closing one does too.
    const isCrlf = close !== null && lines[open]?.endsWith('\r') === true && content.endsWith('\r');
    return isCrlf ? content.slice(0, -1) : content;
}
