/** Pairs of names that are compared; who has more has them from a machine. */
const MOST_PAIRS = 10_000;

/** Shorter words begin or end too many names. */
const SHORTEST = 6;

/**
 * Of some names those among others that have the same words and more, or fewer, where there is one alone.
 *
 * @example
 * containedIn(['note-added', 'closed'], ['noteAddedNow']); // noteAddedNow → note-added
 */
export function containedIn(
  others: readonly string[],
  names: readonly string[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (others.length * names.length > MOST_PAIRS) return found;
  const known = others.map((name) => ({ name, form: formOf(name) }));
  for (const name of names) {
    const form = formOf(name);
    const [only, ...more] = known.filter((each) => isPart(form, each.form) || isPart(each.form, form));
    if (only !== undefined && more.length === 0) found.set(name, only.name);
  }
  return found;
}

/** `noteAdded`, `note:added` → `-note-added-` */
function formOf(name: string): string {
  const words = name
    .slice(0, 200)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return `-${words.filter((word) => word !== '').join('-')}-`;
}

function isPart(short: string, long: string): boolean {
  return short.length >= SHORTEST + 2 && (long.endsWith(short) || long.startsWith(short));
}
