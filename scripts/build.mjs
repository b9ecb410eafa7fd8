// Builds dist/: the action (one file, no install step), the command line (a small entry and lazy parts) and the
// library (unbundled, with types).
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const require =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
const common = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22',
  legalComments: 'none',
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
await Promise.all([
  build({
    ...common,
    entryPoints: ['src/action.ts'],
    outfile: 'dist/index.js',
    target: 'node24',
    banner: { js: require },
  }),
  build({
    ...common,
    entryPoints: { cli: 'src/cli.ts' },
    outdir: 'dist',
    splitting: true,
    chunkNames: 'cli/[name]-[hash]',
    banner: { js: require },
  }),
]);
execFileSync('tsc', ['-p', 'tsconfig.build.json'], { stdio: 'inherit' });
