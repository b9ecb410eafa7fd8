import { ANYTHING } from '../browser/texts.js';
import { NearNames } from '../near.js';
import { wordsOf } from '../page/mentions.js';
import { code, codes, isInPlan } from '../words.js';
import { exchangesOf } from './exchanges.js';
import { MOST_PATTERNS, mayBeSame } from './matched.js';
/** What is read under a name is stored under it. */
export function storedFindings(app) {
    const exchanges = exchangesOf(app);
    const [read, written] = [exchanges.of('key-read'), exchanges.of('key-written')];
    if (read.length === 0)
        return [];
    const stores = new Set(read.map(({ of }) => of ?? ''));
    const dropped = exchanges.of('key-dropped');
    return [...stores].flatMap((store) => {
        const inStore = ({ of }) => of === store;
        return inOne(app, store, {
            read: read.filter(inStore),
            written: written.filter(inStore),
            dropped: dropped.filter(inStore),
            elsewhere: written.filter(({ of }) => of !== store),
        });
    });
}
function inOne(app, store, keys) {
    const { read, written, elsewhere } = keys;
    const names = new Set(written.map(({ name }) => name));
    // Whatever is stored besides: its name is made of a text that stands somewhere.
    const storesAny = names.has(ANYTHING);
    const readNames = new Set(read.map(({ name }) => name));
    const unread = readNames.has(ANYTHING) ? [] : [...names].filter((name) => !readNames.has(name));
    const near = new NearNames(unread);
    const { mayBeMade } = wordsOf(app);
    const lonely = lonelyIn(app, keys, names, unread.length > 0);
    const isAlone = lonely.filter(({ name }) => !mayBeMade(name)).length === 1;
    return lonely.flatMap((use) => {
        const { name, path, line } = use;
        const slipped = near.nearest(name);
        const isMade = mayBeMade(name);
        if (slipped !== null)
            return [slip(app, use, slipped, written, storesAny || isMade ? 'warning' : 'error')];
        const [only] = unread;
        if (storesAny || isMade)
            return [];
        if (isAlone && unread.length === 1 && only !== undefined && !only.includes('*'))
            return [slip(app, use, only, written, 'warning')];
        const other = elsewhere.find((each) => each.name === name);
        if (other === undefined && (name.includes('*') || names.size === 0 || !STORES.test(store)))
            return [];
        const message = other !== undefined
            ? `${code(path)} reads ${code(name)} from ${code(store)}, and it is stored in ${code(other.of ?? '')}.`
            : `${code(path)} reads ${code(name)} from ${code(store)}, and nothing stores it.`;
        const offers = names.size === 0 ? null : `Stored there: ${codes(names)}.`;
        return [{ rule: 'messages', severity: 'warning', path, line, message, offers }];
    });
}
/** Those of the browser: what others of that name hold is not known as well. */
const STORES = /^(?:local|session)Storage$|^storage\.\w+$/;
/** The first reading of each key that nothing stores, and nothing else speaks of. */
function lonelyIn(app, { read, dropped }, names, isAnyUnread) {
    const [words, { said }] = [wordsOf(app), exchangesOf(app)];
    const patterns = [...names].filter((name) => name.includes('*') && name !== ANYTHING);
    // What an earlier version stored is read once more, and dropped.
    const isDropped = new Set(isAnyUnread ? [] : dropped.map(({ name }) => name));
    const lonely = new Map();
    if (patterns.length > MOST_PATTERNS)
        return [];
    for (const use of read) {
        const { name } = use;
        if (name.startsWith(ANYTHING) || names.has(name) || isDropped.has(name) || lonely.has(name))
            continue;
        if (patterns.some((pattern) => mayBeSame(pattern, name)))
            continue;
        if (name.includes('*') && [...names].some((each) => each !== ANYTHING && mayBeSame(name, each)))
            continue;
        if ((use.via === null && words.has(name)) || said.has(name))
            continue;
        lonely.set(name, use);
    }
    return [...lonely.values()];
}
/** Read under one name, stored under nearly the same, which nobody reads. */
function slip(app, { name, path, line, of }, near, written, severity) {
    const other = written.find((each) => each.name === near);
    const isWritersFault = other !== undefined && isInPlan(app.plan, name) && !isInPlan(app.plan, near);
    const common = { rule: 'messages', severity };
    if (isWritersFault) {
        const message = `${code(other.path)} stores ${code(near)} in ${code(of ?? '')}; ${code(path)} reads ${code(name)}, as the plan says.`;
        const offers = `${code(path)} reads ${code(name)}.`;
        return { ...common, path: other.path, line: other.line, message, offers };
    }
    const message = `${code(path)} reads ${code(name)} from ${code(of ?? '')}; what ${code(other?.path ?? '')} stores there is ${code(near)}.`;
    return { ...common, path, line, message, offers: `${code(other?.path ?? '')} stores ${code(near)}.` };
}
