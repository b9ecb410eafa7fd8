import { buildBody, countImages, hasImages } from './body.js';
import { classify } from './classify.js';
import { EndpointUnavailableError, RequestRejectedError } from './errors.js';
import { readFailure } from './failure.js';
import { readFrames } from './frames.js';
import { Gate } from './limits.js';
import { addUsage, NO_USAGE } from './port.js';
import { priceOf } from './prices.js';
import { initialQuirks, isLearnable, learn } from './quirks.js';
import { readReply } from './reply.js';
import { callersFault, withRetries } from './retry.js';
import { guardedFetch } from './transport.js';
import { estimatedUsage, reportedUsage } from './usage.js';
import { startWatch } from './watch.js';
/** A timer of Node holds no more. The package's timeout is replaced by the idle one. */
const NO_TIMEOUT_MS = 2 ** 31 - 1;
/** Node's `fetch` ends a request after so long without a byte. */
const FETCH_PATIENCE_MS = 300_000;
/** Opens the way to an endpoint. Nothing is loaded or sent before the first request. */
export function createChat(settings) {
    const { clock, sleep, random, idleTimeoutMs, apiKey: secret } = settings;
    const gate = new Gate({ width: settings.concurrency, now: clock, sleep });
    const layer = { gate, clock, sleep, random, secret };
    const quirks = new Map();
    const client = lazily(() => openClient(settings));
    let tickets = 0;
    return async (request) => {
        const model = settings.models[request.purpose];
        const signal = request.signal ?? new AbortController().signal;
        const price = settings.endpoint.isLocal ? null : priceOf(model);
        // Every attempt is paid for, the failed ones too.
        let spent = NO_USAGE;
        const listener = {
            onDelta: (text) => deliver(request.onDelta, text),
            onEnd: (streamed) => {
                const used = usageOf(request.messages, streamed, price);
                if (used !== null)
                    spent = addUsage(spent, used);
            },
        };
        let unseen = countImages(request.messages);
        let started = false;
        const attempt = async (admitted) => {
            if (!started)
                request.onStart?.();
            started = true;
            const openai = await client();
            const send = (body) => {
                if (unseen > 0 && !hasImages(body))
                    request.onImagesUnseen?.(unseen);
                if (!hasImages(body))
                    unseen = 0;
                return exchange(openai, body, { signal, idleTimeoutMs, admitted, listener });
            };
            return learning({ ...request, model }, quirks, settings, send);
        };
        const ticket = tickets++;
        try {
            const reply = await withRetries(attempt, { ticket, signal, onRetry: request.onRetry }, layer);
            if (spent === NO_USAGE)
                spent = estimatedUsage(request.messages, { text: '', reasoning: 0 }, price);
            return { ...reply, usage: spent };
        }
        catch (error) {
            if (spent !== NO_USAGE)
                request.onSpent?.(spent);
            throw error;
        }
    };
}
/** Sends one request and reads its reply. */
async function exchange(openai, body, by) {
    const watch = startWatch(by.idleTimeoutMs);
    try {
        const options = { signal: AbortSignal.any([by.signal, watch.signal]) };
        const response = await openai.chat.completions.create(body, options).asResponse();
        by.admitted();
        return await readReply(readFrames(response, watch), { ...by.listener, onProgress: watch.progress });
    }
    catch (error) {
        throw watch.expired ?? error;
    }
    finally {
        watch.stop();
    }
}
/** Sends a request; when the endpoint does not take it as it is put, puts it otherwise and remembers that. */
async function learning(request, quirks, settings, send) {
    const known = () => quirks.get(request.model) ?? initialQuirks(settings.endpoint);
    for (;;) {
        const used = known();
        const body = buildBody(request, used, settings);
        try {
            return await send(body);
        }
        catch (error) {
            const failure = readFailure(error);
            if (!isLearnable(failure) || !isRejection(error, settings))
                throw error;
            const latest = quirks.get(request.model);
            // Another call learned while this one was under way: this request is put in the new way first.
            if (latest !== undefined && latest !== used)
                continue;
            const learned = learn(used, failure, body);
            if (learned === null)
                throw error;
            quirks.set(request.model, learned);
        }
    }
}
/** Not a missing model, a refusal or a prompt that is too long, whose messages name parameters as well. */
function isRejection(error, { clock, apiKey }) {
    const verdict = classify(error, clock(), apiKey);
    return verdict.error instanceof RequestRejectedError || verdict.error instanceof EndpointUnavailableError;
}
async function openClient(settings) {
    const { OpenAI } = await import('openai');
    return new OpenAI({
        apiKey: settings.apiKey ?? 'none',
        baseURL: settings.endpoint.baseUrl,
        fetch: guardedFetch(settings.fetch, settings.idleTimeoutMs >= FETCH_PATIENCE_MS),
        maxRetries: 0,
        timeout: NO_TIMEOUT_MS,
        logLevel: 'off',
        // Not from the environment: they would go to any endpoint.
        organization: null,
        project: null,
        ...(settings.apiKey === null ? { defaultHeaders: { Authorization: null } } : {}),
    });
}
function deliver(onDelta, text) {
    try {
        onDelta?.(text);
    }
    catch (error) {
        throw callersFault(error);
    }
}
/** What a reply used, by the server's count or by ours; null when no word of it came. */
function usageOf(messages, streamed, price) {
    if (streamed.usage !== null)
        return reportedUsage(streamed.usage, price);
    if (streamed.text === '' && streamed.reasoning === 0)
        return null;
    return estimatedUsage(messages, streamed, price);
}
function lazily(open) {
    let opened;
    return () => {
        opened ??= open();
        return opened;
    };
}
