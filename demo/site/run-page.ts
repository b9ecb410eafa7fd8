import { type Frame, homeOf, page } from './frame.js';
import { type Html, html, type Part } from './html.js';
import { icon } from './icons.js';
import { document, type Place } from './markdown.js';
import type { Run } from './stage.js';

/** All runs of the demo, and which of them is shown, from 1. */
export type RunView = { readonly runs: readonly Run[]; readonly number: number };

/** The page of a run: its summary once it is there, and the log as it grows. */
export function runPage(frame: Frame, place: Place, branch: string, { runs, number }: RunView): string {
  const run = runs[number - 1];
  const summary = run?.summary() ?? '';
  const others = runs.map((_, index) => index + 1).filter((other) => other !== number);
  const main = html`<div class="title"><h1>smol <span class="number">Run #${number}</span></h1>
<div class="under">${run !== undefined && state(run)}<span class="muted">the built action, <code>dist/index.js</code>, started as a runner starts it</span>
${others.map((other) => html`<a href="${homeOf(frame)}/actions/runs/${other}">Run #${other}</a> `)}</div></div>
${
  summary !== '' &&
  html`<div class="box readme"><div class="box-head"><b>Summary of the job</b></div>
<div class="markdown-body">${document(summary, place, branch)}</div></div>`
}
<div class="box log"><div class="box-head"><b>Log</b></div><ol>${run?.log.map(logLine)}</ol></div>`;
  return page(frame, 'actions', `Run #${number}`, main);
}

function state(run: Run): Html {
  const now = run.state();
  if (now === 'going') return html`<span class="pill going">${icon('clock')}In progress</span>`;
  if (now === 'failed') return html`<span class="pill closed-pull">Failed</span>`;
  return html`<span class="pill open">${icon('check')}Finished</span>`;
}

/** A line as the runner writes it: the heading of a group and the three kinds of remarks have a mark in front. */
function logLine(line: string): Part {
  const [, kind, text = ''] = /^##\[(group|endgroup|notice|warning|error)\](.*)$/.exec(line) ?? [];
  if (line === '' || kind === 'endgroup') return undefined;
  return kind === undefined ? html`<li>${line}</li>` : html`<li class="${kind}">${text}</li>`;
}
