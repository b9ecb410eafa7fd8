import { structuredPatch } from 'diff';
import { highlightLines } from './highlight.js';
import { Html } from './html.js';

/** A picture, which no line of text shows. */
export type Picture = {
  /** Its content, as an address. */
  readonly data: string;
  /** How large it is. */
  readonly bytes: number;
};

/** Path → content. */
export type Tree = Readonly<Record<string, string | Picture>>;

export type Row = {
  readonly kind: 'added' | 'removed' | 'same';
  /** Line numbers from 1. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly line: Html;
};

export type FileDiff = {
  readonly path: string;
  readonly state: 'added' | 'removed' | 'changed';
  readonly added: number;
  readonly removed: number;
  readonly hunks: readonly { readonly header: string; readonly rows: readonly Row[] }[];
  readonly isPicture: boolean;
  /** Afterwards; undefined for a file that is gone. */
  readonly content: string | Picture | undefined;
};

/** What differs between two trees, by path. */
export function diffTrees(before: Tree, after: Tree): readonly FileDiff[] {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return paths
    .filter((path) => isOther(before[path], after[path]))
    .map((path) => diffFile(path, before[path], after[path]));
}

type Content = string | Picture | undefined;

function isOther(one: Content, other: Content): boolean {
  return typeof one === 'object' && typeof other === 'object' ? one.data !== other.data : one !== other;
}

function diffFile(path: string, before: Content, content: Content): FileDiff {
  const [old, now] = [before, content].map((text) => (typeof text === 'string' ? text : ''));
  const patch = structuredPatch(path, path, old ?? '', now ?? '', '', '', { context: 3 });
  const colours = { old: highlightLines(old ?? '', path), now: highlightLines(now ?? '', path) };
  const hunks = patch.hunks.map((hunk) => ({
    header: `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`,
    rows: rowsOf(hunk.lines, hunk.oldStart, hunk.newStart, colours),
  }));
  const rows = hunks.flatMap((hunk) => hunk.rows);
  return {
    path,
    state: before === undefined ? 'added' : content === undefined ? 'removed' : 'changed',
    added: rows.filter((row) => row.kind === 'added').length,
    removed: rows.filter((row) => row.kind === 'removed').length,
    hunks,
    isPicture: typeof (content ?? before) === 'object',
    content,
  };
}

/** Nothing begins at line 0: https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html */
const range = (start: number, lines: number): string => `${lines === 0 ? start - 1 : start},${lines}`;

type Colours = { readonly old: readonly Html[]; readonly now: readonly Html[] };

function rowsOf(
  lines: readonly string[],
  oldStart: number,
  newStart: number,
  colours: Colours,
): readonly Row[] {
  let before = oldStart;
  let after = newStart;
  const blank = new Html('');
  return lines
    .filter((line) => !line.startsWith('\\'))
    .map((line): Row => {
      if (line.startsWith('-')) {
        before += 1;
        return {
          kind: 'removed',
          before: before - 1,
          after: undefined,
          line: colours.old[before - 2] ?? blank,
        };
      }
      after += 1;
      const shown = colours.now[after - 2] ?? blank;
      if (line.startsWith('+')) return { kind: 'added', before: undefined, after: after - 1, line: shown };
      before += 1;
      return { kind: 'same', before: before - 1, after: after - 1, line: shown };
    });
}

/** The lines of one hunk of a patch, such as a comment on a line comes with. */
export function hunkRows(hunk: string, path: string): readonly Row[] {
  const [header = '', ...lines] = hunk.split('\n');
  const [, before = '', after = ''] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(header) ?? [];
  let old = Number(before);
  let now = Number(after);
  // Coloured line by line: what stands above a hunk is not known.
  return lines
    .filter((line) => !line.startsWith('\\'))
    .map((text): Row => {
      const line = highlightLines(text.slice(1), path)[0] ?? new Html('');
      if (text.startsWith('-')) return { kind: 'removed', before: old++, after: undefined, line };
      if (text.startsWith('+')) return { kind: 'added', before: undefined, after: now++, line };
      return { kind: 'same', before: old++, after: now++, line };
    });
}
