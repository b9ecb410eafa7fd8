import { folderOf, foldersOf, indexOf, nameOf, within } from './path-index.js';
/** Longer words of a file are no paths. */
const MAX_PATH_LENGTH = 300;
/** What may be left out at the end of a path that is imported, in the order it is looked for. */
const ENDINGS = ('.ts .tsx .mts .cts .d.ts .js .jsx .mjs .cjs .vue .svelte .astro .json .css .scss .sass .less .rb .php ' +
    '/index.ts /index.tsx /index.js /index.jsx /index.mjs /index.html /index.vue /index.css /_index.scss').split(' ');
/** TypeScript is imported by the name of the JavaScript that it becomes. */
const COMPILED = [
    [/\.jsx?$/, ['.ts', '.tsx', '.jsx']],
    [/\.mjs$/, ['.mts']],
    [/\.cjs$/, ['.cts']],
];
/** Folders that a path may be seen from which begins with `/`, `@/`, `~/`, or with a name. */
const ROOTS = ['', 'src', 'public', 'static', 'app', 'lib', 'src/lib', 'include'];
const CODE = /\.(?:[cm]?[jt]sx?|vue|svelte|astro|html?|xhtml|css|s[ac]ss|less|py|pyi|go|rs|rb|erb|php|c|h|cc|cpp|cxx|hh|hpp|m|mm|java|kt|kts|scala|cs|swift|dart|lua|ex|exs)$/i;
const MANIFEST = /\.(?:json|jsonc|ya?ml|toml|md|xml|sh|cfg|ini)$|(?:^|\/)(?:Makefile|Dockerfile|Procfile)$/i;
/** Whether a file is source code, in which `referencesOf` finds what it uses. */
export function isCode(path) {
    return CODE.test(path);
}
/** Whether a file is none, but may name others by their paths, such as `package.json` and `README.md`. */
export function namesFiles(path) {
    return MANIFEST.test(path);
}
/**
 * The files of a repository that a file names as what it imports, includes, loads or shares a package with. It
 * reads no grammar: what stands in a comment or in a string counts, too, since a file that is looked at in vain
 * costs little, and one that is not looked at may break.
 *
 * @param paths all paths of the repository, the same set for each of its files.
 * @returns each path once, never the file itself.
 * @example referencesOf('src/a.ts', "import { b } from './b.js';", new Set(['src/a.ts', 'src/b.ts'])) // ['src/b.ts']
 */
export function referencesOf(path, content, paths) {
    const index = indexOf(paths);
    const found = new Set(pathsIn(path, content, index));
    for (const { files, read } of LANGUAGES) {
        if (files.test(path))
            for (const used of read(path, content, index))
                found.add(used);
    }
    found.delete(path);
    return [...found];
}
/**
 * The files that use one which changes: by what their own content names, and by what a plan says. A file that is
 * no code counts only where it names a path that is there no more.
 *
 * @param contents of the files to look at, by path.
 * @param uses what a plan says that files use, by path.
 * @returns for each user the first changed file that it uses, in the order of `contents`, then of `uses`.
 */
