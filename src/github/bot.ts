import { howToRun } from '../report/how-to-run.js';
import * as problems from '../report/problems.js';
import { commitMessage, pullRequestBody, pullRequestTitle } from '../report/pull-request.js';
import type { Problem } from '../report/view.js';
import { develop } from '../smol/develop.js';
import type { DevelopRequest, DevelopResult } from '../smol/events.js';
import { type Ask, keyOf, type OwnTrigger, readAsk, shortHash } from './ask.js';
import { whyNotAllowed } from './authorise.js';
import { branchName } from './branch-name.js';
import { type Earlier, findEarlier } from './earlier.js';
import { problemOf, together } from './failure.js';
import { blockedPaths } from './obstacles.js';
import { type Outcome, refused, skipped } from './outcome.js';
import { findPlace, type Place } from './place.js';
import { type Published, publish } from './publish.js';
import { openPullRequest, setAttributes } from './pull.js';
import { recordOf, saveBlob, saveRecord } from './record.js';
import { type Repository, readPaths, readRepository } from './repository.js';
import { readSettings, type Settings } from './settings.js';
import { Stop } from './stop.js';
import { writeTrailers } from './trailers.js';
import { readTrigger, type TriggerEvent } from './trigger.js';
import { Voice } from './voice.js';
import type { World } from './world.js';

/** What one run works on, once it is known. */
type Job = {
  readonly world: World;
  readonly voice: Voice;
  readonly settings: Settings;
  readonly ask: Ask;
  readonly key: string;
  readonly repository: Repository;
  readonly place: Place;
};

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
  const trigger = readTrigger(event, read.kind === 'settings' ? read.settings : triggerSettings(inputs));
  if (trigger.kind === 'none') return skipped(trigger.reason);
  if (trigger.kind === 'refused') return refused(trigger.problem);
  const voice = new Voice(world, trigger.issueNumber);
  try {
    if (read.kind === 'invalid') throw new Stop(together(read.problems));
    for (const warning of read.warnings) world.log.warning(warning);
    return await answer(trigger, read.settings, world, voice);
  } catch (error) {
    return voice.end('failed', problemOf(error, `${repositoryUrl(world)}/settings/actions`));
  }
}

/** What decides whether an event is ours, as far as it is known when the inputs are wrong. */
function triggerSettings(inputs: Readonly<Record<string, string>>) {
  const issueNumber = Number(inputs['issue-number'] ?? '');
  return {
    label: inputs.label?.trim() || 'smol',
    prompt: inputs.prompt?.trim() || null,
    issueNumber: Number.isSafeInteger(issueNumber) && issueNumber > 0 ? issueNumber : null,
    allowBots: [],
  };
}

async function answer(trigger: OwnTrigger, settings: Settings, world: World, voice: Voice): Promise<Outcome> {
  const { github, log } = world;
  log.chapter('Who asks, and for what');
  const repository = await readRepository(github, settings.base);
  const refusal = await whyNotAllowed(github, trigger);
  if (refusal !== null) return voice.end('skipped', refusal);
  if (trigger.issueNumber !== null && !repository.hasIssues) throw new Stop(problems.issuesDisabled());
  const ask = await readAsk(trigger, github);
  await voice.begin(ask, settings, shortHash(ask.prompt));

  const name = branchName(settings.branch, { ...ask, runId: world.runId });
  const place = await findPlace(github, name, repository.base.name);
  const job = { world, voice, settings, ask, key: keyOf(ask, settings, world.repository), repository, place };
  voice.progress.set({ base: repository.base.name });
  const earlier = await findEarlier(github, place, job.key);
  // A write that nobody sees shows, before anything is spent, whether we may write.
  if (earlier === null) await saveBlob(github, ask.prompt);
  else voice.progress.setEarlierUsage(earlier.usage);

  const built = await build(job, earlier);
  if (built === null) return voice.end('planned', null);
  const { result } = built;
  const isNew = [...result.files.keys()].some((path) => !earlier?.files.has(path));
  if (!isNew && place.own !== null) return propose(job, place.branch, place.own.head.sha, result);
  const published = await commit(job, built);
  return propose(job, published.branch, published.commitSha, result);
}

type Built = {
  readonly result: DevelopResult;
  /** Paths of all files of the base branch. */
  readonly existing: ReadonlySet<string>;
};

