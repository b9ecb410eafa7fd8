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
 * it, or is a set that the second call finds as it is. A comment, a pull request or a ref made twice is
 * visible, so those are looked for before they are tried again, by whoever makes them.
 */
const REPEATABLE_POSTS = [
  /\/git\/(blobs|trees|commits)$/,
  /\/reactions$/,
  /\/graphql$/,
  /\/(labels|assignees|requested_reviewers)$/,
];

export type Attempted = { readonly method: string; readonly path: string; readonly attempt: number };

/**
 * Whether a failed request is made again.
 *
 * @param now milliseconds since 1970, to turn a reset time into a wait.
 * @returns milliseconds to wait before the next attempt, or null when there is none.
 */
export function retryDelay(error: unknown, { method, path, attempt }: Attempted, now: number): number | null {
  if (!(error instanceof RequestError) || attempt >= MAX_ATTEMPTS) return null;
  if (isRateLimit(error)) {
    const wait = rateLimitWait(error, attempt, now);
    return wait <= MAX_RATE_LIMIT_WAIT_MS ? wait : null;
  }
  // Objects just made are not known everywhere at once (a pull request's node, measured by others).
  const notYetKnown = error.status === 422 && /could not resolve to a node/i.test(error.message);
  const repeatable = method !== 'POST' || REPEATABLE_POSTS.some((pattern) => pattern.test(path));
  if (notYetKnown || (error.status >= 500 && repeatable)) return 1_000 * 2 ** (attempt - 1);
  return null;
}

/** True for both kinds of rate limit, which GitHub answers with 403 or 429. */
export function isRateLimit(error: RequestError): boolean {
  if (error.status === 429) return true;
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
