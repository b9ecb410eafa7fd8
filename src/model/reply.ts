import { BrokenReplyError, NothingWrittenError, RefusedError } from './errors.js';
import { clean } from './failure.js';
import { MAX_REPLY_BYTES, tooLarge } from './frames.js';
import { createThinkFilter } from './think.js';
import { readUsage, type ServerUsage } from './usage.js';

export type Reply = {
  readonly text: string;
  readonly finishReason: 'stop' | 'length';
  /** Null when the server sent none. */
  readonly usage: ServerUsage | null;
  /** Characters of reasoning that were streamed and left out of the text. */
  readonly reasoning: number;
};

export type ReplyListener = {
  /** A piece of the reply, as long as what arrived at once; never of its reasoning. */
  onDelta(text: string): void;
  /** Once at the end, also of a reply that turns out broken: it is billed all the same. */
  onUsage(usage: ServerUsage): void;
};

/** What servers write for a reply that is whole. */
const STOPPED = new Set(['stop', 'eos', 'eos_token', 'end_turn', 'stop_sequence']);
const CUT = new Set(['length', 'max_tokens', 'max_output_tokens']);
const FILTERED = new Set(['content_filter', 'safety', 'refusal', 'prohibited_content', 'blocklist']);

/** The part of a chunk that is read. Nothing is required: servers leave out what they like. */
type Chunk = {
  readonly choices?: readonly (Choice | null)[] | null;
  readonly usage?: unknown;
} | null;
type Choice = {
  readonly index?: number | null;
  readonly delta?: Delta | null;
  /** Servers that ignore `stream` send a whole message. */
  readonly message?: Delta | null;
  readonly finish_reason?: unknown;
};
type Delta = {
  readonly content?: unknown;
  readonly refusal?: unknown;
  readonly reasoning_content?: unknown;
  readonly reasoning?: unknown;
};

/**
 * Reads the chunks of a stream to its end.
 *
 * A stream that ends early ends like a good one; only the finish reason tells. The caller checks
 * whether its signal was aborted, which ends the stream in the same way.
 *
 * @throws BrokenReplyError, RefusedError, NothingWrittenError, and whatever the stream or a listener throws.
 */
export async function readReply(
  batches: AsyncIterable<readonly unknown[]>,
  listener: ReplyListener,
): Promise<Reply> {
  const filter = createThinkFilter();
  let text = '';
  let fresh = '';
  let refusal = '';
  let reasoning = 0;
  let finish: string | null = null;
  let usage: ServerUsage | null = null;

  // Once a batch, not once a token: each event makes its way through three generators.
  const show = (): void => {
    if (fresh === '') return;
    const piece = fresh;
    fresh = '';
    text += piece;
    listener.onDelta(piece);
  };
  const take = (chunk: Chunk): void => {
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
    if (text.length + fresh.length + filter.hidden + reasoning + refusal.length > MAX_REPLY_BYTES) {
      throw tooLarge();
    }
  };

  try {
    await each(batches, take, show, () => finish !== null);
    fresh += filter.end();
    show();
  } finally {
    if (usage !== null) listener.onUsage(usage);
  }
  const finishReason = judge(finish, text, refusal);
  return { text, finishReason, usage, reasoning: reasoning + filter.hidden };
}

/** A connection that breaks after the finish reason has lost nothing but the usage. */
async function each(
  batches: AsyncIterable<readonly unknown[]>,
  take: (chunk: Chunk) => void,
  show: () => void,
  isWhole: () => boolean,
): Promise<void> {
  let taking = false;
  try {
    for await (const batch of batches) {
      taking = true;
      for (const chunk of batch) take(chunk as Chunk);
      show();
      taking = false;
    }
  } catch (error) {
    if (taking || !isWhole()) throw error;
  }
}

function judge(finish: string | null, text: string, refusal: string): 'stop' | 'length' {
  if (refusal !== '') throw new RefusedError(`The model refused: ${clean(refusal, null)}`);
  if (finish === null) throw new BrokenReplyError('The stream ended before the reply did.');
  if (FILTERED.has(finish)) throw new RefusedError("The endpoint's content filter stopped the reply.");
  if (CUT.has(finish)) {
    if (text.trim() === '') {
      throw new NothingWrittenError(
        'The token limit was reached before the reply began: all of it was reasoning.',
      );
    }
    return 'length';
  }
  if (STOPPED.has(finish)) return 'stop';
  throw new BrokenReplyError(`The reply ended for an unusual reason (${clean(finish, null).slice(0, 40)}).`);
}

/** A string as it is; of a list of parts those that are text (Mistral's reasoning models). */
function plainText(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content
    .map((part: { type?: unknown; text?: unknown } | null) =>
      part?.type === 'text' && typeof part.text === 'string' ? part.text : '',
    )
    .join('');
}
