import { type ListedLine, readListedLines } from './listed-lines.js';
import { codeSpan, oneLine, shorten, shortPath } from './markdown.js';
import { pathSpan } from './sections.js';
import { MORE_ITEMS } from './shown-plan.js';

/** A file of the list as a person left it, in its order. */
export type EditedEntry =
  | {
      readonly kind: 'kept';
      /** Its path in the plan. */
      readonly from: string;
      readonly path: string;
      /** What is said of it now; null where that is what was said before. */
      readonly words: string | null;
    }
  | { readonly kind: 'added'; readonly path: string; readonly words: string };

export type ListChange = {
  readonly entries: readonly EditedEntry[];
  /** Paths in the plan of the files that are left out. */
  readonly removed: readonly string[];
};

/**
 * Compares the list of files as it was shown with what stands there now.
 *
 * @param paths those of the plan, in its order, of which some may not be shown.
 * @param isBuilt whether files were made of it: then an empty box is that of a file which is not there yet, but where
 *   it was ticked before. A plan that waits is ticked whole.
 * @returns or a whole sentence why it cannot be read.
 */
export function readListChange(
  shownLines: readonly string[],
  editedLines: readonly string[],
  paths: readonly string[],
  isBuilt: boolean,
): ListChange | { readonly reason: string } {
  const more = shownLines.find((line) => line.startsWith(MORE_ITEMS));
  if (more !== undefined && !editedLines.includes(more)) {
    return { reason: `The line “${oneLine(more)}” stands for files of the plan: put it back as it was.` };
  }
  const shown = placed(readListedLines(shownLines), paths);
  const done = new Set(shown.filter(({ isTicked }) => isTicked).map(({ path }) => path));
  const wanted = readListedLines(editedLines).filter(
    ({ isTicked, path }) => isTicked || (isBuilt && !done.has(path)),
  );
  const nameless = wanted.find(({ path }) => path === '');
  if (nameless !== undefined) {
    return {
      reason: `A line of the list has no path (${codeSpan(shorten(nameless.line, 100))}): it must look like \`- [x] path/to/file – what it does\`.`,
    };
  }
  if (wanted.length === 0) return { reason: 'No file is left in the list: at least one must be ticked.' };
  const origins = originsOf(shown, wanted);
  const entries = wanted.map((line, index) => entryOf(line, origins[index] ?? null));
  const hidden = paths.filter((path) => !shown.some(({ from }) => from === path));
  const twice = firstTwice([...entries.map(({ path }) => path), ...new Set(hidden)]);
  if (twice !== null) {
    return {
      reason: `${pathSpan(twice)} stands in the plan twice: every file must have a line and a path of its own.`,
    };
  }
  const kept = new Set(origins.map((origin) => origin?.from));
  return { entries, removed: shown.map(({ from }) => from).filter((from) => !kept.has(from)) };
}

/** A line of the list as it was shown, and its path in the plan, which may be too long to be shown whole. */
type ShownItem = ListedLine & { readonly from: string };

function placed(lines: readonly ListedLine[], paths: readonly string[]): ShownItem[] {
  const waiting = new Map<string, string[]>();
  for (const path of new Set(paths)) {
    const short = shortPath(oneLine(path));
    waiting.set(short, [...(waiting.get(short) ?? []), path]);
  }
  return lines.map((line) => ({ ...line, from: waiting.get(line.path)?.shift() ?? line.path }));
}

/** For each line of the list as it stands now the one that it was; null for a new one. */
function originsOf(shown: readonly ShownItem[], edited: readonly ListedLine[]): (ShownItem | null)[] {
  const free = new Map<string, number[]>();
  for (const [index, { path }] of shown.entries()) free.set(path, [...(free.get(path) ?? []), index]);
  const origins = edited.map(({ path }) => free.get(path)?.shift() ?? null);
  const taken = new Set(origins);
  // What is left between the same two lines that stayed: a line there with other words is another file.
  let next = 0;
  for (const [index, line] of edited.entries()) {
    const origin = origins[index] ?? null;
    if (origin !== null) {
      next = origin + 1;
      continue;
    }
    for (let at = next; at < shown.length && !taken.has(at); at += 1) {
      if (!isSame(shown[at]?.words ?? '', line.words)) continue;
      origins[index] = at;
      next = at + 1;
      break;
    }
  }
  return origins.map((origin) => (origin === null ? null : (shown[origin] ?? null)));
}

/** Whether what is said of two files is the same but for a few words. */
function isSame(before: string, after: string): boolean {
  if (before === after) return true;
  const [left, right] = [wordsOf(before), wordsOf(after)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared * 2 >= Math.max(left.size, right.size) && shared > 0;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function entryOf(line: ListedLine, origin: ShownItem | null): EditedEntry {
  const { path, words } = line;
  if (origin === null) return { kind: 'added', path, words };
  const isRenamed = path !== origin.path;
  return {
    kind: 'kept',
    from: origin.from,
    path: isRenamed ? path : origin.from,
    words: words === origin.words ? null : words,
  };
}

function firstTwice(paths: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(path)) return path;
    seen.add(path);
  }
  return null;
}
