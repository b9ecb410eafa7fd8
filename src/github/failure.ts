import { ModelError } from '../model/errors.js';
import * as problems from '../report/problems.js';
import type { Problem } from '../report/view.js';
import { BudgetExceededError, DevelopError, PlanUnreadableError, TooManyFilesError } from '../smol/errors.js';
import { Stop } from './stop.js';

/** Any failure of a run as a sentence for a person. */
export function problemOf(error: unknown, settingsUrl: string): Problem {
  if (error instanceof Stop) return error.problem;
  if (error instanceof ModelError) return problems.modelProblem(error, { settingsUrl });
  if (error instanceof PlanUnreadableError) return problems.planUnreadable();
  if (error instanceof TooManyFilesError) {
    return problems.tooManyFiles({ planned: error.planned, max: error.allowed });
  }
  if (error instanceof BudgetExceededError) return problems.budgetTooSmall({ message: error.message });
  if (error instanceof DevelopError)
    return { what: error.message, next: error.advice, snippet: null, link: null };
  return problems.unexpected(error);
}

/** Several problems as one, for the one place where they are told. */
export function together(list: readonly Problem[]): Problem {
  return {
    what: list.map((problem) => problem.what).join(' '),
    next: [...new Set(list.map((problem) => problem.next))].join(' '),
    snippet: list.find((problem) => problem.snippet !== null)?.snippet ?? null,
    link: list.find((problem) => problem.link !== null)?.link ?? null,
  };
}
