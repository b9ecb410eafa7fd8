import { expect, onTestFinished } from 'vitest';
import { ticTacToe } from '../support/apps/index.js';
import {
  type GitHub,
  type GitHubOptions,
  type NewReview,
  type NewReviewComment,
  startGitHub,
} from '../support/github/index.js';
import { type AnswerFunction, appAnswers, startModel } from '../support/model/index.js';
import { type RunResult, runAction } from '../support/runner.js';

type Payload = Record<string, unknown>;
type RunOptions = Partial<Parameters<typeof runAction>[0]>;
/** Who does it, `ann` unless told otherwise. */
type ActOptions = RunOptions & { sender?: string };

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
  readonly label: (issueNumber: number, options?: ActOptions) => Promise<RunResult>;
  readonly dispatch: (inputs: Record<string, string>, options?: ActOptions) => Promise<RunResult>;
  /** Writes a comment on the issue or pull request and runs the action on that event. */
  readonly command: (number: number, body: string, options?: ActOptions) => Promise<RunResult>;
  /** Submits a review of the pull request and runs the action on that event. */
  readonly review: (
    pullNumber: number,
    review: Omit<NewReview, 'by'>,
    options?: ActOptions,
  ) => Promise<RunResult>;
  /** Writes one comment on a line, which is a review of its own, and runs the action on the comment's event. */
  readonly remark: (
    pullNumber: number,
    comment: NewReviewComment,
    options?: ActOptions,
  ) => Promise<RunResult>;
  /** Answers in the thread of a review comment and runs the action on that event. */
  readonly answer: (
    pullNumber: number,
    commentId: number,
    body: string,
    options?: ActOptions,
  ) => Promise<RunResult>;
  /** What the bot wrote in the thread of a review comment, oldest first. */
  readonly replies: (pullNumber: number, commentId: number) => Promise<string[]>;
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
    ...feedback(github, run),
    label: async (issueNumber, { sender = 'ann', ...overrides } = {}) =>
      run('issues', await github.labeledEvent({ issueNumber, label: 'smol', sender }), overrides),
    dispatch: async (inputs, { sender = 'ann', ...overrides } = {}) =>
      run('workflow_dispatch', await github.dispatchEvent({ inputs, sender }), {
        ...overrides,
        inputs: { ...inputs, ...overrides.inputs },
      }),
  };
}

/** What people say, each time with the run that it starts. */
function feedback(
  github: GitHub,
  run: Scene['run'],
): Pick<Scene, 'command' | 'review' | 'remark' | 'answer' | 'replies'> {
  const onComment = async (pullNumber: number, commentId: number, options: RunOptions) =>
    run('pull_request_review_comment', await github.reviewCommentEvent({ pullNumber, commentId }), options);
  return {
    command: async (number, body, { sender = 'ann', ...overrides } = {}) => {
      const { id } = await github.comment(number, body, sender);
      return run(
        'issue_comment',
        await github.commentEvent({ issueNumber: number, commentId: id }),
        overrides,
      );
    },
    review: async (pullNumber, review, { sender = 'ann', ...overrides } = {}) => {
      const { id } = await github.review(pullNumber, { ...review, by: sender });
      return run('pull_request_review', await github.reviewEvent({ pullNumber, reviewId: id }), overrides);
    },
    remark: async (pullNumber, comment, { sender = 'ann', ...overrides } = {}) => {
      const { id } = await github.review(pullNumber, { comments: [comment], by: sender });
      const written = (await github.reviewComments(pullNumber)).find(({ reviewId }) => reviewId === id);
      return onComment(pullNumber, written?.id ?? 0, overrides);
    },
    answer: async (pullNumber, commentId, body, { sender = 'ann', ...overrides } = {}) => {
      const { id } = await github.replyInThread(pullNumber, commentId, body, sender);
      return onComment(pullNumber, id, overrides);
    },
    replies: async (pullNumber, commentId) => {
      const thread = (await github.reviewComments(pullNumber)).filter((each) => each.inReplyTo === commentId);
      return thread.filter(({ author }) => author.endsWith('[bot]')).map(({ body }) => body);
    },
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
