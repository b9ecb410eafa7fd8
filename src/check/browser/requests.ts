import { keyOf, literalOf, type Node, walk } from '../script/walk.js';
import { constantObject, importedFrom } from './constant-object.js';
import { type Called, calledName, type Draft, lineOf, type UseKind } from './draft.js';
import { passesOn, propertyOf, textIn } from './passing.js';
import { textOf } from './texts.js';

const METHODS: ReadonlySet<string> = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
/** What serves by methods of those names, besides. */
const SERVING: ReadonlySet<string> = new Set([
  ...METHODS,
  'all',
  'use',
  'route',
  'register',
  'mount',
  'prefix',
  'basePath',
]);
/** What sends requests by methods of those names. */
const CLIENTS = /^(?:axios|ky|got|\$|jQuery|superagent|\$http|http|https)$/;
/** What may, from a root that nobody knows. */
const OWN_CLIENTS = /^(?:api|client|request|instance|http|httpClient|apiClient)$/i;
const SERVERS = /^create(?:Secure|Http)?Server$/;

/** Notes a call that asks for a path, or serves one. @returns whether it is one. */
export function collectRequest(
  draft: Draft,
  { name, last }: Called,
  args: readonly Node[],
  ancestors: readonly Node[],
): boolean {
  if (name !== null && SERVERS.test(name)) draft.isServer = true;
  const [first, second] = args;
  if (name === null || first === undefined) return false;
  if (name === 'fetch' && (last === '' || last === 'window' || last === 'self' || last === 'globalThis'))
    return fetched(draft, first, second, ancestors);
  if (name === 'open' && args.length > 1 && second !== undefined && METHODS.has(lower(first)))
    return asked(draft, second, lower(first).toUpperCase(), ancestors);
  if (name === 'sendBeacon') return asked(draft, first, 'POST', ancestors);
  if (name === 'ajax' || ((name === 'axios' || name === 'ky') && last === ''))
    return inOptions(draft, first, second, ancestors);
  if (name === 'getJSON' && CLIENTS.test(last)) return asked(draft, first, 'GET', ancestors);
  if (!SERVING.has(name) || last === '') return false;
  const isClient = CLIENTS.test(last) || (OWN_CLIENTS.test(last) && !isFunction(second));
  if (!isClient) return served(draft, name, args, ancestors, last);
  if (!METHODS.has(name) || (isFunction(second) && !/^(?:\$|jQuery)$/.test(last))) return false;
  return CLIENTS.test(last) ? asked(draft, first, name.toUpperCase(), ancestors) : false;
}

/** `new EventSource('/api/events')` */
export function collectSource(draft: Draft, node: Node | undefined, ancestors: readonly Node[]): void {
  if (node !== undefined) asked(draft, node, 'GET', ancestors);
}

function lower(node: Node): string {
  return (literalOf(node) ?? '').toLowerCase();
}

function isFunction(node: Node | undefined): boolean {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression';
}

/** `fetch(path, options)`, where the options may stand in a constant before. */
function fetched(draft: Draft, path: Node, given: Node | undefined, ancestors: readonly Node[]): boolean {
  const options = (given?.type === 'Identifier' ? constantObject(given.name, ancestors) : null) ?? given;
  return asked(draft, path, methodIn(options), ancestors, methodNode(options));
}

function methodNode(options: Node | undefined): Node | null {
  if (options?.type === 'Identifier') return options;
  return propertyOf(options, 'method', 'type');
}

/** The method that the options of a request name; null where only running tells. */
function methodIn(options: Node | undefined): string | null {
  if (options === undefined) return 'GET';
  if (options.type !== 'ObjectExpression') return null;
  if (options.properties.some(({ type }) => type !== 'ObjectProperty')) return null;
  const method = propertyOf(options, 'method', 'type');
  if (method === null) return 'GET';
  return literalOf(method)?.toUpperCase() ?? null;
}

