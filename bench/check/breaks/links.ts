import { posix } from 'node:path';
import { lineAt, lines, type Texts } from './break.js';

/** A file that names what it wants of another. Read by patterns, on purpose not by what the checks read with. */
export type Link = {
  readonly from: string;
  readonly to: string;
  /** As it is written. */
  readonly specifier: string;
  /** Where the specifier begins. */
  readonly at: number;
  readonly names: readonly string[];
  readonly lines: ReadonlySet<number>;
};

/** The imports at the top of all files that lead to another of them. */
export function linksOf(files: Texts): Link[] {
  return [...files].flatMap(([path, text]) => {
    if (/\.(?:[cm]?[jt]sx?)$/.test(path)) return linksOfScript(files, path, text);
    return path.endsWith('.py') ? linksOfPython(files, path, text) : [];
  });
}

const IMPORT = /^(?:import|export)\s+(?!type\b)(?:([\w$*{}\s,]+?)\s+from\s+)?(['"])(\.{1,2}\/[^'"\n]+)\2/gm;
const REQUIRE = /^(?:const|var|let)\s+([\w${}\s,:]+?)\s*=\s*require\((['"])(\.{1,2}\/[^'"\n]+)\2\)/gm;

/** What browserify joins: there `require` is given by what is around, and finds what was put in beside. */
const JOINED = /function\s?\(require,\s?module,\s?exports\)/;

function linksOfScript(files: Texts, from: string, text: string): Link[] {
  if (JOINED.test(text)) return [];
  return [...text.matchAll(IMPORT), ...text.matchAll(REQUIRE)].flatMap((match): Link[] => {
    const specifier = match[3] ?? '';
    const to = resolved(files, posix.join(posix.dirname(from), specifier));
    if (to === null) return [];
    const end = match.index + match[0].length;
    const at = match.index + match[0].lastIndexOf(specifier);
    const span = lines(lineAt(text, match.index), lineAt(text, end));
    return [{ from, to, specifier, at, names: namesIn(match[1] ?? ''), lines: span }];
  });
}

/** `{ a, b as c, type T }` → a, b. */
function namesIn(clause: string): string[] {
  const inside = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  return inside
    .split(',')
    .map((one) => one.trim().split(/\s+as\s+|\s*:\s*/)[0] ?? '')
    .filter((name) => /^[\w$]+$/.test(name) && name !== 'default');
}

const ENDINGS = ['', '.js', '.ts', '.tsx', '.jsx', '.mjs', '/index.js', '/index.ts'];

function resolved(files: Texts, path: string): string | null {
  const found = ENDINGS.map((ending) => path + ending).find((candidate) => files.has(candidate));
  if (found !== undefined) return found;
  const typed = path.replace(/\.js$/, '.ts');
  return files.has(typed) ? typed : null;
}

const FROM = /^from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]+(?:\(([^)]*)\)|([^\n#(]+))/gm;

function linksOfPython(files: Texts, from: string, text: string): Link[] {
  return [...text.matchAll(FROM)].flatMap((match): Link[] => {
    const specifier = `${match[1]}${match[2]}`;
    const to = resolvedPython(files, from, (match[1] ?? '').length, match[2] ?? '');
    if (to === null) return [];
    const names = (match[3] ?? match[4] ?? '')
      .split(',')
      .map(
        (one) =>
          one
            .replace(/#.*/g, '')
            .trim()
            .split(/\s+as\s+/)[0] ?? '',
      )
      .filter((name) => /^\w+$/.test(name));
    const span = lines(lineAt(text, match.index), lineAt(text, match.index + match[0].trimEnd().length));
    return [{ from, to, specifier, at: match.index + match[0].indexOf(specifier), names, lines: span }];
  });
}

function resolvedPython(files: Texts, from: string, dots: number, name: string): string | null {
  const tail = name.replaceAll('.', '/');
  const starts =
    dots === 0
      ? ['', 'src']
      : [posix.join(posix.dirname(from), ...Array.from({ length: dots - 1 }, () => '..'))];
  for (const start of starts) {
    const path = posix.join(start, tail);
    const found = [`${path}.py`, `${path}/__init__.py`].find((candidate) => files.has(candidate));
    if (found !== undefined) return found;
  }
  return null;
}
