import * as problems from '../../report/problems.js';
import type { GitHub } from '../api/client.js';
import { folderOf } from '../api/folder.js';
import { Stop } from '../api/stop.js';
import {
  advanceBranch,
  createBranch,
  modeOf,
  newMode,
  type TreeChange,
  writeCommit,
  writeTree,
} from './commits.js';
import { type Content, writePictures } from './pictures.js';
import { findPlace, type OwnBranch, type Place, type Point } from './place.js';

/** How often a lost race for the branch is run again. */
const MAX_RACES = 3;

export type Publication = {
  readonly base: { readonly name: string } & Point;
  readonly defaultBranch: string;
  readonly issueNumber: number | null;
  /** Of the request: whoever committed for it was a run like this one. */
  readonly key: string;
  readonly place: Place;
  /** Path → content of what is committed. */
  readonly files: ReadonlyMap<string, Content>;
  /** Of them those in which what a person changed is taken in: they may replace theirs. */
  readonly merged: ReadonlySet<string>;
  /** Paths of a person's files that have another name from now on, with the SHA of what was taken along. */
  readonly moved: ReadonlyMap<string, string>;
  /** Paths of files that have another name in the plan, and are not made under it yet: they stay until they are. */
  readonly waiting: ReadonlySet<string>;
  /** Of the app; paths are relative to it. */
  readonly folder: string;
  readonly message: string;
  /** When it is aborted, the branch stays as it is. */
  readonly cancelled: AbortSignal;
};

export type Published = {
  readonly branch: string;
  readonly commitSha: string;
  /** Paths left as a person made them since our last commit. */
  readonly kept: readonly string[];
};

/**
 * Puts files on the branch in one commit, in the order tree, commit, ref: nothing is visible until it is
 * whole. Never forces, never touches another branch; a person's commits stay underneath.
 *
 * @throws Stop, or why it was cancelled
 */
export async function publish(github: GitHub, publication: Publication): Promise<Published> {
  const { folder } = publication;
  let { place } = publication;
  const pictures = await writePictures(github, publication.files);
  for (let race = 1; race <= MAX_RACES; race += 1) {
    const { branch, own } = place;
    const isKept = (path: string) => own?.theirs.has(path) && !mayReplace(publication, path, own);
    const kept = [...publication.files.keys()].filter(isKept);
    const files = [...publication.files].filter(([path]) => !isKept(path));
    const gone = [...(own?.ours ?? []), ...movedIn(publication, own)].filter(
      ([path]) => !publication.files.has(path) && !publication.waiting.has(path),
    );
    const stays = [...publication.waiting].flatMap((path) => {
      const entry = publication.files.has(path) ? undefined : own?.standing.get(path);
      return entry === undefined ? [] : [{ path, mode: modeOf(entry.mode), sha: entry.sha }];
    });
    const { full } = folderOf(folder);
    const written = files.map(([path, content]) => writtenOf(path, content, pictures));
    const changes = [...gone.map(undoneOf), ...stays, ...written].map((change) => ({
      ...change,
      path: full(change.path),
    }));
    const tree = await writeTree(github, own?.ground ?? publication.base.tree, changes);
    const parent = own?.head.sha ?? publication.base.sha;
    const commitSha = await writeCommit(github, publication.message, tree, parent);
    publication.cancelled.throwIfAborted();
    const moved =
      own === null
        ? await createBranch(github, branch, commitSha)
        : await advanceBranch(github, branch, commitSha);
    if (moved === 'done') return { branch, commitSha, kept };
    const name = moved === 'blocked' ? branch.replaceAll('/', '-') : branch;
    if (moved === 'blocked' && name === branch) throw new Stop(problems.branchTaken({ branch }));
    const { base, defaultBranch, issueNumber } = publication;
    place = await findPlace(github, {
      name,
      base: base.name,
      defaultBranch,
      issueNumber,
      isAgain: false,
      folder,
    });
    const theirs = adopt(publication, place);
    if (theirs !== null) return theirs;
  }
  throw new Stop(problems.branchMoved({ branch: place.branch }));
}

/** Whether a person's version is the one that ours was made of. */
function mayReplace({ merged, place }: Publication, path: string, now: OwnBranch): boolean {
  return merged.has(path) && place.own?.standing.get(path)?.sha === now.standing.get(path)?.sha;
}

/** A person's files that are gone, but for one that they changed again since it was read. */
function movedIn({ moved }: Publication, own: OwnBranch | null): Gone[] {
  const still = [...moved].filter(([path, sha]) => own?.standing.get(path)?.sha === sha);
  return still.map(([path]) => [path, own?.begun.get(path) ?? null]);
}

/** The commit of another run for the same request that was faster; null where it lacks a file that we have. */
function adopt({ key, files }: Publication, { branch, own }: Place): Published | null {
  if (own?.key !== key || own.saved === null) return null;
  const committed = new Set(own.saved.record.committed);
  const paths = [...files.keys()];
  if (!paths.every((path) => committed.has(path))) return null;
  return { branch, commitSha: own.head.sha, kept: paths.filter((path) => own.theirs.has(path)) };
}

/** A path that we wrote and the new plan does not have, with what the base has in its place. */
type Gone = readonly [path: string, before: { readonly sha: string; readonly mode: string } | null];

function undoneOf([path, before]: Gone): TreeChange {
  return { path, mode: modeOf(before?.mode ?? ''), sha: before?.sha ?? null };
}

function writtenOf(path: string, content: Content, pictures: ReadonlyMap<string, string>): TreeChange {
  if (typeof content === 'string') return { path, mode: newMode(path, content), content };
  return { path, mode: '100644', sha: pictures.get(path) ?? null };
}
