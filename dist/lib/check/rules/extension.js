import { at, lineWith, textsOf } from '../data/access.js';
import { exchangesOf } from '../messages/exchanges.js';
import { folderOf, join, nameOf } from '../page/paths.js';
import { siteOf } from '../page/site.js';
import { purposeOf } from '../purpose.js';
import { code, codes } from '../words.js';
import { manifestPaths } from './manifest-paths.js';
import { ENTRIES, MEMBER_PERMISSIONS, NOT_IN_PAGES, PERMISSIONS } from './permissions.js';
/** What a manifest of a browser extension or a web app names is there, and what an extension calls it may call. */
export function checkManifests(app) {
    const manifests = [...app.facts.values()].filter(({ path, data }) => purposeOf(path) !== 'sample' && isManifest(path, data));
    const findings = manifests.flatMap((facts) => manifestPaths(app, facts.path, facts.data));
    const extensions = manifests.filter(({ data }) => isExtension(data));
    // A build may put one together of several.
    const parts = [...app.facts.values()].filter(({ path, data }) => MANIFEST.test(nameOf(path)) && at(data, 'permissions') !== undefined);
    for (const facts of extensions) {
        const others = new Set([...extensions, ...parts].filter((other) => other !== facts));
        findings.push(...permissionsOf(app, facts, [...others]));
    }
    return { looked: manifests.length, findings };
}
const MANIFEST = /^manifest[\w.-]*\.json$/;
function isManifest(path, data) {
    if (/\.webmanifest$/.test(path))
        return true;
    if (!MANIFEST.test(nameOf(path)))
        return false;
    return isExtension(data) || at(data, 'start_url') !== undefined || at(data, 'display') !== undefined;
}
function isExtension(data) {
    const version = at(data, 'manifest_version');
    return version === 2 || version === 3;
}
function permissionsOf(app, { path, data }, others) {
    const folder = folderOf(path);
    const isInside = (each) => folder === '' || each.path.startsWith(`${folder}/`);
    const exchanges = exchangesOf(app);
    const lists = [data, ...others.map((other) => other.data)].flatMap((each) => [
        ...textsOf(at(each, 'permissions')),
        ...textsOf(at(each, 'optional_permissions')),
    ]);
    const extension = {
        ...{ app, path, data },
        uses: exchanges.of('extension-api').filter(isInside),
        asked: new Set(exchanges.of('extension-asked').map(({ name }) => name)),
        // Firefox grants these to who has an entry for them.
        granted: new Set(at(data, 'user_scripts') === undefined ? lists : [...lists, 'userScripts']),
        isOpen: siteOf(app).isBuilt || others.length > 0,
    };
    return [...missing(extension), ...outOfPlace(extension), ...withoutHosts(extension), ...unused(extension)];
}
/** Parts of the browser that are used without the permission. */
function missing(extension) {
    const { app, path, data, granted, asked, isOpen } = extension;
    const told = new Set();
    return extension.uses.flatMap((use) => {
        const [part = ''] = use.name.split('.', 1);
        const own = MEMBER_PERMISSIONS.get(use.name);
        const wanted = own === undefined ? PERMISSIONS.get(part) : [own];
        const entry = ENTRIES.get(part);
        const isGranted = (wanted?.some((each) => granted.has(each)) ?? true) &&
            (entry === undefined || at(data, entry) !== undefined);
        const key = own ?? part;
        if (isGranted || asked.has(part) || told.has(key))
            return [];
        told.add(key);
        const calls = `${code(use.path)} uses ${code(`${use.of}.${use.name}`)}, and ${code(path)}`;
        const message = wanted === undefined
            ? `${calls} has no entry ${code(entry ?? '')}.`
            : `${calls} does not ask for the permission ${code(wanted[0] ?? '')}.`;
        const severity = isOpen ? 'warning' : 'error';
        const line = lineWith(app.files.get(path), '"permissions"') ?? 1;
        const offers = granted.size === 0 ? null : `It asks for ${codes(granted)}.`;
        return [{ rule: 'calls', severity, path, line, message, offers }];
    });
}
/** What a script in other people's pages uses and never has there. */
function outOfPlace({ app, path, data, uses, asked, isOpen }) {
    const folder = folderOf(path);
    const listed = (values) => new Set(values.flatMap(textsOf).flatMap((each) => join(folder, each) ?? []));
    const contents = at(data, 'content_scripts');
    const inPages = listed(Array.isArray(contents) ? contents.map((each) => at(each, 'js')) : []);
    const inBackground = listed([at(data, 'background', 'scripts'), at(data, 'background', 'service_worker')]);
    const { loadedBy } = siteOf(app);
    const told = new Set();
    return uses.flatMap((use) => {
        const [part = ''] = use.name.split('.', 1);
        const isInPages = inPages.has(use.path) && !inBackground.has(use.path) && !loadedBy.has(use.path);
        if (!isInPages || !NOT_IN_PAGES.has(part) || asked.has(part) || told.has(`${use.path} ${part}`))
            return [];
        told.add(`${use.path} ${part}`);
        const message = `${code(use.path)} runs in the pages of others, where there is no ${code(`${use.of}.${part}`)}.`;
        const offers = 'Scripts there have `runtime`, to send a message to the background, `storage` and `i18n`.';
        const severity = isOpen ? 'warning' : 'error';
        return [{ rule: 'calls', severity, path: use.path, line: use.line, message, offers }];
    });
}
/** `scripting` without a page that it may be used on. */
function withoutHosts({ app, path, data, uses, granted, isOpen }) {
    const hosts = ['host_permissions', 'optional_host_permissions'].flatMap((name) => textsOf(at(data, name)));
    const mayReach = [...granted].some((each) => each.includes('://') || each === '<all_urls>');
    const isUsed = uses.some(({ name }) => /^scripting\.(?:executeScript|insertCSS)$/.test(name));
    const isFine = hosts.length > 0 || mayReach || granted.has('activeTab') || !granted.has('scripting');
    if (isOpen || !isUsed || isFine)
        return [];
    const line = lineWith(app.files.get(path), '"scripting"');
    const message = `${code(path)} asks for ${code('scripting')}, and for no page to use it on: neither ${code('activeTab')} nor ${code('host_permissions')}.`;
    return [{ rule: 'calls', severity: 'warning', path, line, message, offers: null }];
}
/** Permissions that are asked for, and used by nothing: who installs it is asked for more than is needed. */
function unused({ app, path, data, uses, isOpen }) {
    if (isOpen || uses.length === 0 || siteOf(app).isPartlyUnknown)
        return [];
    const folder = folderOf(path);
    const texts = [...app.files].flatMap(([each, text]) => each !== path &&
        (folder === '' || each.startsWith(`${folder}/`)) &&
        /\.(?:[cm]?[jt]sx?|html?|vue|svelte)$/.test(each)
        ? [text]
        : []);
    return textsOf(at(data, 'permissions')).flatMap((permission) => {
        const parts = [...PERMISSIONS].flatMap(([part, wanted]) => (wanted.includes(permission) ? [part] : []));
        if (parts.length === 0 || /^(?:declarativeNetRequest|sidePanel|topSites|search)/.test(permission))
            return [];
        const pattern = new RegExp(`\\b(?:${parts.join('|')})\\b`);
        if (texts.some((text) => pattern.test(text)))
            return [];
        const line = lineWith(app.files.get(path), `"${permission}"`);
        const message = `${code(path)} asks for the permission ${code(permission)}, which nothing uses.`;
        return [{ rule: 'calls', severity: 'note', path, line, message, offers: null }];
    });
}
