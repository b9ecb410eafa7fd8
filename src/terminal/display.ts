import { styleText } from 'node:util';
import type { DevelopEvent } from '../smol/events.js';
import { advance, type Call, callLine, liveLines, NO_PROGRESS, PLAN, type Progress } from './progress.js';
import type { Output } from './world.js';

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

/** Prints one line when a file has ended or a call is tried again: for logs and plain terminals. */
export function plainDisplay(output: Output, now: () => number): Display {
  let progress = NO_PROGRESS;
  return {
    take: (event) => {
      progress = advance(progress, event, now());
      const call = endedCall(progress, event) ?? retriedCall(progress, event);
      if (call !== null) output.write(`${callLine(call, now())}\n`);
    },
    say: (line) => void output.write(`${line}\n`),
    settle: () => {},
    stop: () => {},
  };
}

/** Redraws a line for each call that goes on, at most ten times a second; what has ended scrolls up. */
export function liveDisplay(output: Output, now: () => number): Display {
  let progress = NO_PROGRESS;
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
      due.push(
        callLine(ended, now()).replace(/^./u, (mark) =>
          styleText(ended.state === 'done' ? 'green' : 'red', mark, FORCED),
        ),
      );
    },
    say: (line) => void due.push(line),
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
  const hasEnded = event.type === 'file.failed' || (event.type === 'file.done' && !event.reused);
  return hasEnded ? (progress.calls.get(event.path) ?? null) : null;
}

function retriedCall(progress: Progress, event: DevelopEvent): Call | null {
  if (event.type === 'plan.retry') return progress.calls.get(PLAN) ?? null;
  return event.type === 'file.retry' ? (progress.calls.get(event.path) ?? null) : null;
}
