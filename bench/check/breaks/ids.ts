import { type Break, spliced, type Texts, withText } from './break.js';
import { placeOf, SCRIPT, type Spot, spotsOf } from './spots.js';

/** Ids that page and script share, changed on one side. */
export function breaksOfIds(files: Texts): Break[] {
  const pages = spotsOf(files, /\.html?$/, /(?<=\sid=")[\w-]+(?=")/g);
  const lookUps = spotsOf(
    files,
    SCRIPT,
    /(?<=getElementById\(['"])[\w-]+(?=['"]\))|(?<=querySelector\(['"]#)[\w-]+(?=['"]\))/g,
  );
  return pages.flatMap((spot): Break[] => {
    const users = lookUps.filter(({ name }) => name === spot.name);
    const isOnce = pages.filter(({ name }) => name === spot.name).length === 1;
    const [user] = users;
    if (user === undefined || !isOnce || isMade(files, spot.name, users.length)) return [];
    return [changed(files, spot, [...users, spot]), changed(files, user, [user, spot])];
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

function changed(files: Texts, spot: Spot, sides: readonly Spot[]): Break {
  const text = files.get(spot.path) ?? '';
  const end = spot.at + spot.name.length;
  return {
    kind: 'id changed',
    what: `${spot.name} in ${spot.path}`,
    files: withText(files, spot.path, spliced(text, spot.at, end, `${spot.name}-main`)),
    places: sides.map((side) => placeOf(files, side)),
  };
}
