/** Longer quotations are no paths. */
const MAX_MENTION = 300;
/** Longer globs are none that a person would write; it keeps the time to match them small. */
const MAX_GLOB = 80;
/**
 * The files that a sentence such as ``Uses `a.js`, all `src/pages/*Page.tsx` and the `css/` files`` names.
 *
 * A quotation in backticks counts if it is a path of the list, a glob (`*` within a folder, `**` across) or a
 * folder with a final `/` that holds some, or a file name that only one of them has. Everything else in
 * the sentence is prose.
 *
 * @param sentence The text from the word `Uses` on.
 * @param path The file that uses; it is never among the result.
 * @param paths All paths of the list.
 * @param existing Paths of files that are there already: these count only where they are given in full.
 * @returns Paths of the list and of `existing`, each once, in the order of their first mention.
 */
export function resolveUses(sentence, path, paths, existing = NONE) {
    const mentions = [...sentence.matchAll(/`([^`]+)`/g)].map((match) => (match[1] ?? '').trim().normalize('NFC'));
    const used = new Set(mentions.flatMap((mention) => resolveMention(mention, paths, existing)));
    used.delete(path);
    return [...used];
}
const NONE = new Set();
function resolveMention(mention, paths, existing) {
    if (mention.length > MAX_MENTION)
        return [];
    const name = mention.replace(/^\.?\//, '');
    if (name === '')
        return [];
    if (paths.includes(name) || existing.has(name))
        return [name];
    if (name.includes('*') && name.length > MAX_GLOB)
        return [];
    if (name.includes('*'))
        return paths.filter((path) => matchesGlob(path.split('/'), name.split('/')));
    if (name.endsWith('/'))
        return paths.filter((path) => path.startsWith(name));
    if (name.includes('/'))
        return [];
    const candidates = paths.filter((path) => path.endsWith(`/${name}`));
    return new Set(candidates).size === 1 ? candidates.slice(0, 1) : [];
}
/**
 * Whether a path fits a glob, both given by their segments. `**` stands for any number of them; where a try fails,
 * the latest one takes one more. Not picomatch: a glob of the model's making must not cost more than the length of
 * path times glob.
 */
function matchesGlob(path, glob) {
    let at = 0;
    let next = 0;
    let retry = null;
    while (at < path.length) {
        const wanted = glob[next];
        if (wanted === '**') {
            next += 1;
            retry = { at, next };
        }
        else if (wanted !== undefined && matchesSegment(path[at] ?? '', wanted)) {
            at += 1;
            next += 1;
        }
        else if (retry !== null) {
            retry = { at: retry.at + 1, next: retry.next };
            ({ at, next } = retry);
        }
        else {
            return false;
        }
    }
    return glob.slice(next).every((segment) => segment === '**');
}
/** Each piece between two stars at its first place after the one before: the earliest is never wrong. */
function matchesSegment(segment, pattern) {
    const [start = '', ...pieces] = pattern.split('*');
    const end = pieces.pop();
    if (end === undefined)
        return segment === start;
    if (!segment.startsWith(start) || !segment.endsWith(end))
        return false;
    let at = start.length;
    for (const piece of pieces) {
        const found = segment.indexOf(piece, at);
        if (found < 0)
            return false;
        at = found + piece.length;
    }
    return at <= segment.length - end.length;
}
