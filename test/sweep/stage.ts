import { ticTacToe } from '../support/apps/index.js';
import { type GitHub, startGitHub } from '../support/github/index.js';
import { type AnswerFunction, type App, appAnswers, type Model, startModel } from '../support/model/index.js';
import { type RunResult, runAction } from '../support/runner.js';
import { startHere } from './here.js';
import { type Numbered, startProxy, type Treat } from './proxy.js';

/** The app that is asked for. */
export const FIRST: App = ticTacToe;

/** What the default branch holds before any run; a run replaces the first of them. */
const BASE_FILES = { 'README.md': '# app\n', LICENSE: 'MIT\n' };

/** What our branch holds in the end, byte for byte. */
export function goldenOf(app: App): Readonly<Record<string, string>> {
  return { ...BASE_FILES, ...app.files };
}

/** What the same issue asks for when it is labelled again; one file becomes another, and one more is there. */
export const SECOND: App = {
  prompt: `${ticTacToe.prompt.trimEnd()} In colour.\n`,
  plan: `${ticTacToe.plan.trimEnd().replace('layout of page', 'colours, layout of page')}\n- \`colour.js\` (~1 lines) – picks a colour.\n`,
  files: {
    ...ticTacToe.files,
    'style.css': `${ticTacToe.files['style.css']}\nbody {\n  color: teal;\n}\n`,
    'colour.js': "document.body.dataset.colour = 'teal';\n",
  },
};

/** The issue that every run is about. */
export const ISSUE = 1;

/**
 * Seconds that the model takes for the plan and for each file. With them a run has one edit of its comment in the
 * middle, at five seconds, when two of the files are done and two are not.
 */
const SECONDS: Readonly<Record<string, number>> = {
  plan: 0.5,
  'README.md': 0.6,
  'style.css': 1.2,
  'index.html': 5.2,
  'game.js': 6,
};

/** Much more than a run takes, however busy the machine is. */
const TIMEOUT_MS = 300_000;

/** How a run ended. */
export type Ended = Pick<RunResult, 'succeeded' | 'exitCode' | 'signal' | 'log' | 'outputs'> & {
  /** All its requests in order of arrival. */
  readonly requests: readonly Numbered[];
  /** What it asked the model for: paths, or `plan`. */
  readonly asked: readonly string[];
  /** Milliseconds from the interruption to the end; null when there was none. */
  readonly stoppedMs: number | null;
};

/** A run that goes on. */
export type Run = {
  /** As the machine may die: at once and without a word. */
  kill(): void;
  /** As a person cancels: SIGINT, and later what the runner sends. */
  interrupt(): void;
  readonly ended: Promise<Ended>;
};

/** What to do with a request of a run. */
export type TreatOf = (run: Run) => Treat;

/** What starts a run. */
export type Happening = { readonly event: string; readonly payload: Record<string, unknown> };

/** What stands on a stage. */
export type Setting = {
  /** Whether the model takes time, so that a run has a middle. */
  readonly isPaced?: boolean;
  /** Whether runs take place in this process, on the sources, where they take no second to start and wait for nothing. */
  readonly isHere?: boolean;
  /** What the model says; it knows the two apps unless told otherwise. */
  readonly answer?: AnswerFunction;
  /** Inputs of every run. */
  readonly inputs?: Readonly<Record<string, string>>;
};

/** A repository with an issue, a model, and the action between them. */
export type Stage = {
  readonly github: GitHub;
  /**
   * Starts the action.
   *
   * @param attempt as the runner counts re-runs of one event.
   * @param happening the event; what happened last unless told otherwise.
   */
  start(treat?: TreatOf, attempt?: number, happening?: Happening): Run;
  /** What runs are about from now on. */
  happen(happening: Happening): void;
  /** Labels the issue again. @param text what it asks for from now on. */
  label(text?: string): Promise<void>;
  close(): Promise<void>;
};

