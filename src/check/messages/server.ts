import type { App } from '../app.js';
import type { UseKind } from '../browser/draft.js';
import type { Facts } from '../facts.js';
import { purposeOf } from '../purpose.js';
import { type Manifest, manifestsOf } from '../resolve/manifests.js';
import { resolverOf } from '../resolve/resolve.js';
import { type Exchange, exchangesOf } from './exchanges.js';
import { ALL, servedSegments } from './route-paths.js';
import { sidesOfApp } from './sides.js';

/** A path that the server of an app has. */
export type Route = {
  readonly path: string;
  readonly line: number;
  /** Null for any. */
  readonly methods: readonly string[] | null;
  /** It is only said in a text, so that code may go by it. */
  readonly isSaid: boolean;
  /** As it stands in the file. */
  readonly said: string;
  readonly segments: readonly string[];
  /** The whole path, with `*` for its parameters. */
  readonly text: string;
};

/** What is known of the server of an app. */
export type Server = {
  /** Files of the server. */
  readonly files: ReadonlySet<string>;
  /** As they are said. */
  readonly routes: readonly Route[];
  /** With the prefixes under which they may stand. */
  readonly full: readonly Route[];
  /** There may be more than is known. */
  readonly isOpen: boolean;
  /** The same, but for what stands in front of it: a framework that has pages, in a package beside. */
  readonly isOpenBehind: boolean;
  /** Whether no other server, of the package that a file is in, may be meant by it. */
  readonly isAskedFirst: (path: string) => boolean;
  /** Files that run in it. */
  readonly ofServer: ReadonlySet<string>;
  /** Code of the app looks at paths itself. */
  readonly isByHand: boolean;
  /** Whether something answers every path that nothing else answers, a page mostly: asked for in a way, or in any. */
  readonly isCaught: (method: string | null) => boolean;
};

/** Frameworks that serve by the names of files, by decorators or by what they are told elsewhere. */
const BY_FILES =
  /^(?:@remix-run\/.*|@react-router\/.*|@nestjs\/.*|nitropack|h3|sails|@adonisjs\/.*|@redwoodjs\/.*|msw|miragejs|json-server|http-proxy-middleware|http-proxy|@fastify\/http-proxy|@trpc\/.*|meteor|@feathersjs\/.*|@loopback\/.*|loopback|@hapi\/.*|restify|routing-controllers|elysia|blitz|@netlify\/.*|vercel|firebase-functions|serverless|@vercel\/.*|@sentry\/.*)$/;
/** Files in which a host is told what leads where. */
const HOSTED =
  /(?:^|\/)(?:nginx[^/]*\.conf|Caddyfile|vercel\.json|netlify\.toml|_redirects|firebase\.json|serverless\.ya?ml|wrangler\.toml|staticwebapp\.config\.json)$|^(?:api|functions|netlify\/functions)\//;
/** Other languages that may serve. */
const OTHERS = /\.(?:php|rb|go|java|rs|cs|ex|exs|kt|scala|jsp|erb|pl|cgi)$/;

const SERVERS = new WeakMap<App, { readonly server: Server | null }>();

/** What is known of the server of an app, looked into once; null where it has none. */
export function serverOf(app: App): Server | null {
  const known = SERVERS.get(app) ?? { server: serverIn(app) };
  SERVERS.set(app, known);
  return known.server;
}

function serverIn(app: App): Server | null {
  const sources = [...app.facts.values()].filter(({ path }) => purposeOf(path) === 'source');
  const exchanges = exchangesOf(app);
  if (exchanges.of('path-served').length === 0 && !sources.some(isServing)) return null;
  const { client, server } = sidesOfApp(app);
  const inServer = (kind: UseKind) => exchanges.of(kind).filter(({ path }) => !client.has(path));
  const served = inServer('path-served');
  // A path may be looked at to say it in a message, too: only who says paths, as well, goes by them.
  const saying = new Set(inServer('path-said').map(({ path }) => path));
  const goesByPaths = (facts: Facts) => isOwnServer(facts.python) || (looks(facts) && saying.has(facts.path));
  const files = new Set([
    ...served.map(({ path }) => path),
    ...sources.filter(isServing).map(({ path }) => path),
    // A server by hand may leave it to another file to look at the path.
    ...sources.filter((facts) => server.has(facts.path) && goesByPaths(facts)).map(({ path }) => path),
  ]);
  if (files.size === 0) return null;
  const said = inServer('path-said').filter(({ path }) => files.has(path));
  const given = inServer('path-mounted');
  const routers = routersOf(app, given, served);
  const isRouter = (use: Exchange): boolean => use.of === null || routers.has(use);
  const routes = [
    ...served.map(({ path, line, name, of }) => routeOf(path, line, of === null ? null : [of], name, false)),
    ...said.map(({ path, line, name }) => routeOf(path, line, null, name, true)),
    ...sources.flatMap(pythonRoutes),
    ...given
      .filter((use) => !isRouter(use) && use.name !== '/')
      .map(({ path, line, name }) => routeOf(path, line, null, `${name}/${ALL}`, false)),
  ];
  const mounts = [
    ...given.filter(isRouter).map(({ name }) => name),
    ...sources.flatMap(({ python }) =>
      (python?.routes ?? []).filter(({ kind }) => kind === 'mounted').map(({ path }) => path),
    ),
  ];
  const all = withMounts(routes, mounts, filesUnder(routers));
  const isAll = ({ segments }: Route) => segments[0] === ALL;
  const catching = all.filter(isAll);
  const isOpen =
    mayHaveMore(app, sources, files) ||
    served.some(({ name }) => !name.startsWith('/') && !name.startsWith('*'));
  const packages = [...manifestsOf(app).values()];
  const byFiles = servingByFiles(app, packages);
  return {
    files,
    routes,
    full: all.filter((route) => !isAll(route)),
    isOpen: isOpen || byFiles.length > 0,
    isOpenBehind: isOpen || byFiles.some((folder) => [...files].some((path) => isIn(folder, path))),
    isAskedFirst: (path) => !byFiles.some((folder) => folder !== '' && isIn(folder, path)),
    ofServer: server,
    isByHand:
      sources.some((facts) => files.has(facts.path) && goesByPaths(facts)) ||
      !all.some(({ isSaid }) => !isSaid),
    isCaught: (method) =>
      catching.some(({ methods }) => methods === null || method === null || methods.includes(method)),
  };
}

