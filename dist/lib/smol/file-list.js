import { closes, isBlank, readFence } from './fences.js';
import { unwrap } from './unwrap.js';
import { resolveUses } from './uses.js';
/** Files at most of which it is read what they use: no run may write more. */
const MAX_RELATED = 1_000;
// No two neighbouring parts of a pattern may match the same characters, and none may search for an end of the
// line from many starts: on a long line both take the square of its length, and a plan is a stranger's text.
const BULLET = /^(\s*)(?:[-*+•]|\d{1,4}[.)])\s+(\S[\s\S]*)?$/;
const TASK_BOX = /^\[[ xX]?\]\s+/;
const QUOTED_PATH = /^(\*\*|__)?\s?(`{1,2})([^`]+)\2/;
const BARE_PATH = /^(\*\*)?([\w@.+\-/[\]()$]{1,300})(?=$|\s+[(–—-]|\s*:|\*\*)/;
const SEPARATORS = /^(?:\*\*|__)?[\s:–—→-]*(?:\*\*|__)?[\s:–—→-]*/;
const LINES = /^\(\s*(?:(?:~|≈|about|approx\.?|ca?\.)\s*)?(\d{1,3}(?:,\d{3})+|\d{1,7})\s*(?:(?:lines?|loc)\s*)?\)/i;
/** `(new, ~120)`, `(change, ~20)`, `(changed)`: whether the file is there already. */
const NOVELTY = /^\(\s*(?:new|add(?:ed)?|changed?|edit(?:ed)?|modif(?:y|ied)|updated?)(?: file)?(?:\)|[,;:]\s*|\s(?=[~≈\d]))/i;
const USES = /\bUses\b/;
const USES_INSIDE_SENTENCE = /\buses\b(?=:?\s+(?:`|all\b|every\b|nothing\b|no\b))/;
/**
 * Reads the list of files out of a plan: the items of its last section named "Files". Each begins with the
 * path in backticks, then may follow in parentheses a number of lines and whether the file is new or changes, a
 * separator, a description, and the word `Uses` with other paths of the list, which may be globs (`src/*.css`), folders (`css/`) or bare names.
 * A plan that is wrapped in a fence as a whole is taken out of it first.
 *
 * @param existing Paths of the files that are there already, which `Uses` may name as well.
 * @returns `list` with at least one entry, in the plan's order, a path that is listed twice included; or
 *   `none` with a reason, a whole clause without a final full stop.
 * @example readFileList('# App\n## Files\n- `a.js` (~20) – starts it. Uses `b.js`.\n- `b.js`')
 */
export function readFileList(plan, existing) {
    const lines = linesOf(plan);
    const headings = headingsOf(lines);
    const section = sectionOf(lines, headings);
    if (section === null)
        return { kind: 'none', reason: 'the plan has no section named "Files"' };
    const items = itemsOf(lines.slice(section.start + 1, section.end));
    if (items.length === 0) {
        return { kind: 'none', reason: 'the section "Files" has no list item that begins with a path' };
    }
    if (items.some(({ isNested }) => isNested) && items.some(({ path }) => path.endsWith('/'))) {
        return { kind: 'none', reason: 'the list of files is a tree of folders, so paths are not given in full' };
    }
    // A list that is too long to be written is read for its length alone.
    const paths = items.length > MAX_RELATED ? [] : items.map(({ path }) => path);
    const entries = items.map((item) => entryOf(item, paths, existing));
    return { kind: 'list', title: titleOf(headings), entries };
}
/** Cuts a plan, by the same reading as `readFileList`. */
export function splitPlan(plan) {
    const { lines, title, introduction, files } = layoutOfPlan(plan);
    const { start, end } = introduction;
    const rest = lines.filter((_, at) => at >= end && (files === null || at < files.start || at >= files.end));
    return {
        title: title === null ? '' : title.text,
        introduction: lines.slice(start, end).join('\n').trim(),
        rest: rest.join('\n').trim(),
    };
}
/** Finds the parts of a plan, by the same reading as `readFileList`. */
export function layoutOfPlan(plan) {
    const lines = linesOf(plan);
    const all = headingsOf(lines);
    const [first, second] = all.filter(({ level }) => level < BOLD_LEVEL);
    const titled = first !== undefined && lines.slice(0, first.index).every(isBlank);
    const files = sectionOf(lines, all);
    const next = (titled ? second : first)?.index ?? lines.length;
    return {
        lines,
        title: titled ? first : null,
        introduction: { start: titled ? first.index + 1 : 0, end: Math.min(next, files?.start ?? next) },
        files,
        items: files === null ? [] : placedItems(lines, files),
    };
}
function placedItems(lines, { start, end }) {
    const first = start + 1;
    return itemsOf(lines.slice(first, end)).map((item) => ({
        path: item.path,
        lead: item.lead,
        rest: item.rest,
        start: first + item.start,
        end: first + item.end,
    }));
}
/** The lines of a plan, taken out of the fence around it. */
export function linesOf(plan) {
    return unwrap(plan, 'plan.md').replaceAll('\r\n', '\n').split('\n');
}
/** A line in bold alone does for a heading, below all others. */
const BOLD_LEVEL = 7;
/** The headings of a plan, those inside of code left out. */
export function headingsOf(lines) {
    const headings = [];
    let block = null;
    for (const [index, line] of lines.entries()) {
        const fence = readFence(line);
        if (block !== null) {
            if (fence !== null && closes(fence, block))
                block = null;
        }
        else if (fence !== null) {
            block = fence;
        }
        else {
            const heading = headingOf(line);
            if (heading !== null)
                headings.push({ index, ...heading });
        }
    }
    return headings;
}
function headingOf(line) {
    const match = /^ {0,3}(#{1,6})\s(.*)$/.exec(line);
    if (match !== null)
        return { level: match[1]?.length ?? 1, text: plainText(match[2] ?? '') };
    const bold = /^\s{0,3}(\*\*|__)([^*_]+)\1\s*(?:\(\d+\))?:?$/.exec(line.trimEnd());
    return bold === null ? null : { level: BOLD_LEVEL, text: plainText(bold[2] ?? '') };
}
function plainText(text) {
    return text
        .replaceAll(/[*`]|__/g, '')
        .trim()
        .replace(/\s#+$/, '')
        .trim();
}
/** The first heading, unless it is one of the sections; else the empty string. */
export function titleOf(headings) {
    const first = headings.find(({ level }) => level < BOLD_LEVEL)?.text ?? '';
    return /^(?:contract|files|change)\b/i.test(first) ? '' : first;
}
/** The section that `readFileList` reads: from its heading's line to the line after its last. */
export function sectionOf(lines, headings) {
    const named = (pattern) => headings.findLastIndex(({ text }) => pattern.test(text));
    const exact = named(/^[^\p{L}]*files\s*(?:\(.*\))?:?$/iu);
    const position = exact === -1 ? named(/^[^\p{L}]*files\b/iu) : exact;
    const heading = headings[position];
    if (heading === undefined)
        return null;
    const next = headings.slice(position + 1).find(({ level }) => level <= heading.level);
    return { start: heading.index, end: next?.index ?? lines.length };
}
/** The items that are files, each with the lines below it that are none. */
export function itemsOf(lines) {
    const items = [];
    const bullets = lines.map((line) => BULLET.exec(line));
    const margin = bullets.reduce((least, bullet) => Math.min(least, bullet?.[1]?.length ?? least), 80);
    let current = null;
    for (const [index, line] of lines.entries()) {
        const bullet = bullets[index];
        const isNested = (bullet?.[1]?.length ?? 0) > margin + 1;
        const item = bullet ? itemOf(bullet[2] ?? '', isNested) : null;
        if (item !== null) {
            const lead = line.slice(0, line.length - item.rest.length);
            current = { ...item, lead, start: index, end: index + 1 };
            items.push(current);
        }
        else if (headingOf(line) !== null || (bullet && !isNested)) {
            current = null;
        }
        else if (current !== null && !isBlank(line)) {
            current.rest += ` ${(bullet?.[2] ?? line).trim()}`;
            current.end = index + 1;
        }
    }
    return items;
}
function itemOf(text, isNested) {
    const item = text.replace(TASK_BOX, '');
    const quoted = QUOTED_PATH.exec(item);
    if (quoted !== null) {
        const path = cleanPath(quoted[3] ?? '');
        if (path === '' || (isNested && !/[./]/.test(path)))
            return null;
        return { path, isNested, rest: item.slice(quoted[0].length) };
    }
    const bare = isNested ? null : BARE_PATH.exec(item);
    const path = cleanPath(bare?.[2] ?? '');
    if (bare === null || !/[./]\w/.test(path))
        return null;
    return { path, isNested, rest: item.slice(bare[0].length) };
}
/** A path as it is compared: NFC, without a leading `./`. */
export function cleanPath(path) {
    return path.trim().normalize('NFC').replace(/^\.\//, '');
}
/** An item read to its end. @param paths those that may be named after `Uses`. */
export function entryOf({ path, rest }, paths, existing) {
    const afterPath = withoutNovelty(rest.replace(SEPARATORS, ''));
    const count = LINES.exec(afterPath);
    const sentence = afterPath.slice(count?.[0].length ?? 0).replace(SEPARATORS, '');
    const uses = USES.exec(sentence) ?? USES_INSIDE_SENTENCE.exec(sentence);
    const description = uses === null ? sentence : sentence.slice(0, uses.index);
    return {
        path,
        lines: count === null ? null : Number(count[1]?.replaceAll(',', '')),
        description: withoutEnd(description),
        uses: uses === null ? [] : resolveUses(sentence.slice(uses.index), path, paths, existing),
    };
}
/** `(new, ~120) – a page` → `(~120) – a page`. */
function withoutNovelty(text) {
    const novelty = NOVELTY.exec(text)?.[0];
    if (novelty === undefined)
        return text;
    if (novelty.endsWith(')'))
        return text.slice(novelty.length);
    const count = `(${text.slice(novelty.length)}`;
    return LINES.test(count) ? count : text;
}
/** Without the separators and brackets that were left open at its end. */
function withoutEnd(description) {
    let end = description.length;
    while (end > 0 && /[\s(*_,;:–—-]/.test(description[end - 1] ?? ''))
        end -= 1;
    return description.slice(0, end);
}
