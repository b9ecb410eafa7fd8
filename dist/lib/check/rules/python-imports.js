import { nearest } from '../near.js';
import { folderOf, Modules } from '../python/modules.js';
import { isDeclared, isWidelyUsed, requirementsOf } from '../python/requirements.js';
import { isStandard } from '../python/standard-library.js';
import { code, codes, isTakenByPlan } from '../words.js';
/** Files that somebody else's tests read, or that are copied from elsewhere: nothing of theirs is wrong. */
const ASIDE = /(?:^|\/)(?:fixtures?|test_?data|vendor|_vendor(?:ed)?|third_party|site-packages|templates?|tests?\/(?:.*\/)?(?:data|samples|cases|resources|packages|input|apps?|projects?)|[^/]*\{\{[^/]*)\//;
/** What a tool makes on the way. */
const MADE = /(?:^|\.)_?version(?:_info|__)?_?$|_pb2(?:_grpc)?$|(?:^|[._])(?:generated|build|built|ffi|cython|native|speedups|ext)(?:$|[._])/;
/** What a compiler of another language may make: it is told all the same, and not as certain. */
const MAY_BE_COMPILED = /(?:^|\.)_[^.]*$/;
/** Imports of Python lead to modules, and take out of them what they have. */
export function checkPythonImports(app) {
    const files = [...app.facts.values()].filter(({ python }) => python !== null);
    if (files.length === 0)
        return { looked: 0, findings: [] };
    const look = new Look(app);
    for (const { path, python } of files)
        if (python !== null && !ASIDE.test(path) && !path.endsWith('.pyi'))
            look.at(path, python);
    return { looked: files.length, findings: look.findings };
}
class Look {
    findings = [];
    #app;
    #modules;
    constructor(app) {
        this.#app = app;
        this.#modules = new Modules(app);
    }
    at(path, { imports, all, names, isOpen }) {
        for (const each of imports) {
            if (each.runs === 'maybe')
                continue;
            if (each.level > 0)
                this.#relative(path, each);
            else if (!isStandard(topOf(each.module)))
                this.#absolute(path, each);
        }
        if (all === null || isOpen || imports.some(({ isStar }) => isStar))
            return;
        const own = this.#modules.find(folderOf(path), moduleName(path)) ?? { path, folder: null };
        for (const { name, line } of all) {
            if (names.has(name) || this.#modules.mayHave(own, name))
                continue;
            this.#add('warning', path, line, `\`__all__\` lists ${code(name)}, which this file does not define.`, null);
        }
    }
    #relative(path, each) {
        const written = `${'.'.repeat(each.level)}${each.module}`;
        const module = this.#modules.relative(path, each.level, each.module);
        if (module === undefined)
            return;
        if (module !== null) {
            this.#names(path, each, written, [module]);
            return;
        }
        if (MADE.test(each.module) || this.#isIgnored(each.module))
            return;
        const parent = this.#nearest(path, each);
        if (parent !== null && this.#modules.makesModules(parent.path))
            return;
        const message = `${code(path)} imports ${code(written)}, and there is no such file.`;
        this.#add(lostSeverity(each), path, each.line, message, this.#offersOf(parent));
    }
    #absolute(path, each) {
        const top = topOf(each.module);
        const tops = this.#modules.candidates(path, top).filter(({ path: file, folder }) => {
            // A folder without `__init__.py` comes last: a package from elsewhere that has its name is taken first.
            return file !== null || folder === top || folder === `src/${top}` || path.startsWith(`${folder}/`);
        });
        if (tops.length === 0 || this.#isElsewhere(path, top, tops))
            return;
        // A folder in the middle of a tree that has the name of what is imported from elsewhere.
        if (tops.every(({ path: file, folder }) => file === null && folder !== top && folder !== `src/${top}`))
            return;
        const modules = this.#modules.candidates(path, each.module);
        if (modules.length > 0) {
            this.#names(path, each, each.module, modules);
            return;
        }
        if (MADE.test(each.module) || this.#isIgnored(each.module))
            return;
        if (this.#modules.mayMakeModules(path, each.module))
            return;
        const message = `${code(path)} imports ${code(each.module)}, and there is no such file.`;
        this.#add(lostSeverity(each), path, each.line, message, this.#offersOf(tops[0] ?? null));
    }
    /** A name that may be a package from elsewhere: a folder that happens to be called so. */
    #isElsewhere(path, top, tops) {
        // A package at the root that imports itself.
        const isOwn = ({ path: file, folder }) => (folder === top || folder === `src/${top}`) && file !== null && path.startsWith(`${folder}/`);
        if (tops.some(isOwn))
            return false;
        if (tops.some(({ path: file }) => file?.endsWith('.py') === true && !isWidelyUsed(top)))
            return false;
        const declared = requirementsOf(this.#app, path);
        return isWidelyUsed(top) || (declared !== null && isDeclared(top, declared.names));
    }
    #names(path, each, written, modules) {
        for (const { name, line } of each.names ?? []) {
            if (modules.some((module) => this.#modules.mayHave(module, name)))
                continue;
            if (MADE.test(name) && modules.some(({ folder }) => folder !== null))
                continue;
            const [module = null] = modules;
            const has = module === null ? [] : this.#modules.offered(module);
            const other = module?.path ?? module?.folder ?? written;
            const message = `${code(path)} imports ${code(name)} from ${code(written)}, which has no such name.`;
            if (module?.path != null && isTakenByPlan(this.#app.plan, name, nearest(name, has))) {
                const offers = `${code(path)} takes ${code(name)} from it, as the plan calls it.`;
                this.#add(severityOf(each), module.path, null, message, offers);
                continue;
            }
            const offers = has.length === 0 ? `${code(other)} has nothing to import.` : `${code(other)} has ${codes(has)}.`;
            this.#add(severityOf(each), path, line, message, offers);
        }
    }
    /** The folder in which the missing module is looked for. */
    #nearest(path, { level, module }) {
        const parts = module.split('.');
        for (let count = parts.length - 1; count >= 0; count -= 1) {
            const found = this.#modules.relative(path, level, parts.slice(0, count).join('.'));
            if (found !== null && found !== undefined)
                return found;
        }
        return null;
    }
    #offersOf(module) {
        if (module === null || module.folder === null)
            return null;
        const names = this.#modules.in(module.folder);
        return names.length === 0 ? null : `There ${names.length === 1 ? 'is' : 'are'} ${codes(names)}.`;
    }
    /** Files that are made on the way stand in what git is told to leave out, or in what makes them. */
    #isIgnored(module) {
        const name = module.slice(module.lastIndexOf('.') + 1);
        return [...IGNORING].some((path) => this.#app.files.get(path)?.includes(`${name}.py`) === true);
    }
    #add(severity, path, line, message, offers) {
        this.findings.push({ rule: 'imports', severity, path, line, message, offers });
    }
}
const IGNORING = [
    '.gitignore',
    'pyproject.toml',
    'setup.py',
    'setup.cfg',
    'meson.build',
    'CMakeLists.txt',
    'Makefile',
];
function severityOf({ runs }) {
    return runs === 'always' ? 'error' : 'warning';
}
function lostSeverity(each) {
    return MAY_BE_COMPILED.test(each.module) ? 'warning' : severityOf(each);
}
function topOf(module) {
    return module.split('.')[0] ?? module;
}
function moduleName(path) {
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.pyi?$/, '');
    return name === '__init__' ? '' : name;
}
