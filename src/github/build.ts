import * as problems from '../report/problems.js';
import { commitMessage } from '../report/pull-request.js';
import * as refusals from '../report/refusals.js';
import type { DevelopResult } from '../smol/events.js';
import { Stop } from './api/stop.js';
import { type Found, keepEdits, look, resumeOf } from './before-build.js';
import { mergeWithTheirs } from './branch/merge.js';
import { drawnRecord } from './branch/pictures.js';
import { type Published, publish } from './branch/publish.js';
import { writeTrailers } from './branch/trailers.js';
import type { BuildStart, Job } from './job.js';
import { lookAgain } from './look-again.js';
import { readPrevious } from './previous.js';
import { propose } from './propose.js';
import { assertMayPropose } from './repository/repository.js';
import { blobSha, CheckpointWriter, NO_RECORD, openCheckpoint, type RunRecord } from './saved/checkpoint.js';
import { revisionsView } from './saved/whole-app.js';
import type { Outcome } from './told/outcome.js';
import { committable, write } from './write.js';

/**
 * From a request to the pull request, or to a plan that waits.
 *
 * @throws Stop, ModelError, DevelopError, or why it was cancelled
 */
export async function startBuild(start: BuildStart): Promise<Outcome> {
  const { order, trigger, settings, world, voice, repository } = start;
  const { github, log, cancelled } = world;
  if (trigger.issueNumber !== null && !repository.hasIssues) throw new Stop(problems.issuesDisabled());
  const found = await look(start);
  const { ask, key, place, committed, unbuilt } = found;
  log.line(`${trigger.requester.login} asks: ${ask.title}`);
  cancelled.throwIfAborted();
  const { saved, noted, kept } = await keepEdits(start, found);
  if (saved !== null) voice.progress.setEarlierUsage(saved.record.usage);
  await voice.begin(ask, settings, key, kept);
  voice.progress.set({
    base: repository.base.name,
    commenters: ask.commenters,
    revisions: revisionsView(saved?.record ?? NO_RECORD, ''),
    planEdits: saved?.record.planEdits ?? found.edited?.sentences ?? [],
  });
  if (ask.secretsRemoved) voice.progress.addNotes([problems.keyInPrompt()]);
  voice.progress.addNotes(editNotes(found));
  cancelled.throwIfAborted();
  await assertMayPropose(github, repository.base.name);
  cancelled.throwIfAborted();
  // A write that nobody sees shows, before anything is spent, whether we may write.
  const checkpoint = new CheckpointWriter(github, saved ?? (await openCheckpoint(github, ask.prompt)));
  voice.saveWith(checkpoint, key);
  const resume = saved === null ? undefined : resumeOf(order, saved.record);
  const renamed = new Map(saved?.record.renamed);
  const edited = unbuilt?.pending?.plan ?? null;
  const before = await readPrevious(world, found, { order, saved, noted, edited, renamed });
  const quote = order.kind === 'build' ? (saved?.record.quote ?? null) : null;
  const isEdited = (saved?.record.planEdits.length ?? 0) > 0;
  const job = { ...start, ask, key, place, checkpoint, committed, resume, quote, isEdited };
  return build({ ...job, ...before, renamed });
}

/** What people are told of their edits of the list. */
function editNotes({ edited, unbuilt }: Found): string[] {
  const { pending = null, note = null } = unbuilt ?? {};
  const taken = pending === null ? null : refusals.editPlannedWith(pending);
  return [edited?.note ?? null, note, taken].filter((text) => text !== null);
}

/** From the plan to the pull request. */
async function build(job: Job): Promise<Outcome> {
  const { world, voice, place, committed, order, trigger, settings } = job;
  const made = await write(job);
  if (made === null) return voice.end('planned', null);
  const { result, kept, ours } = await respectTheirs(job, made);
  voice.progress.setKept(kept);
  const isNew = committed === null || ours.some((path) => isOther(committed, path, result));
  const planned = new Set(result.plan.files.map(({ path }) => path));
  const waiting = unmadeRenames(job, result);
  const isLess = committed?.committed.some(
    (path) => !planned.has(path) && !place.own?.theirs.has(path) && !waiting.has(path),
  );
  if (!isNew && !isLess && place.own !== null) {
    // A plan that asks for nothing else is none the less what the app is from now on.
    if (result.plan.text !== committed.plan)
      await job.checkpoint.finish(committed.committed, knownOf(job, result));
    return propose(job, place.branch, place.own.head.sha, result);
  }
  const label = order.kind === 'start' ? settings.label : null;
  const { withdrawn, isEdited } = await lookAgain(world.github, trigger, label);
  world.cancelled.throwIfAborted();
  voice.stopped.throwIfAborted();
  if (withdrawn !== null) return voice.end('skipped', withdrawn);
  if (isEdited) voice.progress.addNotes([problems.issueEditedMeanwhile()]);
  const { branch, commitSha } = await commit(job, result, kept);
  return propose(job, branch, commitSha, result);
}

