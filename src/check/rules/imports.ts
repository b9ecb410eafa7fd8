import type { App } from '../app.js';
import type { Facts } from '../facts.js';
import type { Finding } from '../finding.js';
import { nearest } from '../near.js';
import { purposeOf } from '../purpose.js';
import { folderOf } from '../resolve/paths.js';
import { type Resolver, resolverOf, type Target } from '../resolve/resolve.js';
import type { Import, Taken } from '../script/facts.js';
import { code, codes, isTakenByPlan } from '../words.js';
import { type Offer, offersOf } from './exported.js';
import type { Checked } from './rule.js';

/** Imports find the file they name, and in it what they take. */
export function checkImports(app: App): Checked {
  const resolver = resolverOf(app);
  const offers = offersOf(app, resolver);
  const isPlain = plainOf(app, resolver);
  const findings: Finding[] = [];
  let looked = 0;
  for (const facts of app.facts.values()) {
    const imports = facts.scripts.flatMap((script) => script.imports);
    if (imports.length === 0) continue;
    looked++;
    if (purposeOf(facts.path) === 'sample' || isDeclaration(facts.path)) continue;
    for (const taken of imports) {
      const target = resolver.resolve(facts.path, taken.specifier);
      const lost = lostFinding(facts, taken, target, resolver);
      if (lost !== null) findings.push(lost);
      if (target.kind !== 'file') continue;
      if (!target.isExact && taken.how !== 'require' && isPlain(facts))
        findings.push(endless(facts, taken, target));
      findings.push(...missingNames(app, facts, taken, target.path, offers.of(target.path)));
    }
  }
  return { looked, findings };
}

function lostFinding(
  { path, page }: Facts,
  taken: Import,
  target: Target,
  resolver: Resolver,
): Finding | null {
  if (target.kind !== 'missing' && target.kind !== 'case') return null;
  // A part of a page requires from where the whole one lies.
  if (page?.isWhole === false && taken.how === 'require') return null;
  const { specifier, line, isGuarded } = taken;
  const neighbours = resolver.neighbours(target.path).filter((each) => each !== path);
  const base = { rule: 'imports', path, line } as const;
  if (target.kind === 'case') {
    const message = `${code(path)} imports ${code(specifier)}, but the file is called ${code(target.path)}: small and capital letters differ.`;
    return { ...base, severity: isGuarded ? 'warning' : 'error', message, offers: null };
  }
  // Whoever lays the file elsewhere has other files beside it there.
  if (resolver.isLaidElsewhere(path)) return null;
  const near = nearest(baseOf(target.path), neighbours.map(baseOf));
  const hint = near === null ? '' : ` There is ${code(near)}.`;
  return {
    ...base,
    severity: isGuarded || isMadeForTools(path, target.path) || !isCode(target.path) ? 'warning' : 'error',
    message: `${code(path)} imports ${code(specifier)}, which is not there.${hint}`,
    offers:
      neighbours.length === 0
        ? null
        : `${code(`${folderOf(target.path)}/`)} holds ${codes(neighbours.map(baseOf))}.`,
  };
}

/** Lists that one tool writes for another. */
function isMadeForTools(path: string, target: string): boolean {
  return target.endsWith('.json') && purposeOf(path) === 'apart';
}

