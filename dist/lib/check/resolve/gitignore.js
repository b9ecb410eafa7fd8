import picomatch from 'picomatch';
import { fits } from './paths.js';
/** Further lines of one file are not read. */
const MOST_PATTERNS = 1_000;
/** A longer pattern names nothing. */
const LONGEST_PATTERN = 500;
/**
 * Reads a `.gitignore`.
 *
 * @param folder where it stands, with a slash at its end; '' for the root.
 */
export function readIgnoreRules(text, folder) {
    const lines = text.split(/\r?\n/, MOST_PATTERNS);
    return lines.flatMap((line) => readLine(line, folder) ?? []);
}
/**
 * Whether git would leave a path out: the last rule that names it decides. That a folder above is left out is not
 * looked at, since nobody walks into such a folder.
 */
export function isIgnored(rules, path, isFolder) {
    const last = rules.findLast((rule) => (isFolder || !rule.onlyFolders) &&
        path.startsWith(rule.folder) &&
        matches(rule, path.slice(rule.folder.length).split('/')));
    return last !== undefined && !last.isNegated;
}
function readLine(line, folder) {
    const isNegated = line.startsWith('!');
    const pattern = line
        .slice(isNegated ? 1 : 0)
        .trimEnd()
        .replace(/^\\(?=[#!])/, '');
    if (pattern === '' || line.startsWith('#') || pattern.length > LONGEST_PATTERN)
        return null;
    const onlyFolders = pattern.endsWith('/');
    const body = onlyFolders ? pattern.slice(0, -1) : pattern;
    const names = body.replace(/^\//, '').split('/');
    // A pattern of one part names it at any depth.
    if (!body.includes('/'))
        names.unshift('**');
    // What is in a folder, and not the folder itself.
    if (names.at(-1) === '**')
        names.push('*');
    return { folder, parts: names.map(matcherOf), onlyFolders, isNegated };
}
/**
 * Patterns are a stranger's text, and what picomatch makes of some of them takes for ever: it is asked only for sets
 * of characters, with one star at most.
 */
function matcherOf(part) {
    if (part === '**')
        return null;
    if (/^[\w.?[\]-]*\*?[\w.?[\]-]*$/.test(part) && part.includes('['))
        return picomatch(part, { dot: true });
    return (name) => fits(part, name);
}
/** All places of the pattern that can be reached are gone on from at once, so no step is taken twice. */
function matches({ parts }, names) {
    let places = reached(parts, [0]);
    for (const name of names) {
        const next = [];
        for (const place of places) {
            const part = parts[place];
            if (part === null)
                next.push(place);
            else if (part?.(name))
                next.push(place + 1);
        }
        places = reached(parts, next);
        if (places.size === 0)
            return false;
    }
    return places.has(parts.length);
}
/** With the places behind parts that may stand for nothing. */
function reached(parts, from) {
    const places = new Set(from);
    for (const place of places)
        if (parts[place] === null)
            places.add(place + 1);
    return places;
}
