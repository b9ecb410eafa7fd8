import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const read = (name: string) => readFileSync(join(DIST, name), 'utf8');
const action = read('index.js');
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
  { name: 'the action', bundles: [action], limit: 1_200_000 },
  { name: 'the command line', bundles: commandLine, limit: 1_000_000 },
])('the bundle of $name', ({ bundles, limit }) => {
  const modules = bundles.flatMap(modulesOf);

  test('has no HTTP client but that of Node', () => {
    expect(
      modules.map(({ path }) => path).filter((path) => /\/(?:undici|http-client|ws)\//.test(path)),
    ).toEqual([]);
  });

  test('has of the APIs of openai that nobody calls their names alone', () => {
    const resources = modules.filter(({ path }) => path.startsWith('node_modules/openai/resources/'));
    expect(resources.length).toBeGreaterThan(20);
    const unused = resources.filter(({ path }) => !USED_OF_OPENAI.test(path));
    expect(unused.filter(({ text }) => text.length > 500).map(({ path }) => path)).toEqual([]);
  });

  test('is no larger than that leaves it', () => {
    expect(bundles.join('').length).toBeLessThan(limit);
  });
});
