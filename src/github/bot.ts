import * as problems from '../report/problems.js';
import { commitMessage } from '../report/pull-request.js';
import { develop } from '../smol/develop.js';
import type { DevelopRequest, DevelopResult } from '../smol/events.js';
import { keyOf, type OwnTrigger, readAsk } from './ask.js';
import { whyNotAllowed } from './authorise.js';
import { branchName } from './branch-name.js';
import { type Checkpoint, CheckpointWriter, loadCheckpoint, openCheckpoint } from './checkpoint.js';
import { problemOf, together } from './failure.js';
import type { Earlier, Job } from './job.js';
import { lookAgain } from './look-again.js';
import { findObstacles } from './obstacles.js';
import { type Outcome, refused, skipped } from './outcome.js';
import { findPlace, readTree } from './place.js';
import { propose } from './propose.js';
import { type Published, publish } from './publish.js';
import { assertMayPropose, readRepository } from './repository.js';
import { readSettings, type Settings } from './settings.js';
import { Stop } from './stop.js';
import { writeTrailers } from './trailers.js';
import { readTrigger, type TriggerEvent } from './trigger.js';
import { Voice } from './voice.js';
import { repositoryUrl, type World } from './world.js';

/**
 * One run of the action, from the event to the pull request.
 *
 * @param inputs name → value of every input that is set.
 * @returns how it ended. Does not reject for what a person can mend.
 */
export async function runBot(
  event: TriggerEvent,
  inputs: Readonly<Record<string, string>>,
  world: World,
): Promise<Outcome> {
  const read = readSettings(inputs);
  const trigger = readTrigger(event, read.kind === 'settings' ? read.settings : read.trigger);
  if (trigger.kind === 'none') return skipped(trigger.reason);
  if (trigger.kind === 'refused') return refused(trigger.problem);
  const voice = new Voice(world, trigger.issueNumber);
  try {
    if (read.kind === 'invalid') throw new Stop(together(read.problems));
    for (const warning of read.warnings) world.log.warning(warning);
    return await answer(event, trigger, read.settings, world, voice);
  } catch (error) {
    const settingsUrl = `${repositoryUrl(world)}/settings/secrets/actions`;
    // Whatever broke off because of it: the run was cancelled.
    return voice.end(
      'failed',
      problemOf(world.cancelled.aborted ? world.cancelled.reason : error, settingsUrl),
    );
  }
}

async function answer(
  event: TriggerEvent,
  trigger: OwnTrigger,
  settings: Settings,
  world: World,
  voice: Voice,
): Promise<Outcome> {
  const { github, log, cancelled } = world;
  log.chapter('Who asks, and for what');
  const repository = await readRepository(github, settings.base, event.payload);
  const refusal = await whyNotAllowed(github, trigger);
  if (refusal !== null) return voice.end('skipped', refusal);
  if (trigger.issueNumber !== null && !repository.hasIssues) throw new Stop(problems.issuesDisabled());
  const ask = await readAsk(trigger, github, world.secrets);
  if (ask.secretsRemoved) voice.progress.addNotes([problems.keyInPrompt()]);
  log.line(`${trigger.requester.login} asks: ${ask.title}`);
  const key = keyOf(ask, settings, world.repository);
  cancelled.throwIfAborted();
  await voice.begin(ask, settings, key);
  cancelled.throwIfAborted();
  await assertMayPropose(github, repository.base.name);
  cancelled.throwIfAborted();

  const name = branchName(settings.branch, { ...ask, runId: world.runId });
  const isAgain = voice.isAgain || world.runAttempt > 1;
  const { issueNumber } = ask;
  const place = await findPlace(github, {
    name,
    base: repository.base.name,
    defaultBranch: repository.defaultBranch,
    issueNumber,
    isAgain,
  });
  cancelled.throwIfAborted();
  voice.progress.set({ base: repository.base.name });
  const job = { world, voice, settings, trigger, ask, key, repository, place };
  return build({ ...job, ...(await resume(job)) });
}

/** Finds what earlier runs of the same request left, and saves from there on. */
async function resume({ world, voice, ask, key, place }: Omit<Job, keyof Earlier>): Promise<Earlier> {
  const { github } = world;
  const committed = place.own?.key === key ? place.own.saved : null;
  const tree = voice.view.checkpoint?.tree;
  const isOther = tree !== undefined && tree !== committed?.tree;
  const saved = fuller(committed, isOther ? await loadCheckpoint(github, tree) : null);
  // A write that nobody sees shows, before anything is spent, whether we may write.
  const checkpoint = new CheckpointWriter(github, saved ?? (await openCheckpoint(github, ask.prompt)));
  voice.saveWith(checkpoint, key);
  if (saved !== null) voice.progress.setEarlierUsage(saved.record.usage);
  return { committed: committed?.record ?? null, earlier: saved?.record ?? null, checkpoint };
}

/** The one that knows more files: a run that was cut off may be behind its commit, or ahead of the one before. */
function fuller(committed: Checkpoint | null, noted: Checkpoint | null): Checkpoint | null {
  const size = (checkpoint: Checkpoint | null) => Object.keys(checkpoint?.record.files ?? {}).length;
  return noted === null || size(committed) >= size(noted) ? (committed ?? noted) : noted;
}

