import { RequestError } from '@octokit/request-error';
import * as problems from '../report/problems.js';
import type { Problem } from '../report/view.js';
import { isRateLimit, rateLimitWait } from './retry.js';

/** The end of a run, as a person reads it. */
export class Stop extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.what, cause === undefined ? undefined : { cause });
    this.name = 'Stop';
    this.problem = problem;
  }
}

/** The permission a request needs, as a workflow spells it. */
export type Permission = 'contents' | 'issues' | 'pull-requests';

/**
 * Makes a request and turns its failure into a sentence.
 *
 * @param permission what the request needs, named when GitHub says that it is missing.
 * @throws Stop
 */
export async function asking<T>(permission: Permission, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw stopOf(error, permission);
  }
}

/** What a failed request ends the run with. @param permission as for `asking`. */
export function stopOf(error: unknown, permission: Permission): Stop {
  return error instanceof Stop ? error : new Stop(explain(error, permission, Date.now()), error);
}

/** The value, or null where GitHub answers that there is none (404). */
export async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (isStatus(error, 404)) return null;
    throw error;
  }
}

export function isStatus(error: unknown, status: number, message?: RegExp): boolean {
  return error instanceof RequestError && error.status === status && (message?.test(error.message) ?? true);
}

/** GitHub's words where branch protection or a ruleset stands in the way. */
const REFUSED_BY_RULE = /rule violation|GH013|protected|must be made through|reference update failed/i;

/** A sentence for a failed request. */
function explain(error: unknown, permission: Permission, now: number): Problem {
  if (!(error instanceof RequestError)) return problems.unexpected(error);
  if (error.status === 401) return problems.badToken();
  if (isRateLimit(error)) return problems.rateLimited({ resetAt: now + rateLimitWait(error, 1, now) });
  if (error.status >= 500) return problems.githubUnavailable();
  if (error.status === 409 && /empty/i.test(error.message)) return problems.emptyRepository();
  if (error.status === 410) return problems.issuesDisabled();
  if (error.status === 403 && /archived/i.test(error.message)) return problems.archivedRepository();
  if (error.status === 422 && REFUSED_BY_RULE.test(error.message)) {
    return problems.rulesetRefused({ message: error.message });
  }
  // A missing permission is 403, or on some endpoints a bare 404.
  if (error.status === 403 || error.status === 404) return problems.missingPermission(permission);
  return problems.unexpected(error);
}
