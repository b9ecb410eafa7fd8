import type { DevelopEvent } from '../smol/events.js';
import { cutToWidth, printableLine } from './printable.js';

/** One call that is going on or over. Times are milliseconds of one clock. */
export type Call = {
  /** The file's path, or `plan`. */
  readonly name: string;
  readonly state: 'writing' | 'waiting' | 'done' | 'failed';
  /** Of the reply so far. */
  readonly characters: number;
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
  readonly calls: ReadonlyMap<string, Call>;
  /** Files of the plan; null before it is there. */
  readonly planned: number | null;
  /** Files that are finished or failed, reused ones included. */
  readonly ended: number;
};

export const NO_PROGRESS: Progress = { calls: new Map(), planned: null, ended: 0 };

/** The name of the call that makes the plan. */
export const PLAN = 'plan';

/** The progress after one more event that came at `now`. */
export function advance(progress: Progress, event: DevelopEvent, now: number): Progress {
  const change = (name: string, patch: (call: Call) => Partial<Call>): Progress => {
    const call = progress.calls.get(name) ?? newCall(name);
    return { ...progress, calls: new Map(progress.calls).set(name, { ...call, ...patch(call) }) };
  };
  const grow = (text: string) => (call: Call) => ({
    characters: call.characters + text.length,
    firstAt: call.firstAt ?? now,
    state: 'writing' as const,
    note: null,
  });
  switch (event.type) {
    case 'plan.start':
      return change(PLAN, () => ({}));
    case 'plan.delta':
      return change(PLAN, grow(event.text));
    case 'plan.retry':
      return change(PLAN, () => again(event.retry));
    case 'plan.done':
      return { ...change(PLAN, () => ({ state: 'done', endedAt: now })), planned: event.plan.files.length };
    case 'file.start':
      return change(event.path, () => ({}));
    case 'file.delta':
      return change(event.path, grow(event.text));
    case 'file.retry':
      return change(event.path, () => again(event.retry));
    case 'file.done': {
      const lines = countLines(event.content);
      const { calls } = change(event.path, () => ({ state: 'done', endedAt: now, lines }));
      return { ...progress, calls, ended: progress.ended + 1 };
    }
    case 'file.failed': {
      const { calls } = change(event.path, () => ({
        state: 'failed',
        endedAt: now,
        note: event.error.message,
      }));
      return { ...progress, calls, ended: progress.ended + 1 };
    }
    default:
      return progress;
  }
}

function newCall(name: string): Call {
  return { name, state: 'waiting', characters: 0, firstAt: null, endedAt: null, lines: null, note: null };
}

function again({ waitMs, error }: { waitMs: number; error: Error }): Partial<Call> {
  const note = `${error.message} Again in ${(waitMs / 1000).toFixed(waitMs < 10_000 ? 1 : 0)} s.`;
  return { state: 'waiting', characters: 0, firstAt: null, note };
}

/** Lines of a text, as an editor counts them; a line feed at the end begins no further one. */
export function countLines(text: string): number {
  if (text === '') return 0;
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** A whole number with its thousands apart: `12,345`. */
export function count(number: number): string {
  return Math.round(number).toLocaleString('en-US');
}

/** Characters a second since the first one; null when there is too little to tell. */
export function rateOf(call: Call, now: number): number | null {
  if (call.firstAt === null) return null;
  const seconds = ((call.endedAt ?? now) - call.firstAt) / 1000;
  return seconds < 0.05 ? null : call.characters / seconds;
}

/** One line about one call, without colour: `✓ src/board.js  118 lines, 4,120 characters, 96/s`. */
export function callLine(call: Call, now: number): string {
  const mark = { done: '✓', failed: '✗', writing: '›', waiting: '·' }[call.state];
  const rate = rateOf(call, now);
  const facts = [
    call.lines === null ? null : `${count(call.lines)} ${call.lines === 1 ? 'line' : 'lines'}`,
    call.characters === 0 ? null : `${count(call.characters)} characters`,
    rate === null ? null : `${count(rate)}/s`,
    call.note === null ? null : printableLine(call.note),
    call.state === 'waiting' && call.note === null ? 'waiting for the first token' : null,
  ].filter((fact) => fact !== null);
  return `${mark} ${printableLine(call.name)}${facts.length === 0 ? '' : `  ${facts.join(', ')}`}`;
}

/**
 * The lines that are redrawn in place: the calls that go on, and the state of the whole run.
 *
 * @returns at most `rows` lines of at most `columns` columns; none while nothing goes on.
 */
export function liveLines(
  progress: Progress,
  now: number,
  size: { columns: number; rows: number },
): string[] {
  const active = [...progress.calls.values()].filter(
    ({ state }) => state === 'writing' || state === 'waiting',
  );
  if (active.length === 0 || size.rows < 1) return [];
  const room = Math.max(0, size.rows - 2);
  const shown = active.slice(0, active.length > room + 1 ? room : room + 1);
  const hidden = active.length - shown.length;
  const lines = shown.map((call) => callLine(call, now));
  if (hidden > 0 && size.rows > 1) lines.push(`  and ${hidden} more`);
  lines.push(totalLine(progress, active, now));
  return lines.slice(-size.rows).map((line) => cutToWidth(line, size.columns));
}

function totalLine(progress: Progress, active: readonly Call[], now: number): string {
  const rate = active.reduce((sum, call) => sum + (rateOf(call, now) ?? 0), 0);
  const speed = rate === 0 ? '' : `, ${count(rate)} characters/s`;
  if (progress.planned === null) return `Planning${speed}`;
  return `${progress.ended} of ${progress.planned} files${speed}`;
}
