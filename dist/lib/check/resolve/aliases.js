import { entriesOf, textOf } from './manifests.js';
import { folderOf, joined } from './paths.js';
/** What compilers, package manifests and import maps say stands for what. */
export function aliasesOf(app) {
    const aliases = [];
    for (const [path, { data }] of app.facts) {
        const name = path.slice(path.lastIndexOf('/') + 1);
        if (/^(?:ts|js)config(?:\.[^/]*)?\.json$/.test(name))
            aliases.push(...ofCompiler(folderOf(path), data));
        else if (/^(?:import[-_]?map.*|deno)\.jsonc?$/.test(name))
            aliases.push(...ofMap(folderOf(path), data));
    }
    for (const [path, text] of app.files) {
        if (/\.html?$/i.test(path) && text.includes('importmap'))
            aliases.push(...ofPage(text));
    }
    return aliases;
}
function ofCompiler(folder, data) {
    const options = entriesOf(entriesOf(data).get('compilerOptions'));
    const base = textOf(options.get('baseUrl'));
    const root = joined(folder, base ?? '.') ?? folder;
    const within = (target) => relativeTo(folder, joined(root, target) ?? target);
    const aliases = [...entriesOf(options.get('paths'))].map(([pattern, targets]) => ({
        folder,
        pattern,
        targets: (Array.isArray(targets) ? targets : []).map(String).map(within),
        isSure: pattern !== '*',
    }));
    if (base === null)
        return aliases;
    return [...aliases, { folder, pattern: '*', targets: [within('*')], isSure: false }];
}
function relativeTo(folder, path) {
    if (folder === '')
        return path;
    return path.startsWith(`${folder}/`)
        ? path.slice(folder.length + 1)
        : `${'../'.repeat(folder.split('/').length)}${path}`;
}
function ofMap(folder, data) {
    return [...entriesOf(entriesOf(data).get('imports'))].map(([name, target]) => ({
        folder,
        pattern: name.endsWith('/') ? `${name}*` : name,
        targets: [String(target).replace(/\/$/, '/*')],
        isSure: true,
    }));
}
function ofPage(text) {
    const start = text.indexOf('>', text.indexOf('importmap')) + 1;
    const end = text.indexOf('</script', start);
    if (start <= 0 || end < 0)
        return [];
    // What holds in a page holds in the scripts that it loads, wherever they are.
    const names = namesInMap(text.slice(start, end));
    return names.map((name) => ({
        folder: '',
        pattern: name.endsWith('/') ? `${name}*` : name,
        targets: [],
        isSure: true,
    }));
}
function namesInMap(json) {
    try {
        return [...entriesOf(entriesOf(JSON.parse(json)).get('imports')).keys()];
    }
    catch {
        return [];
    }
}
