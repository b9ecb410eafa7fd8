/** Names with `*` that others are compared with, one by one; who has more makes all names by code. */
export const MOST_PATTERNS = 100;

/** Steps that one comparison may take: longer names are no names. */
const MOST_STEPS = 40_000;

/** Whether two names may be the same where `*` in either stands for any text. */
export function mayBeSame(left: string, right: string): boolean {
  if (left === right) return true;
  if (!left.includes('*') && !right.includes('*')) return false;
  if (left.length * right.length > MOST_STEPS) return true;
  // Whether the rest of the left name, from a place on, may be the rest of the right one.
  let below = new Array<boolean>(right.length + 1).fill(false);
  for (let from = left.length; from >= 0; from -= 1) {
    const row = new Array<boolean>(right.length + 1).fill(false);
    for (let to = right.length; to >= 0; to -= 1) row[to] = step(left, right, from, to, row, below);
    below = row;
  }
  return below[0] === true;
}

function step(
  left: string,
  right: string,
  from: number,
  to: number,
  row: readonly boolean[],
  below: readonly boolean[],
): boolean {
  const [isLeftOver, isRightOver] = [from === left.length, to === right.length];
  if (isLeftOver && isRightOver) return true;
  if (!isLeftOver && left[from] === '*') return below[to] === true || (!isRightOver && row[to + 1] === true);
  if (!isRightOver && right[to] === '*') return row[to + 1] === true || (!isLeftOver && below[to] === true);
  return !isLeftOver && !isRightOver && left[from] === right[to] && below[to + 1] === true;
}
