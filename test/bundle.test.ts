import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const DIST = join(ROOT, 'dist');
const read = (name: string) => readFileSync(join(DIST, name), 'utf8');
const action = read('index.js');
/** What the action loads when it needs it: the client of the endpoint, and parsers. */
const parts = readdirSync(join(DIST, 'parts')).map((name) => read(`parts/${name}`));
const PARSERS =
  /^node_modules\/(?:@babel\/parser|@lezer|parse5|entities|postcss|postcss-scss|yaml|smol-toml|jsonc-parser|mdast|micromark)/;
const commandLine = readdirSync(join(DIST, 'cli')).map((name) => read(`cli/${name}`));

/** The modules in a bundle: the path that esbuild writes above each, and their text. */
function modulesOf(bundle: string): { path: string; text: string }[] {
  return [
    ...bundle.matchAll(
      /^\/\/ ((?:node_modules|src)\/\S+)\n([\s\S]*?)(?=^\/\/ (?:node_modules|src)\/|$(?!\n))/gm,
    ),
  ].map(([, path = '', text = '']) => ({ path, text }));
}

/** What `chat.completions.create` runs, and lists of names. */
const USED_OF_OPENAI =
  /\/resources\/(?:index|shared|chat\/(?:index|chat|completions\/(?:index|completions)))\./;

