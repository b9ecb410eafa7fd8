import type { Reference, Target } from '../page/facts.js';
import { literalOf, type Node, pathOf, toEach, type Visitors } from '../script/walk.js';
import { calledName, calledOn, type Draft, lineOf } from './draft.js';

const BY_EXTENSION: ReadonlyMap<string, Target> = new Map<string, Target>([
  ...['js', 'mjs', 'ts', 'tsx', 'jsx', 'wasm'].map((end) => [end, 'code'] as const),
  ...['css', 'scss'].map((end) => [end, 'style'] as const),
  ...['html', 'htm'].map((end) => [end, 'page'] as const),
  ...['json', 'csv', 'txt', 'xml', 'md', 'yaml', 'yml', 'webmanifest', 'geojson', 'tsv'].map(
    (end) => [end, 'data'] as const,
  ),
  ...['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'ico', 'avif'].map((end) => [end, 'image'] as const),
  ...['mp3', 'ogg', 'wav', 'mp4', 'webm', 'm4a'].map((end) => [end, 'media'] as const),
  ...['woff', 'woff2', 'ttf', 'otf'].map((end) => [end, 'font'] as const),
]);

/** What an address leads to, by its extension; null where it has none that says so. */
export function targetBy(address: string): Target | null {
  const extension = /\.([a-z0-9]{1,12})(?:[?#].*)?$/i.exec(address.slice(0, 2_000))?.[1]?.toLowerCase() ?? '';
  return BY_EXTENSION.get(extension) ?? null;
}

/** Notes the addresses that code loads from. */
export function addresses(draft: Draft): Visitors {
  return {
    ...toEach(
      ['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration', 'ImportExpression'],
      ({ source }) => load(draft, source),
    ),
    NewExpression: (node) => inNew(draft, node.callee, node.arguments),
    CallExpression: (node) => inCall(draft, node.callee, node.arguments),
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init?.type === 'ArrayExpression')
        draft.lists.set(id.name, textsIn(init));
    },
  };
}

function load(draft: Draft, node: Node | null | undefined): void {
  const address = literalOf(node);
  if (address === null || node == null) return;
  draft.taken.add(node);
  if (address.startsWith('.') || address.startsWith('/')) draft.loads.push(address);
}

function inNew(draft: Draft, callee: Node, [first, second]: readonly Node[]): void {
  const name = calledName(callee);
  if (name === 'Worker' || name === 'SharedWorker') refer(draft, first, name, 'page', 'code');
  if (name === 'Audio') refer(draft, first, name, 'page', 'media');
  if (name === 'URL' && second?.type === 'MemberExpression' && isOwnAddress(second))
    refer(draft, first, name, 'file', null);
}

/** `import.meta.url` */
function isOwnAddress(node: Extract<Node, { type: 'MemberExpression' }>): boolean {
  return node.object.type === 'MetaProperty' && calledName(node) === 'url';
}

/** Functions that load what they are given. */
const LOADING: ReadonlySet<string> = new Set(['fetch', 'register', 'addModule', 'importScripts', 'addAll']);

function inCall(draft: Draft, callee: Node, [first]: readonly Node[]): void {
  const name = calledName(callee);
  if (name === 'require' || callee.type === 'Import') load(draft, first);
  if (name === null || !LOADING.has(name)) return;
  const on = calledOn(callee)?.at(-1);
  if (name === 'fetch' && (on === undefined || on === 'window')) refer(draft, first, 'fetch', 'page', null);
  if (name === 'register' && on === 'serviceWorker') refer(draft, first, 'register', 'page', 'code');
  if (name === 'addModule') refer(draft, first, 'addModule', 'page', 'code');
  if (name === 'importScripts') {
    refer(draft, first, 'importScripts', 'file', 'code');
    load(draft, first);
  }
  if (name !== 'addAll') return;
  if (first?.type === 'ArrayExpression')
    for (const text of textsIn(first)) refer(draft, text, 'addAll', 'file', null);
  const list = pathOf(first)?.join('.');
  if (list !== undefined) draft.listed.push(list);
}

function textsIn({ elements }: Extract<Node, { type: 'ArrayExpression' }>): Node[] {
  return elements.filter((element) => element !== null && literalOf(element) !== null) as Node[];
}

/** Notes an address; without a target that is known, what its extension says, if it says anything. */
export function refer(
  draft: Draft,
  node: Node | undefined,
  how: string,
  from: Reference['from'],
  known: Target | null,
): void {
  const address = literalOf(node);
  const target = known ?? (address === null ? null : targetBy(address));
  if (node === undefined || address === null || target === null) return;
  draft.references.push({ target, address, line: lineOf(node), how, from });
}
