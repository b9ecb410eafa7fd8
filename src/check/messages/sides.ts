import type { App } from '../app.js';
import type { BrowserFacts } from '../browser/browser.js';
import { siteOf } from '../page/site.js';
import { resolverOf } from '../resolve/resolve.js';

/** Packages of which one is enough to say that a folder is of a client, where no server is declared beside it. */
const CLIENT = /^(?:react-dom|react-scripts|preact|vue|svelte|solid-js|lit|@angular\/core|vite)$/;
const SERVER =
  /^(?:express|koa|fastify|hono|polka|restify|@hapi\/hapi|connect|@nestjs\/core|itty-router|elysia|h3|@hono\/.*|@tinyhttp\/app|oak|next|nuxt|astro|@sveltejs\/kit)$/;

/** Where the files of an app run. */
export type SidesOfApp = {
  /**
   * In a browser: what pages load, and all that it imports, but for what a server imports, too; and what lies in a
   * package of a client.
   */
  readonly client: ReadonlySet<string>;
  /** In a server: where one is made, and all that is imported there. */
  readonly server: ReadonlySet<string>;
};

/** Whether code makes a server, or says what one answers and in what way. */
function isMaker({ isServer, uses }: BrowserFacts): boolean {
  return isServer || uses.some(({ kind, of }) => kind === 'path-served' && of !== null);
}

/** Tells the files of a server from those of its pages. */
export function sidesOfApp(app: App): SidesOfApp {
  const { loadedBy } = siteOf(app);
  const makers = [...app.facts.values()].filter(
    ({ path, scripts }) => !loadedBy.has(path) && scripts.some(({ browser }) => isMaker(browser)),
  );
  const server = reachedFrom(
    app,
    makers.map(({ path }) => path),
  );
  const client = reachedFrom(app, [...loadedBy.keys()]);
  for (const path of server) if (!loadedBy.has(path)) client.delete(path);
  const resolver = resolverOf(app);
  for (const path of app.facts.keys()) {
    const declared = [...(resolver.manifestsAbove(path)[0]?.declared.keys() ?? [])];
    const isOfClient =
      declared.some((name) => CLIENT.test(name)) && !declared.some((name) => SERVER.test(name));
    if (isOfClient && !server.has(path)) client.add(path);
  }
  return { client, server };
}

/** Files, and all that they import, directly or not. */
function reachedFrom(app: App, start: readonly string[]): Set<string> {
  const resolver = resolverOf(app);
  const reached = new Set<string>();
  const ahead = [...start];
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { specifier } of app.facts.get(path)?.scripts.flatMap(({ imports }) => imports) ?? []) {
      const target = resolver.resolve(path, specifier);
      if (target.kind === 'file') ahead.push(target.path);
    }
  }
  return reached;
}
