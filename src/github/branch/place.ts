import * as problems from '../../report/problems.js';
import type { GitHub } from '../api/client.js';
import { folderOf, inFolder, ROOT_FOLDER } from '../api/folder.js';
import { asking, orNull, Stop } from '../api/stop.js';
import { blobSha, type Checkpoint, loadCheckpoint, type RunRecord } from '../saved/checkpoint.js';
import { withCommit } from '../saved/whole-app.js';
import { nthBranch } from './branch-name.js';
import { readTrailers, type Trailers } from './trailers.js';

/** A commit that something is built upon. */
export type Point = { readonly sha: string; readonly tree: string };

/** A file of a tree. */
export type Entry = {
  readonly sha: string;
  readonly mode: string;
  /** Bytes; null for what is no file, such as a submodule. */
  readonly size: number | null;
};

/** A branch of an earlier run. */
export type OwnBranch = {
  readonly head: Point;
  /** The key of our last commit on it. */
  readonly key: string;
  /** What our last commit knew; null when that is gone. */
  readonly saved: Checkpoint | null;
  /** The files at its head. */
  readonly standing: ReadonlyMap<string, Entry>;
  /** The files where the branch began. */
  readonly begun: ReadonlyMap<string, Entry>;
  /** Our commits on it, the oldest first. */
  readonly commits: readonly OwnCommit[];
  /**
   * What the next tree is laid upon: where the branch began, as long as only we wrote to it, so that files of an
   * earlier plan go. Once a person has committed there, their work.
   */
  readonly ground: string;
  /** Paths that a person made, changed or deleted: never overwritten. */
  readonly theirs: ReadonlySet<string>;
  /**
   * Where the ground is a person's work: paths that stand there as we committed them, with what the base had in
   * their place; null where it had nothing.
   */
  readonly ours: ReadonlyMap<string, Entry | null>;
};

/** A commit of ours. */
export type OwnCommit = Trailers & {
  readonly sha: string;
  readonly parent: string;
  /** When it was made, as GitHub writes times. */
  readonly at: string;
};

/** Where a run puts its commit. */
export type Place = {
  readonly branch: string;
  /** Null when the branch is not there yet. */
  readonly own: OwnBranch | null;
};

/** What a place is looked for by. */
export type Search = {
  readonly name: string;
  /** The base branch. */
  readonly base: string;
  /** Never a place for a commit, whosever commits are on it. */
  readonly defaultBranch: string;
  /** Commits for another issue on the branch are not ours, wherever they came from. */
  readonly issueNumber: number | null;
  /**
   * Whether there was a run before: only then the name with dashes is looked for, which a run takes where a branch
   * named like our first part leaves no room below it.
   */
  readonly isAgain: boolean;
  /** Of the app; paths are relative to it. */
  readonly folder: string;
};

/**
 * Finds the place of a run: the branch of that name when it is ours and its pull request is not over; else the
 * first free name with a number behind it.
 *
 * @throws Stop
 */
export async function findPlace(github: GitHub, search: Search): Promise<Place> {
  const { name, isAgain, defaultBranch } = search;
  let free: string | null = null;
  for (let n = 1; ; ) {
    const branch = nthBranch(name, n);
    const head = await headOf(github, branch);
    if (head !== null) {
      const own = branch === defaultBranch ? null : await readOwn(github, branch, head, search);
      if (own !== null && !(await isOver(github, branch))) return { branch, own };
      n += 1;
      continue;
    }
    const dashed = name.replaceAll('/', '-');
    const isBlocked = isAgain && n === 1 && dashed !== name && (await headOf(github, dashed)) !== null;
    if (isBlocked) return findPlace(github, { ...search, name: dashed });
    free ??= branch;
    const next = isAgain ? await nextNumber(github, name, n) : null;
    if (next === null) return { branch: free, own: null };
    n = next;
  }
}

