import type { App } from '../app.js';
import type { Finding, Severity } from '../finding.js';
import { NearNames } from '../near.js';
import { nameOf } from '../page/paths.js';
import { code, codes, isInPlan } from '../words.js';
import { type Exchange, exchangesOf } from './exchanges.js';
import { endsIn, fitsRoute, MOST_SEGMENTS, segmentsOf, servedSegments } from './route-paths.js';
import { type Route, type Server, serverOf } from './server.js';

/** Pairs of a path that is asked for and one that is served: who has more did not write them by hand. */
const MOST_PAIRS = 300_000;

/** A request, by the path that it asks the app's own server for. */
type Asked = {
  readonly use: Exchange;
  readonly segments: readonly string[];
  /** What stands in front is said elsewhere: `${API}/polls`. */
  readonly isTail: boolean;
  /** The server that it begins with, which may be this one or another one: `http://localhost:3000`, `*`. */
  readonly origin: string | null;
};

/** What pages ask a server for, the server of the app serves. */
export function routeFindings(app: App): readonly Finding[] {
  const server = serverOf(app);
  if (server === null) return [];
  const asked = exchangesOf(app)
    .of('path-fetched')
    .flatMap((use) => (isOfServer(server, use.path) ? [] : askedBy(server, use)));
  if (asked.length === 0 || asked.length * server.full.length > MOST_PAIRS) return [];
  const known = knownOf(server, asked);
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const each of asked.toSorted(
    (left, right) => Number(left.use.via !== null) - Number(right.use.via !== null),
  )) {
    const { use } = each;
    const keys = [`${use.path}\n${use.of}\n${use.name}`, `${use.path}:${use.line}`];
    if (keys.some((key) => told.has(key)) || told.has(use.via ?? '')) continue;
    const finding = missed(app, server, known, each);
    if (finding === null) continue;
    findings.push(finding);
    for (const key of keys) told.add(key);
  }
  return findings;
}

/** The machine that the app itself runs on, while people work on it. */
const OWN_HOST = /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(?:\d+|\*))?(?=\/)/;

function isOfServer({ files, ofServer }: Server, path: string): boolean {
  return files.has(path) || ofServer.has(path);
}

function askedBy({ isAskedFirst }: Server, use: Exchange): Asked[] {
  const name = use.name.replace(OWN_HOST, '');
  const isTail = name.startsWith('*/');
  const origin = isTail ? '*' : (OWN_HOST.exec(use.name)?.[0] ?? null);
  const segments = segmentsOf(isTail ? name.slice(1) : name);
  if (segments === null || segments.length === 0 || (isTail && !isWord(segments[0] ?? ''))) return [];
  if (origin !== null && !isAskedFirst(use.path)) return [];
  return [{ use, segments, isTail, origin }];
}

/** Whether a route answers what is asked for; what stands in front of a tail may be any part of the route. */
function answers({ segments: served }: Route, { segments, isTail }: Asked): boolean {
  if (!isTail) return fitsRoute(segments, served);
  if (served.length > MOST_SEGMENTS) return true;
  return served.some((part, index) => part === segments[0] && fitsRoute(segments, served.slice(index)));
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
  /** By the texts of paths, in what ways they are answered; null for all. */
  readonly methods: ReadonlyMap<string, ReadonlySet<string> | null>;
  /** Ends of paths that nobody asks for, by how many parts they have, as far as somebody wanted to know. */
  readonly ends: Map<number, Ends>;
  /** Servers of which something is asked that this one answers: they are this one. */
  readonly origins: ReadonlySet<string>;
};

type Ends = { readonly routes: ReadonlyMap<string, Route>; readonly near: NearNames };

function knownOf(server: Server, asked: readonly Asked[]): Known {
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
    methods: methodsOf(server.full),
    ends: new Map(),
    origins: new Set(
      asked.flatMap((each) => (each.origin !== null && isAnswered(server, each) ? [each.origin] : [])),
    ),
  };
}

function isAnswered({ full }: Server, asked: Asked): boolean {
  const { of } = asked.use;
  return full.some(
    (route) => (of === null || route.methods?.includes(of) !== false) && answers(route, asked),
  );
}

function methodsOf(routes: readonly Route[]): ReadonlyMap<string, ReadonlySet<string> | null> {
  const methods = new Map<string, Set<string> | null>();
  for (const route of routes) {
    const known = methods.get(route.text);
    if (known === null || route.methods === null) methods.set(route.text, null);
    else if (known === undefined) methods.set(route.text, new Set(route.methods));
    else for (const method of route.methods) known.add(method);
  }
  return methods;
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

function isAsked(route: Route, asked: readonly Asked[]): boolean {
  return asked.some((each) => {
    const { use, segments, isTail } = each;
    if (use.of !== null && route.methods?.includes(use.of) === false) return false;
    return (isTail || segments.length === route.segments.length) && answers(route, each);
  });
}

function missed(app: App, server: Server, known: Known, asked: Asked): Finding | null {
  const { use, segments, isTail, origin } = asked;
  if (isFile(app, use.name)) return null;
  const fitting = server.full.filter((route) => answers(route, asked));
  const text = `/${segments.join('/')}`;
  const near = isTail
    ? nearTail(known, asked)
    : known.byText.get(known.lonely.get(segments.length)?.nearest(text) ?? '');
  // A word where a server expects what only the request tells is one that nobody serves as such.
  const isLoose =
    near !== undefined && fitting.length > 0 && fitting.every((route) => isByChance(route, segments));
  if (fitting.length > 0 && !isLoose) return wrongMethod(server, known, asked, fitting);
  const unasked = near ?? (isTail ? undefined : withOtherStart(known, segments));
  const other =
    server.isByHand && unasked === undefined && !isTail
      ? known.all.get(segments.length)?.nearest(text)
      : null;
  const similar = unasked ?? known.byText.get(other ?? '');
  const route =
    similar ??
    (isOpenFor(server, asked) || origin !== null ? undefined : withLongerPart(known, segments, use.of));
  const isUnsure = origin !== null || isLoose;
  const certain = unasked === undefined && isUnsure ? null : severityOf(server, known, asked, unasked);
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
    ...{ rule: 'messages', severity: isUnsure ? 'warning' : severity, ...place },
    message: `${asks}; in ${code(route.path)} it is ${code(wholeOf(route))}.`,
    offers: isServersFault
      ? `${code(use.path)} and the plan have ${code(use.name)}.`
      : `${code(route.path)} serves ${codes(new Set(known.byText.keys()))}.`,
  };
}

