import { count, formatNumber } from './format.js';
import { oneLine, shorten } from './markdown.js';
import { shown } from './problems/words.js';
import type { Problem } from './view.js';

/** Sentences for what a comment asks for and cannot have: what and why, then what to do instead. */

function refusal(what: string, next: string): Problem {
  return { what, next, again: 'no', snippet: null, link: null };
}

/** Most paths that are named in one sentence. */
const NAMED = 5;

function named(paths: readonly string[]): string {
  const more = paths.length > NAMED ? [`${formatNumber(paths.length - NAMED)} more`] : [];
  return [...paths.slice(0, NAMED).map(shown), ...more].join(', ');
}

/** Of another repository: smol pushes to its own only. */
export function pullFromFork({ number }: { number: number }): Problem {
  return refusal(
    `The branch of pull request ${number} is in another repository.`,
    'Ask in an issue of this repository: smol changes only pull requests that it opened itself.',
  );
}

export function pullNotOurs({ number }: { number: number }): Problem {
  return refusal(
    `Pull request ${number} was not opened by smol.`,
    'Ask in an issue of this repository: smol changes only pull requests that it opened itself.',
  );
}

export function pullMerged({ number }: { number: number }): Problem {
  return refusal(
    `Pull request ${number} is merged already.`,
    'Open an issue for what is to become different, and put the label on it.',
  );
}

export function pullClosed({ number }: { number: number }): Problem {
  return refusal(`Pull request ${number} is closed.`, 'Reopen it, then say it again.');
}

export function pullMissing(): Problem {
  return refusal(
    'There is no open pull request of smol for this issue.',
    'Comment `/smol build`, or put the label on the issue.',
  );
}

export function branchGone({ branch }: { branch: string }): Problem {
  return refusal(
    `The branch ${shown(branch)} is gone, or has no commit of smol any more.`,
    'Put the label on the issue again for a new one.',
  );
}

export function issueIsClosed({ number }: { number: number }): Problem {
  return refusal(`Issue ${number} is closed.`, 'Reopen it, then say it again.');
}

export function textMissing(): Problem {
  return refusal(
    'It is not said what is to become different.',
    'Write it behind the command: `/smol fix The score is lost on reload`.',
  );
}

export function commandEdited(): Problem {
  return refusal(
    'The comment was edited before the run began, so nothing was done.',
    'Say it again in a new one.',
  );
}

export function nothingToUndo(): Problem {
  return refusal('The branch has no commit of smol that could be taken back.', 'Nothing was changed.');
}

export function firstCommit(): Problem {
  return refusal(
    'The last commit of smol is the one that made the app: without it nothing would be left.',
    'Close the pull request and delete its branch instead.',
  );
}

export function changedSince({ paths }: { paths: readonly string[] }): Problem {
  return refusal(
    `Since the last commit of smol a person has changed ${named(paths)}.`,
    'To take it back would take back their work: do it by hand, or say with `/smol fix` what is to become different.',
  );
}

export function nothingToRetry(): Problem {
  return refusal(
    'Nothing failed and nothing is missing.',
    'Name a file to have it written again: `/smol retry src/app.js`.',
  );
}

export function pathUnknown({ path }: { path: string }): Problem {
  return refusal(
    `The plan has no file ${shown(path)}.`,
    'Write the path as it stands in the list of files: `/smol retry src/app.js`.',
  );
}

export function nothingToStop(): Problem {
  return refusal('No run of smol is going on here.', 'Nothing was changed.');
}

export function severalCommands(): Problem {
  return refusal('The comment asks for more than one thing.', 'Write one command in a comment.');
}

/** A reply: to a command in a review, or on a line. */
export function commandMisplaced(): string {
  return 'Commands are read in the conversation of the pull request, not in a review: write it there, as a comment of its own. A remark needs no command.';
}

/** @param reason a clause. */
export function editedPathRefused({ path, reason }: { path: string; reason: string }): Problem {
  return planEditMalformed({ reason: `${shown(path)} cannot be written: ${reason}.` });
}

