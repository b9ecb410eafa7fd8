import { type Block, fit, fixed, flexible } from './fit.js';
import { count } from './format.js';
import { cut, fence, fold, htmlCode, link, quote, shorten, shortPath, tableCell } from './markdown.js';
import { dependencyGraph } from './mermaid.js';
import { neutralise } from './neutralise.js';
import { splitPlan } from './plan-text.js';
import { plainWords } from './references.js';
import { finishedFiles, missingFiles } from './run-state.js';
import {
  BODY_LIMIT,
  cuttable,
  hiddenTextNote,
  limited,
  marker,
  notesAlert,
  pathSpan,
  phrase,
  problemAlert,
  promptFold,
  provenance,
  refusedList,
  sentence,
  small,
} from './sections.js';
import type { FileView, RunView } from './view.js';

/** GitHub takes 256 characters. */
const TITLE_LIMIT = 240;
/** https://git-scm.com/docs/git-commit#_discussion: short; 72 is what GitHub shows before it cuts. */
const SUBJECT_LIMIT = 72;
/** A request up to this long is quoted in the open. */
const QUOTED_PROMPT = { characters: 800, lines: 14 } as const;
/** Room for the content of all set-aside files together. */
const SET_ASIDE_LIMIT = 20_000;

/** What gives way when the body grows too long, first to last. */
const ORDER = { plan: 1, prompt: 2, setAside: 3, graph: 4, introduction: 5, table: 6 } as const;

/** One line of at most 240 code points: the title that people wrote, without anything in it that acts. */
export function pullRequestTitle(view: RunView): string {
  return shorten(plainWords(titleOf(view)), TITLE_LIMIT);
}

/**
 * A commit message: a subject of at most 72 code points, a line on its origin, the trailers last. Nothing
 * in it mentions anyone, refers to an issue or closes one.
 *
 * @param trailers name → value, written as given; a value is one line
 */
