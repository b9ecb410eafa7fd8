import { count, formatBytes, formatCost, formatDuration, formatNumber } from './format.js';
import { link } from './markdown.js';
import { isCancelled } from './problems.js';
import { isStopped } from './refusals.js';
import type { FileView, RunView } from './view.js';

/** Whether the run goes on, so that its text will change. */
export function isRunning(view: RunView): boolean {
  return view.phase === 'planning' || view.phase === 'building' || view.phase === 'publishing';
}

/** Whether the plan waits for a person, who may edit it first. */
export function waits(view: RunView): boolean {
  return view.phase === 'planned' && view.quote !== null;
}

/** Files that are to stand in the pull request: without those set aside and those that a person keeps. */
export function ownFiles(view: RunView): readonly FileView[] {
  return view.files.filter((file) => file.setAside === null && !file.kept);
}

/** Own files that are made. */
export function finishedFiles(view: RunView): readonly FileView[] {
  return ownFiles(view).filter((file) => file.state === 'done');
}

/** Whether a file is as it is to be: made, or looked at without a need to change it. */
export function isSettled({ state }: FileView): boolean {
  return state === 'done' || state === 'unchanged';
}

/** Own files that a run which has ended did not make. */
export function missingFiles(view: RunView): readonly FileView[] {
  return ownFiles(view).filter((file) => !isSettled(file));
}

/** How long the run took, or takes so far, in milliseconds. */
export function elapsed(view: RunView): number {
  return (view.finishedAt ?? view.now) - view.startedAt;
}

/** Where the run stands, in a few words: the first thing that is read. */
export function headline(view: RunView): string {
  const all = count(ownFiles(view).length, 'file');
  const { revision } = view;
  switch (view.phase) {
    case 'planning':
      return revision === null ? 'Planning' : `Reading ${count(revision.remarks, 'remark')}`;
    case 'building': {
      const settled = ownFiles(view).filter(isSettled).length;
      return `${revision === null ? 'Building' : 'Revising'}: ${formatNumber(settled)} of ${all}`;
    }
    case 'publishing':
      return revision === null ? 'Opening the pull request' : 'Committing';
    case 'planned':
      return `The plan: ${all}`;
    case 'done':
      return view.pullRequest === null ? `Done: ${all}` : pullRequestHeadline(view.pullRequest);
    case 'partial':
      return partialHeadline(view);
    case 'failed':
      return stoppedHeadline(view);
  }
}

function pullRequestHeadline({ number, url, draft, operation }: NonNullable<RunView['pullRequest']>): string {
  const name = link(`Pull request #${number}`, url);
  if (draft) return `${name} is open as a draft`;
  if (operation === 'updated') return `${name} has a new commit`;
  if (operation === 'none') return `${name} is up to date`;
  return `${name} is ready for review`;
}

function partialHeadline(view: RunView): string {
  const missing = missingFiles(view).length;
  const all = count(ownFiles(view).length, 'file');
  const { pullRequest } = view;
  if (pullRequest === null) {
    if (missing > 0) return stoppedHeadline(view);
    return `${all === '1 file' ? all : `All ${all}`} written, no pull request yet`;
  }
  const name = link(`Pull request #${pullRequest.number}`, pullRequest.url);
  if (missing === 0) return `${name} needs a look`;
  return `${name} is ${pullRequest.draft ? 'a draft' : 'open'}: ${formatNumber(missing)} of ${all} missing`;
}

function stoppedHeadline(view: RunView): string {
  const stopped = isCancelled(view.problem) ? 'Cancelled' : 'Stopped';
  if (stopped === 'Stopped' && !isStopped(view.problem) && view.planText === '' && view.files.length === 0)
    return 'Not started';
  const done = finishedFiles(view).length;
  if (done === 0) return `${stopped}: nothing was written`;
  return `${stopped}: ${formatNumber(done)} of ${count(ownFiles(view).length, 'file')} written`;
}

