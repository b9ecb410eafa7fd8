/**
 * Finds which lines of a text stand in a later version of it. Lines that both have only once hold fast, as far as
 * they come in the same order; what stands next to those and is the same belongs to them. Takes n log n, whatever
 * the texts are.
 *
 * @returns for each line of `before` the index of its line in `after`, growing; -1 for a line that is gone.
 */
export function align(before: readonly string[], after: readonly string[]): number[] {
  const match = before.map(() => -1);
  const anchors: Pair[] = [...longestRise(uniquePairs(before, after)), [before.length, after.length]];
  let [left, right] = [-1, -1];
  for (const [nextLeft, nextRight] of anchors) {
    if (left >= 0) match[left] = right;
    while (left + 1 < nextLeft && right + 1 < nextRight && before[left + 1] === after[right + 1]) {
      left += 1;
      right += 1;
      match[left] = right;
    }
    let [endLeft, endRight] = [nextLeft - 1, nextRight - 1];
    while (endLeft > left && endRight > right && before[endLeft] === after[endRight]) {
      match[endLeft] = endRight;
      endLeft -= 1;
      endRight -= 1;
    }
    [left, right] = [nextLeft, nextRight];
  }
  return match;
}

/** A line of `before` and its line of `after`. */
type Pair = readonly [number, number];

/** Pairs of equal lines that neither text has twice, in the order of `before`. */
function uniquePairs(before: readonly string[], after: readonly string[]): Pair[] {
  const once = uniqueLines(after);
  return [...uniqueLines(before)].flatMap(([line, left]) => {
    const right = once.get(line);
    return right === undefined ? [] : [[left, right] as const];
  });
}

function uniqueLines(lines: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (found.has(line)) twice.add(line);
    else found.set(line, index);
  }
  for (const line of twice) found.delete(line);
  return found;
}

/** The longest run of pairs in which both numbers grow (patience sorting). */
function longestRise(pairs: readonly Pair[]): Pair[] {
  const piles: number[] = [];
  const below = pairs.map(() => -1);
  for (const [index, [, right]] of pairs.entries()) {
    let [low, high] = [0, piles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[piles[middle] ?? 0]?.[1] ?? 0) < right) low = middle + 1;
      else high = middle;
    }
    below[index] = low === 0 ? -1 : (piles[low - 1] ?? -1);
    piles[low] = index;
  }
  const rise: Pair[] = [];
  for (let index = piles.at(-1) ?? -1; index >= 0; index = below[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) rise.push(pair);
  }
  return rise.reverse();
}