/** The next number of which there is a branch: a person may have deleted one and left the next. Null: there is none. */
async function nextNumber(github: GitHub, name: string, n: number): Promise<number | null> {
  const start = `refs/heads/${name}-`;
  const { data } = await asking('contents', () =>
    github.rest.git.listMatchingRefs({ ...github.repo, ref: start.slice('refs/'.length) }),
  );
  const numbers = data.map(({ ref }) => ref.slice(start.length)).filter((end) => /^[1-9]\d{0,5}$/.test(end));
  const later = numbers.map(Number).filter((number) => number > n);
  return later.length === 0 ? null : Math.min(...later);
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

/**
 * Reads a branch as one of ours; null when it is none.
 *
 * @throws Stop
 */
export async function readOwn(
  github: GitHub,
  branch: string,
  head: Point,
  { base, issueNumber, folder }: Pick<Search, 'base' | 'issueNumber' | 'folder'>,
): Promise<OwnBranch | null> {
  // By its SHA: another run may move the branch at this moment, and all of this has to be about one commit.
  const basehead = `${base}...${head.sha}`;
  const compared = await asking('contents', () =>
    orNull(github.rest.repos.compareCommitsWithBasehead({ ...github.repo, basehead })),
  );
  // Without a commit in common with the base it is nothing of ours.
  if (compared === null) return null;
  const { commits, total_commits, merge_base_commit } = compared.data;
  const written = commits.flatMap(({ sha, parents, commit }) => {
    const trailers = readTrailers(commit.message);
    const at = commit.committer?.date ?? '';
    return trailers === null ? [] : [{ ...trailers, sha, parent: parents[0]?.sha ?? '', at }];
  });
  const ofIssue = written.filter((trailers) => trailers.issueNumber === issueNumber);
  const trailers = ofIssue.at(-1);
  if (trailers === undefined) return null;
  const loaded = await loadCheckpoint(github, trailers.record);
  const first = ofIssue.find(({ record }) => record === trailers.record)?.sha ?? null;
  const saved = loaded === null ? null : { ...loaded, record: withCommit(loaded.record, first) };
  const fork = merge_base_commit.commit.tree.sha;
  const [standing, begun] = await Promise.all([readTree(github, head.tree), readTree(github, fork)]);
  const inside = folderOf(folder);
  const here = inFolder(standing.files, inside);
  const before = inFolder(begun.files, inside);
  const parts = divide(here, before, saved?.record ?? null);
  const isCut = standing.isCut || begun.isCut;
  const own = { head, key: trailers.key, saved, standing: here, begun: before, commits: ofIssue };
  // The trailers alone prove nothing: a person may have amended our commit.
  const looksOurs = ofIssue.length === commits.length && total_commits === commits.length;
  // Where the app is a part of a repository, the rest of it may have moved on under our commits.
  if (looksOurs && folder === ROOT_FOLDER && (isCut || parts.theirs.size === 0)) {
    return { ...own, ground: fork, theirs: new Set(), ours: new Map() };
  }
  if (isCut) throw new Stop(problems.treeTooLarge({ branch }));
  return { ...own, ground: head.tree, ...parts };
}

/**
 * Whose is what? A file is ours when it stands as we committed it. What a person put back or took away counts as
 * theirs, too.
 */
function divide(
  standing: ReadonlyMap<string, Entry>,
  begun: ReadonlyMap<string, Entry>,
  record: RunRecord | null,
): { theirs: Set<string>; ours: Map<string, Entry | null> } {
  const paths = record?.committed ?? [];
  const drawn = new Map(record?.drawn.map(({ path, sha }) => [path, sha]));
  const committed = new Map(
    paths.map((path) => [path, drawn.get(path) ?? blobSha(record?.files[path] ?? '')]),
  );
  const ours = paths.filter((path) => standing.get(path)?.sha === committed.get(path));
  const deleted = paths.filter((path) => !standing.has(path));
  const changed = [...standing].flatMap(([path, { sha }]) =>
    sha === (committed.get(path) ?? begun.get(path)?.sha) ? [] : [path],
  );
  return {
    theirs: new Set([...changed, ...deleted]),
    ours: new Map(ours.map((path) => [path, begun.get(path) ?? null])),
  };
}

/**
 * The files of a tree by path, submodules included. A tree too large for one answer (100,000 entries) is cut.
 *
 * @throws Stop
 */
export async function readTree(
  github: GitHub,
  tree: string,
): Promise<{ files: ReadonlyMap<string, Entry>; isCut: boolean }> {
  const { data } = await asking('contents', () =>
    github.rest.git.getTree({ ...github.repo, tree_sha: tree, recursive: 'true' }),
  );
  const files = data.tree.flatMap(({ type, path, sha, mode, size }) =>
    type === 'tree' ? [] : [[path, { sha, mode, size: size ?? null }] as const],
  );
  return { files: new Map(files), isCut: data.truncated };
}

/** Whether the branch's pull request was merged or closed, and none is open. */
async function isOver(github: GitHub, branch: string): Promise<boolean> {
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.list({ ...github.repo, head: `${github.repo.owner}:${branch}`, state: 'all' }),
  );
  return data.length > 0 && data.every((pull) => pull.state === 'closed');
}
