import { styleText } from 'node:util';
import { formatDuration } from '../report/format.js';
import type { DevelopEvent } from '../smol/events.js';
import { columnsOf, cutToWidth, printableLine, wrapLine } from './printable.js';
import type { Output } from './world.js';

/** One call that is going on or over. Times are milliseconds of one clock. */
export type Call = {
  /** The file's path, or `plan`. */
  readonly name: string;
  readonly state: 'writing' | 'waiting' | 'done' | 'failed';
  /** Of the reply so far, in UTF-8. */
  readonly bytes: number;
  /** When the first of them came; null before. */
  readonly firstAt: number | null;
  readonly endedAt: number | null;
  /** Lines of a finished file. */
  readonly lines: number | null;
  /** Why it waits or failed. */
  readonly note: string | null;
};

/** How far a run is. */
export type Progress = {
  readonly calls: Map<string, Call>;
  /** Files of the plan; null before it is there. */
  readonly planned: number | null;
  /** Columns of the plan's longest path; 0 before. */
  readonly longest: number;
  /** Files that are finished or failed, reused ones included. */
  readonly ended: number;
  /** When the plan, and then the files, were begun; null before. */
  readonly since: number | null;
};

/** The progress of a run that has not begun. */
export function noProgress(): Progress {
  return { calls: new Map(), planned: null, longest: 0, ended: 0, since: null };
}

/** The name of the call that makes the plan. */
const PLAN = 'plan';

/**
 * The progress after one more event that came at `now`. Takes the earlier one over: its map is changed in place,
 * since copying 64 calls for each piece of text was the most expensive thing of a whole run.
 */
export function advance(progress: Progress, event: DevelopEvent, now: number): Progress {
  const change = (name: string, patch: (call: Call) => Partial<Call>): Progress => {
    const call = progress.calls.get(name) ?? newCall(name);
    progress.calls.set(name, { ...call, ...patch(call) });
    return progress;
  };
  const begin = (name: string) => ({ ...change(name, () => ({})), since: progress.since ?? now });
  const end = (name: string, patch: Partial<Call>) => ({
    ...change(name, () => ({ ...patch, endedAt: now })),
    ended: progress.ended + 1,
  });
  const grow = (text: string) => (call: Call) => ({
    bytes: call.bytes + Buffer.byteLength(text),
    firstAt: call.firstAt ?? now,
    state: 'writing' as const,
    note: null,
  });
  switch (event.type) {
    case 'plan.start':
      return begin(PLAN);
    case 'plan.delta':
      return change(PLAN, grow(event.text));
    case 'plan.retry':
      return change(PLAN, () => again(event.retry));
    case 'plan.done': {
      const { calls } = change(PLAN, () => ({ state: 'done', endedAt: now }));
      const { files } = event.plan;
      const longest = Math.max(0, ...files.map(({ path }) => columnsOf(printableLine(path))));
      // The time of the files begins with the first one: a person may be asked in between.
      return { ...progress, calls, planned: files.length, longest, since: null };
    }
    case 'file.start':
      return begin(event.path);
    case 'file.delta':
      return change(event.path, grow(event.text));
    case 'file.retry':
      return change(event.path, () => again(event.retry));
    case 'file.done':
      return end(event.path, { state: 'done', lines: countLines(event.content) });
    case 'file.drawn':
      return end(event.path, { state: 'done', note: 'drawn' });
    case 'file.unchanged':
      return end(event.path, { state: 'done', note: 'stays as it is' });
    case 'file.failed':
      return end(event.path, { state: 'failed', note: event.error.message });
    default:
      return progress;
  }
}

function newCall(name: string): Call {
  return { name, state: 'waiting', bytes: 0, firstAt: null, endedAt: null, lines: null, note: null };
}

