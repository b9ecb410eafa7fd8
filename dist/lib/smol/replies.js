import { closes, isBlank, readFence } from './fences.js';
const TITLE = /^[^\p{L}]*(?:replies|reply|answers)\b/iu;
// What begins an item: `1.`, `1)`, `- 1:`, `**1.**`, `### 1`, `[1]`, `Remark 1 –`.
const NUMBERED = /^ ?(?:[-*+•]\s{1,3})?(?:#{1,6}\s{1,3})?(\*\*|__)?[[(]?(?:(?:remark|reply to|reply|to)\s)?#?(\d{1,3})(?:[.):\]]{1,2}(?=\s|$|\*\*|__)|(?=\*\*|__|\s[–—-]\s)|(?=\s*$))/i;
const BULLET = /^ ?[-*+•]\s{1,3}(?=\S)/;
const NOTHING = /^(?:[-–—]+(?:\s*\([^()]{0,50})?|nothing|nothing (?:is |was )?asked(?: for)?|none|n\/a|no (?:reply|answer)(?: needed)?)$/i;
/** What says in more characters that nothing is said says something. */
const LONGEST_NOTHING = 60;
/** Spaces by which the lines below an item are moved in at most, without being a block of code. */
const MAX_INDENT = 4;
/** Finds the section in which a plan of a change replies to the remarks; null where it has none. */
export function repliesSection(lines, headings) {
    const position = headings.findLastIndex(({ text }) => TITLE.test(text));
    const heading = headings[position];
    if (heading === undefined)
        return null;
    const isNext = ({ level, text }) => level <= heading.level && !/^\W*\d/.test(text);
    const next = headings.slice(position + 1).find(isNext);
    return { start: heading.index, end: next?.index ?? lines.length };
}
/**
 * Reads the replies out of their section, whose heading is not among the lines.
 *
 * @returns one for each remark, in the order of the remarks: Markdown; null where the remark asks for nothing;
 *   the empty string where the model gave none.
 */
export function readReplies(lines, count) {
    const numbered = itemsOf(lines, count, numberOf);
    const items = numbered.length === 0 ? itemsOf(lines, count, bulletOf) : numbered;
    const begins = lines.find((line) => !isBlank(line));
    const isWhole = items.length === 0 || (count === 1 && begins !== items[0]?.raw);
    if (isWhole)
        return repliesOf(count === 1 ? [lines.join('\n')] : [], count);
    const isSame = items.every(({ number }) => number === items[0]?.number);
    if (isSame && items.length === count)
        return repliesOf(items.map(textOf), count);
    const texts = [];
    if (items === numbered)
        for (const item of joined(numbered))
            texts[item.number - 1] = textOf(item);
    return repliesOf(texts, count);
}
/** Replies as `readReplies` reads them. */
export function writeReplies(replies) {
    return replies.map((reply, index) => `${index + 1}. ${movedIn(reply ?? '–')}`).join('\n');
}
function movedIn(text) {
    return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(MAX_INDENT)}`);
}
function repliesOf(texts, count) {
    return Array.from({ length: count }, (_, index) => {
        const text = (texts[index] ?? '').trim();
        if (text.length > LONGEST_NOTHING)
            return text;
        return NOTHING.test(text.replaceAll(/^[\s*_(]+|[\s*_.)]+$/g, '')) ? null : text;
    });
}
/** The items that some lines begin, each with the lines below it. What stands in blocks of code begins none. */
function itemsOf(lines, count, startOf) {
    const items = [];
    let block = null;
    for (const line of lines) {
        const fence = line.startsWith('  ') ? null : readFence(line);
        const start = block === null && fence === null ? startOf(line) : null;
        if (block !== null)
            block = fence !== null && closes(fence, block) ? null : block;
        else
            block = fence;
        if (start !== null && start.number <= count)
            items.push({ number: start.number, raw: line, lines: [start.text] });
        else
            items.at(-1)?.lines.push(line);
    }
    return items;
}
function numberOf(line) {
    const match = NUMBERED.exec(line);
    const number = Number(match?.[2] ?? 0);
    if (match === null || number === 0)
        return null;
    const [begins, bold] = match;
    const rest = line.slice(begins.length);
    if (bold !== undefined && !rest.startsWith(bold))
        return { number, text: `${bold}${rest.trimStart()}` };
    const text = bold === undefined ? rest : rest.slice(bold.length);
    // After `1.` a dash is a list of the reply's own, or no reply at all.
    return {
        number,
        text: /[.):\]]$/.test(begins) && bold === undefined ? text.trimStart() : text.replace(/^\s*[–—:-]\s/, ''),
    };
}
function bulletOf(line) {
    const match = BULLET.exec(line);
    return match === null ? null : { number: 1, text: line.slice(match[0].length) };
}
/** A number that was there before is a list of the reply's own. */
function joined(items) {
    const known = [];
    for (const item of items) {
        const last = known.at(-1);
        if (last === undefined || known.every(({ number }) => number !== item.number))
            known.push(item);
        else
            last.lines.push(item.raw, ...item.lines.slice(1));
    }
    return known;
}
function textOf({ lines: [first = '', ...rest] }) {
    const indents = rest.filter((line) => !isBlank(line)).map((line) => line.length - line.trimStart().length);
    const common = Math.min(MAX_INDENT, ...indents);
    return [first, ...rest.map((line) => line.slice(common))].join('\n');
}
