import type { Model } from '../model/port.js';
import type { CommentMark } from '../report/plan-comment.js';
import { differenceSentences } from '../report/plan-difference.js';
import * as problems from '../report/problems.js';
import { commitMessage } from '../report/pull-request.js';
import * as refusals from '../report/refusals.js';
import { quoteOf } from '../smol/budget.js';
import { develop } from '../smol/develop.js';
import type { DevelopRequest, DevelopResult, Plan } from '../smol/events.js';
import { readFileList } from '../smol/file-list.js';
import { readPlan } from '../smol/plan.js';
import { comparePlans } from '../smol/plan-difference.js';
import { keyOf, readAsk } from './ask.js';
import { branchName } from './branch-name.js';
import {
  type Checkpoint,
  CheckpointWriter,
  loadCheckpoint,
  openCheckpoint,
  type RunRecord,
} from './checkpoint.js';
import { startDeadline } from './deadline.js';
import { type EditedPlan, readEditedPlan } from './edited-plan.js';
import { readExisting } from './existing.js';
import { folderOf, inFolder, protectedIn } from './folder.js';
import { withHouseRules } from './house-rules.js';
import { downloadImage } from './image-download.js';
import { type Images, readImages } from './images.js';
import type { BuildStart, Job, Order } from './job.js';
import { lookAgain } from './look-again.js';
import { mergeWithTheirs } from './merge.js';
import { findObstacles } from './obstacles.js';
import type { Outcome } from './outcome.js';
import { type Entry, findPlace, type Place, readTree } from './place.js';
import { propose } from './propose.js';
import { type Published, publish } from './publish.js';
import { assertMayPropose } from './repository.js';
import { Stop } from './stop.js';
import { writeTrailers } from './trailers.js';
import { committedFiles } from './whole-app.js';

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
  const { ask, key, place, committed, edited } = found;
  log.line(`${trigger.requester.login} asks: ${ask.title}`);
  cancelled.throwIfAborted();
  const { saved, noted, kept } = await keepEdits(start, found);
  await voice.begin(ask, settings, key, kept);
  voice.progress.set({
    base: repository.base.name,
    commenters: ask.commenters,
    planEdits: edited?.sentences ?? saved?.record.planEdits ?? [],
  });
  if (ask.secretsRemoved) voice.progress.addNotes([problems.keyInPrompt()]);
  if (edited?.note) voice.progress.addNotes([edited.note]);
  cancelled.throwIfAborted();
  await assertMayPropose(github, repository.base.name);
  cancelled.throwIfAborted();
  // A write that nobody sees shows, before anything is spent, whether we may write.
  const checkpoint = new CheckpointWriter(github, saved ?? (await openCheckpoint(github, ask.prompt)));
  voice.saveWith(checkpoint, key);
  if (saved !== null) voice.progress.setEarlierUsage(saved.record.usage);
  const resume = saved === null ? undefined : resumeOf(order, saved.record);
  const previous = previousOf(order, place, key, noted);
  const quote = order.kind === 'build' ? (saved?.record.quote ?? null) : null;
  const isEdited = (saved?.record.planEdits.length ?? 0) > 0;
  return build({ ...start, ask, key, place, checkpoint, committed, resume, previous, quote, isEdited });
}

type Found = Pick<Job, 'ask' | 'key' | 'place' | 'committed'> & {
  /** What runs for the same request saved. */
  readonly saved: Checkpoint | null;
  /** What the comment names, of whichever request. */
  readonly noted: Checkpoint | null;
  readonly notedKey: string | null;
  /** What a person made of the plan that waits. */
  readonly edited: EditedPlan | null;
};

