import type { GitHub, NewReview, NewReviewComment } from '../support/github/index.js';
import type { Ran, RunOptions, Scene } from './scene.js';

/** Who does it, `ann` unless told otherwise, and what is set for the run. */
export type ActOptions = RunOptions & {
  readonly by?: string;
  /** Happens after what they do, and before the run that it starts. */
  readonly meanwhile?: () => Promise<unknown>;
};

/** What people do, each time with the run that it starts. */
export type Acts = {
  /** Puts the label on the issue. */
  readonly label: (issueNumber: number, options?: ActOptions) => Promise<Ran>;
  readonly dispatch: (inputs: Record<string, string>, options?: ActOptions) => Promise<Ran>;
  /** Writes a comment on the issue or pull request. */
  readonly command: (number: number, body: string, options?: ActOptions) => Promise<Ran>;
  /** Submits a review of the pull request. */
  readonly review: (pullNumber: number, review: Omit<NewReview, 'by'>, options?: ActOptions) => Promise<Ran>;
  /** Writes one comment on a line, which is a review of its own; the run is that of the comment's event. */
  readonly remark: (pullNumber: number, comment: NewReviewComment, options?: ActOptions) => Promise<Ran>;
  /** Answers in the thread of a review comment. */
  readonly answer: (
    pullNumber: number,
    commentId: number,
    body: string,
    options?: ActOptions,
  ) => Promise<Ran>;
};

/** What people can do on a GitHub, where `run` runs the action. */
export function actsOf(github: GitHub, run: Scene['run']): Acts {
  const runOn = async (
    event: string,
    payload: Promise<Record<string, unknown>>,
    { meanwhile, ...options }: Omit<ActOptions, 'by'>,
  ) => {
    const given = await payload;
    await meanwhile?.();
    return run(event, given, options);
  };
  const onComment = (pullNumber: number, commentId: number, options: Omit<ActOptions, 'by'>) =>
    runOn('pull_request_review_comment', github.reviewCommentEvent({ pullNumber, commentId }), options);
  return {
    label: (issueNumber, { by = 'ann', ...options } = {}) =>
      runOn('issues', github.labeledEvent({ issueNumber, label: 'smol', sender: by }), options),
    dispatch: (inputs, { by = 'ann', ...options } = {}) =>
      runOn('workflow_dispatch', github.dispatchEvent({ inputs, sender: by }), {
        ...options,
        inputs: { ...inputs, ...options.inputs },
      }),
    command: async (number, body, { by = 'ann', ...options } = {}) => {
      const { id } = await github.comment(number, body, by);
      return runOn('issue_comment', github.commentEvent({ issueNumber: number, commentId: id }), options);
    },
    review: async (pullNumber, review, { by = 'ann', ...options } = {}) => {
      const { id } = await github.review(pullNumber, { ...review, by });
      return runOn('pull_request_review', github.reviewEvent({ pullNumber, reviewId: id }), options);
    },
    remark: async (pullNumber, comment, { by = 'ann', ...options } = {}) => {
      const { id } = await github.review(pullNumber, { comments: [comment], by });
      const written = (await github.reviewComments(pullNumber)).find(({ reviewId }) => reviewId === id);
      return onComment(pullNumber, written?.id ?? 0, options);
    },
    answer: async (pullNumber, commentId, body, { by = 'ann', ...options } = {}) => {
      const { id } = await github.replyInThread(pullNumber, commentId, body, by);
      return onComment(pullNumber, id, options);
    },
  };
}