export function usersOf({ changed, gone }, contents, uses, paths) {
    const users = new Map();
    const note = (path, used, isLook) => {
        const first = used.find(isLook);
        if (first !== undefined && !users.has(path))
            users.set(path, first);
    };
    for (const [path, content] of contents) {
        note(path, referencesOf(path, content, paths), (used) => gone.has(used) || (isCode(path) && changed.has(used)));
    }
    for (const [path, used] of uses) {
        if (paths.has(path))
            note(path, used, (other) => gone.has(other) || changed.has(other));
    }
    return users;
}
/** Words of the text that are paths of the repository, in quotes or not. */
function pathsIn(path, content, index) {
    const words = new Set();
    for (const word of content.split(/['"`\s<>=,;|]+/)) {
        if (word.length > MAX_PATH_LENGTH || !/[./]/.test(word))
            continue;
        words.add(word);
        if (/[()]/.test(word))
            for (const part of word.split(/[()]/))
                words.add(part);
    }
    return [...words].flatMap((word) => resolve(word.replace(/(?<=.)[?#].*$/, ''), path, index) ?? []);
}
function resolve(word, path, index) {
    const folder = folderOf(path);
    if (/^\.{1,2}(?:\/|$)/.test(word))
        return fileAt(within(folder, word), index);
    const alias = /^(?:\/|[@~]\/|#\/?|\$\w*\/)/.exec(word)?.[0];
    const name = word.slice(alias?.length ?? 0);
    if (!index.hasName(nameOf(name.replace(/\/$/, ''))))
        return null;
    if (alias !== undefined) {
        const folders = alias === '/' ? [...ROOTS, folder] : ROOTS;
        return firstOf(folders, (root) => fileAt(within(root, name), index));
    }
    // A name alone is a package, unless there is a file of exactly that name.
    const look = name.includes('/') ? fileAt : exactly;
    return firstOf([folder, ...ROOTS], (root) => look(within(root, name), index));
}
function firstOf(items, look) {
    for (const item of items) {
        const found = look(item);
        if (found !== null)
            return found;
    }
    return null;
}
function exactly(path, { paths }) {
    return path !== null && paths.has(path) ? path : null;
}
/** The file that is meant by a path whose ending may be left out, or be that of what it is compiled to. */
function fileAt(path, index) {
    if (path === null)
        return null;
    if (index.paths.has(path))
        return path;
    const compiled = COMPILED.find(([ending]) => ending.test(path));
    const sources = compiled?.[1].map((ending) => path.replace(compiled[0], ending)) ?? [];
    const candidates = [
        ...sources,
        ...ENDINGS.map((ending) => (path === '' ? ending.slice(1) : `${path}${ending}`)),
    ];
    return candidates.find((candidate) => index.paths.has(candidate)) ?? null;
}
const LANGUAGES = [
    { files: /\.pyi?$/, read: pythonModules },
    { files: /\.s[ac]ss$/, read: sassModules },
    { files: /\.rs$/, read: rustModules },
    { files: /\.(?:rb|erb)$/, read: rubyFiles },
    { files: /\.go$/, read: goPackages },
    { files: /\.(?:java|kt|kts|scala|cs|php|swift|dart)$/, read: classFiles },
    { files: /\.(?:c|h|cc|cpp|cxx|hh|hpp|m|mm)$/, read: includes },
];
const PYTHON_IMPORT = /^[ \t]*(?:from[ \t]+(\.{0,9})([\w.]*)[ \t]+import[ \t]*(?:\(([^)]{0,4000})\)|([^\n#]*))|import[ \t]+([^\n#]+))/gm;
function pythonModules(path, content, index) {
    return [...content.matchAll(PYTHON_IMPORT)].flatMap(([, dots = '', from = '', inside, after, plain]) => {
        if (plain !== undefined) {
            return plain.split(',').flatMap((name) => pythonFiles(path, '', nameBeforeAs(name), index));
        }
        const names = (inside ?? after ?? '').split(',').map(nameBeforeAs);
        const modules = [from, ...names.map((name) => (from === '' ? name : `${from}.${name}`))];
        return modules.flatMap((module) => pythonFiles(path, dots, module, index));
    });
}
function nameBeforeAs(text) {
    return /[\w.]+/.exec(text.replace(/#[^\n]*/g, ''))?.[0] ?? '';
}
function pythonFiles(path, dots, module, index) {
    const name = module.replaceAll('.', '/');
    const files = name === '' ? ['__init__.py'] : [`${name}.py`, `${name}.pyi`, `${name}/__init__.py`];
    if (dots !== '') {
        const folder = within(folderOf(path), '../'.repeat(dots.length - 1));
        return folder === null ? [] : files.flatMap((file) => exactly(within(folder, file), index) ?? []);
    }
    if (name === '')
        return [];
    const roots = foldersOf(path).flatMap((folder) => [
        folder,
        within(folder, 'src') ?? '',
        within(folder, 'lib') ?? '',
    ]);
    const near = firstOf(roots, (root) => firstOf(files, (file) => exactly(within(root, file), index)));
    return near === null ? files.flatMap(index.endingWith) : [near];
}
function sassModules(path, content, index) {
    return [...content.matchAll(/@(?:import|use|forward)\s+['"]([^'"\n]{1,300})['"]/g)].flatMap(([, name = '']) => {
        const target = within(folderOf(path), name) ?? '';
        const partial = within(folderOf(target), `_${nameOf(target)}`);
        return [fileAt(target, index), fileAt(partial, index)].flatMap((file) => file ?? []);
    });
}
function rubyFiles(path, content, index) {
    return [
        ...content.matchAll(/\b(require|require_relative|load|autoload)\b[^'"\n]{0,80}['"]([^'"\n]{1,300})['"]/g),
    ]
        .map(([, word, name = '']) => ({ word, file: /\.rb$/.test(name) ? name : `${name}.rb` }))
        .flatMap(({ word, file }) => {
        const near = exactly(within(folderOf(path), file), index);
        return near !== null ? near : word === 'require_relative' ? [] : index.endingWith(file);
    });
}
/** A package is a folder: its files see each other without a word, and an import names its folder. */
function goPackages(path, content, index) {
    const isSource = (file) => file.endsWith('.go') && !file.endsWith('_test.go');
    const imported = [...content.matchAll(/"([\w.~/-]{1,300})"/g)].flatMap(([, name = '']) => {
        const segments = name.split('/');
        const folders = segments.map((_, at) => segments.slice(at).join('/'));
        return folders.map(index.inside).find((files) => files.some(isSource)) ?? [];
    });
    return [...index.inside(folderOf(path)), ...imported].filter(isSource);
}
/** Names in a chain of modules that are looked at; longer ones are not written by hand. */
const MAX_CHAIN = 12;
function rustModules(path, content, index) {
    const folder = folderOf(path);
    const own = /^(?:mod|lib|main)\.rs$/.test(nameOf(path)) ? folder : path.replace(/\.rs$/, '');
    const root = /^(?:.*\/)?src(?=\/)/.exec(path)?.[0] ?? within(folder, '../src') ?? 'src';
    const declared = [...content.matchAll(/\bmod\s+(\w+)\s*;/g)].map(([, name = '']) => name);
    const named = [...content.matchAll(/\b(\w+(?:::\w+)*)::(?:\{([^;{}]{0,2000})\}|\w+)/g)].flatMap(([whole, prefix = '', group]) => group === undefined ? [whole] : group.split(',').map((name) => `${prefix}::${name.trim()}`));
    const files = named.flatMap((chain) => {
        const [first = '', ...rest] = chain.split('::', MAX_CHAIN).map((name) => name.trim());
        const from = first === 'self' ? own : first === 'super' ? folderOf(own) : root;
        const base = /^(?:crate|self|super)$/.test(first) ? [from] : [root, own, folder];
        const names = base.length === 1 ? [rest] : [rest, [first, ...rest]];
        return base.flatMap((start) => names.flatMap((segments) => longestModule(start, segments, index) ?? []));
    });
    return [
        ...declared.flatMap((name) => longestModule(own, [name], index) ?? longestModule(folder, [name], index) ?? []),
        ...files,
    ];
}
/** The file of the longest beginning of a chain of modules: what follows is a name inside it. */
function longestModule(folder, segments, index) {
    const lengths = segments.map((_, at) => segments.length - at);
    return firstOf(lengths, (length) => {
        const module = segments.slice(0, length).join('/');
        return firstOf([`${module}.rs`, `${module}/mod.rs`], (file) => exactly(within(folder, file), index));
    });
}
/** A class has a file of its name: an import names it with its package, a neighbour by the name alone. */
function classFiles(path, content, index) {
    const ending = path.slice(path.lastIndexOf('.'));
    const imported = [...content.matchAll(/\b(\w+(?:[.\\]\w+)+)/g)].flatMap(([, name = '']) => {
        const segments = name.split(/[.\\]/);
        // Its first names may be those of a root that is no folder: `App\Models\User` in `src/Models/User.php`.
        const ends = [segments, segments.slice(1), segments.slice(0, -1)].filter(({ length }) => length > 1);
        return ends.flatMap((names) => index.endingWith(`${names.join('/')}${ending}`));
    });
    const words = new Set(content.match(/\w+/g) ?? []);
    const neighbours = index.inside(folderOf(path)).filter((file) => {
        return file.endsWith(ending) && words.has(nameOf(file).slice(0, -ending.length));
    });
    return [...neighbours, ...imported];
}
function includes(path, content, index) {
    return [...content.matchAll(/#\s*(?:include|import)\s*[<"]([^>"\n]{1,300})[>"]/g)].flatMap(([, name = '']) => {
        const near = exactly(within(folderOf(path), name), index);
        return near ?? index.endingWith(name.replace(/^(?:\.\.?\/)+/, ''));
    });
}
