import { BrokenReplyError, ContextTooLongError, CreditExhaustedError, EndpointUnavailableError, IdleTimeoutError, KeyRejectedError, LimitTooSmallError, ModelError, ModelNotFoundError, RateLimitedError, RefusedError, RequestRejectedError, } from './errors.js';
import { causes, clean, readFailure } from './failure.js';
import { StreamedError } from './frames.js';
import { serverWait } from './server-wait.js';
/** No run lives longer than this for a limit's sake: a limit per day is an error, not a pause. */
const LONGEST_WAIT_MS = 3_600_000;
/** https://learn.microsoft.com/microsoft-cloud/dev/dev-proxy/concepts/openai-insufficient-quota */
const BILLING_CODES = new Set([
    'insufficient_quota',
    'credit_balance_exhausted',
    'organization_spend_limit_exceeded',
    'project_spend_limit_exceeded',
    'organization_usage_limit_exceeded',
    'billing_hard_limit_reached',
    'billing_not_active',
    'insufficient_credits',
    'insufficient_balance',
]);
/** Not "exceeded your current quota": Gemini says that of its limit per minute too. */
const BILLING_WORDS = /credit balance is too low|insufficient (balance|credits|funds)|out of credits|billing hard limit/i;
const KEY_CODES = new Set(['invalid_api_key', 'authentication_error', 'account_deactivated']);
const MODEL_CODES = new Set(['model_not_found', 'deploymentnotfound', 'model_not_supported']);
const MODEL_WORDS = /\bmodel\b.{0,120}\b(does not exist|doesn't exist|not exist|not found|is not a valid model|is not supported when|has been (deprecated|retired|decommissioned))|not a valid model id|unknown model|invalid model\b/i;
const CONTEXT_CODES = new Set(['context_length_exceeded', 'string_above_max_length', 'request_too_large']);
const CONTEXT_WORDS = /context (length|window|size)|maximum (prompt|input) length|prompt is too long|input (length|token|is too long)[^.]{0,60}(exceed|too long|limit)|input is too long|reduce the length/i;
const REFUSAL_CODES = new Set([
    'content_filter',
    'content_policy_violation',
    'invalid_prompt',
    'responsibleaipolicyviolation',
]);
const RATE_CODES = new Set([
    'rate_limit_exceeded',
    'rate_limit_error',
    'too_many_requests',
    'resource_exhausted',
]);
const FAULT_CODES = new Set([
    'server_error',
    'api_error',
    'overloaded_error',
    'internal_error',
    'timeout',
    'service_unavailable',
]);
const TLS = /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;
/** What `fetch` and the package say of a connection without a code. */
const CONNECTION_WORDS = /fetch failed|terminated|connection|network|socket|timed out|other side closed/i;
/** undici's own limits of 300 s, and ours. */
const SILENCE = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);
/**
 * Decides about one failed attempt. Pure; every rule has a row in the table of its test.
 *
 * @param error whatever the attempt threw: an error of the `openai` package, of `fetch`, or a ModelError.
 * @param now milliseconds since the epoch, for a `retry-after` that is a date.
 * @param secret the key in use, masked in every message.
 */
