import { type Break, type BreakKind, spliced, type Texts, withText } from './break.js';
import { askedIn, prefixesIn, type Request, servedIn } from './route-sides.js';
import { numberChanged, placeOf } from './spots.js';

/**
 * Paths and methods that page and server share, changed on one side.
 *
 * Only where what is asked for is served in exactly one place, so that nothing answers any more. Both sides are right
 * places to say so: none of them knows which one was meant.
 */
export function breaksOfRoutes(files: Texts): Break[] {
  const [asked, served] = [askedIn(files), servedIn(files)];
  const prefixes = ['', ...prefixesIn(files)];
  return served.flatMap((route): Break[] => {
    const isSame = (request: Request) => prefixes.some((prefix) => fits(request, route, prefix));
    const users = asked.filter(isSame);
    const rivals = served.filter((other) =>
      users.some((user) => prefixes.some((each) => fits(user, other, each))),
    );
    if (users.length === 0 || rivals.length > 1) return [];
    return [route, ...users].flatMap((side) => {
      const sides = side === route ? [route, ...users] : [route, side];
      return [...pathsChanged(files, side, sides), ...methodsChanged(files, side, sides, served)];
    });
  });
}

function fits(asked: Request, served: Request, prefix: string): boolean {
  if (asked.method !== null && served.method !== null && asked.method !== served.method) return false;
  const theirs = [...prefix.split('/').filter((part) => part !== ''), ...served.segments];
  const { segments } = asked;
  // `${poll}/votes`: what stands in front is said elsewhere.
  if (asked.isTail) return segments.length > 0 && isAlike(segments, theirs.slice(-segments.length));
  return segments.length > 0 && isAlike(segments, theirs);
}

function isAlike(mine: readonly string[], theirs: readonly string[]): boolean {
  return mine.length === theirs.length && mine.every((part, index) => part === theirs[index]);
}

/** The last word of a path in the other number, its first one left out, or another word for it. */
function pathsChanged(files: Texts, side: Request, sides: readonly Request[]): Break[] {
  const words = [...side.name.matchAll(/(?<=\/)[A-Za-z][\w-]*(?![\w:]*\()/g)].filter(
    ({ index }) => !/\$\{[^}]*$|<[^>]*$|\{[^}]*$|\(\?/.test(side.name.slice(0, index)),
  );
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const renamed = (by: string) => spliced(side.name, last.index, last.index + last[0].length, by);
  const slash = side.name.includes('\\/') ? 2 : 1;
  const without = spliced(side.name, first.index, first.index + first[0].length + slash, '');
  const all = [renamed(numberChanged(last[0])), renamed(`${last[0]}-list`)];
  if (words.length > 1) all.push(without);
  return all.map((by) => changed(files, 'route changed', side, { at: side.at, from: side.name, by }, sides));
}

const OTHER_METHODS: Readonly<Record<string, string>> = {
  ...{ GET: 'POST', POST: 'PUT', PUT: 'PATCH', PATCH: 'PUT', DELETE: 'POST' },
};

function methodsChanged(
  files: Texts,
  side: Request,
  sides: readonly Request[],
  served: readonly Request[],
): Break[] {
  const { method, methodAt } = side;
  const other = OTHER_METHODS[method ?? ''];
  if (
    method === null ||
    methodAt === null ||
    other === undefined ||
    sides.some((each) => each.method === null)
  )
    return [];
  const isAnswered = served.some(
    (each) => each.method === other && isAlike(each.segments, sides[0]?.segments ?? []),
  );
  if (isAnswered) return [];
  const from = files.get(side.path)?.slice(methodAt, methodAt + method.length) ?? '';
  const by = from === from.toLowerCase() ? other.toLowerCase() : other;
  return [changed(files, 'method changed', side, { at: methodAt, from, by }, sides)];
}

function changed(
  files: Texts,
  kind: BreakKind,
  side: Request,
  { at, from, by }: { readonly at: number; readonly from: string; readonly by: string },
  sides: readonly Request[],
): Break {
  const text = spliced(files.get(side.path) ?? '', at, at + from.length, by);
  const method = kind === 'method changed' ? '' : ` (${side.method ?? 'any method'})`;
  return {
    kind,
    what: `${from} → ${by}${method} of ${side.name} in ${side.path}`,
    files: withText(files, side.path, text),
    places: sides.flatMap((each) => [
      placeOf(files, each),
      ...(each.methodAt === null ? [] : [placeOf(files, { path: each.path, at: each.methodAt })]),
    ]),
  };
}
