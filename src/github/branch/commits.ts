import type { GitHub } from '../api/client.js';
import { mayHaveBeenApplied } from '../api/retry.js';
import { asking, isStatus, stopOf } from '../api/stop.js';
import { headOf } from './place.js';

/** Inline files of one request: GitHub takes more, but a request of many megabytes is slow and fragile. */
const TREE_CHUNK_FILES = 500;
const TREE_CHUNK_CHARACTERS = 4_000_000;

/** A file's mode; only these three are files. */
export type Mode = '100644' | '100755' | '120000';

export function modeOf(mode: string): Mode {
  return mode === '100755' || mode === '120000' ? mode : '100644';
}

/** The mode of a new file: a script with a `#!` line is started by its name, so it is executable. */
export function newMode(path: string, content: string): Mode {
  return content.startsWith('#!') && !path.endsWith('.md') ? '100755' : '100644';
}

/** What becomes of a path in a tree: another text, a file that git has already, or nothing. */
export type TreeChange = { readonly path: string; readonly mode: Mode } & (
  | { readonly content: string }
  | { readonly sha: string | null }
);

/**
 * Lays changes upon a tree.
 *
 * @returns the new tree's SHA; the same as `ground` when there are no changes.
 * @throws Stop
 */
export async function writeTree(
  github: GitHub,
  ground: string,
  changes: readonly TreeChange[],
): Promise<string> {
  let tree = ground;
  for (const chunk of chunks(changes)) {
    const { data } = await asking('contents', () =>
      github.rest.git.createTree({
        ...github.repo,
        base_tree: tree,
        tree: chunk.map((change) => ({ ...change, type: 'blob' as const })),
      }),
    );
    tree = data.sha;
  }
  return tree;
}

function* chunks(changes: readonly TreeChange[]): Generator<TreeChange[]> {
  let chunk: TreeChange[] = [];
  let characters = 0;
  for (const change of changes) {
    const length = 'content' in change ? change.content.length : 0;
    const isFull = chunk.length >= TREE_CHUNK_FILES || characters + length > TREE_CHUNK_CHARACTERS;
    if (isFull && chunk.length > 0) {
      yield chunk;
      chunk = [];
      characters = 0;
    }
    chunk.push(change);
    characters += length;
  }
  if (chunk.length > 0) yield chunk;
}

/** Without author and committer, so that GitHub signs the commit as the account behind the token. */
export async function writeCommit(
  github: GitHub,
  message: string,
  tree: string,
  parent: string,
): Promise<string> {
  const { data } = await asking('contents', () =>
    github.rest.git.createCommit({ ...github.repo, message, tree, parents: [parent] }),
  );
  return data.sha;
}

/** `lost`: someone else was there first. `blocked`: another branch leaves no room for one of our name. */
export type Moved = 'done' | 'lost' | 'blocked';

/** The commit point of a new branch. */
export async function createBranch(github: GitHub, branch: string, sha: string): Promise<Moved> {
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
export async function advanceBranch(github: GitHub, branch: string, sha: string): Promise<Moved> {
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