/** A path that nobody asks for, and whose end is nearly the end that is asked for. */
function nearTail({ unasked, byText, ends }: Known, { segments }: Asked): Route | undefined {
  const { length } = segments;
  const known =
    ends.get(length) ??
    endsOf(
      [...unasked].flatMap((text) => byText.get(text) ?? []),
      length,
    );
  ends.set(length, known);
  return known.routes.get(known.near.nearest(`/${segments.join('/')}`) ?? '');
}

function endsOf(all: readonly Route[], length: number): Ends {
  const routes = new Map(
    all
      .filter(({ segments }) => segments.length >= length && isWord(segments.at(-length) ?? ''))
      // Of one that stands under several others, as it is said.
      .toSorted((left, right) => right.segments.length - left.segments.length)
      .map((route) => [`/${route.segments.slice(-length).join('/')}`, route]),
  );
  return { routes, near: new NearNames(routes.keys()) };
}

/** Whether a route takes a path only since a word of it stands where any text may. */
function isByChance({ segments: served, text }: Route, segments: readonly string[]): boolean {
  if (text.includes('**') || served.length !== segments.length) return false;
  return segments.some((part, index) => isWord(part) && served[index] === '*');
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
  { unasked, byText, methods }: Known,
  segments: readonly string[],
  method: string | null,
): Route | undefined {
  const [route, ...more] = [...byText.values()].filter(({ text, segments: served }) => {
    if (!unasked.has(text) || served.length !== segments.length) return false;
    if (method !== null && methods.get(text)?.has(method) === false) return false;
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
  server: Server,
  { heads }: Known,
  asked: Asked,
  near: Route | undefined,
): Severity | null {
  const [head = ''] = asked.segments;
  const isOpen = isOpenFor(server, asked);
  if (near !== undefined) return isOpen ? 'warning' : 'error';
  if (isOpen || server.isByHand || head.includes('*') || !heads.has(head)) return null;
  return server.isCaught(asked.use.of) ? 'warning' : 'error';
}

/** The path is served, and not in that way. */
function wrongMethod(
  server: Server,
  { origins }: Known,
  asked: Asked,
  fitting: readonly Route[],
): Finding | null {
  const { use, segments, origin } = asked;
  // Another server may have the same path: only one that this one is known to be.
  if (origin !== null && (!origins.has(origin) || segments.length < 2)) return null;
  const { of, path, line } = use;
  if (of === null || of === 'HEAD' || of === 'OPTIONS' || isOpenFor(server, asked) || server.isByHand)
    return null;
  if (fitting.some((route) => route.methods === null && route.text.includes('**'))) return null;
  // `/polls/new` is meant where there is one, whatever answers for `/polls/:id`.
  const exact = fitting.filter((route) => isExact(route, asked));
  const meant = exact.length > 0 ? exact : alikeIn(fitting, asked);
  const methods = new Set<string>();
  for (const route of meant) {
    if (route.methods === null || route.text.includes('**')) return null;
    for (const method of route.methods) methods.add(method);
  }
  if (methods.has(of) || methods.size === 0) return null;
  const isAnswered =
    server.isCaught(of) || fitting.some((route) => route.methods === null || route.methods.includes(of));
  if (isAnswered && exact.length === 0) return null;
  const [route] = meant;
  const isSure = !isAnswered && origin === null && !segments.some((part) => part.includes('*'));
  return {
    ...{ rule: 'messages', severity: isSure ? 'error' : 'warning', path, line },
    message: `${code(path)} asks the server for ${code(`${of} ${shown(use.name)}`)}, and ${code(route?.path ?? '')} answers only ${codes(methods)} there.`,
    offers: null,
  };
}

/** What code puts in at the end may be nothing, but mostly is something. */
function alikeIn(fitting: readonly Route[], { segments, isTail }: Asked): readonly Route[] {
  const alike = isTail ? [] : fitting.filter((route) => route.segments.length === segments.length);
  return alike.length > 0 ? alike : fitting;
}

function isExact({ segments: served }: Route, { segments, isTail }: Asked): boolean {
  const end = isTail ? served.slice(-segments.length) : served;
  return (
    end.length === segments.length && end.every((part, index) => part === segments[index] && isWord(part))
  );
}

/** Whether a server may have more than is known: also what another one in front of it has, if that is asked first. */
function isOpenFor({ isOpen, isOpenBehind }: Server, { origin }: Asked): boolean {
  return origin === null ? isOpen : isOpenBehind;
}
