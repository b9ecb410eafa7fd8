import { nearest } from '../near.js';
import { promisedFunctions, takes } from '../plan/promised-arguments.js';
import { Modules } from '../python/modules.js';
import { isStandard } from '../python/standard-library.js';
import { code, codes, isTakenByPlan } from '../words.js';
/** What Python takes of another file's module is there, and is called with what it takes. */
export function checkPythonUses(app) {
    const files = [...app.facts.values()].filter(({ python }) => python !== null && python.uses.length > 0);
    if (files.length === 0)
        return { looked: 0, findings: [] };
    const modules = new Modules(app);
    const set = new Set([...app.facts.values()].flatMap(({ python }) => [...(python?.sets ?? [])]));
    const known = { modules, set, plan: app.plan, promised: promisedFunctions(app.plan) };
    const findings = [];
    for (const { path, python } of files) {
        if (python === null || path.endsWith('.pyi'))
            continue;
        const meanings = meaningsIn(path, python, modules);
        for (const use of python.uses) {
            const meaning = meanings.get(use.name);
            const finding = meaning === undefined ? null : wrongWith(path, use, meaning, known);
            if (finding !== null)
                findings.push(finding);
        }
    }
    return { looked: files.length, findings };
}
/** Names that are imported once, from one place of the set. */
function meaningsIn(path, { imports }, modules) {
    const meanings = new Map();
    const add = (as, meaning) => meanings.set(as, meanings.has(as) ? null : meaning);
    for (const { level, module, names, as, runs } of imports) {
        const isForeign = level === 0 && isStandard(module.split('.')[0] ?? module);
        const isWhole = names !== null || !module.includes('.') || as !== module.split('.')[0];
        const found = isForeign || runs !== 'always' || !isWhole ? [] : modules.reached(path, level, module);
        const [only] = found.length === 1 ? found : [];
        if (names === null)
            add(as, only === undefined ? null : { module: only, name: null });
        for (const each of names ?? [])
            add(each.as, only === undefined ? null : meaningOf(only, each.name, modules));
    }
    const known = new Map();
    for (const [name, meaning] of meanings)
        if (meaning !== null)
            known.set(name, meaning);
    return known;
}
/** `from a import b`: b is what a calls so, else the module b in the folder a. */
function meaningOf(module, name, modules) {
    const inner = module.folder === null ? null : modules.find(module.folder, name);
    if (inner === null)
        return { module, name };
    return modules.facts(module.path)?.names.has(name) ? null : { module: inner, name: null };
}
function wrongWith(path, use, { module, name }, { modules, set, plan, promised }) {
    const { line, member, given } = use;
    if (name === null && member !== null && !modules.mayHave(module, member)) {
        if (module.path === null || set.has(member))
            return null;
        const message = `${code(path)} uses ${code(`${use.name}.${member}`)}, and ${code(module.path)} has no ${code(member)}.`;
        const has = modules.offered(module);
        const severity = use.isCertain ? 'error' : 'warning';
        if (isTakenByPlan(plan, member, nearest(member, has))) {
            const offers = `${code(path)} takes ${code(member)} from it, as the plan calls it.`;
            return { rule: 'imports', severity, path: module.path, line: null, message, offers };
        }
        const offers = `${code(module.path)} has ${codes(has)}.`;
        return { rule: 'imports', severity, path, line, message, offers };
    }
    const called = name ?? member;
    if (given === null || called === null || (name !== null && member !== null))
        return null;
    const found = modules.signature(module.path, called);
    const reason = found === null ? null : misfit(given, found.signature);
    if (found === null || reason === null)
        return null;
    const { places, neededByName } = found.signature;
    const message = `${code(path)} calls ${code(called)} of ${code(found.path)} ${reason}.`;
    const severity = use.isCertain ? 'error' : 'warning';
    const plannedAs = promised(found.path, called);
    if (plannedAs !== null && takes(plannedAs, given.places + given.names.length)) {
        const offers = `The plan gives ${code(found.path)} ${code(plannedAs.shown)}.`;
        return { rule: 'calls', severity, path: found.path, line: found.signature.line, message, offers };
    }
    const taken = [...places, ...neededByName.map((each) => `${each}=`)];
    const offers = `${code(called)} takes ${taken.length === 0 ? 'nothing' : codes(taken)}.`;
    return { rule: 'calls', severity, path, line, message, offers };
}
/** Why a call cannot be; null where it can. */
function misfit(given, signature) {
    const { places, needed, byName, neededByName } = signature;
    if (given.places > places.length) {
        return `with ${given.places} values by place, and it takes ${places.length}`;
    }
    const unknown = given.names.find((name) => !byName.has(name));
    if (unknown !== undefined)
        return `with ${code(`${unknown}=`)}, which it does not take`;
    const names = new Set(given.names);
    const missing = [...places.slice(given.places, needed), ...neededByName].find((name) => !names.has(name));
    return missing === undefined ? null : `without ${code(missing)}`;
}