/** What is given a path and says its own ones: by what it is given at, the file that has them. */
function routersOf(
  app: App,
  given: readonly Exchange[],
  served: readonly Exchange[],
): ReadonlyMap<Exchange, string> {
  const resolver = resolverOf(app);
  const withMethods = new Set(served.filter(({ of }) => of !== null).map(({ path }) => path));
  const found = new Map<Exchange, string>();
  for (const use of given) {
    const target = use.of === null ? null : resolver.resolve(use.path, use.of);
    if (target?.kind === 'file' && withMethods.has(target.path)) found.set(use, target.path);
  }
  return found;
}

/** Files whose paths stand under another one, and nowhere else as far as is known. */
function filesUnder(routers: ReadonlyMap<Exchange, string>): ReadonlySet<string> {
  const bare = new Set([...routers].filter(([{ name }]) => !/^\/\w/.test(name)).map(([, path]) => path));
  return new Set(
    [...routers].filter(([{ path: by }, path]) => !bare.has(path) && by !== path).map(([, path]) => path),
  );
}

function looks({ scripts }: Facts): boolean {
  return scripts.some(({ browser }) => browser.looksAtPath);
}

function isOwnServer(python: Facts['python']): boolean {
  return python?.imports.some(({ module }) => module === 'http.server') ?? false;
}

function isServing({ scripts, python }: Facts): boolean {
  return (
    scripts.some(({ browser }) => browser.isServer) ||
    (python?.routes.some(({ kind }) => kind === 'served') ?? false) ||
    isOwnServer(python)
  );
}

function pythonRoutes({ path, python }: Facts): Route[] {
  return (python?.routes ?? [])
    .filter(({ kind }) => kind === 'served' || kind === 'said')
    .map(({ kind, line, methods, path: said }) => routeOf(path, line, methods, said, kind === 'said'));
}

function routeOf(
  path: string,
  line: number,
  methods: readonly string[] | null,
  said: string,
  isSaid: boolean,
): Route {
  const segments = servedSegments(said);
  return { path, line, methods, isSaid, said, segments, text: `/${segments.join('/')}` };
}

/** Prefixes are tried two deep at most: one router in another. */
const MOST_FULL = 5_000;

function withMounts(
  routes: readonly Route[],
  mounts: readonly string[],
  under: ReadonlySet<string>,
): readonly Route[] {
  const prefixes = [...new Set(mounts)].map(servedSegments).filter(({ length }) => length > 0);
  const below = (all: readonly Route[]) =>
    all.length * prefixes.length > MOST_FULL
      ? []
      : prefixes.flatMap((prefix) =>
          all.map((route) => {
            const segments = [...prefix, ...route.segments];
            return { ...route, segments, text: `/${segments.join('/')}` };
          }),
        );
  const once = below(routes.filter(({ segments }) => segments[0] !== ALL));
  return [...routes.filter(({ path }) => !under.has(path)), ...once, ...below(once)];
}

/** Frameworks that serve pages by the names of files, and requests only where files are called so. */
const OF_PAGES = /^(?:next|nuxt|@sveltejs\/kit|astro|gatsby)$/;
const ANSWERING = /(?:^|\/)(?:api|functions)\/|(?:^|\/)(?:\+server|route|\w+\.server)\.[cm]?[jt]sx?$/;

/** The folders of packages that serve more than their code says. */
function servingByFiles(app: App, packages: readonly Manifest[]): readonly string[] {
  const answering = [...app.files.keys()].filter((path) => ANSWERING.test(path));
  return packages
    .filter(({ folder, declared }) => {
      const names = [...declared.keys()];
      if (names.some((name) => BY_FILES.test(name))) return true;
      return names.some((name) => OF_PAGES.test(name)) && answering.some((path) => isIn(folder, path));
    })
    .map(({ folder }) => folder);
}

function isIn(folder: string, path: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

/** Settings by which a framework or a bundler sends on requests under other paths. */
const REWRITES = /(?:^|\/)(?:next|nuxt|vite|astro|svelte|vue|gatsby)[\w-]*\.config\.[cm]?[jt]s$/;

function mayHaveMore(app: App, sources: readonly Facts[], files: ReadonlySet<string>): boolean {
  if (
    [...app.files].some(([path, text]) => REWRITES.test(path) && /rewrite|destination|routeRules/.test(text))
  )
    return true;
  const paths = [...app.files.keys(), ...app.others];
  if (paths.some((path) => HOSTED.test(path) || (OTHERS.test(path) && purposeOf(path) === 'source')))
    return true;
  if ([...app.others].some((path) => /\.(?:py|[cm]?[jt]sx?)$/.test(path))) return true;
  return sources.some(
    ({ path, scripts, python, broken }) =>
      broken.length > 0 ||
      scripts.some(({ browser }) => browser.servesMore && (files.has(path) || browser.isServer)) ||
      (python?.routes.some(({ kind }) => kind === 'more') ?? false),
  );
}
