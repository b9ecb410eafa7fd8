import { RequestError } from '@octokit/request-error';
import { describe, expect, test } from 'vitest';
import { MAX_ATTEMPTS, mayHaveBeenApplied, retryDelay } from '../../src/github/retry.js';

const NOW = 1_800_000_000_000;

function answered(status: number, message: string, headers: Record<string, string> = {}): RequestError {
  return new RequestError(message, status, {
    request: { method: 'GET', url: 'http://127.0.0.1/', headers: {} },
    response: { status, url: 'http://127.0.0.1/', headers, data: {} },
  });
}

const unavailable = answered(502, 'Bad Gateway');

describe('a request that failed is made again', () => {
  test.each([
    ['GET', '/repos/o/r', 1_000],
    ['PATCH', '/repos/o/r/issues/comments/1', 1_000],
    ['POST', '/repos/o/r/git/trees', 1_000],
    ['POST', '/repos/o/r/git/blobs', 1_000],
    ['POST', '/repos/o/r/git/commits', 1_000],
    ['POST', '/repos/o/r/issues/1/reactions', 1_000],
    ['POST', '/repos/o/r/issues/1/labels', 1_000],
    ['POST', '/repos/o/r/pulls/1/requested_reviewers', 1_000],
    // Made twice, these would be seen twice.
    ['POST', '/repos/o/r/issues/1/comments', null],
    ['POST', '/repos/o/r/pulls', null],
    ['POST', '/repos/o/r/git/refs', null],
  ])('after a 502: %s %s in %s ms', (method, path, wait) => {
    expect(retryDelay(unavailable, { method, path, attempt: 1 }, NOW)).toBe(wait);
  });

  test.each([
    [401, 'Bad credentials'],
    [403, 'Resource not accessible by integration'],
    [404, 'Not Found'],
    [409, 'Git Repository is empty.'],
    [410, 'Issues are disabled'],
    [422, 'Validation Failed'],
    [451, 'Unavailable'],
  ])('never after %i %s', (status, message) => {
    expect(retryDelay(answered(status, message), { method: 'GET', path: '/', attempt: 1 }, NOW)).toBeNull();
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
      'not for most of an hour',
      answered(403, 'limit', {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1_000 + 2_400),
      }),
      null,
    ],
  ])('after a rate limit, whatever it was, by %s', (_, error, wait) => {
    expect(retryDelay(error, { method: 'POST', path: '/repos/o/r/pulls', attempt: 1 }, NOW)).toBe(wait);
  });

  test('when GitHub does not know yet what we just made', () => {
    const error = answered(
      422,
      'Validation Failed: "Could not resolve to a node with the global id of \'x\'."',
    );
    expect(
      retryDelay(error, { method: 'POST', path: '/repos/o/r/pulls/1/requested_reviewers', attempt: 2 }, NOW),
    ).toBe(2_000);
  });

  test('three times and no more', () => {
    const waits = Array.from({ length: MAX_ATTEMPTS }, (_, index) =>
      retryDelay(unavailable, { method: 'GET', path: '/', attempt: index + 1 }, NOW),
    );
    expect(waits).toEqual([1_000, 2_000, 4_000, null]);
  });
});

test('only a server’s error leaves open whether a write was applied', () => {
  expect(mayHaveBeenApplied(unavailable)).toBe(true);
  expect(mayHaveBeenApplied(answered(422, 'no'))).toBe(false);
  expect(mayHaveBeenApplied(new Error('other'))).toBe(false);
});