/** What there is, how long it took and what it cost: `16 files · 1,479 lines · 36 s · $0.19 · run log`. */
export function progressLine(view: RunView): string {
  const facts = [
    isRunning(view) ? null : finishedFacts(finishedFiles(view)),
    reusedFact(view),
    durationFact(view),
    costFact(view),
    link('run log', view.runUrl),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

/** `16 files · 1,479 lines`; null when there are none. */
function finishedFacts(files: readonly FileView[]): string | null {
  if (files.length === 0) return null;
  return `${count(files.length, 'file')} · ${count(linesOf(files), 'line')}`;
}

/** Lines of all these files together. */
export function linesOf(files: readonly FileView[]): number {
  return files.reduce((sum, file) => sum + (file.lines ?? 0), 0);
}

function reusedFact({ planReused, reusedFiles, files }: RunView): string | null {
  if (reusedFiles === 0) return planReused ? 'the plan is that of the run before' : null;
  if (reusedFiles >= files.length) return 'nothing was asked of the model this time';
  return `${formatNumber(reusedFiles)} of ${count(files.length, 'file')} reused`;
}

/** Null for a failure at once, whose duration says nothing. */
function durationFact(view: RunView): string | null {
  const milliseconds = elapsed(view);
  return view.phase === 'failed' && milliseconds < 1000 ? null : formatDuration(milliseconds);
}

/** `$0.19`; null where nothing was asked yet, or where the price is not known. */
export function costFact({ usage, planReused }: RunView): string | null {
  if (usage === null || usage.costUsd === null) return null;
  const about = usage.estimated ? 'about ' : '';
  // The plan and the files of an earlier run were paid for then.
  return `${about}${formatCost(usage.costUsd)}${planReused ? ' in all' : ''}`;
}

/** Stands in the comment of a run that goes on, and in no other. */
export const GOES_ON = 'This comment keeps itself up to date. To stop, cancel the run.';

/** How a person goes on from here: one sentence of markdown; empty when it is not theirs to go on. */
export function howToGoOn(view: RunView): string {
  const hasIssue = view.issueNumber !== null;
  switch (view.phase) {
    case 'planning':
    case 'building':
    case 'publishing':
      return GOES_ON;
    case 'planned':
      if (waits(view)) return 'For another plan, comment `/smol plan` and what should be different.';
      return 'This was a dry run: nothing was written. Run without `dry-run` to build it.';
    case 'done':
      return hasIssue
        ? 'Review before merging: what you remark there becomes the next commit. For another app, edit the issue, take the label off and put it back on.'
        : 'Review before merging: what you remark there becomes the next commit. For another app, start the workflow again.';
    case 'partial':
    case 'failed':
      return howToRunAgain(view.problem?.again ?? 'rerun', hasIssue);
  }
}

export function howToRunAgain(again: NonNullable<RunView['problem']>['again'], hasIssue: boolean): string {
  if (again === 'no') return '';
  if (again === 'relabel') {
    return hasIssue
      ? 'Then take the label off and put it back on: re-running the old job would use the old workflow and the old text.'
      : 'Then start the workflow again.';
  }
  return hasIssue
    ? 'To continue, re-run the failed job, or take the label off and put it back on.'
    : 'To continue, re-run the failed job.';
}

/** What a file's line says after its description: plain words, or null for a file that waits its turn. */
export function fileNote(file: FileView): string | null {
  if (file.state === 'writing')
    return file.characters === 0 ? 'writing' : `writing, ${formatBytes(file.characters)}`;
  if (wasDrawn(file)) return 'drawn, not written';
  if (file.state === 'unchanged') return 'looked at, nothing to change';
  if (file.state === 'done' && file.action !== 'delete' && file.lines !== null)
    return count(file.lines, 'line');
  return null;
}

/** What becomes of a file in a repository that has files; null where all of them are new. */
export function actionFact(view: RunView, { action, replaces }: FileView): string | null {
  if (action === 'add' && replaces) return 'replaces yours';
  const isTold = view.hasCode || view.files.some((file) => file.action !== 'add');
  if (!isTold) return null;
  if (action === 'add') return 'new';
  return { change: 'changes', rename: 'renamed', delete: 'deleted' }[action];
}

/** Whether it is an icon that no model wrote. */
export function wasDrawn({ isDrawn, action }: FileView): boolean {
  return isDrawn && action === 'add';
}
