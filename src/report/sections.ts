import { type Block, flexible } from './fit.js';
import { formatCost, formatDuration, formatTokens } from './format.js';
import { codeSpan, cut, fence, fold, link, oneLine, quote, shorten, shortPath } from './markdown.js';
import { inlineMarkdown, neutralise } from './neutralise.js';
import { elapsed, fileNote } from './run-state.js';
import type { FileView, RunView } from './view.js';

/** GitHub takes 65,536 characters; what counts as one is not documented, so there is room to spare. */
export const BODY_LIMIT = 60_000;

/** Longest sentence of another's words in a list, in code points. */
const SENTENCE = 300;
/** Most entries of a list of things that were refused or noted. */
const ENTRIES = 30;

/** First line of every text of ours: by it we know the text again. It cannot be seen. */
export function marker(issueNumber: number | null): string {
  return issueNumber === null ? '<!-- smol:v1 -->' : `<!-- smol:v1 issue=${issueNumber} -->`;
}

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

/** What went wrong and what to do, in a coloured box. */
export function problemAlert({ problem, phase }: Pick<RunView, 'problem' | 'phase'>): string {
  if (problem === null) return '';
  const kind = phase === 'failed' ? 'CAUTION' : 'WARNING';
  const what = `**${inlineMarkdown(shorten(oneLine(problem.what), 1000))}**`;
  const address = problem.link === null ? [] : ['', `**${link(problem.link.text, problem.link.url)}**`];
  const snippet =
    problem.snippet === null
      ? []
      : ['', fence(cut(problem.snippet.text, 2000, '…'), problem.snippet.language)];
  return quote([`[!${kind}]`, what, '', problem.next, ...snippet, ...address].join('\n'));
}

/** What a person should know although nothing failed. */
export function notesAlert(notes: readonly string[]): string {
  if (notes.length === 0) return '';
  const lines = limited(notes.map((note) => `- ${sentence(note)}`));
  return quote(['[!NOTE]', ...lines].join('\n'));
}

/** Paths that will not be written at all, and why. */
export function refusedList(view: RunView): string {
  if (view.refused.length === 0) return '';
  const lines = view.refused.map(({ path, reason }) => `- ${pathSpan(path)} – ${sentence(reason)}`);
  return `**Refused**\n\n${limited(lines).join('\n')}`;
}

/** A list that ends with how many more there are. */
export function limited(lines: readonly string[]): readonly string[] {
  if (lines.length <= ENTRIES) return lines;
  return [...lines.slice(0, ENTRIES), `- … and ${lines.length - ENTRIES} more`];
}

/** The files as a task list that ticks. Descriptions give way first, then files at the end of a very long list. */
export function checklist(view: RunView, givesWay: number): Block {
  const full = view.files.map((file) => checklistItem(file, true));
  return flexible(givesWay, full.join('\n'), (room) => {
    const short = view.files.map((file) => checklistItem(file, false));
    const more = (count: number) => `- … and ${count} more, listed in the ${link('run', view.runUrl)}`;
    let kept = short.length;
    let length = short.join('\n').length;
    while (length > room && kept > 0) {
      kept -= 1;
      length = short.slice(0, kept).join('\n').length + 1 + more(short.length - kept).length;
    }
    return [...short.slice(0, kept), ...(kept < short.length ? [more(short.length - kept)] : [])].join('\n');
  });
}

function checklistItem(file: FileView, described: boolean): string {
  const note = fileNote(file);
  const description = described && file.description !== '' ? ` – ${phrase(file.description)}` : '';
  const facts = [
    note === null ? null : `*${note}*`,
    file.replaces ? 'replaces the file that is there' : null,
    file.state === 'failed' ? `**failed**: ${sentence(file.failure ?? 'no reason was given')}` : null,
    file.setAside === null ? null : `set aside: ${sentence(file.setAside.reason)}`,
  ].filter((fact) => fact !== null);
  const tail = facts.length === 0 ? '' : ` · ${facts.join(' · ')}`;
  return `- [${file.state === 'done' ? 'x' : ' '}] ${pathSpan(file.path)}${description}${tail}`;
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
  const note = `*… cut here; the whole ${name} is in the ${link('run summary', view.runUrl)}.*`;
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

/** Who made this, from what, at what price: small print at the end. */
export function provenance(view: RunView): string {
  const { usage } = view;
  const models =
    view.planModel === view.model || view.planModel === ''
      ? [view.model]
      : [view.model, `${view.planModel} (plan)`];
  const facts = [
    link('Run', view.runUrl),
    ...models.filter((model) => model !== '').map((model) => sentence(model)),
    ...(usage === null
      ? []
      : [tokenFacts(usage), usage.costUsd === null ? formatCost(null) : `~${formatCost(usage.costUsd)}`]),
    formatDuration(elapsed(view)),
    view.promptHash === '' ? null : `prompt ${codeSpan(view.promptHash)}`,
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function tokenFacts(usage: NonNullable<RunView['usage']>): string {
  const cached = usage.cachedTokens > 0 ? ` (${formatTokens(usage.cachedTokens)} cached)` : '';
  const about = usage.estimated ? 'about ' : '';
  return `${about}${formatTokens(usage.inputTokens)} tokens in${cached}, ${formatTokens(usage.outputTokens)} out`;
}

/** Lines of small print. */
export function small(...lines: readonly string[]): string {
  return lines.map((line) => `<sub>${line}</sub>`).join('<br>\n');
}
