/** Characters of a server's message that are read at all; more is noise or an attack. */
const MAX_WORDS = 4_000;
const MAX_SHOWN = 200;
const CAUSE_DEPTH = 6;
/** Reads a failure. Never throws, whatever it is given. */
export function readFailure(error) {
    const outer = fields(error);
    const body = fields(outer.error);
    const code = body.code ?? outer.code;
    return {
        status: status(outer.status) ?? status(code) ?? status(body.status),
        codes: [code, body.type ?? outer.type, body.status]
            .filter((value) => typeof value === 'string')
            .map((value) => value.toLowerCase()),
        param: text(body.param) ?? text(outer.param),
        words: serverWords(outer, body).slice(0, MAX_WORDS),
        headers: outer.headers instanceof Headers ? outer.headers : null,
        networkCode: causes(error)
            .map((cause) => text(fields(cause).code))
            .find((found) => found !== null && /^[A-Z][A-Z0-9_]+$/.test(found)) ?? null,
    };
}
/** The error itself and what it says caused it, outermost first. */
export function causes(error) {
    const chain = [];
    for (let current = error; current !== undefined && chain.length < CAUSE_DEPTH;) {
        chain.push(current);
        current = fields(current).cause;
    }
    return chain;
}
/**
 * A server's words, fit to be shown: one line, 200 characters at most, nothing in them that looks like a key.
 *
 * @param secret the key in use; masked wherever it stands.
 * @example clean('Wrong key sk-proj-abcdefgh1234\nsorry', null) === 'Wrong key *** sorry'
 */
export function clean(words, secret) {
    const known = secret === null || secret.length < 4 ? words : words.replaceAll(secret, '***');
    const line = known
        .slice(0, MAX_WORDS)
        .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
        .replace(/\b(bearer|basic)\s+[^\s"']+/gi, '$1 ***')
        .replace(/\b(sk|pk|rk|gsk|xai|key|ghp|gho|ghs|ghu|ghr|github_pat|hf|pplx|nvapi)[-_][\w*.-]{6,}/gi, '***')
        .replace(/\bAIza[\w-]{10,}/g, '***')
        // Long runs with a digit in them: keys without a prefix, tokens, request ids.
        .replace(/[\w+/=-]{32,}/g, (run) => (/\d/.test(run) ? '***' : run))
        .trim();
    return line.length <= MAX_SHOWN ? line : `${line.slice(0, MAX_SHOWN - 1).toWellFormed()}…`;
}
/** The members of an object; none of anything else. */
export function fields(value) {
    return typeof value === 'object' && value !== null ? value : {};
}
function text(value) {
    return typeof value === 'string' && value !== '' ? value : null;
}
function status(value) {
    const number = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
    return typeof number === 'number' && number >= 300 && number <= 599 ? number : null;
}
/** OpenAI sends `error.message`, others `error` as a string, `detail` or `message`. */
function serverWords(outer, body) {
    const found = text(body.message) ?? text(outer.error) ?? text(body.detail);
    if (found !== null)
        return found;
    const own = text(outer.message) ?? '';
    // The package's own text: the status, then the body.
    return own.replace(/^\d{3}( status code \(no body\)| |$)/, '');
}
