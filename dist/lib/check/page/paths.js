export function pathsOf({ files, others }) {
    const all = new Set([...files.keys(), ...others]);
    const byName = new Map();
    const folders = new Set();
    for (const path of all) {
        const name = nameOf(path);
        const named = byName.get(name);
        if (named === undefined)
            byName.set(name, [path]);
        else
            named.push(path);
        for (let folder = folderOf(path); folder !== '' && !folders.has(folder); folder = folderOf(folder))
            folders.add(folder);
    }
    return { all, byLetters: new Map([...all].map((path) => [path.toLowerCase(), path])), byName, folders };
}
/** `a/b/c.js` → `a/b`; '' for what stands at the root. */
export function folderOf(path) {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
export function nameOf(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** An address as a path; null for what leads elsewhere, is made by an engine, or is known to a bundler only. */
export function pathOfAddress(address) {
    if (address.length > 1_000 ||
        /^[a-z][a-z0-9+.-]*:|^\/\/|^[~@#?]|[{}<>$*|\\\n]|%[^0-9a-f]|%7b|!/i.test(address))
        return null;
    const plain = address.replace(/[?#].*$/s, '').trim();
    if (plain === '')
        return null;
    try {
        return decodeURIComponent(plain);
    }
    catch {
        return null;
    }
}
/** A path from a folder; null where it leads out of the app. */
export function join(folder, path) {
    const parts = folder === '' ? [] : folder.split('/');
    for (const part of path.split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part !== '..')
            parts.push(part);
        else if (parts.pop() === undefined)
            return null;
    }
    return parts.join('/');
}
/** Folders that are served as if they were the root. */
const ROOTS = [
    '',
    'public',
    'static',
    'src',
    'app',
    'www',
    'dist',
    'client',
    'web',
    'assets',
    'site',
    'docs',
];
/** A folder and those it stands in, the root last. */
export function foldersAbove(folder) {
    const above = [folder];
    for (let at = folder; at !== ''; at = folderOf(at))
        above.push(folderOf(at));
    return above.slice(0, 30);
}
/** Where an address from the root may lead, seen from a folder. */
export function rootCandidates(folder, path) {
    return foldersAbove(folder).flatMap((above) => ROOTS.flatMap((root) => join(above === '' ? root : root === '' ? above : `${above}/${root}`, path) ?? []));
}
/** Whether any file's path ends so: some server may have it there. */
export function endsAnywhere(paths, path) {
    const ending = path.replace(/^(?:\.{0,2}\/)+/, '');
    const named = paths.byName.get(nameOf(ending)) ?? [];
    return named.some((each) => each === ending || each.endsWith(`/${ending}`));
}
/**
 * Whether a file is there that an address from the root leads to from further down: `/user/app/js/main.js` where the
 * app is served as `/user/app/`. One folder that is too much is a mistake more often than a place.
 */
export function isFurtherDown({ all }, path) {
    const parts = path.split('/').filter((part) => part !== '');
    return (path.startsWith('/') &&
        parts.some((_, index) => index >= 2 &&
            all.has(parts.slice(index).join('/')) &&
            !parts.slice(0, index).some((part) => OF_APPS.test(part))));
}
/** Folders that an app has itself, where it is served from. */
const OF_APPS = /^(?:static|assets|public|css|styles?|js|scripts?|images?|img|icons?|fonts|src|lib|dist|build)$/i;
/** What a build, a package manager or a compiler makes: it need not be there. */
export function isMade(paths, path) {
    const folders = foldersAbove(folderOf(path));
    if (folders.some((folder) => MADE.test(nameOf(folder)) && (INSTALLED.test(nameOf(folder)) || !paths.folders.has(folder)))) {
        return true;
    }
    if (/\.(?:min|bundle|umd|iife|esm|prod)\.(?:js|css)$/.test(path) ||
        /(?:^|\/)bundle\.(?:js|css)$/.test(path))
        return true;
    return sourcesOf(nameOf(path)).some((name) => paths.byName.has(name));
}
const MADE = /^(?:dist|build|out|output|gen|generated|__generated__|_site|pkg|bundles?|compiled|esm|cjs|umd|es|release|target|coverage|\.next|\.tmp|tmp|temp|node_modules|bower_components|jspm_packages|vendors?)$/i;
const INSTALLED = /^(?:node_modules|bower_components|jspm_packages|coverage|vendors?)$/i;
/** What a file may be compiled from. */
function sourcesOf(name) {
    const dot = name.lastIndexOf('.');
    const stem = name.slice(0, dot);
    switch (name.slice(dot)) {
        case '.css':
            return ['scss', 'sass', 'less', 'styl', 'pcss'].map((end) => `${stem}.${end}`);
        case '.js':
        case '.mjs':
            return [
                'ts',
                'tsx',
                'jsx',
                'mts',
                'coffee',
                'ls',
                'res',
                'elm',
                'rs',
                'litcoffee',
                'svelte',
                'vue',
            ].map((end) => `${stem}.${end}`);
        case '.html':
            return ['pug', 'jade', 'ejs', 'hbs', 'md', 'njk', 'haml'].map((end) => `${stem}.${end}`);
        case '.wasm':
            return ['wat', 'rs', 'c', 'cpp', 'zig', 'go', 'ts'].map((end) => `${stem}.${end}`);
        default:
            return [];
    }
}