/** Looks at all that is there; writes nothing but 👀. Throws Stop. */
async function look(start: BuildStart): Promise<Found> {
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
async function keepEdits(
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
function resumeOf(order: Order, record: RunRecord): Job['resume'] {
  if (record.plan === '') return undefined;
  const again = order.kind === 'retry' ? order.path : null;
  const files = Object.entries(record.files).filter(([path]) => path !== again);
  return { plan: record.plan, files: new Map(files) };
}

/**
 * What there was before the request became different: what our last commit on the branch made of it, or the plan that
 * remarks are about. Changes after reviews are a part of it.
 */
function previousOf(order: Order, { own }: Place, key: string, noted: Checkpoint | null): Job['previous'] {
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

/** From the plan to the pull request. */
async function build(job: Job): Promise<Outcome> {
  const { world, voice, place, committed, order, trigger, settings } = job;
  const made = await write(job);
  if (made === null) return voice.end('planned', null);
  const { result, kept, ours } = await respectTheirs(job, made);
  voice.progress.setKept(kept);
  const isNew = committed === null || ours.some((path) => committed.files[path] !== result.files.get(path));
  if (!isNew && place.own !== null) return propose(job, place.branch, place.own.head.sha, result);
  const label = order.kind === 'start' ? settings.label : null;
  const { withdrawn, isEdited } = await lookAgain(world.github, trigger, label);
  world.cancelled.throwIfAborted();
  voice.stopped.throwIfAborted();
  if (withdrawn !== null) return voice.end('skipped', withdrawn);
  if (isEdited) voice.progress.addNotes([problems.issueEditedMeanwhile()]);
  const { branch, commitSha } = await commit(job, result, kept);
  return propose(job, branch, commitSha, result);
}

/** Plans and writes, telling of it on the way. Null: the run ends with the plan. */
async function write(job: Job): Promise<DevelopResult | null> {
  const { world, voice, settings, committed } = job;
  const deadline = startDeadline(settings.timeoutMs);
  try {
    const signal = AbortSignal.any([world.cancelled, voice.stopped, deadline.signal]);
    const model = world.createModel(settings);
    const asked = { ...(await requestOf(job)), signal };
    const request = { ...asked, limits: await limitsOf(job, model, asked) };
    world.log.chapter('Planning');
    if (request.resume === undefined) world.log.line(`${settings.planModel} is asked for a plan.`);
    for await (const event of develop(request, model)) {
      voice.follow(event);
      if (event.type === 'done')
        return withFiles(event.result, AbortSignal.any([world.cancelled, voice.stopped]));
      if (event.type !== 'plan.done') continue;
      tellDifference(job, event.plan);
      if (settings.dryRun) return null;
      if (committed === null && isToWait(job)) {
        voice.progress.set({ quote: await quoteOf(model, request, event.plan) });
        return null;
      }
      world.log.chapter('Writing');
    }
  } finally {
    deadline.stop();
  }
  throw new Error('The development ended without a result.');
}

/** Pictures of the request, for the planner. Throws Stop. */
async function picturesOf({ ask, world }: Job): Promise<Images> {
  if (ask.issueNumber === null) return { images: [], unseen: 0 };
  const { issueNumber, body } = ask;
  const { github, serverUrl } = world;
  return readImages(github, { issueNumber, body, serverUrl, fetchImage: downloadImage });
}

/** Says what became different against the plan before. */
function tellDifference({ previous, settings, voice }: Job, plan: Plan): void {
  if (previous === undefined) return;
  const protectedPaths = protectedIn(settings.protectedPaths, settings.outputDir);
  const before = readPlan(previous.plan, { protectedPaths, maxFiles: Number.POSITIVE_INFINITY });
  if ('unreadable' in before) return;
  voice.progress.set({ planDifference: differenceSentences(comparePlans(before, plan)) });
}

/** The caps of the workflow, and where a person has seen a price, that as well. */
async function limitsOf(job: Job, model: Model, request: DevelopRequest): Promise<DevelopRequest['limits']> {
  const { settings, quote, isEdited, resume } = job;
  if (quote === null || resume === undefined) return settings;
  const rules = {
    ...settings,
    protectedPaths: request.protectedPaths ?? [],
    existing: request.existing?.paths,
  };
  const plan = isEdited ? readPlan(resume.plan, rules) : null;
  const isRead = plan !== null && !('unreadable' in plan);
  const { tokens, costUsd } = isRead ? await quoteOf(model, request, plan) : quote;
  return {
    maxFiles: settings.maxFiles,
    isAgreed: true,
    maxTotalTokens: Math.min(settings.maxTotalTokens ?? tokens, tokens),
    maxCostUsd: costUsd === null ? settings.maxCostUsd : Math.min(settings.maxCostUsd ?? costUsd, costUsd),
  };
}

/** Whether the plan waits for a person before anything is spent on files: also one that nobody has seen yet. */
function isToWait({ order, settings, resume }: Job): boolean {
  if (order.kind === 'plan') return true;
  return settings.approval === 'plan' && (order.kind === 'start' || resume === undefined);
}

/** What the model is asked for, with what is there already. Throws Stop. */
async function requestOf(job: Job): Promise<DevelopRequest> {
  const { world, voice, settings, ask, repository, place, resume, previous } = job;
  const { redact, refuseContent } = world.secrets;
  // An app that is there is changed on the tree that its branch stands on.
  const ground = place.own?.ground ?? repository.base.tree;
  const files = await readWhole(job, ground);
  const base = ground === repository.base.tree ? files : await readWhole(job, repository.base.tree);
  const folder = folderOf(settings.outputDir);
  const inside = inFolder(files, folder);
  const { existing, houseRules } = await readExisting(world.github, {
    files,
    base,
    folder: settings.outputDir,
    prompt: ask.prompt,
    redact,
  });
  const { images, unseen } = resume === undefined ? await picturesOf(job) : { images: [], unseen: 0 };
  if (unseen > 0) voice.progress.set({ unseenImages: unseen });
  const instructions = settings.instructions === null ? null : redact(settings.instructions);
  voice.progress.setReplaced(new Set(inside.keys()));
  voice.progress.set({
    hasCode: existing !== null,
    houseRules: houseRules.map(({ path }) => path),
  });
  const refuse = findObstacles([...files.keys(), ...[...(place.own?.theirs ?? [])].map(folder.full)]);
  return {
    prompt: ask.prompt,
    instructions: withHouseRules(instructions, houseRules),
    limits: settings,
    protectedPaths: protectedIn(settings.protectedPaths, settings.outputDir),
    refusePath: (path) => refuse(folder.full(path)),
    refuseContent,
    existing: existing ?? undefined,
    images,
    resume,
    previous,
  };
}

/** All files of a tree: where some are not told, none could be said to be new. Throws Stop. */
async function readWhole({ world }: Job, tree: string): Promise<ReadonlyMap<string, Entry>> {
  const { files, isCut } = await readTree(world.github, tree);
  if (isCut) throw new Stop(refusals.repositoryTooLarge());
  return files;
}

/** A result with at least one file, of a run that was not cancelled. Throws what stands in the way. */
function withFiles(result: DevelopResult, broken: AbortSignal): DevelopResult {
  broken.throwIfAborted();
  const [failure] = result.failed;
  if (result.files.size === 0 && failure !== undefined) throw failure.error;
  if (result.files.size === 0) throw new Stop(refusals.nothingToChange());
  if (committable(result).length === 0) throw new Stop(problems.nothingToCommit());
  return result;
}

/** Paths of the files that are made and not set aside. */
function committable({ plan, files }: DevelopResult): string[] {
  return plan.files.flatMap(({ path, setAside }) => (setAside === null && files.has(path) ? [path] : []));
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
  const takenOver = place.own?.saved?.record.committed.filter((path) => place.own?.theirs.has(path)) ?? [];
  const committed = [...new Set([...paths, ...takenOver])];
  const record = await checkpoint.finish(committed);
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
    folder: settings.outputDir,
    files: new Map(paths.map((path) => [path, result.files.get(path) ?? ''])),
    merged: new Set(paths.filter((path) => place.own?.theirs.has(path) && !kept.includes(path))),
    message: commitMessage(voice.view, trailers),
    cancelled: AbortSignal.any([world.cancelled, voice.stopped]),
  });
  voice.progress.setKept(published.kept);
  const count = paths.length - published.kept.length;
  world.log.line(`Commit ${published.commitSha.slice(0, 7)} on ${published.branch}: ${count} files.`);
  return published;
}
