import type { DevelopRequest, Plan, PlannedFile } from './events.js';
import { type PlanRules, readPlan } from './plan.js';
import { comparePlans, filesToMake } from './plan-difference.js';
import type { Brief, Source } from './prompts.js';
import { type ReadSource, readSources, usedSources } from './sources.js';

type Request = Pick<DevelopRequest, 'prompt' | 'instructions' | 'existing' | 'previous' | 'resume'>;

/** What every call of a run begins with. */
export function briefOf({ prompt, instructions, existing }: Request): Brief {
  return { prompt, instructions, isExisting: (existing?.paths.size ?? 0) > 0 };
}

/** What there is to take the files of a plan from. */
export type Basis = {
  /** Files that need not be made: of an earlier run of the same plan, or of an older plan where it says the same. */
  readonly kept: ReadonlyMap<string, string>;
  /** What is in the repository of those that change. */
  readonly present: ReadonlyMap<string, string>;
  /** The content on which those are made that are edited; a file that cannot be is missing. */
  readonly edited: ReadonlyMap<string, string>;
};

/** Whether a file is edited rather than written anew. */
export function isEdited({ path, action }: PlannedFile, { previous }: Request): boolean {
  return action === 'change' || previous?.files.has(path) === true;
}

/** Finds what need not be made of a plan, and reads what is edited. What an older plan came to goes before the rest. */
export async function readBasis(
  plan: Plan,
  request: Request,
  rules: PlanRules,
  read: ReadSource,
  signal: AbortSignal,
): Promise<Basis> {
  const kept = new Map([...takenOver(plan, request, rules), ...(request.resume?.files ?? [])]);
  const changed = plan.files.filter(({ action }) => action === 'change');
  const bounds = { maxFiles: Number.POSITIVE_INFINITY, maxCharacters: Number.POSITIVE_INFINITY, signal };
  const present = await readSources(
    changed.map(({ path }) => path),
    read,
    bounds,
  );
  return { kept, present, edited: new Map([...present, ...(request.previous?.files ?? [])]) };
}

/** Files of an older plan that the new one says the same of. */
function takenOver(plan: Plan, { previous }: Request, rules: PlanRules): Map<string, string> {
  if (previous === undefined) return new Map();
  const before = readPlan(previous.madeBy ?? previous.plan, { ...rules, maxFiles: Number.POSITIVE_INFINITY });
  if ('unreadable' in before) return new Map();
  const again = filesToMake(comparePlans(before, plan), before, plan, previous.files);
  const same = plan.files.filter(({ path }) => !again.has(path));
  return new Map(same.map(({ path }) => [path, previous.files.get(path) ?? '']));
}

/** The files that are there and that a file uses, as far as they can be shown with it. */
export function sourcesOf(
  { path, uses }: PlannedFile,
  { existing }: Request,
  read: ReadSource,
  signal: AbortSignal,
): Promise<Source[]> {
  const there = uses.filter((other) => other !== path && existing?.paths.has(other) === true);
  return usedSources(there, read, signal);
}
