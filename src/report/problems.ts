import {
  ContextTooLongError,
  InvalidOptionError,
  KeyRejectedError,
  LimitTooSmallError,
  type ModelError,
  ModelNotFoundError,
  NothingWrittenError,
  RefusedError,
  RequestRejectedError,
} from '../model/errors.js';
import { count, formatNumber } from './format.js';
import { codeSpan, oneLine, shorten } from './markdown.js';
import type { Problem } from './view.js';

/**
 * Every sentence about something that went wrong, in one place so that they read alike: what happened and
 * why; what to do next; how it is run again; lines to copy or a page to open where that helps. `what` is text
 * for a log as well as for a comment, in which only code spans are markdown. `next` is an order that stands on
 * its own: a log has nothing after it, while a comment goes on with what `again` says (`howToGoOn`).
 */

/** Longest value of someone else's that is repeated in a sentence, in code points. */
const VALUE = 200;

type More = Partial<Pick<Problem, 'snippet' | 'link'>>;

/** Something that a re-run of the old job can mend, because neither the workflow nor the issue has to change. */
function rerun(what: string, next: string, more: More = {}): Problem {
  return { what, next, again: 'rerun', snippet: null, link: null, ...more };
}

/** Something that needs another workflow or another text, which a re-run of the old job does not see. */
function relabel(what: string, next: string, more: More = {}): Problem {
  return { ...rerun(what, next, more), again: 'relabel' };
}

function shown(value: string): string {
  return codeSpan(shorten(oneLine(value), VALUE));
}

/** Someone else's sentence, on one line and with its full stop. */
function told(message: string): string {
  const line = shorten(oneLine(message), 500);
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}

/** Inputs that come from a secret, which is empty as long as nobody has made it. */
const SECRET_INPUTS = ['api-key', 'token'];

/** @param yaml lines of a workflow that set the input. */
export function missingInput(name: string, yaml: string | null = null): Problem {
  const secret = SECRET_INPUTS.includes(name) ? ' If it stands there, the secret behind it is empty.' : '';
  return relabel(`The input ${shown(name)} is missing.`, `Add it to the step in your workflow.${secret}`, {
    snippet: yaml === null ? null : { language: 'yaml', text: yaml },
  });
}

/** @param expected what is right, as the end of a sentence: `a whole number from 1 to 1000`. */
export function malformedInput(name: string, value: string, expected: string): Problem {
  const given = value === '' ? 'is empty' : `is ${shown(value)}`;
  return relabel(
    `The input ${shown(name)} ${given}, but must be ${told(expected)}`,
    'Correct it in your workflow.',
  );
}

/** @param nearest the known name that looks most like it; null when none does. */
export function unknownInput(name: string, nearest: string | null = null): Problem {
  const next =
    nearest === null
      ? 'Take it out of your workflow.'
      : `Did you mean ${shown(nearest)}? Correct it in your workflow.`;
  return relabel(`There is no input ${shown(name)}.`, next);
}

