import { type Block, flexible } from './fit.js';
import { count, formatCost, formatDuration, formatNumber, formatTokens } from './format.js';
import { codeSpan, cut, fence, fold, link, oneLine, quote, shorten, shortPath } from './markdown.js';
import { inlineMarkdown, neutralise } from './neutralise.js';
import { isCancelled, isOfFile, isOfRun } from './problems.js';
import {
  actionFact,
  costFact,
  elapsed,
  fileNote,
  isRunning,
  isSettled,
  ownFiles,
  waits,
} from './run-state.js';
import { CUT_NOTE, MORE_ITEMS } from './shown-plan.js';
import type { FileView, Problem, RunView } from './view.js';

/** GitHub takes 65,536 characters; what counts as one is not documented, so there is room to spare. */
export const BODY_LIMIT = 60_000;

/** Longest sentence of another's words in a list, in code points. */
const SENTENCE = 300;
/** Most entries of a list of things that were refused or noted. */
const ENTRIES = 30;
/** Room for all of them together: escaped, a sentence is up to five times as long. */
const LIST_LIMIT = 8000;

/** A path as code, its middle left out where it is longer than anyone reads. */
export function pathSpan(path: string): string {
  return codeSpan(shortPath(oneLine(path)));
}

/** A sentence of a model or a server as safe markdown. */
export function sentence(words: string): string {
  return inlineMarkdown(shorten(oneLine(words), SENTENCE));
}

