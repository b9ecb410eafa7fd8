import { CHANGE, type ModelCall } from '../tap.js';
import { type Frame, page } from './frame.js';
import { type Html, html } from './html.js';
import type { Run } from './stage.js';
import { count } from './timeline.js';

/** What a first call plans, and what the page says about those that follow. */
const BUILD =
  'One call for the plan, then one for each file, all at the same time. Every file call begins with the same messages, so the provider’s prompt cache pays for all but the first; only the last message names the file.';
const REVISION =
  'The review: one call for the plan of the change, then one for each file that it names or that uses such a file, again all at the same time. Each is shown its file as it stands on the branch, and answers with edits of it.';
const UNSEEN =
  'These calls go straight to the endpoint, past the demo. With the recorded answers, or with an endpoint on this machine, each of them stands here.';

/** Every question to the model with its answer, or why they are not here. What all files are asked alike is shown once and marked as such. */
export function askedPage(frame: Frame, runs: readonly Pick<Run, 'calls'>[]): string {
  const all = runs.map(({ calls }) => calls());
  const known = all.flatMap((calls) => calls ?? []);
  const number = all.includes(undefined) && known.length === 0 ? '' : count(known.length, 'call');
  const main = html`<div class="title">
<h1>What the model was asked <span class="number">${number}</span></h1></div>
${all.map(callsOfRun)}`;
  return page(frame, 'demo', 'What the model was asked', main);
}

function callsOfRun(calls: readonly ModelCall[] | undefined, run: number): Html {
  if (calls === undefined) return html`<p class="note">${UNSEEN}</p>`;
  const shared = sharedPrefix(calls.filter(({ purpose }) => !isPlan(purpose)));
  return html`<p class="note">${run === 0 ? BUILD : REVISION}</p>
${calls.map((call, index) => callBox(call, run + index === 0, isPlan(call.purpose) ? 0 : shared))}`;
}

const NAMES: Readonly<Record<string, string>> = { plan: 'The plan', [CHANGE]: 'The plan of the change' };

const isPlan = (purpose: string): boolean => purpose === 'plan' || purpose === CHANGE;

/** How many messages all calls begin with alike; never all of them, since the last one is what a call is about. */
export function sharedPrefix(calls: readonly ModelCall[]): number {
  const [first, ...others] = calls;
  if (first === undefined || others.length === 0) return 0;
  const most = Math.min(...calls.map(({ messages }) => messages.length)) - 1;
  const differs = first.messages.findIndex(({ role, content }, index) =>
    others.some(({ messages }) => messages[index]?.role !== role || messages[index]?.content !== content),
  );
  return differs < 0 ? most : Math.min(differs, most);
}

function callBox(
  { purpose, messages, answer, startedAt, finishedAt }: ModelCall,
  isOpen: boolean,
  shared: number,
): Html {
  const took = finishedAt === undefined ? 'answering …' : `${((finishedAt - startedAt) / 1000).toFixed(1)} s`;
  const common = messages.slice(0, shared);
  const characters = common.reduce((sum, { content }) => sum + content.length, 0);
  return html`<details class="call"${isOpen && html` open`}>
<summary><b class="path">${NAMES[purpose] ?? purpose}</b>
<span class="muted">${count(answer.length, 'character')} · ${took}</span></summary>
${
  common.length > 0 &&
  html`<details class="shared">
<summary>${count(common.length, 'message')}, ${characters.toLocaleString('en')} characters: the same for every file</summary>${common.map(messageBox)}</details>`
}
${messages.slice(shared).map(messageBox)}
<div class="message answer"><h3>answer</h3><pre>${answer}</pre></div>
</details>`;
}

function messageBox({ role, content }: ModelCall['messages'][number]): Html {
  return html`<div class="message"><h3>${role}</h3><pre>${content}</pre></div>`;
}