/** Plans and writes, telling of it on the way. Null: a dry run, which ends with the plan. */
async function build(job: Job, resume: Earlier | null): Promise<Built | null> {
  const { world, voice, settings, ask, repository } = job;
  const deadline = new AbortController();
  const minutes = settings.timeoutMs / 60_000;
  const timer = setTimeout(
    () => deadline.abort(new Stop(problems.deadlinePassed({ minutes }))),
    settings.timeoutMs,
  );
  const request: DevelopRequest = {
    prompt: ask.prompt,
    instructions: settings.instructions ?? undefined,
    limits: settings,
    protectedPaths: settings.protectedPaths,
    resume: resume ?? undefined,
    signal: AbortSignal.any([world.cancelled, deadline.signal]),
  };
  let existing: ReadonlySet<string> = new Set();
  world.log.chapter('Planning');
  try {
    for await (const event of develop(request, world.createModel(settings))) {
      voice.follow(event);
      if (event.type === 'done') return { result: withFiles(event.result, world.cancelled), existing };
      if (event.type !== 'plan.done') continue;
      if (settings.dryRun) return null;
      world.log.chapter('Writing');
      existing = await readPaths(world.github, repository.base.tree);
      voice.progress.setReplaced(existing);
    }
  } finally {
    clearTimeout(timer);
  }
  throw new Error('The development ended without a result.');
}

/** A result with at least one file, of a run that was not cancelled. Throws what stands in the way. */
function withFiles(result: DevelopResult, cancelled: AbortSignal): DevelopResult {
  cancelled.throwIfAborted();
  const [failure] = result.failed;
  if (result.files.size === 0 && failure !== undefined) throw failure.error;
  return result;
}

/** One commit on the branch. */
async function commit(job: Job, { result, existing }: Built): Promise<Published> {
  const { world, voice, ask, key, repository, place } = job;
  world.log.chapter('Committing');
  voice.progress.set({ phase: 'publishing' });
  const record = await saveRecord(world.github, recordOf(result));
  const trailers = writeTrailers({ key, record, issueNumber: ask.issueNumber, runUrl: world.runUrl });
  const blocked = blockedPaths(result.files.keys(), existing);
  const setAside = result.plan.files.flatMap((file) => (file.setAside === null ? [] : [file.path]));
  const left = new Set([...blocked, ...setAside]);
  const published = await publish(world.github, {
    base: repository.base,
    place,
    files: new Map([...result.files].filter(([path]) => !left.has(path))),
    message: commitMessage(voice.view, trailers),
  });
  voice.progress.addNotes(
    published.kept.map((path) => `${path} stays as a person changed it on the branch.`),
  );
  return published;
}

/** Opens the pull request, or brings the open one up to date, and says so. */
async function propose(job: Job, branch: string, commitSha: string, result: DevelopResult): Promise<Outcome> {
  const { world, voice, settings, ask, repository, place } = job;
  const missing = incompleteness(result);
  world.log.chapter('Opening the pull request');
  voice.progress.set({ branch, commitSha, howToRun: howToRun(result.files), problem: missing });
  voice.progress.set({ phase: missing === null ? 'done' : 'partial', finishedAt: world.now() });
  const draft = settings.draft === 'auto' ? missing !== null : settings.draft;
  const text = { title: pullRequestTitle(voice.view), body: pullRequestBody(voice.view), draft };
  const base = repository.base.name;
  const existing = place.branch === branch ? place.pull : null;
  const pull = await openPullRequest(world.github, { branch, base, existing }, text);
  if (pull.kind === 'forbidden') return voice.end('partial', forbidden(world, base, branch));
  voice.progress.set({ pullRequest: pull });
  voice.progress.addNotes(await setAttributes(world.github, pull.number, settings));
  if (ask.issueNumber === null && pull.authorId !== null)
    await voice.commentOnPull(pull.number, pull.authorId);
  return voice.end(missing === null ? pull.operation : 'partial', missing);
}

/** Why a result is not whole; null when it is. */
function incompleteness({ failed, plan }: DevelopResult): Problem | null {
  const [first] = failed;
  if (first === undefined) return null;
  if (first.error instanceof Stop) return first.error.problem;
  return problems.filesFailed({ failed: failed.map(({ path }) => path), total: plan.files.length });
}

function forbidden(world: World, base: string, branch: string): Problem {
  return problems.pullRequestsForbidden({
    compareUrl: `${repositoryUrl(world)}/compare/${base}...${branch}?expand=1`,
    settingsUrl: `${repositoryUrl(world)}/settings/actions`,
  });
}

function repositoryUrl({ serverUrl, repository }: World): string {
  return `${serverUrl}/${repository}`;
}
