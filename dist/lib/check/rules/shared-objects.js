import { nearest } from '../near.js';
import { purposeOf } from '../purpose.js';
import { code, codes } from '../words.js';
/** Members of objects that scripts share without importing exist where they are called. */
export function checkGlobals(app) {
    const shared = sharedOf(app);
    const findings = [];
    let named = null;
    let looked = 0;
    for (const { path, scripts } of app.facts.values()) {
        const calls = scripts.flatMap(({ globals }) => globals.calls);
        if (calls.length === 0 || purposeOf(path) === 'sample')
            continue;
        looked++;
        for (const { path: called, line } of calls) {
            const lost = lostMember(shared, called);
            if (lost === null)
                continue;
            const { object, owner, name } = lost;
            named ??= namesInTexts(app);
            if (named.has(`${owner}.${name}`))
                continue;
            const list = `${code(owner)} of ${code(object.path)} has ${codes(object.members.keys())}`;
            const near = nearest(name, object.members.keys());
            const hint = near === null ? '' : ` Perhaps ${code(`${owner}.${near}`)} is meant.`;
            const message = `${code(path)} calls ${code(called)}, but ${list}.${hint}`;
            findings.push({ rule: 'calls', severity: 'error', path, line, message, offers: `${list}.` });
        }
    }
    return { looked, findings };
}
/** `define('App.store', …)`: a function may make what it is given the name of. All such names, and their beginnings. */
function namesInTexts({ files }) {
    const names = new Set();
    for (const text of files.values()) {
        for (const [, whole = ''] of text.matchAll(/['"`]([A-Za-z_$][\w$]{0,99}(?:\.[A-Za-z_$][\w$]{0,99}){1,9})/g)) {
            const parts = whole.split('.');
            for (let length = 2; length <= parts.length; length++)
                names.add(parts.slice(0, length).join('.'));
        }
    }
    return names;
}
/** What a browser has more of than an app makes, for its tests mostly. */
const OF_BROWSERS = new Set([
    'chrome',
    'browser',
    'navigator',
    'document',
    'console',
    'process',
]);
/** The first part of `App.store.load` that nobody makes; null where all is there, or not known. */
function lostMember(shared, called) {
    const parts = called.split('.');
    if (OF_BROWSERS.has(parts[0] ?? ''))
        return null;
    for (let length = 1; length < parts.length; length++) {
        const owner = parts.slice(0, length).join('.');
        const object = shared.get(owner);
        const name = parts[length] ?? '';
        if (object === undefined || object.isOpen || object.members.size === 0)
            return null;
        if (object.made > 1 || (object.made === 0 && !object.isSaid))
            return null;
        if (!object.members.has(name)) {
            const isEverywhere = isInherited(name) || shared.get('Object.prototype')?.members.has(name) === true;
            return isEverywhere ? null : { object, owner, name };
        }
    }
    return null;
}
function isInherited(name) {
    return name in Function.prototype || name in Array.prototype;
}
/** All files' shares of each object, put together. */
function sharedOf(app) {
    const shared = new Map();
    for (const { path, scripts } of app.facts.values()) {
        for (const { globals, isModule } of scripts) {
            for (const [name, object] of globals.objects) {
                const known = shared.get(name) ?? { members: new Map(), path, isOpen: false, made: 0, isSaid: false };
                if (object.isMade || (object.isSaid && known.made === 0))
                    known.path = path;
                if (object.isMade)
                    known.made++;
                if (object.isSaid)
                    known.isSaid = true;
                // What a module calls its own is nobody else's.
                if (object.isOpen || isModule)
                    known.isOpen = true;
                for (const [member, exported] of object.members)
                    known.members.set(member, exported);
                shared.set(name, known);
            }
        }
    }
    return shared;
}
