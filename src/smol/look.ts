import { check } from '../check/check.js';
import { type Finding, sameFinding } from '../check/finding.js';
import type { Checks, Plan } from './events.js';
import { isBinary } from './paths.js';

/** What is around the files that were made. */
export type Surroundings = {
  /** Path → text of other files that are known, and of those that were made as they stood before. */
  readonly before: ReadonlyMap<string, string>;
  /** Paths of all files that are there. */
  readonly paths: ReadonlySet<string>;
  /** Paths that are no more. */
  readonly gone: ReadonlySet<string>;
  /** What earlier checks of what was made left: it counts until it is mended. */
  readonly left: readonly Finding[];
  /**
   * Whether a file that the plan does not name may be changed, too, where the change has broken it; null where nobody
   * looks at others than those of the plan.
   */
  readonly mayMend: ((path: string) => boolean) | null;
};

/** Files that were made by a plan, and what is around them. */
export type Looked = {
  readonly plan: Plan;
  readonly around: Surroundings;
};

/** What is found in files. */
export type Look = Pick<Checks, 'looked' | 'skipped'> & { readonly findings: readonly Finding[] };

/** A file as it was made, or as it stands where it was looked at and left alone. */
export function contentOf(
  { around }: Looked,
  files: ReadonlyMap<string, string>,
  path: string,
): string | undefined {
  return files.get(path) ?? around.before.get(path);
}

/** The files whose findings are this run's concern: those of the plan that there are. */
export function concerned(looked: Looked, files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const { plan, around } = looked;
  const paths = plan.files.map(({ path }) => path).filter((path) => !around.gone.has(path));
  return new Set(paths.filter((path) => contentOf(looked, files, path) !== undefined));
}

/** What was found in the files before they were changed: none of it is what the change brought. */
export async function lookBefore(
  looked: Looked,
  files: ReadonlyMap<string, string>,
): Promise<readonly Finding[]> {
  const { before, paths, left, mayMend } = looked.around;
  if (before.size === 0) return [];
  const others = new Set([...paths].filter((path) => !before.has(path)));
  const only = mayMend === null ? concerned(looked, files) : undefined;
  const { findings } = await check({ files: before, others, only });
  return findings.filter((one) => !left.some((other) => sameFinding(one, other)));
}

/** What is wrong with files as they were made. @param known what was wrong before. */
export async function look(
  looked: Looked,
  files: ReadonlyMap<string, string>,
  known: readonly Finding[],
): Promise<Look> {
  const { plan, around } = looked;
  const all = new Map([...around.before, ...files]);
  for (const path of around.gone) all.delete(path);
  const isOther = (path: string) => !all.has(path) && !around.gone.has(path);
  // A file that could not be made this time comes with the next run: nobody is at fault for using it.
  const made = plan.files.filter(({ action }) => action !== 'delete');
  // And one that nobody can write is added by a person.
  const binaries = plan.refused.map(({ path }) => path).filter(isBinary);
  const present = [...around.paths, ...made.map(({ path }) => path), ...binaries];
  const others = new Set(present.filter(isOther));
  const own = concerned(looked, files);
  const only = around.mayMend === null ? own : undefined;
  const { findings, ...rest } = await check({
    ...{ files: all, others, only },
    plan: { ...plan, files: made },
  });
  const isOurs = ({ path, severity }: Finding) =>
    own.has(path) || (severity === 'error' && !around.gone.has(path));
  const isKnown = (one: Finding) => known.some((other) => isStill(one, other, files));
  return { ...rest, findings: findings.filter((one) => isOurs(one) && !isKnown(one)) };
}

/** Whether one finding is another that was there before. */
function isStill(now: Finding, before: Finding, made: ReadonlyMap<string, string>): boolean {
  if (sameFinding(now, before)) return true;
  if (now.rule !== before.rule) return false;
  // Of two files that disagree, the plan of a change may have the other one at fault.
  if (now.message === before.message && now.message.includes(`\`${before.path}\``)) return true;
  // What the other side offers may be something else by now.
  return now.path === before.path && now.line === before.line && !made.has(now.path);
}
