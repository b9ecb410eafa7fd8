/**
 * How long the server itself asks to wait, in milliseconds; null when it does not say.
 *
 * `retry-after-ms` and `retry-after` (seconds or an HTTP date) are about this request and go first. The
 * `x-ratelimit-reset-*` of a limit count only when it is used up: OpenAI sends both with every answer.
 * Last, a sentence such as "Please try again in 6m0s."
 *
 * @param now milliseconds since the epoch.
 */
export declare function serverWait(headers: Headers | null, words: string, now: number): number | null;
/**
 * Reads a duration as Go writes it; a bare number is in seconds.
 *
 * @returns milliseconds, or null for anything else.
 * @example parseDuration('6m0s') === 360_000; parseDuration('120ms') === 120; parseDuration('1.5') === 1_500
 */
export declare function parseDuration(text: string): number | null;
