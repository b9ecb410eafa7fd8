import type { App } from '../app.js';
import type { Facts } from '../facts.js';
import { purposeOf } from '../purpose.js';
import { folderOf, join, nameOf, type Paths, pathOfAddress, pathsOf, rootCandidates } from './paths.js';

/** How the pages of an app reach a browser, and which of them load a file. */
export type Site = {
  readonly paths: Paths;
  readonly pages: readonly Facts[];
  /** A bundler, a framework or a generator stands between what is written and what is served. */
  readonly isBuilt: boolean;
  /** A server of its own decides what leads where. */
  readonly isServed: boolean;
  /** Some pages or scripts are there whose text is not known. */
  readonly isPartlyUnknown: boolean;
  /** Files that a server may have under an address which begins otherwise: `public/app.js` for `/static/app.js`. */
  readonly mounted: (address: string) => readonly string[];
  /** Script → the pages that load it. */
  readonly loadedBy: ReadonlyMap<string, ReadonlySet<string>>;
};

const BUILDERS =
  /^(?:vite|webpack|webpack-.*|parcel|parcel-bundler|rollup|esbuild|tsup|microbundle|browserify|watchify|gulp|gulp-.*|grunt|grunt-.*|next|nuxt|astro|gatsby|react|react-.*|preact|vue|@vue\/.*|svelte|@sveltejs\/.*|@angular\/.*|angular|solid-js|lit|ember-.*|@11ty\/.*|hexo|vuepress|vitepress|@docusaurus\/.*|react-scripts|snowpack|brunch|metalsmith|electron-.*|typescript|@babel\/.*|babel-.*|sass|node-sass|less|stylus|postcss-cli|tailwindcss|storybook|@web\/.*|@rspack\/.*|@parcel\/.*|bun|wxt|plasmo|nunjucks|pug|ejs|handlebars|mustache)$/;
const SERVERS =
  /^(?:express|koa|koa-.*|fastify|hono|@hono\/.*|@fastify\/.*|polka|restify|@hapi\/.*|hapi|connect|@nestjs\/.*|sirv|serve-static|h3|nitropack|elysia|socket\.io|sails|micro)$/;
const BUILD_FILES =
  /(?:^|\/)(?:(?:vite|webpack|rollup|parcel|gulpfile|Gruntfile|angular|astro|next|nuxt|svelte|snowpack|esbuild|eleventy|\.eleventy|gatsby)[\w.-]*\.(?:[cm]?[jt]s|json|babel\.js)|_config\.yml|mkdocs\.yml|hugo\.toml|Makefile|Rakefile|build\.(?:js|mjs|sh|gradle)|Cargo\.toml|pom\.xml|composer\.json|Gemfile)$/i;
const SERVED_BY = /\.(?:py|php|rb|go|java|rs|cs|ex|exs|kt|scala|jsp|erb)$/;
const UNKNOWN = /\.(?:html?|[cm]?[jt]sx?|vue|svelte|astro|hbs|ejs|pug|njk|liquid|php|twig)$/i;

const SITES = new WeakMap<App, Site>();

/** Looked into once for all rules. */
export function siteOf(app: App): Site {
  const known = SITES.get(app) ?? siteIn(app);
  SITES.set(app, known);
  return known;
}

/**
 * Whether a file is of the app itself: by its path, or because a page loads it. In `scripts/` stand the tools of some
 * people, and the app of others.
 */
export function isSource({ loadedBy }: Site, path: string): boolean {
  const purpose = purposeOf(path);
  return purpose === 'source' || (purpose === 'apart' && loadedBy.has(path));
}

function siteIn(app: App): Site {
  const paths = pathsOf(app);
  const all = [...app.facts.values()];
  const packages = new Set(all.flatMap(packagesOf));
  const pages = all.filter(({ page }) => page !== null);
  const isPartlyUnknown =
    [...app.others].some((path) => UNKNOWN.test(path)) ||
    [...app.files.keys()].some((path) => UNKNOWN.test(path) && isUnread(app.facts.get(path)));
  const isServed = [...packages].some((name) => SERVERS.test(name)) || all.some(serves);
  const mounted = isServed ? mountsOf(app, all, paths) : () => [];
  return {
    paths,
    pages,
    mounted,
    isBuilt:
      [...packages].some((name) => BUILDERS.test(name)) ||
      [...paths.all].some((path) => BUILD_FILES.test(path)),
    isServed,
    isPartlyUnknown,
    loadedBy: loadedBy(app, pages, paths, mounted),
  };
}

/** `'/static'`, `'/static/:name'`, `/^\\/static\\/(.+)$/`: what goes on to a file's name is an address itself. */
const MENTION = /\/([\w.-]+)(?:\\?\/)?(?![\w./\\-])/g;

