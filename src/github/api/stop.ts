import { RequestError } from '@octokit/request-error';
import * as z from 'zod';
import * as problems from '../../report/problems.js';
import type { Problem } from '../../report/view.js';
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

/** Not there, not there any more, or not under that name any more. */
const ABSENT = [404, 410, 301];

/** The value, or null where GitHub answers that there is none. */
export async function orNull<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (ABSENT.some((status) => isStatus(error, status))) return null;
    throw error;
  }
}

export function isStatus(error: unknown, status: number, message?: RegExp): boolean {
  return error instanceof RequestError && error.status === status && (message?.test(error.message) ?? true);
}

/** GitHub's words where branch protection or a ruleset stands in the way. */
const REFUSED_BY_RULE = /rule violation|GH013|protected|must be made through|reference update failed/i;
/** GitHub's words where the token, or the account behind it, may not do what is asked. */
const NOT_PERMITTED = /not accessible|must have|permission/i;

/** A sentence for a failed request. */
function explain(error: unknown, permission: Permission, now: number): Problem {
  if (!(error instanceof RequestError)) return problems.unexpected(error);
  if (isRateLimit(error)) return problems.rateLimited({ resetAt: now + rateLimitWait(error, 1, now) });
  if (error.status >= 500) {
    return problems.githubUnavailable({ reason: error.response === undefined ? error.message : null });
  }
  const message = wordsOf(error);
  switch (error.status) {
    case 301:
      return permission === 'issues' ? problems.issueMoved() : problems.repositoryMoved();
    case 401:
      return problems.badToken();
    case 404:
      return problems.missingPermission(permission, { orGone: true });
    case 410:
      return /disabled/i.test(message) ? problems.issuesDisabled() : problems.issueDeleted();
    case 409:
      return /empty/i.test(message) ? problems.emptyRepository() : problems.refusedByGitHub({ message });
    case 403:
      return explainForbidden(message, permission);
    default:
      return REFUSED_BY_RULE.test(message)
        ? problems.rulesetRefused({ message })
        : problems.refusedByGitHub({ message });
  }
}

function explainForbidden(message: string, permission: Permission): Problem {
  if (/archived/i.test(message)) return problems.archivedRepository();
  if (/locked/i.test(message) && permission === 'issues') return problems.issueLocked();
  if (REFUSED_BY_RULE.test(message)) return problems.rulesetRefused({ message });
  if (NOT_PERMITTED.test(message)) return problems.missingPermission(permission);
  return problems.refusedByGitHub({ message });
}

const Answer = z.object({
  message: z.string(),
  errors: z.array(z.union([z.string(), z.object({ message: z.string() })])).optional(),
});

/** What GitHub says in its answer, without the address of its documentation. */
function wordsOf(error: RequestError): string {
  const answer = Answer.safeParse(error.response?.data).data;
  if (answer === undefined) return `It answered ${error.status} and did not say why.`;
  const details = (answer.errors ?? []).map((each) => (typeof each === 'string' ? each : each.message));
  return details.length === 0 ? answer.message : `${answer.message}: ${details.join(', ')}`;
}
