import { refusalReply } from '../report/help.js';
import * as problems from '../report/problems.js';
import { repositoryUrl } from './api/world.js';
import type { OwnPull } from './asked/own-pull.js';
import { pendingNotes, rebased, withPending } from './asked/pending-edit.js';
import type { Remarks } from './asked/remarks.js';
import type { OwnBranch, OwnCommit } from './branch/place.js';
import { type RevisionJob as Job, readSaid } from './revision-job.js';
import { CheckpointWriter, type PendingEdit, type RunRecord } from './saved/checkpoint.js';
import { errorsLeft } from './saved/checks-record.js';
import { withCommit } from './saved/whole-app.js';
import { type Answer, answerRemarks, sayOnce } from './told/answers.js';
import { type Outcome, refused } from './told/outcome.js';
import { reactTo } from './told/reaction.js';
import { type Retold, showWhole, updatePull } from './told/retell.js';

/** Whoever made a commit less long ago may be alive. */
const JUST_COMMITTED_MS = 30_000;
const WAIT_MS = 2_500;
/** Looks in a row that find nothing new: then nobody is at it. */
const QUIET_LOOKS = 2;

/** Has everybody know what came of it. @param sha of the commit; null when there is none. */
export async function finish(
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

/** Another run has committed all of it. It says so, and may not have said all yet: only what it did counts as said. */
export async function leaveToOther(job: Job): Promise<Outcome> {
  const { voice, pull, record, own, world, pending } = job;
  const { standing, head } = own;
  // Two last words at the same moment: this one would not know what that one has said by now.
  const isTold = await voice.waitForOther();
  const handled = saidSoFar(own, await readSaid(job));
  if (own.saved !== null) voice.progress.setEarlierUsage(own.saved.record.usage);
  showWhole(voice, { pull, record, standing, sha: head.sha, isNew: false, handled });
  if (isTold) return voice.leave('updated');
  if (own.saved !== null) {
    const still = rebased(pending, own.saved.record.plan).pending;
    const saved = await withPending(world, own.saved, still);
    voice.saveWith(new CheckpointWriter(world.github, saved), own.key);
  }
  return voice.end('updated', null);
}

/** Remarks that a commit answers and that were told so; those that get no words once all others have theirs. */
function saidSoFar({ commits, saved }: OwnBranch, { replied }: Remarks): string[] {
  const revisions = saved?.record.revisions ?? [];
  const wordless = revisions
    .filter(({ remarks }) => remarks.every(({ key, reply }) => reply === null || replied.has(key)))
    .flatMap(({ remarks }) => remarks.map(({ key }) => key));
  const said = new Set([...replied, ...wordless]);
  return commits.flatMap((commit) => commit.handled).filter((key) => said.has(key));
}

function retold({ pull, own }: Job, record: RunRecord, sha: string, handled: readonly string[]): Retold {
  return { pull, record, standing: own.standing, sha, isNew: sha !== own.head.sha, handled };
}

async function tellPull(job: Job, record: RunRecord, sha: string): Promise<OwnPull> {
  const { pull, own, world, voice, settings } = job;
  // Without the record of what was there, the text that stands says more.
  if (own.saved === null) return pull;
  const hadErrors = errorsLeft(job.record) > 0;
  return updatePull(world, voice, retold(job, record, sha, []), { draft: settings.draft, hadErrors });
}

/** Says what a run that broke off after its commit did not say. */
export async function sayAgain(job: Job, { sha, at }: OwnCommit): Promise<void> {
  const { world, record, said } = job;
  const newest = record.revisions.at(-1);
  await tellPull(job, record, job.own.head.sha);
  const answers = said.all.flatMap((remark): Answer[] => {
    const told = newest?.remarks.find(({ key }) => key === remark.key);
    return told === undefined || said.handled.has(remark.key) ? [] : [{ remark, reply: told.reply }];
  });
  const isNew = world.now() - Date.parse(at) < JUST_COMMITTED_MS;
  const replied = isNew ? await waitForReplies(job, answers) : said.replied;
  await answerRemarks(world.github, answers, replied, answering(job, sha));
}

/** The run that has just made a commit may be about to say so: two would say it at once. */
async function waitForReplies(job: Job, answers: readonly Answer[]): Promise<ReadonlySet<string>> {
  let { replied } = job.said;
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    if (answers.every(({ remark, reply }) => reply === null || replied.has(remark.key))) break;
    await job.world.sleep(WAIT_MS);
    const now = (await readSaid(job)).replied;
    quiet = now.size > replied.size ? 0 : quiet + 1;
    replied = now;
  }
  return replied;
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
export async function conclude(
  job: Job,
  { record, sha, handled }: { record: RunRecord; sha: string; handled: readonly string[] },
): Promise<Outcome> {
  const { voice, own, pull, world } = job;
  const all = [...handled, ...own.commits.flatMap((commit) => commit.handled)];
  showWhole(voice, retold(job, record, sha, all));
  const pending = tellPending(job, record);
  // The list of the app is what people edit from now on, and the change is done.
  if (own.saved !== null) {
    const known = { ...own.saved, record: withCommit(own.saved.record, sha) };
    const saved = await withPending(world, known, pending);
    voice.saveWith(new CheckpointWriter(world.github, saved), own.key);
  }
  const isNew = sha !== job.own.head.sha;
  const problem = isNew ? problems.errorsLeft(errorsLeft(record)) : null;
  return voice.end(problem === null ? 'updated' : 'partial', problem, pull.number);
}

/** Says that an edit of the list still waits for its build, and what it is by now. */
function tellPending({ pending, voice }: Job, { plan }: RunRecord): PendingEdit | null {
  const { pending: still, note } = rebased(pending, plan);
  voice.progress.addNotes(pendingNotes(still, note));
  return still;
}

/** The app stands as it did before; only what went wrong is said. */
export async function fail(job: Job, error: unknown): Promise<Outcome> {
  const { world, voice, open, record, own, pull } = job;
  const { github, cancelled } = world;
  const problem = voice.problemOf(error);
  await Promise.all(open.map(({ said }) => reactTo(github, said, 'confused').catch(() => {})));
  const [first] = open;
  // The comment of the run stands on the issue: whoever reviews the pull request would not see why nothing comes.
  const isBrokenOff = cancelled.aborted || voice.stopped.aborted;
  const isUntold = pull.issueNumber !== null || !voice.hasBegun;
  if (first !== undefined && isUntold && !isBrokenOff) {
    const place = { number: pull.number, since: first.at };
    const words = refusalReply(first.said.id, problem);
    const isSaid = await sayOnce(github, place, words).then(
      () => true,
      () => false,
    );
    // What people made of the list is not read yet: whoever writes to the comment takes their name off it.
    if (isSaid && !voice.hasBegun) return refused(problem);
  }
  showWhole(voice, retold(job, record, own.head.sha, []));
  tellPending(job, record);
  return voice.end('partial', problem, pull.number);
}
