import type { App } from '../app.js';
import { Lines } from '../lines.js';
import { NearNames } from '../near.js';
import type { PromisedName } from './promised-name.js';

/** Words for people: what they say of a name is their own affair. */
export const PROSE = /\.(?:md|markdown|txt|rst)$/i;

/** The words of a text, by what they may be made of: with dashes and without; each with where it stands first. */
export function wordsOf(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const add = (word: string, at: number) => {
    if (!words.has(word)) words.set(word, at);
  };
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}_$]+(?:-[\p{L}\p{N}_$]+){0,9}/gu)) {
    add(word, index);
    if (word.includes('-')) for (const part of word.split('-')) add(part, index);
  }
  return words;
}

/** The parts of a route that are the same in every request. */
function partsOf(route: string): string[] {
  return (route.split(/[?#]/)[0] ?? '')
    .split('/')
    .filter((part) => /^[a-z][\w-]*$/i.test(part))
    .flatMap((part) => part.split('-'));
}

/** One file, and whether promised names stand in it: its text is gone through once, however many there are. */
export class WrittenFile {
  readonly #text: string;
  readonly #words: ReadonlyMap<string, number>;
  readonly #spoken: ReadonlyMap<string, number>;
  #lines: Lines | null = null;
  #joints: string | null = null;
  #handsOn: boolean | null = null;
  readonly #near = new Map<boolean, NearNames>();

  /** @param spoken words of the plan: none of them is a slip of another. */
  constructor(text: string, spoken: ReadonlyMap<string, number>) {
    this.#text = text;
    this.#words = wordsOf(text);
    this.#spoken = spoken;
  }

  /** Whether it is a module that hands on what others export, so that it may have a name without saying it. */
  get handsOn(): boolean {
    this.#handsOn ??= /\bexport\s*\*|\bimport\s*\*|\bmodule\.exports\s*=\s*[^{\s]|__getattr__/.test(
      this.#text,
    );
    return this.#handsOn;
  }

  /** The line in which a word stands first. */
  lineOf(word: string): number {
    this.#lines ??= new Lines(this.#text);
    return this.#lines.at(this.#words.get(word) ?? 0);
  }

  /** Whether a promised name stands in the text, in any way in which its language may write it. */
  has({ kind, name }: PromisedName): boolean {
    const words = this.#words;
    if (words.has(name) || (kind === 'flag' && this.#text.includes(name))) return true;
    if (kind === 'route') return partsOf(name).every((part) => words.has(part));
    const bare = name.replace(/^--|^data-/, '');
    const camel = bare.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (kind === 'flag' || kind === 'attribute') {
      return [bare, camel, bare.replaceAll('-', '_')].some((form) => words.has(form));
    }
    return (kind === 'class' || kind === 'id') && (words.has(camel) || this.#isPutTogether(name));
  }

  /** The word of the file that the name is most likely called by; null when there is none. */
  nearest({ kind, name }: PromisedName): string | null {
    const isLong = kind === 'id' || kind === 'class' || kind === 'attribute';
    let near = this.#near.get(isLong);
    if (near === undefined) {
      const own = [...this.#words.keys()].filter((word) => !this.#spoken.has(word));
      near = new NearNames(own.filter((word) => isLong || !word.includes('-')));
      this.#near.set(isLong, near);
    }
    return near.nearest(name);
  }

  /** `badge-draft` may be made of `badge-${state}`, and be a rule of a style sheet that nests. */
  #isPutTogether(name: string): boolean {
    this.#joints ??= jointsOf(this.#text);
    for (let dash = name.indexOf('-'); dash !== -1; dash = name.indexOf('-', dash + 1)) {
      if (this.#joints.includes(`${name.slice(0, dash + 1)}\n`)) return true;
      if (this.#joints.includes(`&${name.slice(dash)}`)) return true;
    }
    return false;
  }
}

/** The words of a text that end where something else is put behind them, or begin behind an `&`; each on a line. */
function jointsOf(text: string): string {
  const joints = new Set<string>();
  for (const { 0: word, index } of text.matchAll(/[\w-]+/g)) {
    const end = index + word.length;
    if (text[index - 1] === '&') joints.add(`&${word}`);
    if (word.endsWith('-') && /^(?:[${'"`%]|#\{)/.test(text.slice(end, end + 2))) joints.add(word);
  }
  return `${[...joints].join('\n')}\n`;
}

/** What stands in all files of an app, gone through when it is first asked for. */
export class Everywhere {
  readonly #app: App;
  #words: ReadonlySet<string> | null = null;
  #importers: ReadonlyMap<string, ReadonlySet<string>> | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  /** Whether all parts of a route that are no parameters stand in code: it may be put together in several files. */
  hasRoute(route: string): boolean {
    if (this.#words === null) {
      const all = new Set<string>();
      for (const [path, text] of this.#app.files) {
        if (!PROSE.test(path)) for (const word of wordsOf(text).keys()) all.add(word);
      }
      this.#words = all;
    }
    return partsOf(route).every((part) => this.#words?.has(part));
  }

  /** A file that takes the name from just that file; null when there is none. */
  importer(path: string, name: string): string | null {
    this.#importers ??= importersIn(this.#app);
    const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]+$/, '');
    for (const other of this.#importers.get(`${stem}\n${name}`) ?? []) if (other !== path) return other;
    return null;
  }
}

const FROM_MODULE =
  /\bimport\s*(?:[\w$]{1,80}\s*,\s*)?\{([^{}]{1,2000})\}\s*from\s*['"](\.[^'"\n]{1,300})['"]/g;
const FROM_PYTHON =
  /^[ \t]*from[ \t]+([\w.]{1,200})[ \t]+import[ \t]+(?:\(([^()]{1,2000})\)|([^(\n]{1,500}))/gm;

/** Module and name → the files that take that name from a module of that name. */
function importersIn({ files }: App): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const take = (path: string, module: string, names: string) => {
    for (const name of namesTaken(names)) {
      const key = `${module}\n${name}`;
      found.set(key, (found.get(key) ?? new Set()).add(path));
    }
  };
  for (const [path, text] of files) {
    for (const [, names = '', from = ''] of text.matchAll(FROM_MODULE)) {
      take(path, (from.split('/').at(-1) ?? '').replace(/\.[cm]?[jt]sx?$/, ''), names);
    }
    for (const [, module = '', within, inline] of text.matchAll(FROM_PYTHON)) {
      take(path, module.split('.').at(-1) ?? '', (within ?? inline ?? '').replace(/#.*$/gm, ''));
    }
  }
  return found;
}

function namesTaken(names: string): string[] {
  return names.split(/[,\n]/).map((part) => {
    const plain = part.trim().replace(/^type\s+/, '');
    return plain.split(/\s+as\s+/)[0] ?? '';
  });
}
