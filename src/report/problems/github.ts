import type { Problem } from '../view.js';
import { relabel, rerun, shown, told } from './words.js';

export const PERMISSIONS: NonNullable<Problem['snippet']> = {
  language: 'yaml',
  text: 'permissions:\n  contents: write\n  issues: write\n  pull-requests: write',
};

const DENIED = {
  contents: 'push to this repository',
  issues: 'write comments',
  'pull-requests': 'open pull requests',
} as const;

/** @param orGone whether GitHub answered as it does for what is not there, which it also does to hide it. */
export function missingPermission(
  permission: keyof typeof DENIED,
  { orGone }: { orGone: boolean } = { orGone: false },
): Problem {
  const gone = permission === 'issues' ? 'the issue' : 'the repository';
  const or = orGone ? `, or ${gone} is gone` : '';
  const what = `The token may not ${DENIED[permission]} (${shown(`${permission}: write`)})${or}.`;
  return relabel(what, 'Add these lines to the job in your workflow.', { snippet: PERMISSIONS });
}

export function badToken(): Problem {
  return relabel(
    'GitHub does not accept the token.',
    'Leave the input `token` out to use the job’s own, or renew the secret behind it.',
  );
}

export function repositoryNotFound(repo: { owner: string; repo: string }): Problem {
  return relabel(
    `The token cannot see the repository ${shown(`${repo.owner}/${repo.repo}`)}.`,
    'Use a token that may read it, or leave the input `token` out to use the job’s own.',
  );
}

export function repositoryMoved(): Problem {
  return relabel(
    'This repository has been renamed, or moved to another owner.',
    'Start the run again from its new address.',
  );
}

/** @param refusal what GitHub answered, in its own words. */
export function refusedByGitHub(refusal: { message: string }): Problem {
  return rerun(
    `GitHub refused a request: ${told(refusal.message)}`,
    'Mend what it names, if it is yours, and re-run the failed job. If that does not help, report it with the log of the run.',
  );
}

/** @param resetAt milliseconds since 1970. */
export function rateLimited(limit: { resetAt: number }): Problem {
  // The minute that is told has passed when the limit is reset.
  const at = new Date(Math.ceil(limit.resetAt / 60_000) * 60_000);
  const when = Number.isNaN(at.getTime()) ? 'later' : `after ${at.toISOString().slice(11, 16)} UTC`;
  return rerun('GitHub’s limit of requests is used up for now.', `Re-run the failed job ${when}.`);
}

/** @param failure why there was no answer at all; null when there was one. */
export function githubUnavailable(failure: { reason: string | null } = { reason: null }): Problem {
  return rerun(
    failure.reason === null
      ? 'GitHub did not answer as it should, several times in a row.'
      : `GitHub could not be reached, several times in a row: ${told(failure.reason)}`,
    'Re-run the failed job in a few minutes.',
    { link: { text: 'GitHub’s status', url: 'https://www.githubstatus.com' } },
  );
}

/** `smol` and `smol/issue-1` cannot both be branches: git keeps them as a file and a folder of one name. */
export function branchTaken(taken: { branch: string }): Problem {
  return relabel(
    `The branch ${shown(taken.branch)} cannot be created, because another branch stands in its way.`,
    'Rename or delete that branch, or choose another name with the input `branch`.',
  );
}

export function branchMoved(moved: { branch: string }): Problem {
  return rerun(
    `Someone else wrote to the branch ${shown(moved.branch)} during the run.`,
    'Re-run the failed job: the work goes on top of theirs.',
  );
}

export function rulesetRefused(refusal: { message: string }): Problem {
  return relabel(
    `A rule of this repository refused the commit: ${told(refusal.message)}`,
    'Let the workflow pass the rule under Settings → Rules, or choose a branch it does not cover with the input `branch`.',
  );
}
