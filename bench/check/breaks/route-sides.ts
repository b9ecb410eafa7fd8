import { isBeside, type Texts } from './break.js';
import { SCRIPT, type Spot, spotsOf } from './spots.js';

/** A path that is asked for or served. Read by patterns, on purpose not by what the checks read with. */
export type Request = Spot & {
  readonly segments: readonly string[];
  /** Something stands in front that is said elsewhere. */
  readonly isTail: boolean;
  readonly method: string | null;
  /** Where the method is written. */
  readonly methodAt: number | null;
};

const TEXT = String.raw`(?<quote>['"\`])(?<path>(?:\$\{[\w.]+\})?\/(?:\$\{[^{}\n]*\}|(?!\k<quote>)[^\n\s\\$])*)\k<quote>`;
const METHOD = '(?<method>GET|POST|PUT|PATCH|DELETE)';
const SMALL = '(?<method>get|post|put|patch|delete)';

const ASKED: readonly RegExp[] = [
  // `fetch('/api/polls', { method: 'POST' })`
  new RegExp(
    String.raw`(?<![\w.])fetch\(\s*${TEXT}(?<rest>\s*\)|\s*,\s*\{\s*(?:method:\s*['"]${METHOD}['"])?)`,
    'g',
  ),
  // `request('POST', '/api/polls')`, `api('/api/polls')`, `new EventSource('/api/live')`
  new RegExp(String.raw`(?<![\w.])(?:request|api|call|send)\(\s*['"]${METHOD}['"],\s*${TEXT}`, 'g'),
  new RegExp(
    String.raw`(?<![\w.])(?:request|api|apiFetch|fetchJson|fetchJSON|getJson|getJSON|EventSource)\(\s*${TEXT}(?<rest>\s*\)|)`,
    'g',
  ),
  // `axios.post('/api/polls', …)`, `$.get('/api/polls')`
  new RegExp(String.raw`(?<![\w.])(?:axios|ky|\$|jQuery|\$http)\.${SMALL}\(\s*${TEXT}`, 'g'),
];

const SERVED: readonly RegExp[] = [
  // `router.post('/polls', …)`
  new RegExp(
    String.raw`(?<![\w.])(?:app|server|fastify|api|router|\w+Router|\w+Routes?)\.${SMALL}\(\s*${TEXT}\s*,`,
    'g',
  ),
  // `{ method: 'POST', pattern: /^\/api\/polls$/ }`
  new RegExp(String.raw`method:\s*['"]${METHOD}['"],\s*(?:path|url):\s*${TEXT}`, 'g'),
  new RegExp(String.raw`method:\s*['"]${METHOD}['"],\s*\w+:\s*\/\^(?<path>\\\/.*?)\$\/`, 'g'),
  // A table of patterns, each with its handlers.
  /\[\s*\/\^(?<path>\\\/.*?)\$\/\s*,/g,
  // `path === '/api/links'`
  /(?:===?|case)\s*(?<quote>['"])(?<path>\/[\w-]+(?:\/[\w-]+)*)\k<quote>/g,
];
const SERVED_IN_PYTHON: readonly RegExp[] = [
  new RegExp(String.raw`^@\w+\.${SMALL}\(\s*(?<quote>['"])(?<path>\/[^'"\n]*)\k<quote>`, 'gm'),
  new RegExp(
    String.raw`^@\w+\.route\(\s*(?<quote>['"])(?<path>\/[^'"\n]*)\k<quote>(?:,\s*methods=\[['"]${METHOD}['"]\])?`,
    'gm',
  ),
];

/** What pages ask a server for. */
export function askedIn(files: Texts): Request[] {
  return ASKED.flatMap((pattern) =>
    requestsIn(files, /\.(?:[cm]?[jt]sx?|html?|vue|svelte)$/, pattern).map(
      ({ request, groups, text }): Request => {
        const isGet =
          groups.rest?.trim() === ')' && request.method === null && /fetch\(|EventSource\($/.test(text);
        return isGet ? { ...request, method: 'GET' } : request;
      },
    ),
  );
}

/** What servers answer. */
export function servedIn(files: Texts): Request[] {
  return [
    ...SERVED.flatMap((pattern) => requestsIn(files, SCRIPT, pattern)),
    ...SERVED_IN_PYTHON.flatMap((pattern) => requestsIn(files, /\.py$/, pattern)),
  ].map(({ request }) => request);
}

/** Under which routers stand: `app.use('/api', router)`. */
export function prefixesIn(files: Texts): string[] {
  const prefix = /\.use\(\s*['"](\/[\w/-]+)['"]\s*,|(?:url_prefix|prefix)\s*[:=]\s*['"](\/[\w/-]+)['"]/g;
  return [...new Set(spotsOf(files, /\.(?:[cm]?[jt]s|py)$/, prefix).map(({ name }) => name))];
}

type Read = {
  readonly request: Request;
  readonly groups: Readonly<Record<string, string>>;
  readonly text: string;
};

function requestsIn(files: Texts, paths: RegExp, pattern: RegExp): Read[] {
  return [...files].flatMap(([path, text]) =>
    paths.test(path) && !isBeside(path)
      ? [...text.matchAll(pattern)].flatMap((match) => {
          const request = requestOf(path, match);
          return request === null
            ? []
            : [{ request, groups: match.groups ?? {}, text: match[0].split(/['"`]/)[0] ?? '' }];
        })
      : [],
  );
}

function requestOf(path: string, match: RegExpExecArray): Request | null {
  const { path: name = '', method } = match.groups ?? {};
  const at = match.index + match[0].indexOf(name, match[0].startsWith('method') ? 6 : 0);
  const isTail = name.startsWith('${');
  const segments = segmentsOf(isTail ? name.replace(/^\$\{[^}]*\}/, '') : name);
  if (!segments.some((segment) => segment !== '*') || name.length > 200) return null;
  const methodAt = method === undefined ? null : match.index + match[0].indexOf(method);
  return { path, at, name, segments, isTail, method: method?.toUpperCase() ?? null, methodAt };
}

/** `\/polls\/([^/]+)`, `/polls/:id`, `/polls/${id}`, `/polls/<id>` → polls, * */
function segmentsOf(name: string): string[] {
  return name
    .replaceAll('\\/', '/')
    .replace(/\$\{[^}]*\}|\([^()]*\)|\[[^\]]*\][+*]|<[^<>]*>|\{[^{}]*\}|:\w+/g, '*')
    .replace(/[?#].*$/, '')
    .split('/')
    .filter((part) => part !== '');
}
