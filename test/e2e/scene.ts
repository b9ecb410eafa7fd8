import { expect, onTestFinished } from 'vitest';
import type { Outcome } from '../../src/github/told/outcome.js';
import { createModel } from '../../src/model/openai.js';
import { ticTacToe } from '../support/apps/index.js';
import { type GitHub, type GitHubOptions, startGitHub } from '../support/github/index.js';
import {
  type AnswerFunction,
  appAnswers,
  type ChatMessage,
  chatMessages,
  type Model,
  startModel,
} from '../support/model/index.js';
import { type RunResult, runAction } from '../support/runner.js';
import { runHere } from '../support/world.js';
import { type Acts, actsOf } from './acts.js';

type Payload = Record<string, unknown>;
/** What is set for one run. */
export type RunOptions = Partial<Parameters<typeof runAction>[0]>;

/** A run, and what it asked for. Of two at once each has the requests of both. */
export type Ran = RunResult & {
  /** The messages of each of its requests to the model, in order of arrival. */
  readonly calls: readonly (readonly ChatMessage[])[];
  /** Its requests to GitHub that write, as `METHOD path`. */
  readonly writes: readonly string[];
};

/** A repository, a model that knows one app, people, and the built action between them. */
export type Scene = Acts & {
  readonly github: GitHub;
  /** Ends in `/v1`. */
  readonly modelUrl: string;
  /** Requests that reached the model so far. */
  readonly modelCalls: () => number;
  readonly modelRequests: () => readonly {
    body: unknown;
    arrivedAt: number;
    finishedAt: number | undefined;
  }[];
  /** Runs the action on any event. */
  readonly run: (event: string, payload: Payload, options?: RunOptions) => Promise<Ran>;
  /**
   * Puts the label on an issue, and has that run in this process, from the sources of `dist/`: it writes the same
   * commit in a tenth of the time. For what comes before what a test is about; that itself is always a child's run.
   */
  readonly prepare: (issueNumber: number) => Promise<Outcome>;
};

export type SceneOptions = GitHubOptions & {
  readonly answer?: AnswerFunction;
  readonly issue?: { readonly title: string; readonly body?: string } | null;
  /** Inputs of every run. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Environment of every run. */
  readonly env?: Readonly<Record<string, string>>;
};

/** For tests of several runs: a machine may have much else to do. */
export const SEVERAL_RUNS = { timeout: 60_000 };

/** The first run's id on GitHub; each has its own. */
export const FIRST_RUN_ID = '1658821493';

/** Issue 1 asks for a tic-tac-toe game unless told otherwise. `ann` and `bea` may write, `stranger` may not. */
export async function stage(options: SceneOptions = {}): Promise<Scene> {
  const { answer = appAnswers(ticTacToe), issue, inputs, env, ...rest } = options;
  const github = await startGitHub({ collaborators: { ann: 'write', bea: 'write' }, ...rest });
  const model = await startModel({ answer });
  onTestFinished(async () => {
    await Promise.all([github.close(), model.close()]);
    // Whatever a test is about: no request may break GitHub's description of its API.
    expect(github.violations()).toEqual([]);
  });
  if (issue !== null)
    await github.createIssue(issue ?? { title: 'A tic-tac-toe game', body: ticTacToe.prompt });

  let runs = 0;
  const nextRunId = () => Number(FIRST_RUN_ID) + runs++;
  const run: Scene['run'] = async (event, payload, overrides = {}) => {
    const before = { calls: model.requests().length, requests: github.requests().length };
    const result = await runAction({
      event,
      payload,
      github: { url: github.url, token: github.token },
      model: { url: model.url, apiKey: model.apiKey },
      ...overrides,
      inputs: { ...inputs, ...overrides.inputs },
      env: {
        GITHUB_SERVER_URL: github.serverUrl,
        GITHUB_RUN_ID: String(nextRunId()),
        ...env,
        ...overrides.env,
      },
    });
    return {
      ...result,
      calls: model
        .requests()
        .slice(before.calls)
        .map(({ body }) => chatMessages(body)),
      writes: writesOf(github.requests().slice(before.requests)),
    };
  };
  return {
    github,
    modelUrl: model.url,
    modelCalls: () => model.requests().length,
    modelRequests: () => model.requests(),
    run,
    prepare: (issueNumber) => runInThisProcess(github, model, { issueNumber, inputs, runId: nextRunId() }),
    ...actsOf(github, run),
  };
}

/** A scene in which issue 1 is built, and pull request 2 is open. */
export async function built(options: SceneOptions = {}): Promise<Scene> {
  const scene = await stage(options);
  expect((await scene.prepare(1)).status).toBe('created');
  return scene;
}

async function runInThisProcess(
  github: GitHub,
  model: Model,
  run: {
    readonly issueNumber: number;
    readonly inputs: SceneOptions['inputs'];
    readonly runId: number;
  },
): Promise<Outcome> {
  const { issueNumber, inputs, runId } = run;
  const payload = await github.labeledEvent({ issueNumber, label: 'smol', sender: 'ann' });
  const endpoint = { 'base-url': model.url, model: 'test-model' };
  return runHere(
    github,
    { event: 'issues', payload, inputs: { ...endpoint, ...inputs } },
    {
      model: createModel({ apiKey: model.apiKey, baseUrl: model.url, model: endpoint.model }),
      ...{ apiKey: model.apiKey, runId, log: () => {} },
    },
  );
}

function writesOf(requests: ReturnType<GitHub['requests']>): string[] {
  const isRead = ({ method, path, body }: (typeof requests)[number]) =>
    method === 'GET' || (path === '/graphql' && !JSON.stringify(body).includes('mutation'));
  return requests.filter((request) => !isRead(request)).map(({ method, path }) => `${method} ${path}`);
}