export function classify(error, now, secret = null) {
    const own = causes(error).find((cause) => cause instanceof ModelError);
    if (own !== undefined) {
        return {
            retry: own instanceof BrokenReplyError || own instanceof IdleTimeoutError,
            waitMs: null,
            error: own,
        };
    }
    const failure = readFailure(error);
    const isAnswer = failure.status !== null || failure.codes.length > 0 || error instanceof StreamedError;
    if (!isAnswer)
        return withoutAnswer(error, failure, secret);
    const said = clean(failure.words, secret);
    const verdict = final(failure, said) ?? passing(failure, said, now) ?? rejected(failure, said);
    return failure.headers?.get('x-should-retry') === 'false' ? { ...verdict, retry: false } : verdict;
}
/** Failures that stay the same however often the request is made. */
function final(failure, said) {
    const { status, words } = failure;
    const tooLarge = requestOverLimit(words);
    const about = { status };
    if (has(failure, BILLING_CODES) || status === 402 || BILLING_WORDS.test(words)) {
        return no(new CreditExhaustedError(sentence('The account behind the key has no credit left', said), about));
    }
    if (tooLarge !== null)
        return no(new LimitTooSmallError(tooLarge, about));
    if (has(failure, MODEL_CODES) || (status !== 429 && (status ?? 0) < 500 && MODEL_WORDS.test(words))) {
        return no(new ModelNotFoundError(sentence('The endpoint does not offer this model', said), about));
    }
    if (status === 401 || has(failure, KEY_CODES)) {
        return no(new KeyRejectedError(sentence('The endpoint rejected the key', said), about));
    }
    if (has(failure, REFUSAL_CODES)) {
        return no(new RefusedError(sentence("The endpoint's content filter refused the request", said), about));
    }
    if (status === 403) {
        return no(new KeyRejectedError(sentence('The key may not do this', said), about));
    }
    if (has(failure, CONTEXT_CODES) || status === 413 || (isClientError(status) && CONTEXT_WORDS.test(words))) {
        return no(new ContextTooLongError(sentence('The request is longer than the model can read', said), about));
    }
    return null;
}
/** Failures that time mends. */
function passing(failure, said, now) {
    const { status } = failure;
    const about = { status };
    const waitMs = serverWait(failure.headers, failure.words, now);
    if (status === 429 || (status === null && has(failure, RATE_CODES))) {
        const error = new RateLimitedError(sentence('The endpoint asks to slow down', said), about);
        return { retry: (waitMs ?? 0) <= LONGEST_WAIT_MS, waitMs, error };
    }
    if (status === 408 || status === 409 || status === 425 || ((status ?? 0) >= 500 && status !== 501)) {
        const error = new EndpointUnavailableError(sentence(`The endpoint failed (${status})`, said), about);
        return { retry: (waitMs ?? 0) <= LONGEST_WAIT_MS, waitMs, error };
    }
    if (status === null &&
        (has(failure, FAULT_CODES) || !failure.codes.some((code) => /invalid|unsupported/.test(code)))) {
        return {
            retry: true,
            waitMs,
            error: new BrokenReplyError(sentence('The endpoint sent an error instead of a reply', said)),
        };
    }
    return null;
}
function rejected({ status }, said) {
    const what = status === 404 ? 'There is no such address at the endpoint' : 'The endpoint rejected the request';
    return no(new RequestRejectedError(sentence(status === null ? what : `${what} (${status})`, said), { status }));
}
function withoutAnswer(error, { networkCode }, secret) {
    const what = error instanceof Error ? clean(error.message, secret) : 'no error object';
    if (error instanceof SyntaxError) {
        return {
            retry: true,
            waitMs: null,
            error: new BrokenReplyError('The stream of the reply broke off in the middle of a frame.'),
        };
    }
    if (networkCode !== null && SILENCE.has(networkCode)) {
        return {
            retry: true,
            waitMs: null,
            error: new IdleTimeoutError('The endpoint sent nothing for 300 s.'),
        };
    }
    if (networkCode !== null && TLS.test(networkCode)) {
        return no(new EndpointUnavailableError(`The endpoint's TLS certificate is not accepted (${networkCode}).`));
    }
    if (networkCode === null && !CONNECTION_WORDS.test(what)) {
        const broken = new BrokenReplyError(sentence('The reply could not be read', what));
        return { retry: true, waitMs: null, error: broken };
    }
    const unreachable = new EndpointUnavailableError(sentence('The endpoint could not be reached', networkCode ?? what));
    return { retry: true, waitMs: null, error: unreachable };
}
/**
 * OpenAI: "Request too large for gpt-4o … Limit 30000, Requested 41000". The same words with "Used" are the
 * usual limit per minute, where what is asked for fits an empty minute.
 */
function requestOverLimit(words) {
    const found = /\blimit:? ([\d,]+).{0,80}?\brequested:? ([\d,]+)/i.exec(words);
    const [limit, requested] = [found?.[1], found?.[2]].map((number) => Number(number?.replaceAll(',', '')));
    if (limit === undefined || requested === undefined || !(requested > limit))
        return null;
    return `One request needs ${requested} tokens, but the account may use ${limit} in a minute.`;
}
function has({ codes }, wanted) {
    return codes.some((code) => wanted.has(code));
}
function isClientError(status) {
    return status === null || (status >= 400 && status < 500 && status !== 429);
}
function no(error) {
    return { retry: false, waitMs: null, error };
}
function sentence(what, said) {
    if (said === '')
        return `${what}.`;
    return `${what}: ${said}${/[.!?…]$/.test(said) ? '' : '.'}`;
}
