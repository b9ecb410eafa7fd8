import { ModelError } from '../../model/errors.js';
import * as problems from '../../report/problems.js';
import type { Problem } from '../../report/view.js';
import { DevelopError, EndlessReplyError, UnusableContentError } from '../../smol/errors.js';
import { Stop } from '../api/stop.js';

/** Any failure of a run as a sentence for a person. */
export function problemOf(error: unknown, settingsUrl: string): Problem {
  if (error instanceof Stop) return error.problem;
  if (error instanceof ModelError) return problems.modelProblem(error, { settingsUrl });
  if (error instanceof DevelopError) {
    const again = isLuck(error) ? 'rerun' : 'relabel';
    return { what: error.message, next: error.advice, again, snippet: null, link: null };
  }
  return problems.unexpected(error);
}

/** What was thrown says of itself. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether another try may come out better with nothing changed. */
function isLuck(error: DevelopError): boolean {
  return error instanceof UnusableContentError || error instanceof EndlessReplyError;
}

/** Several problems as one, for the one place where they are told. */
export function together(list: readonly Problem[]): Problem {
  return {
    what: list.map((problem) => problem.what).join(' '),
    next: [...new Set(list.map((problem) => problem.next))].join(' '),
    again: list.some((problem) => problem.again === 'relabel') ? 'relabel' : 'rerun',
    snippet: list.find((problem) => problem.snippet !== null)?.snippet ?? null,
    link: list.find((problem) => problem.link !== null)?.link ?? null,
  };
}