const PERMISSIONS: NonNullable<Problem['snippet']> = {
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

function openIt(compareUrl: string): NonNullable<Problem['link']> {
  return { text: 'Open the pull request', url: compareUrl };
}

/** The default of new repositories. The branch is there; only the pull request is not. */
export function pullRequestsForbidden(urls: { compareUrl: string; settingsUrl: string }): Problem {
  const page = `[Settings → Actions → General → Workflow permissions](${urls.settingsUrl})`;
  const box = '**Allow GitHub Actions to create and approve pull requests**';
  return rerun(
    'The branch is ready, but this repository does not let GitHub Actions open pull requests.',
    `To have smol open it next time: ${page} → ${box}; a re-run then opens it without asking the model.`,
    { link: openIt(urls.compareUrl) },
  );
}

/** The workflow leaves the permission out. The branch is there; only the pull request is not. */
export function pullRequestsDenied(urls: { compareUrl: string }): Problem {
  return relabel(
    'The branch is ready, but the token may not open pull requests (`pull-requests: write`).',
    'To have smol open it next time, add these lines to the job in your workflow.',
    { snippet: PERMISSIONS, link: openIt(urls.compareUrl) },
  );
}

/** The repository has no commit to build on. */
export function emptyRepository(at: { url: string } | null = null): Problem {
  return relabel(
    'This repository is empty, so there is no branch to build on.',
    'Add a first file, a README for example.',
    { link: at === null ? null : { text: 'Open the repository', url: at.url } },
  );
}

export function archivedRepository(): Problem {
  return relabel(
    'This repository is archived, so nothing can be written to it.',
    'Unarchive it under Settings → General → Danger Zone.',
  );
}

export function issuesDisabled(): Problem {
  return relabel(
    'Issues are switched off in this repository.',
    'Switch them on under Settings → General → Features, or start the workflow by hand with a `prompt`.',
  );
}

export function issueDeleted(): Problem {
  return relabel('The issue has been deleted.', 'Describe the app in a new one.');
}

export function issueMoved(): Problem {
  return relabel(
    'The issue is elsewhere by now: it was transferred, or its repository was renamed.',
    'Start smol from there.',
  );
}

export function issueLocked(): Problem {
  return rerun(
    'The conversation of the issue is locked, so smol cannot answer in it.',
    'Unlock it, then re-run the failed job.',
  );
}

export function issueMissing(issueNumber: number): Problem {
  return relabel(`There is no issue ${issueNumber} in this repository.`, 'Correct the input `issue-number`.');
}

export function baseMissing(name: string): Problem {
  return relabel(
    `There is no branch ${shown(name)} in this repository.`,
    'Correct the input `base`, or leave it out to build on the default branch.',
  );
}

/** @param who the person who asked, and what GitHub says they may do (`none`, `read`, `triage`). */
export function notAllowed(who: { login: string; permission: string }): Problem {
  const role = /^[a-z]+$/.test(who.permission) ? who.permission : shown(who.permission);
  return {
    ...rerun(
      `Only people with write access can start smol; ${shown(who.login)} has ${role === 'none' ? 'no' : role} access.`,
      'Someone with write access can take the label off and put it back on.',
    ),
    again: 'no',
  };
}

export function permissionUnknown(login: string): Problem {
  return rerun(
    `GitHub did not say whether ${shown(login)} may start smol, so nothing was started.`,
    'Re-run the failed job in a few minutes.',
  );
}

export function emptyPrompt(): Problem {
  return relabel(
    'There is nothing to build from: the text is empty once hidden text, comments and images are taken out.',
    'Describe the app in words.',
  );
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

/** What no re-run mends, because an input or the request itself is in the way. */
const ASKED_WRONGLY = [
  InvalidOptionError,
  ModelNotFoundError,
  ContextTooLongError,
  LimitTooSmallError,
  RefusedError,
  RequestRejectedError,
  NothingWrittenError,
];

/** @param at the page of the repository's secrets. */
export function modelProblem(error: ModelError, at: { settingsUrl: string }): Problem {
  const again = ASKED_WRONGLY.some((kind) => error instanceof kind) ? relabel : rerun;
  const link = error instanceof KeyRejectedError ? { text: 'Open the secrets', url: at.settingsUrl } : null;
  return again(told(error.message), error.advice, { link });
}

/** @param result files that are missing, each with a sentence why, and how many files the plan has. */
export function filesFailed(result: {
  failed: readonly { path: string; reason: string }[];
  total: number;
}): Problem {
  const [only] = result.failed;
  const what =
    result.failed.length === 1 && only !== undefined
      ? `${named(only.path)}: ${clause(only.reason)}.`
      : `${formatNumber(result.failed.length)} of ${count(result.total, 'file')} are missing.`;
  return rerun(what, 'Re-run the failed job: only what is missing is asked for, the rest is kept.');
}

function named(path: string): string {
  return `${shown(path)} is missing`;
}

/** A sentence as the end of another: `The model refused: No.` → `the model refused (No)`. */
function clause(sentence: string): string {
  const line = shorten(oneLine(sentence), VALUE).replace(/\.$/, '');
  const lower = line.replace(/^(?:The|A|An|It|No|All)(?= )/, (word) => word.toLowerCase());
  return lower.replace(/^([^:(]+): (.+)$/, '$1 ($2)');
}

/** Whether the problem is that this one file is missing, so that nobody has to read of it twice. */
export function isOfFile(problem: Problem | null, path: string): boolean {
  return problem?.what.startsWith(named(path)) ?? false;
}

/** Whether a failure of a file is the problem of the whole run, which is told where the problem is. */
export function isOfRun(problem: Problem | null, failure: string): boolean {
  return problem?.what === told(failure);
}

export function deadlinePassed(limit: { minutes: number }): Problem {
  return rerun(
    `The run took longer than ${count(limit.minutes, 'minute')}.`,
    'Re-run the failed job, or raise the input `timeout-minutes` if the model is slow.',
  );
}

export function cancelled(): Problem {
  return rerun('The run was cancelled.', 'Re-run the job when you want it to go on.');
}

/** The process of a run was killed: it could not say so itself. */
export function brokeOff(): Problem {
  return rerun(
    'The run ended before it could say how.',
    'Its log may tell why. What is ticked here is saved: a re-run does not ask for it again.',
  );
}

/** Whether this is the problem of a run that a person stopped. */
export function isCancelled(problem: Problem | null): boolean {
  return problem?.what === cancelled().what;
}

/** Anything that nobody foresaw. */
export function unexpected(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return rerun(
    `Something went wrong that should not: ${told(message)}`,
    'Re-run the failed job. If it happens again, report it with the log of the run.',
  );
}

/** Only open issues are built. */
export function issueClosed(issueNumber: number): Problem {
  return relabel(`Issue ${issueNumber} is closed.`, 'Reopen it, or name another one with `issue-number`.');
}

/** What a person did during the run counts as their word: nothing was committed. */
export function labelTakenOff(label: string): Problem {
  return withdrawn(`The label ${shown(label)} was taken off during the run`, 'Put it back on to go on');
}

/** As `labelTakenOff`. */
export function issueClosedMeanwhile(issueNumber: number): Problem {
  return withdrawn(`Issue ${issueNumber} was closed during the run`, 'Reopen it and put the label on again');
}

function withdrawn(what: string, next: string): Problem {
  const kept = 'what is written so far is not asked for again.';
  return { ...rerun(`${what}, so nothing was committed.`, `${next}: ${kept}`), again: 'no' };
}

/** Every file of the plan is one that a person has to add. */
export function nothingToCommit(): Problem {
  return relabel(
    'Every file of the plan is a protected one, such as a workflow, so there is nothing to commit.',
    'Ask for an app, or add these files yourself.',
  );
}

/** @param taken the branch, on which a person has committed. */
export function treeTooLarge(taken: { branch: string }): Problem {
  return relabel(
    `This repository is too large to tell on ${shown(taken.branch)} which files a person changed.`,
    'Merge or close its pull request first.',
  );
}

/** A note: what was asked for held a key, which whoever reads the issue has. */
export function keyInPrompt(): string {
  return 'What looks like a key stood in the text. The model was sent [redacted] in its place. If it is a real one, revoke it: whoever can read the text has it.';
}

/** A note: what stands in the issue by now is not what was built. */
export function issueEditedMeanwhile(): string {
  return 'The issue was edited after it was labelled: this is what it asked for then. To use the new text, take the label off and put it back on.';
}
