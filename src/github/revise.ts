import { count } from '../report/format.js';
import * as problems from '../report/problems.js';
import { revisionMessage } from '../report/pull-request.js';
import * as refusals from '../report/refusals.js';
import type { Plan, ReviseRequest } from '../smol/events.js';
import { folderOf } from './api/folder.js';
import { Stop } from './api/stop.js';
import { readUnbuilt, withPending } from './asked/pending-edit.js';
import type { PersonsRemark, Remarks } from './asked/remarks.js';
import { revisionKey } from './asked/revision-key.js';
import type { TreeChange } from './branch/commits.js';
import { writePictures } from './branch/pictures.js';
import { headOf, type OwnBranch, readOwn } from './branch/place.js';
import { changesOf, commitChange } from './branch/publish-change.js';
import { writeTrailers } from './branch/trailers.js';
import { assertWhole, makeChange, type Standing } from './make-change.js';
import { conclude, fail, finish, leaveToOther, sayAgain } from './revision-end.js';
import { type RevisionJob as Job, type Revising, readSaid } from './revision-job.js';
import { recordOf } from './revision-record.js';
import {
  type Checkpoint,
  CheckpointWriter,
  loadCheckpoint,
  NO_RECORD,
  openCheckpoint,
  type RunRecord,
  saveCheckpoint,
} from './saved/checkpoint.js';
import { revisionsView } from './saved/whole-app.js';
import { type Answer, answerRemarks } from './told/answers.js';
import { type Outcome, skipped } from './told/outcome.js';
import { reactTo } from './told/reaction.js';
import type { EarlierComment } from './told/status.js';
import { Voice } from './told/voice.js';

/** How often a branch that somebody else was faster on is worked on again. */
const MAX_RACES = 3;

/**
 * From the remarks on a pull request of ours to a commit that does what they ask for, and a reply to each.
 *
 * @returns how it ended; without a trace when nothing was said that is not answered already.
 * @throws Stop
 */
export async function revisePull(revising: Revising): Promise<Outcome> {
  const { pull, world } = revising;
  const own = await readBranch(revising);
  const said = await readSaid(revising);
  await answerMisplaced(revising, said);
  const open = unanswered(said.all, own, said);
  // What a run that broke off has committed, but did not say.
  const last = own.commits.findLast(({ handled, undone }) => handled.length > 0 && undone === null);
  const isUnsaid = last?.handled.some((key) => !said.handled.has(key)) ?? false;
  if (open.length === 0 && !isUnsaid) return skipped('Nothing was said that is not answered already.');
  const record = own.saved?.record ?? NO_RECORD;
  const voice = new Voice(world, pull.issueNumber, pull.number);
  let job: Job = { ...revising, voice, own, record, said, open, pending: null };
  try {
    const key = revisionKey(open, own.head.sha, revising.settings);
    const earlier = await voice.readEarlier();
    job = await withUnbuilt(job, earlier);
    await begin(job, key, earlier);
    if (isUnsaid && last !== undefined) await sayAgain(job, last);
    if (open.length === 0) return await conclude(job, { record, sha: own.head.sha, handled: [] });
    return await work(job, key);
  } catch (error) {
    return fail(job, error);
  }
}

/** Whoever gives a command in a review is told where commands are read; no model is asked what it may mean. */
async function answerMisplaced(revising: Revising, { misplaced, replied }: Remarks): Promise<void> {
  const answers = misplaced.map((remark) => ({ remark, reply: refusals.commandMisplaced() }));
  await answerRemarks(revising.world.github, answers, replied, {
    pullNumber: revising.pull.number,
    commit: null,
    reaction: 'confused',
    readReplied: async () => (await readSaid(revising)).replied,
  });
}

/** Of remarks those that neither a commit nor our comment says are answered. */
function unanswered(remarks: readonly PersonsRemark[], { commits }: OwnBranch, { handled }: Remarks) {
  const done = new Set([...handled, ...commits.flatMap((commit) => commit.handled)]);
  return remarks.filter(({ key }) => !done.has(key));
}

async function readBranch({ pull, settings, world }: Revising): Promise<OwnBranch> {
  const { github } = world;
  const { branch, base, issueNumber } = pull;
  const head = await headOf(github, branch);
  const own =
    head === null
      ? null
      : await readOwn(github, branch, head, { base, issueNumber, folder: settings.outputDir });
  if (own === null) throw new Stop(refusals.branchGone({ branch }));
  return own;
}

/** With what was made of the plan since our last commit. Throws Stop. */
async function withUnbuilt(job: Job, earlier: EarlierComment | null): Promise<Job> {
  const { own, world, voice } = job;
  const unbuilt = await readUnbuilt(world, earlier, own);
  if (unbuilt === null) return job;
  const { saved, pending, note } = unbuilt;
  if (note !== null) voice.progress.addNotes([note]);
  return { ...job, own: { ...own, saved }, record: saved.record, pending };
}

async function begin(job: Job, key: string, earlier: EarlierComment | null): Promise<void> {
  const { voice, world, pull, settings, record, own, said, open, pending } = job;
  const { number, url, isDraft: draft, base, branch, title } = pull;
  voice.progress.set({
    base,
    branch,
    pullRequest: { number, url, draft, operation: 'none' },
    revision: { remarks: open.length },
    revisions: revisionsView(record, own.head.sha),
    handled: [...said.handled],
  });
  await Promise.all(open.map((remark) => reactTo(world.github, remark.said, 'eyes').catch(() => {})));
  voice.progress.setEarlierUsage(record.usage);
  const mark = earlier?.mark.checkpoint ?? null;
  const tree = mark?.key === key ? mark.tree : null;
  const kept = pending === null ? null : { key, tree: (await readChange(job, tree)).tree };
  await voice.begin({ title, prompt: record.prompt, hiddenTextRemoved: false }, settings, key, kept);
}

