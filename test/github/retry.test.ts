import { RequestError } from '@octokit/request-error';
import { describe, expect, test } from 'vitest';
import { MAX_ATTEMPTS, mayHaveBeenApplied, retryDelay } from '../../src/github/api/retry.js';

const NOW = 1_800_000_000_000;

function answered(status: number, message: string, headers: Record<string, string> = {}): RequestError {
  return new RequestError(message, status, {
    request: { method: 'GET', url: 'http://127.0.0.1/', headers: {} },
    response: { status, url: 'http://127.0.0.1/', headers, data: {} },
  });
}

const unavailable = answered(502, 'Bad Gateway');

/** The first attempt at something that was there before. */
function first(method: string, path: string) {
  return { method, path, attempt: 1, isRecent: false };
}

describe('a request that failed is made again', () => {
  test.each([
    ['GET', '/repos/o/r', 1_000],
    ['PATCH', '/repos/o/r/issues/comments/1', 1_000],
    ['POST', '/repos/o/r/git/trees', 1_000],
    ['POST', '/repos/o/r/git/blobs', 1_000],
    ['POST', '/repos/o/r/git/commits', 1_000],
    // Refused when it is there already, which whoever makes it then looks into.
    ['POST', '/repos/o/r/git/refs', 1_000],
    ['POST', '/repos/o/r/issues/1/reactions', 1_000],
    ['POST', '/repos/o/r/issues/1/labels', 1_000],
    ['POST', '/repos/o/r/pulls/1/requested_reviewers', 1_000],
    // Made twice, these would be seen twice.
    ['POST', '/repos/o/r/issues/1/comments', null],
    ['POST', '/repos/o/r/pulls', null],
  ])('S59 after a 502: %s %s in %s ms', (method, path, wait) => {
    expect(retryDelay(unavailable, first(method, path), NOW)).toBe(wait);
  });

  test.each([
    [401, 'Bad credentials'],
    [403, 'Resource not accessible by integration'],
    [403, 'Repository was archived so is read-only.'],
    [404, 'Not Found'],
    [409, 'Git Repository is empty.'],
    [410, 'Issues are disabled'],
    [422, 'Validation Failed'],
    [451, 'Unavailable'],
  ])('S24 S60 never after %i %s', (status, message) => {
    expect(retryDelay(answered(status, message), first('GET', '/'), NOW)).toBeNull();
  });

  test.each([
    ['seconds it names', answered(403, 'secondary rate limit', { 'retry-after': '7' }), 7_000],
    ['a 429', answered(429, 'Too many', { 'retry-after': '2' }), 2_000],
    [
      'the time of the reset',
      answered(403, 'limit', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1_000 + 90) }),
      90_000,
    ],
    ['a minute when it names none', answered(403, 'You have exceeded a secondary rate limit'), 60_000],
    [
      'the time of the reset also with 429',
      answered(429, 'limit', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(NOW / 1_000 + 30) }),
      30_000,
    ],
    [
      'a second when the reset has passed',
      answered(403, 'limit', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' }),
      1_000,
    ],
    [
      'a minute when it names a date',
      answered(429, 'no', { 'retry-after': 'Thu, 26 Nov 2026 00:00:00 GMT' }),
      60_000,
    ],
    [
      'a minute after writes that came too soon',
      answered(422, 'Validation Failed: was submitted too quickly'),
      60_000,
    ],
    ['not longer than three minutes', answered(403, 'secondary rate limit', { 'retry-after': '181' }), null],
    [
      'not for most of an hour',
      answered(403, 'limit', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1_000 + 2_400),
      }),
      null,
    ],
  ])('S60 after a rate limit, whatever it was, by %s', (_, error, wait) => {
    expect(retryDelay(error, first('POST', '/repos/o/r/pulls'), NOW)).toBe(wait);
  });

  test.each([
    [404, 'Not Found', true, true],
    [422, 'Object does not exist', true, true],
    [422, 'Tree SHA does not exist', true, true],
    [422, 'Validation Failed: {"resource":"PullRequest","field":"head","code":"invalid"}', true, true],
    [422, 'Validation Failed: {"message":"No commits between main and x"}', true, true],
    [422, "Could not resolve to a node with the global id of 'x'.", true, true],
    [422, "Could not resolve to a node with the global id of 'x'.", false, true],
    // It is somebody's answer, and no delay.
    [404, 'Not Found', false, false],
    [422, 'Object does not exist', false, false],
    [422, 'Reference does not exist', true, false],
    [422, 'Update is not a fast forward', true, false],
    [422, 'Reference already exists', true, false],
    [403, 'Resource not accessible by integration', true, false],
  ])('S62 after %i %s, made just now: %s → %s', (status, message, isRecent, isAgain) => {
    const attempted = { ...first('POST', '/repos/o/r/git/refs'), attempt: 2, isRecent };
    expect(retryDelay(answered(status, message), attempted, NOW)).toBe(isAgain ? 2_000 : null);
  });

  test('three times and no more', () => {
    const waits = Array.from({ length: MAX_ATTEMPTS }, (_, index) =>
      retryDelay(unavailable, { ...first('GET', '/'), attempt: index + 1 }, NOW),
    );
    expect(waits).toEqual([1_000, 2_000, 4_000, null]);
  });
});

test('only a server’s error leaves open whether a write was applied', () => {
  expect(mayHaveBeenApplied(unavailable)).toBe(true);
  expect(mayHaveBeenApplied(answered(422, 'no'))).toBe(false);
  expect(mayHaveBeenApplied(new Error('other'))).toBe(false);
});
