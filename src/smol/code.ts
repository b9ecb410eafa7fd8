import { BrokenReplyError, MalformedReplyError } from '../model/errors.js';
import { addUsage, type Model, NO_USAGE, type Usage } from '../model/port.js';
import { checkContent } from './content.js';
import { UnusableContentError } from './errors.js';
import type { StreamOptions } from './plan.js';
import { type Brief, fileMessages } from './prompts.js';
import { isRunaway } from './repetition.js';
import { unwrap } from './unwrap.js';
import { streamWhole } from './whole-reply.js';

/** A reply that is no file is asked for once more. */
const ATTEMPTS = 2;
/** Characters between two looks at a reply that may repeat itself without end. */
const LOOK_EVERY = 8_192;
/** No source file a person would write is longer; the stream is cut there. Characters. */
const MAX_CHARACTERS = 1_000_000;
/** Lines expected of a file whose plan gives no number, and tokens of a line (measured: about 45 bytes). */
const DEFAULT_LINES = 120;
const TOKENS_PER_LINE = 12;

export type CodeRequest = Brief & {
  readonly plan: string;
  readonly path: string;
  /** The plan's guess of the file's length, for budgets. */
  readonly lines?: number | null | undefined;
};

export type CodeOptions = StreamOptions & {
  readonly onContinue?: ((attempt: number) => void) | undefined;
};

/**
 * Asks the model for one file of a plan: streams it, continues it when the token limit cuts it, takes fences
 * off and checks that it is text which can be written.
 *
 * @returns the file's content, ending with one newline, and what all calls used.
 * @throws ModelError, TruncatedError, UnusableContentError; the signal's reason when aborted.
 */
export async function generateCode(
  request: CodeRequest,
  model: Model,
  options: CodeOptions = {},
): Promise<{ content: string; usage: Usage }> {
  let usage = NO_USAGE;
  for (let attempt = 1; ; attempt += 1) {
    const reply = await streamFile(request, model, options);
    usage = addUsage(usage, reply.usage);
    const checked = reply.runaway
      ? { kind: 'rejected' as const, reason: 'it repeats itself without end' }
      : checkContent(unwrap(reply.text, request.path), request.path);
    if (checked.kind === 'ok') return { content: checked.content, usage };
    if (attempt === ATTEMPTS) {
      throw new UnusableContentError(`The model's \`${request.path}\` cannot be written: ${checked.reason}.`);
    }
    const error = new MalformedReplyError(`The reply is no usable file: ${checked.reason}.`);
    options.onRetry?.({ attempt, waitMs: 0, error });
  }
}

/** The tokens that a file is expected to take. */
export function expectedTokens(lines: number | null | undefined): number {
  return (lines ?? DEFAULT_LINES) * TOKENS_PER_LINE;
}

type Streamed = { text: string; usage: Usage; runaway: boolean };

async function streamFile(request: CodeRequest, model: Model, options: CodeOptions): Promise<Streamed> {
  const cut = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, cut.signal]) : cut.signal;
  let text = '';
  let looked = 0;
  const watch = (delta: string) => {
    text += delta;
    options.onDelta?.(delta);
    if (text.length - looked < LOOK_EVERY) return;
    looked = text.length;
    if (text.length > MAX_CHARACTERS || isRunaway(text))
      cut.abort(new BrokenReplyError('The reply has no end.'));
  };
  try {
    const reply = await streamWhole(
      {
        ...options,
        messages: fileMessages(request, request.plan, request.path),
        purpose: 'file',
        expectedOutputTokens: expectedTokens(request.lines),
        signal,
        onDelta: watch,
        onRetry: (retry) => {
          text = '';
          looked = 0;
          options.onRetry?.(retry);
        },
      },
      model,
    );
    return { ...reply, runaway: false };
  } catch (error) {
    if (!cut.signal.aborted || options.signal?.aborted) throw error;
    return { text, usage: NO_USAGE, runaway: true };
  }
}
