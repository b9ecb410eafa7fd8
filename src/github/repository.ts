import * as problems from '../report/problems.js';
import type { GitHub } from './client.js';
import { headOf, type Point } from './place.js';
import { asking, isStatus, Stop } from './stop.js';

export type Repository = {
  readonly hasIssues: boolean;
  /** The branch that the pull request asks to be merged into. */
  readonly base: { readonly name: string } & Point;
};

/**
 * Looks at the repository before anything is spent: is it there, may it be written to, is there a commit to
 * build upon?
 *
 * @param base the branch to build upon; null for the default branch.
 * @throws Stop
 */
export async function readRepository(github: GitHub, base: string | null): Promise<Repository> {
  const data = await describe(github);
  if (data.archived) throw new Stop(problems.archivedRepository());
  const name = base ?? data.default_branch;
  const head = await headOf(github, name);
  if (head === null) {
    throw new Stop(
      base === null ? problems.emptyRepository({ url: data.html_url }) : problems.baseMissing(base),
    );
  }
  return { hasIssues: data.has_issues, base: { name, sha: head.sha, tree: head.tree } };
}

async function describe(github: GitHub) {
  try {
    return (await github.rest.repos.get(github.repo)).data;
  } catch (error) {
    if (isStatus(error, 404)) throw new Stop(problems.repositoryNotFound(github.repo), error);
    return asking('contents', () => Promise.reject(error));
  }
}

/** Paths of all files of a tree. A tree too large for one answer comes in part. Throws Stop. */
export async function readPaths(github: GitHub, tree: string): Promise<ReadonlySet<string>> {
  const { data } = await asking('contents', () =>
    github.rest.git.getTree({ ...github.repo, tree_sha: tree, recursive: 'true' }),
  );
  return new Set(data.tree.flatMap((entry) => (entry.type === 'blob' && entry.path ? [entry.path] : [])));
}
