import type { GitHub } from '../api/client.js';
import { asking } from '../api/stop.js';

/** What a reaction of ours was answered with. */
export type Reacted = {
  /** GitHub's id of the account that we write as. A job's token may not ask who it is, but a reaction says whose it is. */
  readonly accountId: number;
  /** False when it was there already: we were here before. */
  readonly isNew: boolean;
};

/** 👀 seen, 🚀 done, 😕 failed, 👍 heard, where there is nothing to do. */
export type Reaction = 'eyes' | 'rocket' | 'confused' | '+1';

/**
 * Puts a reaction on an issue. The 👀 comes before any comment of ours.
 *
 * @throws Stop
 */
export async function react(github: GitHub, issueNumber: number, content: Reaction): Promise<Reacted> {
  const { data, status } = await asking('issues', () =>
    github.rest.reactions.createForIssue({ ...github.repo, issue_number: issueNumber, content }),
  );
  // https://docs.github.com/rest/reactions/reactions#create-reaction-for-an-issue: 200 when it was there.
  return { accountId: data.user?.id ?? 0, isNew: status === 201 };
}

/** What somebody said, and where a reaction to it goes. */
export type Said =
  /** A comment on an issue or a pull request. */
  | { readonly kind: 'comment'; readonly id: number }
  /** A comment on a line of a pull request. */
  | { readonly kind: 'thread'; readonly id: number }
  /** The text of a review. */
  | { readonly kind: 'review'; readonly id: number; readonly nodeId: string };

/**
 * Puts a reaction on what somebody said.
 *
 * @throws Stop, or what GitHub answers to GraphQL: a review has no reactions in REST.
 */
export async function reactTo(github: GitHub, said: Said, content: Reaction): Promise<void> {
  const { rest, repo } = github;
  switch (said.kind) {
    case 'comment':
      await asking('issues', () =>
        rest.reactions.createForIssueComment({ ...repo, comment_id: said.id, content }),
      );
      return;
    case 'thread':
      await asking('pull-requests', () =>
        rest.reactions.createForPullRequestReviewComment({ ...repo, comment_id: said.id, content }),
      );
      return;
    case 'review':
      await github.graphql(
        'mutation($id: ID!, $content: ReactionContent!) { addReaction(input: { subjectId: $id, content: $content }) { clientMutationId } }',
        { id: said.nodeId, content: GRAPHQL_NAMES[content] },
      );
  }
}

const GRAPHQL_NAMES = {
  eyes: 'EYES',
  rocket: 'ROCKET',
  confused: 'CONFUSED',
  '+1': 'THUMBS_UP',
} as const satisfies Record<Reaction, string>;
