import { BrokenReplyError, RequestRejectedError } from './errors.js';
import { MAX_REPLY_BYTES, tooLarge } from './frames.js';
const MAX_ERROR_BYTES = 100_000;
const MAX_REDIRECTS = 3;
/** Only what the protocol needs: the package would add details of the machine, and headers from the environment. */
const SENT_HEADERS = ['accept', 'authorization', 'content-type'];
/**
 * A `fetch` for the `openai` package that closes its gaps: it follows redirects to other hosts, it takes
 * whatever comes with status 200 for an answer, and it drops the words of many servers' errors.
 *
 * - A redirect to another host: RequestRejectedError. To the same host: followed, with method and body.
 * - Status 200 and a JSON body: turned into a stream of one frame. Neither JSON nor a stream: BrokenReplyError.
 * - Bodies of errors: cut, and brought into the one form that the package reads.
 *
 * @param isPatient whether more than 300 seconds may pass without a byte; Node's `fetch` ends there.
 */
export function guardedFetch(inner, isPatient) {
    return async (input, init = {}) => {
        const patience = isPatient && inner === globalThis.fetch ? await patientDispatcher() : {};
        const headers = onlyNeeded(new Headers(init.headers));
        const response = await follow(inner, String(input), {
            ...init,
            ...patience,
            headers,
            redirect: 'manual',
        });
        if (!response.ok)
            return readError(response);
        if (isEventStream(response))
            return response;
        return rewrap(response, toFrames(await readText(response, MAX_REPLY_BYTES)));
    };
}
async function follow(inner, url, init) {
    let from = new URL(url);
    for (let redirects = 0;; redirects += 1) {
        const response = await inner(from.href, init);
        if (response.status < 300 || response.status > 399)
            return response;
        await response.body?.cancel();
        const to = URL.parse(response.headers.get('location') ?? '', from.href);
        const keepsBody = response.status === 307 || response.status === 308;
        const isSafe = to?.host === from.host && (to.protocol === from.protocol || to.protocol === 'https:');
        if (to === null || !isSafe || !keepsBody || redirects === MAX_REDIRECTS) {
            const where = to === null ? 'nowhere' : `to ${to.host}`;
            throw new RequestRejectedError(`The endpoint redirects ${where}, which is not followed.`, {
                status: response.status,
            });
        }
        from = to;
    }
}
function onlyNeeded(headers) {
    const kept = SENT_HEADERS.flatMap((name) => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value]];
    });
    return new Headers([...kept, ['user-agent', 'smol']]);
}
function isEventStream(response) {
    return /\btext\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
}
async function readText(response, most) {
    const decoder = new TextDecoder();
    let text = '';
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
        bytes += chunk.length;
        if (bytes > most)
            throw tooLarge();
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}
/** A reply that is no event stream by its header. Some servers ignore `stream`, some forget the header. */
function toFrames(body) {
    if (/^\s*(data|event|id|retry)?:/.test(body))
        return body;
    const value = parseJson(body);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        // Not written anew: a value may be nested deeper than the stack. Line breaks are nowhere but between values.
        return `data: ${body.replace(/[\r\n]+/g, ' ')}\n\n`;
    }
    const what = /^\s*</.test(body) ? 'a web page' : body.trim() === '' ? 'nothing' : 'text';
    throw new BrokenReplyError(`The endpoint answered with ${what} instead of a reply.`);
}
/** `{"message": …}` and `{"detail": …}` become `{"error": {"message": …}}`: else the package drops the words. */
async function readError(response) {
    const text = await readText(response, MAX_ERROR_BYTES).catch((error) => {
        if (error instanceof BrokenReplyError)
            return '';
        throw error;
    });
    const value = parseJson(text);
    // Gemini wraps its error into an array.
    const body = Array.isArray(value) ? value[0] : value;
    if (typeof body !== 'object' || body === null)
        return rewrap(response, /^\s*</.test(text) ? '' : text);
    const { error, message, detail, code, type, param } = body;
    const words = message ?? (typeof detail === 'string' ? detail : toJson(detail));
    const said = error ?? (words || code || type ? { message: words, code, type, param } : undefined);
    return rewrap(response, said === undefined ? '' : toJson({ error: said }));
}
function rewrap(response, body) {
    const headers = new Headers(response.headers);
    headers.set('content-type', response.ok ? 'text/event-stream' : 'application/json');
    // The body is decoded already, and its length may be another.
    headers.delete('content-encoding');
    headers.delete('content-length');
    // A server may send a status that no `Response` is made of: 205 with a body, 999.
    return new Response(body, { status: response.ok ? 200 : Math.min(response.status, 599), headers });
}
/** Empty for nothing, and for what is nested deeper than the stack. */
function toJson(value) {
    try {
        return value === undefined ? '' : JSON.stringify(value);
    }
    catch {
        return '';
    }
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/**
 * Node's `fetch` gives up after 300 s without a byte. Another limit needs an `Agent`, which Node does not
 * export; the one in use, found under undici's well-known symbol, makes a second of its kind.
 */
async function patientDispatcher() {
    await fetch('data:,'); // Node sets the symbol with the first request.
    const current = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'));
    const Agent = typeof current === 'object' && current !== null ? current.constructor : null;
    if (typeof Agent !== 'function')
        return {};
    patient ??= { dispatcher: Reflect.construct(Agent, [{ headersTimeout: 0, bodyTimeout: 0 }]) };
    return patient;
}
let patient;
