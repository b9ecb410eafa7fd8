import { Places } from '../config/places.js';
import { at, entriesOf, lineWith } from '../data/access.js';
import { Modules } from '../python/modules.js';
import { mayBeStandard } from '../python/standard-library.js';
import { folderOf, joined } from '../resolve/paths.js';
import { code, codes } from '../words.js';
const MANIFEST = /(?:^|\/)pyproject\.toml$/;
/** The commands and files that a `pyproject.toml` names are there. */
export function checkPythonEntries(app) {
    const files = [...app.facts.values()].filter(({ path, data }) => MANIFEST.test(path) && data !== undefined);
    if (files.length === 0)
        return { looked: 0, findings: [] };
    const modules = new Modules(app);
    const places = new Places(app);
    const findings = files.flatMap(({ path, data }) => [
        ...entriesIn(data).flatMap((entry) => wrongEntry(app, path, data, entry, modules)),
        ...readmeOf(app, path, data, places),
    ]);
    return { looked: files.length, findings };
}
function entriesIn(data) {
    const groups = entriesOf(at(data, 'project', 'entry-points')).map(([, group]) => group);
    const poetry = at(data, 'tool', 'poetry', 'scripts');
    const tables = [at(data, 'project', 'scripts'), at(data, 'project', 'gui-scripts'), poetry, ...groups];
    return tables
        .flatMap(entriesOf)
        .flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}
function wrongEntry(app, path, data, [name, value], modules) {
    const [, module = '', attribute] = /^\s*([\w.]+)\s*(?::\s*(\w+)[\w.]*)?\s*(?:\[.*\])?\s*$/.exec(value) ?? [];
    const top = module.split('.')[0] ?? '';
    if (module === '' || mayBeStandard(top))
        return [];
    const line = lineWith(app.files.get(path), value);
    const about = (message, offers) => [
        { rule: 'imports', severity: 'error', path, line, message, offers },
    ];
    const packaged = at(at(data, 'tool', 'setuptools', 'package-dir'), '');
    const inner = typeof packaged === 'string' ? modules.find(joined(folderOf(path), packaged) ?? '', module) : null;
    const found = inner === null ? modules.candidates(path, module) : [inner];
    if (found.length === 0) {
        const isElsewhere = modules.candidates(path, top).length === 0 && modules.names.has(top);
        if (isElsewhere ||
            modules.candidates(path, top).some((each) => modules.mayHave(each, '__file__') && each.path === null))
            return [];
        return about(`The command ${code(name)} starts ${code(module)}, and there is no such file.`, null);
    }
    if (attribute === undefined || found.some((each) => modules.mayHave(each, attribute)))
        return [];
    const [first] = found;
    const offered = first === undefined ? [] : modules.offered(first);
    const offers = offered.length === 0 ? null : `${code(module)} has ${codes(offered)}.`;
    return about(`The command ${code(name)} starts ${code(attribute)} of ${code(module)}, which has no such name.`, offers);
}
function readmeOf(app, path, data, places) {
    const readme = at(data, 'project', 'readme');
    const name = typeof readme === 'string' ? readme : at(readme, 'file');
    if (typeof name !== 'string' || places.has(path, name) !== false)
        return [];
    const message = `${code(path)} names ${code(name)} as its readme, and there is no such file.`;
    return [
        {
            rule: 'references',
            severity: 'error',
            path,
            line: lineWith(app.files.get(path), name),
            message,
            offers: null,
        },
    ];
}