function again({ waitMs, error }: { waitMs: number; error: Error }): Partial<Call> {
  const note = `${error.message} Again in ${(waitMs / 1000).toFixed(waitMs < 10_000 ? 1 : 0)} s.`;
  return { state: 'waiting', bytes: 0, firstAt: null, note };
}

/** Lines of a text, as an editor counts them; a line feed at the end begins no further one. */
export function countLines(text: string): number {
  if (text === '') return 0;
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** A whole number with its thousands apart: `12,345`. */
export function grouped(number: number): string {
  return Math.round(number).toLocaleString('en-US');
}

/** Bytes, with one decimal from 1000 on, so that columns stand still while they grow: `942 B`, `5.0 kB`. */
export function size(bytes: number): string {
  return bytes < 999.5 ? `${Math.round(bytes)} B` : `${(bytes / 1000).toFixed(1)} kB`;
}

/** Bytes a second since the first one; null when there is too little to tell. */
export function rateOf(call: Call, now: number): number | null {
  if (call.firstAt === null) return null;
  const seconds = ((call.endedAt ?? now) - call.firstAt) / 1000;
  return seconds < 0.05 ? null : call.bytes / seconds;
}

/** Columns of what stands around a name: mark, lines, size and rate. */
const AROUND_NAME = 33;

/**
 * One line about one call, without colour, its name padded to so many columns:
 * `✓ src/board.js  118 lines   4.1 kB   1.6 kB/s`.
 */
export function callLine(call: Call, now: number, nameColumns = 0): string {
  const mark = { done: '✓', failed: '✗', writing: '›', waiting: '·' }[call.state];
  const name = printableLine(call.name);
  const padding = ' '.repeat(Math.max(0, nameColumns - columnsOf(name)));
  return `${mark} ${name}${padding}  ${facts(call, now)}`.trimEnd();
}

function facts(call: Call, now: number): string {
  if (call.note !== null) return printableLine(call.note);
  if (call.state === 'waiting') return 'waiting for the first token';
  const rate = rateOf(call, now);
  const { lines, bytes } = call;
  return [
    (lines === null ? '' : `${grouped(lines)} ${lines === 1 ? 'line ' : 'lines'}`).padStart(9),
    (bytes === 0 ? '' : size(bytes)).padStart(7),
    (rate === null ? '' : `${size(rate)}/s`).padStart(9),
  ].join('  ');
}

/**
 * The lines that are redrawn in place: the calls that go on, and the state of the whole run.
 *
 * @returns at most `rows` lines of at most `columns` columns; none while nothing goes on.
 */
export function liveLines(
  progress: Progress,
  now: number,
  { columns, rows }: { columns: number; rows: number },
): string[] {
  const active = [...progress.calls.values()].filter(
    ({ state }) => state === 'writing' || state === 'waiting',
  );
  if (active.length === 0 || rows < 1) return [];
  const room = Math.max(0, rows - 2);
  const shown = active.slice(0, active.length > room + 1 ? room : room + 1);
  const hidden = active.length - shown.length;
  const lines = shown.map((call) => callLine(call, now, nameColumns(progress, columns)));
  if (hidden > 0 && rows > 1) lines.push(`  and ${hidden} more`);
  lines.push(totalLine(progress, active, now));
  return lines.slice(-rows).map((line) => cutToWidth(line, columns));
}

/** Names are padded to the longest one, as far as the rest of the line has room. */
function nameColumns({ longest }: Progress, columns: number): number {
  return Math.min(longest, columns - AROUND_NAME);
}

/** `7 of 16 files · 14 s · 6.1 kB/s`. */
function totalLine({ planned, ended, since }: Progress, active: readonly Call[], now: number): string {
  const rate = active.reduce((sum, call) => sum + (rateOf(call, now) ?? 0), 0);
  // Whole seconds: a line that has nothing else to say changes once a second.
  const seconds = since === null ? 0 : Math.floor((now - since) / 1000);
  return [
    planned === null ? 'Planning' : `${ended} of ${planned} files`,
    seconds === 0 ? null : formatDuration(seconds * 1000),
    rate === 0 ? null : `${size(rate)}/s`,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');
}

/** Shows a run to whoever sits at the terminal. Every text given to it is printable already. */
export type Display = {
  readonly take: (event: DevelopEvent) => void;
  /** Prints a line that stays. */
  readonly say: (line: string) => void;
  /** Prints what is due now, and takes the lines away that are redrawn in place. */
  readonly settle: () => void;
  /** Settles, and draws no more. */
  readonly stop: () => void;
};

/** Milliseconds from one drawing to the next: ten a second. */
const REDRAW_MS = 100;

/** Size of a terminal that does not tell. */
const SIZE = { columns: 80, rows: 24 };

/** Rows of a printable line, broken at spaces where `output` is a terminal; elsewhere the line as it is. */
export function fit(line: string, { isTTY, columns = SIZE.columns }: Output): string[] {
  return isTTY === true ? wrapLine(line, columns) : [line];
}

/** Prints one line when a file has ended or a call is tried again: for logs and plain terminals. */
export function plainDisplay(output: Output, now: () => number): Display {
  let progress = noProgress();
  const say = (line: string) => void output.write(`${fit(line, output).join('\n')}\n`);
  return {
    take: (event) => {
      progress = advance(progress, event, now());
      const call = endedCall(progress, event) ?? retriedCall(progress, event);
      if (call !== null) say(callLine(call, now(), nameColumns(progress, output.columns ?? SIZE.columns)));
    },
    say,
    settle: () => {},
    stop: () => {},
  };
}

/** Redraws a line for each call that goes on, at most ten times a second; what has ended scrolls up. */
export function liveDisplay(output: Output, now: () => number): Display {
  let progress = noProgress();
  let due: string[] = [];
  let drawn: readonly string[] = [];

  const draw = (lines: readonly string[]) => {
    if (due.length === 0 && lines.join('\n') === drawn.join('\n')) return;
    const erase = drawn.length === 0 ? '' : `\u001b[${drawn.length}A\r\u001b[J`;
    output.write(erase + [...due, ...lines].map((line) => `${line}\n`).join(''));
    due = [];
    drawn = lines;
  };
  const tick = () => {
    const { columns = SIZE.columns, rows = SIZE.rows } = output;
    draw(
      liveLines(progress, now(), { columns, rows: rows - 1 }).map((line) => styleText('dim', line, FORCED)),
    );
  };
  const timer = setInterval(tick, REDRAW_MS).unref();
  const settle = () => draw([]);
  return {
    take: (event) => {
      progress = advance(progress, event, now());
      const ended = endedCall(progress, event);
      if (ended === null) return;
      const line = callLine(ended, now(), nameColumns(progress, output.columns ?? SIZE.columns));
      const colour = ended.state === 'done' ? 'green' : 'red';
      const [first = '', ...others] = fit(line, output);
      due.push(
        first.replace(/^./u, (mark) => styleText(colour, mark, FORCED)),
        ...others,
      );
    },
    say: (line) => void due.push(...fit(line, output)),
    settle,
    stop: () => {
      clearInterval(timer);
      settle();
    },
  };
}

/** Whether there are colours is decided by who chooses the display, not by node. */
const FORCED = { validateStream: false } as const;

/** The call of a file that this event ends. Reused files are not news. */
function endedCall(progress: Progress, event: DevelopEvent): Call | null {
  const hasEnded = event.type === 'file.failed' || event.type === 'file.unchanged';
  return hasEnded || (event.type === 'file.done' && !event.reused)
    ? (progress.calls.get(event.path) ?? null)
    : null;
}

function retriedCall(progress: Progress, event: DevelopEvent): Call | null {
  if (event.type === 'plan.retry') return progress.calls.get(PLAN) ?? null;
  return event.type === 'file.retry' ? (progress.calls.get(event.path) ?? null) : null;
}
