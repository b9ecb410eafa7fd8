import { ANYTHING, withConstants } from '../browser/texts.js';
import { isSource, siteOf } from '../page/site.js';
const KNOWN = new WeakMap();
/** Put together once for all rules: constants of other files have their texts, functions that hand on their callers'. */
export function exchangesOf(app) {
    const known = KNOWN.get(app) ?? collect(app);
    KNOWN.set(app, known);
    return known;
}
function collect(app) {
    const site = siteOf(app);
    const sources = [...app.facts.values()].flatMap(({ path, scripts }) => isSource(site, path) ? scripts.map(({ browser }) => ({ path, browser })) : []);
    const constants = constantsOf(sources);
    const passing = passingOf(sources);
    const all = new Map();
    const said = new Set();
    const add = (exchange) => {
        const name = withConstants(exchange.name, constants, true);
        const kind = all.get(exchange.kind);
        if (kind === undefined)
            all.set(exchange.kind, [{ ...exchange, name }]);
        else
            kind.push({ ...exchange, name });
    };
    for (const { path, browser } of sources) {
        for (const use of browser.uses)
            add({ ...use, path, via: null });
        for (const call of browser.textCalls) {
            const uses = usesOf(path, call, passing);
            for (const use of uses)
                add(use);
            if (uses.length === 0)
                for (const text of call.texts)
                    if (text !== null)
                        said.add(withConstants(text, constants, true));
        }
        for (const [callee, bits] of browser.openCalls)
            for (const use of openUsesOf(callee, bits, passing))
                add(use);
    }
    return { of: (kind) => all.get(kind) ?? [], said };
}
function constantsOf(sources) {
    const constants = new Map();
    for (const { browser } of sources)
        for (const [name, text] of browser.constants)
            constants.set(name, constants.has(name) && constants.get(name) !== text ? null : text);
    return constants;
}
function passingOf(sources) {
    const exact = new Map();
    const bare = new Map();
    for (const { path, browser } of sources) {
        for (const [name, all] of browser.passing) {
            const passing = all.map((one) => ({ ...one, path }));
            put(exact, name, passing);
            put(bare, bareOf(name), passing);
        }
    }
    // A function that calls one that calls one: more are not followed.
    for (let round = 0; round < 2; round += 1)
        followForwards(sources, exact, bare);
    return { exact, bare };
}
function followForwards(sources, exact, bare) {
    for (const { browser } of sources) {
        for (const [name, all] of browser.forwards) {
            if (exact.has(name))
                continue;
            const passing = all.flatMap(({ to, index, toIndex, before, after }) => (exact.get(to) ?? [])
                .filter((each) => each.index === toIndex)
                .map((each) => ({
                ...each,
                ...{ index, before: `${each.before}${before}`, after: `${after}${each.after}` },
                // The method is given by the function between, in whatever way.
                ...(each.methodAt === null ? {} : { methodAt: null, of: null }),
            })));
            if (passing.length === 0)
                continue;
            put(exact, name, passing);
            put(bare, bareOf(name), passing);
        }
    }
}
function put(all, name, passing) {
    const known = all.get(name) ?? [];
    // So many functions of one name are not told apart.
    if (known.length < 20)
        known.push(...passing);
    all.set(name, known);
}
function bareOf(name) {
    return name.slice(name.lastIndexOf('.') + 1);
}
/** What is offered: of that, more may be known than is certain. */
const OFFERS = new Set([
    'event-sent',
    'message-heard',
    'key-written',
    'key-dropped',
    'path-served',
]);
function usesOf(path, { callee, texts, line }, { exact, bare }) {
    const sure = exact.get(callee);
    const all = sure ?? bare.get(bareOf(callee))?.filter(({ kind }) => OFFERS.has(kind)) ?? [];
    return all.flatMap((passing) => {
        const { kind, index, before, after, methodAt, of } = passing;
        const text = texts[index];
        if (text === undefined || text === null)
            return [];
        const method = methodAt === null ? of : (texts[methodAt]?.toUpperCase() ?? null);
        const via = `${passing.path}:${passing.line}`;
        return [{ kind, name: `${before}${text}${after}`, path, line, of: method, via }];
    });
}
/** What is handed on that only running tells. */
function openUsesOf(callee, bits, { exact, bare }) {
    const all = exact.get(callee) ?? bare.get(bareOf(callee)) ?? [];
    return all.flatMap(({ kind, index, of, before, after, path, line }) => {
        const name = `${before}${ANYTHING}${after}`;
        return (bits & (1 << index)) === 0 || kind === 'path-fetched'
            ? []
            : [{ kind, name, path, line, of, via: null }];
    });
}