/** A description without its full stop, so that facts can follow it. */
export function phrase(words: string): string {
  return sentence(words.trim().replace(/(?<=[\w)`'"])\.$/, ''));
}

/**
 * What went wrong and what to do, in a coloured box: the address to follow comes right after the sentence.
 *
 * @param goOn a last sentence on how to go on, for texts that say so nowhere else
 */
export function problemAlert({ problem, phase }: Pick<RunView, 'problem' | 'phase'>, goOn = ''): string {
  if (problem === null) return '';
  const what = `**${inlineMarkdown(shorten(oneLine(problem.what), 1000))}**`;
  const address = problem.link === null ? [] : ['', `**${link(problem.link.text, problem.link.url)}**`];
  const snippet =
    problem.snippet === null
      ? []
      : ['', fence(cut(problem.snippet.text, 2000, '…'), problem.snippet.language)];
  const next = `${problem.next} ${goOn}`.trim();
  return quote([`[!${alertKind(problem, phase)}]`, what, ...address, '', next, ...snippet].join('\n'));
}

function alertKind(problem: Problem, phase: RunView['phase']): 'NOTE' | 'WARNING' | 'CAUTION' {
  if (problem.again === 'no') return 'NOTE';
  return phase === 'failed' && !isCancelled(problem) ? 'CAUTION' : 'WARNING';
}

/** What a person should know although nothing failed. */
export function notesAlert(notes: readonly string[]): string {
  const [only] = notes;
  if (only === undefined) return '';
  const lines = notes.length === 1 ? [sentence(only)] : limited(notes.map((note) => `- ${sentence(note)}`));
  return quote(['[!NOTE]', ...lines].join('\n'));
}

/** What the build will take at most, and how a person goes on from a plan that waits. */
export function quoteSection(view: RunView): string {
  const { quote } = view;
  if (!waits(view) || quote === null) return '';
  const most = [
    `at most ${formatTokens(roundUp(quote.tokens, 100))} tokens`,
    ...(quote.costUsd === null ? [] : [`at most ${formatCost(roundUp(quote.costUsd, 0.01))}`]),
  ];
  const bounds = [
    count(ownFiles(view).length, 'file'),
    ...(quote.tokens === 0 ? ['all made already'] : most),
  ];
  const how =
    'Comment `/smol build` to go on. Before that you can edit this comment: untick a file, add or rename one, change a sentence. What stands here is what is built.';
  return `**${bounds.join(', ')}.** ${how}`;
}

/** A bound stays one when it is told in short; one below the step is told in full. */
function roundUp(bound: number, step: number): number {
  return bound < step ? bound : Math.ceil(bound / step - 1e-9) * step;
}

/** Paths that will not be written at all, and why. */
export function refusedList(view: RunView): string {
  const told = new Set(view.unmade.map(({ path }) => path));
  const refused = view.refused.filter(({ path }) => !told.has(path));
  if (refused.length === 0) return '';
  const lines = refused.map(({ path, reason }) => `- ${pathSpan(path)} – ${sentence(reason)}`);
  return `**Not written, because of the path**\n\n${limited(lines).join('\n')}`;
}

/** The lines of a list that are shown: it ends with how many more there are. */
export function limited(lines: readonly string[]): readonly string[] {
  let room = LIST_LIMIT;
  const over = lines.findIndex((line, index) => {
    room -= line.length;
    return index >= ENTRIES || (index > 0 && room < 0);
  });
  if (over === -1) return lines;
  return [...lines.slice(0, over), `- … and ${formatNumber(lines.length - over)} more`];
}

/** The files as a task list that ticks. Descriptions give way first, then files at the end of a very long list. */
export function checklist(view: RunView, givesWay: number): Block {
  const files = view.files.filter((file) => file.setAside === null);
  const full = files.map((file) => checklistItem(view, file, true));
  return flexible(givesWay, full.join('\n'), (room) => {
    const short = files.map((file) => checklistItem(view, file, false));
    if (short.join('\n').length <= room) return short.join('\n');
    const more = (left: number) =>
      `${MORE_ITEMS}${formatNumber(left)} more, listed in the ${link('run', view.runUrl)}`;
    const kept: string[] = [];
    let left = room - more(short.length).length;
    for (const line of short) {
      left -= line.length + 1;
      if (left < 0) break;
      kept.push(line);
    }
    return [...kept, more(short.length - kept.length)].join('\n');
  });
}

function checklistItem(view: RunView, file: FileView, described: boolean): string {
  const description = described && file.description !== '' ? ` – ${phrase(file.description)}` : '';
  const facts = file.kept ? ['yours is kept'] : fileFacts(view, file);
  const box = file.kept ? '' : `[${isSettled(file) || waits(view) ? 'x' : ' '}] `;
  const old = file.from === null ? '' : `${pathSpan(file.from)} → `;
  return `- ${box}${old}${pathSpan(file.path)}${description}${facts.map((fact) => ` · ${fact}`).join('')}`;
}

function fileFacts(view: RunView, file: FileView): readonly string[] {
  const note = fileNote(file);
  const isTouched = isRunning(view) || waits(view) || file.state === 'done';
  const failure = file.failure ?? 'no reason was given';
  const isTold = isOfFile(view.problem, file.path) || isOfRun(view.problem, failure);
  const facts = [
    note === null ? null : `*${note}*`,
    isTouched && file.from === null && file.state !== 'unchanged' ? actionFact(view, file) : null,
    file.state === 'failed' && !isTold ? `**failed**: ${sentence(failure)}` : null,
  ];
  return facts.filter((fact) => fact !== null);
}

/** Files that are made but not committed, in one line, and where a person finds what is in them. */
export function setAsideLine(view: RunView): string {
  const files = view.files.filter((file) => file.setAside !== null);
  if (files.length === 0) return '';
  const paths = files.slice(0, ENTRIES).map((file) => pathSpan(file.path));
  const more = files.length > ENTRIES ? [`… and ${formatNumber(files.length - ENTRIES)} more`] : [];
  const isMade = files.some((file) => file.setAside !== null && file.setAside.content !== null);
  const place =
    view.pullRequest === null ? link('run summary', view.runUrl) : link('pull request', view.pullRequest.url);
  const content = files.length === 1 ? 'its content is' : 'their content is';
  const where = isRunning(view) || !isMade ? '' : ` – ${content} in the ${place} to copy`;
  return `**Set aside, not in the pull request:** ${[...paths, ...more].join(', ')}${where}`;
}

/** Neutralised text that gives way by being cut, with a word on where the whole is. */
export function cuttable(
  view: RunView,
  name: string,
  givesWay: number,
  text: string,
  wrap = (body: string) => body,
): Block {
  const whole = text === '' ? '' : wrap(text);
  const note = `${CUT_NOTE}; the whole ${name} is in the ${link('run summary', view.runUrl)}.*`;
  const frame = wrap('').length;
  return flexible(givesWay, whole, (room) => {
    const short = cut(text, Math.max(0, room - frame), note);
    return short === '' || short === note
      ? `*The ${name} is in the ${link('run summary', view.runUrl)}.*`
      : wrap(short);
  });
}

/** What the model was asked, as it was asked. */
export function promptFold(view: RunView, givesWay: number): Block {
  return cuttable(view, 'prompt', givesWay, neutralise(view.prompt), (body) =>
    fold('What the model was asked', `${quote(body)}${hiddenTextNote(view)}`),
  );
}

export function hiddenTextNote(view: RunView): string {
  return view.hiddenTextRemoved
    ? '\n\n*Text that a reader cannot see was taken out before the model was asked.*'
    : '';
}

/** Which model, how much it read and wrote, that its price is not known where that is so, and what it read. */
export function modelFacts(view: RunView): string {
  return joined([...models(view), tokenFacts(view.usage), unknownPrice(view.usage), promptFact(view)]);
}

/** Who made this, from what, in what time and at what price. */
export function provenance(view: RunView): string {
  return joined([
    link('Run', view.runUrl),
    ...models(view),
    tokenFacts(view.usage),
    costFact(view) ?? unknownPrice(view.usage),
    formatDuration(elapsed(view)),
    promptFact(view),
  ]);
}

/** By its hash a reader tells whether two runs were asked the same. */
function promptFact({ promptHash }: RunView): string | null {
  return promptHash === '' ? null : `prompt ${codeSpan(promptHash)}`;
}

function joined(list: readonly (string | null)[]): string {
  return list.filter((fact) => fact !== null).join(' · ');
}

function models({ model, planModel }: RunView): readonly string[] {
  const all = planModel === model || planModel === '' ? [model] : [model, `${planModel} (plan)`];
  return all.filter((name) => name !== '').map((name) => sentence(name));
}

function unknownPrice(usage: RunView['usage']): string | null {
  return usage !== null && usage.costUsd === null ? formatCost(null) : null;
}

function tokenFacts(usage: RunView['usage']): string | null {
  if (usage === null) return null;
  const cached = usage.cachedTokens > 0 ? ` (${formatTokens(usage.cachedTokens)} cached)` : '';
  const about = usage.estimated ? 'about ' : '';
  return `${about}${formatTokens(usage.inputTokens)} tokens in${cached}, ${formatTokens(usage.outputTokens)} out`;
}

/** Lines of small print; empty ones are left out. A line end after the break would be a second one in a comment. */
export function small(...lines: readonly string[]): string {
  return lines
    .filter((line) => line !== '')
    .map((line) => `<sub>${line}</sub>`)
    .join('<br>');
}
