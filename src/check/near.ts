/** The name that another was most likely meant to be; null where none is near. */
export function nearest(name: string, others: Iterable<string>): string | null {
  let best: string | null = null;
  let least = name.length < 5 ? 1.5 : 2.5;
  let looked = 0;
  for (const other of others) {
    if (++looked > 500 || other === name || other === '') continue;
    const distance = bare(other) === bare(name) ? 0.5 : distanceOf(name, other, Math.floor(least));
    if (distance < least) [best, least] = [other, distance];
  }
  return best ?? partOf(name, others);
}

/** `loadBoard` for `loadBoards` is near; `load` for `loadBoardFromDisk` is not. */
function partOf(name: string, others: Iterable<string>): string | null {
  for (const other of others) {
    const [short, long] = [bare(name), bare(other)].sort((left, right) => left.length - right.length);
    if (short === undefined || long === undefined || short.length < 5) continue;
    if (long.length - short.length <= 6 && (long.startsWith(short) || long.endsWith(short))) return other;
  }
  return null;
}

/** A name without what people write differently: `new-game`, `newGame`, `new_game`. */
function bare(name: string): string {
  return name.replace(/[-_$\s]/g, '').toLowerCase();
}

/** How many letters have to change, up to a limit; beyond it, infinitely many. */
function distanceOf(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit || left.length > 60 || right.length > 60) return Infinity;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 1; at <= left.length; at++) {
    const next = [at];
    for (let to = 1; to <= right.length; to++) {
      const change = (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1);
      next.push(Math.min(change, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? Infinity;
}