/** From the plan to the pull request. */
async function build(job: Job): Promise<Outcome> {
  const { voice, place, committed } = job;
  const result = await write(job);
  if (result === null) return voice.end('planned', null);
  const { kept, ours } = divide(job, result);
  voice.progress.setKept(kept);
  const isNew = committed === null || ours.some((path) => committed.files[path] === undefined);
  if (!isNew && place.own !== null) return propose(job, place.branch, place.own.head.sha, result);
  const { withdrawn, isEdited } = await lookAgain(job.world.github, job.trigger, job.settings.label);
  job.world.cancelled.throwIfAborted();
  if (withdrawn !== null) return voice.end('skipped', withdrawn);
  if (isEdited) voice.progress.addNotes([problems.issueEditedMeanwhile()]);
  const { branch, commitSha } = await commit(job, result);
  return propose(job, branch, commitSha, result);
}

/** Plans and writes, telling of it on the way. Null: a dry run, which ends with the plan. */
async function write(job: Job): Promise<DevelopResult | null> {
  const { world, voice, settings, ask, repository, place, earlier } = job;
  const { redact, refuseContent } = world.secrets;
  const { files: existing } = await readTree(world.github, repository.base.tree);
  voice.progress.setReplaced(new Set(existing.keys()));
  const added = place.own?.theirs ?? [];
  const deadline = startDeadline(settings.timeoutMs);
  const request: DevelopRequest = {
    prompt: ask.prompt,
    instructions: settings.instructions === null ? undefined : redact(settings.instructions),
    limits: settings,
    protectedPaths: settings.protectedPaths,
    refusePath: findObstacles([...existing.keys(), ...added]),
    refuseContent,
    resume:
      earlier === null ? undefined : { plan: earlier.plan, files: new Map(Object.entries(earlier.files)) },
    signal: AbortSignal.any([world.cancelled, deadline.signal]),
  };
  world.log.chapter('Planning');
  if (earlier === null) world.log.line(`${settings.planModel} is asked for a plan.`);
  try {
    for await (const event of develop(request, world.createModel(settings))) {
      voice.follow(event);
      if (event.type === 'done') return withFiles(event.result, world.cancelled);
      if (event.type !== 'plan.done') continue;
      if (settings.dryRun) return null;
      world.log.chapter('Writing');
    }
  } finally {
    deadline.stop();
  }
  throw new Error('The development ended without a result.');
}

/** A signal that is aborted when the run has taken so many milliseconds. */
function startDeadline(timeoutMs: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const passed = new Stop(problems.deadlinePassed({ minutes: timeoutMs / 60_000 }));
  const timer = setTimeout(() => controller.abort(passed), timeoutMs);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

/** A result with at least one file, of a run that was not cancelled. Throws what stands in the way. */
function withFiles(result: DevelopResult, cancelled: AbortSignal): DevelopResult {
  cancelled.throwIfAborted();
  const [failure] = result.failed;
  if (result.files.size === 0 && failure !== undefined) throw failure.error;
  if (committable(result).length === 0) throw new Stop(problems.nothingToCommit());
  return result;
}

/** Paths of the files that are made and not set aside. */
function committable({ plan, files }: DevelopResult): string[] {
  return plan.files.flatMap(({ path, setAside }) => (setAside === null && files.has(path) ? [path] : []));
}

/** Of the files that can be committed: those that are, and those where a person's stay. */
function divide({ place }: Job, result: DevelopResult): { ours: string[]; kept: string[] } {
  const isTheirs = (path: string) => place.own?.theirs.has(path) ?? false;
  const paths = committable(result);
  return { ours: paths.filter((path) => !isTheirs(path)), kept: paths.filter(isTheirs) };
}

/** One commit on the branch. */
async function commit(job: Job, result: DevelopResult): Promise<Published> {
  const { world, voice, ask, key, repository, place, checkpoint } = job;
  world.log.chapter('Committing');
  voice.progress.set({ phase: 'publishing' });
  const paths = committable(result);
  // What a person took over from us stays theirs for every later run.
  const takenOver = place.own?.saved?.record.committed.filter((path) => place.own?.theirs.has(path)) ?? [];
  const committed = [...new Set([...paths, ...takenOver])];
  const record = await checkpoint.finish(committed);
  const trailers = writeTrailers({ key, record, issueNumber: ask.issueNumber, runUrl: world.runUrl });
  const published = await publish(world.github, {
    base: repository.base,
    defaultBranch: repository.defaultBranch,
    issueNumber: ask.issueNumber,
    key,
    place,
    files: new Map(paths.map((path) => [path, result.files.get(path) ?? ''])),
    message: commitMessage(voice.view, trailers),
    cancelled: world.cancelled,
  });
  voice.progress.setKept(published.kept);
  const count = paths.length - published.kept.length;
  world.log.line(`Commit ${published.commitSha.slice(0, 7)} on ${published.branch}: ${count} files.`);
  return published;
}