/** Files by addresses of which a server says the first part, and no file's path does. */
function mountsOf({ files }: App, all: readonly Facts[], { byName }: Paths): Site['mounted'] {
  let starts: ReadonlySet<string> | null = null;
  return (address) => {
    const [, start = '', rest = ''] = /^\/([\w.-]+)\/(.+)$/.exec(address) ?? [];
    const named = (byName.get(nameOf(rest)) ?? []).filter(
      (path) => path === rest || path.endsWith(`/${rest}`),
    );
    if (named.length === 0) return [];
    starts ??= startsIn(files, all);
    return starts.has(start) ? named : [];
  };
}

/** First parts of addresses in code of servers: what stands beside a page is the page's. */
function startsIn(files: App['files'], all: readonly Facts[]): ReadonlySet<string> {
  const folders = all.filter(({ page }) => page !== null).map(({ path }) => folderOf(path));
  const isBeside = (path: string) => folders.some((folder) => folder === '' || path.startsWith(`${folder}/`));
  const code = all.filter((facts) => serves(facts) || (facts.language === 'script' && !isBeside(facts.path)));
  return new Set(
    code.flatMap(({ path }) => [...(files.get(path) ?? '').matchAll(MENTION)].map(([, start = '']) => start)),
  );
}

/** The text is there and cannot be read, or is of a language that is not. */
function isUnread(facts: Facts | undefined): boolean {
  if (facts === undefined || facts.broken.length > 0) return true;
  if (facts.language === 'html') return facts.page === null;
  return facts.language !== 'script';
}

function packagesOf({ path, data }: Facts): string[] {
  if (!/(?:^|\/)package\.json$/.test(path) || typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    /ependencies$/.test(key) && typeof value === 'object' && value !== null ? Object.keys(value) : [],
  );
}

function serves({ path, scripts }: Facts): boolean {
  if (SERVED_BY.test(path)) return true;
  return scripts.some(({ browser }) => browser.isServer);
}

/** More pages than that are not told apart: every script may be loaded by each. */
const MOST_PAGES = 50;

function loadedBy(
  app: App,
  pages: readonly Facts[],
  paths: Paths,
  mounted: Site['mounted'],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const groups = pages.length > MOST_PAGES ? [pages] : pages.map((page) => [page]);
  for (const group of groups) {
    const names = group.map(({ path }) => path);
    const seen = new Set<string>();
    const ahead = group.flatMap((page) => scriptsOf(page, paths, mounted));
    for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const known = found.get(path) ?? new Set();
      for (const name of names) known.add(name);
      found.set(path, known);
      const facts = app.facts.get(path);
      if (facts !== undefined) ahead.push(...modulesOf(facts, paths, mounted));
    }
  }
  return found;
}

/** The scripts that a page names, and those that the code in it loads. */
function scriptsOf(facts: Facts, paths: Paths, mounted: Site['mounted']): string[] {
  const named = (facts.page?.references ?? []).filter(
    ({ target, how }) => target === 'code' && how === 'src',
  );
  return [
    ...named.flatMap(({ address }) => locate(facts, address, paths, mounted)),
    ...modulesOf(facts, paths, mounted),
  ];
}

function modulesOf(facts: Facts, paths: Paths, mounted: Site['mounted']): string[] {
  return facts.scripts.flatMap(({ browser }) =>
    browser.loads.flatMap((address) => locate(facts, address, paths, mounted)),
  );
}

/** The file that an address from another leads to, if there is one. */
function locate({ path, page }: Facts, address: string, { all }: Paths, mounted: Site['mounted']): string[] {
  const wanted = pathOfAddress(address);
  if (wanted === null) return [];
  const folder = folderOf(path);
  const start = page?.base == null ? folder : (join(folder, page.base) ?? folder);
  const candidates = wanted.startsWith('/') ? rootCandidates(folder, wanted) : [join(start, wanted) ?? ''];
  for (const candidate of candidates) {
    for (const ending of ENDINGS) {
      if (all.has(`${candidate}${ending}`)) return [`${candidate}${ending}`];
    }
    const source = candidate.replace(/\.(m?)js(x?)$/, '.$1ts$2');
    if (source !== candidate && all.has(source)) return [source];
  }
  // Of two of a name it is that beside the page: the other may be the server.
  const mountedAt = mounted(wanted);
  const [own = null] = mountedAt.filter((each) => folder !== '' && each.startsWith(`${folder}/`));
  if (own !== null) return [own];
  return mountedAt.length === 1 ? [...mountedAt] : [];
}

const ENDINGS = ['', '.js', '.ts', '.tsx', '.jsx', '.mjs', '/index.js', '/index.ts', '/index.tsx'];
