import type { App } from '../app.js';
import type { Finding } from '../finding.js';
import { nearest } from '../near.js';
import { purposeOf } from '../purpose.js';
import { entriesOf, type Manifest } from '../resolve/manifests.js';
import { packageOf, type Resolver, resolverOf } from '../resolve/resolve.js';
import type { Import } from '../script/facts.js';
import { code, codes } from '../words.js';
import { BROUGHT, BUILTIN, HOSTED } from './builtin.js';
import type { Checked } from './rule.js';

/** Packages are declared where they are used, and used where they are declared. */
export function checkPackages(app: App): Checked {
  const resolver = resolverOf(app);
  const settings = settingsOf(app);
  const known = { settings, optional: optionalIn(app), locked: lockedIn(app), roots: rootsOf(resolver) };
  const used = new Set<string>();
  const findings: Finding[] = [];
  let looked = resolver.manifests.size;
  for (const { path, scripts, language } of app.facts.values()) {
    const imports = scripts.flatMap((script) => script.imports);
    if (imports.length > 0) looked++;
    const seen = new Set<string>();
    for (const taken of imports) {
      const name = packageOf(taken.specifier);
      if (name !== null) used.add(name);
      if (language !== 'script' || purposeOf(path) === 'sample' || /\.min\.\w+$/.test(path)) continue;
      const finding = undeclared(path, taken, resolver, known);
      if (finding === null || seen.has(taken.specifier)) continue;
      seen.add(taken.specifier);
      findings.push(finding);
    }
    findings.push(...wrongSystem(path, scripts, resolver));
  }
  for (const manifest of resolver.manifests.values()) {
    if (purposeOf(manifest.path) === 'sample') continue;
    findings.push(...lifecycleScripts(manifest), ...unused(app, manifest, used, settings));
  }
  return { looked, findings };
}

function undeclared(path: string, taken: Import, resolver: Resolver, known: Known): Finding | null {
  const target = resolver.resolve(path, taken.specifier);
  if (target.kind !== 'package') return null;
  const { name } = target;
  const manifests = resolver.manifestsAbove(path);
  if (manifests.length === 0 || BUILTIN.has(name) || isHosted(name)) return null;
  const declared = new Set(manifests.flatMap((manifest) => [...manifest.declared.keys()]));
  const types = `@types/${name.replace(/^@([^/]+)\//, '$1__')}`;
  if (declared.has(name) || (taken.isType && declared.has(types)) || declared.has(`npm:${name}`)) return null;
  // A folder of the app, or a name that some tool is told about, may be an alias.
  const [first = name] = name.split('/');
  if (isAlias(first, name, path, resolver, known.settings)) return null;
  if (known.roots.some((root) => resolver.hasFolder(`${root}/${first}`))) return null;
  if (isInSources(taken.specifier, manifests, resolver)) return null;
  // Who lays files elsewhere gives them names of its own, and brings what is taken there.
  if (resolver.isLaidElsewhere(path)) return null;
  const isSure =
    purposeOf(path) === 'source' &&
    !isMaybeType(path, taken) &&
    !known.optional.has(name) &&
    !taken.isType &&
    !taken.isGuarded &&
    taken.how !== 'dynamic' &&
    !/\.d\.[cm]?ts$/.test(path);
  const isThere = isBrought(name, declared, known);
  // So many are compared one by one.
  const near = isThere || declared.size > 300 ? null : nearest(name, declared);
  const [manifest] = manifests;
  const hint = isThere
    ? ' It is there only as long as another package needs it.'
    : near === null
      ? ''
      : ` There is ${code(near)}.`;
  return {
    ...{ rule: 'packages', severity: isSure && !isThere ? 'error' : 'warning', path, line: taken.line },
    message: `${code(path)} imports the package ${code(name)}, which ${code(manifest?.path ?? '')} does not declare.${hint}`,
    offers: declared.size === 0 ? null : `Declared are ${codes(declared, 40)}.`,
  };
}

type Known = {
  /** What tools are told. */
  readonly settings: string;
  /** Packages that code gets along without, or that come in another way. */
  readonly optional: ReadonlySet<string>;
  /** Packages that lock files name: they lie beside those that are declared. */
  readonly locked: ReadonlySet<string>;
  /** Folders that scripts make modules be looked for in. */
  readonly roots: readonly string[];
};

