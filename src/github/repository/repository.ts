import * as z from 'zod';
import * as problems from '../../report/problems.js';
import type { GitHub } from '../api/client.js';
import { isStatus, Stop, stopOf } from '../api/stop.js';
import { headOf, type Point } from '../branch/place.js';

export type Repository = {
  readonly hasIssues: boolean;
  readonly defaultBranch: string;
  /** The branch that the pull request asks to be merged into. */
  readonly base: { readonly name: string } & Point;
};

/** What an event, or GitHub, says of the repository. */
const Facts = z.object({
  default_branch: z.string(),
  archived: z.boolean(),
  has_issues: z.boolean(),
  html_url: z.string(),
});
type Facts = z.infer<typeof Facts>;

/**
 * Looks at the repository before anything is spent: is it there, may it be written to, is there a commit to
 * build upon? The event tells most of it; GitHub is asked where it does not, or where it may be out of date.
 *
 * @param base the branch to build upon; null for the default branch.
 * @param payload the event.
 * @throws Stop
 */
export async function readRepository(
  github: GitHub,
  base: string | null,
  payload: unknown,
): Promise<Repository> {
  const told = z.object({ repository: Facts }).safeParse(payload).data?.repository;
  const facts = told !== undefined && !told.archived && told.has_issues ? told : await describe(github);
  if (facts.archived) throw new Stop(problems.archivedRepository());
  const name = base ?? facts.default_branch;
  const head = await headOf(github, name);
  if (head !== null) {
    const { has_issues: hasIssues, default_branch: defaultBranch } = facts;
    return { hasIssues, defaultBranch, base: { name, ...head } };
  }
  if (told !== undefined) return readRepository(github, base, null);
  throw new Stop(
    (await isEmpty(github)) ? problems.emptyRepository({ url: facts.html_url }) : problems.baseMissing(name),
  );
}

/** A branch is also not there for a token that may not read the content: that is told here. Throws Stop. */
async function isEmpty(github: GitHub): Promise<boolean> {
  try {
    const { data } = await github.rest.git.listMatchingRefs({ ...github.repo, ref: 'heads/' });
    return data.length === 0;
  } catch (error) {
    if (isStatus(error, 409)) return true;
    throw stopOf(error, 'contents');
  }
}

async function describe(github: GitHub): Promise<Facts> {
  try {
    return (await github.rest.repos.get(github.repo)).data;
  } catch (error) {
    if (isStatus(error, 404)) throw new Stop(problems.repositoryNotFound(github.repo), error);
    throw stopOf(error, 'contents');
  }
}

/**
 * Makes sure that a pull request could be opened, by asking for one that GitHub must refuse: from the base
 * branch into itself. Where the permission is missing, it is refused for that.
 *
 * @throws Stop
 */
export async function assertMayPropose(github: GitHub, base: string): Promise<void> {
  try {
    await github.rest.pulls.create({ ...github.repo, head: base, base, title: 'smol asks whether it may' });
  } catch (error) {
    if (isStatus(error, 403, /not accessible/i) || isStatus(error, 404))
      throw new Stop(problems.missingPermission('pull-requests'), error);
  }
}