/** @param reason a whole sentence: what is wrong, and how it should be. */
export function planEditMalformed({ reason }: { reason: string }): Problem {
  return refusal(
    `The plan cannot be built as it was edited. ${reason}`,
    'Edit it again, then comment `/smol build`. Nothing was changed.',
  );
}

const STOPPED = 'A person stopped the run.';

/** What a comment asked for. @param isRevision whether it was remarks that were answered. */
export function stoppedByPerson({ isRevision }: { isRevision: boolean }): Problem {
  const command = isRevision ? '/smol retry' : '/smol build';
  return refusal(STOPPED, `Comment \`${command}\` to go on: what is finished is kept.`);
}

/** Whether this is the problem of a run that a person stopped by a comment. */
export function isStopped(problem: Problem | null): boolean {
  return problem?.what === STOPPED;
}

/** A note, no refusal: why somebody's edit of the plan does not count. */
export function editIgnored({ login }: { login: string | null }): string {
  if (login === null)
    return 'The plan was edited, and GitHub does not say by whom: that edit does not count.';
  return `The plan was edited by ${shown(login)}, who has no write access: that edit does not count.`;
}

/** A note: files of a change that a person changed in another way. */
export function conflictLeft({ paths }: { paths: readonly string[] }): string {
  return `A person changed the same lines of ${named(paths)}: what they wrote stays.`;
}

/** A note: the list was edited, and another run came before the build of it. */
export function listEditWaits({ sentences }: { sentences: readonly string[] }): string {
  return `The list of files was edited, and that is not built yet: ${sentences.join(' ')} \`/smol build\` builds it.`;
}

/** A note: what people made of the list of an app that is planned anew. */
export function editPlannedWith({ sentences }: { sentences: readonly string[] }): string {
  return `The new plan is made from the list of files as it was edited: ${sentences.join(' ')}`;
}

/** What waits, in one sentence. */
export function planWaited(): string {
  return 'A new plan waits.';
}

/** A note: an edit of the list that cannot be kept until the build of it. */
export function listEditDropped(): string {
  return 'The list of files was edited in a way that cannot be kept: edit it again, and comment `/smol build`.';
}

/** A note: an edit of the list that is malformed, when something else than its build is wanted. */
export function editUnread({ what }: Pick<Problem, 'what'>): string {
  return `${what} So that edit is not kept: make it again, and comment \`/smol build\`.`;
}

/** A note: an edit that waited for its build, and a later one of the same lines. */
export function editReplaced(): string {
  return 'The list of files was edited twice in the same lines: only the later edit counts.';
}

export function branchBusy({ branch }: { branch: string }): Problem {
  return refusal(`Somebody else wrote to the branch ${shown(branch)} at the same moment.`, 'Say it again.');
}

export function noIssue(): Problem {
  return refusal(
    'This pull request was asked for by a prompt, not by an issue, so there is no plan to go back to.',
    'Say with `/smol fix` what is to become different, or start the workflow with another prompt.',
  );
}

export function changeFailed({
  failed,
  total,
}: {
  failed: readonly { path: string; reason: string }[];
  total: number;
}): Problem {
  const [first] = failed;
  const reason = first === undefined ? '' : ` ${shown(first.path)}: ${shorten(oneLine(first.reason), 200)}`;
  return {
    ...refusal(
      `${formatNumber(failed.length)} of ${count(total, 'file')} could not be made, so nothing was changed.${reason}`,
      'Comment `/smol retry` to go on: what is made is kept.',
    ),
    again: 'rerun',
  };
}

export function repositoryTooLarge(): Problem {
  return {
    ...refusal(
      'The repository has more than 100,000 files, of which GitHub does not list all at once.',
      'Have the app made in a smaller repository: in this one smol would not know which files are there already.',
    ),
    again: 'relabel',
  };
}

export function nothingToChange(): Problem {
  return {
    ...refusal(
      'In every file of the plan the model found that nothing has to change.',
      'Say more exactly what should be different, then put the label on again.',
    ),
    again: 'relabel',
  };
}

/** A note: what `/smol undo` did. */
export function takenBack({ undone, sha }: { undone: string; sha: string }): string {
  return `The commit \`${undone.slice(0, 7)}\` is taken back, by \`${sha.slice(0, 7)}\`.`;
}
