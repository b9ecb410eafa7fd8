import { BrokenReplyError } from '../model/errors.js';
import { addUsage, NO_USAGE } from '../model/port.js';
import { stitch } from './continuation.js';
import { EndlessReplyError, TruncatedError } from './errors.js';
import { continuationMessages } from './prompts.js';
import { isRunaway } from './repetition.js';
/** How often a reply that was cut at the token limit is continued. */
const MAX_CONTINUATIONS = 3;
/** Characters between two looks at a reply that may repeat itself without end. */
const LOOK_EVERY = 8_192;
/**
 * Streams one reply to its end: what the token limit cuts is continued from where it stopped and stitched.
 *
 * @throws TruncatedError when it is still cut after three continuations, or does not get any longer;
 *   EndlessReplyError when it repeats itself or passes `maxCharacters`; else as the model does.
 */
export async function streamWhole(request, model) {
    let usage = NO_USAGE;
    let text = '';
    for (let attempt = 0;; attempt += 1) {
        if (attempt > 0)
            request.onContinue?.(attempt);
        const part = await streamPart(request, text, model);
        const whole = attempt === 0 ? part.text : stitch(text, part.text);
        usage = addUsage(usage, part.usage);
        if (part.finishReason === 'stop')
            return { text: whole, usage };
        if (attempt > 0 && whole.length <= text.length) {
            throw new TruncatedError('The reply was cut at its length limit and does not go on.');
        }
        if (attempt === MAX_CONTINUATIONS) {
            throw new TruncatedError('The reply is longer than the model can give.');
        }
        text = whole;
    }
}
/** Streams a reply, or the part of one that follows `soFar`, with an eye on whether it has an end. */
async function streamPart(request, soFar, model) {
    const cut = new AbortController();
    let text = soFar;
    let looked = 0;
    const watch = (delta) => {
        text += delta;
        request.onDelta?.(delta);
        if (text.length - looked < LOOK_EVERY)
            return;
        looked = text.length;
        if (text.length > request.maxCharacters || isRunaway(text))
            cut.abort(new BrokenReplyError('It has no end.'));
    };
    try {
        return await model.streamText({
            ...request,
            messages: soFar === '' ? request.messages : continuationMessages(request.messages, soFar),
            signal: request.signal ? AbortSignal.any([request.signal, cut.signal]) : cut.signal,
            onDelta: watch,
            onRetry: (retry) => {
                request.onRetry?.(retry);
                text = soFar;
                looked = 0;
                if (soFar !== '')
                    request.onDelta?.(soFar);
            },
        });
    }
    catch (error) {
        if (cut.signal.aborted && !request.signal?.aborted)
            throw new EndlessReplyError('The reply has no end.');
        throw error;
    }
}
