/** The folder of a path; '' for one at the root. */
export function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
/** Joins a relative path to a folder; null where it leads out of the root. */
export function joined(folder, relative) {
    const parts = folder === '' ? [] : folder.split('/');
    for (const part of relative.split('/')) {
        if (part === '..') {
            if (parts.pop() === undefined)
                return null;
        }
        else if (part !== '.' && part !== '')
            parts.push(part);
    }
    return parts.join('/');
}
/** The folders that a path stands in, the nearest first, the root ('') last. */
export function foldersAbove(path) {
    const folders = [];
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder))
        folders.push(folder);
    return [...folders, ''];
}
/** Whether a name fits a pattern in which `*` stands for anything. In linear steps back at most once a star. */
export function fits(pattern, name) {
    let [at, from, star, mark] = [0, 0, -1, 0];
    while (from < name.length) {
        if (pattern[at] === '*')
            [star, mark, at] = [at, from, at + 1];
        else if (pattern[at] === '?' || pattern[at] === name[from])
            [at, from] = [at + 1, from + 1];
        else if (star >= 0)
            [mark, at, from] = [mark + 1, star + 1, mark + 1];
        else
            return false;
    }
    while (pattern[at] === '*')
        at++;
    return at === pattern.length;
}
