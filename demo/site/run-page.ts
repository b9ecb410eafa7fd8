import { type Frame, page } from './frame.js';
import { type Html, html, type Part } from './html.js';
import { icon } from './icons.js';
import { document, type Place } from './markdown.js';
import type { Stage } from './stage.js';

/** The page of the run: its summary once it is there, and the log as it grows. */
export function runPage(frame: Frame, place: Place, branch: string, run: ReturnType<Stage['run']>): string {
  const main = html`<div class="title"><h1>smol <span class="number">Run #1</span></h1>
<div class="under">${state(run)}<span class="muted">the built action, <code>dist/index.js</code>, started as a runner starts it</span>
</div></div>
${
  run.summary !== '' &&
  html`<div class="box readme"><div class="box-head"><b>Summary of the job</b></div>
<div class="markdown-body">${document(run.summary, place, branch)}</div></div>`
}
<div class="box log"><div class="box-head"><b>Log</b></div><ol>${run.log.map(logLine)}</ol></div>`;
  return page(frame, 'actions', 'Run #1', main);
}

function state({ finished, failed }: ReturnType<Stage['run']>): Html {
  if (!finished) return html`<span class="pill going">${icon('clock')}In progress</span>`;
  if (failed) return html`<span class="pill closed-pull">Failed</span>`;
  return html`<span class="pill open">${icon('check')}Finished</span>`;
}

/** A line as the runner writes it: the heading of a group and the three kinds of remarks have a mark in front. */
function logLine(line: string): Part {
  const [, kind, text = ''] = /^##\[(group|endgroup|notice|warning|error)\](.*)$/.exec(line) ?? [];
  if (line === '' || kind === 'endgroup') return undefined;
  return kind === undefined ? html`<li>${line}</li>` : html`<li class="${kind}">${text}</li>`;
}
