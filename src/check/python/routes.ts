import { splitArguments } from './arguments.js';
import type { PythonRoute } from './facts.js';
import type { Token } from './tokens.js';

/** Methods of HTTP, as decorators and functions are named after them. */
const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete', 'head', 'options']);
/** What serves a path in other words: decorators, and functions that are called. */
const SERVING = new Set(
  'route api_route websocket add_url_rule add_api_route add_route add_get add_post add_put add_delete add_patch Route WebSocketRoute path re_path url view'.split(
    ' ',
  ),
);
/** What has a prefix for the paths of others. */
const MOUNTING = new Set(['Blueprint', 'APIRouter', 'register_blueprint', 'include_router', 'Namespace']);
const PREFIXES = new Set(['url_prefix', 'prefix', 'path']);

/** Calls in more brackets serve nothing. */
const DEEPEST = 6;
/** Longer texts are no paths. */
const LONGEST = 300;

/** What a statement of Python says of paths. */
export function routesIn(tokens: readonly Token[], isDecorator: boolean): readonly PythonRoute[] {
  const routes: PythonRoute[] = [];
  const served = new Set<Token>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'name' || token.depth > DEEPEST || tokens[at + 1]?.text !== '(') continue;
    const found = inCall(tokens, at, isDecorator);
    if (found === null) continue;
    routes.push(...found.routes);
    for (const each of found.taken) served.add(each);
  }
  for (const token of tokens) {
    if (token.kind !== 'string' || !token.text.includes('/')) continue;
    if (token.text.length > LONGEST || served.has(token)) continue;
    const path = textOf(token);
    if (/^\/[\w<{*]\S*$/.test(path)) routes.push({ kind: 'said', methods: null, path, line: token.line });
  }
  return routes;
}

type Found = { readonly routes: readonly PythonRoute[]; readonly taken: readonly Token[] };

function inCall(tokens: readonly Token[], at: number, isDecorator: boolean): Found | null {
  const name = tokens[at]?.text ?? '';
  const isMember = tokens[at - 1]?.text === '.';
  if (MOUNTING.has(name)) return mounted(tokens, at);
  // Connexion reads what it serves from a file of OpenAPI.
  if (name === 'add_api' && isMember && /\.(?:ya?ml|json)["']$/.test(tokens[at + 2]?.text ?? ''))
    return {
      routes: [{ kind: 'served', methods: null, path: '/<base>/**', line: tokens[at]?.line ?? 1 }],
      taken: [],
    };
  const isMethod = METHODS.has(name) && (isDecorator || (isMember && tokens[at - 2]?.text === 'web'));
  if (!isMethod && !SERVING.has(name) && name !== 'mount' && name !== 'Mount') return null;
  const given = splitArguments(tokens, at + 1);
  const [first, ...rest] = given ?? [];
  const [path] = first ?? [];
  if (path === undefined || (isMember && name === 'path')) return null;
  const line = path.line;
  if (path.kind !== 'string' || first?.length !== 1) {
    // A path that only running tells; elsewhere these are names like any other.
    return isDecorator ? { routes: [{ kind: 'more', methods: null, path: '', line }], taken: [] } : null;
  }
  const text = textOf(path);
  const isDjango = !isMember && !isDecorator && /^(?:path|re_path|url)$/.test(name);
  if (!isDjango && !text.startsWith('/') && !(isDecorator && text === '')) return null;
  if (isDjango && (name !== 'path' || rest.length === 0))
    return { routes: [{ kind: 'more', methods: null, path: '', line }], taken: [path] };
  const isMount = isDjango && rest[0]?.[0]?.text === 'include';
  const isWhole = name === 'mount' || name === 'Mount';
  return {
    routes: [
      {
        kind: isMount ? 'mounted' : 'served',
        methods: isMethod ? [name.toUpperCase()] : isDjango || isWhole ? null : methodsIn(name, rest),
        path: `${isDjango ? '/' : ''}${text}${isWhole ? '/**' : ''}`,
        line,
      },
    ],
    taken: [path],
  };
}

/** `methods=['GET', 'POST']`; Flask answers `GET` where none are named. */
function methodsIn(name: string, rest: readonly (readonly Token[])[]): readonly string[] | null {
  const verb = /^add_(get|post|put|delete|patch)$/.exec(name)?.[1];
  if (verb !== undefined) return [verb.toUpperCase()];
  const named = rest.find(([first]) => first?.text === 'methods');
  if (named === undefined) return name === 'route' && rest.length === 0 ? ['GET'] : null;
  const isPlain = named.slice(2).every(({ kind, text }) => kind === 'string' || '[](),{}'.includes(text));
  if (!isPlain) return null;
  return named.filter(({ kind }) => kind === 'string').map((token) => textOf(token).toUpperCase());
}

function mounted(tokens: readonly Token[], at: number): Found | null {
  const given = splitArguments(tokens, at + 1);
  const prefix = given?.find(([first, second]) => PREFIXES.has(first?.text ?? '') && second?.text === '=');
  const [, , value, more] = prefix ?? [];
  if (value === undefined) return null;
  const isKnown = value.kind === 'string' && more === undefined && !isFormat(value);
  const kind = isKnown ? 'mounted' : 'more';
  return {
    routes: [{ kind, methods: null, path: isKnown ? textOf(value) : '', line: value.line }],
    taken: [value],
  };
}

function isFormat({ text }: Token): boolean {
  return /^[a-z]*f[a-z]*["']/i.test(text);
}

/** The text of a string; what an f-string puts in becomes `*`. */
function textOf(token: Token): string {
  const text = token.text.replace(/^[a-zA-Z]{0,2}("""|'''|"|')/, '').replace(/("""|'''|"|')$/, '');
  return isFormat(token) ? text.replace(/\{[^{}]*\}/g, '*') : text;
}
