import { type Break, isBeside, lineAt, lines, type Place, spliced, type Texts, withText } from './break.js';

/** Where a name stands. */
type Spot = { readonly path: string; readonly name: string; readonly at: number };

/** Ids that page and script share, routes, names under which something is stored: changed on one side. */
export function breaksOfNames(files: Texts): Break[] {
  return [...breaksOfIds(files), ...breaksOfRoutes(files), ...breaksOfKeys(files)];
}

function breaksOfIds(files: Texts): Break[] {
  const pages = spots(files, /\.html?$/, /(?<=\sid=")[\w-]+(?=")/g);
  const lookUps = spots(
    files,
    SCRIPT,
    /(?<=getElementById\(['"])[\w-]+(?=['"]\))|(?<=querySelector\(['"]#)[\w-]+(?=['"]\))/g,
  );
  return pages.flatMap((spot): Break[] => {
    const users = lookUps.filter(({ name }) => name === spot.name);
    const isOnce = pages.filter(({ name }) => name === spot.name).length === 1;
    const [user] = users;
    if (user === undefined || !isOnce || isMade(files, spot.name, users.length)) return [];
    return [
      changed(files, 'id changed', spot, [...users, spot]),
      changed(files, 'id changed', user, [user, spot]),
    ];
  });
}

/** Whether a script may make the element itself: it names the id elsewhere than where it looks it up. */
function isMade(files: Texts, id: string, lookUps: number): boolean {
  const word = new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g');
  let count = 0;
  for (const [path, text] of files) {
    if (SCRIPT.test(path)) count += [...text.matchAll(word)].length;
  }
  return count !== lookUps;
}

const SCRIPT = /\.(?:[cm]?[jt]sx?)$/;

function breaksOfRoutes(files: Texts): Break[] {
  const fetched = spots(files, SCRIPT, /(?<=(?:fetch\(|request\('\w+', )['"`])\/\w[\w/-]*(?=['"])/g);
  const served = spots(files, SCRIPT, /(?<=\.(?:get|post|put|delete|all|use)\(['"])\/\w[\w/-]*(?=['"])/g);
  return pairs(files, 'route changed', fetched, served);
}

function breaksOfKeys(files: Texts): Break[] {
  const read = spots(files, SCRIPT, /(?<=[sS]torage\.getItem\(['"])[\w:.-]+(?=['"])/g);
  const written = spots(files, SCRIPT, /(?<=[sS]torage\.setItem\(['"])[\w:.-]+(?=['"])/g);
  return pairs(files, 'key changed', read, written);
}

/** One side's name changed, where it stands only once on either side. */
function pairs(files: Texts, kind: Break['kind'], uses: readonly Spot[], makes: readonly Spot[]): Break[] {
  return uses.flatMap((use): Break[] => {
    const others = makes.filter(({ name }) => name === use.name);
    const [other] = others;
    if (other === undefined || others.length > 1) return [];
    if (uses.filter(({ name }) => name === use.name).length > 1) return [];
    return [changed(files, kind, use, [use, other]), changed(files, kind, other, [use, other])];
  });
}

function changed(files: Texts, kind: Break['kind'], spot: Spot, sides: readonly Spot[]): Break {
  const text = files.get(spot.path) ?? '';
  const by = `${spot.name}${kind === 'route changed' ? 's' : '-main'}`;
  const places = sides.map(
    ({ path, at }): Place => ({ path, lines: lines(lineAt(files.get(path) ?? '', at)) }),
  );
  const what = `${spot.name} in ${spot.path}`;
  return {
    kind,
    what,
    files: withText(files, spot.path, spliced(text, spot.at, spot.at + spot.name.length, by)),
    places,
  };
}

function spots(files: Texts, paths: RegExp, pattern: RegExp): Spot[] {
  return [...files].flatMap(([path, text]) =>
    paths.test(path) && !isBeside(path)
      ? [...text.matchAll(pattern)].map((match) => ({ path, name: match[0], at: match.index }))
      : [],
  );
}
