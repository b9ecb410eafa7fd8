import type { Usage } from '../model/port.js';
import { count, formatCost, formatDuration, formatTokens } from '../report/format.js';
import { type HowToRun, howToRun } from '../report/how-to-run.js';
import type { FileFailure, Plan, Unmade } from '../smol/events.js';
import { explain, explainFile } from './advice.js';
import { countLines, fit, grouped } from './display.js';
import { folderName, pathIn } from './folder.js';
import type { Followed, Stop } from './follow.js';
import { EXIT, type Options } from './options.js';
import { printableLine } from './printable.js';
import type { Placement } from './record.js';
import type { Output, World } from './world.js';

const GO_ON = 'Run the same command again to go on: what is finished is not asked for and not paid again.';

export type Conclusion = {
  /** The folder as a person would name it. */
  readonly out: string;
  readonly options: Options;
  readonly world: World;
  /** How long the run took. */
  readonly milliseconds: number;
};

/**
 * Prints how a run ended: what there is on `stdout`, what is wrong and what to do on `stderr`.
 *
 * @returns the exit code.
 */
export function conclude(followed: Followed, { out, options, world, milliseconds }: Conclusion): number {
  const { stop, plan, usage } = followed;
  const said = sentences(followed, out, options);
  if (plan !== null && stop.kind !== 'planned' && stop.kind !== 'declined') {
    const ending = endingOf(followed, plan, out, milliseconds);
    print(world.stdout, ['', ...summaryLines(ending)]);
    // Not broken into rows: they are copied.
    world.stdout.write(
      startLines(ending)
        .map((line) => `${line}\n`)
        .join(''),
    );
  } else if (usage.inputTokens > 0) {
    print(world.stderr, [usageLine(usage, milliseconds)]);
  }
  print(world.stderr, said);
  if (options.debug && stop.kind === 'error' && stop.error instanceof Error) {
    print(world.stderr, [printableLine(stop.error.stack ?? '')]);
  }
  return exitCode(followed);
}

function endingOf(followed: Followed, plan: Plan, out: string, milliseconds: number): Ending {
  const { planAt, placements, contents, drawn, unmade, reused, failed, usage, stop } = followed;
  const inPlace = new Map<string, string>();
  for (const { kind, path } of placements) {
    const content = contents.get(path);
    if (kind === 'written' && content !== undefined) inPlace.set(path, content);
  }
  let lines = 0;
  for (const content of inPlace.values()) lines += countLines(content);
  return {
    plan,
    planAt,
    out,
    placements,
    lines,
    drawn,
    unmade,
    reused,
    // After an abort every file that was under way comes as failed.
    failed: wasAborted(stop) ? [] : failed,
    usage,
    milliseconds,
    howToRun: howToRun(inPlace),
  };
}

function sentences(followed: Followed, out: string, options: Options): string[] {
  const { stop, plan, planAt, placements, failed } = followed;
  const planPath = planAt === null ? folderName(out) : pathIn(out, planAt);
  const finished = plan === null ? '' : ` ${placements.length} of ${plan.files.length} files are finished.`;
  const goOn = plan === null ? [] : [GO_ON];
  switch (stop.kind) {
    case 'planned':
      return [
        `The plan is in ${planPath}. Edit it if you like; without --plan-only the same command writes its files.`,
      ];
    case 'declined':
      return [
        `No file was written. The plan is in ${planPath}; edit it if you like, and run the same command again.`,
      ];
    case 'interrupted':
      return [`Stopped.${finished}`, ...goOn];
    case 'timed-out':
      return [
        `smol: The run took longer than ${options.timeoutMinutes} minutes (--timeout-minutes).${finished}`,
        ...goOn,
      ];
    case 'error':
      return [`smol: ${explain(stop.error)}`, ...goOn];
    case 'finished':
      return failed.length === 0 ? [] : [GO_ON];
  }
}

function exitCode({ stop, plan, placements, failed }: Followed): number {
  if (stop.kind === 'interrupted') return EXIT.interrupted;
  if (stop.kind === 'planned') return EXIT.written;
  const isWhole = stop.kind === 'finished' && plan !== null && isComplete({ plan, placements, failed });
  return isWhole ? EXIT.written : EXIT.incomplete;
}

function wasAborted({ kind }: Stop): boolean {
  return kind === 'interrupted' || kind === 'timed-out';
}

function print(output: Output, lines: readonly string[]): void {
  const rows = lines.flatMap((line) => fit(line, output));
  output.write(rows.map((row) => `${row}\n`).join(''));
}

