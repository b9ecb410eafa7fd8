import { aliasesOf } from './aliases.js';
import { makerOf } from './ignored.js';
import { copiesOf, laidElsewhere } from './laid.js';
import { entriesOf, manifestsAbove, manifestsOf, textOf } from './manifests.js';
import { fits, folderOf, foldersAbove, joined } from './paths.js';
const ENDS = [
    ...['.js', '.ts', '.tsx', '.jsx', '.mjs', '.cjs', '.mts', '.cts', '.json', '.d.ts', '.d.mts', '.d.cts'],
    ...['.vue', '.svelte', '.astro', '.node', '.wasm', '.css', '.es6', '.coffee', '.ls', '.mdx', '.md'],
];
/** What may follow a path that leaves out how it ends. */
const WHOLE_ENDS = ['', ...ENDS, ...ENDS.map((each) => `/index${each}`)];
/** What stands for what: TypeScript names the file that will be there when it is built. */
const SOURCES = [
    ['.js', ['.ts', '.tsx', '.jsx', '.d.ts', '.js.flow']],
    ['.jsx', ['.tsx', '.d.ts']],
    ['.mjs', ['.mts', '.d.mts']],
    ['.cjs', ['.cts', '.d.cts']],
];
const UNKNOWN = { kind: 'unknown' };
/** Finds files as Node, bundlers and browsers do. Where they differ, what any of them finds is found. */
export class Resolver {
    manifests;
    #paths;
    #folders;
    /** By path in small letters. */
    #small = new Map();
    /** By path without what follows a dot in its name. */
    #stems = new Set();
    /** What lies in a folder, by its path. */
    #inFolder = null;
    #aliases;
    #workspaces;
    #isCopied;
    #isMade;
    #laid;
    constructor(app) {
        const later = (app.plan?.files ?? []).filter(({ setAside }) => setAside !== null);
        this.#paths = new Set([...app.files.keys(), ...app.others, ...later.map(({ path }) => path)]);
        const folders = new Set(['']);
        for (const path of this.#paths) {
            this.#small.set(path.toLowerCase(), path);
            for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) {
                folders.add(folder);
                this.#small.set(folder.toLowerCase(), folder);
            }
            const slash = path.lastIndexOf('/');
            for (let dot = path.indexOf('.', slash + 2); dot > 0; dot = path.indexOf('.', dot + 1)) {
                this.#stems.add(path.slice(0, dot));
            }
        }
        this.#folders = folders;
        this.manifests = manifestsOf(app);
        this.#workspaces = new Map([...this.manifests.values()].flatMap((each) => (each.name === null ? [] : [[each.name, each]])));
        this.#aliases = aliasesOf(app);
        this.#isMade = makerOf(app, folders);
        this.#laid = laidElsewhere(this.#paths, folders);
        this.#isCopied = copiesOf(app, this.#paths);
    }
    /** Where a specifier in a file leads. */
    resolve(from, specifier) {
        if (specifier.includes('!') || specifier.includes('\0') || specifier.includes('${'))
            return UNKNOWN;
        if (/^\.{1,2}(?:\/|$)/.test(specifier))
            return this.#relative(folderOf(from), specifier);
        if (specifier.startsWith('/'))
            return this.#absolute(from, specifier);
        if (/^[a-z][a-z0-9+.-]*:/i.test(specifier))
            return UNKNOWN;
        return this.#aliased(from, specifier) ?? this.#package(from, specifier);
    }
    /** Files beside a path that is missing, for whoever mends it. */
    neighbours(path) {
        this.#inFolder ??= Map.groupBy(this.#paths, folderOf);
        return this.#inFolder.get(folderOf(path))?.slice(0, 30) ?? [];
    }
    /** Whether a file runs somewhere else than where it lies: a host or a generator puts it together with others. */
    isLaidElsewhere(path) {
        return foldersAbove(path).some((folder) => this.#laid.has(folder));
    }
    /** The manifests that hold for a file, the nearest first. */
    manifestsAbove(path) {
        return manifestsAbove(this.manifests, path);
    }
    /** Whether a name is that of a package in this app. */
    isWorkspace(name) {
        return this.#workspaces.has(name);
    }
    /** Whether there is a folder. */
    hasFolder(path) {
        return this.#folders.has(path);
    }
    #relative(folder, specifier) {
        for (const written of [specifier, specifier.replace(/[?#].*$/, '')]) {
            const path = joined(folder, written);
            if (path === null)
                return UNKNOWN;
            const found = this.#find(path);
            if (found !== null)
                return found;
        }
        const path = joined(folder, specifier.replace(/[?#].*$/, '')) ?? '';
        return this.#missing(path, folder);
    }
    #missing(path, folder) {
        // `./logo` with `logo.gen.ts`: some tool knows what is meant.
        if (this.#stems.has(path))
            return UNKNOWN;
        const bare = path.replace(/\.[cm]?jsx?$/, '');
        if (bare !== path && this.#stems.has(bare)) {
            const found = this.#find(bare);
            if (found?.kind === 'file' && !/\.(?:json|css|md|html)$/.test(found.path))
                return found;
        }
        const other = this.#caseOf(path);
        if (other !== null)
            return { kind: 'case', path: other };
        return this.#isMade(path, folder) || this.#isCopied(path) ? UNKNOWN : { kind: 'missing', path };
    }
    /** A file that differs in the case of its letters only. */
    #caseOf(path) {
        const small = path.toLowerCase();
        for (const end of WHOLE_ENDS) {
            const found = this.#small.get(small + end);
            if (found !== undefined && this.#paths.has(found))
                return found;
        }
        for (const [end, sources] of SOURCES) {
            if (!small.endsWith(end))
                continue;
            for (const source of sources) {
                const found = this.#small.get(small.slice(0, -end.length) + source);
                if (found !== undefined && this.#paths.has(found))
                    return found;
            }
        }
        return null;
    }
    /** A file by its path, as far as anybody completes that. */
    #find(path) {
        if (this.#paths.has(path))
            return { kind: 'file', path, isExact: true };
        for (const [end, sources] of SOURCES) {
            if (!path.endsWith(end))
                continue;
            for (const source of sources) {
                const other = path.slice(0, -end.length) + source;
                if (this.#paths.has(other))
                    return { kind: 'file', path: other, isExact: true };
            }
        }
        for (const end of ENDS) {
            if (this.#paths.has(path + end))
                return { kind: 'file', path: path + end, isExact: false };
        }
        return this.#folders.has(path) ? this.#folder(path) : null;
    }
    #folder(path) {
        const inside = path === '' ? '' : `${path}/`;
        const manifest = this.manifests.get(path);
        if (manifest !== undefined) {
            for (const part of ['source', 'module', 'main', 'types', 'svelte', 'browser']) {
                const main = textOf(manifest.parts.get(part));
                const entry = main === null ? null : joined(path, main);
                if (entry === null || entry === path)
                    continue;
                const found = this.#find(entry);
                if (found?.kind === 'file')
                    return { ...found, isExact: false };
            }
            if (manifest.parts.has('exports') || manifest.parts.has('main'))
                return UNKNOWN;
        }
        for (const end of ENDS) {
            if (this.#paths.has(`${inside}index${end}`)) {
                return { kind: 'file', path: `${inside}index${end}`, isExact: false };
            }
        }
        return this.#stems.has(`${inside}index`) ? UNKNOWN : null;
    }
    /** `/js/app.js` in a page or a module that a server gives out. */
    #absolute(from, specifier) {
        const path = specifier.replace(/[?#].*$/, '').replace(/^\/+/, '');
        for (const root of [folderOf(from), '', 'public', 'static', 'src', 'www', 'app', 'client']) {
            const found = this.#find(joined(root, path) ?? path);
            if (found !== null)
                return found;
        }
        return UNKNOWN;
    }
    #aliased(from, specifier) {
        let isNamed = false;
        for (const { folder, pattern, targets, isSure } of this.#aliases) {
            if (folder !== '' && !from.startsWith(`${folder}/`))
                continue;
            if (!fits(pattern, specifier))
                continue;
            const star = pattern.indexOf('*');
            const rest = star < 0 ? '' : specifier.slice(star, specifier.length - (pattern.length - star - 1));
            for (const target of targets) {
                const path = joined(folder, target.replace('*', () => rest));
                const found = path === null ? null : this.#find(path);
                if (found !== null)
                    return found;
            }
            isNamed ||= isSure;
        }
        return isNamed || specifier.startsWith('#') ? UNKNOWN : null;
    }
    #package(from, specifier) {
        const name = packageOf(specifier);
        if (name === null)
            return UNKNOWN;
        const own = this.#workspaces.get(name);
        if (own !== undefined && own.folder !== '' && specifier === name) {
            const found = entriesOf(own.parts.get('exports')).size > 0 ? null : this.#folder(own.folder);
            return found ?? UNKNOWN;
        }
        if (own !== undefined || this.manifestsAbove(from).some((each) => each.name === name))
            return UNKNOWN;
        return { kind: 'package', name };
    }
}
/** The package that a specifier names; null for what can be none, such as an alias. */
export function packageOf(specifier) {
    return /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9-][a-z0-9._~-]*(?=\/|$)/i.exec(specifier)?.[0] ?? null;
}
const RESOLVERS = new WeakMap();
/** The resolver of an app, made once. */
export function resolverOf(app) {
    const known = RESOLVERS.get(app);
    if (known !== undefined)
        return known;
    const made = new Resolver(app);
    RESOLVERS.set(app, made);
    return made;
}
