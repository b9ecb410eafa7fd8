import {
  ContextTooLongError,
  InvalidOptionError,
  KeyRejectedError,
  LimitTooSmallError,
  type ModelError,
  ModelNotFoundError,
  NothingWrittenError,
  RefusedError,
  RequestRejectedError,
} from '../../model/errors.js';
import { count, formatNumber } from '../format.js';
import { oneLine, shorten } from '../markdown.js';
import type { Problem } from '../view.js';
import { relabel, rerun, shown, told, VALUE } from './words.js';

/** What no re-run mends, because an input or the request itself is in the way. */
const ASKED_WRONGLY = [
  InvalidOptionError,
  ModelNotFoundError,
  ContextTooLongError,
  LimitTooSmallError,
  RefusedError,
  RequestRejectedError,
  NothingWrittenError,
];

/** @param at the page of the repository's secrets. */
export function modelProblem(error: ModelError, at: { settingsUrl: string }): Problem {
  const again = ASKED_WRONGLY.some((kind) => error instanceof kind) ? relabel : rerun;
  const link = error instanceof KeyRejectedError ? { text: 'Open the secrets', url: at.settingsUrl } : null;
  return again(told(error.message), error.advice, { link });
}

/** @param result files that are missing, each with a sentence why, and how many files the plan has. */
export function filesFailed(result: {
  failed: readonly { path: string; reason: string }[];
  total: number;
}): Problem {
  const [only] = result.failed;
  const what =
    result.failed.length === 1 && only !== undefined
      ? `${named(only.path)}: ${clause(only.reason)}.`
      : `${formatNumber(result.failed.length)} of ${count(result.total, 'file')} are missing.`;
  return rerun(what, 'Re-run the failed job: only what is missing is asked for, the rest is kept.');
}

/** @param errors how many of those that the checks found are still there; null where none is. */
export function errorsLeft(errors: number): Problem | null {
  if (errors === 0) return null;
  return rerun(
    `The checks found ${count(errors, 'error')} that ${errors === 1 ? 'is' : 'are'} still there.`,
    'What is wrong stands in the pull request, under Checks. Mend it there by hand, say in a review how, or comment `/smol retry` to have the model try again.',
  );
}

function named(path: string): string {
  return `${shown(path)} is missing`;
}

/** A sentence as the end of another: `The model refused: No.` → `the model refused (No)`. */
function clause(sentence: string): string {
  const line = shorten(oneLine(sentence), VALUE).replace(/\.$/, '');
  const lower = line.replace(/^(?:The|A|An|It|No|All)(?= )/, (word) => word.toLowerCase());
  return lower.replace(/^([^:(]+): (.+)$/, '$1 ($2)');
}

/** Whether the problem is that this one file is missing, so that nobody has to read of it twice. */
export function isOfFile(problem: Problem | null, path: string): boolean {
  return problem?.what.startsWith(named(path)) ?? false;
}

/** Whether a failure of a file is the problem of the whole run, which is told where the problem is. */
export function isOfRun(problem: Problem | null, failure: string): boolean {
  return problem?.what === told(failure);
}

export function deadlinePassed(limit: { minutes: number }): Problem {
  return rerun(
    `The run took longer than ${count(limit.minutes, 'minute')}.`,
    'Re-run the failed job, or raise the input `timeout-minutes` if the model is slow.',
  );
}

export function cancelled(): Problem {
  return rerun('The run was cancelled.', 'Re-run the job when you want it to go on.');
}

/** The process of a run was killed: it could not say so itself. */
export function brokeOff(): Problem {
  return rerun(
    'The run ended before it could say how.',
    'Its log may tell why. What is ticked here is saved: a re-run does not ask for it again.',
  );
}

/** Whether this is the problem of a run that a person stopped. */
export function isCancelled(problem: Problem | null): boolean {
  return problem?.what === cancelled().what;
}

/** Anything that nobody foresaw. */
export function unexpected(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return rerun(
    `Something went wrong that should not: ${told(message)}`,
    'Re-run the failed job. If it happens again, report it with the log of the run.',
  );
}
