import { at, entriesOf, lineWith } from '../data/access.js';
import { code } from '../words.js';
import { filesRunBy } from './commands.js';
import { isMade } from './places.js';
/** Files that a `package.json` names are there, but for those that its build makes. */
export function packagePaths(path, text, data, places) {
    const scripts = entriesOf(at(data, 'scripts')).flatMap(([name, value]) => typeof value === 'string' ? [[name, value]] : []);
    const isBuilt = scripts.some(([name, value]) => BUILDS.test(name) || COMPILERS.test(value));
    // What is published leaves out what only its makers run.
    const isApp = at(data, 'private') === true;
    const findings = [];
    const miss = (severity, what, value) => {
        if (reaches(path, value, places) || isMade(value) || (isBuilt && isNewFolder(path, value, places)))
            return;
        const message = `${code(path)} names ${code(value)} ${what}, and there is no such file.`;
        findings.push({ rule: 'references', severity, path, line: lineWith(text, value), message, offers: null });
    };
    for (const value of textsIn(at(data, 'bin')))
        miss('error', 'as a command', value);
    const main = at(data, 'main');
    if (typeof main === 'string')
        miss(isApp && runsItself(scripts) ? 'error' : 'warning', 'as its `main`', main);
    for (const name of ['module', 'types', 'typings']) {
        const value = at(data, name);
        if (typeof value === 'string')
            miss('warning', `as its \`${name}\``, value);
    }
    for (const value of exportsIn(at(data, 'exports')))
        miss('warning', 'in its `exports`', value);
    for (const [name, value] of scripts) {
        for (const file of filesRunBy(value))
            miss(isApp ? 'error' : 'warning', `in its script ${code(name)}`, file);
    }
    return findings;
}
const BUILDS = /^(?:pre|post)?(?:build|compile|prepare|prepack|prepublish(?:Only)?|bundle|dist|transpile)\b/;
const COMPILERS = /\b(?:tsc|rollup|webpack|esbuild|tsup|vite build|babel|swc|microbundle|unbuild|parcel build)\b/;
function runsItself(scripts) {
    return scripts.some(([, value]) => /\b(?:node|electron|nodemon)\s+\.(?:\s|$)/.test(value));
}
function reaches(path, value, places) {
    const ways = ['', '.js', '.cjs', '.mjs', '.json', '.node', '.ts', '.d.ts', '/index.js'];
    const bare = value.replace(/\/+$/, '');
    return ways.some((end) => places.has(path, `${bare}${end}`) !== false);
}
/** A folder of which nothing is there yet. */
function isNewFolder(path, value, places) {
    const [top = ''] = value.replace(/^\.\//, '').split('/');
    return value.replace(/^\.\//, '').includes('/') && places.has(path, top) === false;
}
function textsIn(data) {
    return typeof data === 'string'
        ? [data]
        : entriesOf(data).flatMap(([, value]) => (typeof value === 'string' ? [value] : []));
}
function exportsIn(data, depth = 0) {
    if (typeof data === 'string')
        return data.startsWith('./') && !data.includes('*') && !data.endsWith('/') ? [data] : [];
    return depth > 6 ? [] : entriesOf(data).flatMap(([, value]) => exportsIn(value, depth + 1));
}
