import { type Json, list, member, text } from './wire.js';

export interface Issue {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly author: string;
  readonly url: string;
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  readonly authorType: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly url: string;
}

export interface Reaction {
  readonly id: number;
  readonly content: string;
  readonly user: { readonly login: string; readonly id: number; readonly type: string };
}

export interface Commit {
  readonly sha: string;
  readonly message: string;
  /** Sha of the tree. */
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Identity;
  readonly committer: Identity;
  /** Signed by GitHub. */
  readonly verified: boolean;
  readonly committedAt: string;
}

export interface Identity {
  readonly name: string;
  readonly email: string;
}

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: string;
  readonly draft: boolean;
  readonly merged: boolean;
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
  readonly author: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly requestedReviewers: readonly string[];
  readonly changedFiles: number;
  /** Paths of the changed files. */
  readonly files: readonly string[];
  readonly url: string;
}

export interface Review {
  readonly id: number;
  readonly body: string;
  readonly state: string;
  readonly author: string;
  readonly submittedAt: string;
}

export interface ReviewComment {
  readonly id: number;
  readonly body: string;
  readonly path: string;
  /** Null on a whole file, and when the line was changed since. */
  readonly line: number | null;
  readonly hunk: string;
  readonly author: string;
  readonly createdAt: string;
  readonly inReplyTo: number | null;
  readonly reviewId: number | null;
}

const logins = (value: unknown): string[] => list(value).map((each) => text(member(each, 'login')));
const names = (value: unknown): string[] => list(value).map((each) => text(member(each, 'name')));
const number = (value: unknown, ...keys: string[]): number => Number(member(value, ...keys));
const nullable = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const authorOf = (value: unknown): string => text(member(value, 'user', 'login'));

/** GitHub's issue in the short form of the README; so are all below. */
export const issueOf = (value: unknown): Issue => ({
  number: number(value, 'number'),
  title: text(member(value, 'title')),
  body: nullable(member(value, 'body')),
  state: text(member(value, 'state')),
  labels: names(member(value, 'labels')),
  assignees: logins(member(value, 'assignees')),
  author: authorOf(value),
  url: text(member(value, 'html_url')),
});

export const commentOf = (value: unknown): Comment => ({
  id: number(value, 'id'),
  body: text(member(value, 'body')),
  author: authorOf(value),
  authorType: text(member(value, 'user', 'type')),
  createdAt: text(member(value, 'created_at')),
  updatedAt: text(member(value, 'updated_at')),
  url: text(member(value, 'html_url')),
});

export const reactionOf = (value: unknown): Reaction => ({
  id: number(value, 'id'),
  content: text(member(value, 'content')),
  user: {
    login: authorOf(value),
    id: number(value, 'user', 'id'),
    type: text(member(value, 'user', 'type')),
  },
});

const identityOf = (value: unknown): Identity => ({
  name: text(member(value, 'name')),
  email: text(member(value, 'email')),
});

/** From an entry of the commits API (not of git/commits). */
export const commitOf = (value: unknown): Commit => ({
  sha: text(member(value, 'sha')),
  message: text(member(value, 'commit', 'message')),
  tree: text(member(value, 'commit', 'tree', 'sha')),
  parents: list(member(value, 'parents')).map((parent) => text(member(parent, 'sha'))),
  author: identityOf(member(value, 'commit', 'author')),
  committer: identityOf(member(value, 'commit', 'committer')),
  verified: member(value, 'commit', 'verification', 'verified') === true,
  committedAt: text(member(value, 'commit', 'committer', 'date')),
});

export const pullRequestOf = (value: Json, files: readonly string[]): PullRequest => ({
  ...issueOf(value),
  draft: value.draft === true,
  merged: value.merged === true,
  head: { ref: text(member(value, 'head', 'ref')), sha: text(member(value, 'head', 'sha')) },
  base: { ref: text(member(value, 'base', 'ref')) },
  requestedReviewers: logins(value.requested_reviewers),
  changedFiles: number(value, 'changed_files'),
  files,
});

export const reviewOf = (value: unknown): Review => ({
  id: number(value, 'id'),
  body: text(member(value, 'body')),
  state: text(member(value, 'state')),
  author: authorOf(value),
  submittedAt: text(member(value, 'submitted_at')),
});

export const reviewCommentOf = (value: unknown): ReviewComment => ({
  id: number(value, 'id'),
  body: text(member(value, 'body')),
  path: text(member(value, 'path')),
  line: numberOrNull(member(value, 'line')),
  hunk: text(member(value, 'diff_hunk')),
  author: authorOf(value),
  createdAt: text(member(value, 'created_at')),
  inReplyTo: numberOrNull(member(value, 'in_reply_to_id')),
  reviewId: numberOrNull(member(value, 'pull_request_review_id')),
});
