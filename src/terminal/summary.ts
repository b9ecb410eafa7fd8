import type { Usage } from '../model/port.js';
import { formatCost, formatDuration, formatTokens } from '../report/format.js';
import type { FileFailure, Plan } from '../smol/events.js';
import { explain } from './advice.js';
import type { Placement } from './placement.js';
import { printableLine } from './printable.js';
import { count } from './progress.js';

/** What a run came to, for its last lines. */
export type Ending = {
  readonly plan: Plan;
  /** The folder as the person named it. */
  readonly out: string;
  readonly placements: readonly Placement[];
  /** Lines of all files at their own places. */
  readonly lines: number;
  /** Files that an earlier run had made. */
  readonly reused: number;
  readonly failed: readonly FileFailure[];
  readonly usage: Usage;
  readonly milliseconds: number;
  /** Commands and sentences that start the app. */
  readonly howToRun: readonly string[];
};

/** The last lines of a run. Everything in them is printable. */
export function summaryLines(ending: Ending): string[] {
  const written = ending.placements.filter(({ kind }) => kind === 'written').length;
  const reused = ending.reused === 0 ? '' : ` (${count(ending.reused)} of an earlier run)`;
  const head = `${files(written)}, ${count(ending.lines)} ${ending.lines === 1 ? 'line' : 'lines'}, in ${printableLine(ending.out)}${reused}`;
  return [
    head,
    usageLine(ending.usage, ending.milliseconds),
    ...section(
      'Failed:',
      ending.failed.map(({ path, error }) => `${path}: ${explain(error)}`),
    ),
    ...section('Kept yours:', ending.placements.flatMap(keptLine)),
    ...section(
      'Set aside:',
      ending.placements.flatMap((placement) => asideLine(placement, ending.out)),
    ),
    ...section(
      'Refused, because of the path:',
      ending.plan.refused.map(({ path, reason }) => `${path}: ${reason}`),
    ),
    ...section('To start it:', isComplete(ending) ? ending.howToRun : []),
  ];
}

/** Whether every file of the plan that can be written stands in its place. */
export function isComplete({
  plan,
  placements,
  failed,
}: Pick<Ending, 'plan' | 'placements' | 'failed'>): boolean {
  const setAside = new Set(plan.files.filter((file) => file.setAside !== null).map(({ path }) => path));
  const misplaced = placements.some(({ kind, path }) => kind !== 'written' && !setAside.has(path));
  return failed.length === 0 && !misplaced && placements.length === plan.files.length;
}

/** Tokens, money and time: `12.3k tokens in (9.8k cached), 18.2k out · $0.21 · 41 s`. */
export function usageLine(usage: Usage, milliseconds: number): string {
  const cached = usage.cachedTokens === 0 ? '' : ` (${formatTokens(usage.cachedTokens)} cached)`;
  const source = usage.estimated ? ', estimated' : '';
  const tokens = `${formatTokens(usage.inputTokens)} tokens in${cached}, ${formatTokens(usage.outputTokens)} out${source}`;
  const cost = usage.costUsd === null ? 'cost not known' : formatCost(usage.costUsd);
  return `${tokens} · ${cost} · ${formatDuration(milliseconds)}`;
}

function files(number: number): string {
  return `${count(number)} ${number === 1 ? 'file' : 'files'}`;
}

function keptLine(placement: Placement): string[] {
  return placement.kind === 'kept' ? [`${placement.path} (the new one is ${placement.at})`] : [];
}

function asideLine(placement: Placement, out: string): string[] {
  if (placement.kind !== 'aside') return [];
  return [`${placement.path}: ${placement.reason} (see ${out}/${placement.at})`];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${printableLine(line)}`)];
}
