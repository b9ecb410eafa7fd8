import { literalOf, pathOf, toEach } from '../script/walk.js';
import { calledName, calledOn, lineOf } from './draft.js';
const BY_EXTENSION = new Map([
    ...['js', 'mjs', 'ts', 'tsx', 'jsx', 'wasm'].map((end) => [end, 'code']),
    ...['css', 'scss'].map((end) => [end, 'style']),
    ...['html', 'htm'].map((end) => [end, 'page']),
    ...['json', 'csv', 'txt', 'xml', 'md', 'yaml', 'yml', 'webmanifest', 'geojson', 'tsv'].map((end) => [end, 'data']),
    ...['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'ico', 'avif'].map((end) => [end, 'image']),
    ...['mp3', 'ogg', 'wav', 'mp4', 'webm', 'm4a'].map((end) => [end, 'media']),
    ...['woff', 'woff2', 'ttf', 'otf'].map((end) => [end, 'font']),
]);
/** What an address leads to, by its extension; null where it has none that says so. */
export function targetBy(address) {
    const extension = /\.([a-z0-9]{1,12})(?:[?#].*)?$/i.exec(address.slice(0, 2_000))?.[1]?.toLowerCase() ?? '';
    return BY_EXTENSION.get(extension) ?? null;
}
/** Notes the addresses that code loads from. */
export function addresses(draft) {
    return {
        ...toEach(['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration', 'ImportExpression'], ({ source }) => load(draft, source)),
        NewExpression: (node) => inNew(draft, node.callee, node.arguments),
        CallExpression: (node) => inCall(draft, node.callee, node.arguments),
        VariableDeclarator: ({ id, init }) => {
            if (id.type === 'Identifier' && init?.type === 'ArrayExpression')
                draft.lists.set(id.name, textsIn(init));
        },
    };
}
function load(draft, node) {
    const address = literalOf(node);
    if (address === null || node == null)
        return;
    draft.taken.add(node);
    if (address.startsWith('.') || address.startsWith('/'))
        draft.loads.push(address);
}
function inNew(draft, callee, [first, second]) {
    const name = calledName(callee);
    if (name === 'Worker' || name === 'SharedWorker')
        refer(draft, first, name, 'page', 'code');
    if (name === 'Audio')
        refer(draft, first, name, 'page', 'media');
    if (name === 'URL' && second?.type === 'MemberExpression' && isOwnAddress(second))
        refer(draft, first, name, 'file', null);
}
/** `import.meta.url` */
function isOwnAddress(node) {
    return node.object.type === 'MetaProperty' && calledName(node) === 'url';
}
/** Functions that load what they are given. */
const LOADING = new Set(['fetch', 'register', 'addModule', 'importScripts', 'addAll']);
function inCall(draft, callee, [first]) {
    const name = calledName(callee);
    if (name === 'require' || callee.type === 'Import')
        load(draft, first);
    if (name === null || !LOADING.has(name))
        return;
    const on = calledOn(callee)?.at(-1);
    if (name === 'fetch' && (on === undefined || on === 'window'))
        refer(draft, first, 'fetch', 'page', null);
    if (name === 'register' && on === 'serviceWorker')
        refer(draft, first, 'register', 'page', 'code');
    if (name === 'addModule')
        refer(draft, first, 'addModule', 'page', 'code');
    if (name === 'importScripts') {
        refer(draft, first, 'importScripts', 'file', 'code');
        load(draft, first);
    }
    if (name !== 'addAll')
        return;
    if (first?.type === 'ArrayExpression')
        for (const text of textsIn(first))
            refer(draft, text, 'addAll', 'file', null);
    const list = pathOf(first)?.join('.');
    if (list !== undefined)
        draft.listed.push(list);
}
function textsIn({ elements }) {
    return elements.filter((element) => element !== null && literalOf(element) !== null);
}
/** Notes an address; without a target that is known, what its extension says, if it says anything. */
export function refer(draft, node, how, from, known) {
    const address = literalOf(node);
    const target = known ?? (address === null ? null : targetBy(address));
    if (node === undefined || address === null || target === null)
        return;
    draft.references.push({ target, address, line: lineOf(node), how, from });
}
