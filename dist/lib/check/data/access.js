/** What stands under names, one in the other; undefined where it does not. Reads no inherited property. */
export function at(data, ...names) {
    let here = data;
    for (const name of names) {
        if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name))
            return undefined;
        here = Reflect.get(here, name);
    }
    return here;
}
/** Names and values of an object; none of anything else. */
export function entriesOf(data) {
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
}
/** The texts of a list, or the text alone. */
export function textsOf(data) {
    if (typeof data === 'string')
        return [data];
    return Array.isArray(data) ? data.filter((item) => typeof item === 'string') : [];
}
/** The first line of a text that has all of these words, from 1; null where none has. */
export function lineWith(text, ...words) {
    if (text === undefined)
        return null;
    const [word = ''] = words;
    for (let found = text.indexOf(word); found >= 0 && word !== ''; found = text.indexOf(word, found + 1)) {
        const start = text.lastIndexOf('\n', found) + 1;
        const end = text.indexOf('\n', found);
        const line = text.slice(start, end < 0 ? text.length : end);
        if (words.every((each) => line.includes(each)))
            return text.slice(0, start).split('\n').length;
        if (end < 0)
            break;
        found = end;
    }
    return null;
}
