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

type Closable = { close(): Promise<void> };
type Answering = Closable & {
  readonly inputs: Record<string, string>;
  readonly tap: Tap | undefined;
};

/**
 * Plays the whole flow: a repository, an issue, the label, the built action on the event as a runner would
 * run it, and the app that came of it.
 *
 * @throws Error when the app does not start
 */
export async function play(options: Play): Promise<Played> {
  const open: Closable[] = [];
  const close = async () => void (await Promise.all(open.map((each) => each.close())));
  const closedLater = <T extends Closable>(each: T): T => {
    open.push(each);
    return each;
  };
  try {
    return { ...(await perform(options, closedLater)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function perform(
  options: Play,
  closedLater: <T extends Closable>(each: T) => T,
): Promise<Omit<Played, 'close'>> {
  const site = closedLater(await startSite());
  const github = closedLater(
    await startGitHub({
      collaborators: { ann: 'write' },
      files: { LICENSE: 'MIT License\n' },
      labels: ['smol'],
      serverUrl: site.url,
    }),
  );
  const answering = closedLater(await startAnswering(options.answers));
  const { number } = await github.createIssue({ ...options.issue, author: 'ann' });
  const log: string[] = [];
  let result: RunResult | undefined;
  let app: App | undefined;
  const stage: Stage = {
    github,
    issueNumber: number,
    source: sourceOf(options.answers),
    calls: () => answering.tap?.calls() ?? [],
    run: () => ({ finished: result !== undefined, log, summary: result?.summary ?? '' }),
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
    onLog: (text) => {
      const lines = text === '' ? [] : text.trimEnd().split('\n').slice(log.length);
      log.push(...lines);
      for (const line of lines) options.onLine?.(line);
    },
  });
  const branch = result.outputs.branch ?? '';
  const files = branch === '' ? {} : await github.tree(branch);
  const shows = options.shows ?? ('index.html' in files ? { kind: 'page' as const } : undefined);
  if (shows !== undefined && result.succeeded) app = closedLater(await startApp(files, shows));
  return { site, stage, result, github, app };
}

/** One sentence: who gives the answers. */
export function sourceOf(answers: Play['answers']): string {
  if ('endpoint' in answers) {
    const { baseUrl, model } = answers.endpoint;
    return `Live answers of ${model || 'the default model'} at ${baseUrl || 'OpenAI'}.`;
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
  const tap = await startTap(baseUrl || 'https://api.openai.com/v1');
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
