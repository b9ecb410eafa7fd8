import { count } from '../report/format.js';
import { refusalReply } from '../report/help.js';
import * as problems from '../report/problems.js';
import { revisionMessage } from '../report/pull-request.js';
import * as refusals from '../report/refusals.js';
import type { Plan, ReviseRequest } from '../smol/events.js';
import { type Answer, answerRemarks, sayOnce } from './answers.js';
import {
  type Checkpoint,
  CheckpointWriter,
  loadCheckpoint,
  NO_RECORD,
  openCheckpoint,
  type RunRecord,
  saveCheckpoint,
} from './checkpoint.js';
import { errorsLeft } from './checks-record.js';
import type { TreeChange } from './commits.js';
import { tellDroppedEdit } from './edited-plan.js';
import { folderOf } from './folder.js';
import { assertWhole, makeChange, type Standing } from './make-change.js';
import { type Outcome, skipped } from './outcome.js';
import type { OwnPull } from './own-pull.js';
import { headOf, type OwnBranch, readOwn } from './place.js';
import { changesOf, commitChange } from './publish-change.js';
import { reactTo } from './reaction.js';
import { type PersonsRemark, type Remarks, readRemarks } from './remarks.js';
import { type Retold, showWhole, updatePull } from './retell.js';
import type { RevisionJob as Job, Revising } from './revision-job.js';
import { revisionKey } from './revision-key.js';
import { recordOf } from './revision-record.js';
import { Stop } from './stop.js';
import { writeTrailers } from './trailers.js';
import { Voice } from './voice.js';
import { revisionsView, withCommit } from './whole-app.js';
import { repositoryUrl } from './world.js';

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
  const job = { ...revising, voice, own, record, said, open };
  try {
    const key = revisionKey(open, own.head.sha, revising.settings);
    await begin(job, key);
    if (isUnsaid && last !== undefined) await sayAgain(job, last.sha);
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

function readSaid({ pull, upTo, settings, world }: Revising): Promise<Remarks> {
  const { github, secrets } = world;
  const { number: pullNumber, issueNumber, accountId } = pull;
  const { allowBots } = settings;
  return readRemarks(github, { pullNumber, issueNumber, accountId, upTo, allowBots, redact: secrets.redact });
}

async function begin(
  { voice, world, pull, settings, record, own, said, open }: Job,
  key: string,
): Promise<void> {
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
  await tellDroppedEdit(voice, world);
  voice.progress.setEarlierUsage(record.usage);
  await voice.begin({ title, prompt: record.prompt, hiddenTextRemoved: false }, settings, key);
}

/** Plans the change, makes it, commits it, and says so. */
async function work(begun: Job, key: string): Promise<Outcome> {
  let { resume: known } = await resume(begun, key);
  let job = begun;
  for (let race = 1; race <= MAX_RACES; race += 1) {
    const { standing } = job.own;
    const result = await makeChange(job, standing, known);
    assertWhole(result);
    const { full } = folderOf(job.settings.outputDir);
    const changes = changesOf(result.plan, result.files, standing).map((change) => ({
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
  const [own, said] = await Promise.all([readBranch(job), readSaid(job)]);
  const open = unanswered(job.open, own, said);
  job.voice.progress.set({ revision: { remarks: open.length } });
  return { ...job, own, said, open, record: own.saved?.record ?? job.record };
}

/** Another run has committed all of it. It says so, and may not have said all yet: only what it did counts as said. */
function leaveToOther(job: Job): Promise<Outcome> {
  const { voice, pull, record, own } = job;
  showWhole(voice, { pull, record, sha: own.head.sha, isNew: false, handled: [] });
  if (own.saved !== null) voice.saveWith(new CheckpointWriter(job.world.github, own.saved), own.key);
  // Two last words at the same moment: this one would not know what that one has said by now.
  return voice.leave('updated');
}

/** Has everybody know what came of it. @param sha of the commit; null when there is none. */
async function finish(
  job: Job,
  answers: readonly Answer[],
  record: RunRecord,
  sha: string | null,
): Promise<Outcome> {
  const { world, open, own } = job;
  const pull = sha === null ? job.pull : await tellPull(job, record, sha);
  // Without a commit nothing has told this run of another one on the same remarks.
  const replied = sha === null ? (await readSaid(job)).replied : job.said.replied;
  await answerRemarks(world.github, answers, replied, answering(job, sha));
  return conclude(
    { ...job, pull },
    { record, sha: sha ?? own.head.sha, handled: open.map((one) => one.key) },
  );
}

/** What an earlier run on the same remarks saved; from now on this one saves on top of it. */
async function resume(
  { world, voice, open }: Job,
  key: string,
): Promise<{ resume: ReviseRequest['resume'] }> {
  const { github } = world;
  const tree = voice.view.checkpoint?.tree;
  const saved = tree === undefined ? null : await loadCheckpoint(github, tree);
  const asked = open.map(({ text }) => text).join('\n\n');
  const { record, ...opened } = saved ?? (await openCheckpoint(github, asked));
  voice.saveWith(new CheckpointWriter(github, { ...opened, record: { ...record, isChange: true } }), key);
  if (saved === null) return { resume: undefined };
  return { resume: { plan: saved.record.plan, files: new Map(Object.entries(saved.record.files)) } };
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

function retold({ pull, own }: Job, record: RunRecord, sha: string, handled: readonly string[]): Retold {
  return { pull, record, sha, isNew: sha !== own.head.sha, handled };
}

async function tellPull(job: Job, record: RunRecord, sha: string): Promise<OwnPull> {
  const { pull, own, world, voice, settings } = job;
  // Without the record of what was there, the text that stands says more.
  if (own.saved === null) return pull;
  const hadErrors = errorsLeft(job.record) > 0;
  return updatePull(world, voice, retold(job, record, sha, []), { draft: settings.draft, hadErrors });
}

/** Says what a run that broke off after its commit did not say. */
async function sayAgain(job: Job, sha: string): Promise<void> {
  const { world, record, said } = job;
  const newest = record.revisions.at(-1);
  await tellPull(job, record, job.own.head.sha);
  const answers = said.all.flatMap((remark): Answer[] => {
    const told = newest?.remarks.find(({ key }) => key === remark.key);
    return told === undefined || said.handled.has(remark.key) ? [] : [{ remark, reply: told.reply }];
  });
  await answerRemarks(world.github, answers, said.replied, answering(job, sha));
}

function answering(job: Job, sha: string | null) {
  const { pull, world } = job;
  return {
    pullNumber: pull.number,
    reaction: 'rocket' as const,
    commit: sha === null ? null : { sha, url: `${repositoryUrl(world)}/pull/${pull.number}/commits/${sha}` },
    readReplied: async () => (await readSaid(job)).replied,
  };
}

/** The last word: all is said, so the remarks are marked as answered. */
async function conclude(
  job: Job,
  { record, sha, handled }: { record: RunRecord; sha: string; handled: readonly string[] },
): Promise<Outcome> {
  const { voice, own, pull, world } = job;
  const all = [...handled, ...own.commits.flatMap((commit) => commit.handled)];
  showWhole(voice, retold(job, record, sha, all));
  // The list of the app is what people edit from now on, and the change is done.
  if (own.saved !== null) {
    const saved = { ...own.saved, record: withCommit(own.saved.record, sha) };
    voice.saveWith(new CheckpointWriter(world.github, saved), own.key);
  }
  const isNew = sha !== job.own.head.sha;
  const problem = isNew ? problems.errorsLeft(errorsLeft(record)) : null;
  return voice.end(problem === null ? 'updated' : 'partial', problem, pull.number);
}

/** The app stands as it did before; only what went wrong is said. */
async function fail(job: Job, error: unknown): Promise<Outcome> {
  const { world, voice, open, record, own, pull } = job;
  const { github, cancelled } = world;
  const problem = voice.problemOf(error);
  await Promise.all(open.map(({ said }) => reactTo(github, said, 'confused').catch(() => {})));
  const [first] = open;
  // The comment of the run stands on the issue: whoever reviews the pull request would not see why nothing comes.
  const isElsewhere = pull.issueNumber !== null && !cancelled.aborted && !voice.stopped.aborted;
  if (first !== undefined && isElsewhere) {
    const place = { number: pull.number, since: first.at };
    // The comment of the run says it as well.
    await sayOnce(github, place, refusalReply(first.said.id, problem)).catch(() => {});
  }
  showWhole(voice, retold(job, record, own.head.sha, []));
  return voice.end('partial', problem, pull.number);
}