/** `axios({ url, method })`, `$.ajax(url, { method })` */
function inOptions(draft: Draft, first: Node, second: Node | undefined, ancestors: readonly Node[]): boolean {
  if (first.type !== 'ObjectExpression') return asked(draft, first, methodIn(second), ancestors);
  const url = propertyOf(first, 'url');
  return url === null ? false : asked(draft, url, methodIn(first), ancestors);
}

function asked(
  draft: Draft,
  node: Node,
  method: string | null,
  ancestors: readonly Node[],
  handedOn: Node | null = null,
): boolean {
  draft.taken.add(node);
  const kind = 'path-fetched';
  const isHandedOn = passesOn(draft, node, ancestors, { kind, of: method }, handedOn);
  // What is around it is known, even if its callers are not.
  if (isHandedOn && node.type === 'Identifier') return true;
  draft.uses.push({ kind, name: textIn(node, ancestors), line: lineOf(node), of: method });
  return true;
}

/** `app.get('/notes/:id', …)`, `app.use('/api', router)` */
function served(
  draft: Draft,
  name: string,
  args: readonly Node[],
  ancestors: readonly Node[],
  last: string,
): boolean {
  const [first, ...handlers] = args;
  if (first === undefined) return false;
  if (name === 'prefix' || name === 'basePath') return prefixed(draft, first, ancestors);
  if (name === 'register' || name === 'mount') return mounted(draft, name, args, ancestors);
  if (name === 'use' && NO_SERVER.test(last) && !isText(first)) return false;
  if (name === 'use' && !isText(first)) {
    for (const each of args) {
      if (answersAll(each)) draft.servesMore = true;
      const of = importedFrom(each, ancestors);
      if (of !== null) draft.uses.push({ kind: 'path-mounted', name: '/', line: lineOf(each), of });
    }
    return false;
  }
  if (name === 'route' && first.type === 'ObjectExpression') return false; // Seen as an object.
  if (handlers.length === 0 && name !== 'route') return false;
  const texts = first.type === 'ArrayExpression' ? first.elements : [first];
  if (!texts.some((each) => each !== null && isText(each))) {
    if (/^(?:app|router|server|fastify)$/i.test(last) && name !== 'route') draft.servesMore = true;
    return false;
  }
  for (const each of texts) {
    if (each === null) continue;
    const text = textIn(each, ancestors);
    if (!/^[/*$]/.test(text) && text !== '') continue;
    draft.taken.add(each);
    const how = name === 'use' || name === 'route' ? mountOf(handlers.at(-1)) : 'served';
    if (how === 'nothing') continue;
    const from = how === 'all' ? importedFrom(handlers.at(-1), ancestors) : null;
    const kind: UseKind = how === 'mounted' || from !== null ? 'path-mounted' : 'path-served';
    const path = how === 'all' && from === null ? `${text}/**` : text;
    const methods = name === 'route' && handlers.length === 0 ? chained(ancestors) : [];
    const of = METHODS.has(name) ? name.toUpperCase() : from;
    for (const method of methods.length > 0 ? methods : [of])
      draft.uses.push({ kind, name: path, line: lineOf(each), of: method });
  }
  return true;
}

/** `router.route('/').get(list).post(add)`: the methods behind it; none where they are said elsewhere, or all answered. */
function chained(ancestors: readonly Node[]): readonly string[] {
  const methods: string[] = [];
  for (let at = ancestors.length - 1; at > 0; at -= 2) {
    const [member, call] = [ancestors[at], ancestors[at - 1]];
    if (member?.type !== 'MemberExpression' || call?.type !== 'CallExpression' || call.callee !== member)
      break;
    const name = keyOf(member.property, member.computed) ?? '';
    if (!METHODS.has(name)) return [];
    methods.push(name.toUpperCase());
  }
  return methods;
}

function isText(node: Node): boolean {
  return (
    literalOf(node) !== null ||
    node.type === 'TemplateLiteral' ||
    node.type === 'BinaryExpression' ||
    node.type === 'RegExpLiteral'
  );
}

/** What a path is given to: a router that says its own paths, something that answers all, or nothing that answers. */
function mountOf(node: Node | undefined): 'mounted' | 'all' | 'nothing' | 'served' {
  if (node === undefined) return 'served';
  if (isFunction(node) && 'params' in node)
    return node.params.length > 2 || saysNothing(node) ? 'nothing' : 'all';
  const called = node.type === 'CallExpression' ? node.callee : node;
  const name = called.type === 'Identifier' ? called.name : (calledName(called) ?? '');
  const required = node.type === 'CallExpression' && name === 'require' ? literalOf(node.arguments[0]) : null;
  if (required?.startsWith('.') === true || /rout(?:e|er)s?$|^api$|controller$/i.test(name)) return 'mounted';
  return HARMLESS.test(name) ? 'nothing' : 'all';
}

/** Whether a function answers that there is nothing. */
function saysNothing(node: Node): boolean {
  let isFound = false;
  walk(node, (inner) => {
    if (inner.type === 'NumericLiteral' && inner.value === 404) isFound = true;
  });
  return isFound;
}

/** What takes plugins by `use`, and no requests. */
const NO_SERVER = /^(?:passport|io|engine|namespace|nsp|i18n|i18next|marked|chai|dayjs|Vue|swiper)$/i;

/** What goes through all requests and answers none, or only for files, as people name it. */
const HARMLESS =
  /^(?:json|urlencoded|raw|text|static|serveStatic|staticFiles|cors|helmet|morgan|logger|pino|pinoHttp|compression|cookieParser|session|bodyParser|rateLimit\w*|limiter|\w*[lL]imiter|passport|initialize|flash|csrf|csurf|favicon|methodOverride|multer|responseTime|requestLogger|errorHandler|notFound\w*|authenticate|serve|secureHeaders|etag|timeout|\w*[rR]outer|\w*[rR]outes|routes|allowedMethods|\w*[mM]iddleware|\w*[eE]rror\w*|\w*[lL]ogger)$/;

/** Whether what is given all requests may answer some of them. */
function answersAll(node: Node): boolean {
  if (isFunction(node)) return false;
  if (node.type === 'StringLiteral') return false;
  const called = node.type === 'CallExpression' ? node.callee : node;
  if (called.type === 'CallExpression') return true;
  const name = called.type === 'Identifier' ? called.name : calledName(called);
  return name === null || !HARMLESS.test(name);
}

/** `router.prefix('/api')` */
function prefixed(draft: Draft, node: Node, ancestors: readonly Node[]): boolean {
  const name = textIn(node, ancestors);
  if (!name.startsWith('/')) return false;
  draft.taken.add(node);
  draft.uses.push({ kind: 'path-mounted', name, line: lineOf(node), of: null });
  return true;
}

/** `new Router({ prefix: '/api' })` */
export function collectRouter(draft: Draft, node: Node | undefined, ancestors: readonly Node[]): void {
  const prefix = propertyOf(node, 'prefix', 'basePath');
  if (prefix !== null) prefixed(draft, prefix, ancestors);
}

/** `fastify.register(routes, { prefix: '/api' })` */
function mounted(
  draft: Draft,
  name: string,
  [first, second]: readonly Node[],
  ancestors: readonly Node[],
): boolean {
  const prefix = propertyOf(second, 'prefix');
  if (prefix === null || name === 'mount') return false;
  draft.uses.push({
    kind: propertyOf(second, 'root') === null && first !== undefined ? 'path-mounted' : 'path-served',
    name: textIn(prefix, ancestors),
    line: lineOf(prefix),
    of: null,
  });
  draft.taken.add(prefix);
  return true;
}

/** `{ method: 'POST', path: '/notes', handler }`: a route in a list of them. */
export function collectRoute(draft: Draft, node: Node, ancestors: readonly Node[]): void {
  const method = propertyOf(node, 'method', 'methods', 'verb');
  const path = propertyOf(node, 'path', 'url', 'pattern', 'route', 'regex', 'pathname');
  if (method === null || path === null || (ancestors.at(-1)?.type === 'CallExpression' && isAsked(ancestors)))
    return;
  const methods = method.type === 'ArrayExpression' ? method.elements : [method];
  const text = path.type === 'RegExpLiteral' ? pathOfPattern(path.pattern) : textIn(path, ancestors);
  if (text === null || !/^[/^*$]/.test(text)) return;
  draft.taken.add(path);
  for (const each of methods) {
    const of = each === null ? null : (literalOf(each)?.toUpperCase() ?? null);
    draft.uses.push({ kind: 'path-served', name: text, line: lineOf(path), of: of === '*' ? null : of });
  }
}

/** Whether the object is what a request is made of. */
function isAsked(ancestors: readonly Node[]): boolean {
  const call = ancestors.at(-1);
  const name = call?.type === 'CallExpression' ? calledName(call.callee) : null;
  return name === 'axios' || name === 'ajax' || name === 'request' || name === 'fetch' || name === 'inject';
}

/** A pattern that stands for a path: `/^\/api\/notes$/`. */
export function collectPattern(draft: Draft, node: Extract<Node, { type: 'RegExpLiteral' }>): void {
  if (!node.pattern.startsWith('^\\/') || draft.taken.has(node)) return;
  draft.taken.add(node);
  const path = pathOfPattern(node.pattern);
  if (path !== null) draft.uses.push({ kind: 'path-served', name: path, line: lineOf(node), of: null });
}

/** A path from the root that stands in a text: whatever it is for, a server may go by it. */
export function collectSaid(draft: Draft, node: Node, ancestors: readonly Node[]): void {
  const text = textOf(node);
  const verb = /^(GET|POST|PUT|PATCH|DELETE) (\/\S*)$/.exec(text);
  const path = verb?.[2] ?? text;
  if (!/^\/[\w*$:.{-]/.test(path) || /\s/.test(path)) return;
  const call = ancestors.at(-1);
  const isStart =
    call?.type === 'CallExpression' &&
    (calledName(call.callee) === 'startsWith' || calledName(call.callee) === 'slice');
  draft.uses.push({
    kind: verb === null ? 'path-said' : 'path-served',
    name: isStart ? `${path}**` : path,
    line: lineOf(node),
    of: verb?.[1] ?? null,
  });
}

/** `^\/api\/polls\/([^/]+)$` → `/api/polls/:x`; null for what is no plain path. */
function pathOfPattern(pattern: string): string | null {
  if (pattern.length > 300) return null;
  const isWhole = pattern.endsWith('$');
  const plain = pattern
    .slice(1)
    .replace(/\$$/, '')
    .replace(/\(\?=[^()]*\)|\\b$/g, '**')
    .replaceAll('\\/', '/')
    .replaceAll('\\.', '.')
    .replace(/\((?:\?<\w+>|\?:)?[^()]*\)\??|\[[^\]]*\](?:[+*]|\{[\d,]*\})?|\\[dw](?:[+*]|\{[\d,]*\})?/g, ':x')
    .replace(/\/\??$/, '');
  if (!/^[\w/*.:-]*$/.test(plain)) return `${/^[\w/-]*/.exec(plain)?.[0] ?? '/'}**`;
  // `^\/$` is the root itself.
  return isWhole ? plain || '/' : `${plain}**`;
}

/** Whether code looks at the path of a request by itself. */
export function looksAtPath(node: Extract<Node, { type: 'MemberExpression' }>): boolean {
  const name = keyOf(node.property, node.computed);
  return name === 'pathname' || name === 'originalUrl';
}
