import { nthBranch } from './branch-name.js';
import type { GitHub } from './client.js';
import { asking, orNull } from './stop.js';
import { readTrailers, type Trailers } from './trailers.js';

/** A commit that something is built upon. */
export type Point = { readonly sha: string; readonly tree: string };

export type OpenPull = { readonly number: number; readonly url: string; readonly draft: boolean };

/** A branch of an earlier run. */
export type OwnBranch = {
  readonly head: Point;
  /** Of our last commit on it. */
  readonly trailers: Trailers;
  /** Where it left the base branch. */
  readonly fork: Point;
  /** Paths that a person changed since our last commit: never overwritten silently. */
  readonly changedByPeople: ReadonlySet<string>;
};

/** Where a run puts its commit. */
export type Place = {
  readonly branch: string;
  /** Null when the branch is not there yet. */
  readonly own: OwnBranch | null;
  readonly pull: OpenPull | null;
  /** The merged or closed pull request of an earlier run, which this one follows. */
  readonly follows: number | null;
};

/**
 * Finds the place of a run: the branch of that name when it is ours and its pull request is not over; else the
 * first free name with a number behind it.
 *
 * @throws Stop
 */
export async function findPlace(github: GitHub, name: string, base: string): Promise<Place> {
  let follows: number | null = null;
  for (let n = 1; ; n += 1) {
    const branch = nthBranch(name, n);
    const head = await headOf(github, branch);
    if (head === null) return { branch, own: null, pull: null, follows };
    const own = await readOwn(github, branch, base, head);
    if (own === null) continue;
    const { open, over } = await pullsOf(github, branch);
    if (open !== null || over === null) return { branch, own, pull: open, follows };
    follows = over;
  }
}

/** The last commit of a branch; null when there is no such branch. */
export async function headOf(github: GitHub, branch: string): Promise<(Point & { message: string }) | null> {
  const found = await asking('contents', () =>
    orNull(github.rest.repos.getBranch({ ...github.repo, branch })),
  );
  if (found === null) return null;
  const { commit } = found.data;
  return { sha: commit.sha, tree: commit.commit.tree.sha, message: commit.commit.message };
}

async function readOwn(
  github: GitHub,
  branch: string,
  base: string,
  head: Point & { message: string },
): Promise<OwnBranch | null> {
  const basehead = `${base}...${branch}`;
  const { data } = await asking('contents', () =>
    github.rest.repos.compareCommitsWithBasehead({ ...github.repo, basehead }),
  );
  const fork = { sha: data.merge_base_commit.sha, tree: data.merge_base_commit.commit.tree.sha };
  const last = data.commits.findLast((commit) => readTrailers(commit.commit.message) !== null);
  const trailers = last === undefined ? null : readTrailers(last.commit.message);
  if (last === undefined || trailers === null) return null;
  const changedByPeople = last.sha === head.sha ? [] : await changedSince(github, last.sha, head.sha);
  return {
    head: { sha: head.sha, tree: head.tree },
    trailers,
    fork,
    changedByPeople: new Set(changedByPeople),
  };
}

async function changedSince(github: GitHub, from: string, to: string): Promise<string[]> {
  const { data } = await asking('contents', () =>
    github.rest.repos.compareCommitsWithBasehead({ ...github.repo, basehead: `${from}...${to}` }),
  );
  return (data.files ?? []).flatMap((file) => [file.filename, file.previous_filename ?? file.filename]);
}

/** The open pull request of a branch, and the number of the newest one that was merged or closed. */
async function pullsOf(
  github: GitHub,
  branch: string,
): Promise<{ open: OpenPull | null; over: number | null }> {
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.list({ ...github.repo, head: `${github.repo.owner}:${branch}`, state: 'all' }),
  );
  const open = data.find((pull) => pull.state === 'open');
  const over = data.find((pull) => pull.state === 'closed');
  return {
    open: open === undefined ? null : { number: open.number, url: open.html_url, draft: open.draft ?? false },
    over: over?.number ?? null,
  };
}