export function commitMessage(view: RunView, trailers: Readonly<Record<string, string>>): string {
  const written = view.files.filter((file) => file.state === 'done' && file.setAside === null).length;
  const origin = view.issueNumber === null ? 'from a prompt' : `from issue ${view.issueNumber}`;
  const lines = Object.entries(trailers).map(
    ([name, value]) => `${name}: ${value.replace(/\s+/g, ' ').trim()}`,
  );
  return [
    shorten(plainWords(titleOf(view)), SUBJECT_LIMIT),
    `${count(written, 'file')} written by smol ${origin}.`,
    lines.join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function titleOf(view: RunView): string {
  const words = [view.title, splitPlan(view.planText, true).title].find((title) => plainWords(title) !== '');
  return words ?? (view.issueNumber === null ? 'A new app' : `An app for issue ${view.issueNumber}`);
}

/** The body of the pull request: GitHub markdown of at most 60,000 characters, our marker first. */
export function pullRequestBody(view: RunView): string {
  const closes = view.issueNumber === null ? '' : `Closes #${view.issueNumber}`;
  const blocks = [
    fixed(marker(view.issueNumber)),
    fixed(closes),
    ...report(view, SET_ASIDE_LIMIT),
    fixed(footer(view)),
  ];
  return fit(blocks, BODY_LIMIT);
}

/**
 * What a reviewer needs, most important first. The run summary shows the same.
 *
 * @param setAsideRoom UTF-16 units for the content of all set-aside files together
 */
export function report(view: RunView, setAsideRoom: number): readonly Block[] {
  return [
    fixed(problemAlert(view)),
    fixed(notesAlert(view.notes)),
    request(view),
    introduction(view),
    fixed(howToRunSection(view)),
    filesTable(view),
    fixed(notWritten(view)),
    graph(view),
    cuttable(view, 'plan', ORDER.plan, neutralise(view.planText), (body) => fold('The plan', body)),
    ...setAsideSection(view, setAsideRoom),
  ];
}

/** What was asked: in the open when it is short, otherwise behind a click. */
function request(view: RunView): Block {
  const { prompt } = view;
  if (prompt.length > QUOTED_PROMPT.characters || prompt.split('\n').length > QUOTED_PROMPT.lines) {
    return promptFold(view, ORDER.prompt);
  }
  return fixed(prompt === '' ? '' : `${quote(neutralise(prompt))}${hiddenTextNote(view)}`);
}

function introduction(view: RunView): Block {
  const plan = splitPlan(view.planText, true);
  return cuttable(view, 'introduction', ORDER.introduction, neutralise(plan.introduction));
}

function howToRunSection(view: RunView): string {
  const [first, ...others] = view.howToRun;
  if (first === undefined) return '';
  const steps =
    others.length === 0 ? first : view.howToRun.map((line, index) => `${index + 1}. ${line}`).join('\n');
  return `### How to run it\n\n${steps}`;
}

/** One row a file. Descriptions give way, then the table does. */
function filesTable(view: RunView): Block {
  const made = view.phase === 'planned' ? view.files : finishedFiles(view);
  const files = made.filter((file) => file.setAside === null);
  if (files.length === 0) return fixed('');
  const table = (described: boolean) =>
    [
      '### Files',
      '',
      '| File | Lines | What it does |',
      '|:--|--:|:--|',
      ...files.map((file) => tableRow(file, described)),
    ].join('\n');
  const names = () => files.map((file) => pathSpan(file.path)).join(', ');
  return flexible(ORDER.table, table(true), (room) => {
    const short = table(false);
    if (short.length <= room) return short;
    return `### Files\n\n${cut(names(), Math.max(0, room - 11), `and more, listed in the ${link('run summary', view.runUrl)}.`)}`;
  });
}

function tableRow(file: FileView, described: boolean): string {
  const words = [
    described ? phrase(file.description) : '',
    file.replaces ? '*replaces the file that is there*' : '',
  ];
  const cells = [
    tableCell(pathSpan(file.path)),
    file.lines === null ? '' : String(file.lines),
    tableCell(words.filter((word) => word !== '').join(' · ')),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What is not there, and how to go on. */
function notWritten(view: RunView): string {
  const missing = view.phase === 'planned' ? [] : missingFiles(view).filter((file) => file.setAside === null);
  const lines = missing.map(
    (file) => `- ${pathSpan(file.path)}${file.failure === null ? '' : ` – ${sentence(file.failure)}`}`,
  );
  const next = 'Run it again to go on: finished files are kept, and only these are asked for.';
  const section = missing.length === 0 ? '' : `### Missing\n\n${limited(lines).join('\n')}\n\n${next}`;
  return [section, refusedList(view)].filter((part) => part !== '').join('\n\n');
}

function graph(view: RunView): Block {
  const drawn = dependencyGraph(view.files.filter((file) => file.setAside === null));
  if (drawn === null) return fixed('');
  // The text is ours, and GitHub is to draw it: `fence` would show it.
  return flexible(ORDER.graph, fold('Which file uses which', `\`\`\`mermaid\n${drawn}\n\`\`\``), () => '');
}

/** Files that a person may add: their content, and how. */
function setAsideSection(view: RunView, room: number): readonly Block[] {
  const files = view.files.filter((file) => file.setAside !== null);
  if (files.length === 0) return [];
  const intro =
    'Made, but not committed. Read them first; to add one, create a file of that name on this branch and paste it in.';
  const boxes = (all: number) =>
    files.map((file) => setAsideFold(file, all / files.length - 500)).join('\n\n');
  return [fixed(`### Set aside\n\n${intro}`), flexible(ORDER.setAside, boxes(room), boxes)];
}

function setAsideFold(file: FileView, room: number): string {
  const content = file.setAside?.content ?? null;
  const reason = shorten(sentence(file.setAside?.reason ?? ''), 200);
  if (content === null) return `- ${pathSpan(file.path)} – ${reason} Its content was not made.`;
  const language = /\.(\w+)$/.exec(file.path)?.[1] ?? '';
  const shown = content.length <= room ? content : shorten(content, Math.max(2, Math.floor(room)));
  return fold(htmlCode(shortPath(file.path)), `${reason}\n\n${fence(shown, language)}`);
}

function footer(view: RunView): string {
  return small('Generated by smol; review before merging.', provenance(view));
}
