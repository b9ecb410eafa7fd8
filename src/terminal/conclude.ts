import { howToRun } from '../report/how-to-run.js';
import { explain } from './advice.js';
import { EXIT } from './exit.js';
import type { Followed, Stop } from './follow.js';
import type { Options } from './options.js';
import { printableLine } from './printable.js';
import { countLines } from './progress.js';
import { type Ending, isComplete, summaryLines, usageLine } from './summary.js';
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
    print(world.stdout, ['', ...summaryLines(endingOf(followed, plan, out, milliseconds))]);
  } else if (usage.inputTokens > 0) {
    print(world.stderr, [usageLine(usage, milliseconds)]);
  }
  print(world.stderr, said);
  if (options.debug && stop.kind === 'error' && stop.error instanceof Error) {
    print(world.stderr, [printableLine(stop.error.stack ?? '')]);
  }
  return exitCode(followed);
}

function endingOf(
  followed: Followed,
  plan: NonNullable<Followed['plan']>,
  out: string,
  milliseconds: number,
): Ending {
  const { placements, contents, reused, failed, usage, stop } = followed;
  const inPlace = new Map<string, string>();
  for (const { kind, path } of placements) {
    const content = contents.get(path);
    if (kind === 'written' && content !== undefined) inPlace.set(path, content);
  }
  let lines = 0;
  for (const content of inPlace.values()) lines += countLines(content);
  return {
    plan,
    out,
    placements,
    lines,
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
  const planPath = printableLine(planAt === null ? out : `${out}/${planAt}`);
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
  output.write(lines.map((line) => `${line}\n`).join(''));
}
