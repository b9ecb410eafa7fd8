import { arrange, hasImages } from './body.js';
const DROPPABLE = ['temperature', 'reasoning_effort', 'stream_options', 'prompt_cache_key'];
const LIMITS = ['max_completion_tokens', 'max_tokens'];
/** A server that names no parameter, in the words of its template or its own. */
const OTHER_WORDS = {
    stream_options: /\binclude_usage\b/,
    reasoning_effort: /\breasoning[ ._]effort\b|\bdoes not support (thinking|reasoning)\b/i,
};
const FORMAT_WORDS = /response[_ ]format|json_schema|json_object|json mode|structured[ _]outputs?/i;
const ALTERNATE = /roles? must alternate|must alternate between|alternat\w+ (of )?(user|roles?)|consecutive (messages|roles)/i;
const NO_SYSTEM = /system (role|message|prompt|instruction)s?\b.{0,40}\b(not|un)\s?-?(supported|allowed|enabled|permitted)|(not|n't) support.{0,20}\bsystem\b|unexpected (message )?role|only user and assistant roles/i;
/** Of pictures, or of the parts that a message with pictures has. A picture that cannot be read is left out, too. */
const IMAGES = /\bimages?\b|image_url|multi-?modal|\bvision\b|\bmmproj\b|content.{0,40}\b(must be|should be|expected|valid)\b.{0,20}\bstring\b|expected (a )?string|valid string|expected `text`/i;
/** The value is wrong, not the parameter: a person must hear of it. */
const BAD_VALUE = /too (large|big|high|small|low)|at (most|least)|greater than|less than|exceed|maximum (value|allowed)/i;
/** Templates and gateways answer so when they do not know a parameter or a role. */
const STATUSES = new Set([400, 404, 415, 422, 500, 501]);
/** What is assumed of an endpoint before it has said anything. */
export function initialQuirks(endpoint) {
    return {
        tokenLimit: endpoint.tokenLimit,
        refusedLimits: [],
        dropped: [],
        format: 'json_schema',
        mergesRoles: false,
        mergesSystem: false,
        takesImages: true,
    };
}
/** Whether a failure may be about how the request was put. */
export function isLearnable({ status }) {
    return status !== null && STATUSES.has(status);
}
/**
 * Learns from a refused request what the endpoint does not take.
 *
 * @param body the request that was refused.
 * @returns what is known now, or null when the failure is about nothing that was sent or can be put otherwise.
 */
export function learn(quirks, failure, body) {
    if (!isLearnable(failure))
        return null;
    return (images(quirks, failure, body) ??
        roles(quirks, failure, body) ??
        parameters(quirks, failure, body) ??
        format(quirks, failure, body));
}
function images(quirks, { words }, body) {
    return hasImages(body) && IMAGES.test(words) ? { ...quirks, takesImages: false } : null;
}
function roles(quirks, { words }, body) {
    const messages = body.messages;
    const hasSystem = messages.some(({ role }) => role === 'system');
    const merged = arrange(messages, { mergesRoles: true, mergesSystem: false });
    if (ALTERNATE.test(words)) {
        if (!quirks.mergesRoles && merged.length < messages.length)
            return { ...quirks, mergesRoles: true };
        return hasSystem ? { ...quirks, mergesRoles: true, mergesSystem: true } : null;
    }
    return hasSystem && NO_SYSTEM.test(words) ? { ...quirks, mergesRoles: true, mergesSystem: true } : null;
}
function parameters(quirks, failure, body) {
    const limit = LIMITS.find((name) => name in body && names(failure, name));
    if (limit !== undefined &&
        (failure.codes.includes('unsupported_parameter') || !BAD_VALUE.test(failure.words))) {
        const refusedLimits = [...quirks.refusedLimits, limit];
        const tokenLimit = LIMITS.find((name) => !refusedLimits.includes(name)) ?? null;
        return { ...quirks, refusedLimits, tokenLimit };
    }
    const refused = DROPPABLE.find((name) => name in body && names(failure, name));
    return refused === undefined ? null : { ...quirks, dropped: [...quirks.dropped, refused] };
}
function format(quirks, failure, body) {
    const type = body.response_format?.type;
    if (type === undefined || type === 'text')
        return null;
    const isNamed = failure.param?.startsWith('response_format') || FORMAT_WORDS.test(failure.words);
    // A schema that is wrong in itself is our mistake, which a weaker format would only hide.
    if (!isNamed || /invalid schema/i.test(failure.words))
        return null;
    return { ...quirks, format: type === 'json_schema' ? 'json_object' : 'text' };
}
function names({ param, words }, name) {
    if (param !== null)
        return param === name || param.startsWith(`${name}.`) || param === `body.${name}`;
    return new RegExp(`\\b${name}\\b`).test(words) || (OTHER_WORDS[name]?.test(words) ?? false);
}
