import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../model/app-answers.js';

/** A browser game in plain HTML, CSS and JavaScript: `index.html`, `style.css`, `game.js`, `README.md`. */
export const ticTacToe = readApp('tic-tac-toe');

/** A small web server in Node with its own tests: nine files in three folders. */
export const linkShortener = readApp('link-shortener');

/** Reads `prompt.md`, `plan.md` and everything under `files/`. */
function readApp(name: string): App {
  const root = join(import.meta.dirname, name);
  return {
    prompt: readFileSync(join(root, 'prompt.md'), 'utf8'),
    plan: readFileSync(join(root, 'plan.md'), 'utf8'),
    files: readFiles(join(root, 'files')),
  };
}

/** Path → content of every file below a folder; the paths are sorted and relative to it. */
export function readFiles(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
