import { diff3Merge } from 'node-diff3';
import { layoutOfPlan } from '../../smol/file-list.js';

/**
 * Two changes of a plan in one: where they meet, the lines that either added, without those that either took away. A
 * file that both added is the right one's.
 *
 * @returns null where both changed the same line.
 */
export function mergePlans(before: string, left: string, right: string): string | null {
  if (left === right) return left;
  const merged: string[] = [];
  const options = { excludeFalseConflicts: true };
  for (const { ok, conflict } of diff3Merge(
    withoutAddedTwice(before, left, right),
    before.split('\n'),
    right.split('\n'),
    options,
  )) {
    const lines = conflict === undefined ? ok : bothOf(conflict);
    if (lines === null) return null;
    merged.push(...(lines ?? []));
  }
  const plan = merged.join('\n');
  const paths = pathsOf(plan);
  return new Set(paths).size === paths.length ? plan : null;
}

/** The lines of the left plan, but for the files that are new in both. */
function withoutAddedTwice(before: string, left: string, right: string): string[] {
  const [known, there] = [before, right].map((plan) => new Set(pathsOf(plan)));
  const layout = layoutOfPlan(left);
  const twice = layout.items.filter(({ path }) => there?.has(path) && !known?.has(path));
  return layout.lines.filter((_, index) => !twice.some(({ start, end }) => start <= index && index < end));
}

function pathsOf(plan: string): string[] {
  return layoutOfPlan(plan).items.map(({ path }) => path);
}

type Conflict = {
  readonly a: readonly string[];
  readonly o: readonly string[];
  readonly b: readonly string[];
};

function bothOf({ a, o, b }: Conflict): string[] | null {
  const added = (lines: readonly string[]) => lines.filter((line) => !o.includes(line));
  const isGone = (line: string) => !a.includes(line) || !b.includes(line);
  const isReplaced = o.some((line) => !a.includes(line) && !b.includes(line));
  if (isReplaced && added([...a, ...b]).length > 0) return null;
  return [...b.filter((line) => !o.includes(line) || !isGone(line)), ...added(a)];
}

/** Old path → new one after files got other names once more, of which some wait for the build of the first. */
export function renamedTwice(first: ReadonlyMap<string, string>, then: ReadonlyMap<string, string>) {
  const again = [...first].map(([from, path]) => [from, then.get(path) ?? path] as const);
  const known = new Set(first.values());
  return new Map([...again, ...[...then].filter(([from]) => !known.has(from))]);
}
