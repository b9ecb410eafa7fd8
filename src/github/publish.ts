import * as problems from '../report/problems.js';
import type { GitHub } from './client.js';
import { findPlace, headOf, type Place, type Point } from './place.js';
import { mayHaveBeenApplied } from './retry.js';
import { asking, isStatus, Stop, stopOf } from './stop.js';

/** Inline files of one request: GitHub takes more, but a request of many megabytes is slow and fragile. */
const TREE_CHUNK_FILES = 500;
const TREE_CHUNK_CHARACTERS = 4_000_000;
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
  readonly files: ReadonlyMap<string, string>;
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
  let { place } = publication;
  for (let race = 1; race <= MAX_RACES; race += 1) {
    const { branch, own } = place;
    const kept = [...publication.files.keys()].filter((path) => own?.theirs.has(path));
    const files = [...publication.files].filter(([path]) => !own?.theirs.has(path));
    const gone = [...(own?.ours ?? [])].filter(([path]) => !publication.files.has(path));
    const tree = await writeTree(github, own?.ground ?? publication.base.tree, files, gone);
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
    place = await findPlace(github, { name, base: base.name, defaultBranch, issueNumber, isAgain: false });
    const theirs = adopt(publication, place);
    if (theirs !== null) return theirs;
  }
  throw new Stop(problems.branchMoved({ branch: place.branch }));
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

/** A file's mode; only these three are files. */
function modeOf(mode: string): '100644' | '100755' | '120000' {
  return mode === '100755' || mode === '120000' ? mode : '100644';
}

async function writeTree(
  github: GitHub,
  ground: string,
  files: [path: string, content: string][],
  gone: readonly Gone[],
): Promise<string> {
  const undone = gone.map(([path, before]) => ({
    path,
    mode: before === null ? ('100644' as const) : modeOf(before.mode),
    type: 'blob' as const,
    sha: before?.sha ?? null,
  }));
  let tree = ground;
  for (const chunk of files.length === 0 && gone.length > 0 ? [[]] : chunks(files)) {
    const entries = chunk.map(([path, content]) => ({
      path,
      mode: isProgram(path, content) ? ('100755' as const) : ('100644' as const),
      type: 'blob' as const,
      content,
    }));
    const { data } = await asking('contents', () =>
      github.rest.git.createTree({
        ...github.repo,
        base_tree: tree,
        tree: tree === ground ? [...undone, ...entries] : entries,
      }),
    );
    tree = data.sha;
  }
  return tree;
}

/** A script with a `#!` line is started by its name, so it is executable. */
function isProgram(path: string, content: string): boolean {
  return content.startsWith('#!') && !path.endsWith('.md');
}

function* chunks(files: [string, string][]): Generator<[string, string][]> {
  let chunk: [string, string][] = [];
  let characters = 0;
  for (const file of files) {
    const full = chunk.length >= TREE_CHUNK_FILES || characters + file[1].length > TREE_CHUNK_CHARACTERS;
    if (full && chunk.length > 0) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(file);
    characters += file[1].length;
  }
  if (chunk.length > 0) yield chunk;
}

/** Without author and committer, so that GitHub signs the commit as the account behind the token. */
async function writeCommit(github: GitHub, message: string, tree: string, parent: string): Promise<string> {
  const { data } = await asking('contents', () =>
    github.rest.git.createCommit({ ...github.repo, message, tree, parents: [parent] }),
  );
  return data.sha;
}

/** `lost`: someone else was there first. `blocked`: another branch leaves no room for one of our name. */
type Moved = 'done' | 'lost' | 'blocked';

/** The commit point of a new branch. */
async function createBranch(github: GitHub, branch: string, sha: string): Promise<Moved> {
  try {
    await github.rest.git.createRef({ ...github.repo, ref: `refs/heads/${branch}`, sha });
    return 'done';
  } catch (error) {
    if (isStatus(error, 422, /already exists/i)) {
      return (await pointsTo(github, branch, sha)) ? 'done' : 'lost';
    }
    if (mayHaveBeenApplied(error) && (await pointsTo(github, branch, sha))) return 'done';
    if (isStatus(error, 422) && (await isBlocked(github, branch))) return 'blocked';
    throw stopOf(error, 'contents');
  }
}

/** The commit point of a branch that is there. */
async function advanceBranch(github: GitHub, branch: string, sha: string): Promise<Moved> {
  try {
    await github.rest.git.updateRef({ ...github.repo, ref: `heads/${branch}`, sha, force: false });
    return 'done';
  } catch (error) {
    if (isStatus(error, 422, /fast.forward|does not exist/i)) {
      return (await pointsTo(github, branch, sha)) ? 'done' : 'lost';
    }
    throw stopOf(error, 'contents');
  }
}

/**
 * Whether a branch stands where ours needs a folder, or has ours as its folder: git keeps `smol` and `smol/issue-1`
 * as file and folder.
 */
async function isBlocked(github: GitHub, branch: string): Promise<boolean> {
  const segments = branch.split('/').slice(0, -1);
  for (const index of segments.keys()) {
    if ((await headOf(github, segments.slice(0, index + 1).join('/'))) !== null) return true;
  }
  const { data: below } = await asking('contents', () =>
    github.rest.git.listMatchingRefs({ ...github.repo, ref: `heads/${branch}/` }),
  );
  return below.length > 0;
}

async function pointsTo(github: GitHub, branch: string, sha: string): Promise<boolean> {
  const { data } = await asking('contents', () =>
    github.rest.git.listMatchingRefs({ ...github.repo, ref: `heads/${branch}` }),
  );
  return data.some((ref) => ref.ref === `refs/heads/${branch}` && ref.object.sha === sha);
}
