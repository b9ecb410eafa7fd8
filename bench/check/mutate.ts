import { type Break, type BreakKind, KINDS, type Texts } from './breaks/break.js';
import { breaksOfBodies, breaksOfCuts } from './breaks/contents.js';
import { breaksOfDependencies } from './breaks/dependencies.js';
import { breaksOfIds } from './breaks/ids.js';
import { breaksOfKeys } from './breaks/keys.js';
import { breaksOfExports, breaksOfFiles } from './breaks/modules.js';
import { breaksOfRoutes } from './breaks/routes.js';

/** Breaks of an app, the same for the same seed: of each kind at most so many, chosen by chance. */
export function mutate(files: Texts, seed: number, most: number): Break[] {
  const random = randomFrom(seed);
  const all = [
    ...breaksOfFiles(files),
    ...breaksOfExports(files),
    ...breaksOfDependencies(files),
    ...breaksOfCuts(files, random),
    ...breaksOfBodies(files, random),
    ...breaksOfIds(files),
    ...breaksOfRoutes(files),
    ...breaksOfKeys(files),
  ];
  return kinds().flatMap((kind) =>
    shuffled(
      all.filter((one) => one.kind === kind),
      random,
    ).slice(0, most),
  );
}

function kinds(): BreakKind[] {
  return Object.keys(KINDS).filter((kind): kind is BreakKind => kind in KINDS);
}

/** Mulberry32: numbers from 0 to 1, the same ones for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The same items in an order that the numbers say. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item);
}
