import { lookupsOf } from '../browser/browser.js';
import { NearNames } from '../near.js';
import { wordsOf } from '../page/mentions.js';
import { isSource, siteOf } from '../page/site.js';
import { purposeOf } from '../purpose.js';
import { resolverOf } from '../resolve/resolve.js';
import { shortened } from '../shortened.js';
/** What scripts look up in a page, the page has, or a script makes. */
export function checkIds(app) {
    const site = siteOf(app);
    if (site.pages.length === 0)
        return { looked: 0, findings: [] };
    const helpers = helpersOf(app);
    const lookups = new Map([...app.facts.values()].map((facts) => [facts, lookupsIn(facts, helpers)]));
    const names = namesOf(site.pages);
    const known = {
        app,
        site,
        words: wordsOf(app),
        names,
        near: nearOnes(names, soughtOf([...lookups.values()].flat())),
        quoted: new Set((app.plan?.text ?? '').match(/[\w-]+/g) ?? []),
    };
    const findings = [];
    let looked = 0;
    for (const [facts, all] of lookups) {
        const pages = facts.page === null ? pagesOf(app, site, facts.path) : new Set([facts.path]);
        if (all.length + (facts.page?.namings.length ?? 0) > 0)
            looked += 1;
        if (purposeOf(facts.path) === 'sample')
            continue;
        const missing = new Map();
        for (const lookup of all) {
            const key = `${lookup.kind} ${lookup.name}`;
            const finding = missing.has(key) ? null : missed(known, facts, lookup, pages);
            if (finding !== null)
                missing.set(key, finding);
        }
        findings.push(...missing.values(), ...named(known, facts));
    }
    return { looked, findings };
}
/** Where the code of an app begins that is built: `src/main.tsx`. */
const ENTRY = /^(?:src\/)?(?:index|main|app|client)\.[cm]?[jt]sx?$/i;
/** The pages that load a file; where a tool puts the code of an app into its only page, nothing in that says so. */
function pagesOf(app, { loadedBy, pages, isBuilt }, path) {
    const known = loadedBy.get(path);
    if (known !== undefined)
        return known;
    const folder = resolverOf(app).manifestsAbove(path)[0]?.folder ?? null;
    if (!isBuilt || folder === null)
        return new Set();
    const start = folder === '' ? '' : `${folder}/`;
    const wholes = pages.filter((each) => each.page?.isWhole === true);
    const [page, ...others] = wholes.map((each) => each.path).filter((each) => each.startsWith(start));
    const isOnly = others.length === 0 && ['index.html', 'public/index.html'].includes(page?.slice(start.length) ?? '');
    return new Set(page !== undefined && isOnly && ENTRY.test(path.slice(start.length)) ? [page] : []);
}
/** Functions that look up what they are given, by name; one that two files make in two ways is left out. */
function helpersOf({ facts }) {
    const found = new Map();
    for (const { scripts } of facts.values()) {
        for (const { browser } of scripts) {
            for (const [name, helper] of browser.helpers) {
                const known = found.get(name);
                found.set(name, known === undefined || known?.by === helper.by ? helper : null);
            }
        }
    }
    return new Map([...found].flatMap(([name, helper]) => (helper === null ? [] : [[name, helper]])));
}
function lookupsIn({ scripts }, helpers) {
    return scripts.flatMap(({ browser }) => [
        ...browser.lookups,
        ...browser.helperCalls.flatMap((call) => {
            const helper = helpers.get(call.helper);
            return helper === undefined ? [] : lookupsOf(call, helper);
        }),
    ]);
}
function namesOf(pages) {
    const names = { id: new Map(), class: new Map(), data: new Map() };
    for (const { path, page } of pages) {
        if (page === null)
            continue;
        const kinds = [
            [names.id, page.ids],
            [names.class, page.classes],
            [names.data, page.dataNames],
        ];
        for (const [all, own] of kinds)
            for (const [name, line] of own)
                if (!all.has(name))
                    all.set(name, { path, line });
    }
    return names;
}
/** The names of pages, but for those that somebody looks up: they are no slips of others. */
function nearOnes(names, sought) {
    const made = new Map();
    return (kind) => {
        const own = made.get(kind) ?? new NearNames([...names[kind].keys()].filter((name) => !sought[kind].has(name)));
        made.set(kind, own);
        return own;
    };
}
/** What is looked up anywhere. */
function soughtOf(lookups) {
    const sought = { id: new Set(), class: new Set(), data: new Set() };
    for (const { kind, name } of lookups)
        sought[kind].add(name);
    return sought;
}
/** What a lookup that finds nothing is told. */
function missed(known, facts, lookup, pages) {
    const { names, words, site } = known;
    const { kind, name } = lookup;
    if (name === '' || names[kind].has(name) || isMadeByCode(words, lookup))
        return null;
    const near = known.near(kind).nearest(name);
    const isLoaded = pages.size > 0 && [...pages].every((page) => known.app.facts.get(page)?.page?.isTemplate === false);
    // Code that goes on with it at once fails without: that no text has its name tells enough.
    const isNeeded = kind === 'id' && !lookup.isOptional && isSource(site, facts.path);
    if (near === null && !(isLoaded && (isNeeded || !site.isPartlyUnknown)))
        return null;
    const severity = severityOf(known, facts, lookup, pages);
    if (near === null && severity === 'warning' && !isNeeded && (kind !== 'id' || site.isBuilt))
        return null;
    const other = near === null ? undefined : names[kind].get(near);
    // The plan names what the script looks up, and not what the page has: the page is to be mended.
    const isPagesFault = other !== undefined && near !== null && known.quoted.has(name) && !known.quoted.has(near);
    const place = isPagesFault && other !== undefined ? other : { path: facts.path, line: lookup.line };
    return {
        rule: 'ids',
        severity,
        ...place,
        message: sentence(facts.path, lookup, near, other?.path ?? null),
        offers: offersOf(known, lookup, pages, isPagesFault, facts.path),
    };
}
function isMadeByCode(words, { kind, name }) {
    if (words.has(name) || words.mayBeMade(name))
        return true;
    if (kind !== 'data')
        return false;
    const key = name.slice('data-'.length).replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase());
    return words.makesAnyData || words.hasKey(key) || words.hasKey(name);
}
/** An error only where all is known: plain pages, all of them read, and code that must have what it looks up. */
function severityOf({ app, site, words }, { path }, lookup, pages) {
    const isPlain = !site.isBuilt && !site.isPartlyUnknown && isSource(site, path) && pages.size > 0;
    if (!isPlain || lookup.kind !== 'id' || lookup.isOptional || words.makesAnyId)
        return 'warning';
    const isOpen = [...pages].some((page) => {
        const facts = app.facts.get(page)?.page;
        return (facts == null ||
            facts.isTemplate ||
            facts.references.some(({ target, address }) => target === 'code' && /^(?:https?:)?\/\//.test(address)));
    });
    return isOpen ? 'warning' : 'error';
}
const MARKS = {
    id: (name) => `#${name}`,
    class: (name) => `.${name}`,
    data: (name) => name,
};
function sentence(path, { kind, name }, near, other) {
    const mark = MARKS[kind];
    const found = `\`${path}\` looks up \`${shortened(mark(name))}\``;
    if (near !== null && other !== null)
        return `${found}; in \`${other}\` it is \`${shortened(mark(near))}\`.`;
    return `${found}, which no page has and no script makes.`;
}
/** Names that a page offers, at most. */
const MOST = 30;
function offersOf(known, { kind }, pages, isPagesFault, from) {
    if (isPagesFault)
        return `\`${from}\` and the plan use the other spelling.`;
    const offered = [...pages].flatMap((page) => {
        const facts = known.app.facts.get(page)?.page;
        if (facts == null)
            return [];
        return [...(kind === 'id' ? facts.ids : kind === 'class' ? facts.classes : facts.dataNames).keys()];
    });
    const all = [...new Set(offered)].slice(0, MOST).map((name) => `\`${shortened(MARKS[kind](name))}\``);
    if (all.length === 0)
        return null;
    return `${[...pages]
        .slice(0, 3)
        .map((page) => `\`${page}\``)
        .join(', ')} ${pages.size === 1 ? 'has' : 'have'} ${all.join(', ')}.`;
}
/** Attributes of a page that name another element of it. */
function named({ words, site }, { path, page, scripts }) {
    if (page === null || page.isTemplate || !page.isWhole || site.isPartlyUnknown)
        return [];
    let ownIds = null;
    return page.namings.flatMap(({ attribute, id, line }) => {
        if (page.ids.has(id) || words.has(id) || words.mayBeMade(id) || /[{}<$]/.test(id))
            return [];
        ownIds ??= new NearNames(page.ids.keys());
        const near = ownIds.nearest(id);
        if (near === null && (scripts.length > 0 || words.makesAnyId || site.isBuilt))
            return [];
        const end = near === null ? 'and nothing in the page has that id' : `and the page has \`#${shortened(near)}\``;
        return [
            {
                rule: 'ids',
                severity: 'warning',
                path,
                line,
                message: `\`${attribute}\` names \`${shortened(id)}\`, ${end}.`,
                offers: null,
            },
        ];
    });
}