const LOCK = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|bun\.lock)$/;
/** `"node_modules/name": {`, `name@^1.0.0:`, `"name": ["name@1.0.0"` */
const IN_LOCK =
  /"node_modules\/([^"\n]{1,214})"|^"?((?:@[^@/\n]{1,99}\/)?[^@"\s]{1,99})@|^ {4}"([^"\n]{1,214})": \[/gm;

function lockedIn({ files }: App): ReadonlySet<string> {
  const locked = new Set<string>();
  for (const [path, text] of files)
    if (LOCK.test(path))
      for (const [, npm, yarn, bun] of text.matchAll(IN_LOCK)) locked.add(npm ?? yarn ?? bun ?? '');
  return locked;
}

function rootsOf({ manifests }: Resolver): readonly string[] {
  const scripts = [...manifests.values()].flatMap((manifest) => [...manifest.scripts.values()]);
  const named = scripts.join('\n').matchAll(/\bNODE_PATH=['"]?(?:\.\/)?([\w./-]{1,99})/g);
  return [...new Set([...named].map(([, folder = '']) => folder))].slice(0, 10);
}

/** Whether a package is there although nobody declares it: npm and Yarn lay it where another one needs it. */
function isBrought(name: string, declared: ReadonlySet<string>, { locked }: Known): boolean {
  if (locked.has(name)) return true;
  return [...declared].some((each) => Object.hasOwn(BROUGHT, each) && BROUGHT[each]?.test(name) === true);
}

/** Packages that are tried somewhere, that another manager brings, or that people are told to install by hand. */
function optionalIn({ facts, files }: App): ReadonlySet<string> {
  const optional = new Set<string>();
  for (const { path, scripts, data } of facts.values()) {
    if (/(?:^|\/)(?:bower|component|jspm)\.json$/.test(path)) {
      for (const name of entriesOf(entriesOf(data).get('dependencies')).keys()) optional.add(name);
    }
    for (const { specifier, isGuarded } of scripts.flatMap(({ imports }) => imports)) {
      // After it, files are found as if they were packages.
      if (specifier === 'rootpath') for (const file of files.keys()) optional.add(file);
      const name = isGuarded ? packageOf(specifier) : null;
      if (name !== null) optional.add(name);
    }
  }
  for (const [path, text] of files) {
    if (!/\.[cm]?[jt]sx?$/.test(path) || text.length > 200_000) continue;
    for (const [, name, pinned] of text.matchAll(BY_HAND)) optional.add(name ?? pinned ?? '');
  }
  return optional;
}

const BY_HAND =
  /\b(?:npm (?:i|install|add)|yarn add|pnpm (?:add|i|install)) (?:-{1,2}[\w-]{1,30} )?((?:@[a-z0-9][\w.-]{0,99}\/)?[a-z0-9][\w.-]{0,99})|['"]((?:@[a-z0-9][\w.-]{0,99}\/)?[a-z0-9][\w.-]{0,99})@\d+\.\d/g;

/** In TypeScript, what is never called and is written like a type may be one, and then nothing is left of it. */
function isMaybeType(path: string, { how, names, calls }: Import): boolean {
  if (how !== 'import' || !/\.[cm]?ts$/.test(path) || names.length === 0 || calls.length > 0) return false;
  return names.every(({ name, isMember }) => !isMember && /^[A-Z]/.test(name));
}

/** `@own/part/file`, with `part/file` among the sources: a compiler's settings, which are not here, say so. */
function isInSources(specifier: string, manifests: readonly Manifest[], resolver: Resolver): boolean {
  const rest = /^@[^/]*\/([^/]+\/.+)$/.exec(specifier)?.[1];
  if (rest === undefined) return false;
  return manifests.some(({ path }) => resolver.resolve(path, `./src/${rest}`).kind === 'file');
}

function isHosted(name: string): boolean {
  return HOSTED.has(name) || HOSTED.has(name.split('/')[0] ?? '') || name.startsWith('@types/');
}

function isAlias(first: string, name: string, path: string, resolver: Resolver, settings: string): boolean {
  // No package in a scope has capital letters, and none begins with one: `@theme/Layout` is made by a framework.
  if (/^(?:\d*[A-Z]|@.*[A-Z])/.test(name) || resolver.hasFolder(first)) return true;
  const roots = resolver.manifestsAbove(path).map(({ folder }) => (folder === '' ? '' : `${folder}/`));
  if (roots.some((root) => resolver.hasFolder(`${root}src/${first}`) || resolver.hasFolder(root + first)))
    return true;
  // Between quotes, or with more of a path or of a pattern behind it: `'app/(.*)'`, `'app$'`.
  return ["'", '"'].some(
    (quote) =>
      settings.includes(`${quote + first}${quote}`) ||
      [quote, '/', '$', '*', '('].some((end) => settings.includes(quote + name + end)),
  );
}

/** A package that is taken: that says nothing of what its name stands for elsewhere. */
const TAKEN =
  /\b(?:require\.resolve|require|import)\s{0,9}\(\s{0,9}['"][^'"\n]{1,200}['"]\s{0,9}\)|\b(?:from|import)\s{0,9}['"][^'"\n]{1,200}['"]/g;

/** The texts of files that tell tools what stands for what. */
function settingsOf({ files }: App): string {
  const texts: string[] = [];
  for (const [path, text] of files) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isSetting =
      /config|rollup|vite|webpack|babel|jest|karma|gulpfile|gruntfile|esbuild|\.babelrc|^build|^\..*rc/i.test(
        name,
      );
    if (isSetting && text.length < 100_000 && !name.endsWith('.md')) texts.push(text.replace(TAKEN, ''));
  }
  return texts.join('\n');
}

/** `require` where modules are read as such, and the other way round. */
function wrongSystem(
  path: string,
  scripts: readonly { readonly isModule: boolean; readonly imports: readonly Import[] }[],
  resolver: Resolver,
): Finding[] {
  const imports = scripts.flatMap((script) => script.imports);
  const declares = imports.find(({ how }) => how === 'import' || how === 'export');
  const purpose = purposeOf(path);
  // Whoever takes `createRequire` may call what it makes `require`.
  if (purpose !== 'source' || imports.some(({ specifier }) => /^(?:node:)?module$/.test(specifier)))
    return [];
  if (path.endsWith('.cjs') && declares !== undefined && !declares.isType) {
    return [
      systemFinding(path, declares.line, 'uses `import`, which a `.cjs` file cannot; it has `require`'),
    ];
  }
  const required = imports.find(({ how, isGuarded }) => how === 'require' && !isGuarded);
  if (required === undefined || !isModuleFile(path, resolver) || declares !== undefined) {
    if (!path.endsWith('.mjs') || required === undefined) return [];
  }
  const message = 'uses `require`, which a module does not have; it has `import`';
  return [systemFinding(path, required.line, message)];
}

/** Whether Node reads a file as a module, and nobody builds it before. */
function isModuleFile(path: string, resolver: Resolver): boolean {
  if (path.endsWith('.mjs')) return true;
  const manifests = resolver.manifestsAbove(path);
  const [nearestType] = manifests.filter(({ type }) => type !== null);
  const tools = manifests
    .flatMap(({ declared, scripts }) => [...declared.keys(), ...scripts.values()])
    .join(' ');
  return (
    path.endsWith('.js') &&
    nearestType?.type === 'module' &&
    !/vite|webpack|rollup|parcel|esbuild|next|babel|bun|tsx|browserify|metro|expo|react-native/.test(tools)
  );
}

function systemFinding(path: string, line: number, what: string): Finding {
  const message = `${code(path)} ${what}.`;
  return { rule: 'packages', severity: 'error', path, line, message, offers: null };
}

/** Tools that are usual in scripts which run by themselves. */
const USUAL =
  /^(?:(?:npx |npm run |yarn |pnpm (?:run )?)?(?:husky|is-ci|tsc|build|rollup|vite|lefthook|simple-git-hooks|patch-package|prisma|nuxt|svelte-kit|wxt|electron-builder|ngcc|lerna|tsup|bob|ts-patch|npm-run-all|run-s|node-gyp|prebuild-install|opencollective|not-in-publish|pinst|playwright|astro)\b[^;|`$]*(?:\|\| *(?:true|exit 0))?(?: *&& *)?)+$/;

function lifecycleScripts({ path, scripts }: Manifest): Finding[] {
  return ['preinstall', 'install', 'postinstall', 'prepare'].flatMap((name): Finding[] => {
    const script = scripts.get(name);
    if (script === undefined || (name === 'prepare' && USUAL.test(script))) return [];
    const message = `${code(path)} runs ${code(script)} by itself when packages are installed (${code(name)}).`;
    return [{ rule: 'packages', severity: 'note', path, line: null, message, offers: null }];
  });
}

/** Packages that others use without a word, or that work by being there. */
const SILENT =
  /^@types\/|^(?:typescript|tslib|core-js|regenerator-runtime|@babel\/runtime.*|reflect-metadata|zone\.js|react|react-dom|preact|vue|svelte|next|sharp|pg|mysql2?|sqlite3|better-sqlite3|tedious|pino-pretty|encoding|bufferutil|utf-8-validate)$|plugin|preset|loader|eslint|prettier|postcss|tailwind|font|polyfill|types?$|cli$/;

function unused(app: App, manifest: Manifest, used: ReadonlySet<string>, settings: string): Finding[] {
  const names = [...entriesOf(manifest.parts.get('dependencies')).keys()];
  const left = names.filter((name) => !used.has(name) && !SILENT.test(name)).slice(0, 50);
  if (left.length === 0) return [];
  const scripts = [...manifest.scripts.values()].join('\n');
  const others = new Map(manifest.parts);
  others.delete('dependencies');
  const rest = `${settings}\n${scripts}\n${JSON.stringify([...others])}`;
  const isSeen = (name: string) => rest.includes(name) || isMentioned(app, manifest.path, name);
  return left
    .filter((name) => !isSeen(name))
    .map((name) => ({
      ...({ rule: 'packages', severity: 'note', path: manifest.path, offers: null } as const),
      line: lineOfKey(app.files.get(manifest.path) ?? '', name),
      message: `${code(manifest.path)} declares ${code(name)}, which no file uses.`,
    }));
}

/** Whether any other file has the name in it: what is handed over by name is used, too. */
function isMentioned({ files }: App, path: string, name: string): boolean {
  for (const [other, text] of files) {
    if (other === path || /(?:\.md|lock|-lock\.json|\.lock)$|lock\.ya?ml$/.test(other)) continue;
    if (text.length < 200_000 && text.includes(name)) return true;
  }
  return false;
}

function lineOfKey(text: string, key: string): number | null {
  const at = text.indexOf(`"${key}"`);
  return at < 0 ? null : text.slice(0, at).split('\n').length;
}
