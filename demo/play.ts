import { type GitHub, startGitHub } from '../test/support/github/index.js';
import { appAnswers, type Model, pace, startModel } from '../test/support/model/index.js';
import { type RunResult, runAction } from '../test/support/runner.js';
import { type App, startApp } from './app.js';
import type { Endpoint } from './arguments.js';
import type { Issue, Recording, Shows } from './recording.js';
import { type Site, startSite } from './site/server.js';
import type { Stage } from './site/stage.js';
import { startTap, type Tap } from './tap.js';

/** Tokens a second of the recorded answers: what large models do, and what the benchmark assumes. */
const TOKENS_PER_SECOND = 80;
const FIRST_TOKEN_MS = 500;
/** Name of the model that gives recorded answers. */
const RECORDED = 'recorded-answers';
const RUN_MS = 30 * 60_000;

/** What is played: an issue, and who answers. */
export type Play = {
  readonly issue: Issue;
  readonly answers:
    | { readonly recording: Recording; readonly tokensPerSecond?: number }
    | { readonly endpoint: Endpoint; readonly remembered: boolean };
  /** How the app is shown; undefined: as a page when it has one. */
  readonly shows: Shows | undefined;
  /** Called once, before the label is put on. */
  readonly onReady?: (urls: { readonly issue: string }) => void;
  /** Called for each new line of the run's log. */
  readonly onLine?: (line: string) => void;
  /** Ends the run, and everything with it, when it aborts. */
  readonly signal?: AbortSignal;
};

/** A play after its run: everything still stands and can be looked at until it is closed. */
export type Played = {
  readonly site: Site;
  readonly stage: Stage;
  readonly result: RunResult;
  readonly github: GitHub;
  readonly app: App | undefined;
  close(): Promise<void>;
};

/** Whatever has to be closed in the end. */
type Closable = { close(): Promise<void> };

type Answering = Closable & {
  readonly inputs: Record<string, string>;
  readonly tap: Tap | undefined;
};

/**
 * Plays the whole flow: a repository, an issue, the label, the built action on the event as a runner would
 * run it, and the app that came of it. Where this throws, everything that was started has ended.
 *
 * @throws Error when the app does not start, and the signal's reason when it aborts
 */
export async function play(options: Play): Promise<Played> {
  const opened: Closable[] = [];
  const close = async () => void (await Promise.all(opened.map((each) => each.close())));
  const keep = <T extends Closable>(each: T): T => {
    opened.push(each);
    options.signal?.throwIfAborted();
    return each;
  };
  try {
    return { ...(await perform(options, keep)), close };
  } catch (error) {
    await close();
    throw options.signal?.aborted === true ? options.signal.reason : error;
  }
}

async function perform(
  options: Play,
  keep: <T extends Closable>(each: T) => T,
): Promise<Omit<Played, 'close'>> {
  const site = keep(await startSite());
  const github = keep(
    await startGitHub({
      collaborators: { ann: 'write' },
      files: { LICENSE: 'MIT License\n' },
      labels: ['smol'],
      serverUrl: site.url,
    }),
  );
  const answering = keep(await startAnswering(options.answers));
  const { number } = await github.createIssue({ ...options.issue, author: 'ann' });
  const log: string[] = [];
  let result: RunResult | undefined;
  let app: App | undefined;
  let finished = false;
  const stage: Stage = {
    github,
    issueNumber: number,
    source: sourceOf(options.answers),
    calls: () => answering.tap?.calls(),
    run: () => ({
      finished,
      failed: finished && result?.succeeded === false,
      log,
      summary: result?.summary ?? '',
    }),
    app: () => app,
  };
  site.show(stage);
  options.onReady?.({ issue: `${site.url}/${github.repository}/issues/${number}` });
  result = await runAction({
    event: 'issues',
    payload: await github.labeledEvent({ issueNumber: number, label: 'smol', sender: 'ann' }),
    github: { url: github.url, token: github.token },
    inputs: answering.inputs,
    env: { GITHUB_SERVER_URL: site.url },
    timeoutMs: RUN_MS,
    ...(options.signal !== undefined && { signal: options.signal }),
    onLog: (text) => {
      const lines = text === '' ? [] : text.trimEnd().split('\n').slice(log.length);
      log.push(...lines);
      for (const line of lines) options.onLine?.(line);
    },
  });
  options.signal?.throwIfAborted();
  app = await appOf(options, github, result);
  if (app !== undefined) keep(app);
  finished = true;
  return { site, stage, result, github, app };
}

/** The app that was made, running; undefined when there is none that can be shown. */
async function appOf({ shows, signal }: Play, github: GitHub, result: RunResult): Promise<App | undefined> {
  const { branch = '' } = result.outputs;
  if (!result.succeeded || branch === '') return undefined;
  const files = await github.tree(branch);
  const how = shows ?? ('index.html' in files ? { kind: 'page' as const } : undefined);
  return how === undefined ? undefined : startApp(files, how, signal);
}

/** One sentence: who gives the answers. */
export function sourceOf(answers: Play['answers']): string {
  if ('endpoint' in answers) {
    const { baseUrl, model } = answers.endpoint;
    return `Live answers of ${model} at ${baseUrl}.`;
  }
  const { recording, tokensPerSecond = TOKENS_PER_SECOND } = answers;
  return `Recorded answers of a real model (${recording.recorded}), streamed at ${tokensPerSecond} tokens a second.`;
}

async function startAnswering(answers: Play['answers']): Promise<Answering> {
  if ('recording' in answers) return startRecorded(answers.recording, answers.tokensPerSecond);
  const { apiKey, baseUrl, model } = answers.endpoint;
  const inputs = { 'api-key': apiKey, model };
  if (!answers.remembered) {
    return { inputs: { ...inputs, 'base-url': baseUrl }, tap: undefined, close: async () => {} };
  }
  const tap = await startTap(baseUrl);
  return { inputs: { ...inputs, 'base-url': tap.url }, tap, close: () => tap.close() };
}

async function startRecorded(recording: Recording, tokensPerSecond = TOKENS_PER_SECOND): Promise<Answering> {
  const model: Model = await startModel({
    models: [RECORDED],
    answer: pace(appAnswers(recording), { tokensPerSecond, firstTokenMs: FIRST_TOKEN_MS }),
  });
  const tap = await startTap(model.url);
  return {
    inputs: { 'base-url': tap.url, 'api-key': model.apiKey, model: RECORDED },
    tap,
    close: async () => void (await Promise.all([tap.close(), model.close()])),
  };
}
