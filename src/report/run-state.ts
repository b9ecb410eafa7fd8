import { count, formatBytes, formatCost, formatDuration, formatTokens } from './format.js';
import { link } from './markdown.js';
import type { FileView, RunView } from './view.js';

/** Whether the run goes on, so that its text will change. */
export function isRunning(view: RunView): boolean {
  return view.phase === 'planning' || view.phase === 'building' || view.phase === 'publishing';
}

/** Files that are made, set-aside ones included. */
export function finishedFiles(view: RunView): readonly FileView[] {
  return view.files.filter((file) => file.state === 'done');
}

/** Files that a run which has ended did not make. */
export function missingFiles(view: RunView): readonly FileView[] {
  return view.files.filter((file) => file.state !== 'done');
}

/** How long the run took, or takes so far, in milliseconds. */
export function elapsed(view: RunView): number {
  return (view.finishedAt ?? view.now) - view.startedAt;
}

/** Where the run stands, in a few words: the first thing that is read. */
export function headline(view: RunView): string {
  const all = view.files.length;
  const done = finishedFiles(view).length;
  switch (view.phase) {
    case 'planning':
      return 'Planning';
    case 'building':
      return `Building: ${done} of ${count(all, 'file')}`;
    case 'publishing':
      return 'Opening the pull request';
    case 'planned':
      return `The plan: ${count(all, 'file')}`;
    case 'done':
      return view.pullRequest === null
        ? `Done: ${count(all, 'file')}`
        : pullRequestHeadline(view.pullRequest);
    case 'partial':
      return partialHeadline(view, done, all);
    case 'failed':
      return done === 0
        ? 'Stopped: nothing was written'
        : `Stopped: ${done} of ${count(all, 'file')} written`;
  }
}

function pullRequestHeadline({ number, url, draft, operation }: NonNullable<RunView['pullRequest']>): string {
  const name = link(`Pull request #${number}`, url);
  if (draft) return `${name} is open as a draft`;
  if (operation === 'updated') return `${name} is up to date`;
  if (operation === 'none') return `${name} stays as it is`;
  return `${name} is ready for review`;
}

function partialHeadline({ pullRequest }: RunView, done: number, all: number): string {
  const missing = all - done;
  if (pullRequest !== null) {
    const name = link(`Pull request #${pullRequest.number}`, pullRequest.url);
    return missing === 0
      ? `${name} needs a look`
      : `${name} is a draft: ${missing} of ${count(all, 'file')} missing`;
  }
  return missing === 0
    ? `All ${count(all, 'file')} written, no pull request yet`
    : `Stopped: ${done} of ${count(all, 'file')} written`;
}

/** Time, tokens and cost so far, with the run to look into: `34 s · 48.1k tokens · ~$0.21 · run log`. */
export function progressLine(view: RunView): string {
  const { usage } = view;
  const tokens = usage === null ? null : usage.inputTokens + usage.outputTokens;
  const facts = [
    isRunning(view) ? null : finishedFacts(view),
    formatDuration(elapsed(view)),
    tokens ? `${formatTokens(tokens)} tokens` : null,
    usage?.costUsd ? `~${formatCost(usage.costUsd)}` : null,
    link('run log', view.runUrl),
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}

function finishedFacts(view: RunView): string | null {
  const done = finishedFiles(view);
  if (done.length === 0) return null;
  const lines = done.reduce((sum, file) => sum + (file.lines ?? 0), 0);
  return `${count(done.length, 'file')} · ${count(lines, 'line')}`;
}

/** What a file's line says after its description: plain words, or null for a file that waits its turn. */
export function fileNote(file: FileView): string | null {
  if (file.state === 'writing')
    return file.characters === 0 ? 'writing' : `writing, ${formatBytes(file.characters)}`;
  if (file.state === 'done' && file.lines !== null) return count(file.lines, 'line');
  return null;
}
