import { wordsOf } from '../page/mentions.js';
import { endsAnywhere, folderOf, foldersAbove, isFurtherDown, isMade, join, nameOf, pathOfAddress, rootCandidates, } from '../page/paths.js';
import { isSource, siteOf } from '../page/site.js';
import { purposeOf } from '../purpose.js';
import { leftOutOf } from '../resolve/ignored.js';
import { shortened } from '../shortened.js';
/** Addresses in pages, style sheets and scripts lead to files that are there. */
export function checkReferences(app) {
    const site = siteOf(app);
    const findings = [];
    const [words, isLeftOut, isRouted] = [wordsOf(app), leftOutOf(app), hasRoutes(app)];
    let looked = 0;
    for (const facts of app.facts.values()) {
        const references = referencesOf(facts);
        if (references.length > 0)
            looked += 1;
        if (purposeOf(facts.path) === 'sample' || /\.min\.\w+$/.test(facts.path))
            continue;
        const told = new Set();
        for (const reference of references) {
            const found = told.has(reference.address) ? [] : followed(isLeftOut, site, facts, reference);
            if (found.length > 0)
                told.add(reference.address);
            findings.push(...found);
        }
        if (facts.page !== null && !isRouted)
            findings.push(...anchors(app, words, facts));
    }
    return { looked, findings };
}
function referencesOf({ page, sheets, scripts }) {
    return [
        ...(page?.references ?? []),
        ...sheets.flatMap(({ references }) => references),
        ...scripts.flatMap(({ browser }) => browser.references),
    ];
}
/** Where an address leads, if it leads nowhere. */
function followed(isLeftOut, site, facts, reference) {
    const wanted = pathOfAddress(reference.address);
    if (wanted === null || (reference.target === 'page' && !/\.html?$/i.test(wanted)))
        return [];
    const candidates = candidatesOf(site, facts, reference, wanted);
    if (candidates.length === 0 || candidates.some((path) => isThere(site.paths, path)))
        return [];
    const [likely = ''] = candidates;
    const written = candidates
        .map((path) => site.paths.byLetters.get(path.toLowerCase()))
        .find((path) => path !== undefined);
    const severity = severityOf(site, facts, reference);
    if (written === undefined) {
        if (ELSEWHERE.test(wanted) || isMade(site.paths, likely))
            return [];
        if (reference.target === 'font' && hasOtherFont(site.paths, likely))
            return [];
        if (site.isBuilt && wanted.lastIndexOf('/') > 0 && !site.paths.folders.has(folderOf(likely)))
            return [];
        if ((site.isServed || site.isBuilt || wanted.startsWith('/')) && endsAnywhere(site.paths, wanted))
            return [];
        if (site.mounted(wanted).length > 0 || isFurtherDown(site.paths, wanted))
            return [];
        if (severity === null || isLeftOut(likely))
            return [];
    }
    const named = `\`${shortened(reference.address)}\``;
    const message = written === undefined
        ? `\`${facts.path}\` ${VERBS[reference.target]} ${named}, and there is no such file.`
        : `\`${facts.path}\` ${VERBS[reference.target]} ${named}, and the file is called \`${shortened(written)}\`: upper and lower case make a difference.`;
    const near = similar(site.paths, wanted);
    return [
        {
            rule: 'references',
            severity: severity ?? 'warning',
            path: facts.path,
            line: reference.line,
            message,
            offers: written === undefined ? (near === null ? null : `There is \`${shortened(near)}\`.`) : null,
        },
    ];
}
/** What a shell around the app, a test runner or a library on a server puts there. */
const ELSEWHERE = /(?:^|\/)(?:cordova|phonegap|testem|capacitor|livereload|socket\.io|browser-sync-client|env|runtime-env|__\w+__)(?:\.\w+)?\.js$|^\/_vercel\//;
/** A font is given in several formats, of which one is enough. */
function hasOtherFont({ byName }, path) {
    const stem = nameOf(path).replace(/\.\w+$/, '');
    return ['woff2', 'woff', 'ttf', 'otf', 'eot', 'svg'].some((end) => byName.has(`${stem}.${end}`));
}
const VERBS = {
    code: 'loads',
    style: 'loads',
    page: 'links to',
    image: 'shows',
    media: 'plays',
    font: 'loads',
    data: 'reads',
    other: 'names',
};
function isThere({ all, folders }, path) {
    return all.has(path) || folders.has(path) || path === '';
}
/** Where an address may lead; none where that is not known. */
function candidatesOf({ loadedBy, paths }, facts, reference, wanted) {
    const folder = folderOf(facts.path);
    if (wanted.startsWith('/'))
        return rootCandidates(folder, wanted);
    const { page } = facts;
    if (page?.base != null && page.base !== './' && page.base !== '.') {
        return page.base.startsWith('/') && pathOfAddress(page.base) !== null
            ? rootCandidates(folder, `${page.base}/${wanted}`)
            : [];
    }
    const starts = reference.from === 'file'
        ? [folder]
        : [...(loadedBy.get(facts.path) ?? [])]
            .map(folderOf)
            .concat(page === null ? foldersAbove(folder) : [folder]);
    if (reference.from === 'page' && page === null && !loadedBy.has(facts.path))
        return [];
    const found = starts.flatMap((start) => join(start, wanted) ?? []);
    const isInside = starts.every((start) => join(start, wanted) !== null) || reference.from === 'page';
    // What a server has at its root, it takes from a folder for such files.
    const served = paths.folders.has('public') || paths.folders.has('static')
        ? foldersAbove(folder).flatMap((above) => ['public', 'static'].flatMap((root) => join(above === '' ? root : `${above}/${root}`, wanted) ?? []))
        : [];
    return isInside ? [...found, ...served] : [];
}
/** How bad it is; null where nothing is known well enough. */
function severityOf(site, facts, { target, how, address, from }) {
    const { isBuilt, isServed } = site;
    const isOwn = isSource(site, facts.path);
    if (how === 'URL' && !(isOwn && target === 'code'))
        return null;
    if (isServed && address.startsWith('/') && target !== 'code' && target !== 'style')
        return null;
    const isPlain = !isBuilt && !isServed && facts.page?.isTemplate !== true && isOwn;
    if (!isPlain || facts.language === 'scss' || (from === 'page' && how !== 'register' && target === 'media'))
        return 'warning';
    return target === 'code' || target === 'style' || target === 'data' ? 'error' : 'warning';
}
/** A file of nearly that path: the same name elsewhere. */
function similar({ byName }, wanted) {
    return byName.get(nameOf(wanted))?.[0] ?? null;
}
/** Links into the page itself. */
function anchors(app, words, { path, page }) {
    if (page === null || page.isTemplate || !page.isWhole || page.base !== null)
        return [];
    const links = page.references.filter(({ target, address }) => target === 'page' && /^#[\w-]+$/.test(address));
    if (links.length === 0)
        return [];
    return links.flatMap(({ address, line }) => {
        const id = address.slice(1);
        if (id === 'top' ||
            page.ids.has(id) ||
            words.has(id) ||
            words.makesAnyId ||
            words.mayBeMade(id) ||
            app.files.get(path)?.includes(`name="${id}"`) === true)
            return [];
        return [
            {
                rule: 'references',
                severity: 'warning',
                path,
                line,
                message: `\`${path}\` links to \`${shortened(address)}\`, and nothing in the page has that id.`,
                offers: null,
            },
        ];
    });
}
/** Whether code looks at what stands behind the `#`. */
function hasRoutes({ facts }) {
    return [...facts.values()].some(({ scripts }) => scripts.some(({ browser: { uses, readsHash } }) => readsHash || uses.some(({ name }) => name === 'hashchange')));
}