/** Old path → new one of files that have no content yet under the name that people gave them. */
function unmadeRenames({ renamed }: Job, { plan, files, drawn }: DevelopResult): Map<string, string> {
  const unmade = new Set(
    plan.files.map(({ path }) => path).filter((path) => !files.has(path) && !drawn.has(path)),
  );
  return new Map([...renamed].filter(([, path]) => unmade.has(path)));
}

/** What the record knows of a result besides its texts. */
function knownOf(job: Job, result: DevelopResult) {
  const renamed = [...unmadeRenames(job, result)];
  return { checks: result.checks, drawn: drawnRecord(result.drawn), renamed };
}

/** Whether a file is not what it was in the last commit. */
function isOther({ files, drawn }: RunRecord, path: string, now: DevelopResult): boolean {
  const picture = now.drawn.get(path);
  if (picture === undefined) return files[path] !== now.files.get(path);
  return drawn.find((earlier) => earlier.path === path)?.sha !== blobSha(picture);
}

/**
 * Of the files that can be committed: those that are, with what a person changed in the same ones taken in, and those
 * where a person's stay.
 */
async function respectTheirs(
  job: Job,
  result: DevelopResult,
): Promise<{ result: DevelopResult; ours: string[]; kept: string[] }> {
  const { place, voice, world } = job;
  const paths = committable(result);
  const theirs = paths.filter((path) => place.own?.theirs.has(path));
  const merged = await mergeWithTheirs(world.github, place.own, theirs, result.files);
  if (merged.conflicts.length > 0) {
    voice.progress.addNotes([refusals.conflictLeft({ paths: merged.conflicts })]);
  }
  const kept = theirs.filter((path) => !merged.files.has(path));
  const files = new Map([...result.files, ...merged.files]);
  return { result: { ...result, files }, kept, ours: paths.filter((path) => !kept.includes(path)) };
}

/** One commit on the branch. */
async function commit(job: Job, result: DevelopResult, kept: readonly string[]): Promise<Published> {
  const { world, voice, ask, key, repository, place, checkpoint, settings } = job;
  world.log.chapter('Committing');
  voice.progress.set({ phase: 'publishing' });
  const paths = committable(result);
  // What a person took over from us stays theirs for every later run.
  const waiting = unmadeRenames(job, result);
  // What has no file under its new name stays what it is.
  const moved = new Map([...job.moved].filter(([path]) => paths.includes(job.renamed.get(path) ?? '')));
  const isTheirs = (path: string) => place.own?.theirs.has(path) && !moved.has(path);
  const takenOver = place.own?.saved?.record.committed.filter(isTheirs) ?? [];
  const committed = [...new Set([...paths, ...takenOver])];
  voice.keepShown('done');
  const record = await checkpoint.finish(committed, knownOf(job, result));
  const trailers = writeTrailers({
    key,
    record,
    issueNumber: ask.issueNumber,
    handled: [],
    undone: null,
    runUrl: world.runUrl,
  });
  const published = await publish(world.github, {
    base: repository.base,
    defaultBranch: repository.defaultBranch,
    issueNumber: ask.issueNumber,
    key,
    place,
    moved,
    waiting: new Set(waiting.keys()),
    folder: settings.outputDir,
    files: new Map(paths.map((path) => [path, result.drawn.get(path) ?? result.files.get(path) ?? ''])),
    merged: new Set(paths.filter((path) => place.own?.theirs.has(path) && !kept.includes(path))),
    message: commitMessage(voice.view, trailers),
    cancelled: AbortSignal.any([world.cancelled, voice.stopped]),
  });
  voice.progress.setKept(published.kept);
  const count = paths.length - published.kept.length;
  world.log.line(`Commit ${published.commitSha.slice(0, 7)} on ${published.branch}: ${count} files.`);
  return published;
}
