import { undoMessage } from '../report/pull-request.js';
import * as refusals from '../report/refusals.js';
import { folderOf } from './api/folder.js';
import { asking, Stop } from './api/stop.js';
import type { World } from './api/world.js';
import type { OwnPull } from './asked/own-pull.js';
import type { Settings } from './asked/settings.js';
import { modeOf, type TreeChange } from './branch/commits.js';
import { headOf, type OwnBranch, type OwnCommit, readOwn, readTree } from './branch/place.js';
import { commitChange } from './branch/publish-change.js';
import { writeTrailers } from './branch/trailers.js';
import { type Checkpoint, loadCheckpoint } from './saved/checkpoint.js';
import { errorsLeft } from './saved/checks-record.js';
import { withCommit } from './saved/whole-app.js';

/** How often a branch that somebody else was faster on is looked at again. */
const MAX_RACES = 3;

/** What was taken back. */
export type Undone = {
  readonly sha: string;
  /** Of the commit that was taken back. */
  readonly undone: string;
  /** Whether the checks had left errors in what was taken back. */
  readonly hadErrors: boolean;
  /** Of the request that the app is again what it came to. */
  readonly key: string;
  /** The branch as it was before. */
  readonly own: OwnBranch;
  /** What the app is again; null when that is not known any more. */
  readonly saved: Checkpoint | null;
};

/**
 * Takes back our last commit on a branch, by a commit on top of it: whatever came after stays. What a person changed
 * in the same files since is never taken back.
 *
 * @param wish key of the comment that asks for it. One wish takes one commit back, however often its run is run again.
 * @throws Stop
 */
export async function undoLast(
  world: World,
  settings: Settings,
  pull: OwnPull,
  wish: string,
): Promise<Undone> {
  const { branch } = pull;
  let meant: string | null = null;
  for (let race = 1; race <= MAX_RACES; race += 1) {
    const own = await readBranch(world, settings, pull);
    const hadErrors = own.saved !== null && errorsLeft(own.saved.record) > 0;
    const done = own.commits.find(({ undone, handled }) => undone !== null && handled.includes(wish));
    if (done !== undefined)
      return { ...(await standingAt(world, own, done)), own, sha: done.sha, hadErrors: false };
    const [before, last] = own.commits.slice(-2);
    if (before === undefined) throw new Stop(refusals.nothingToUndo());
    if (last === undefined) throw new Stop(refusals.firstCommit());
    // A commit that we made meanwhile is not the one that the wish was about.
    if (meant !== null && meant !== last.sha) break;
    meant = last.sha;
    const sha = await takeBack(world, settings, pull, { own, before, last, wish });
    if (sha !== null) {
      return { ...(await standingAt(world, own, { ...before, undone: last.sha })), own, sha, hadErrors };
    }
  }
  throw new Stop(refusals.branchBusy({ branch }));
}

async function readBranch(
  { github }: World,
  { outputDir: folder }: Settings,
  { branch, base, issueNumber }: OwnPull,
): Promise<OwnBranch> {
  const head = await headOf(github, branch);
  const own = head === null ? null : await readOwn(github, branch, head, { base, issueNumber, folder });
  if (own === null) throw new Stop(refusals.branchGone({ branch }));
  return own;
}

type TakingBack = {
  readonly own: OwnBranch;
  readonly before: OwnCommit;
  readonly last: OwnCommit;
  readonly wish: string;
};

/** Puts the commit on the branch that takes the last one back; null when somebody else was there first. Throws Stop. */
async function takeBack(
  world: World,
  settings: Settings,
  { branch, issueNumber }: OwnPull,
  { own, before, last, wish }: TakingBack,
): Promise<string | null> {
  const changes = await changesBack(world, own, last, settings.outputDir);
  const trailers = writeTrailers({
    key: before.key,
    record: before.record,
    issueNumber,
    handled: [wish],
    undone: last.sha,
    runUrl: world.runUrl,
  });
  const message = undoMessage(
    changes.map(({ path }) => path),
    trailers,
  );
  return commitChange(world.github, branch, own.head, changes, message, world.cancelled);
}

/** What the app is after a commit that has this record. Throws Stop. */
async function standingAt(
  { github }: World,
  own: OwnBranch,
  { key, record: tree, undone }: Pick<OwnCommit, 'key' | 'record' | 'undone'>,
): Promise<Omit<Undone, 'sha' | 'own' | 'hadErrors'>> {
  const saved = await loadCheckpoint(github, tree);
  const first = own.commits.find((commit) => commit.record === tree);
  return {
    key,
    undone: undone ?? '',
    saved: saved === null ? null : { ...saved, record: withCommit(saved.record, first?.sha ?? null) },
  };
}

/** What has to become of the files of a commit for it to be as if it had not been made. Throws Stop. */
async function changesBack(
  world: World,
  own: OwnBranch,
  { parent, sha }: OwnCommit,
  folder: string,
): Promise<TreeChange[]> {
  const [then, now, standing] = await Promise.all([
    treeAt(world, parent),
    treeAt(world, sha),
    readTree(world.github, own.head.tree),
  ]);
  const changes: TreeChange[] = [];
  const theirs: string[] = [];
  for (const path of new Set([...then.files.keys(), ...now.files.keys()])) {
    const old = then.files.get(path);
    const made = now.files.get(path);
    const stands = standing.files.get(path);
    if ((old?.sha === made?.sha && old?.mode === made?.mode) || stands?.sha === old?.sha) continue;
    if (stands?.sha !== made?.sha) theirs.push(folderOf(folder).relative(path) ?? path);
    changes.push({ path, mode: modeOf(old?.mode ?? made?.mode ?? ''), sha: old?.sha ?? null });
  }
  if (theirs.length > 0) throw new Stop(refusals.changedSince({ paths: theirs }));
  if (changes.length === 0) throw new Stop(refusals.nothingToUndo());
  return changes;
}

async function treeAt({ github }: World, sha: string) {
  const { data } = await asking('contents', () =>
    github.rest.git.getCommit({ ...github.repo, commit_sha: sha }),
  );
  return readTree(github, data.tree.sha);
}
