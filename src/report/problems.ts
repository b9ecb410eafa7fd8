import { KeyRejectedError, type ModelError } from '../model/errors.js';
import { count } from './format.js';
import { codeSpan, oneLine, shorten } from './markdown.js';
import type { Problem } from './view.js';

/**
 * Every sentence about something that went wrong, in one place so that they read alike: what happened and
 * why; what to do next; lines to copy or a page to open where that helps. `what` is text for a log as well
 * as for a comment, in which only code spans are markdown.
 */

/** Longest value of someone else's that is repeated in a sentence, in code points. */
const VALUE = 200;

function problem(what: string, next: string, more: Partial<Problem> = {}): Problem {
  return { snippet: null, link: null, ...more, what, next };
}

function shown(value: string): string {
  return codeSpan(shorten(oneLine(value), VALUE));
}

/** Someone else's sentence, on one line and with its full stop. */
function told(message: string): string {
  const line = shorten(oneLine(message), 500);
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** @param yaml lines of a workflow that set the input. */
export function missingInput(name: string, yaml: string | null = null): Problem {
  return problem(
    `The input ${shown(name)} is missing.`,
    'Add it to the step in your workflow, then run again.',
    {
      snippet: yaml === null ? null : { language: 'yaml', text: yaml },
    },
  );
}

/** @param expected what is right, as the end of a sentence: `a whole number from 1 to 1000`. */
export function malformedInput(name: string, value: string, expected: string): Problem {
  const given = value === '' ? 'is empty' : `is ${shown(value)}`;
  return problem(
    `The input ${shown(name)} ${given}, but must be ${told(expected)}`,
    'Correct it in your workflow, then run again.',
  );
}

/** @param nearest the known name that looks most like it; null when none does. */
export function unknownInput(name: string, nearest: string | null = null): Problem {
  const next =
    nearest === null
      ? 'Take it out of your workflow'
      : `Did you mean ${shown(nearest)}? Correct it in your workflow`;
  return problem(`There is no input ${shown(name)}.`, `${next}, then run again.`);
}

const PERMISSIONS_YAML = 'permissions:\n  contents: write\n  issues: write\n  pull-requests: write';

/** @param jobToken whether the token is the job's own, whose permissions stand in the workflow. */
export function missingPermission(
  permission: 'contents' | 'issues' | 'pull-requests',
  jobToken = true,
): Problem {
  const what = `The token may not write ${permission.replace('-', ' ')} in this repository.`;
  if (!jobToken)
    return problem(
      what,
      `Give the token the permission ${shown(permission)} (read and write), then run again.`,
    );
  return problem(what, 'Add these lines to the job in your workflow, then run again.', {
    snippet: { language: 'yaml', text: PERMISSIONS_YAML },
  });
}

/** The default of new repositories. The branch is there; only the pull request is not. */
export function pullRequestsForbidden(urls: { compareUrl: string; settingsUrl: string }): Problem {
  const path =
    'Settings → Actions → General → Workflow permissions → **Allow GitHub Actions to create and approve pull requests**';
  return problem(
    'The branch is ready, but this repository does not let GitHub Actions open pull requests.',
    `Open it yourself with one click. To have it opened next time, switch on [${path}](${urls.settingsUrl}); a re-run then opens it without asking the model again.`,
    { link: { text: 'Open the pull request', url: urls.compareUrl } },
  );
}

/** The repository has no commit to build on. */
export function emptyRepository(at: { url: string } | null = null): Problem {
  return problem(
    'This repository is empty, so there is no branch to build on.',
    'Add a first file, a README for example, then run again.',
    {
      link: at === null ? null : { text: 'Open the repository', url: at.url },
    },
  );
}

export function archivedRepository(): Problem {
  return problem(
    'This repository is archived, so nothing can be written to it.',
    'Unarchive it in its settings, then run again.',
  );
}

export function issuesDisabled(at: { settingsUrl: string } | null = null): Problem {
  return problem(
    'Issues are switched off in this repository.',
    'Switch them on under Settings → General → Features, or start the workflow by hand with a `prompt`.',
    {
      link: at === null ? null : { text: 'Open the settings', url: at.settingsUrl },
    },
  );
}

export function issueMissing(issueNumber: number): Problem {
  return problem(
    `There is no issue ${issueNumber} in this repository.`,
    'Correct the input `issue-number`, then run again.',
  );
}

export function baseMissing(name: string): Problem {
  return problem(
    `There is no branch ${shown(name)} in this repository.`,
    'Correct the input `base`, or leave it out to build on the default branch.',
  );
}

/** @param who the person who asked, and what GitHub says they may do (`none`, `read`, `triage`). */
export function notAllowed(who: { login: string; permission: string }): Problem {
  return problem(
    `Only people with write access may start smol, and ${shown(who.login)} has ${who.permission === 'none' ? 'no' : shown(who.permission)} access.`,
    'Ask someone with write access to start it.',
  );
}

export function permissionUnknown(login: string): Problem {
  return problem(
    `GitHub did not say whether ${shown(login)} may start smol, so nothing was started.`,
    'Run again in a few minutes.',
  );
}

export function emptyPrompt(): Problem {
  return problem(
    'There is nothing to build from: the text is empty once hidden text, comments and images are taken out.',
    'Describe the app in words in the issue, then start again.',
  );
}

export function badToken(): Problem {
  return problem(
    'GitHub does not accept the token.',
    'Leave the input `token` out to use the job’s own, or renew the secret behind it.',
  );
}

export function repositoryNotFound(repo: { owner: string; repo: string } | null = null): Problem {
  const name = repo === null ? 'the repository' : `the repository ${shown(`${repo.owner}/${repo.repo}`)}`;
  return problem(
    `The token cannot see ${name}.`,
    'Use a token that may read it, or leave the input `token` out to use the job’s own.',
  );
}

/** @param resetAt milliseconds since 1970. */
export function rateLimited(limit: { resetAt: number }): Problem {
  const at = new Date(limit.resetAt);
  const when = Number.isNaN(at.getTime()) ? 'later' : `after ${at.toISOString().slice(11, 16)} UTC`;
  return problem('GitHub’s limit of requests is used up for now.', `Run again ${when}.`);
}

export function githubUnavailable(): Problem {
  return problem(
    'GitHub did not answer as it should, several times in a row.',
    'Run again in a few minutes.',
    {
      link: { text: 'GitHub’s status', url: 'https://www.githubstatus.com' },
    },
  );
}

/** `smol` and `smol/issue-1` cannot both be branches: git keeps them as a file and a folder of one name. */
export function branchTaken(taken: { branch: string }): Problem {
  return problem(
    `The branch ${shown(taken.branch)} cannot be created, because another branch stands in its way.`,
    'Rename or delete that branch, or choose another name with the input `branch`.',
  );
}

export function branchMoved(moved: { branch: string }): Problem {
  return problem(
    `Someone else wrote to the branch ${shown(moved.branch)} during the run.`,
    'Run again: the work goes on top of theirs.',
  );
}

export function rulesetRefused(refusal: { message: string }): Problem {
  return problem(
    `A rule of this repository refused the commit: ${told(refusal.message)}`,
    'Let the workflow pass the rule under Settings → Rules, or choose a branch it does not cover with the input `branch`.',
  );
}

/** @param at the page of the repository's secrets. */
export function modelProblem(error: ModelError, at: { settingsUrl: string }): Problem {
  const link = error instanceof KeyRejectedError ? { text: 'Open the secrets', url: at.settingsUrl } : null;
  return problem(told(error.message), error.advice, { link });
}

export function planUnreadable(): Problem {
  return problem(
    'The model’s plan names no file that can be written.',
    'Say in the request what the app is and what it consists of, then run again.',
  );
}

export function tooManyFiles(amount: { planned: number; max: number }): Problem {
  return problem(
    `The plan has ${count(amount.planned, 'file')}, and this run may write ${amount.max}.`,
    'Raise the input `max-files`, or ask for less at once.',
  );
}

/** @param budget what was about to happen, as a sentence with its numbers. */
export function budgetTooSmall(budget: { message: string }): Problem {
  return problem(
    told(budget.message),
    'Raise the input `max-cost-usd` or `max-total-tokens`, or ask for less at once.',
  );
}

/** @param result paths that are missing, and how many files the plan has. */
export function filesFailed(result: { failed: readonly string[]; total: number }): Problem {
  const [only] = result.failed;
  const what =
    result.failed.length === 1 && only !== undefined
      ? `${shown(only)} could not be written.`
      : `${result.failed.length} of ${count(result.total, 'file')} could not be written.`;
  return problem(what, 'Run again: finished files are kept, and only the missing ones are asked for.');
}

export function deadlinePassed(limit: { minutes: number }): Problem {
  return problem(
    `The run took longer than ${count(limit.minutes, 'minute')}.`,
    'Run again, and raise the input `timeout-minutes` if the model is slow.',
  );
}

export function cancelled(): Problem {
  return problem('The run was cancelled.', 'Run it again when you want it.');
}

/** Anything that nobody foresaw. */
export function unexpected(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return problem(
    `Something went wrong that should not: ${told(message)}`,
    'Run again. If it happens once more, report it with the log of the run.',
  );
}
