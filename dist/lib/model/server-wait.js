const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/**
 * How long the server itself asks to wait, in milliseconds; null when it does not say.
 *
 * `retry-after-ms` and `retry-after` (seconds or an HTTP date) are about this request and go first. The
 * `x-ratelimit-reset-*` of a limit count only when it is used up: OpenAI sends both with every answer.
 * Last, a sentence such as "Please try again in 6m0s."
 *
 * @param now milliseconds since the epoch.
 */
export function serverWait(headers, words, now) {
    return retryAfter(headers, now) ?? reset(headers) ?? sentence(words);
}
/**
 * Reads a duration as Go writes it; a bare number is in seconds.
 *
 * @returns milliseconds, or null for anything else.
 * @example parseDuration('6m0s') === 360_000; parseDuration('120ms') === 120; parseDuration('1.5') === 1_500
 */
export function parseDuration(text) {
    const trimmed = text.trim();
    if (/^\d{1,9}(\.\d{1,9})?$/.test(trimmed))
        return Math.ceil(Number(trimmed) * 1_000);
    if (!/^(\d{1,9}(\.\d{1,12})?(ms|[smhd]))+$/.test(trimmed))
        return null;
    let total = 0;
    for (const [, amount, unit] of trimmed.matchAll(/([\d.]+)(ms|[smhd])/g)) {
        total += Number(amount) * (UNIT_MS[unit ?? ''] ?? 0);
    }
    return Math.ceil(total);
}
function retryAfter(headers, now) {
    const ms = headers?.get('retry-after-ms')?.trim() ?? '';
    if (/^\d{1,12}(\.\d+)?$/.test(ms))
        return Math.ceil(Number(ms));
    const value = headers?.get('retry-after')?.trim() ?? '';
    const duration = parseDuration(value);
    if (duration !== null)
        return duration;
    // Only the forms of HTTP: `Date.parse` alone would take "-5" for a year.
    if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(value))
        return null;
    const date = Date.parse(value);
    return Number.isNaN(date) ? null : Math.max(0, date - now);
}
function reset(headers) {
    const limits = ['requests', 'tokens'].flatMap((name) => {
        const wait = parseDuration(headers?.get(`x-ratelimit-reset-${name}`) ?? '');
        return wait === null ? [] : [{ wait, left: headers?.get(`x-ratelimit-remaining-${name}`) ?? '' }];
    });
    const spent = limits.filter(({ left }) => Number.parseFloat(left) === 0);
    const counted = spent.length > 0 ? spent : limits;
    return counted.length === 0 ? null : Math.max(...counted.map(({ wait }) => wait));
}
function sentence(words) {
    const found = /\b(?:try again|retry) (?:in|after) ((?:[\d.]+ ?(?:ms|[smhd])(?![a-z]) ?)+|[\d.]+ ?(?=seconds?))/i;
    const duration = found.exec(words)?.[1]?.replaceAll(' ', '').toLowerCase();
    return duration === undefined ? null : parseDuration(duration.replace(/\.$/, ''));
}
