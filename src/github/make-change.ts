import * as refusals from '../report/refusals.js';
import type { DevelopResult, ReviseRequest } from '../smol/events.js';
import type { Source } from '../smol/prompts.js';
import { revise } from '../smol/revise.js';
import { startDeadline } from './api/deadline.js';
import { folderOf, protectedIn } from './api/folder.js';
import { Stop } from './api/stop.js';
import type { PersonsRemark } from './asked/remarks.js';
import { type Entry, headOf, readTree } from './branch/place.js';
import { readApp, reader } from './repository/existing.js';
import { readHouseRules, withHouseRules } from './repository/house-rules.js';
import { findObstacles } from './repository/obstacles.js';
import type { RevisionJob as Job } from './revision-job.js';
import { committedFiles } from './saved/whole-app.js';

/** The files of the commit that is changed. */
export type Standing = ReadonlyMap<string, Entry>;

export async function makeChange(
  job: Job,
  standing: Standing,
  resume: ReviseRequest['resume'],
): Promise<DevelopResult> {
  const { world, voice, settings, record } = job;
  const { redact, refuseContent } = world.secrets;
  const open = job.open.map((remark) => asInApp(remark, settings.outputDir));
  const prompt = open.map(wordsOf).join('\n');
  const known = committedFiles(record).values();
  const existing = await readApp(world.github, { files: standing, prompt, redact }, known);
  const instructions = settings.instructions === null ? null : redact(settings.instructions);
  const deadline = startDeadline(settings.timeoutMs);
  const request: ReviseRequest = {
    prompt: record.prompt,
    instructions: withHouseRules(instructions, await houseRulesOf(job)),
    plan: record.plan,
    left: record.checks?.left,
    changes: record.revisions.map(({ change }) => change),
    remarks: open,
    existing,
    limits: settings,
    protectedPaths: protectedIn(settings.protectedPaths, settings.outputDir),
    refusePath: findObstacles(standing.keys()),
    refuseContent,
    resume,
    signal: AbortSignal.any([world.cancelled, voice.stopped, deadline.signal]),
  };
  const authors = [...new Set(open.map(({ author }) => author))].join(', ');
  world.log.chapter('Reading the remarks');
  world.log.line(`Remarks to answer: ${open.length}, of ${authors}.`);
  try {
    for await (const event of revise(request, world.createModel(settings))) {
      voice.follow(event);
      if (event.type !== 'done') continue;
      // Where only the time is over, what is whole is committed.
      AbortSignal.any([world.cancelled, voice.stopped]).throwIfAborted();
      return event.result;
    }
  } finally {
    deadline.stop();
  }
  throw new Error('The revision ended without a result.');
}

/** The rules of the base branch: those on the branch under review may be of anybody's making. */
async function houseRulesOf({ world, pull, settings, voice }: Job): Promise<Source[]> {
  const { github, secrets } = world;
  const base = await headOf(github, pull.base);
  if (base === null) return [];
  const { files } = await readTree(github, base.tree);
  const read = reader(github, secrets.redact);
  const rules = await readHouseRules({ files, folder: settings.outputDir, read });
  voice.progress.set({ houseRules: rules.map(({ path }) => path) });
  return rules;
}

/** A remark with the path that its file has in the app; GitHub tells that of the repository. */
function asInApp(remark: PersonsRemark, folder: string): PersonsRemark {
  const { where } = remark;
  if (where === null) return remark;
  return { ...remark, where: { ...where, path: folderOf(folder).relative(where.path) ?? where.path } };
}

/** The words of a remark, with the file it is about: what is named in it is shown first. */
function wordsOf({ text, where }: PersonsRemark): string {
  return where === null ? text : `${where.path}\n${text}`;
}

/** A change is made as a whole or not at all: half of one would break what works. */
export function assertWhole({ plan, failed }: DevelopResult): void {
  const [first] = failed.filter(({ path }) => plan.files.some((file) => file.path === path));
  if (first === undefined) return;
  if (first.error instanceof Stop) throw first.error;
  const reasons = failed.map(({ path, error }) => ({ path, reason: error.message }));
  throw new Stop(refusals.changeFailed({ failed: reasons, total: plan.files.length }), first.error);
}
