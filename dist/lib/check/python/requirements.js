import { at, entriesOf, textsOf } from '../data/access.js';
import { folderOf } from './modules.js';
import { NAMES_DIFFER, WITH_OTHERS } from './packages.js';
const LOCK = /(?:^|\/)(?:uv|poetry|pdm)\.lock$/;
const MANIFEST = /(?:^|\/)(?:pyproject\.toml|setup\.cfg|setup\.py|Pipfile|environment\.ya?ml|[\w.-]*requirements[\w.-]*\.(?:txt|in)|requirements\/[\w.-]+\.(?:txt|in))$/;
const KNOWN = new WeakMap();
/** What is declared for a file: by the manifests of its folder and of those around it; null where there is none. */
export function requirementsOf(app, path) {
    const all = KNOWN.get(app) ?? readAll(app);
    KNOWN.set(app, all);
    const found = [];
    for (let folder = folderOf(path);; folder = folderOf(folder)) {
        const here = all.get(folder);
        if (here !== undefined)
            found.push(here);
        if (folder === '')
            break;
    }
    if (found.length === 0)
        return null;
    return {
        names: new Set(found.flatMap(({ names }) => [...names])),
        sources: found.flatMap(({ sources }) => sources),
        isWhole: found.every(({ isWhole }) => isWhole),
        locked: lockedIn(app),
    };
}
const LOCKED = new WeakMap();
function lockedIn(app) {
    const known = LOCKED.get(app) ??
        new Set([...app.files].flatMap(([path, text]) => LOCK.test(path)
            ? [...text.matchAll(/^name = "([\w.-]+)"$/gm)].map(([, name]) => normal(name ?? ''))
            : []));
    LOCKED.set(app, known);
    return known;
}
/** By folder. */
function readAll(app) {
    const all = new Map();
    for (const path of [...app.files.keys(), ...app.others]) {
        if (!MANIFEST.test(path))
            continue;
        const folder = folderOf(path).replace(/(?:^|\/)requirements$/, '');
        const read = readManifest(app, path);
        const before = all.get(folder);
        if (read === null)
            continue;
        all.set(folder, {
            names: new Set([...(before?.names ?? []), ...read.names.map(normal)]),
            sources: [...(before?.sources ?? []), path],
            isWhole: (before?.isWhole ?? true) && read.isWhole,
        });
    }
    return all;
}
/** The packages that a file lists, as they stand there; none where they are not a plain list. */
export function listedIn(app, path) {
    if (!MANIFEST.test(path) || !/\.(?:txt|in|toml)$/.test(path))
        return [];
    const data = app.facts.get(path)?.data;
    const own = [at(data, 'project', 'name'), at(data, 'tool', 'poetry', 'name')];
    return (readManifest(app, path)?.names ?? []).filter((name) => name !== '' && !own.includes(name));
}
/** @returns null for a file that says nothing of packages */
function readManifest(app, path) {
    const text = app.files.get(path);
    if (text === undefined || text.length > 200_000)
        return { names: [], isWhole: false };
    if (path.endsWith('pyproject.toml'))
        return readProject(app.facts.get(path)?.data);
    if (path.endsWith('setup.py'))
        return readSetup(text);
    if (path.endsWith('setup.cfg'))
        return readConfiguration(text);
    if (path.endsWith('.txt') || path.endsWith('.in'))
        return readList(text);
    return { names: [], isWhole: false };
}
function readProject(data) {
    if (data === undefined)
        return { names: [], isWhole: false };
    const project = at(data, 'project');
    const poetry = at(data, 'tool', 'poetry');
    if (project === undefined && poetry === undefined)
        return null;
    const tables = [
        ...entriesOf(at(data, 'project', 'optional-dependencies')),
        ...entriesOf(at(data, 'dependency-groups')),
        ...entriesOf(at(data, 'tool', 'pdm', 'dev-dependencies')),
    ];
    const lists = [
        at(project, 'dependencies'),
        at(data, 'build-system', 'requires'),
        at(data, 'tool', 'uv', 'dev-dependencies'),
        ...tables.map(([, list]) => list),
        ...entriesOf(at(data, 'tool', 'hatch', 'envs')).flatMap(([, env]) => [
            at(env, 'dependencies'),
            at(env, 'extra-dependencies'),
        ]),
    ];
    const groups = entriesOf(at(poetry, 'group')).map(([, group]) => at(group, 'dependencies'));
    const maps = [at(poetry, 'dependencies'), at(poetry, 'dev-dependencies'), ...groups];
    const isWhole = !textsOf(at(project, 'dynamic')).includes('dependencies') &&
        (at(project, 'dependencies') !== undefined || at(poetry, 'dependencies') !== undefined);
    const names = [
        ...lists.flatMap(textsOf).map(nameOf),
        ...maps.flatMap(entriesOf).map(([name]) => name),
        ...textsOf(at(project, 'name')),
        ...textsOf(at(poetry, 'name')),
    ];
    return { names, isWhole };
}
/** Only lists that stand there as they are count; everything in quotes may name a package. */
function readSetup(text) {
    if (!/\bsetup\s*\(/.test(text))
        return null;
    const quoted = [...text.matchAll(/["']([A-Za-z][\w.-]*(?:\[[^\]"']*\])?)\s*(?:[<>=!~;][^"'\n]*)?["']/g)];
    const names = quoted.map((match) => nameOf(match[1] ?? ''));
    return { names, isWhole: /install_requires\s*=\s*\[[^\]]*\]/.test(text) && !/\*|\+\s*\w/.test(text) };
}
function readConfiguration(text) {
    if (!/^\[(?:metadata|options)/m.test(text))
        return null;
    const lines = text.split('\n').filter((line) => /^\s+[A-Za-z]/.test(line) || /requires\s*=/.test(line));
    return {
        names: lines.map((line) => nameOf(line.replace(/^.*=\s+/, ''))),
        isWhole: /^install_requires\s*=/m.test(text),
    };
}
function readList(text) {
    const lines = text.split('\n').map((line) => line.replace(/(?:^|\s)#.*$/, '').trim());
    const names = lines.flatMap((line) => {
        const egg = /#egg=([\w.-]+)/.exec(line)?.[1] ?? /\/([\w.-]+?)(?:\.git)?(?:@[\w.-]+)?$/.exec(line)?.[1];
        if (/^(?:-e|--editable|git\+|https?:|\.|\/)/.test(line))
            return egg === undefined ? [] : [egg];
        return line === '' || line.startsWith('-') ? [] : [nameOf(line)];
    });
    return {
        names,
        isWhole: names.length > 0 && !lines.some((line) => /^-e|^--editable|^\.|^git\+/.test(line)),
    };
}
function nameOf(requirement) {
    return /^\s*([A-Za-z0-9][\w.-]*)/.exec(requirement)?.[1] ?? '';
}
/** A name as the index compares it. */
export function normal(name) {
    return name.toLowerCase().replace(/[-_.]+/g, '-');
}
/** Whether a module comes with a package that is declared, or with what such a package needs itself. */
export function isDeclared(module, names) {
    const own = normal(module);
    if (isAmong(module, names))
        return true;
    if ((WITH_OTHERS.get(module) ?? []).some((name) => names.has(name)))
        return true;
    const bare = own.replaceAll('-', '');
    for (const name of names) {
        if (name.startsWith(`${own}-`) || name.endsWith(`-${own}`) || name.includes(`-${own}-`))
            return true;
        const other = name.replaceAll('-', '');
        if (other === bare || other === `py${bare}` || other === `python${bare}` || other === `${bare}py`)
            return true;
        if (bare === `py${other}` || other.replace('python', '') === bare)
            return true;
    }
    return false;
}
/** Whether a module comes with a package of these very names: there may be tens of thousands of them. */
export function isAmong(module, names) {
    return [normal(module), ...(NAMES_DIFFER.get(module) ?? [])].some((name) => names.has(name));
}
/** Whether a name is that of a package which many install. */
export function isWidelyUsed(module) {
    return NAMES_DIFFER.has(module) || WITH_OTHERS.has(module) || WELL_KNOWN.has(module);
}
const WELL_KNOWN = new Set('aiohttp alembic anyio attr attrs black boto3 botocore celery click cryptography django docker fastapi flask gunicorn httpx jinja2 jsonschema lxml markdown matplotlib mypy networkx numpy openai packaging pandas pip playwright pluggy psutil psycopg pydantic pygame pygments pytest redis requests rich scipy seaborn setuptools six sqlalchemy starlette streamlit tensorflow textual toml torch tornado tqdm typer uvicorn websockets wheel'.split(' '));
