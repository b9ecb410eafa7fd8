import { all, call, inPath, tryCall } from './call.js';
import {
  type Comment,
  type Commit,
  commentOf,
  commitOf,
  type Issue,
  issueOf,
  type PullRequest,
  pullRequestOf,
  type Reaction,
  type Review,
  type ReviewComment,
  reactionOf,
  reviewCommentOf,
  reviewOf,
} from './shapes.js';
import { type Json, list, member, ok, text } from './wire.js';
import type { World } from './world.js';

/** What stands on GitHub now, for assertions. */
export interface State {
  issue(number: number): Promise<Issue>;
  /** Oldest first. */
  comments(number: number): Promise<Comment[]>;
  reactions(issueNumber: number): Promise<Reaction[]>;
  commentReactions(commentId: number): Promise<Reaction[]>;
  reviewComments(pullNumber: number): Promise<ReviewComment[]>;
  reviewCommentReactions(commentId: number): Promise<Reaction[]>;
  /** GitHub shows them in GraphQL only. */
  reviewReactions(reviewId: number): Promise<Reaction[]>;
  /** Oldest first; a reply in a thread is one too, without a text. */
  reviews(pullNumber: number): Promise<Review[]>;
  /** Names, sorted. */
  branches(): Promise<string[]>;
  head(branch: string): Promise<Commit | undefined>;
  /** Newest first. */
  commits(branch: string): Promise<Commit[]>;
  /** Path → content of a branch, a commit or a tree. */
  bytes(ref: string): Promise<Record<string, Buffer>>;
  /** The same, as UTF-8. */
  tree(ref: string): Promise<Record<string, string>>;
  /** All states, by number. */
  pullRequests(): Promise<PullRequest[]>;
  pullRequest(number: number): Promise<PullRequest>;
}

/** A pull request with the paths it changes. */
export async function readPullRequest(world: World, number: number): Promise<PullRequest> {
  const pull = (await call(world, 'GET', `/pulls/${number}`)) as Json;
  const files = await all(world, `/pulls/${number}/files`);
  return pullRequestOf(
    pull,
    files.map((file) => text(member(file, 'filename'))),
  );
}

async function head(world: World, branch: string): Promise<Commit | undefined> {
  const ref = await tryCall(world, 'GET', `/git/ref/heads/${inPath(branch)}`);
  if (!ok(ref)) return undefined;
  return commitOf(await call(world, 'GET', `/commits/${text(member(ref.body, 'object', 'sha'))}`));
}

async function readBytes(world: World, ref: string): Promise<Record<string, Buffer>> {
  const commit = await head(world, ref);
  const answer = await call(world, 'GET', `/git/trees/${commit?.tree ?? ref}?recursive=1`);
  const blobs = list(member(answer, 'tree')).filter((entry) => member(entry, 'type') === 'blob');
  const contents = await Promise.all(
    blobs.map(async (entry) => {
      const blob = await call(world, 'GET', `/git/blobs/${text(member(entry, 'sha'))}`);
      const content = Buffer.from(text(member(blob, 'content')), 'base64');
      return [text(member(entry, 'path')), content] as const;
    }),
  );
  return Object.fromEntries(contents.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function readTree(world: World, ref: string): Promise<Record<string, string>> {
  const entries = Object.entries(await readBytes(world, ref));
  return Object.fromEntries(entries.map(([path, content]) => [path, content.toString()]));
}

async function pullRequests(world: World): Promise<PullRequest[]> {
  const pulls = await all(world, '/pulls?state=all&sort=created&direction=asc');
  return Promise.all(pulls.map((pull) => readPullRequest(world, Number(member(pull, 'number')))));
}

/** Binds the readers to a world. */
export function createState(world: World): State {
  return {
    issue: async (n) => issueOf(await call(world, 'GET', `/issues/${n}`)),
    comments: async (n) => (await all(world, `/issues/${n}/comments`)).map(commentOf),
    reactions: async (n) => list(await call(world, 'GET', `/issues/${n}/reactions`)).map(reactionOf),
    commentReactions: async (id) =>
      list(await call(world, 'GET', `/issues/comments/${id}/reactions`)).map(reactionOf),
    reviewCommentReactions: async (id) =>
      list(await call(world, 'GET', `/pulls/comments/${id}/reactions`)).map(reactionOf),
    reviewReactions: async (id) =>
      world.overlay.reactions.filter(({ on }) => on === `pulls/reviews/${id}`).map(reactionOf),
    reviews: async (n) => (await all(world, `/pulls/${n}/reviews`)).map(reviewOf),
    reviewComments: async (n) => (await all(world, `/pulls/${n}/comments`)).map(reviewCommentOf),
    branches: async () => {
      if (world.overlay.empty) return [];
      return (await all(world, '/branches')).map((branch) => text(member(branch, 'name'))).sort();
    },
    head: (branch) => head(world, branch),
    commits: async (branch) => (await all(world, `/commits?sha=${encodeURIComponent(branch)}`)).map(commitOf),
    bytes: (ref) => readBytes(world, ref),
    tree: (ref) => readTree(world, ref),
    pullRequests: () => pullRequests(world),
    pullRequest: (n) => readPullRequest(world, n),
  };
}
