import { type Model, NO_USAGE, type Usage } from '../model/port.js';
import type { DevelopEvent, FileFailure, Plan, Unmade } from '../smol/events.js';
import type { Display } from './display.js';
import type { Folder } from './folder.js';
import { confirmPlan, createPlanPrinter, type PlanPrinter, savePlan } from './plan.js';
import { printableLine } from './printable.js';
import { type Placement, place, placeIcon, type RunRecord, type Start } from './record.js';
import type { World } from './world.js';

/** Why the events were followed no further. */
export type Stop =
  | { readonly kind: 'finished' | 'planned' | 'declined' | 'interrupted' | 'timed-out' }
  | { readonly kind: 'error'; readonly error: unknown };

/** What came of following a run. */
export type Followed = {
  stop: Stop;
  /** Null when the run ended before it. */
  plan: Plan | null;
  /** Where the plan stands for people, relative to the folder; null when a file of the app has its name. */
  planAt: string | null;
  placements: Placement[];
  /** Path → content of the finished files, set-aside ones included. */
  contents: Map<string, string>;
  /** Paths of the icons that were drawn. */
  drawn: string[];
  /** What a person has to add. */
  unmade: readonly Unmade[];
  reused: number;
  failed: readonly FileFailure[];
  usage: Usage;
};

export type Following = {
  readonly folder: Folder;
  readonly start: Start;
  /** Key of the request, for the record. */
  readonly request: string;
  readonly model: Model;
  readonly display: Display;
  readonly world: World;
  readonly deadline: Deadline;
  /** Makes the line of `--debug` about an event. */
  readonly trace: ((event: DevelopEvent) => string | null) | null;
  /** The folder as a person would name it. */
  readonly out: string;
  /** Whether a person is asked before files are paid for. */
  readonly mayAsk: boolean;
  readonly planOnly: boolean;
  /** Whether the plan is printed as it arrives; else when it is whole. */
  readonly streamsPlan: boolean;
};

/**
 * Follows a run to its end: shows it, writes the plan and each file as it is finished, asks in between.
 * Leaving the events stops whatever runs. Errors of the run and of the disk end it and come back as `stop`.
 */
export async function follow(events: AsyncIterable<DevelopEvent>, following: Following): Promise<Followed> {
  const followed: Followed = {
    stop: { kind: 'finished' },
    plan: null,
    planAt: null,
    placements: [],
    contents: new Map(),
    drawn: [],
    unmade: [],
    reused: 0,
    failed: [],
    usage: NO_USAGE,
  };
  const printer = createPlanPrinter(following.world.stdout);
  let stop: Stop | null = null;
  try {
    const writer = createWriter(following, followed);
    for await (const event of events) {
      show(event, following, printer);
      stop = await writer(event);
      if (stop !== null) break;
    }
  } catch (error) {
    stop = { kind: 'error', error };
  }
  following.display.settle();
  printer.end();
  return { ...followed, stop: stopOf(stop, followed, following) };
}

/** An abort comes back from the run as errors, or as files that failed; it is neither. */
function stopOf(stop: Stop | null, followed: Followed, { world, deadline }: Following): Stop {
  if (stop !== null && stop.kind !== 'error') return stop;
  const isWhole = stop === null && followed.failed.length === 0;
  if (world.signal.aborted && !isWhole) return { kind: 'interrupted' };
  if (deadline.signal.aborted && !isWhole) return { kind: 'timed-out' };
  return stop ?? { kind: 'finished' };
}

function show(event: DevelopEvent, following: Following, printer: PlanPrinter): void {
  const { display, trace, world, deadline, streamsPlan } = following;
  const isAborted = world.signal.aborted || deadline.signal.aborted;
  if (event.type === 'file.failed' && isAborted) return;
  if (trace !== null) {
    const line = trace(event);
    if (line !== null) display.say(line);
  } else if (streamsPlan && event.type.startsWith('plan.')) {
    streamPlan(event, display, printer);
  } else {
    display.take(event);
  }
}

/** What is printed stays: the live lines make room for it, and a reply that begins again is printed again. */
function streamPlan(event: DevelopEvent, display: Display, printer: PlanPrinter): void {
  display.settle();
  if (event.type === 'plan.delta') printer.write(event.text);
  if (event.type === 'plan.retry') {
    printer.end();
    const why = printableLine(event.retry.error.message);
    for (const line of ['', `The reply broke off (${why}); it begins again.`, '']) display.say(line);
  }
  if (event.type === 'plan.done') {
    printer.end();
    display.take(event);
  }
}

type Writer = (event: DevelopEvent) => Promise<Stop | null>;

/** Does on the disk what an event asks for, and keeps the account of it in `followed`. */
function createWriter(following: Following, followed: Followed): Writer {
  const { folder, display } = following;
  let record: RunRecord | null = null;
  return async (event) => {
    switch (event.type) {
      case 'plan.done':
        followed.plan = event.plan;
        record = await savePlan(event.plan, following);
        followed.planAt = record.planAt;
        return confirmPlan(event, record, following);
      case 'file.done': {
        if (record === null) return null;
        const setAside = followed.plan?.files.find(({ path }) => path === event.path)?.setAside ?? null;
        const placed = await place(folder, record, { path: event.path, content: event.content, setAside });
        record = placed.record;
        followed.placements.push(placed.placement);
        followed.contents.set(event.path, event.content);
        if (event.reused) followed.reused += 1;
        if (placed.placement.kind === 'kept') {
          display.say(
            printableLine(`! ${event.path} is yours and stays; the new one is ${placed.placement.at}`),
          );
        }
        return null;
      }
      case 'file.drawn': {
        if (record === null) return null;
        const placed = await placeIcon(folder, record, event.path, event.content);
        record = placed.record;
        followed.placements.push(placed.placement);
        if (placed.placement.kind === 'written') followed.drawn.push(event.path);
        return null;
      }
      case 'usage':
        followed.usage = event.usage;
        return null;
      case 'done':
        followed.usage = event.result.usage;
        followed.failed = event.result.failed;
        followed.unmade = event.result.unmade;
        return null;
      default:
        return null;
    }
  };
}

/** Ends a run after a time in which waiting for a person does not count. */
export type Deadline = {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  readonly pause: () => void;
  readonly go: () => void;
};

/** What a timer of node can wait at most, in milliseconds; beyond it fires at once. */
const LONGEST = 2 ** 31 - 1;

/** A deadline that runs from now on. `now` is a clock in milliseconds. */
export function createDeadline(milliseconds: number, now: () => number): Deadline {
  const controller = new AbortController();
  let left = milliseconds;
  let since = now();
  let timer: NodeJS.Timeout | undefined;
  const go = () => {
    since = now();
    timer = setTimeout(
      () => controller.abort(new Error('The time of the run is over.')),
      Math.min(left, LONGEST),
    ).unref();
  };
  const pause = () => {
    clearTimeout(timer);
    left = Math.max(0, left - (now() - since));
  };
  go();
  return { signal: controller.signal, pause, go };
}
