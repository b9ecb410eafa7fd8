import { RequestError } from '@octokit/request-error';
import type { GitHub } from './client.js';
import type { OpenPull } from './place.js';
import { mayHaveBeenApplied } from './retry.js';
import { asking, isStatus } from './stop.js';

export type PullRequestText = { readonly title: string; readonly body: string; readonly draft: boolean };

export type PullTarget = {
  readonly branch: string;
  readonly base: string;
  readonly existing: OpenPull | null;
};

export type Opened =
  | (OpenPull & {
      readonly kind: 'open';
      readonly operation: 'created' | 'updated';
      /** GitHub's id of the account that opened it. */
      readonly authorId: number | null;
    })
  /** The repository does not let the job's token open pull requests: the default in new repositories. */
  | { readonly kind: 'forbidden' };

/**
 * Opens the pull request of a branch, or brings the one that is open up to date. A title that is there stays:
 * a person may have changed it.
 *
 * @throws Stop
 */
export async function openPullRequest(
  github: GitHub,
  target: PullTarget,
  text: PullRequestText,
): Promise<Opened> {
  if (target.existing !== null) return updatePullRequest(github, target.existing, text);
  try {
    const { data } = await github.rest.pulls.create({
      ...github.repo,
      head: target.branch,
      base: target.base,
      ...text,
    });
    return {
      kind: 'open',
      number: data.number,
      url: data.html_url,
      draft: data.draft ?? text.draft,
      operation: 'created',
      authorId: data.user?.id ?? null,
    };
  } catch (error) {
    if (isStatus(error, 403, /not permitted to create or approve pull requests/i))
      return { kind: 'forbidden' };
    // Some private repositories have no drafts.
    if (text.draft && isStatus(error, 422, /draft/i)) {
      return openPullRequest(github, target, { ...text, draft: false });
    }
    if (mayHaveBeenApplied(error) || isStatus(error, 422, /already exists/i)) {
      const existing = await findOpen(github, target.branch);
      if (existing !== null) return updatePullRequest(github, existing, text);
    }
    return asking('pull-requests', () => Promise.reject(error));
  }
}

async function findOpen(github: GitHub, branch: string): Promise<OpenPull | null> {
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.list({ ...github.repo, head: `${github.repo.owner}:${branch}`, state: 'open' }),
  );
  const [pull] = data;
  return pull === undefined ? null : { number: pull.number, url: pull.html_url, draft: pull.draft ?? false };
}

async function updatePullRequest(github: GitHub, existing: OpenPull, text: PullRequestText): Promise<Opened> {
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.update({ ...github.repo, pull_number: existing.number, body: text.body }),
  );
  const ready = existing.draft && !text.draft && (await markReady(github, data.node_id));
  return {
    ...existing,
    kind: 'open',
    draft: existing.draft && !ready,
    operation: 'updated',
    authorId: data.user?.id ?? null,
  };
}

/** A draft becomes ready for review; REST has no way to say so. False where the token may not. */
async function markReady(github: GitHub, nodeId: string): Promise<boolean> {
  try {
    await github.graphql(
      'mutation($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { clientMutationId } }',
      { id: nodeId },
    );
    return true;
  } catch {
    return false;
  }
}

export type Attributes = {
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly reviewers: readonly string[];
};

/**
 * Sets labels, assignees and reviewers. None of them is worth a failed run.
 *
 * @returns a sentence for each that could not be set.
 */
export async function setAttributes(github: GitHub, number: number, wanted: Attributes): Promise<string[]> {
  const { rest, repo } = github;
  const notes: string[] = [];
  const attempt = async (what: string, names: readonly string[], request: () => Promise<unknown>) => {
    if (names.length === 0) return;
    try {
      await request();
    } catch (error) {
      const why = error instanceof RequestError ? `GitHub answered ${error.status}` : 'GitHub did not answer';
      notes.push(`The ${what} could not be set (${why}): ${names.join(', ')}.`);
    }
  };
  await attempt('labels', wanted.labels, () =>
    rest.issues.addLabels({ ...repo, issue_number: number, labels: [...wanted.labels] }),
  );
  await attempt('assignees', wanted.assignees, () =>
    rest.issues.addAssignees({ ...repo, issue_number: number, assignees: [...wanted.assignees] }),
  );
  await attempt('reviewers', wanted.reviewers, () =>
    rest.pulls.requestReviewers({ ...repo, pull_number: number, reviewers: [...wanted.reviewers] }),
  );
  return notes;
}