/** Whether a path is of code, data or style: a picture may be put there by hand. */
function isCode(path: string): boolean {
  return /\/?[^./]+$|\.(?:[cm]?[jt]sx?|json|css|s[ac]ss|less|vue|svelte|astro)$/.test(path);
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isDeclaration(path: string): boolean {
  return /\.d\.(?:[^./]+\.)?[cm]?ts$/.test(path);
}

const OF_BUNDLER = /\?(?:worker|sharedworker|url|raw|inline|component|react)\b/;

function missingNames(app: App, facts: Facts, taken: Import, target: string, offer: Offer): Finding[] {
  // `./search.worker?worker`: what a bundler makes of a file is not what the file exports.
  if (offer.isOpen || taken.names.length === 0 || OF_BUNDLER.test(taken.specifier)) return [];
  const isTypedTarget = /\.[cm]?tsx?$/.test(target);
  // Types of JavaScript stand in its comments.
  const mayHoldTypes = !isTypedTarget && /\.[cm]?tsx?$/.test(facts.path) && hasTypes(app, target);
  const seen = new Set<string>();
  return taken.names.flatMap((each): Finding[] => {
    const { name, isType } = each;
    if (name === '' || offer.names.has(name) || seen.has(name) || isEverywhere(name, offer)) return [];
    if ((isType && !isTypedTarget) || mayHoldTypes || taken.isGuarded) return [];
    seen.add(name);
    return [missingName(app, facts.path, taken, each, target, offer)];
  });
}

function hasTypes({ files }: App, path: string): boolean {
  const text = files.get(path) ?? '';
  return (
    text.includes('@typedef') ||
    text.includes('@callback') ||
    files.has(path.replace(/\.([cm]?)jsx?$/, '.d.$1ts'))
  );
}

/** Names that are there without being exported. */
function isEverywhere(name: string, { form }: Offer): boolean {
  if (name === '__esModule' || name === 'module.exports') return true;
  if (name === 'default') return form === 'commonjs';
  return form !== 'module' && Object.hasOwn(Object.prototype, name);
}

function missingName(
  app: App,
  from: string,
  taken: Import,
  { name, line, isMember }: Taken,
  target: string,
  offer: Offer,
): Finding {
  const { specifier, how, calls } = taken;
  // Without a module system's help it is only a name without a value, until it is called.
  const isCalled = calls.some((call) => call.name === name);
  const isSure = isMember
    ? isCalled && !isMaybeInDefault(offer) && purposeOf(from) === 'source'
    : how === 'import' || how === 'export' || isCalled;
  // What is loaded for what it does may be given as an empty whole.
  const isEmptyWhole = name === 'default' && offer.form === 'none';
  const severity = isSure && !isEmptyWhole ? 'error' : 'warning';
  const exported = [...offer.names.keys()].filter((each) => each !== '');
  const list = exported.length === 0 ? 'nothing' : codes(exported);
  const what =
    name === 'default' ? `the default of ${code(specifier)}` : `${code(name)} from ${code(specifier)}`;
  const message =
    name === 'default'
      ? `${code(from)} imports ${what}, which has none: it exports ${list}.`
      : `${code(from)} imports ${what}, which exports ${list}.`;
  const near = nearest(name, exported);
  if (isTakenByPlan(app.plan, name, near)) {
    return {
      ...{ rule: 'imports', severity, path: target, message },
      line: (near === null ? null : offer.names.get(near)?.line) ?? null,
      offers: `${code(from)} takes ${code(name)} from it, as the plan calls it.`,
    };
  }
  const hint = near === null ? '' : ` ${code(near)} is near.`;
  return {
    ...{ rule: 'imports', severity, path: from, line, message },
    offers: `${code(target)} exports ${list}.${hint}`,
  };
}

/** Compilers that join both kinds of modules may put the members of the only thing that is exported beside it. */
function isMaybeInDefault({ names }: Offer): boolean {
  return names.size === 1 && names.has('default');
}

function endless(
  { path }: Facts,
  { specifier, line }: Import,
  target: Extract<Target, { kind: 'file' }>,
): Finding {
  return {
    ...{ rule: 'imports', severity: 'error', path, line },
    message: `${code(path)} imports ${code(specifier)}, which is found only by its whole path: ${code(target.path)}.`,
    offers: `The file is ${code(target.path)}.`,
  };
}

/** Tools that complete the path of an import. */
const COMPLETING =
  /vite|webpack|rollup|parcel|esbuild|tsup|next|nuxt|babel|tsx|ts-node|\bbun\b|jest|react-scripts|react-native|expo|swc|sucrase|browserify|snowpack|metro|microbundle|unbuild|tsdown|rolldown|turbopack|rspack|rsbuild|astro|svelte|remix|gatsby|electron-vite|wmr|esm\b|jiti|wrangler|typescript|deno|ember|angular|vue|flow|import-map|specifier-resolution/;

/** Whether a file is run as it stands, by Node as a module or by a browser: there the path must be whole. */
function plainOf(app: App, resolver: Resolver): (facts: Facts) => boolean {
  const tools = [...resolver.manifests.values()].map(({ declared, scripts }) =>
    [...declared.keys(), ...scripts.values()].join(' '),
  );
  const isCompleted = tools.some((text) => COMPLETING.test(text)) || hasToolFile(app);
  const isServedPlain =
    resolver.manifests.size === 0 && [...app.files.keys()].some((path) => /\.html?$/.test(path));
  return ({ path, scripts }) => {
    if (isCompleted || !/\.(?:m?js|html?)$/.test(path) || purposeOf(path) !== 'source') return false;
    if (path.endsWith('.mjs')) return true;
    if (!scripts.some(({ isModule }) => isModule)) return false;
    const type = resolver.manifestsAbove(path).find((manifest) => manifest.type !== null)?.type;
    return type === 'module' || isServedPlain || /\.html?$/.test(path);
  };
}

function hasToolFile({ files }: App): boolean {
  return [...files.keys()].some((path) =>
    /(?:^|\/)(?:deno\.jsonc?|bunfig\.toml|bun\.lockb?|tsconfig[^/]*\.json|\.babelrc[^/]*|[^/]+\.config\.[cm]?[jt]s)$/.test(
      path,
    ),
  );
}
