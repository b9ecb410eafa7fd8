import * as problems from '../report/problems.js';
import type { GitHub } from './client.js';
import { findPlace, type Place, type Point } from './place.js';
import { mayHaveBeenApplied } from './retry.js';
import { asking, isStatus, Stop } from './stop.js';

/** Inline files of one request: GitHub takes more, but a request of many megabytes is slow and fragile. */
const TREE_CHUNK_FILES = 500;
const TREE_CHUNK_CHARACTERS = 4_000_000;
/** How often a lost race for the branch is run again. */
const MAX_RACES = 3;

export type Publication = {
  readonly base: { readonly name: string } & Point;
  readonly place: Place;
  /** Path → content of what is committed. */
  readonly files: ReadonlyMap<string, string>;
  readonly message: string;
};

export type Published = {
  readonly branch: string;
  readonly commitSha: string;
  readonly operation: 'created' | 'updated';
  /** Paths left as a person made them since our last commit. */
  readonly kept: readonly string[];
};

/**
 * Puts files on the branch in one commit, in the order tree, commit, ref: nothing is visible until it is
 * whole. Never forces, never touches another branch; a person's commits stay underneath.
 *
 * @throws Stop
 */
export async function publish(github: GitHub, publication: Publication): Promise<Published> {
  let { place } = publication;
  for (let race = 1; race <= MAX_RACES; race += 1) {
    const { branch } = place;
    const ground = groundOf(place, publication.base);
    const kept = [...publication.files.keys()].filter((path) => place.own?.changedByPeople.has(path));
    const files = [...publication.files].filter(([path]) => !kept.includes(path));
    const tree = await writeTree(github, ground.tree, files);
    const commitSha = await writeCommit(github, publication.message, tree, ground.parent);
    const operation = place.own === null ? 'created' : 'updated';
    const moved =
      place.own === null
        ? await createBranch(github, branch, commitSha)
        : await advanceBranch(github, branch, commitSha);
    if (moved === 'done') return { branch, commitSha, operation, kept };
    // A branch named like our first part (`smol` for `smol/issue-1`) leaves no room below it.
    const name = moved === 'blocked' ? branch.replaceAll('/', '-') : branch;
    place = await findPlace(github, name, publication.base.name);
  }
  throw new Stop(problems.branchMoved({ branch: place.branch }));
}

/**
 * What the new tree is laid upon. On a branch that only we wrote, files of an earlier plan go: it is laid on
 * the commit where the branch began. As soon as a person has committed there, it is laid on their work.
 */
function groundOf(place: Place, base: Point): { tree: string; parent: string } {
  if (place.own === null) return { tree: base.tree, parent: base.sha };
  const { head, fork, changedByPeople } = place.own;
  return { tree: changedByPeople.size === 0 ? fork.tree : head.tree, parent: head.sha };
}

async function writeTree(
  github: GitHub,
  ground: string,
  files: [path: string, content: string][],
): Promise<string> {
  let tree = ground;
  for (const chunk of chunks(files)) {
    const entries = chunk.map(([path, content]) => ({
      path,
      mode: isProgram(path, content) ? ('100755' as const) : ('100644' as const),
      type: 'blob' as const,
      content,
    }));
    const { data } = await asking('contents', () =>
      github.rest.git.createTree({ ...github.repo, base_tree: tree, tree: entries }),
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

type Moved = 'done' | 'lost' | 'blocked';

/** The commit point of a new branch. `lost`: someone else made it meanwhile. */
async function createBranch(github: GitHub, branch: string, sha: string): Promise<Moved> {
  try {
    await github.rest.git.createRef({ ...github.repo, ref: `refs/heads/${branch}`, sha });
    return 'done';
  } catch (error) {
    if (mayHaveBeenApplied(error) || isStatus(error, 422, /already exists/i)) {
      return (await pointsTo(github, branch, sha)) ? 'done' : 'lost';
    }
    const refusedByRule = isStatus(error, 422, /rule violation|GH013/i);
    if (isStatus(error, 422) && !refusedByRule) {
      if (branch.includes('/')) return 'blocked';
      throw new Stop(problems.branchTaken({ branch }), error);
    }
    return asking('contents', () => Promise.reject(error));
  }
}

/** The commit point of a branch that is there. `lost`: it has moved meanwhile. */
async function advanceBranch(github: GitHub, branch: string, sha: string): Promise<Moved> {
  try {
    await github.rest.git.updateRef({ ...github.repo, ref: `heads/${branch}`, sha, force: false });
    return 'done';
  } catch (error) {
    if (isStatus(error, 422, /fast.forward|does not exist/i)) {
      return (await pointsTo(github, branch, sha)) ? 'done' : 'lost';
    }
    return asking('contents', () => Promise.reject(error));
  }
}

async function pointsTo(github: GitHub, branch: string, sha: string): Promise<boolean> {
  const { data } = await asking('contents', () =>
    github.rest.git.listMatchingRefs({ ...github.repo, ref: `heads/${branch}` }),
  );
  return data.some((ref) => ref.ref === `refs/heads/${branch}` && ref.object.sha === sha);
}
