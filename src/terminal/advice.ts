import { InvalidOptionError, KeyRejectedError, ModelNotFoundError, RefusedError } from '../model/errors.js';
import { printableLine } from './printable.js';

/** The action's inputs as errors name them, where the command line has an option of the same name. */
const INPUT =
  /`(base-url|model|plan-model|effort|temperature|max-output-tokens|max-files|max-cost-usd|max-total-tokens|concurrency|idle-timeout|timeout-minutes)`/g;

/**
 * What happened and what to do about it, in one or two sentences of the command line: errors name the
 * action's inputs, which are options here.
 *
 * @example
 * explain(new RateLimitedError('The endpoint is busy.'));
 * // 'The endpoint is busy. Run again later, or set --concurrency lower.'
 */
export function explain(error: unknown): string {
  return sentencesOf(error, adviceFor(error));
}

/**
 * The same about one file of several, whose run says at its end how to go on: a refusal's own advice (other
 * words, which would be another run) would contradict that.
 */
export function explainFile(error: Error): string {
  return sentencesOf(error, error instanceof RefusedError ? null : adviceFor(error));
}

function sentencesOf(error: unknown, next: string | null): string {
  const what = printableLine(error instanceof Error ? error.message : String(error));
  const sentences = next === null ? what : `${what} ${next}`;
  return sentences.replace(INPUT, '--$1').replaceAll('`api-key`', 'OPENAI_API_KEY');
}

function adviceFor(error: unknown): string | null {
  if (error instanceof InvalidOptionError && error.option === 'api-key') {
    return 'Set it to your key, or name another endpoint with --base-url.';
  }
  if (error instanceof KeyRejectedError) return 'Check the key in OPENAI_API_KEY.';
  if (error instanceof ModelNotFoundError) return 'Name a model that the endpoint offers with --model.';
  return error instanceof Error && 'advice' in error && typeof error.advice === 'string'
    ? error.advice
    : null;
}
