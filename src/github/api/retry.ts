import { RequestError } from '@octokit/request-error';

/** How often a request is made at most. */
export const MAX_ATTEMPTS = 4;

/**
 * The longest a rate limit is waited for, in milliseconds. The primary limit can take an hour to reset:
 * a run says so and ends rather than pay for a runner that sleeps.
 */
const MAX_RATE_LIMIT_WAIT_MS = 3 * 60_000;

/**
 * POST requests that may be made twice without harm: what they make is invisible until something points to
 * it, is a set that the second call finds as it is, or is a ref, which GitHub refuses to make again. A comment
 * or a pull request made twice is visible, so those are looked for before they are tried again, by whoever
 * makes them.
 */
const REPEATABLE_POSTS = [
  /\/git\/(blobs|trees|commits|refs)$/,
  /\/reactions$/,
  /\/graphql$/,
  /\/(labels|assignees|requested_reviewers)$/,
];

export type Attempted = {
  readonly method: string;
  readonly path: string;
  readonly attempt: number;
  /** Whether the request is about something that we made just now, which GitHub may not know everywhere yet. */
  readonly isRecent: boolean;
};

/** GitHub's words for an object that is not there, or a branch without it. A bare 404 says the same. */
const NOT_THERE =
  /(?<!reference )does not exist|is not a valid|no commits between|"field":"head","code":"invalid"/i;

/**
 * Whether a failed request is made again.
 *
 * @param now milliseconds since 1970, to turn a reset time into a wait.
 * @returns milliseconds to wait before the next attempt, or null when there is none.
 */
export function retryDelay(
  error: unknown,
  { method, path, attempt, isRecent }: Attempted,
  now: number,
): number | null {
  if (!(error instanceof RequestError) || attempt >= MAX_ATTEMPTS) return null;
  if (isRateLimit(error)) {
    const wait = rateLimitWait(error, attempt, now);
    return wait <= MAX_RATE_LIMIT_WAIT_MS ? wait : null;
  }
  const repeatable = method !== 'POST' || REPEATABLE_POSTS.some((pattern) => pattern.test(path));
  const isFault = error.status >= 500 && repeatable;
  return isFault || isNotYetKnown(error, isRecent) ? 1_000 * 2 ** (attempt - 1) : null;
}

/** What was made just now is not known everywhere at once (measured by others): nothing was applied. */
function isNotYetKnown({ status, message }: RequestError, isRecent: boolean): boolean {
  // Only a pull request has a node that GitHub looks for on its own, and only ours is ever worked on.
  if (status === 422 && /could not resolve to a node/i.test(message)) return true;
  return isRecent && (status === 404 || (status === 422 && NOT_THERE.test(message)));
}

/** True for both kinds of rate limit, which GitHub answers with 403 or 429, and in one case with 422. */
export function isRateLimit(error: RequestError): boolean {
  if (error.status === 429) return true;
  if (error.status === 422) return /submitted too quickly/i.test(error.message);
  if (error.status !== 403) return false;
  const headers = error.response?.headers;
  return (
    headers?.['retry-after'] !== undefined ||
    headers?.['x-ratelimit-remaining'] === '0' ||
    /secondary rate limit|abuse detection/i.test(error.message)
  );
}

/**
 * Milliseconds that GitHub asks to wait: `retry-after`, else `x-ratelimit-reset`, else a minute and more
 * (docs.github.com, "Best practices for using the REST API").
 */
export function rateLimitWait(error: RequestError, attempt: number, now: number): number {
  const headers = error.response?.headers;
  const seconds = Number(headers?.['retry-after']);
  if (Number.isFinite(seconds) && seconds >= 0 && headers?.['retry-after'] !== undefined)
    return seconds * 1_000;
  const reset = Number(headers?.['x-ratelimit-reset']);
  if (headers?.['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) {
    return Math.max(1_000, reset * 1_000 - now);
  }
  return 60_000 * 2 ** (attempt - 1);
}

/** True when a request may have been applied although it failed: the answer got lost or is a server's error. */
export function mayHaveBeenApplied(error: unknown): boolean {
  return error instanceof RequestError && error.status >= 500;
}
