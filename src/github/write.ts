import type { Model } from '../model/port.js';
import { differenceSentences } from '../report/plan-difference.js';
import * as problems from '../report/problems.js';
import * as refusals from '../report/refusals.js';
import { quoteOf } from '../smol/budget.js';
import { develop } from '../smol/develop.js';
import type { DevelopRequest, DevelopResult, Plan } from '../smol/events.js';
import { readPlan } from '../smol/plan.js';
import { comparePlans } from '../smol/plan-difference.js';
import { startDeadline } from './api/deadline.js';
import { folderOf, inFolder, protectedIn } from './api/folder.js';
import { Stop } from './api/stop.js';
import { downloadImage } from './asked/image-download.js';
import { type Images, readImages } from './asked/images.js';
import { type Entry, readTree } from './branch/place.js';
import type { Job } from './job.js';
import { readExisting } from './repository/existing.js';
import { withHouseRules } from './repository/house-rules.js';
import { findObstacles } from './repository/obstacles.js';

/** Plans and writes, telling of it on the way. Null: the run ends with the plan. */
export async function write(job: Job): Promise<DevelopResult | null> {
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

/** Says what became different against the plan before, unless people made it so: that is said already. */
function tellDifference({ previous, isEdited, settings, voice }: Job, plan: Plan): void {
  if (previous === undefined || isEdited) return;
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
    drawn: request.drawn,
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
  const { world, voice, settings, ask, repository, place, resume, previous, committed } = job;
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
    changes: committed?.revisions.map(({ change }) => change),
    drawn: new Set(place.own?.saved?.record.drawn.map(({ path }) => path)),
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
  if (result.files.size + result.drawn.size === 0) throw new Stop(refusals.nothingToChange());
  if (committable(result).length === 0) throw new Stop(problems.nothingToCommit());
  return result;
}

/** Paths of the files that are made and not set aside. */
export function committable({ plan, files, drawn }: DevelopResult): string[] {
  const isMade = (path: string) => files.has(path) || drawn.has(path);
  return plan.files.flatMap(({ path, setAside }) => (setAside === null && isMade(path) ? [path] : []));
}
