/** Modules by place: what a name leads to from somewhere. */
export class Modules {
    #app;
    /** `a/b` of `a/b.py`, and of what a compiler makes a module of. */
    #stems = new Map();
    #folders = new Map();
    /** Names of modules and folders of modules, wherever they are. */
    names = new Set();
    constructor(app) {
        this.#app = app;
        for (const path of [...app.files.keys(), ...app.others])
            this.#add(path);
    }
    #add(path) {
        const stem = /^(.*?[^/])\.(?:py|pyi|pyx|pyd|so|[^/]*\.so|[^/]*\.pyd|c|cpp|rs|ipynb|proto)$/.exec(path)?.[1];
        if (stem === undefined)
            return;
        const name = stem.slice(stem.lastIndexOf('/') + 1);
        this.names.add(name);
        const known = this.#stems.get(stem);
        if (known === undefined || path.endsWith('.py'))
            this.#stems.set(stem, path);
        let child = name;
        for (let folder = folderOf(path);; folder = folderOf(folder)) {
            const children = this.#folders.get(folder) ?? new Set();
            const isKnown = children.size > 0;
            this.#folders.set(folder, children.add(child));
            if (folder === '' || isKnown)
                return;
            child = folder.slice(folder.lastIndexOf('/') + 1);
            this.names.add(child);
        }
    }
    facts(path) {
        return path === null ? null : (this.#app.facts.get(path)?.python ?? null);
    }
    isPackage(folder) {
        return this.#stems.has(join(folder, '__init__'));
    }
    /** Names of the modules in a folder. */
    in(folder) {
        return [...(this.#folders.get(folder) ?? [])].filter((name) => name !== '__init__').sort();
    }
    /** The module `a.b` that is looked for in a folder, or how far the way to it goes. */
    find(folder, name) {
        let here = { path: this.#stems.get(join(folder, '__init__')) ?? null, folder };
        for (const part of name === '' ? [] : name.split('.')) {
            if (here.folder === null)
                return null;
            const place = join(here.folder, part);
            const isFolder = this.#folders.has(place);
            const own = isFolder ? this.#stems.get(join(place, '__init__')) : undefined;
            const path = own ?? this.#stems.get(place) ?? null;
            if (path === null && !isFolder)
                return null;
            here = { path, folder: isFolder && (own !== undefined || !this.#stems.has(place)) ? place : null };
        }
        return here;
    }
    /** Folders in which a file's imports may be looked for: none that is itself within a package. */
    rootsOf(path) {
        const roots = [];
        for (let folder = folderOf(path);; folder = folderOf(folder)) {
            if (!this.isPackage(folder))
                roots.push(folder, ...ASIDE.map((name) => join(folder, name)));
            if (folder === '')
                return roots;
        }
    }
    /**
     * What a module of the set may be found as from a file, wherever it may be looked for. `import yaml` in `yaml.py`
     * is not for that file: it means another one, of which nothing is known here.
     */
    candidates(from, name) {
        const found = this.rootsOf(from).map((root) => this.find(root, name));
        const isOther = ({ path }) => path !== from || name.includes('.') || from.endsWith('__init__.py');
        return found.filter((module) => module !== null).filter(isOther);
    }
    /** Whether more modules may be in a package than there are files: it makes them when it is loaded. */
    mayMakeModules(from, name) {
        const parts = name.split('.');
        return parts.some((_, index) => this.candidates(from, parts.slice(0, index + 1).join('.')).some(({ path }) => this.makesModules(path)));
    }
    /** Whether a file may make modules that have no files, or nothing is known of it. */
    makesModules(path) {
        if (path === null)
            return false;
        const facts = this.facts(path);
        return !path.endsWith('.py') || facts === null || facts.makesModules;
    }
    /** The module that a relative import leads to; undefined where that is outside of the set. */
    relative(from, level, name) {
        let folder = folderOf(from);
        for (let up = 1; up < level; up += 1) {
            if (folder === '')
                return undefined;
            folder = folderOf(folder);
        }
        return this.find(folder, name);
    }
    /** Whether a module may have a name: false only where it surely has not. */
    mayHave({ path, folder }, name, seen = new Set()) {
        if (folder !== null && this.find(folder, name) !== null)
            return true;
        if (path === null)
            return folder === null;
        if (IMPLICIT.test(name) || seen.has(path))
            return IMPLICIT.test(name);
        seen.add(path);
        const facts = this.facts(path);
        // Beside a file of types there is something compiled, or written elsewhere.
        if (facts === null || path.endsWith('.pyi') || facts.isOpen || facts.names.has('__path__'))
            return true;
        if (facts.names.has(name))
            return true;
        return facts.imports.some((each) => {
            if (!each.isStar)
                return false;
            const modules = this.reached(path, each.level, each.module);
            return modules.length === 0 || modules.some((module) => this.mayHave(module, name, seen));
        });
    }
    /** The modules of the set that an import may reach. */
    reached(from, level, name) {
        if (level === 0)
            return this.candidates(from, name);
        const module = this.relative(from, level, name);
        return module === null || module === undefined ? [] : [module];
    }
    /** What a function or a class of a module takes, also where it is only handed on from another; null if unknown. */
    signature(path, name, steps = 5) {
        const facts = this.facts(path);
        if (facts === null || path === null || path.endsWith('.pyi') || steps === 0)
            return null;
        const signature = facts.signatures.get(name);
        if (signature !== undefined)
            return { path, signature };
        const ways = facts.imports.filter(({ names }) => names?.some((each) => each.as === name));
        const [way] = ways;
        if (way === undefined || ways.length > 1 || way.runs !== 'always' || way.isLate)
            return null;
        const own = way.names?.find((each) => each.as === name)?.name ?? name;
        const [module, ...others] = this.reached(path, way.level, way.module);
        return module === undefined || others.length > 0 ? null : this.signature(module.path, own, steps - 1);
    }
    /** Names that a module has, for whoever looks for another. */
    offered({ path, folder }) {
        const facts = this.facts(path);
        const own = facts === null ? [] : [...facts.names].filter((name) => !name.startsWith('_'));
        const made = new Set(facts?.imports.flatMap(({ names, as }) => names?.map((name) => name.as) ?? [as]));
        const isInit = path?.endsWith('__init__.py') ?? false;
        return [...own.filter((name) => isInit || !made.has(name)), ...(folder === null ? [] : this.in(folder))];
    }
}
/** Folders of sources beside the tests, as tools put them on the path. */
const ASIDE = ['src', 'lib', 'python'];
/** What every module has, and names that are nobody's business. */
const IMPLICIT = /^__\w+__$/;
/** The folder of a path; empty at the top. */
export function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
function join(folder, name) {
    return folder === '' ? name : `${folder}/${name}`;
}
