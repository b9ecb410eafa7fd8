import type { App } from '../app.js';
import type { Finding, Severity } from '../finding.js';
import { NearNames } from '../near.js';
import { nameOf } from '../page/paths.js';
import { code, codes, isInPlan } from '../words.js';
import { type Exchange, exchangesOf } from './exchanges.js';
import { endsIn, fitsRoute, segmentsOf, servedSegments } from './route-paths.js';
import { type Route, type Server, serverOf } from './server.js';

/** Pairs of a path that is asked for and one that is served: who has more did not write them by hand. */
const MOST_PAIRS = 300_000;

/** What pages ask a server for, the server of the app serves. */
export function routeFindings(app: App): readonly Finding[] {
  const server = serverOf(app);
  if (server === null) return [];
  const asked = exchangesOf(app)
    .of('path-fetched')
    .filter(({ path }) => !server.files.has(path));
  if (asked.length === 0 || asked.length * server.full.length > MOST_PAIRS) return [];
  const known = knownOf(server, asked);
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const use of asked.toSorted((left, right) => Number(left.via !== null) - Number(right.via !== null))) {
    const keys = [`${use.path}\n${use.of}\n${use.name}`, `${use.path}:${use.line}`];
    if (keys.some((key) => told.has(key)) || told.has(use.via ?? '')) continue;
    const finding = missed(app, server, known, use);
    if (finding === null) continue;
    findings.push(finding);
    for (const key of keys) told.add(key);
  }
  return findings;
}

type Known = {
  /** Paths of the server by their texts; parameters are `*`. */
  readonly byText: ReadonlyMap<string, Route>;
  /** Those that nobody asks for, by how many parts they have. */
  readonly lonely: ReadonlyMap<number, NearNames>;
  readonly all: ReadonlyMap<number, NearNames>;
  readonly unasked: ReadonlySet<string>;
  /** Those by all but their first part. */
  readonly tails: ReadonlyMap<string, Route>;
  /** First parts of paths that the server has. */
  readonly heads: ReadonlySet<string>;
};

function knownOf(server: Server, asked: readonly Exchange[]): Known {
  const byText = new Map<string, Route>();
  for (const route of server.full)
    if (!route.text.includes('**') && !byText.has(route.text)) byText.set(route.text, route);
  const isLonely = new Set(server.full.filter((route) => !isAsked(route, asked)).map(({ text }) => text));
  const lonely = [...byText.values()].filter(({ text }) => isLonely.has(text));
  return {
    byText,
    lonely: byLength(lonely),
    all: byLength([...byText.values()]),
    unasked: new Set(lonely.map(({ text }) => text)),
    tails: new Map(lonely.map((route) => [`/${route.segments.slice(1).join('/')}`, route])),
    heads: new Set(server.full.map(({ segments }) => segments[0] ?? '')),
  };
}

function byLength(routes: readonly Route[]): ReadonlyMap<number, NearNames> {
  const texts = new Map<number, string[]>();
  for (const { segments, text } of routes) {
    const known = texts.get(segments.length);
    if (known === undefined) texts.set(segments.length, [text]);
    else known.push(text);
  }
  return new Map([...texts].map(([length, each]) => [length, new NearNames(each)]));
}

function isAsked(route: Route, asked: readonly Exchange[]): boolean {
  return asked.some(({ name, of }) => {
    if (of !== null && route.methods?.includes(of) === false) return false;
    const segments = segmentsOf(name);
    return segments?.length === route.segments.length && fitsRoute(segments, route.segments);
  });
}

function missed(app: App, server: Server, known: Known, use: Exchange): Finding | null {
  const segments = segmentsOf(use.name);
  if (segments === null || segments.length === 0 || isFile(app, use.name)) return null;
  const fitting = server.full.filter((route) => fitsRoute(segments, route.segments));
  if (fitting.length > 0) return wrongMethod(server, use, fitting);
  const text = `/${segments.join('/')}`;
  const near = known.lonely.get(segments.length)?.nearest(text) ?? null;
  const unasked = near === null ? withOtherStart(known, segments) : known.byText.get(near);
  const other =
    server.isByHand && unasked === undefined ? known.all.get(segments.length)?.nearest(text) : null;
  const similar = unasked ?? known.byText.get(other ?? '');
  const route = similar ?? (server.isOpen ? undefined : withLongerPart(known, segments, use.of));
  const certain = severityOf(server, known, segments, unasked);
  const severity = unasked === undefined && route !== undefined ? (certain ?? 'warning') : certain;
  if (severity === null) return null;
  const verb = use.of === null || use.of === 'GET' ? '' : `${use.of} `;
  const asks = `${code(use.path)} asks the server for ${code(`${verb}${shown(use.name)}`)}`;
  if (route === undefined) {
    return {
      ...{ rule: 'messages', severity, path: use.path, line: use.line },
      message: `${asks}, which it does not serve.`,
      offers: `Served: ${codes(new Set(known.byText.keys()))}.`,
    };
  }
  const isServersFault = isInPlan(app.plan, use.name) && !isInPlan(app.plan, route.said);
  const place = isServersFault ? { path: route.path, line: route.line } : { path: use.path, line: use.line };
  return {
    ...{ rule: 'messages', severity, ...place },
    message: `${asks}; in ${code(route.path)} it is ${code(wholeOf(route))}.`,
    offers: isServersFault
      ? `${code(use.path)} and the plan have ${code(use.name)}.`
      : `${code(route.path)} serves ${codes(new Set(known.byText.keys()))}.`,
  };
}

