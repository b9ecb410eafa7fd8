import type { CommentMark } from '../report/plan-comment.js';
import * as refusals from '../report/refusals.js';
import { readFileList } from '../smol/file-list.js';
import { keyOf, readAsk } from './ask.js';
import { branchName } from './branch-name.js';
import { type Checkpoint, CheckpointWriter, loadCheckpoint, type RunRecord } from './checkpoint.js';
import { type EditedPlan, readEditedPlan } from './edited-plan.js';
import type { BuildStart, Job, Order } from './job.js';
import { findPlace, type Place } from './place.js';
import { Stop } from './stop.js';
import { committedFiles } from './whole-app.js';

/** What there is before a build. */
export type Found = Pick<Job, 'ask' | 'key' | 'place' | 'committed'> & {
  /** What runs for the same request saved. */
  readonly saved: Checkpoint | null;
  /** What the comment names, of whichever request. */
  readonly noted: Checkpoint | null;
  readonly notedKey: string | null;
  /** What a person made of the plan that waits. */
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
  const waiting = (order.kind === 'plan' ? noted : saved)?.record ?? null;
  const edited = earlier === null ? null : await readEditedPlan(world, earlier, waiting);
  if (order.kind === 'retry') assertRetry(order.path, saved?.record ?? null);
  const notedKey = mark?.key ?? null;
  return { ask, key, place, saved, committed: committed?.record ?? null, noted, notedKey, edited };
}

/**
 * What people made of a plan that waits stands in the comment alone. It is saved before the comment says anything
 * else: a run that breaks off then takes nothing of it away.
 */
export async function keepEdits(
  { order, world }: BuildStart,
  { saved, noted, edited, notedKey }: Found,
): Promise<Pick<Found, 'saved' | 'noted'> & { kept: CommentMark['checkpoint'] }> {
  const waiting = order.kind === 'plan' ? noted : saved;
  if (waiting === null || waiting.record.shown === null || notedKey === null) {
    // A plan that is asked for again is made of the one before, until it is there.
    const isPrevious = order.kind === 'plan' && noted !== null && notedKey !== null;
    return { saved, noted, kept: isPrevious ? { key: notedKey, tree: noted.tree } : null };
  }
  const writer = new CheckpointWriter(world.github, waiting);
  const plan = edited?.plan ?? null;
  const now = await writer.goOn(plan === null ? null : { plan, sentences: edited?.sentences ?? [] });
  return {
    saved: waiting === saved ? now : saved,
    noted: waiting === noted ? now : noted,
    kept: { key: notedKey, tree: now.tree },
  };
}

/** The one that knows more files: a run that was cut off may be behind its commit, or ahead of the one before. */
function fuller(committed: Checkpoint | null, noted: Checkpoint | null): Checkpoint | null {
  const size = (checkpoint: Checkpoint | null) => Object.keys(checkpoint?.record.files ?? {}).length;
  return noted === null || size(committed) >= size(noted) ? (committed ?? noted) : noted;
}

/** Throws a Stop where there is nothing to do once more. */
function assertRetry(path: string | null, record: RunRecord | null): void {
  const planned = record === null ? [] : pathsOf(record);
  if (path !== null && !planned.includes(path)) throw new Stop(refusals.pathUnknown({ path }));
  const isWhole = record !== null && planned.every((each) => record.committed.includes(each));
  if (path === null && isWhole) throw new Stop(refusals.nothingToRetry());
}

function pathsOf({ plan }: RunRecord): string[] {
  const list = readFileList(plan);
  return list.kind === 'none' ? [] : list.entries.map(({ path }) => path);
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
  noted: Checkpoint | null,
): Job['previous'] {
  const committed = own !== null && own.key !== key ? own.saved : null;
  const before = committed ?? (order.kind === 'plan' ? noted : null);
  if (before === null || before.record.plan === '') return undefined;
  const { plan, revisions } = before.record;
  const made = revisions.map(({ change }) => `A change that was made since, and stays:\n\n${change}`);
  const said = order.kind === 'plan' && order.remarks !== null ? [order.remarks] : [];
  const remarks = [...made, ...said].join('\n\n');
  const files = committedFiles(before.record);
  return { plan, files, remarks: remarks === '' ? null : remarks };
}
