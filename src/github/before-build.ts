import type { CommentMark } from '../report/marker.js';
import * as refusals from '../report/refusals.js';
import { readPlan } from '../smol/plan.js';
import { comparePlans, filesToMake } from '../smol/plan-difference.js';
import { keyOf, readAsk } from './ask.js';
import { branchName } from './branch-name.js';
import {
  type Checkpoint,
  loadCheckpoint,
  openCheckpoint,
  type RunRecord,
  saveCheckpoint,
} from './checkpoint.js';
import { errorsLeft } from './checks-record.js';
import { type EditedPlan, readEditedPlan } from './edited-plan.js';
import type { BuildStart, Job, Order } from './job.js';
import { findPlace, type Place } from './place.js';
import { Stop } from './stop.js';
import { committedFiles, plannedPaths } from './whole-app.js';

/** What there is before a build. */
export type Found = Pick<Job, 'ask' | 'key' | 'place' | 'committed'> & {
  /** What runs for the same request saved. */
  readonly saved: Checkpoint | null;
  /** What the comment names, of whichever request. */
  readonly noted: Checkpoint | null;
  readonly notedKey: string | null;
  /** What the comment shows, where people may edit it. */
  readonly shown: Checkpoint | null;
  /** What they made of it. */
  readonly edited: EditedPlan | null;
};

/** Looks at all that is there; writes nothing but 👀. Throws Stop. */
export async function look(start: BuildStart): Promise<Found> {
  const { order, trigger, settings, world, voice, repository } = start;
  const { github } = world;
  const earlier = await voice.readEarlier();
  const asked = await readAsk(trigger, world, settings, earlier?.accountId ?? null);
  const goesOn = order.kind === 'build' || order.kind === 'retry';
  const mark = earlier?.mark.checkpoint ?? null;
  const ownKey = keyOf(asked, settings, world.repository, order);
  const isNeeded = mark !== null && (order.kind !== 'start' || mark.key === ownKey);
  const named = isNeeded ? await loadCheckpoint(github, mark.tree) : null;
  const isRevised = named?.record.isChange ?? false;
  const noted = isRevised ? null : named;
  const place = await findPlace(github, {
    name: branchName(settings.branch, { ...asked, runId: world.runId }),
    base: repository.base.name,
    defaultBranch: repository.defaultBranch,
    issueNumber: asked.issueNumber,
    isAgain: voice.isAgain || world.runAttempt > 1,
    folder: settings.outputDir,
  });
  // Whoever goes on with a plan goes on with what it was made for; after a review that is what its commit stands on.
  const standing = isRevised ? place.own : null;
  const known = goesOn ? (noted ?? standing?.saved ?? null) : null;
  const ask = { ...asked, prompt: known?.record.prompt || asked.prompt };
  const key = known === null ? ownKey : (standing?.key ?? mark?.key ?? ownKey);
  const committed = place.own?.key === key ? place.own.saved : null;
  const saved = fuller(committed, mark?.key === key ? noted : null);
  const notedKey = mark?.key ?? null;
  const shown = order.kind === 'plan' || notedKey === key ? noted : null;
  const edited = earlier === null ? null : await readEditedPlan(world, earlier, shown?.record ?? null);
  if (order.kind === 'retry' && !edited?.plan) assertRetry(order.path, saved?.record ?? null);
  return { ask, key, place, saved, committed: committed?.record ?? null, noted, notedKey, shown, edited };
}

/**
 * What people made of a plan stands in the comment alone. It is saved before the comment says anything else: a run
 * that breaks off then takes nothing of it away.
 */
