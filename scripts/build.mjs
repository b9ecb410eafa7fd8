// Builds dist/: the action (no install step: a file, and parts that it loads when it needs them), the command line (a small entry and lazy parts) and the
// library (unbundled, with types). With a name it builds there instead, to compare.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Packages that do not say of themselves that loading them does nothing, though that is so as far as we use them:
 * what nobody calls is left out. Of `@actions/*` that is the client for OIDC and the one behind `getOctokit`, which
 * bring undici along (0.8 MB; the action reaches its first request 45 ms earlier without them).
 */
const WITHOUT_SIDE_EFFECTS = /node_modules\/(@actions|openai)\//;

/**
 * Parts of `openai` that its client makes or names, but that only other APIs than `chat.completions.create` use:
 * 0.8 MB and 40 ms. Each becomes empty classes of the same names.
 */
const UNUSED_PARTS =
  /node_modules\/openai\/(resources\/(?!index|chat\/(index|chat|completions\/(index|completions))\.)|lib\/ChatCompletion(Stream|Runner|StreamingRunner)\.)/;

/**
 * How Octokit reads and writes JSON. Its own way copies every text several times for the sake of numbers above 2^53,
 * which we neither send nor read.
 */
const JSON_OF_OCTOKIT = 'export const JSONParse = JSON.parse; export const JSONStringify = JSON.stringify;';

/** What a parser of styles asks of Node, for source maps and colours that nobody asks for; in a browser it has none. */
const UNUSED_OF_NODE = /^(?:path|url|fs|source-map-js|\.\/terminal-highlight)$/;

const lean = {
  name: 'lean',
  setup({ onResolve, onLoad, resolve }) {
    onLoad({ filter: /node_modules\/json-with-bigint\// }, () => ({ contents: JSON_OF_OCTOKIT }));
    onResolve({ filter: /^(@actions\/|openai|\.)/ }, async ({ path, pluginData, ...at }) => {
      if (pluginData === 'resolved') return undefined;
      const { kind, importer, resolveDir } = at;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'resolved' });
      return WITHOUT_SIDE_EFFECTS.test(found.path) ? { ...found, sideEffects: false } : found;
    });
    onResolve({ filter: UNUSED_OF_NODE }, ({ path, importer }) =>
      /node_modules\/postcss(?:-scss)?\//.test(importer) ? { path, namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
    onLoad({ filter: /node_modules\/openai\// }, ({ path }) => {
      if (!UNUSED_PARTS.test(path)) return undefined;
      const classes = readFileSync(path, 'utf8').matchAll(/^export class (\w+)/gm);
      return { contents: Array.from(classes, ([, name]) => `export class ${name} {}`).join('\n') };
    });
  },
};

const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  legalComments: 'none',
  logLevel: 'warning',
  // Their other forms ask for parts of Node by `require`.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js', yaml: './node_modules/yaml/browser/index.js' },
  plugins: [lean],
};

const out = process.argv[2] ?? 'dist';
rmSync(out, { recursive: true, force: true });
await Promise.all([
  build({
    ...common,
    entryPoints: { index: 'src/action.ts' },
    outdir: out,
    target: 'node24',
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
  }),
  build({
    ...common,
    entryPoints: { cli: 'src/cli.ts' },
    outdir: out,
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
  }),
]);
// For `post` in action.yml: the same code, which knows by this name that the run is over.
writeFileSync(join(out, 'post.js'), "import './index.js';\n");
execFileSync('tsc', ['-p', 'tsconfig.build.json', '--outDir', join(out, 'lib')], { stdio: 'inherit' });
