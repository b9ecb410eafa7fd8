import { MalformedReplyError } from '../model/errors.js';
import { addUsage, NO_USAGE } from '../model/port.js';
import { checkContent } from './content.js';
import { EndlessReplyError, UnusableContentError } from './errors.js';
import { fileMessages } from './prompts.js';
import { unwrap } from './unwrap.js';
import { streamWhole } from './whole-reply.js';
/** A reply that is no file is asked for once more. */
const ATTEMPTS = 2;
/** No source file a person would write is longer; the stream is cut there. Characters. */
const MAX_CHARACTERS = 1_000_000;
/** Lines expected of a file whose plan gives no number, and tokens of a line (measured: about 45 bytes). */
const DEFAULT_LINES = 120;
const TOKENS_PER_LINE = 12;
/**
 * Asks the model for one file of a plan: streams it, continues it when the token limit cuts it, takes fences
 * off and checks that it is text which can be written.
 *
 * @returns the file's content, ending with one newline, and what all calls used.
 * @throws ModelError, TruncatedError, UnusableContentError; the signal's reason when aborted.
 */
export async function generateCode(request, model, options = {}) {
    let usage = NO_USAGE;
    for (let attempt = 1;; attempt += 1) {
        const reply = await streamFile(request, model, options);
        usage = addUsage(usage, reply.usage);
        const checked = reply.endless
            ? { kind: 'rejected', reason: 'it has no end' }
            : checkContent(unwrap(reply.text, request.path), request.path, request.refuseContent);
        if (checked.kind === 'ok')
            return { content: checked.content, usage };
        if (attempt === ATTEMPTS) {
            throw new UnusableContentError(`The model's \`${request.path}\` cannot be written: ${checked.reason}.`);
        }
        const error = new MalformedReplyError(`The reply is no usable file: ${checked.reason}.`);
        options.onRetry?.({ attempt, waitMs: 0, error });
    }
}
async function streamFile(request, model, options) {
    const asked = {
        ...options,
        messages: fileMessages(request, request.plan, request.path, request.uses),
        expectedOutputTokens: expectedTokens(request.lines),
    };
    return streamReply(asked, model);
}
/** One reply that is a file or edits of one: whole, or known to have no end. */
export async function streamReply(asked, model) {
    const request = { ...asked, purpose: 'file', maxCharacters: MAX_CHARACTERS };
    try {
        return { ...(await streamWhole(request, model)), endless: false };
    }
    catch (error) {
        if (error instanceof EndlessReplyError)
            return { text: '', usage: NO_USAGE, endless: true };
        throw error;
    }
}
/** The tokens that a file is expected to take. */
export function expectedTokens(lines) {
    return (lines ?? DEFAULT_LINES) * TOKENS_PER_LINE;
}
