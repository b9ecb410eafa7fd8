/** Numbers that look random and are the same for the same seed. */
export type Random = {
  /** At least 0 and less than 1. */
  next(): number;
  /** A whole number from 0 up to and without `below`. */
  below(below: number): number;
  /** One of them. Throws when there is none. */
  pick<T>(from: readonly T[]): T;
};

/** The generator "mulberry32". */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (from) => {
      const index = below(from.length);
      if (from.length === 0) throw new Error('There is nothing to pick from.');
      return from[index] as (typeof from)[number];
    },
  };
}
