import { type Model, NO_USAGE, type Usage } from '../model/port.js';
import type { DevelopEvent, FileFailure, Plan } from '../smol/events.js';
import type { Deadline } from './deadline.js';
import type { Display } from './display.js';
import type { Folder } from './folder.js';
import { isFree, type Placement, place, placePlan } from './placement.js';
import { printable, printableLine } from './printable.js';
import { ask, spendQuestion } from './question.js';
import { type RunRecord, startRecord, writeRecord } from './record.js';
import type { Start } from './start.js';
import type { World } from './world.js';

/** Where the plan is written for people; smol_dev 0.0.3 calls it so. */
const PLAN_FILE = 'shared_deps.md';

/** Names of a list that are said; the rest is counted. */
const MOST_NAMED = 5;

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
    reused: 0,
    failed: [],
    usage: NO_USAGE,
  };
  let stop: Stop | null = null;
  try {
    const writer = createWriter(following, followed);
    for await (const event of events) {
      show(event, following);
      stop = await writer(event);
      if (stop !== null) break;
    }
  } catch (error) {
    stop = { kind: 'error', error };
  }
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

function show(event: DevelopEvent, { display, trace, world, deadline, streamsPlan }: Following): void {
  const isAborted = world.signal.aborted || deadline.signal.aborted;
  if (event.type === 'file.failed' && isAborted) return;
  if (trace !== null) {
    const line = trace(event);
    if (line !== null) display.say(line);
  } else if (streamsPlan && event.type.startsWith('plan.')) {
    streamPlan(event, display, world);
  } else {
    display.take(event);
  }
}

/** What is printed stays: the live lines make room for it, and a reply that begins again is printed again. */
function streamPlan(event: DevelopEvent, display: Display, world: World): void {
  display.settle();
  if (event.type === 'plan.delta') world.stdout.write(printable(event.text));
  if (event.type === 'plan.retry')
    display.say(`\nThe reply broke off (${printableLine(event.retry.error.message)}); it begins again.\n`);
  if (event.type === 'plan.done') {
    if (!event.reused) world.stdout.write('\n');
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
        record = await writePlan(event.plan, following);
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
      case 'usage':
        followed.usage = event.usage;
        return null;
      case 'done':
        followed.usage = event.result.usage;
        followed.failed = event.result.failed;
        return null;
      default:
        return null;
    }
  };
}

/** Saves the plan before anything else is spent: for the next run, and for people where no file has its name. */
async function writePlan(plan: Plan, { folder, start, request, display }: Following): Promise<RunRecord> {
  const continued = start.resume !== null && start.record?.plan === plan.text ? start.record : null;
  const record = continued ?? startRecord(start.record, request, plan.text);
  if (plan.files.some(({ path }) => path.toLowerCase() === PLAN_FILE)) {
    await writeRecord(folder, record);
    return record;
  }
  const written = await placePlan(folder, record, PLAN_FILE);
  if (written.planAt !== PLAN_FILE) {
    display.say(`! ${PLAN_FILE} is yours and stays; the plan is in ${printableLine(written.planAt ?? '')}`);
  }
  return written;
}

async function confirmPlan(
  { plan, reused }: { plan: Plan; reused: boolean },
  record: RunRecord,
  following: Following,
): Promise<Stop | null> {
  const { start, model, display, world, deadline, out, mayAsk, planOnly, streamsPlan } = following;
  const isShown = !reused && streamsPlan;
  if (!isShown && (planOnly || !reused)) world.stdout.write(`${printable(plan.text).trimEnd()}\n`);
  if (planOnly) return { kind: 'planned' };

  const missing = plan.files.filter(({ path }) => !start.resume?.files.has(path));
  const files = `${plan.files.length} ${plan.files.length === 1 ? 'file' : 'files'}`;
  if (reused) display.say(`${plan.files.length - missing.length} of ${files} reused.`);
  else display.say(`A plan of ${files} for ${out}.`);
  await warnOfOthers(plan, record, following);
  if (!mayAsk || missing.length === 0) return null;

  display.settle();
  deadline.pause();
  const answer = await ask(spendQuestion(plan, missing, model), world, world.signal);
  deadline.go();
  if (answer === 'yes') return null;
  return { kind: answer === 'no' ? 'declined' : 'interrupted' };
}

/** Says before anything is paid which files of the plan stand in the folder and are not ours. */
async function warnOfOthers(
  plan: Plan,
  record: RunRecord,
  { folder, start, display, out }: Following,
): Promise<void> {
  const taken: string[] = [];
  for (const { path, setAside } of plan.files) {
    if (setAside !== null || start.resume?.files.has(path)) continue;
    if (!(await isFree(folder, record, path))) taken.push(path);
  }
  if (taken.length === 0) return;
  const named = taken.slice(0, MOST_NAMED).join(', ');
  const more = taken.length > MOST_NAMED ? ` and ${taken.length - MOST_NAMED} more` : '';
  display.say(
    printableLine(
      `! Already in ${out} and not written by smol: ${named}${more}. What is yours stays as it is.`,
    ),
  );
}
