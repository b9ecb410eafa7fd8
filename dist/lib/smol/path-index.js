const indexes = new WeakMap();
/** The index of a set of paths, which must not change afterwards: it is made once for each set. */
export function indexOf(paths) {
    const known = indexes.get(paths);
    if (known !== undefined)
        return known;
    const byName = new Map();
    const byFolder = new Map();
    const stems = new Set();
    for (const path of paths) {
        for (const segment of path.split('/'))
            stems.add(stemOf(segment));
        add(byName, nameOf(path), path);
        add(byFolder, folderOf(path), path);
    }
    const index = {
        paths,
        endingWith: (end) => (byName.get(nameOf(end)) ?? []).filter((path) => path === end || path.endsWith(`/${end}`)),
        inside: (folder) => byFolder.get(folder) ?? [],
        hasName: (name) => stems.has(stemOf(name)),
    };
    indexes.set(paths, index);
    return index;
}
function add(lists, key, path) {
    const list = lists.get(key);
    if (list === undefined)
        lists.set(key, [path]);
    else
        list.push(path);
}
function stemOf(name) {
    return /^\.?[^.]*/.exec(name)?.[0] ?? '';
}
/** `a/b/c.ts` → `c.ts`. */
export function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** `a/b/c.ts` → `a/b`; the empty string for a file of the root. */
export function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
/** The folders that a file lies in, the nearest first, the root (the empty string) last. */
export function foldersOf(path) {
    const segments = path.split('/').slice(0, -1);
    return segments.map((_, index) => segments.slice(0, segments.length - index).join('/')).concat('');
}
/** A relative path seen from a folder; null where it leads out of the repository. */
export function within(folder, relative) {
    const segments = folder === '' ? [] : folder.split('/');
    for (const segment of relative.split('/')) {
        if (segment === '..' && segments.pop() === undefined)
            return null;
        if (segment !== '..' && segment !== '.' && segment !== '')
            segments.push(segment);
    }
    return segments.join('/');
}
