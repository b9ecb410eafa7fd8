import * as refusals from '../../report/refusals.js';
import { isIcon } from '../../smol/icon-path.js';
import type { World } from '../api/world.js';
import type { OwnBranch } from '../branch/place.js';
import {
  type Checkpoint,
  loadCheckpoint,
  type PendingEdit,
  type RunRecord,
  saveCheckpoint,
} from '../saved/checkpoint.js';
import { plannedPaths } from '../saved/whole-app.js';
import type { EarlierComment } from '../told/status.js';
import { type EditedPlan, EditUnreadable, readEditedPlan } from './edited-plan.js';
import { mergePlans, renamedTwice } from './merge-plans.js';

/** What people made of the list of an app, when something else than a build of it comes first. */
export type Unbuilt = {
  /** What our last commit knew, with what was built since and changed no file. */
  readonly saved: Checkpoint;
  /** Null where there is nothing to build. */
  readonly pending: PendingEdit | null;
  /** Why an edit does not count; null where each does. */
  readonly note: string | null;
};

/**
 * Reads what our comment says of the plan of an app that stands, beyond what its last commit knows: edits that no
 * build took up, and a plan that waits. They are kept until the next build.
 *
 * @param earlier the comment as it stands.
 * @throws Stop
 */
export async function readUnbuilt(
  world: World,
  earlier: EarlierComment | null,
  { key, saved, commits, theirs }: Pick<OwnBranch, 'key' | 'saved' | 'commits' | 'theirs'>,
): Promise<Unbuilt | null> {
  const mark = earlier?.mark.checkpoint ?? null;
  if (saved === null) return null;
  const named = mark === null ? null : await loadCheckpoint(world.github, mark.tree);
  if (earlier === null || mark === null || named === null) return { saved, pending: null, note: null };
  const { record } = named;
  if (record.isChange) return readAfterChange(world, earlier, saved, named);
  const isOwn = mark.key === key;
  const waits = record.shown !== null && record.quote !== null;
  if (!isOwn && !waits) return { saved, pending: null, note: null };
  const isNewer = isOwn && isEditOf(saved.record, record) && commits.at(-1)?.undone === null;
  const standing = isNewer && isBuilt(record, saved.record, theirs) ? named : saved;
  const edited = await readEdit(world, earlier, record);
  const isPlanToBuild = standing === saved && (isNewer || !isOwn);
  const base = isPlanToBuild ? saved.record.plan : record.plan;
  const plan = edited.plan ?? record.plan;
  if (plan === base) return { saved: standing, pending: null, note: edited.note };
  const before = isOwn ? record.planEdits.slice(standing.record.planEdits.length) : [refusals.planWaited()];
  const pending = {
    ...{ base, plan },
    renamed: [...renamedTwice(new Map(record.renamed), edited.renamed)],
    sentences: [...before, ...edited.sentences],
    request: isOwn ? (record.pending?.request ?? null) : { prompt: record.prompt, quote: record.quote },
  };
  const now = rebased(pending, standing.record.plan);
  return { saved: standing, pending: now.pending, note: now.note ?? edited.note };
}

/** After a run on remarks that failed: what it kept, and what people made of the list since. */
async function readAfterChange(
  world: World,
  earlier: EarlierComment,
  saved: Checkpoint,
  change: Checkpoint,
): Promise<Unbuilt> {
  const base = saved.record.plan;
  const record = standingWith(saved, change)?.record ?? saved.record;
  const { plan, renamed, sentences, note } = await readEdit(world, earlier, record);
  const request = record.pending?.request ?? null;
  const pending = { base, plan: plan ?? base, renamed: [...renamed], sentences: [...sentences], request };
  return {
    saved,
    pending: pending.plan === base ? null : pending,
    note: rebased(change.record.pending, base).note ?? note,
  };
}

/** The app that stands, with what a run after remarks knew of edits, and how its end showed the app. */
export function standingWith(standing: Checkpoint | null, change: Checkpoint | null): Checkpoint | null {
  if (standing === null || change === null) return null;
  const { pending } = rebased(change.record.pending, standing.record.plan);
  return { ...standing, record: { ...standing.record, shown: change.record.shown, pending } };
}

/** Whether a record is that of a commit, but for the plan, which people edited since. */
function isEditOf(committed: RunRecord, record: RunRecord): boolean {
  return (
    record.plan !== committed.plan &&
    record.revisions.length === committed.revisions.length &&
    record.planEdits.length > committed.planEdits.length
  );
}

/** An edit that cannot be read must not stand in the way of what is wanted now, nor take one of before away. */
async function readEdit(world: World, earlier: EarlierComment, record: RunRecord): Promise<EditedPlan> {
  const { plan = null, renamed = [], sentences = [] } = record.pending ?? {};
  const before = { plan, renamed: new Map(renamed), sentences, note: null };
  try {
    return (await readEditedPlan(world, earlier, record)) ?? before;
  } catch (error) {
    // Where GitHub did not answer, the edit is there none the less.
    if (!(error instanceof EditUnreadable)) throw error;
    return { ...before, note: refusals.editUnread(error.problem) };
  }
}

/**
 * Whether all of a plan is on the branch: then it is no edit that waits. What is made otherwise than in the last commit
 * is of a build that broke off, but where a person's stays.
 */
function isBuilt(record: RunRecord, committed: RunRecord, theirs: ReadonlySet<string>): boolean {
  const planned = plannedPaths(record);
  const pictures = new Map(committed.drawn.map(({ path, sha }) => [path, sha]));
  const drawn = new Map(record.drawn.map(({ path, sha }) => [path, sha]));
  const isMade = (path: string) => {
    if (drawn.has(path)) return theirs.has(path) || drawn.get(path) === pictures.get(path);
    const text = record.files[path];
    return text !== undefined && (theirs.has(path) || text === committed.files[path]);
  };
  // An icon that is not drawn was there before it was planned.
  const before = new Set(plannedPaths(committed).filter(isIcon));
  return (
    planned.every((path) => isMade(path) || before.has(path)) &&
    record.committed.every((path) => planned.includes(path) && isMade(path))
  );
}

/**
 * An edit of a plan as one of the plan that came after it.
 *
 * @returns no edit, and a note, where both changed the same lines.
 */
export function rebased(
  pending: PendingEdit | null,
  now: string,
): { readonly pending: PendingEdit | null; readonly note: string | null } {
  if (pending === null || pending.base === now) return { pending, note: null };
  const plan = mergePlans(pending.base, pending.plan, now);
  if (plan === null) return { pending: null, note: refusals.listEditDropped() };
  return { pending: plan === now ? null : { ...pending, base: now, plan }, note: null };
}

/** What people are told of an edit after another run. */
export function pendingNotes(pending: PendingEdit | null, note: string | null): string[] {
  const waits = pending === null ? null : refusals.listEditWaits(pending);
  return [note, waits].filter((text) => text !== null);
}

/**
 * A checkpoint that knows an edit which no build has taken up, and of nothing that is shown: until the run ends, the
 * comment is no list that people edit. Throws Stop.
 */
export async function withPending(
  world: World,
  checkpoint: Checkpoint,
  pending: PendingEdit | null,
): Promise<Checkpoint> {
  if (pending === null && checkpoint.record.pending === null) return checkpoint;
  return saveCheckpoint(world.github, checkpoint, { ...checkpoint.record, shown: null, pending });
}
