/** Files of a repository that are read at the same time. */
const AT_ONCE = 10;
/** Files that one file uses, as far as they are shown to whoever makes it. Characters in all. */
const MAX_USED_CHARACTERS = 60_000;
/** Files that one file uses which are looked at at most: most repositories have smaller ones than those shown fill. */
const MAX_USED_FILES = 40;
/** Reads each file once, however many ask for it. */
export function readOnce(read) {
    const contents = new Map();
    return (path) => {
        const known = contents.get(path);
        if (known !== undefined)
            return known;
        const content = read(path);
        contents.set(path, content);
        return content;
    };
}
/**
 * Reads files, a few at the same time, in the order given, until they are as many characters as allowed.
 *
 * @returns the contents of those that are text, by path.
 */
export async function readSources(paths, read, { maxFiles, maxCharacters, signal }) {
    const contents = new Map();
    let total = 0;
    let files = 0;
    for (const some of inGroups(paths, AT_ONCE)) {
        signal.throwIfAborted();
        for (const [path, content] of await Promise.all(some.map(async (path) => [path, await read(path)]))) {
            files += 1;
            total += content?.length ?? 0;
            if (files > maxFiles || total > maxCharacters)
                return contents;
            if (content !== null)
                contents.set(path, content);
        }
    }
    return contents;
}
function* inGroups(items, size) {
    let group = [];
    for (const item of items) {
        group.push(item);
        if (group.length < size)
            continue;
        yield group;
        group = [];
    }
    if (group.length > 0)
        yield group;
}
/** Files that say what the others may use. */
const MANIFEST = /(?:^|\/)(?:package\.json|[jt]sconfig(?:\.[^/]*)?\.json|pyproject\.toml|requirements[^/]*\.txt|setup\.(?:py|cfg)|\.gitignore|manifest\.json)$/;
const MAX_MANIFESTS = 30;
const MAX_MANIFEST_CHARACTERS = 500_000;
/** Reads what a repository says of itself: the files nearest to its root first. */
export function readManifests(paths, read, signal) {
    const depth = (path) => path.split('/').length;
    const found = [...paths].filter((path) => MANIFEST.test(path) && !path.includes('node_modules/'));
    const nearest = found.sort((left, right) => depth(left) - depth(right)).slice(0, MAX_MANIFESTS);
    return readSources(nearest, read, {
        maxFiles: MAX_MANIFESTS,
        maxCharacters: MAX_MANIFEST_CHARACTERS,
        signal,
    });
}
/** Of the files that a file uses, those that can be shown with it: whole ones, those named first before others. */
export async function usedSources(paths, read, signal) {
    const first = [...paths].slice(0, MAX_USED_FILES);
    const bounds = { maxFiles: MAX_USED_FILES, maxCharacters: Number.POSITIVE_INFINITY, signal };
    const contents = await readSources(first, read, bounds);
    let room = MAX_USED_CHARACTERS;
    return [...contents].flatMap(([path, content]) => {
        if (content.length > room)
            return [];
        room -= content.length;
        return { path, content };
    });
}