/** What an earlier run on the same remarks saved, with the edit that waits by now. Throws Stop. */
async function readChange(job: Job, tree: string | null): Promise<Checkpoint> {
  const found = tree === null ? null : await loadCheckpoint(job.world.github, tree);
  return found === null ? openChange(job) : withPending(job.world, found, job.pending);
}

/** The checkpoint of a change of which nothing is known yet. Throws Stop. */
async function openChange({ world: { github }, open, pending }: Job): Promise<Checkpoint> {
  const opened = await openCheckpoint(github, open.map(({ text }) => text).join('\n\n'));
  const record = { ...opened.record, isChange: true, pending };
  return pending === null ? { ...opened, record } : saveCheckpoint(github, opened, record);
}

/** Plans the change, makes it, commits it, and says so. */
async function work(begun: Job, key: string): Promise<Outcome> {
  const { world } = begun;
  let { resume: known } = await resume(begun, key);
  let job = begun;
  for (let race = 1; race <= MAX_RACES; race += 1) {
    const { standing } = job.own;
    const result = await makeChange(job, standing, known);
    assertWhole(result);
    const { full } = folderOf(job.settings.outputDir);
    const pictures = await writePictures(world.github, result.drawn);
    const changes = changesOf(result.plan, result.files, standing, pictures).map((change) => ({
      ...change,
      path: full(change.path),
    }));
    const answers = answersOf(job.open, result.plan);
    if (changes.length === 0) return finish(job, answers, job.record, null);
    const record = recordOf(job, result, answers);
    const { sha, saved } = await commit(job, record, changes);
    // A record of the change alone says less than what is known without it.
    const isWhole = job.own.saved !== null;
    const now = isWhole ? { ...job, own: { ...job.own, saved } } : job;
    if (sha !== null) return finish(now, answers, record, sha);
    const again = await readAgain(job);
    if (again.open.length === 0) return leaveToOther(again);
    known =
      again.open.length === job.open.length && isUpToDate(result.plan, standing, again.own)
        ? { plan: result.plan.text, files: stillRight(again.own, standing, result.files) }
        : undefined;
    job = again;
  }
  throw new Stop(problems.branchMoved({ branch: begun.pull.branch }));
}

/** What is there since somebody else was faster: a person, or another run, which may have answered some of it. */
async function readAgain(job: Job): Promise<Job> {
  const [now, said] = await Promise.all([readBranch(job), readSaid(job)]);
  const open = unanswered(job.open, now, said);
  // What was built and changed no file is known by no commit.
  const isPersons = now.commits.length === job.own.commits.length;
  const own = isPersons ? { ...now, saved: job.own.saved } : now;
  job.voice.progress.set({ revision: { remarks: open.length } });
  return { ...job, own, said, open, record: own.saved?.record ?? job.record };
}

/** What an earlier run on the same remarks saved; from now on this one saves on top of it. */
async function resume(job: Job, key: string): Promise<{ resume: ReviseRequest['resume'] }> {
  const { world, voice } = job;
  const saved = await readChange(job, voice.view.checkpoint?.tree ?? null);
  const { plan, files, checks } = saved.record;
  voice.saveWith(new CheckpointWriter(world.github, saved), key);
  if (plan === '') return { resume: undefined };
  return { resume: { plan, files: new Map(Object.entries(files)), found: checks?.found } };
}

function answersOf(open: readonly PersonsRemark[], { replies }: Plan): Answer[] {
  return open.map((remark, index) => ({ remark, reply: replies[index] ?? null }));
}

async function commit(
  job: Job,
  record: RunRecord,
  changes: readonly TreeChange[],
): Promise<{ sha: string | null; saved: Checkpoint }> {
  const { world, voice, pull, own, open } = job;
  const { github } = world;
  world.log.chapter('Committing');
  voice.progress.set({ phase: 'publishing' });
  const base = own.saved ?? (await openCheckpoint(github, record.prompt));
  const saved = await saveCheckpoint(github, base, record);
  const trailers = writeTrailers({
    key: own.key,
    record: saved.tree,
    issueNumber: pull.issueNumber,
    handled: open.map((one) => one.key),
    undone: null,
    runUrl: world.runUrl,
  });
  const message = revisionMessage(voice.view, trailers);
  const sha = await commitChange(github, pull.branch, own.head, changes, message, world.cancelled);
  if (sha !== null)
    world.log.line(`Commit ${sha.slice(0, 7)} on ${pull.branch}: ${count(changes.length, 'file')}.`);
  return { sha, saved };
}

/** Whether a plan still fits: not once a person deleted a file that it changes, or made one that it adds. */
function isUpToDate({ files }: Plan, before: Standing, { standing: now }: OwnBranch): boolean {
  return files.every(({ path, from }) => before.has(from ?? path) === now.has(from ?? path));
}

/** What was made for files that still stand as they did. */
function stillRight(
  { standing: now }: OwnBranch,
  before: Standing,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => before.get(path)?.sha === now.get(path)?.sha));
}