/** Sets the stage: the built action, each run a process of its own, unless told otherwise. */
export async function setStage({
  isPaced = false,
  isHere = false,
  answer = answerBoth,
  inputs = {},
}: Setting): Promise<Stage> {
  const [github, model] = await Promise.all([
    startGitHub({ collaborators: { ann: 'write' }, files: BASE_FILES }),
    startModel({ answer: isPaced ? paced(answer) : answer }),
  ]);
  await github.createIssue({ title: 'A tic-tac-toe game', body: ticTacToe.prompt });
  const label = async (): Promise<Happening> => ({
    event: 'issues',
    payload: await github.labeledEvent({ issueNumber: ISSUE, label: 'smol', sender: 'ann' }),
  });
  let last = await label();
  const startOne = isHere ? startHere : startRun;
  return {
    github,
    start: (treat, attempt = 1, happening = last) =>
      startOne({ github, model, inputs, happening, attempt }, treat),
    happen: (happening) => {
      last = happening;
    },
    label: async (text) => {
      if (text !== undefined) await github.editIssue(ISSUE, { body: text });
      last = await label();
    },
    close: async () => void (await Promise.all([github.close(), model.close()])),
  };
}

/** Knows the app, and what it becomes when the issue is labelled again. */
const answerBoth: AnswerFunction = (request) => {
  const isSecond = request.messages.some(({ content }) => content.includes('In colour.'));
  return isSecond
    ? appAnswers(SECOND, { edits: SECOND.files, again: SECOND.plan })(request)
    : appAnswers(FIRST)(request);
};

/** What a request asks the model for: a path, or `plan`, be it the plan of a change; of what is wrong, `path, mended`. */
export function askedFor(body: unknown): string {
  const { messages } = body as { messages: readonly { role: string; content: string }[] };
  const last = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const path = /\n(?:Write|Change) `([^`\n]+)`, (?:from its first line|the file above)/.exec(last)?.[1];
  return path === undefined ? 'plan' : last.includes('it was checked together') ? `${path}, mended` : path;
}

function paced(answer: AnswerFunction): AnswerFunction {
  return async (request) => {
    const given = await answer(request);
    if (!('text' in given)) return given;
    const seconds = SECONDS[askedFor(request)] ?? 0;
    return { tokensPerSecond: given.text.length / 4 / seconds, chunkSize: 64, ...given };
  };
}

/** Whom a run meets. */
export type Cast = {
  readonly github: GitHub;
  readonly model: Model;
  readonly inputs: Readonly<Record<string, string>>;
  readonly happening: Happening;
  readonly attempt: number;
};

/** Starts the built action. */
function startRun({ github, model, inputs, happening, attempt }: Cast, treat: TreatOf | undefined): Run {
  const killing = new AbortController();
  let interruptedAt: number | null = null;
  const run: Run = {
    kill: () => killing.abort(),
    interrupt: () => {
      interruptedAt ??= performance.now();
    },
    get ended() {
      return ended;
    },
  };
  const perform = async (): Promise<Ended> => {
    const pass: Treat = (exchange) => exchange.pass();
    const targets = { github: github.url, model: model.url };
    const proxy = await startProxy(targets, treat === undefined ? pass : treat(run));
    const result = await runAction({
      ...happening,
      inputs,
      github: { url: proxy.github, token: github.token },
      model: { url: proxy.model, apiKey: model.apiKey },
      env: { GITHUB_SERVER_URL: github.serverUrl, GITHUB_RUN_ATTEMPT: String(attempt) },
      signal: killing.signal,
      timeoutMs: TIMEOUT_MS,
      signalAfter: () => interruptedAt !== null,
    });
    const stoppedMs = interruptedAt === null ? null : performance.now() - interruptedAt;
    await proxy.close();
    return { ...result, ...askedBy(proxy.requests()), stoppedMs };
  };
  const ended = perform();
  return run;
}

/** The requests of a run, and what those to the model were for. */
export function askedBy(requests: readonly Numbered[]): Pick<Ended, 'requests' | 'asked'> {
  const asked = requests.filter(({ to }) => to === 'model').map(({ body }) => askedFor(body));
  return { requests, asked };
}
