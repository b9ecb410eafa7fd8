import { elapsed } from './run-state.js';
import type { FileView, RunView } from './view.js';

/** Larger pictures cannot be read; GitHub draws 500 lines at most anyway. */
const MOST_NODES = 25;
const MOST_EDGES = 100;
const MOST_BARS = 60;

/**
 * Which file uses which, as the text of a mermaid flowchart (without a fence). Files that stand alone are
 * left out. Null when there is nothing to show: no file uses another, or more than 25 files do or are used.
 */
export function dependencyGraph(files: readonly Pick<FileView, 'path' | 'uses'>[]): string | null {
  const known = new Set(files.map(({ path }) => path));
  const edges = files.flatMap(({ path, uses }) =>
    [...new Set(uses)]
      .filter((used) => used !== path && known.has(used))
      .map((used) => [path, used] as const),
  );
  const joined = new Set(edges.flat());
  if (edges.length === 0 || edges.length > MOST_EDGES || joined.size > MOST_NODES) return null;
  const nodes = [...known].filter((path) => joined.has(path));
  const ids = new Map(nodes.map((path, index) => [path, `f${index}`]));
  return [
    'flowchart LR',
    ...nodes.map((path) => `  ${ids.get(path)}["${graphLabel(path)}"]`),
    ...edges.map(([path, used]) => `  ${ids.get(path)} --> ${ids.get(used)}`),
  ].join('\n');
}

/**
 * A label between quotes. What could end it or mean something to mermaid is written as its code, as in
 * https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
function graphLabel(path: string): string {
  return [...path.toWellFormed()]
    .slice(0, 100)
    .map((character) => (/[\p{L}\p{N} ./_-]/u.test(character) ? character : `#${character.codePointAt(0)};`))
    .join('');
}

/**
 * When the plan and each file were written, as the text of a mermaid gantt chart (without a fence), in
 * seconds from the start of the run. Null before anything began. Of more than 60 files the longest are shown.
 */
export function timeline(view: RunView): string | null {
  const timed = view.files.flatMap((file) =>
    file.startedAt === null ? [] : [{ file, startedAt: file.startedAt }],
  );
  if (timed.length === 0) return null;
  const end = view.startedAt + elapsed(view);
  const bars = timed
    .map(({ file, startedAt }) => ({ file, from: startedAt, to: Math.max(startedAt, file.endedAt ?? end) }))
    .sort((left, right) => right.to - right.from - (left.to - left.from))
    .slice(0, MOST_BARS)
    .sort((left, right) => left.from - right.from);
  const planned = Math.min(...timed.map(({ startedAt }) => startedAt));
  const bar = (label: string, tag: string, from: number, to: number) =>
    `  ${label} :${tag}${from - view.startedAt}, ${Math.max(from + 1, to) - view.startedAt}`;
  return [
    'gantt',
    '  dateFormat x',
    // Seconds since 1970: unlike a clock, the same in every time zone.
    '  axisFormat %s s',
    `  tickInterval ${tickSeconds(end - view.startedAt)}second`,
    '  section Plan',
    bar('plan', '', view.startedAt, planned),
    '  section Files',
    ...bars.map(({ file, from, to }) => bar(barLabel(file.path), tagOf(file), from, to)),
  ].join('\n');
}

function tagOf({ state }: FileView): string {
  if (state === 'failed') return 'crit, ';
  return state === 'writing' ? 'active, ' : '';
}

/** About ten marks on the axis. */
function tickSeconds(milliseconds: number): number {
  const steps = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 3600];
  return steps.find((step) => step * 1000 * 10 >= milliseconds) ?? 7200;
}

/** A gantt chart knows no escapes: other characters become a dot, and `./` keeps a name from being a keyword. */
function barLabel(path: string): string {
  const name = [...path.toWellFormed()]
    .slice(-60)
    .join('')
    .replace(/[^\p{L}\p{N}./_-]/gu, '·');
  return name.includes('/') || name.includes('.') ? name : `./${name}`;
}
