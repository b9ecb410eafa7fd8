/** Requests that are made at the same time. */
const AT_ONCE = 10;
/** The longest page that GitHub gives. */
export const PAGE = 100;

/** Does something for each item, ten at a time. Returns what came of it, in the order of the items. */
export async function eachAtOnce<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    results.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(act))));
  }
  return results;
}

/** Reads a list to its end. @param read asks for one page of `PAGE` entries, counted from 1. */
export async function allPages<T>(
  read: (page: {
    readonly per_page: number;
    readonly page: number;
  }) => Promise<{ readonly data: readonly T[] }>,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await read({ per_page: PAGE, page });
    all.push(...data);
    if (data.length < PAGE) return all;
  }
}
