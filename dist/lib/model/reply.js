import { BrokenReplyError, NothingWrittenError, RefusedError } from './errors.js';
import { clean } from './failure.js';
import { MAX_REPLY_BYTES, tooLarge } from './frames.js';
import { createThinkFilter } from './think.js';
import { readUsage } from './usage.js';
/** What servers write for a reply that is whole. */
const STOPPED = new Set(['stop', 'eos', 'eos_token', 'end_turn', 'stop_sequence']);
const CUT = new Set(['length', 'max_tokens', 'max_output_tokens']);
const FILTERED = new Set(['content_filter', 'safety', 'refusal', 'prohibited_content', 'blocklist']);
/**
 * Reads the chunks of a stream to its end.
 *
 * A stream that ends early ends like a good one; only the finish reason tells. The caller checks
 * whether its signal was aborted, which ends the stream in the same way.
 *
 * @throws BrokenReplyError, RefusedError, NothingWrittenError, and whatever the stream or a listener throws.
 */
export async function readReply(batches, listener) {
    const filter = createThinkFilter();
    let text = '';
    let fresh = '';
    let refusal = '';
    let reasoning = 0;
    let finish = null;
    let usage = null;
    let shown = 0;
    // Once a batch, not once a token: each event makes its way through three generators.
    const length = () => text.length + fresh.length + filter.hidden + reasoning + refusal.length;
    const show = () => {
        const reached = length();
        if (reached > shown)
            listener.onProgress();
        shown = reached;
        if (fresh === '')
            return;
        const piece = fresh;
        fresh = '';
        text += piece;
        listener.onDelta(piece);
    };
    const take = (chunk) => {
        usage = readUsage(chunk?.usage) ?? usage;
        const choice = Array.isArray(chunk?.choices)
            ? chunk.choices.find((one) => (one?.index ?? 0) === 0)
            : null;
        const delta = choice?.delta ?? choice?.message;
        reasoning += plainText(delta?.reasoning_content).length || plainText(delta?.reasoning).length;
        refusal += plainText(delta?.refusal);
        fresh += filter.push(plainText(delta?.content));
        if (typeof choice?.finish_reason === 'string' && choice.finish_reason !== '') {
            finish = choice.finish_reason.toLowerCase();
        }
        if (length() > MAX_REPLY_BYTES)
            throw tooLarge();
    };
    try {
        await each(batches, take, show, () => finish !== null);
        fresh += filter.end();
        show();
    }
    finally {
        listener.onEnd({ text: text + fresh + refusal, reasoning: reasoning + filter.hidden, usage });
    }
    return { text, finishReason: judge(finish, text, refusal) };
}
/** A connection that breaks after the finish reason has lost nothing but the usage. */
async function each(batches, take, show, isWhole) {
    let taking = false;
    try {
        for await (const batch of batches) {
            taking = true;
            for (const chunk of batch)
                take(chunk);
            show();
            taking = false;
        }
    }
    catch (error) {
        if (taking || !isWhole())
            throw error;
    }
}
function judge(finish, text, refusal) {
    if (refusal !== '')
        throw new RefusedError(`The model refused: ${clean(refusal, null)}`);
    if (finish === null)
        throw new BrokenReplyError('The stream ended before the reply did.');
    if (FILTERED.has(finish))
        throw new RefusedError("The endpoint's content filter stopped the reply.");
    if (CUT.has(finish)) {
        if (text.trim() === '') {
            throw new NothingWrittenError('The token limit was reached before the reply began: all of it was reasoning.');
        }
        return 'length';
    }
    if (STOPPED.has(finish))
        return 'stop';
    throw new BrokenReplyError(`The reply ended for an unusual reason (${clean(finish, null).slice(0, 40)}).`);
}
/** A string as it is; of a list of parts those that are text (Mistral's reasoning models). */
function plainText(content) {
    if (typeof content === 'string')
        return content;
    if (!Array.isArray(content))
        return '';
    return content
        .map((part) => part?.type === 'text' && typeof part.text === 'string' ? part.text : '')
        .join('');
}
