import { jsonrepair } from 'jsonrepair';
/**
 * Longer text is not repaired but asked for again. A list of 300 files is that long; and `jsonrepair` takes more than
 * the square of the length for text such as `[1 1 1 …` (50 kB: 0.3 s, 100 kB: 8 s, measured).
 */
const MAX_REPAIRED = 50_000;
/**
 * Values in all, those inside others counted. A list of 1,000 files, the most a run may write, has about 10,000.
 * Checking a reply of 5 MB in which every value is wrong took 40 s and 2.5 GB (measured): one issue for each.
 */
const MAX_VALUES = 20_000;
const NO_JSON = { ok: false, reason: 'it is not JSON' };
/**
 * Reads the JSON value out of a model's reply: as it is, out of a fence, or between the first and the last
 * brace of a text; strictly first, then repaired (comments, trailing commas, single quotes).
 * Keys named `__proto__` are left out. Never throws.
 *
 * @example parseReply('Sure:\n```json\n{"a": 1,}\n```').value // { a: 1 }
 */
export function parseReply(text) {
    const candidates = [text.trim(), fenced(text), braced(text)].filter((one) => one !== null && one !== '');
    for (const read of [strictly, repaired]) {
        for (const candidate of candidates) {
            const parsed = read(candidate);
            if (!parsed.ok)
                continue;
            return hasMoreThan(MAX_VALUES, parsed.value)
                ? { ok: false, reason: `it holds more than ${MAX_VALUES} values` }
                : parsed;
        }
    }
    return NO_JSON;
}
function strictly(text) {
    try {
        return { ok: true, value: withoutProto(text ?? '') };
    }
    catch {
        return NO_JSON;
    }
}
/** Prose would be "repaired" into a string, which nobody asks for. */
function repaired(text) {
    if (text === null || text.length > MAX_REPAIRED || !/^[[{]/.test(text))
        return NO_JSON;
    try {
        return { ok: true, value: withoutProto(jsonrepair(text)) };
    }
    catch {
        return NO_JSON;
    }
}
/** `JSON.parse` makes `__proto__` an own property; whoever copies the object would set its prototype. */
function withoutProto(text) {
    const value = JSON.parse(text);
    // An escape may hide the name.
    if (!/__proto__|\\u00/.test(text))
        return value;
    return JSON.parse(text, (key, member) => (key === '__proto__' ? undefined : member));
}
/** The content of the first fence. By hand: a pattern with a back reference takes the square of the length. */
function fenced(text) {
    const opener = /^ {0,3}(`{3,}|~{3,})/m.exec(text);
    const marker = opener?.[1];
    if (marker === undefined)
        return null;
    const start = text.indexOf('\n', opener?.index);
    const end = start < 0 ? -1 : text.indexOf(marker, start);
    return end < 0 ? null : text.slice(start, end).trim();
}
function braced(text) {
    const start = text.search(/[[{]/);
    const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
    return start >= 0 && end > start ? text.slice(start, end + 1) : null;
}
/** Without recursion: the value may be nested deeper than the stack. */
function hasMoreThan(most, value) {
    const left = [value];
    let count = 1;
    while (left.length > 0) {
        const next = left.pop();
        if (typeof next !== 'object' || next === null)
            continue;
        const members = Object.values(next);
        count += members.length;
        if (count > most)
            return true;
        left.push(...members);
    }
    return false;
}