// `scripts/build.mjs` leaves parts of packages out by their paths: an update that moves them would bring them back.
describe.each([
  { name: 'the action', bundles: [action, ...parts], limit: 880_000 },
  { name: 'the command line', bundles: commandLine, limit: 780_000 },
])('the bundle of $name', ({ bundles, limit }) => {
  const modules = bundles.flatMap(modulesOf);

  test('has no HTTP client but that of Node', () => {
    expect(
      modules.map(({ path }) => path).filter((path) => /\/(?:undici|http-client|ws)\//.test(path)),
    ).toEqual([]);
  });

  test('asks for nothing by `require`, which a module does not have', () => {
    expect(bundles.flatMap((bundle) => bundle.match(/\b__require\("[^"]*"\)/g) ?? [])).toEqual([]);
  });

  test('has of the APIs of openai that nobody calls their names alone', () => {
    const resources = modules.filter(({ path }) => path.startsWith('node_modules/openai/resources/'));
    expect(resources.length).toBeGreaterThan(20);
    const unused = resources.filter(({ path }) => !USED_OF_OPENAI.test(path));
    expect(unused.filter(({ text }) => text.length > 500).map(({ path }) => path)).toEqual([]);
  });

  test('holds no more of packages than that leaves of them', () => {
    const packages = modules.filter(({ path }) => path.startsWith('node_modules/') && !PARSERS.test(path));
    const size = packages.reduce((sum, { text }) => sum + text.length, 0);
    expect(size).toBeGreaterThan(limit / 2);
    expect(size).toBeLessThan(limit);
  });
});

/** What makes code of text, starts something, or loads what no bundler saw. As it stands in code, not in words. */
const POWERS = [
  /(?<![.\w'"])eval\s*\(/g,
  /(?<![.\w'"])Function(?=\s*[(;,)\]])/g,
  /\bconstructor\s*\.\s*constructor\b|(?<![$\w])constructor\s*\(\s*['"`]/g,
  /(?<![.\w'"])require\s*(?=[(.;,)])/g,
  /\bcreateRequire\b|\bgetBuiltinModule\b|\b_?[lL]inkedBinding\b|\bprocess\.binding\b|\bprocess\.dlopen\b/g,
  /(?<![.\w'"])import\s*\((?!\s*["'])/g,
  /\bWebAssembly\b/g,
  /(?<![.\w])(?:Shared)?Worker\s*\(/g,
];

/** Package, or `src`, → what it holds of them. */
function powersOf(modules: readonly { path: string; text: string }[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { path, text } of modules) {
    const code = text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
    const powers = POWERS.flatMap((pattern) => code.match(pattern) ?? []);
    if (powers.length > 0) found[path] = powers.map((power) => power.replace(/\s*\($/, ''));
  }
  return found;
}

/** Package, or `src`, → the modules of Node that it imports. */
function builtinsOf(modules: readonly { path: string; text: string }[]): Record<string, string[]> {
  const found: Record<string, Set<string>> = {};
  for (const { path, text } of modules) {
    const owner = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'src';
    const imports = text.matchAll(
      /^\s*import\b[^"']*["']([^"'./][^"']*)["']|\bimport\(\s*["']([^"'./][^"']*)["']\s*\)/gm,
    );
    for (const [, still, lazy] of imports) {
      found[owner] ??= new Set();
      found[owner].add((still ?? lazy ?? '').replace(/^node:/, ''));
    }
  }
  return Object.fromEntries(Object.entries(found).map(([owner, names]) => [owner, [...names].sort()]));
}

const entry = read('cli.js');
const bundles = [action, ...parts, entry, ...commandLine];
/** What the bundler itself puts above the modules is the first. */
const everything = bundles.flatMap((bundle) => [
  { path: 'the bundler', text: bundle.split(/^\/\/ (?:node_modules|src)\//m)[0] ?? '' },
  ...modulesOf(bundle),
]);

describe('what is shipped', () => {
  test('S66 makes no code of text and loads nothing late; what a dependency carries of it unused is named here', () => {
    // zod can turn a schema into code, which `src/jitless.ts` switches off; that a run reaches neither place is in
    // `test/e2e/confined.test.ts`.
    expect(powersOf(everything)).toEqual({
      // In what it says of a mistake.
      'node_modules/@babel/parser/lib/index.js': ['import'],
      // A name that it finds in the code under check.
      'src/check/script/imports.ts': ['createRequire'],
      'node_modules/zod/v4/core/util.js': ['Function'],
      'node_modules/zod/v4/core/doc.js': ['Function'],
    });
  });

  test('S66 finds each of them, were it there', () => {
    const found = powersOf([
      { path: 'a', text: `eval('1');\nnew Function('return 1');\nconst F = Function;` },
      { path: 'b', text: `require(name);\nimport(name);\nimport("node:fs");\n(() => 0).constructor('x');` },
      { path: 'c', text: `// eval( in words\nFunction.prototype.call(x);\na.require = 1; 'Function';` },
      { path: 'd', text: `new Worker(x); process.getBuiltinModule('vm')` },
    ]);
    expect(found).toEqual({
      a: ['eval', 'Function', 'Function'],
      b: [`constructor('`, 'require', 'import'],
      d: ['getBuiltinModule', 'Worker'],
    });
  });

  test('S66 lets a dependency import these modules of Node and no other: none starts a process or a thread', () => {
    // What `src` itself imports is in `test/architecture.test.ts`, room by room.
    const { src: _, ...dependencies } = builtinsOf(everything);
    expect(dependencies).toEqual({
      '@actions/core': ['crypto', 'fs', 'os'],
      '@actions/github': ['fs', 'os'],
      '@clack/core': ['process', 'readline', 'tty', 'util'],
      '@clack/prompts': ['fs', 'path', 'process', 'util'],
      openai: ['buffer'],
    });
  });
});

test('S67 dist/ is what src/ builds, byte for byte, whatever the place, the hour and the language', {
  timeout: 120_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'smol-built-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const PATH = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`;
  const env = { PATH, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' };
  const built = join(folder, 'dist');
  await promisify(execFile)(process.execPath, ['scripts/build.mjs', built], { cwd: ROOT, env });
  const [here, there] = [DIST, built].map((place) =>
    readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(place.length))
      .sort(),
  );
  expect(there).toEqual(here);
  const different = here?.filter(
    (name) => !readFileSync(join(DIST, name)).equals(readFileSync(join(built, name))),
  );
  expect(different, 'dist/ is stale: npm run build').toEqual([]);
});
