import { nthBranch } from './branch-name.js';
import type { GitHub } from './client.js';
import { blobSha, loadRecord, type RunRecord } from './record.js';
import { asking, orNull } from './stop.js';
import { readTrailers } from './trailers.js';

/** A commit that something is built upon. */
export type Point = { readonly sha: string; readonly tree: string };

/** A branch of an earlier run. */
export type OwnBranch = {
  readonly head: Point;
  /** The key of our last commit on it. */
  readonly key: string;
  /** What our last commit knew; null when that is gone. */
  readonly record: RunRecord | null;
  /**
   * What the next tree is laid upon: where the branch began, as long as only we wrote to it, so that files of an
   * earlier plan go. Once a person has committed there, their work.
   */
  readonly ground: string;
  /** Paths that a person made, changed or deleted: never overwritten. */
  readonly theirs: ReadonlySet<string>;
  /** Paths that we committed earlier and that stand there as we left them, where the ground is a person's work. */
  readonly ours: ReadonlySet<string>;
};

/** Where a run puts its commit. */
export type Place = {
  readonly branch: string;
  /** Null when the branch is not there yet. */
  readonly own: OwnBranch | null;
};

/**
 * Finds the place of a run: the branch of that name when it is ours and its pull request is not over; else the
 * first free name with a number behind it.
 *
 * @param again whether there was a run before: only then the name with dashes is looked for, which a run takes
 *   where a branch named like our first part leaves no room below it.
 * @throws Stop
 */
export async function findPlace(github: GitHub, name: string, base: string, again: boolean): Promise<Place> {
  for (let n = 1; ; n += 1) {
    const branch = nthBranch(name, n);
    const head = await headOf(github, branch);
    if (head === null) {
      const dashed = name.replaceAll('/', '-');
      const isBlocked = again && n === 1 && dashed !== name && (await headOf(github, dashed)) !== null;
      return isBlocked ? findPlace(github, dashed, base, again) : { branch, own: null };
    }
    const own = await readOwn(github, branch, base, head);
    if (own !== null && !(await isOver(github, branch))) return { branch, own };
  }
}

/** The last commit of a branch; null when there is no such branch. Throws Stop. */
export async function headOf(github: GitHub, branch: string): Promise<Point | null> {
  const found = await asking('contents', () =>
    orNull(github.rest.repos.getBranch({ ...github.repo, branch })),
  );
  if (found === null) return null;
  const { commit } = found.data;
  return { sha: commit.sha, tree: commit.commit.tree.sha };
}

async function readOwn(github: GitHub, branch: string, base: string, head: Point): Promise<OwnBranch | null> {
  const basehead = `${base}...${branch}`;
  const { data } = await asking('contents', () =>
    github.rest.repos.compareCommitsWithBasehead({ ...github.repo, basehead }),
  );
  const written = data.commits.flatMap((commit) => readTrailers(commit.commit.message) ?? []);
  const trailers = written.at(-1);
  if (trailers === undefined) return null;
  const record = await loadRecord(github, trailers.record);
  const fork = data.merge_base_commit.commit.tree.sha;
  const onlyOurs = written.length === data.commits.length && data.total_commits === data.commits.length;
  if (onlyOurs) {
    return { head, key: trailers.key, record, ground: fork, theirs: new Set(), ours: new Set() };
  }
  const [standing, begun] = await Promise.all([readTree(github, head.tree), readTree(github, fork)]);
  return { head, key: trailers.key, record, ground: head.tree, ...divide(standing, begun, record) };
}

/** Whose is what? A file is ours when it stands as we committed it. */
function divide(
  standing: ReadonlyMap<string, string>,
  begun: ReadonlyMap<string, string>,
  record: RunRecord | null,
): { theirs: Set<string>; ours: Set<string> } {
  const committed = new Map(
    (record?.committed ?? []).map((path) => [path, blobSha(record?.files[path] ?? '')]),
  );
  const ours = [...committed].filter(([path, sha]) => standing.get(path) === sha).map(([path]) => path);
  const changed = [...standing].filter(
    ([path, sha]) => sha !== begun.get(path) && sha !== committed.get(path),
  );
  const deleted = [...committed.keys()].filter((path) => !standing.has(path));
  return { ours: new Set(ours), theirs: new Set([...changed.map(([path]) => path), ...deleted]) };
}

/** Path → SHA of every file of a tree, submodules included. A tree too large for one answer comes in part. Throws Stop. */
export async function readTree(github: GitHub, tree: string): Promise<ReadonlyMap<string, string>> {
  const { data } = await asking('contents', () =>
    github.rest.git.getTree({ ...github.repo, tree_sha: tree, recursive: 'true' }),
  );
  return new Map(
    data.tree.flatMap((entry) => (entry.type === 'tree' ? [] : [[entry.path, entry.sha] as const])),
  );
}

/** Whether the branch's pull request was merged or closed, and none is open. */
async function isOver(github: GitHub, branch: string): Promise<boolean> {
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.list({ ...github.repo, head: `${github.repo.owner}:${branch}`, state: 'all' }),
  );
  return data.length > 0 && data.every((pull) => pull.state === 'closed');
}
