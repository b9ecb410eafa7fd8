import { type Block, fit, fixed } from './fit.js';
import { fold, link, shorten } from './markdown.js';
import { neutralise } from './neutralise.js';
import { splitPlan } from './plan-text.js';
import { inline } from './references.js';
import { headline, isRunning, progressLine } from './run-state.js';
import {
  BODY_LIMIT,
  checklist,
  cuttable,
  marker,
  notesAlert,
  problemAlert,
  promptFold,
  provenance,
  refusedList,
  small,
} from './sections.js';
import type { RunView } from './view.js';

/** What gives way when the comment grows too long, first to last. */
const ORDER = { plan: 1, prompt: 2, introduction: 3, files: 4 } as const;

/**
 * The one comment of a run, at any moment of it: GitHub markdown of at most 60,000 characters. The first
 * line is our marker, the second carries the state; neither can be seen.
 *
 * @param state what a later run needs to continue: one line of base64url; left out when empty
 * @throws TypeError when the state is not base64url
 */
export function renderPlanComment(view: RunView, state = ''): string {
  if (!/^[\w-]*$/.test(state)) throw new TypeError('The state of a comment must be base64url.');
  const hidden = state === '' ? [] : [`<!-- smol-state: ${state} -->`];
  const blocks = [
    fixed([marker(view.issueNumber), ...hidden].join('\n')),
    fixed(`## ${headline(view)}`),
    fixed(progressLine(view)),
    fixed(problemAlert(view)),
    fixed(notesAlert(view.notes)),
    ...(isRunning(view) || view.phase === 'planned' ? openPlan(view) : foldedPlan(view)),
    promptFold(view, ORDER.prompt),
    fixed(smallPrint(view)),
  ];
  return fit(blocks, BODY_LIMIT);
}

/**
 * Reads a comment of ours back. Anyone can write a marker: look at who wrote the comment first.
 *
 * @returns null when the comment does not begin with our marker; the state is empty when it has none
 */
export function readPlanComment(body: string): { issueNumber: number | null; state: string } | null {
  const match =
    /^<!-- smol:v1(?: issue=(\d{1,15}))? -->(?:\r?\n<!-- smol-state: ([\w-]*) -->)?(?=\r?\n|$)/.exec(body);
  if (match === null) return null;
  return { issueNumber: match[1] === undefined ? null : Number(match[1]), state: match[2] ?? '' };
}

/** While it is worked on: what the app is, the files as they tick, then the contract between them. */
function openPlan(view: RunView): readonly Block[] {
  const listed = view.files.length > 0;
  if (!listed)
    return [
      cuttable(view, 'plan', ORDER.plan, neutralise(view.planText) || '*The model reads the request …*'),
    ];
  const plan = splitPlan(view.planText, false);
  return [
    fixed(plan.title === '' ? '' : `### ${inline(shorten(plan.title, 200))}`),
    cuttable(view, 'introduction', ORDER.introduction, neutralise(plan.introduction)),
    fixed('#### Files'),
    checklist(view, ORDER.files),
    fixed(refusedList(view)),
    cuttable(view, 'plan', ORDER.plan, neutralise(plan.rest)),
  ];
}

/** Afterwards: the files, and the plan behind a click. */
function foldedPlan(view: RunView): readonly Block[] {
  const text = neutralise(view.planText);
  const plan = cuttable(view, 'plan', ORDER.plan, text, (body) => fold('The plan', body));
  if (view.files.length === 0) return [plan];
  return [checklist(view, ORDER.files), fixed(refusedList(view)), plan];
}

function howToGoOn(view: RunView): string {
  switch (view.phase) {
    case 'planning':
    case 'building':
    case 'publishing':
      return 'This comment keeps itself up to date. To stop, cancel the run.';
    case 'planned':
      return 'This was a dry run: nothing was written. Run without `dry-run` to build it.';
    case 'done':
      return view.issueNumber === null
        ? 'Review before merging.'
        : 'Review before merging. To ask for something else, edit the issue, take the label off and put it back on.';
    case 'partial':
    case 'failed':
      return view.issueNumber === null
        ? 'To run it again, re-run the job.'
        : 'To run it again, re-run the job, or take the label off and put it back on.';
  }
}

function smallPrint(view: RunView): string {
  const { pullRequest } = view;
  const facts = [...(pullRequest === null ? [] : [link('Pull request', pullRequest.url)]), provenance(view)];
  return small(howToGoOn(view), facts.join(' · '));
}
