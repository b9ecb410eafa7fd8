import { addUsage, type Model, NO_USAGE, type TextRequest, type Usage } from '../model/port.js';
import { stitch } from './continuation.js';
import { TruncatedError } from './errors.js';
import { continuationMessages } from './prompts.js';

/** How often a reply that was cut at the token limit is continued. */
const MAX_CONTINUATIONS = 3;

export type WholeRequest = TextRequest & {
  /** Called before each continuation, with its number from 1. */
  readonly onContinue?: ((attempt: number) => void) | undefined;
};

/**
 * Streams one reply to its end: what the token limit cuts is continued from where it stopped and stitched.
 * Throws a TruncatedError when it is still cut after three continuations, or does not get any longer.
 */
export async function streamWhole(
  request: WholeRequest,
  model: Model,
): Promise<{ text: string; usage: Usage }> {
  const first = await model.streamText(request);
  let { text, usage } = { text: first.text, usage: addUsage(NO_USAGE, first.usage) };
  let finishReason = first.finishReason;
  for (let attempt = 1; finishReason === 'length'; attempt += 1) {
    if (attempt > MAX_CONTINUATIONS) throw new TruncatedError('The reply is longer than the model can give.');
    request.onContinue?.(attempt);
    const soFar = text;
    const part = await model.streamText({
      ...request,
      messages: continuationMessages(request.messages, soFar),
      onRetry: (retry) => {
        request.onRetry?.(retry);
        request.onDelta?.(soFar);
      },
    });
    text = stitch(soFar, part.text);
    usage = addUsage(usage, part.usage);
    finishReason = part.finishReason;
    if (finishReason === 'length' && text.length <= soFar.length) {
      throw new TruncatedError('The reply was cut at its length limit and does not go on.');
    }
  }
  return { text, usage };
}
