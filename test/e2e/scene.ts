import { expect, onTestFinished } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import { type GitHub, type GitHubOptions, startGitHub } from '../support/github/index.js';
import { type AnswerFunction, appAnswers, startModel } from '../support/model/index.js';
import { type RunResult, runAction } from '../support/runner.js';

type Payload = Record<string, unknown>;
type RunOptions = Partial<Parameters<typeof runAction>[0]>;

/** A repository, a model that knows one app, and the built action between them. */
export type Scene = {
  readonly github: GitHub;
  /** Requests that reached the model so far. */
  readonly modelCalls: () => number;
  readonly modelRequests: () => readonly {
    body: unknown;
    arrivedAt: number;
    finishedAt: number | undefined;
  }[];
  /** Puts the label on the issue and runs the action on that event. */
  readonly label: (issueNumber: number, options?: RunOptions & { sender?: string }) => Promise<RunResult>;
  readonly dispatch: (
    inputs: Record<string, string>,
    options?: RunOptions & { sender?: string },
  ) => Promise<RunResult>;
  /** Runs the action on any event. */
  readonly run: (event: string, payload: Payload, options?: RunOptions) => Promise<RunResult>;
};

/** Issue 1 asks for a tic-tac-toe game unless told otherwise. `ann` may write; `stranger` may not. */
export async function stage(
  options: GitHubOptions & { answer?: AnswerFunction; issue?: { title: string; body?: string } | null } = {},
): Promise<Scene> {
  const { answer = appAnswers(ticTacToe), issue, ...rest } = options;
  const github = await startGitHub({ collaborators: { ann: 'write' }, ...rest });
  const model = await startModel({ answer });
  onTestFinished(async () => {
    await Promise.all([github.close(), model.close()]);
    // Whatever a test is about: no request may break GitHub's description of its API.
    expect(github.violations()).toEqual([]);
  });
  if (issue !== null)
    await github.createIssue(issue ?? { title: 'A tic-tac-toe game', body: ticTacToe.prompt });

  const run: Scene['run'] = (event, payload, overrides = {}) =>
    runAction({
      event,
      payload,
      github: { url: github.url, token: github.token },
      model: { url: model.url, apiKey: model.apiKey },
      ...overrides,
      env: { GITHUB_SERVER_URL: github.serverUrl, ...overrides.env },
    });
  return {
    github,
    modelCalls: () => model.requests().length,
    modelRequests: () => model.requests(),
    run,
    label: async (issueNumber, { sender = 'ann', ...overrides } = {}) =>
      run('issues', await github.labeledEvent({ issueNumber, label: 'smol', sender }), overrides),
    dispatch: async (inputs, { sender = 'ann', ...overrides } = {}) =>
      run('workflow_dispatch', await github.dispatchEvent({ inputs, sender }), {
        ...overrides,
        inputs: { ...inputs, ...overrides.inputs },
      }),
  };
}

/** The last version of the one comment of the bot on an issue or pull request. */
export async function statusComment(github: GitHub, number: number): Promise<string> {
  const own = (await github.comments(number)).filter((comment) => comment.authorType === 'Bot');
  if (own.length !== 1) throw new Error(`${own.length} comments of the bot on #${number}`);
  return own[0]?.body ?? '';
}

/** Requests that are not edits of a comment. */
export function countedRequests(github: GitHub) {
  return github
    .requests()
    .filter(({ method, path }) => !(method === 'PATCH' && path.includes('/issues/comments/')));
}
