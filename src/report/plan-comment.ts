import { splitPlan } from '../smol/file-list.js';
import { changesSection, originSection } from './changes.js';
import { type Block, fit, fixed } from './fit.js';
import { fold, shorten } from './markdown.js';
import { neutralise } from './neutralise.js';
import { inline } from './references.js';
import { headline, howToGoOn, isRunning, progressLine, waits } from './run-state.js';
import {
  BODY_LIMIT,
  checklist,
  cuttable,
  marker,
  modelFacts,
  notesAlert,
  problemAlert,
  promptFold,
  quoteSection,
  refusedList,
  setAsideLine,
  small,
} from './sections.js';
import { FILES_HEADING } from './shown-plan.js';
import type { RunView } from './view.js';

/** What gives way when the comment grows too long, first to last. */
const ORDER = { plan: 1, prompt: 2, introduction: 3, files: 4 } as const;

/**
 * The one comment of a run, at any moment of it: GitHub markdown of at most 60,000 characters. The first
 * line is our marker, which cannot be seen.
 */
export function renderPlanComment(view: RunView): string {
  const blocks = [
    fixed(marker(view.issueNumber, view.checkpoint, view.handled)),
    ...(standsOnPullRequest(view) ? planAlone(view) : state(view)),
    promptFold(view, ORDER.prompt),
    fixed(small(howToGoOn(view), modelFacts(view))),
  ];
  return fit(blocks, BODY_LIMIT);
}

/** What the first line of a comment of ours says. */
export type CommentMark = Pick<RunView, 'issueNumber' | 'checkpoint' | 'handled'>;

const MARK =
  /^<!-- smol:v1(?: issue=(\d{1,15}))?(?: key=([0-9a-f]{16}) checkpoint=([0-9a-f]{40}))?(?: handled=([rci]\d{1,18}(?:,[rci]\d{1,18}){0,299}))? -->(?=\r?\n|$)/;

/**
 * Reads a comment of ours back. Anyone can write a marker: look at who wrote the comment first.
 *
 * @returns null when the comment does not begin with our marker
 */
export function readPlanComment(body: string): CommentMark | null {
  const match = MARK.exec(body);
  if (match === null) return null;
  const [, issue, key, tree, handled] = match;
  return {
    issueNumber: issue === undefined ? null : Number(issue),
    checkpoint: key === undefined || tree === undefined ? null : { key, tree },
    handled: handled?.split(',') ?? [],
  };
}

/** Without an issue the comment stands under the pull request, whose text says everything but the plan. */
function standsOnPullRequest({ issueNumber, phase, pullRequest }: RunView): boolean {
  return issueNumber === null && pullRequest !== null && (phase === 'done' || phase === 'partial');
}

function planAlone(view: RunView): readonly Block[] {
  return [
    fixed('## The plan'),
    fixed(originSection(view)),
    cuttable(view, 'plan', ORDER.plan, neutralise(view.planText)),
  ];
}

/** Where the run stands, what is wrong, and its plan. */
function state(view: RunView): readonly Block[] {
  return [
    fixed(`## ${headline(view)}`),
    fixed(quoteSection(view)),
    fixed(progressLine(view)),
    fixed(problemAlert(view)),
    fixed(notesAlert(view.notes)),
    fixed(originSection(view)),
    ...plan(view),
  ];
}

function plan(view: RunView): readonly Block[] {
  const isOpen = isRunning(view) || view.phase === 'planned';
  if (!isOpen) return finishedPlan(view);
  if (view.revision !== null && view.files.length > 0) return planOfChange(view);
  return view.files.length === 0 ? streamedPlan(view) : listedPlan(view);
}

function streamedPlan(view: RunView): readonly Block[] {
  const text = neutralise(view.planText) || '*The model reads the request …*';
  return [cuttable(view, 'plan', ORDER.plan, text)];
}

/**
 * What the app is, the files as they tick, then the contract between them: folded while they are written,
 * open in a dry run, which is there for it.
 */
function listedPlan(view: RunView): readonly Block[] {
  const { title, introduction, rest } = splitPlan(view.planText);
  const contract =
    view.phase === 'planned'
      ? cuttable(view, 'plan', ORDER.plan, neutralise(rest))
      : cuttable(view, 'plan', ORDER.plan, neutralise(withoutHeading(rest)), (body) =>
          fold('The contract between the files', body),
        );
  const [list, ...apart] = files(view);
  return [
    fixed(title === '' ? '' : `### ${inline(shorten(title, 200))}`),
    cuttable(view, 'introduction', ORDER.introduction, neutralise(introduction)),
    fixed(filesHeading(view)),
    // What a person can edit stands together.
    ...(waits(view) ? [list, contract, ...apart] : [list, ...apart, contract]),
  ];
}

/** The contract without the heading that its fold says already. */
function withoutHeading(rest: string): string {
  return rest.replace(/^#{1,6}[ \t]+contract[ \t]*(?:\n|$)/i, '');
}

/** What becomes different, and the files as they tick. */
function planOfChange(view: RunView): readonly Block[] {
  const text = neutralise(view.planText);
  return [
    cuttable(view, 'introduction', ORDER.introduction, neutralise(splitPlan(view.planText).introduction)),
    fixed(filesHeading(view)),
    ...files(view),
    cuttable(view, 'plan', ORDER.plan, text, (body) => fold('The plan of the change', body)),
  ];
}

/** Afterwards: the files, and the plan behind a click. */
function finishedPlan(view: RunView): readonly Block[] {
  const text = neutralise(view.planText);
  const folded = cuttable(view, 'plan', ORDER.plan, text, (body) => fold('The plan', body));
  return view.files.length === 0
    ? [folded]
    : [fixed(changesSection(view)), fixed(filesHeading(view)), ...files(view), folded];
}

/** Above a checklist below another list, of which it would be a part. */
function filesHeading(view: RunView): string {
  const hasChanges = !isRunning(view) && view.revisions.length > 0;
  return view.phase === 'planned' || hasChanges || originSection(view) !== '' ? FILES_HEADING : '';
}

function files(view: RunView): readonly [Block, ...Block[]] {
  return [checklist(view, ORDER.files), fixed(setAsideLine(view)), fixed(refusedList(view))];
}
