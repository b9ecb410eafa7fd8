import type { Message, Model, ObjectRequest, TextRequest, TextResult } from '../../model/port.js';
import { LONGEST_PRIVATE_KEY } from './key-patterns.js';
import { inAllTexts, redactMessage, type Secrets } from './secrets.js';

/**
 * The same model, to which no secret goes and whose plans bring none back: what is asked for a plan, the plan and its
 * list of files, and all failures come out redacted. A file comes as the model wrote it: it is checked as a whole, and
 * is not committed with a secret in it.
 *
 * What is asked for a file is passed on untouched. It repeats request, rules and plan, which are clean by then, and a
 * thousand files that wait for their turn share one text of it: to look into each made 150 MB of copies (measured).
 */
export function redactingModel(model: Model, redact: Secrets['redact']): Model {
  const told = <T extends TextRequest | ObjectRequest<unknown>>(request: T): T => ({
    ...request,
    onRetry: (retry) => {
      redactMessage(retry.error, redact);
      request.onRetry?.(retry);
    },
  });
  const asked = <T extends TextRequest | ObjectRequest<unknown>>(request: T): T => ({
    ...told(request),
    messages: request.messages.map((message) => withoutSecrets(message, redact)),
  });
  return {
    nameOf: (purpose) => model.nameOf(purpose),
    cost: (purpose, tokens) => model.cost(purpose, tokens),
    async streamText(request) {
      try {
        return request.purpose === 'plan'
          ? await streamPlan(asked(request), model, redact)
          : await model.streamText(told(request));
      } catch (error) {
        throw redactMessage(error, redact);
      }
    },
    async object(request) {
      try {
        const result = await model.object(asked(request));
        return { ...result, value: inAllTexts(result.value, redact) as typeof result.value };
      } catch (error) {
        throw redactMessage(error, redact);
      }
    },
  };
}

/** What the model wrote itself goes back to it letter by letter, or it could not go on from there. */
function withoutSecrets(message: Message, redact: Secrets['redact']): Message {
  return message.role === 'assistant' ? message : { ...message, content: redact(message.content) };
}

/** A key may come in pieces, so a plan is passed on by whole lines. */
async function streamPlan(
  request: TextRequest,
  model: Model,
  redact: Secrets['redact'],
): Promise<TextResult> {
  let held = '';
  const release = (end: number) => {
    if (end > 0) request.onDelta?.(redact(held.slice(0, end)));
    held = held.slice(end);
  };
  const result = await model.streamText({
    ...request,
    onDelta: (piece) => {
      held += piece;
      release(lengthWithoutCut(held));
    },
    onRetry: (retry) => {
      held = '';
      request.onRetry?.(retry);
    },
  });
  if (result.finishReason === 'stop') release(held.length);
  return { ...result, text: redact(wholeLines(result)) };
}

/** Where a reply was cut the model writes the last line anew: the cut may have gone through a key. */
function wholeLines({ text, finishReason }: TextResult): string {
  return finishReason === 'stop' ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text;
}

/** How much of a text can be passed on without cutting a key in two: its whole lines, and words of a very long one. */
function lengthWithoutCut(text: string): number {
  const isCut = isInKey(text);
  if (text.length <= LONGEST_PRIVATE_KEY) return isCut ? 0 : text.lastIndexOf('\n') + 1;
  return (isCut ? 0 : Math.max(text.lastIndexOf('\n'), text.lastIndexOf(' ')) + 1) || text.length;
}

/** Whether the text stops before the end of a private key, which has many lines. */
function isInKey(text: string): boolean {
  const begin = text.lastIndexOf('-----BEGIN ');
  if (begin < 0) return false;
  const end = text.indexOf('-----END ', begin);
  return end < 0 || !text.includes('\n', end);
}
