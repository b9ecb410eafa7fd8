import { splitPlan } from '../smol/file-list.js';
import { assetsSection } from './assets.js';
import { changesSection, originSection } from './changes.js';
import { checksSection } from './checks.js';
import { dependencies } from './dependencies.js';
import { type Block, fit, fixed, flexible } from './fit.js';
import { count, formatNumber } from './format.js';
import {
  codeSpan,
  cut,
  fence,
  fold,
  htmlCode,
  link,
  quote,
  shorten,
  shortPath,
  tableCell,
} from './markdown.js';
import { marker } from './marker.js';
import { dependencyGraph } from './mermaid.js';
import { neutralise } from './neutralise.js';
import { OWN_END, readTheirs } from './own-part.js';
import { isOfFile, isOfRun } from './problems.js';
import { plainWords } from './references.js';
import {
  actionFact,
  finishedFiles,
  howToGoOn,
  linesOf,
  missingFiles,
  ownFiles,
  wasDrawn,
} from './run-state.js';
import {
  BODY_LIMIT,
  cuttable,
  hiddenTextNote,
  limited,
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
/** Of that for the path, the reason and the box around each. */
const SET_ASIDE_FRAME = 500;
/** A longer table is shown behind a click. */
const OPEN_ROWS = 20;

/** What gives way when the body grows too long, first to last. */
const ORDER = {
  plan: 1,
  prompt: 2,
  setAside: 3,
  graph: 4,
  dependencies: 5,
  introduction: 6,
  table: 7,
} as const;

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
  const written = finishedFiles(view).length;
  const origin = view.issueNumber === null ? 'from a prompt' : `from issue ${view.issueNumber}`;
  return message(titleOf(view), `${count(written, 'file')} written by smol ${origin}.`, trailers);
}

