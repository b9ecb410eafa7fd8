import { has } from './app.js';
import { promisedNames } from './contract.js';
import { Lines } from './lines.js';
import { nearest } from './near.js';
import { plannedPaths } from './planned.js';
import { shortened } from './shortened.js';
/** What the plan promised is there: every file, and the names that the contract gives it. */
export function checkPlan(app) {
    const { plan } = app;
    if (plan === null)
        return { looked: 0, findings: [] };
    return {
        looked: plannedPaths(app).size,
        findings: [...missingFiles(app, plan), ...missingNames(app, plan)],
    };
}
/** Not written by a model. */
const NO_TEXT = /\.(?:png|jpe?g|gif|ico|webp|avif|bmp|woff2?|ttf|otf|eot|mp[34]|wav|ogg|webm|pdf|zip|gz|wasm)$/i;
/** Words for people: what they say of a name is their own affair. */
const PROSE = /\.(?:md|markdown|txt|rst)$/i;
function missingFiles(app, plan) {
    const byCase = new Map([...app.files.keys(), ...app.others].map((path) => [path.toLowerCase(), path]));
    const missing = [...plannedPaths(app)].filter((path) => !has(app, path) && !/[*<>{}]|\/$/.test(path));
    const asked = new Map(plan.files.map(({ path, description }) => [path, description]));
    return missing.map((path) => {
        const other = byCase.get(path.toLowerCase());
        const said = shortened(asked.get(path) ?? '');
        return {
            rule: 'plan',
            severity: NO_TEXT.test(path) ? 'note' : 'error',
            path,
            line: null,
            message: other === undefined
                ? 'The plan lists this file, and it is missing.'
                : `The plan lists this file, and it is missing: there is \`${shortened(other)}\`.`,
            offers: said === '' ? null : `The plan says of \`${shortened(path)}\`: ${said}`,
        };
    });
}
function missingNames(app, plan) {
    const planned = plannedPaths(app);
    const ofFile = Map.groupBy(promisedNames(plan), ({ path }) => path);
    const everywhere = new Words();
    const findings = [];
    for (const [path, names] of ofFile) {
        const text = app.files.get(path);
        const facts = app.facts.get(path);
        // Of a file that cannot be read it is said already, and a name may be in what is cut off.
        if (text === undefined || facts === undefined || facts.broken.length > 0)
            continue;
        if (!planned.has(path) || PROSE.test(path))
            continue;
        const words = wordsOf(text);
        for (const name of names) {
            if (stands(name, text, words) || (name.kind === 'route' && everywhere.hasRoute(app, name.name)))
                continue;
            findings.push(asFinding(app, name, text, words, plan));
        }
    }
    return findings;
}
/** What stands in the files of an app, looked for at most once. */
class Words {
    #all = null;
    /** Whether all parts of a route that are no parameters stand in code: it may be put together in several files. */
    hasRoute(app, route) {
        if (this.#all === null) {
            const all = new Set();
            for (const [path, text] of app.files) {
                if (!PROSE.test(path))
                    for (const word of wordsOf(text))
                        all.add(word);
            }
            this.#all = all;
        }
        return partsOf(route).every((part) => this.#all?.has(part));
    }
}
/** The parts of a route that are the same in every request. */
function partsOf(route) {
    return (route.split(/[?#]/)[0] ?? '')
        .split('/')
        .filter((part) => /^[a-z][\w-]*$/i.test(part))
        .flatMap((part) => part.split('-'));
}
/** The words of a text, by what they may be made of: with dashes and without. */
function wordsOf(text) {
    const words = new Set();
    for (const [word] of text.matchAll(/[\p{L}\p{N}_$]+(?:-[\p{L}\p{N}_$]+){0,9}/gu)) {
        words.add(word);
        if (word.includes('-'))
            for (const part of word.split('-'))
                words.add(part);
    }
    return words;
}
/** Whether a promised name stands in a text, in any way in which its language may write it. */
function stands({ kind, name }, text, words) {
    if (words.has(name) || (kind === 'flag' && text.includes(name)))
        return true;
    if (kind === 'route')
        return partsOf(name).every((part) => words.has(part));
    const bare = name.replace(/^--|^data-/, '');
    const camel = bare.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    if (kind === 'flag' || kind === 'attribute') {
        return [bare, camel, bare.replaceAll('-', '_')].some((form) => words.has(form));
    }
    return (kind === 'class' || kind === 'id') && isPutTogether(name, camel, text, words);
}
/** `badge-draft` may be made of `badge-${state}`, and be a rule of a style sheet that nests. */
function isPutTogether(name, camel, text, words) {
    if (words.has(camel))
        return true;
    for (let dash = name.indexOf('-'); dash !== -1; dash = name.indexOf('-', dash + 1)) {
        const start = name.slice(0, dash + 1);
        const ways = [
            `${start}$`,
            `${start}{`,
            `${start}'`,
            `${start}"`,
            `${start}\``,
            `${start}%`,
            `${start}#{`,
        ];
        if (ways.some((way) => text.includes(way)) || text.includes(`&${name.slice(dash)}`))
            return true;
    }
    return false;
}
function asFinding(app, promised, text, words, plan) {
    const { path, name, shown } = promised;
    const isLong = promised.kind === 'id' || promised.kind === 'class' || promised.kind === 'attribute';
    // What the plan speaks of itself is no slip.
    const spoken = wordsOf(plan.text);
    const candidates = [...words].filter((word) => isLong || !word.includes('-'));
    const near = nearest(name, candidates.filter((word) => !spoken.has(word)));
    const user = promised.kind === 'function' || promised.kind === 'name' || promised.kind === 'constant'
        ? importer(app, promised)
        : null;
    const what = `The plan says \`${shortened(shown)}\``;
    const lacks = near === null
        ? `${what}, which does not stand in this file`
        : `${what}, this file has \`${shortened(near)}\``;
    return {
        rule: 'plan',
        severity: user === null ? 'warning' : 'error',
        path,
        line: near === null ? null : new Lines(text).at(text.indexOf(near)),
        message: user === null ? `${lacks}.` : `${lacks}, and \`${shortened(user)}\` uses it.`,
        offers: `The plan gives \`${shortened(path)}\` the name \`${shortened(shown)}\`.`,
    };
}
/**
 * A file that takes the name from just that file; null when there is none. A module that hands on what others export
 * may have the name without saying it.
 */
function importer({ files }, { path, name }) {
    const own = files.get(path) ?? '';
    if (/\bexport\s*\*|\bimport\s*\*|\bmodule\.exports\s*=\s*[^{\s]|__getattr__/.test(own))
        return null;
    const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');
    for (const [other, text] of files) {
        if (other !== path && text.includes(name) && importsFrom(text, stem, name))
            return other;
    }
    return null;
}
const FROM_MODULE = /\bimport\s*(?:[\w$]{1,80}\s*,\s*)?\{([^{}]{1,2000})\}\s*from\s*['"](\.[^'"\n]{1,300})['"]/g;
const FROM_PYTHON = /^[ \t]*from[ \t]+([\w.]{1,200})[ \t]+import[ \t]+(?:\(([^()]{1,2000})\)|([^(\n]{1,500}))/gm;
function importsFrom(text, stem, name) {
    const isIt = (names) => names.split(/[,\n]/).some((part) => part
        .trim()
        .replace(/^type\s+/, '')
        .split(/\s+as\s+/)[0] === name);
    for (const [, names = '', from = ''] of text.matchAll(FROM_MODULE)) {
        const module = (from.split('/').at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, '');
        if (module === stem && isIt(names))
            return true;
    }
    for (const [, module = '', within, inline] of text.matchAll(FROM_PYTHON)) {
        if (module.split('.').at(-1) === stem && isIt((within ?? inline ?? '').replace(/#.*$/gm, '')))
            return true;
    }
    return false;
}
