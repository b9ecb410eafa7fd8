import { readFileSync } from 'node:fs';
import { count, type Section } from './table.js';

const FILE = new URL('../dist/index.js', import.meta.url);
/** What esbuild writes before each module of an unminified bundle. */
const MODULE = /^\/\/ ((?:node_modules|src)\/\S+)$/;

/** What is in the built action, by package, read from the file itself. */
export function measureBundle(): Section {
  const text = readFileSync(FILE, 'utf8');
  const total = Buffer.byteLength(text);
  const row = (name: string, bytes: number) => [
    name,
    count(bytes),
    `${((100 * bytes) / total).toFixed(1)} %`,
  ];
  return {
    title: 'What is in dist/index.js',
    columns: ['package', 'bytes', 'share'],
    rows: [...bytesByPackage(text).map(([name, bytes]) => row(name, bytes)), row('the file', total)],
    checks: [],
  };
}

function bytesByPackage(text: string): [name: string, bytes: number][] {
  const sizes = new Map<string, number>();
  let current = 'what esbuild adds';
  for (const line of text.split('\n')) {
    const path = MODULE.exec(line)?.[1];
    if (path !== undefined) current = packageOf(path);
    sizes.set(current, (sizes.get(current) ?? 0) + Buffer.byteLength(line) + 1);
  }
  return [...sizes].sort(([, a], [, b]) => b - a);
}

function packageOf(path: string): string {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? 'smol itself';
}