/** A path that nobody asks for, and that is this one with a first part more or less: `/api/polls` and `/polls`. */
function withOtherStart({ tails, unasked, byText }: Known, segments: readonly string[]): Route | undefined {
  if (!segments.some(isWord)) return undefined;
  const more = tails.get(`/${segments.join('/')}`);
  if (more !== undefined) return more;
  const less = segments.slice(1);
  const route = less.some(isWord) ? byText.get(`/${less.join('/')}`) : undefined;
  return route !== undefined && unasked.has(route.text) ? route : undefined;
}

/** The only path that nobody asks for and that goes on where a part of this one ends: `/api/vote` and `/api/vote-list`. */
function withLongerPart(
  { unasked, byText }: Known,
  segments: readonly string[],
  method: string | null,
): Route | undefined {
  const [route, ...more] = [...byText.values()].filter(({ text, methods, segments: served }) => {
    if (!unasked.has(text) || served.length !== segments.length) return false;
    if (method !== null && methods?.includes(method) === false) return false;
    const others = served.flatMap((part, index) =>
      part === segments[index] ? [] : [[part, segments[index] ?? '']],
    );
    const [[mine = '', theirs = ''] = [], ...rest] = others;
    return (
      rest.length === 0 &&
      isWord(mine) &&
      isWord(theirs) &&
      (mine.startsWith(theirs) || theirs.startsWith(mine))
    );
  });
  return more.length === 0 ? route : undefined;
}

function isWord(segment: string): boolean {
  return /^[a-z][\w-]{2,}$/i.test(segment);
}

/** A path as it stands in its file, or with the one that it stands under. */
function wholeOf({ said, text }: Route): string {
  return text === `/${servedSegments(said).join('/')}` ? said : shown(text);
}

/** A path as people write it: what code puts in is in braces. */
function shown(name: string): string {
  return name.replace(/[?#].*$/s, '').replaceAll('*', '…');
}

/** What is fetched as a file is looked for among the files. */
function isFile(app: App, name: string): boolean {
  const plain = name.replace(/[?#].*$/s, '');
  return /\.\w{2,5}$/.test(nameOf(plain)) || endsIn(app, plain);
}

/** How bad it is that nothing fits; null where the server may well serve it. */
function severityOf(
  { isOpen, isByHand, hasAll }: Server,
  { heads }: Known,
  segments: readonly string[],
  near: Route | undefined,
): Severity | null {
  const [head = ''] = segments;
  if (near !== undefined) return isOpen ? 'warning' : 'error';
  if (isOpen || isByHand || head.includes('*') || !heads.has(head)) return null;
  return hasAll ? 'warning' : 'error';
}

/** The path is served, and not in that way. */
function wrongMethod(server: Server, use: Exchange, fitting: readonly Route[]): Finding | null {
  const { of, path, line, name } = use;
  if (of === null || server.isOpen || server.isByHand || server.hasAll || of === 'HEAD' || of === 'OPTIONS')
    return null;
  const methods = new Set<string>();
  const { length } = segmentsOf(name) ?? [];
  // What code puts in at the end may be nothing, but mostly is something.
  const alike = fitting.filter(({ segments }) => segments.length === length);
  for (const route of alike.length > 0 ? alike : fitting) {
    if (route.methods === null || route.text.includes('**')) return null;
    for (const method of route.methods) methods.add(method);
  }
  if (methods.has(of) || methods.size === 0) return null;
  const [route] = fitting;
  const isSure = fitting.length > 0 && !name.includes('*');
  return {
    ...{ rule: 'messages', severity: isSure ? 'error' : 'warning', path, line },
    message: `${code(path)} asks the server for ${code(`${of} ${shown(name)}`)}, and ${code(route?.path ?? '')} answers only ${codes(methods)} there.`,
    offers: null,
  };
}
