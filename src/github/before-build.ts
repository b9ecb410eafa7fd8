import type { CommentMark } from '../report/marker.js';
import * as refusals from '../report/refusals.js';
import { readPlan } from '../smol/plan.js';
import { comparePlans, filesToMake } from '../smol/plan-difference.js';
import { Stop } from './api/stop.js';
import { keyOf, readAsk } from './asked/ask.js';
import { type EditedPlan, readEditedPlan } from './asked/edited-plan.js';
import { renamedTwice } from './asked/merge-plans.js';
import type { Order } from './asked/order.js';
import { readUnbuilt, standingWith, type Unbuilt, withPending } from './asked/pending-edit.js';
import { branchName } from './branch/branch-name.js';
import { findPlace } from './branch/place.js';
import type { BuildStart, Job } from './job.js';
import {
  type Checkpoint,
  loadCheckpoint,
  openCheckpoint,
  type RunRecord,
  saveCheckpoint,
} from './saved/checkpoint.js';
import { errorsLeft } from './saved/checks-record.js';
import { isWhole, plannedPaths } from './saved/whole-app.js';

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
  /** Of a request that became different: what they made of the plan before, from which the next one is made. */
  readonly unbuilt: Unbuilt | null;
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
  const found = await findPlace(github, {
    name: branchName(settings.branch, { ...asked, runId: world.runId }),
    base: repository.base.name,
    defaultBranch: repository.defaultBranch,
    issueNumber: asked.issueNumber,
    isAgain: voice.isAgain || world.runAttempt > 1,
    folder: settings.outputDir,
  });
  const own = found.own;
  const isOwn = order.kind !== 'start' || mark?.key === ownKey;
  const loaded =
    mark !== null && (isOwn || own?.key === ownKey) ? await loadCheckpoint(github, mark.tree) : null;
  const isRevised = loaded?.record.isChange ?? false;
  const noted = isOwn && !isRevised ? loaded : null;
  // Whoever goes on with a plan goes on with what it was made for; after a review that is what its commit stands on.
  const standing = isRevised ? own : null;
  const known = goesOn ? (noted ?? standing?.saved ?? null) : null;
  const key = known === null ? ownKey : (standing?.key ?? mark?.key ?? ownKey);
  const committed = own?.key === key ? own.saved : null;
  const saved = fuller(committed, mark?.key === key ? noted : null);
  const notedKey = (isRevised ? standing?.key : mark?.key) ?? null;
  const kept = isRevised ? standingWith(standing?.saved ?? null, loaded) : noted;
  const shown = order.kind === 'plan' || notedKey === key ? kept : null;
  const waited = goesOn ? shown?.record.pending?.request?.prompt : null;
  const ask = { ...asked, prompt: waited || known?.record.prompt || asked.prompt };
  const edited = earlier === null ? null : await readEditedPlan(world, earlier, shown?.record ?? null);
  const isOther = order.kind === 'start' && mark?.key !== key && own?.key !== key;
  const unbuilt = isOther && own !== null ? await readUnbuilt(world, earlier, own) : null;
  const place =
    unbuilt === null || own === null ? found : { ...found, own: { ...own, saved: unbuilt.saved } };
  if (order.kind === 'retry' && !edited?.plan) assertRetry(order.path, saved?.record ?? null);
  return {
    ...{ ask, key, place, saved, committed: committed?.record ?? null },
    ...{ noted, notedKey, shown, edited, unbuilt },
  };
}

/**
 * What people made of a plan stands in the comment alone. It is saved before the comment says anything else: a run
 * that breaks off then takes nothing of it away.
 */
export async function keepEdits(
  { order, world }: BuildStart,
  { saved, noted, shown, edited, notedKey, unbuilt, place }: Found,
): Promise<Pick<Found, 'saved' | 'noted'> & { kept: CommentMark['checkpoint'] }> {
  const { github } = world;
  if (place.own !== null && unbuilt !== null && unbuilt.pending !== null) {
    const { tree } = await withPending(world, unbuilt.saved, unbuilt.pending);
    return { saved, noted, kept: { key: place.own.key, tree } };
  }
  if (shown === null || notedKey === null || (shown.record.shown === null && edited === null)) {
    // A plan that is asked for again is made of the one before, until it is there.
    const isPrevious = order.kind === 'plan' && noted !== null && notedKey !== null;
    return { saved, noted, kept: isPrevious ? { key: notedKey, tree: noted.tree } : null };
  }
  const { record } = shown;
  const plan = edited?.plan ?? null;
  const planEdits = [...record.planEdits, ...(edited?.sentences ?? [])];
  const renamed = [...renamedTwice(new Map(record.renamed), edited?.renamed ?? new Map())];
  const request = record.pending?.request ?? {};
  const edits =
    plan === null ? {} : { ...request, plan, planEdits, renamed, files: stillRight(record, plan) };
  // A checkpoint only grows: where files go, a new one begins.
  const isSmaller = plan !== null && Object.keys(record.files).length > 0;
  const base = isSmaller ? await openCheckpoint(github, record.prompt) : shown;
  const now = await saveCheckpoint(github, base, { ...record, ...edits, shown: null, pending: null });
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
  const isDone =
    record !== null && isWhole(record, (each) => record.committed.includes(each)) && errorsLeft(record) === 0;
  if (path === null && isDone) throw new Stop(refusals.nothingToRetry());
}

/** What need not be asked for again. */
export function resumeOf(order: Order, record: RunRecord): Job['resume'] {
  if (record.plan === '') return undefined;
  const again = order.kind === 'retry' ? order.path : null;
  const files = Object.entries(record.files).filter(([path]) => path !== again);
  return { plan: record.plan, files: new Map(files), found: record.checks?.found };
}
