import {
  type AnswerFunction,
  appAnswers,
  type Model,
  pace,
  startModel,
} from '../test/support/model/index.js';
import type { Endpoint } from './arguments.js';
import type { RecordedReview } from './recorded-review.js';
import type { Recording } from './recording.js';
import { startTap, type Tap } from './tap.js';

/** Tokens a second of the recorded answers: what large models do, and what the benchmark assumes. */
const TOKENS_PER_SECOND = 80;
const FIRST_TOKEN_MS = 500;
/** Name of the model that gives recorded answers. */
const RECORDED = 'recorded-answers';

/** Who answers what the model is asked: a recording, or an endpoint, whose calls are seen if they are remembered. */
export type Answers =
  | {
      readonly recording: Recording | RecordedReview;
      /** Path → the reply to whoever asks for edits of a file that was recorded. */
      readonly edits?: Readonly<Record<string, string>>;
      readonly tokensPerSecond?: number;
    }
  | { readonly endpoint: Endpoint; readonly remembered: boolean };

/** An endpoint for one run of the action. */
export type Answering = {
  /** Of the action. */
  readonly inputs: Record<string, string>;
  readonly tap: Tap | undefined;
  close(): Promise<void>;
};

/** One sentence: who gives the answers. */
export function sourceOf(answers: Answers): string {
  if ('endpoint' in answers) {
    const { baseUrl, model } = answers.endpoint;
    return `Live answers of ${model} at ${baseUrl}.`;
  }
  const { recording, tokensPerSecond = TOKENS_PER_SECOND } = answers;
  return `Recorded answers of a real model (${recording.recorded}), streamed at ${tokensPerSecond} tokens a second.`;
}

/** Starts what the action is to talk to. */
export async function startAnswering(answers: Answers): Promise<Answering> {
  if ('recording' in answers) return startRecorded(answers);
  const { apiKey, baseUrl, model } = answers.endpoint;
  const inputs = { 'api-key': apiKey, model };
  if (!answers.remembered) {
    return { inputs: { ...inputs, 'base-url': baseUrl }, tap: undefined, close: async () => {} };
  }
  const tap = await startTap(baseUrl);
  return { inputs: { ...inputs, 'base-url': tap.url }, tap, close: () => tap.close() };
}

async function startRecorded({
  recording,
  edits,
  tokensPerSecond = TOKENS_PER_SECOND,
}: Extract<Answers, { recording: unknown }>): Promise<Answering> {
  const model: Model = await startModel({
    models: [RECORDED],
    answer: pace(answersOf(recording, edits), { tokensPerSecond, firstTokenMs: FIRST_TOKEN_MS }),
  });
  const tap = await startTap(model.url);
  return {
    inputs: { 'base-url': tap.url, 'api-key': model.apiKey, model: RECORDED },
    tap,
    close: async () => void (await Promise.all([tap.close(), model.close()])),
  };
}

function answersOf(
  recording: Recording | RecordedReview,
  edits: Readonly<Record<string, string>> = {},
): AnswerFunction {
  if ('plan' in recording) return appAnswers(recording, { edits });
  const { change, replies } = recording;
  return appAnswers({ plan: '', files: replies }, { change, edits: replies });
}