export async function keepEdits(
  { order, world: { github } }: BuildStart,
  { saved, noted, shown, edited, notedKey }: Found,
): Promise<Pick<Found, 'saved' | 'noted'> & { kept: CommentMark['checkpoint'] }> {
  if (shown === null || shown.record.shown === null || notedKey === null) {
    // A plan that is asked for again is made of the one before, until it is there.
    const isPrevious = order.kind === 'plan' && noted !== null && notedKey !== null;
    return { saved, noted, kept: isPrevious ? { key: notedKey, tree: noted.tree } : null };
  }
  const { record } = shown;
  const plan = edited?.plan ?? null;
  const planEdits = [...record.planEdits, ...(edited?.sentences ?? [])];
  const edits = plan === null ? {} : { plan, planEdits, files: stillRight(record, plan) };
  // A checkpoint only grows: where files go, a new one begins.
  const isSmaller = plan !== null && Object.keys(record.files).length > 0;
  const base = isSmaller ? await openCheckpoint(github, record.prompt) : shown;
  const now = await saveCheckpoint(github, base, { ...record, ...edits, shown: null });
  const kept = { key: notedKey, tree: now.tree };
  if (order.kind === 'plan') return { saved, noted: now, kept };
  return { saved: plan === null ? fuller(saved, now) : now, noted: now, kept };
}

/** The files of a record that another plan asks nothing else of. */
function stillRight({ plan, files }: RunRecord, now: string): RunRecord['files'] {
  const rules = { protectedPaths: [], maxFiles: Number.POSITIVE_INFINITY };
  const [before, after] = [readPlan(plan, rules), readPlan(now, rules)];
  if ('unreadable' in before || 'unreadable' in after) return {};
  const contents = new Map(Object.entries(files));
  const again = filesToMake(comparePlans(before, after), before, after, contents);
  const same = after.files.filter(({ path }) => !again.has(path) && contents.has(path));
  return Object.fromEntries(same.map(({ path }) => [path, contents.get(path) ?? '']));
}

/**
 * The one that knows more files: a run that was cut off may be behind its commit, or ahead of the one before. Another
 * plan than that of the commit is what people made of it since.
 */
function fuller(committed: Checkpoint | null, noted: Checkpoint | null): Checkpoint | null {
  const isEdited = noted !== null && noted.record.plan !== '' && noted.record.plan !== committed?.record.plan;
  if (committed !== null && isEdited) return noted;
  const size = (checkpoint: Checkpoint | null) => Object.keys(checkpoint?.record.files ?? {}).length;
  return noted === null || size(committed) >= size(noted) ? (committed ?? noted) : noted;
}

/** Throws a Stop where there is nothing to do once more. */
function assertRetry(path: string | null, record: RunRecord | null): void {
  const planned = record === null ? [] : plannedPaths(record);
  if (path !== null && !planned.includes(path)) throw new Stop(refusals.pathUnknown({ path }));
  const isWhole =
    record !== null && planned.every((each) => record.committed.includes(each)) && errorsLeft(record) === 0;
  if (path === null && isWhole) throw new Stop(refusals.nothingToRetry());
}

/** Files under the names that people gave them in the plan. */
function renamed(files: Map<string, string>, renames: EditedPlan['renamed']): Map<string, string> {
  return new Map([...files].map(([path, content]) => [renames.get(path) ?? path, content]));
}

/** What need not be asked for again. */
export function resumeOf(order: Order, record: RunRecord): Job['resume'] {
  if (record.plan === '') return undefined;
  const again = order.kind === 'retry' ? order.path : null;
  const files = Object.entries(record.files).filter(([path]) => path !== again);
  return { plan: record.plan, files: new Map(files) };
}

/**
 * What there was before the request became different: what our last commit on the branch made of it, or the plan that
 * remarks are about. Changes after reviews are a part of it.
 */
export function previousOf(
  order: Order,
  { own }: Place,
  key: string,
  { saved, noted, renames }: Pick<Found, 'saved' | 'noted'> & { readonly renames: EditedPlan['renamed'] },
): Job['previous'] {
  // The plan of the same request may have been edited since.
  const isOther = own?.key !== key || (saved !== null && own.saved?.record.plan !== saved.record.plan);
  const committed = isOther ? (own?.saved ?? null) : null;
  const before = (order.kind === 'plan' ? noted : null) ?? committed;
  if (before === null || before.record.plan === '') return undefined;
  const { plan, revisions } = before.record;
  const made = revisions.map(({ change }) => `A change that was made since, and stays:\n\n${change}`);
  const said = order.kind === 'plan' && order.remarks !== null ? [order.remarks] : [];
  const remarks = [...made, ...said].join('\n\n');
  const files = renamed(committedFiles((committed ?? before).record), renames);
  return { plan, files, remarks: remarks === '' ? null : remarks };
}
