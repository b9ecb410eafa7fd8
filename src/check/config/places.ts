import { type App, has } from '../app.js';
import { leftOutOf } from '../resolve/ignored.js';

const SPECIAL = /[*?{}[\]$<>|`"'%~]|^[a-z][a-z\d+.-]*:/i;

/** What there is under a path: a file or a folder. */
export class Places {
  readonly #app: App;
  readonly #folders = new Set<string>(['']);
  readonly #isLeftOut: (path: string) => boolean;

  constructor(app: App) {
    this.#app = app;
    this.#isLeftOut = leftOutOf(app);
    for (const path of [...app.files.keys(), ...app.others]) {
      for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
        const folder = path.slice(0, end);
        if (this.#folders.has(folder)) break;
        this.#folders.add(folder);
      }
    }
  }

  isFile(path: string): boolean {
    return has(this.#app, path);
  }

  isFolder(path: string): boolean {
    return this.#folders.has(path);
  }

  /**
   * Whether a file's relative path leads somewhere; null where that is not known: outside, with variables, or to what
   * git leaves out, since it is made where it is needed.
   */
  has(from: string, relative: string): boolean | null {
    return this.hasIn(from.slice(0, Math.max(0, from.lastIndexOf('/'))), relative);
  }

  /** The same, from a folder. */
  hasIn(folder: string, relative: string): boolean | null {
    if (relative === '' || relative.startsWith('/') || SPECIAL.test(relative)) return null;
    const path = resolve(folder, relative);
    if (path === null) return null;
    return this.isFile(path) || this.isFolder(path) || (this.#isLeftOut(path) ? null : false);
  }
}

/** The path that a relative one leads to from a folder; null outside of the set. */
export function resolve(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** What a build makes, or an installation. */
export function isMade(path: string): boolean {
  return MADE.test(path);
}

const MADE =
  /(?:^|\/)(?:dist|build|lib|libs|out|output|es|esm|cjs|umd|types|typings|coverage|target|pkg|vendor|node_modules|\.next|\.nuxt|\.output|\.venv|venv|generated|__generated__|_build|_site|public\/build|bin\/(?:Release|Debug)|obj)(?:\/|$)/;
