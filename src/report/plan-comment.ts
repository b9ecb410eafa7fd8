import { splitPlan } from '../smol/file-list.js';
import { assetsSection } from './assets.js';
import { changesSection, originSection } from './changes.js';
import { checksLine } from './checks.js';
import { type Block, fit, fixed } from './fit.js';
import { fold, shorten } from './markdown.js';
import { marker } from './marker.js';
import { neutralise } from './neutralise.js';
import { inline } from './references.js';
import { headline, howToGoOn, isRunning, progressLine } from './run-state.js';
import {
  BODY_LIMIT,
  checklist,
  cuttable,
  modelFacts,
  notesAlert,
  problemAlert,
  promptFold,
  quoteSection,
  refusedList,
  setAsideLine,
  small,
} from './sections.js';
import { EDITABLE_END, EDITABLE_START, editableLines, FILES_HEADING, REST_OF_PLAN } from './shown-plan.js';
import type { RunView } from './view.js';

/** What gives way when the comment grows too long, first to last. */
const ORDER = { plan: 1, prompt: 2, introduction: 3, files: 4 } as const;

/**
 * The one comment of a run, at any moment of it: GitHub markdown of at most 60,000 characters. The first
 * line is our marker, which cannot be seen.
 */
export function renderPlanComment(view: RunView): string {
  const blocks = [
    fixed(marker(view)),
    ...(standsOnPullRequest(view) ? planAlone(view) : state(view)),
    promptFold(view, ORDER.prompt),
    fixed(small(howToGoOn(view), modelFacts(view))),
  ];
  return fit(blocks, BODY_LIMIT);
}

/** What people may edit of a comment once its run has ended; null where it shows no list of files. */
export function editableText(comment: string): string | null {
  return editableLines(comment.split('\n'))?.join('\n') ?? null;
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
    fixed(checksLine(view)),
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
 * What the app is, the files as they tick, then the contract between them: folded but where the plan is all there is.
 * What a person can edit stands together, in this order.
 */
function listedPlan(view: RunView): readonly Block[] {
  const { title, introduction, rest } = splitPlan(view.planText);
  const isFolded = view.phase !== 'planned';
  const contract = cuttable(view, 'plan', ORDER.plan, neutralise(rest), (body) =>
    isFolded ? fold(REST_OF_PLAN, body) : body,
  );
  const isBuilt = !isRunning(view) && view.phase !== 'planned';
  const [list, ...apart] = files(view);
  return [
    fixed(isBuilt ? EDITABLE_START : ''),
    fixed(title === '' ? '' : `### ${inline(shorten(title, 200))}`),
    cuttable(view, 'introduction', ORDER.introduction, neutralise(introduction)),
    fixed(FILES_HEADING),
    list,
    contract,
    fixed(isBuilt ? EDITABLE_END : ''),
    ...apart,
  ];
}

/** What becomes different, and the files as they tick. */
function planOfChange(view: RunView): readonly Block[] {
  const text = neutralise(view.planText);
  return [
    cuttable(view, 'introduction', ORDER.introduction, neutralise(splitPlan(view.planText).introduction)),
    fixed(originSection(view) === '' ? '' : FILES_HEADING),
    ...files(view),
    cuttable(view, 'plan', ORDER.plan, text, (body) => fold('The plan of the change', body)),
  ];
}

/** Afterwards: what was changed since, and the plan with what became of its files. */
function finishedPlan(view: RunView): readonly Block[] {
  if (view.files.length > 0) return [...listedPlan(view), fixed(changesSection(view))];
  return [cuttable(view, 'plan', ORDER.plan, neutralise(view.planText), (body) => fold('The plan', body))];
}

function files(view: RunView): readonly [Block, ...Block[]] {
  const apart = [setAsideLine(view), isRunning(view) ? '' : assetsSection(view), refusedList(view)];
  return [checklist(view, ORDER.files), ...apart.map((text) => fixed(text))];
}
