import { FilesByName } from './files-by-name.js';
import { namesOf } from './promised-name.js';
/** More lines are no plan. */
const MAX_LINES = 5_000;
/** Longer lines are not written by a planner. */
const MAX_LINE = 4_000;
/** More names are no plan. */
const MAX_NAMES = 5_000;
/**
 * Reads the names that a plan gives its files: those in backticks that stand first in an item or a clause of a line
 * which begins with a file, or which names one before its colon.
 *
 * Names that are mentioned (what a function calls, what a page is filled with) are none, nor is prose in backticks.
 */
export function promisedNames(plan) {
    const files = new FilesByName(plan.files.map(({ path }) => path));
    const names = [];
    let context = NO_CONTEXT;
    let fence = false;
    for (const line of plan.text.split('\n', MAX_LINES)) {
        if (names.length > MAX_NAMES)
            break;
        if (/^\s*(?:```|~~~)/.test(line))
            fence = !fence;
        else if (!fence && line.length <= MAX_LINE) {
            const read = readLine(line, context, files);
            context = read.context;
            names.push(...read.names);
        }
    }
    const parameters = parametersOf(plan.text);
    return withoutTwice(names.filter(({ kind, name }) => !(kind === 'name' || CALLBACK.test(name)) || !parameters.has(name)));
}
/** Names that are given to functions, rather than being functions of a file. */
const CALLBACK = /^(?:fn|cb|callback|updater?|handler|listener|next|on[A-Z]\w*)$/;
/** What functions are given, by the plan: words inside the brackets of what stands in backticks. */
function parametersOf(text) {
    const words = new Set();
    for (const [, inner] of text.matchAll(/`[^`(\n]{1,80}\(([^`\n]{1,200})\)[^`\n]{0,80}`/g)) {
        for (const word of inner?.match(/[A-Za-z_$][\w$]*/g) ?? [])
            words.add(word);
    }
    return words;
}
function withoutTwice(names) {
    return [...new Map(names.map((name) => [`${name.path}\n${name.kind}\n${name.name}`, name])).values()];
}
const NO_CONTEXT = { path: null, level: null, indent: 0, isList: false };
function readLine(line, context, files) {
    const heading = /^\s{0,3}(#{1,6})\s+(.*)$/.exec(line);
    if (heading !== null)
        return readHeading(heading[1]?.length ?? 1, heading[2] ?? '', context, files);
    if (context.isList || line.trim() === '')
        return { context, names: [] };
    const item = /^(\s*)(?:[-*+•]\s+|\d{1,3}[.)]\s+|\|\s*)?(.*)$/.exec(line);
    const indent = item?.[1]?.length ?? 0;
    const body = item?.[2] ?? '';
    const isItem = body.length + indent < line.length;
    const lead = leadOf(body, files);
    if (lead !== null) {
        const own = context.level === null ? { ...NO_CONTEXT, path: lead.path, indent: isItem ? indent + 1 : 0 } : context;
        return { context: own, names: namesIn(lead.rest, lead.path) };
    }
    const isBelow = isItem && context.path !== null && (context.level !== null || indent >= context.indent);
    if (isBelow)
        return { context, names: namesIn(body, context.path ?? '') };
    // A paragraph under a heading leaves the heading's file; one under a line ends its.
    return { context: context.level === null ? NO_CONTEXT : context, names: [] };
}
function readHeading(level, text, context, files) {
    if (/^[^\p{L}]*files\b/iu.test(text))
        return { context: { ...NO_CONTEXT, isList: true }, names: [] };
    const path = onlyPath(text, files);
    const isInside = path === null && context.level !== null && level > context.level && !context.isList;
    return {
        context: isInside ? context : { ...NO_CONTEXT, path, level: path === null ? null : level },
        names: [],
    };
}
/** The file a line begins with, or names before its colon, and what follows. */
function leadOf(body, files) {
    const first = /^(?:\*\*|__)?`([^`]{1,200})`(?:\*\*|__)?([^`:;.]{0,60}(?:\(`[^`]{1,60}`\))?)(?::(?:\*\*)?|$)\s*/.exec(body);
    const begun = first === null ? null : files.find(first[1] ?? '');
    if (first !== null && begun !== null)
        return { path: begun, rest: body.slice(first[0].length) };
    // `money: …`, where one file is called so.
    const bare = /^(?:\*\*)?([\w./-]{2,80})(?:\*\*)?:(?:\*\*)?\s+/.exec(body);
    const named = bare === null ? null : files.find(bare[1] ?? '');
    if (bare !== null && named !== null)
        return { path: named, rest: body.slice(bare[0].length) };
    const colon = colonOf(body);
    if (colon === -1 || colon > 120)
        return null;
    const lead = body.slice(0, colon);
    const path = OF_ANOTHER.test(lead) ? null : onlyPath(lead, files);
    return path === null ? null : { path, rest: body.slice(colon + 1).replace(/^\*\*/, '') };
}
/** What a file does with the names that follow, rather than having them. */
const OF_ANOTHER = /\b(?:calls?|called|uses?|used|reads?|imports?|needs?|knows?|from|asks?|sends?|loads?|tests?)\b/i;
/** Where the first colon outside of backticks is. */
function colonOf(body) {
    let quoted = false;
    for (let at = 0; at < Math.min(body.length, 200); at += 1) {
        if (body[at] === '`')
            quoted = !quoted;
        else if (body[at] === ':' && !quoted)
            return at;
    }
    return -1;
}
/** The one file that a text names in so many words. */
function onlyPath(text, files) {
    const found = new Set();
    for (const [, quoted, plain] of text.matchAll(/`([^`]{1,200})`|([\w./-]{3,200})/g)) {
        const path = quoted === undefined ? (/\.\w/.test(plain ?? '') ? files.find(plain ?? '') : null) : files.find(quoted);
        if (path !== null)
            found.add(path);
    }
    const [path] = found;
    return found.size === 1 && path !== undefined ? path : null;
}
/** Where one thing ends and the next begins: what stands in backticks there is promised, not mentioned. */
const STARTS = /(?:^|[;.]|\s[—–]|\|)\s*(?:\*\*)?(?:[Ee]xports?|[Dd]efines|[Hh]as|[Hh]olds)?:?\s*$/;
/** Between two names of one enumeration. */
const BETWEEN = /^\s*(?:[,/·&>]|, and|and|with|holds|holding|containing|inside)?\s*(?:an? )?(?:empty |readonly |hidden |then )?(?:\*\*)?$/;
/** What may follow a name before the next of the same enumeration: what it returns, or a thing without a name. */
const ASIDE = /^\s*(?:(?:→|->|=>)[^,;.]{1,60})?(?:, submit(?: button)?)?/;
const DENIED = /\b(?:no|not|never|without|instead of|rather than|unlike|except|nothing)\b[^.;:]{0,30}$/i;
/** The names in backticks of a line that belong to the file, by where they stand. */
function namesIn(text, path) {
    const names = [];
    let between = '';
    let goesOn = false;
    for (const { outside, span } of piecesOf(text)) {
        between += outside;
        if (span === null)
            continue;
        const isFirst = STARTS.test(between) && !DENIED.test(between);
        const isOwn = isFirst || (goesOn && BETWEEN.test(between.replace(ASIDE, '')));
        const read = isOwn ? namesOf(span, path) : [];
        goesOn = isOwn && (read.length > 0 || goesOn);
        names.push(...read);
        between = '';
    }
    return names;
}
/** A line cut at its backticks, what stands in brackets left out: it says something of the name before. */
function* piecesOf(text) {
    let depth = 0;
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
        const sign = text[at];
        if (sign === '(') {
            if (depth === 0)
                yield { outside: text.slice(from, at), span: null };
            depth += 1;
        }
        else if (sign === ')' && depth > 0) {
            depth -= 1;
            from = at + 1;
        }
        else if (sign === '`') {
            const end = text.indexOf('`', at + 1);
            if (end === -1)
                return;
            if (depth === 0)
                yield { outside: text.slice(from, at), span: text.slice(at + 1, end) };
            at = end;
            from = end + 1;
        }
    }
}