/** What a run came to, for its last lines. */
export type Ending = {
  readonly plan: Plan;
  /** Where the plan stands for people, relative to the folder; null when it does not. */
  readonly planAt: string | null;
  /** The folder as the person named it. */
  readonly out: string;
  readonly placements: readonly Placement[];
  /** Lines of all files at their own places. */
  readonly lines: number;
  /** Paths of the icons that were drawn. */
  readonly drawn: readonly string[];
  /** What a person has to add. */
  readonly unmade: readonly Unmade[];
  /** Files that an earlier run had made. */
  readonly reused: number;
  readonly failed: readonly FileFailure[];
  readonly usage: Usage;
  readonly milliseconds: number;
  readonly howToRun: HowToRun;
};

/** What a run came to, in lines. Everything in them is printable. */
export function summaryLines(ending: Ending): string[] {
  const { plan, planAt, out, placements, failed } = ending;
  const written = placements.filter(({ kind }) => kind === 'written').length;
  const told = new Set(ending.unmade.map(({ path }) => path));
  const refused = plan.refused.filter(({ path }) => !told.has(path));
  const reused = ending.reused === 0 ? '' : ` (${ending.reused} of an earlier run)`;
  const lines = `${grouped(ending.lines)} ${ending.lines === 1 ? 'line' : 'lines'}`;
  return [
    `${count(written, 'file')}, ${lines}, in ${folderName(out)}${reused}`,
    usageLine(ending.usage, ending.milliseconds),
    ...section(
      'Failed:',
      failed.map(({ path, error }) => `${path}: ${explainFile(error)}`),
    ),
    ...section('Kept yours:', placements.flatMap(keptLine)),
    ...section(
      'Set aside:',
      placements.flatMap((placement) => asideLine(placement, out)),
    ),
    ...section('Drawn, as placeholders:', ending.drawn),
    ...section('Not made, as they are binary; add them yourself:', ending.unmade.map(unmadeLine)),
    ...section(
      'Refused, because of the path:',
      refused.map(({ path, reason }) => `${path}: ${reason}`),
    ),
    ...(planAt !== null && isComplete(ending)
      ? [`The plan is in ${pathIn(out, planAt)}; edit it and run again to rebuild.`]
      : []),
  ];
}

/** Whether every file of the plan that can be written stands in its place. */
function isComplete({ plan, placements, failed }: Pick<Ending, 'plan' | 'placements' | 'failed'>): boolean {
  const setAside = new Set(plan.files.filter((file) => file.setAside !== null).map(({ path }) => path));
  const isInPlace = ({ kind }: Placement) => kind === 'written' || kind === 'needless';
  const misplaced = placements.some((placement) => !isInPlace(placement) && !setAside.has(placement.path));
  return failed.length === 0 && !misplaced && placements.length === plan.files.length;
}

/** Tokens, money and time: `12.3k tokens in (9.8k cached), 18.2k out · $0.21 · 41 s`. */
function usageLine(usage: Usage, milliseconds: number): string {
  const cached = usage.cachedTokens === 0 ? '' : ` (${formatTokens(usage.cachedTokens)} cached)`;
  const source = usage.estimated ? ', estimated' : '';
  const tokens = `${formatTokens(usage.inputTokens)} tokens in${cached}, ${formatTokens(usage.outputTokens)} out${source}`;
  return `${tokens} · ${formatCost(usage.costUsd)} · ${formatDuration(milliseconds)}`;
}

function keptLine(placement: Placement): string[] {
  return placement.kind === 'kept' ? [`${placement.path} (the new one is ${placement.at})`] : [];
}

function asideLine(placement: Placement, out: string): string[] {
  if (placement.kind !== 'aside') return [];
  return [`${placement.path}: ${placement.reason} (see ${pathIn(out, placement.at)})`];
}

function unmadeLine({ path, usedBy: [user, ...others] }: Unmade): string {
  if (user === undefined) return path;
  const more = others.length === 0 ? '' : ` and ${count(others.length, 'more file')}`;
  return `${path} (used by ${user.path}:${user.line}${more})`;
}

/**
 * How to start an app that is whole, in lines. Commands are typed as they stand, so they begin with the way
 * into the folder.
 */
export function startLines(ending: Ending): string[] {
  if (!isComplete(ending)) return [];
  const { out, howToRun } = ending;
  const { commands, note, test } = howToRun;
  const enter = out === '.' ? [] : [`cd ${shellWord(out)}`];
  const notes = note === null ? [] : [note];
  if (commands.length > 0) {
    return [...section('To start it:', [...enter, ...commands, ...notes]), ...testLine(test)];
  }
  if (note !== null) {
    const title = out === '.' ? 'To start it:' : `To start it, in ${folderName(out)}:`;
    return [...section(title, notes), ...testLine(test)];
  }
  return test === null ? [] : section('To test it:', [...enter, test]);
}

function testLine(test: string | null): string[] {
  return test === null ? [] : [printableLine(`Tests: ${test}`)];
}

/** As one word of a POSIX shell. */
function shellWord(text: string): string {
  return /^[\w./@%+=:,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${printableLine(line)}`)];
}