function message(subject: string, body: string, trailers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(trailers).map(
    ([name, value]) => `${name}: ${value.replace(/\s+/g, ' ').trim()}`,
  );
  return [shorten(plainWords(subject), SUBJECT_LIMIT), body, lines.join('\n')]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** The message of a commit that changes what is there because of remarks; as `commitMessage`. */
export function revisionMessage(view: RunView, trailers: Readonly<Record<string, string>>): string {
  const changed = finishedFiles(view).map(({ path }) => path);
  const body = `${count(changed.length, 'file')} changed by smol after ${count(view.revision?.remarks ?? 0, 'remark')}.`;
  return message(`Revise ${names(changed)}`, body, trailers);
}

/** The message of a commit that takes back our last one; as `commitMessage`. @param paths what it changes. */
export function undoMessage(paths: readonly string[], trailers: Readonly<Record<string, string>>): string {
  return message(
    `Undo ${names(paths)}`,
    'The last commit of smol is taken back, as a person asked.',
    trailers,
  );
}

/** `model.ts, totals.ts and 3 more`. */
function names(paths: readonly string[]): string {
  const [first, second, third] = paths.map((path) => plainWords(path.slice(path.lastIndexOf('/') + 1)));
  if (first === undefined) return 'the app';
  if (second === undefined) return first;
  if (third === undefined) return `${first} and ${second}`;
  return `${shorten(first, 25)}, ${shorten(second, 25)} and ${formatNumber(paths.length - 2)} more`;
}

/** The issue's title. A prompt has none: its first line is a poorer one than the plan's own. */
function titleOf(view: RunView): string {
  const planned = splitPlan(view.planText).title;
  const titles = view.issueNumber === null ? [planned, view.title] : [view.title, planned];
  const words = titles.find((title) => plainWords(title) !== '');
  return words ?? (view.issueNumber === null ? 'A new app' : `An app for issue ${view.issueNumber}`);
}

/** What GitHub takes, with room for what it may count otherwise. UTF-16 units. */
const PULL_LIMIT = 65_000;

/**
 * The body of the pull request: GitHub markdown of at most 60,000 characters, our marker first. What people wrote
 * above and below our part stays.
 *
 * @param present the body as it stands; null where there is none.
 */
export function pullRequestBody(view: RunView, present: string | null = null): string {
  const { above, below } = readTheirs(present ?? '');
  const limit = Math.min(BODY_LIMIT, PULL_LIMIT - above.length - below.length);
  return [above, ownPart(view, limit), below].filter((part) => part !== '').join('\n\n');
}

function ownPart(view: RunView, limit: number): string {
  const closes = view.issueNumber === null ? '' : `Closes #${view.issueNumber}`;
  const blocks = [
    fixed(marker({ issueNumber: view.issueNumber })),
    fixed(closes),
    ...report(view, { setAsideRoom: SET_ASIDE_LIMIT, isTitled: true }),
    fixed(
      `${small('Generated by smol; review before merging.', checksNote(view), provenance(view))}\n${OWN_END}`,
    ),
  ];
  return fit(blocks, limit);
}

/**
 * With the job's own token checks wait for a person. An app's token looks the same and has them start at once,
 * and GitHub does not always show the button: hence the "if".
 */
function checksNote({ checksMayWait }: RunView): string {
  return checksMayWait ? 'If GitHub shows *Approve workflows to run* below, checks wait for that click.' : '';
}

export type ReportFrame = {
  /** UTF-16 units for the content of all set-aside files together. */
  readonly setAsideRoom: number;
  /** Whether the title of the pull request stands above, so that it need not be said again. */
  readonly isTitled: boolean;
};

/** What a reviewer needs, most important first. The run summary shows the same. */
export function report(view: RunView, { setAsideRoom, isTitled }: ReportFrame): readonly Block[] {
  const checks = fixed(checksSection(view));
  const isLeft = view.checks?.left.some(({ severity }) => severity === 'error') ?? false;
  return [
    // A re-run is in `next` where it helps; that the label has to come off is in the comment's small print only.
    fixed(problemAlert(view, view.problem?.again === 'relabel' ? howToGoOn(view) : '')),
    fixed(notesAlert(view.notes)),
    fixed(changesSection(view)),
    ...(isLeft ? [checks] : []),
    request(view, isTitled),
    fixed(originSection(view)),
    introduction(view),
    fixed(howToRunSection(view)),
    ...(isLeft ? [] : [checks]),
    filesTable(view),
    ...dependencies(view, ORDER.dependencies),
    fixed(notWritten(view)),
    graph(view),
    cuttable(view, 'plan', ORDER.plan, neutralise(view.planText), (body) => fold('The plan', body)),
    ...setAsideSection(view, setAsideRoom),
  ];
}

/** What was asked: in the open when it is short, otherwise behind a click. */
function request(view: RunView, isTitled: boolean): Block {
  const { prompt } = view;
  if (prompt.length > QUOTED_PROMPT.characters || prompt.split('\n').length > QUOTED_PROMPT.lines) {
    return promptFold(view, ORDER.prompt);
  }
  const words = isTitled ? withoutTitle(view) : prompt;
  const quoted = words === '' ? '' : `**Asked for:**\n\n${quote(neutralise(words))}`;
  return fixed(`${quoted}${hiddenTextNote(view)}`.trim());
}

function withoutTitle(view: RunView): string {
  const [first = '', ...rest] = view.prompt.split('\n');
  return plainWords(first) === plainWords(titleOf(view)) ? rest.join('\n').trim() : view.prompt;
}

function introduction(view: RunView): Block {
  const plan = splitPlan(view.planText);
  return cuttable(view, 'introduction', ORDER.introduction, neutralise(plan.introduction));
}

/** Nothing is run while something is missing. */
function howToRunSection(view: RunView): string {
  if (view.howToRun === null || missingFiles(view).length > 0) return '';
  const { commands, test, note } = view.howToRun;
  if (commands.length === 0 && test === null && note === null) return '';
  const fetched = view.branch === null ? [] : [fetchCommand(view.branch)];
  const lines = [...fetched, ...commands];
  const parts = [
    lines.length === 0 ? '' : fence(lines.join('\n'), 'sh'),
    note === null ? '' : sentence(note),
    test === null ? '' : `Tests: ${codeSpan(test)}`,
  ];
  return ['### How to run it', ...parts.filter((part) => part !== '')].join('\n\n');
}

/** A person may have named the branch, with anything in it that a shell would act on. */
function fetchCommand(branch: string): string {
  const word = /^[\w./-]+$/.test(branch) ? branch : `'${branch.replaceAll("'", "'\\''")}'`;
  return `git fetch origin ${word} && git switch ${word}`;
}

/** One row a file, by path; behind a click when there are many. Descriptions give way, then the table does. */
function filesTable(view: RunView): Block {
  const made = view.phase === 'planned' ? ownFiles(view) : finishedFiles(view);
  const kept = view.files.filter((file) => file.kept);
  const rows = [...made, ...kept].sort((left, right) => (left.path < right.path ? -1 : 1));
  if (rows.length === 0) return fixed('');
  const lines = linesOf(made);
  const title = count(made.length, 'file') + (lines === 0 ? '' : `, ${count(lines, 'line')}`);
  const framed = (body: string) => (rows.length > OPEN_ROWS ? fold(title, body) : `### ${title}\n\n${body}`);
  const table = (described: boolean) =>
    framed(
      [
        '| File | Lines | What it does |',
        '|:--|--:|:--|',
        ...rows.map((file) => tableRow(view, file, described)),
      ].join('\n'),
    );
  const names = rows.map((file) => pathSpan(file.path)).join(', ');
  const more = `and more, listed in the ${link('run summary', view.runUrl)}.`;
  return flexible(ORDER.table, table(true), (room) => {
    const short = table(false);
    if (short.length <= room) return short;
    return framed(cut(names, Math.max(0, room - framed('').length), more));
  });
}

function tableRow(view: RunView, file: FileView, described: boolean): string {
  // What a plan says of how an icon looks is not what was drawn.
  const description = wasDrawn(file) && !file.kept ? 'a placeholder, drawn' : phrase(file.description);
  const words = [described ? description : '', file.kept ? '**yours is kept**' : tableFact(view, file)];
  const cells = [
    tableCell(pathSpan(file.path)),
    file.lines === null || file.kept ? '' : formatNumber(file.lines),
    tableCell(words.filter((word) => word !== '').join(' · ')),
  ];
  return `| ${cells.join(' | ')} |`;
}

function tableFact(view: RunView, file: FileView): string {
  const fact = actionFact(view, file);
  const old = file.from === null ? '' : ` from ${pathSpan(file.from)}`;
  return fact === 'replaces yours' ? `**${fact}**` : `${fact ?? ''}${old}`;
}

/** What is not there, as far as the alert does not say it already. */
function notWritten(view: RunView): string {
  return [missingSection(view), assetsSection(view), refusedList(view)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function missingSection(view: RunView): string {
  const missing = view.phase === 'planned' ? [] : missingFiles(view);
  const [only] = missing;
  if (only === undefined) return '';
  if (missing.length === 1 && isOfFile(view.problem, only.path)) return '';
  const lines = missing.map((file) => {
    const { failure } = file;
    const reason = failure === null || isOfRun(view.problem, failure) ? '' : ` – ${sentence(failure)}`;
    return `- ${pathSpan(file.path)}${reason}`;
  });
  return `### Missing\n\n${limited(lines).join('\n')}`;
}

function graph(view: RunView): Block {
  const drawn = dependencyGraph(view.files.filter((file) => file.setAside === null));
  if (drawn === null) return fixed('');
  // The text is ours, and GitHub is to draw it: `fence` would show it.
  return flexible(ORDER.graph, fold('Which file uses which', `\`\`\`mermaid\n${drawn}\n\`\`\``), () => '');
}

/** Files that a person may add: their content, and how. Only their names where there is no room for more. */
function setAsideSection(view: RunView, room: number): readonly Block[] {
  const files = view.files.filter((file) => file.setAside !== null);
  if (files.length === 0) return [];
  const intro =
    'Made, but not committed. Read them first; to add one, create a file of that name on this branch and paste it in.';
  const boxes = (all: number) => {
    const each = all / files.length - SET_ASIDE_FRAME;
    if (each < 0) return limited(files.map(({ path }) => `- ${pathSpan(path)}`)).join('\n');
    return files.map((file) => setAsideFold(file, each)).join('\n\n');
  };
  return [fixed(`### Set aside\n\n${intro}`), flexible(ORDER.setAside, boxes(room), boxes)];
}

function setAsideFold(file: FileView, room: number): string {
  const content = file.setAside?.content ?? null;
  const reason = sentence(shorten(file.setAside?.reason ?? '', 200));
  if (content === null) return `- ${pathSpan(file.path)} – ${reason} Its content was not made.`;
  const language = /\.(\w+)$/.exec(file.path)?.[1] ?? '';
  const shown = content.length <= room ? content : shorten(content, Math.max(2, Math.floor(room)));
  return fold(htmlCode(shortPath(file.path)), `${reason}\n\n${fence(shown, language)}`);
}
