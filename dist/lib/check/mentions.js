import { Lines } from './lines.js';
/** A path in a text begins no earlier. Characters. */
const LONGEST = 300;
/** Prose, in which a file is told of rather than used. */
const PROSE = /\.(?:md|markdown|txt|rst)$/i;
/**
 * Where the files of an app name another one, whatever language they are in: once for each file, prose only where
 * nothing else does.
 *
 * @param files path → text.
 * @param path of the file that is named; it need not be there.
 */
export function mentionsOf(files, path) {
    const mentions = [...files].flatMap(([file, text]) => {
        const at = file === path ? -1 : firstMention(text, path);
        return at < 0 ? [] : [{ path: file, line: new Lines(text).at(at) }];
    });
    const used = mentions.filter((mention) => !PROSE.test(mention.path));
    return used.length === 0 ? mentions : used;
}
function firstMention(text, path) {
    const segments = path.split('/');
    const name = segments.at(-1) ?? '';
    if (name === '')
        return -1;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
        // A longer name is another file.
        if (/^(?:[\w-]|\.\w)/.test(text.slice(at + name.length, at + name.length + 2)))
            continue;
        const before = /[^\s"'`()<>=,;:[\]{}]*$/.exec(text.slice(Math.max(0, at - LONGEST), at))?.[0] ?? '';
        if (leadsTo(before, segments.slice(0, -1)))
            return at;
    }
    return -1;
}
/** Whether what stands before a name can be the way into its folder. */
function leadsTo(before, folders) {
    if (before.startsWith('//') || (before !== '' && !before.endsWith('/')))
        return false;
    const way = before.split('/').filter((folder) => !/^(?:\.{0,2}|@|~|\$\w*)$/.test(folder));
    const common = Math.min(way.length, folders.length);
    return way.slice(way.length - common).every((folder, index) => folder === folders.slice(-common)[index]);
}
