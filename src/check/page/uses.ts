import type { Node } from '../script/walk.js';
import { keyOf, literalOf, pathOf } from '../script/walk.js';
import { calledName, calledOn, type Draft, lineOf, use } from './draft.js';

/** Notes what a node says to other code, or waits for: events, messages, storage keys, routes, variables. */
export function collectUses(draft: Draft, node: Node, ancestors: readonly Node[]): void {
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
      inCall(draft, node.callee, node.arguments);
      break;
    case 'NewExpression': {
      const name = calledName(node.callee);
      if (name === 'CustomEvent' || name === 'Event') use(draft, 'event-sent', node.arguments[0]);
      break;
    }
    case 'MemberExpression':
      inMember(draft, node, ancestors.at(-1));
      break;
    case 'SwitchStatement':
      if (isTag(node.discriminant)) for (const { test } of node.cases) heard(draft, test);
      break;
    case 'BinaryExpression':
      if (/^[!=]==?$/.test(node.operator)) compare(draft, node.left, node.right);
      break;
    case 'RegExpLiteral':
      if (node.pattern.startsWith('^\\/')) served(draft, pathOfPattern(node.pattern), node);
      break;
  }
}

/** Fields that tell messages apart. */
const TAGS: ReadonlySet<string> = new Set(['type', 'action', 'kind', 'command', 'cmd']);
const ROUTING: ReadonlySet<string> = new Set([
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'all',
  'use',
  'route',
  'head',
  'options',
]);
/** What sends requests by methods of those names. */
const CLIENTS = /^(?:axios|ky|got|\$|jQuery|http|https|api|client|request|superagent|instance)$/i;
const SERVING = /^create(?:Secure|Http)?Server$/;
const STORES: ReadonlySet<string> = new Set(['localStorage', 'sessionStorage']);

function inCall(draft: Draft, callee: Node, args: readonly Node[]): void {
  const name = calledName(callee);
  const on = calledOn(callee);
  const last = on?.at(-1) ?? '';
  const [first] = args;
  if (name === null || first === undefined) {
    if (name !== null && SERVING.test(name)) draft.isServer = true;
    return;
  }
  if (name === 'addEventListener') use(draft, 'event-heard', first);
  else if (name === 'removeEventListener') draft.taken.add(first);
  else if (name === 'postMessage' || name === 'sendMessage') for (const each of args) sent(draft, each);
  else if (STORES.has(last)) inStore(draft, name, first);
  else if (SERVING.test(name)) draft.isServer = true;
  else if (name === 'fetch') fetched(draft, first);
  else if (ROUTING.has(name) && callee.type !== 'Identifier') {
    const isClient = on === null || CLIENTS.test(last);
    if (isClient) fetched(draft, first);
    else if (args.length > 1 || name === 'route') served(draft, literalOf(first), first);
  }
}

function inStore(draft: Draft, name: string, key: Node): void {
  if (name === 'getItem') use(draft, 'key-read', key);
  if (name === 'setItem') use(draft, 'key-written', key);
  if (name === 'removeItem') draft.taken.add(key);
}

function inMember(
  draft: Draft,
  node: Extract<Node, { type: 'MemberExpression' }>,
  parent: Node | undefined,
): void {
  const key = keyOf(node.property, node.computed);
  const { object } = node;
  if (key === 'hash') draft.readsHash = true;
  if (object.type === 'Identifier') {
    if (!STORES.has(object.name) || key === null || STORAGE_MEMBERS.has(key)) return;
    const isWritten = parent?.type === 'AssignmentExpression' && parent.left === node;
    draft.uses.push({
      kind: isWritten ? 'key-written' : 'key-read',
      name: key,
      constant: null,
      line: lineOf(node),
    });
    return;
  }
  if (object.type !== 'MemberExpression' || key === null) return;
  const path = pathOf(object);
  if (path === null) return;
  const [root, space] = path;
  if (path.length === 2 && (root === 'chrome' || root === 'browser') && space !== undefined) {
    draft.uses.push({ kind: 'extension-api', name: `${space}.${key}`, constant: null, line: lineOf(node) });
  }
  if (
    path[0] === 'process' &&
    path[1] === 'env' &&
    path.length === 2 &&
    parent?.type !== 'AssignmentExpression'
  ) {
    draft.uses.push({ kind: 'variable-read', name: key, constant: null, line: lineOf(node) });
  }
}

const STORAGE_MEMBERS: ReadonlySet<string> = new Set([
  'getItem',
  'setItem',
  'removeItem',
  'clear',
  'key',
  'length',
]);

/** `{ type: 'add' }`, as it is sent. */
function sent(draft: Draft, node: Node): void {
  if (node.type !== 'ObjectExpression') return;
  for (const property of node.properties) {
    if (property.type !== 'ObjectProperty') continue;
    const key = keyOf(property.key, property.computed);
    if (key !== null && TAGS.has(key)) use(draft, 'message-sent', property.value);
  }
}

function isTag(node: Node): boolean {
  return TAGS.has(calledName(node) ?? '');
}

/** `message.type === 'add'` */
function compare(draft: Draft, left: Node, right: Node): void {
  if (isTag(left)) heard(draft, right);
}

function heard(draft: Draft, node: Node | null | undefined): void {
  if (node !== null && node !== undefined) use(draft, 'message-heard', node);
}

/** A path that is asked for; what code puts into it becomes `*`. */
function fetched(draft: Draft, node: Node): void {
  const path = pathIn(node);
  if (path === null) return;
  draft.taken.add(node);
  draft.uses.push({ kind: 'path-fetched', name: path, constant: null, line: lineOf(node) });
}

function served(draft: Draft, path: string | null, node: Node): void {
  if (path?.startsWith('/') !== true) return;
  draft.taken.add(node);
  draft.uses.push({ kind: 'path-served', name: path, constant: null, line: lineOf(node) });
}

/** `/api/polls/${id}/votes?x` → `/api/polls/*` and the rest; null for what is no path from the root. */
export function pathIn(node: Node): string | null {
  const text =
    node.type === 'TemplateLiteral'
      ? node.quasis.map(({ value }) => value.cooked ?? '').join('*')
      : node.type === 'StringLiteral'
        ? node.value
        : null;
  if (text === null || !/^\/[\w*]/.test(text) || text.length > 300) return null;
  return text.replace(/[?#].*$/s, '');
}

/** `^\/api\/polls\/([^/]+)$` → `/api/polls/*`; null for what is no plain path. */
function pathOfPattern(pattern: string): string | null {
  if (pattern.length > 300) return null;
  const plain = pattern
    .slice(1)
    .replace(/\$$/, '')
    .replaceAll('\\/', '/')
    .replace(/\((?:\?<\w+>|\?:)?[^()]*\)|\[[^\]]*\][+*]?|\\[dw][+*]?/g, '*');
  return /^[\w/*.:-]*$/.test(plain) ? plain : `${/^[\w/-]*/.exec(plain)?.[0] ?? '/'}**`;
}
