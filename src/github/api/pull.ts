import { RequestError } from '@octokit/request-error';
import type { GitHub } from './client.js';
import { mayHaveBeenApplied } from './retry.js';
import { asking, isStatus, stopOf } from './stop.js';

export type PullRequestText = {
  readonly title: string;
  /** Makes the body, given the one that stands; null where there is none. */
  readonly body: (present: string | null) => string;
  readonly draft: boolean;
};

export type OpenPull = { readonly number: number; readonly url: string; readonly draft: boolean };

export type PullTarget = {
  readonly branch: string;
  readonly base: string;
  /** Whether the branch was there before this run, so that it may have a pull request already. */
  readonly isOld: boolean;
  /** Whether it is left to people if the pull request is a draft: it was whole before this run. */
  readonly keepsDraft: boolean;
};

type OpenedPull = OpenPull & { readonly kind: 'open'; readonly operation: 'created' | 'updated' };

export type Opened =
  | OpenedPull
  /**
   * The repository does not let the job's token open pull requests (`setting`, the default in new repositories),
   * or the token lacks the permission.
   */
  | { readonly kind: 'forbidden'; readonly by: 'setting' | 'permission' };

/** How often a pull request is asked for whose answer is lost, or which GitHub has but does not list yet. */
const MAX_ATTEMPTS = 4;

/**
 * Opens the pull request of a branch, or brings the one that is open up to date. A title that is there stays:
 * a person may have changed it.
 *
 * @param sleep waits so many milliseconds.
 * @throws Stop
 */
export async function openPullRequest(
  github: GitHub,
  target: PullTarget,
  text: PullRequestText,
  sleep: (ms: number) => Promise<void>,
): Promise<Opened> {
  const existing = target.isOld ? await findOpen(github, target.branch) : null;
  if (existing !== null) return updatePullRequest(github, existing, target, text);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await createPullRequest(github, target, text);
    } catch (error) {
      const forbidden = whyForbidden(error);
      if (forbidden !== null) return forbidden;
      if (!mayHaveBeenApplied(error) && !isStatus(error, 422, /already exists/i)) {
        throw stopOf(error, 'pull-requests');
      }
      const made = await findOpen(github, target.branch);
      if (made !== null) {
        return { ...(await updatePullRequest(github, made, target, text)), operation: 'created' };
      }
      if (attempt === MAX_ATTEMPTS) throw stopOf(error, 'pull-requests');
      await sleep(1_000 * 2 ** (attempt - 1));
    }
  }
}

function whyForbidden(error: unknown): Opened | null {
  if (isStatus(error, 403, /not permitted to create or approve pull requests/i)) {
    return { kind: 'forbidden', by: 'setting' };
  }
  const isDenied = isStatus(error, 403, /not accessible/i) || isStatus(error, 404);
  return isDenied ? { kind: 'forbidden', by: 'permission' } : null;
}

async function createPullRequest(
  github: GitHub,
  { branch, base }: Pick<PullTarget, 'branch' | 'base'>,
  text: PullRequestText,
): Promise<Opened> {
  try {
    const { title, body, draft: asDraft } = text;
    const { data } = await github.rest.pulls.create({
      ...{ ...github.repo, head: branch, base, title, draft: asDraft },
      body: body(null),
    });
    const draft = data.draft ?? text.draft;
    return { kind: 'open', number: data.number, url: data.html_url, draft, operation: 'created' };
  } catch (error) {
    // Some private repositories have no drafts.
    const hasNoDrafts = text.draft && isStatus(error, 422, /draft/i);
    if (!hasNoDrafts) throw error;
    return createPullRequest(github, { branch, base }, { ...text, draft: false });
  }
}

type FoundPull = OpenPull & { readonly body: string | null };

async function findOpen(github: GitHub, branch: string): Promise<FoundPull | null> {
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.list({ ...github.repo, head: `${github.repo.owner}:${branch}`, state: 'open' }),
  );
  const [pull] = data;
  if (pull === undefined) return null;
  return { number: pull.number, url: pull.html_url, draft: pull.draft ?? false, body: pull.body };
}

async function updatePullRequest(
  github: GitHub,
  { body: present, ...existing }: FoundPull,
  { base, keepsDraft }: PullTarget,
  text: PullRequestText,
): Promise<OpenedPull> {
  const body = text.body(present);
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.update({ ...github.repo, pull_number: existing.number, body, base }),
  );
  const isRight = keepsDraft || existing.draft === text.draft;
  const isSet = isRight || (await setDraft(github, data.node_id, text.draft));
  const draft = isSet && !isRight ? text.draft : existing.draft;
  return { ...existing, kind: 'open', draft, operation: 'updated' };
}

/** Makes a draft ready for review, or the other way round; REST has no way to say so. False where it may not. */
export async function setDraft(github: GitHub, nodeId: string, draft: boolean): Promise<boolean> {
  const mutation = draft ? 'convertPullRequestToDraft' : 'markPullRequestReadyForReview';
  try {
    await github.graphql(
      `mutation($id: ID!) { ${mutation}(input: { pullRequestId: $id }) { clientMutationId } }`,
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
 * @param isNew whether the pull request was opened just now: then nobody's labels are lost by setting all.
 * @returns a sentence for each that could not be set.
 */
export async function setAttributes(
  github: GitHub,
  { number, isNew }: { number: number; isNew: boolean },
  wanted: Attributes,
): Promise<string[]> {
  const { rest, repo } = github;
  const issue = { ...repo, issue_number: number };
  const labels = [...wanted.labels];
  const assignees = [...wanted.assignees];
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
  const together = isNew && labels.length > 0 && assignees.length > 0;
  const isSet = together && (await succeeds(rest.issues.update({ ...issue, labels, assignees })));
  if (!isSet) {
    await attempt('labels', labels, () => rest.issues.addLabels({ ...issue, labels }));
    await attempt('assignees', assignees, () => rest.issues.addAssignees({ ...issue, assignees }));
  }
  // Asked once: a second request would take back the review that somebody gave meanwhile.
  await attempt('reviewers', isNew ? wanted.reviewers : [], () =>
    rest.pulls.requestReviewers({ ...repo, pull_number: number, reviewers: [...wanted.reviewers] }),
  );
  return notes;
}

async function succeeds(request: Promise<unknown>): Promise<boolean> {
  return request.then(
    () => true,
    () => false,
  );
}
