import { diffArrays } from 'diff';

export type Side = 'LEFT' | 'RIGHT';

/** Where a line stands in a diff. */
export interface DiffPlace {
  /** The hunk from its head to the line. */
  readonly hunk: string;
  /** Rows below the first head of the file's diff; the old way to name a line. */
  readonly position: number;
}

const HEAD = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/;

/** Finds a line of a file's patch: RIGHT counts lines of the new file, LEFT of the old; undefined when it is not shown. */
export function placeInDiff(patch: string, line: number, side: Side): DiffPlace | undefined {
  const rows = patch.split('\n');
  let start = 0;
  let left = 0;
  let right = 0;
  for (const [index, row] of rows.entries()) {
    const head = HEAD.exec(row);
    if (head) {
      start = index;
      left = Number(head[1]);
      right = Number(head[2]);
      continue;
    }
    const isLeft = row.startsWith('-') || row.startsWith(' ');
    const isRight = row.startsWith('+') || row.startsWith(' ');
    if (side === 'LEFT' ? isLeft && left === line : isRight && right === line) {
      return { hunk: rows.slice(start, index + 1).join('\n'), position: index };
    }
    left += Number(isLeft);
    right += Number(isRight);
  }
  return undefined;
}

/** The number a line of the old text has in the new one, or null when it was changed or taken away. */
export function lineAfter(line: number, before: string, after: string): number | null {
  let [old, fresh] = [1, 1];
  for (const part of diffArrays(before.split('\n'), after.split('\n'))) {
    const { length } = part.value;
    if (!part.added && line >= old && line < old + length) return part.removed ? null : fresh + line - old;
    if (!part.added) old += length;
    if (!part.removed) fresh += length;
  }
  return null;
}
