import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../model/app-answers.js';

/** A browser game in plain HTML, CSS and JavaScript: `index.html`, `style.css`, `game.js`, `README.md`. */
export const ticTacToe = readApp('tic-tac-toe');

/** A small web server in Node with its own tests: nine files in three folders. */
export const linkShortener = readApp('link-shortener');

/** Reads `prompt.md`, `plan.md` and everything under `files/`; the paths are sorted and relative to `files/`. */
function readApp(name: string): App {
  const root = join(import.meta.dirname, name);
  const files = join(root, 'files');
  const paths = readdirSync(files, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(files.length + 1))
    .sort();
  return {
    prompt: readFileSync(join(root, 'prompt.md'), 'utf8'),
    plan: readFileSync(join(root, 'plan.md'), 'utf8'),
    files: Object.fromEntries(paths.map((path) => [path, readFileSync(join(files, path), 'utf8')])),
  };
}
