import { call, inPath, tryCall } from './call.js';
import {
  type Comment,
  commentOf,
  type Issue,
  issueOf,
  type PullRequest,
  type Review,
  type ReviewComment,
  reviewCommentOf,
  reviewOf,
} from './shapes.js';
import { readPullRequest } from './state.js';
import { isJson, member, ok, text } from './wire.js';
import { ownerJson, type World } from './world.js';

export interface NewCommit {
  readonly branch: string;
  /** Path → content; null deletes the file. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly message?: string;
  readonly by?: string;
}

export interface NewPullRequest {
  readonly head: string;
  readonly base?: string;
  readonly title: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly by?: string;
}

export interface NewReview {
  readonly event?: 'COMMENT' | 'APPROVE' | 'REQUEST_CHANGES';
  readonly body?: string;
  readonly by?: string;
  readonly comments?: readonly NewReviewComment[];
}

export interface NewReviewComment {
  readonly path: string;
  /** Of the new file, or of the old one with `side: 'LEFT'`; must be in the diff. Without it: on the file as a whole. */
  readonly line?: number;
  /** The first line of several. */
  readonly start_line?: number;
  readonly side?: 'LEFT' | 'RIGHT';
  readonly body: string;
}

export interface NewForkPullRequest {
  /** Whose fork it is, and who opens the pull request: a person of the options. */
  readonly owner: string;
  readonly branch: string;
  readonly files: Readonly<Record<string, string | null>>;
  readonly title: string;
  readonly body?: string;
  /** The fork is deleted afterwards: the pull request stays, without a head repository. */
  readonly gone?: boolean;
}

/** What a test does as a person; every call throws when GitHub would refuse it. */
export interface Person {
  createIssue(issue: { title: string; body?: string; author?: string; labels?: string[] }): Promise<Issue>;
  editIssue(
    number: number,
    change: { title?: string; body?: string; state?: 'open' | 'closed' },
    by?: string,
  ): Promise<Issue>;
  lockIssue(number: number): Promise<void>;
  addLabel(number: number, label: string, by?: string): Promise<void>;
  removeLabel(number: number, label: string, by?: string): Promise<void>;
  comment(number: number, body: string, by?: string): Promise<Comment>;
  editComment(id: number, body: string, by?: string): Promise<Comment>;
  deleteComment(id: number, by?: string): Promise<void>;
  /** The sha of the new commit on the branch, which must exist. */
  commit(commit: NewCommit): Promise<string>;
  /** `from`: a branch or sha; default the default branch. The sha it points to. */
  createBranch(name: string, from?: string): Promise<string>;
  deleteBranch(name: string): Promise<void>;
  /** Makes the branch point to this commit, whatever it pointed to. */
  forcePush(name: string, sha: string): Promise<void>;
  createPullRequest(pull: NewPullRequest): Promise<PullRequest>;
  /** A pull request from another repository, made from the default branch. */
  createForkPullRequest(pull: NewForkPullRequest): Promise<PullRequest>;
  closePullRequest(number: number): Promise<void>;
  /** Has it be merged into another branch. */
  retarget(number: number, base: string): Promise<void>;
  /** The sha of the merge commit. */
  mergePullRequest(number: number): Promise<string>;
  review(number: number, review: NewReview): Promise<Review>;
  /** Answers in the thread of a review comment. */
  replyInThread(pullNumber: number, commentId: number, body: string, by?: string): Promise<ReviewComment>;
  editReview(pullNumber: number, reviewId: number, body: string, by?: string): Promise<Review>;
  editReviewComment(id: number, body: string, by?: string): Promise<ReviewComment>;
  deleteReviewComment(id: number, by?: string): Promise<void>;
  /** Lets seconds of GitHub's time pass without waiting for them. Every write of a person is preceded by one. */
  pass(seconds: number): Promise<void>;
  /** What is done meanwhile has one and the same moment, as GitHub's whole seconds allow. */
  sameSecond<T>(act: () => Promise<T>): Promise<T>;
}

async function commit(world: World, { branch, files, message, by }: NewCommit): Promise<string> {
  const ref = await call(world, 'GET', `/git/ref/heads/${inPath(branch)}`);
  const parent = text(member(ref, 'object', 'sha'));
  const base = member(await call(world, 'GET', `/git/commits/${parent}`), 'tree', 'sha');
  const tree = Object.entries(files).map(([path, content]) => ({
    ...{ path, mode: '100644', type: 'blob' },
    ...(content === null ? { sha: null } : { content }),
  }));
  const made = await call(world, 'POST', '/git/trees', { base_tree: base, tree }, by);
  const body = { message: message ?? `Change ${branch}`, tree: member(made, 'sha'), parents: [parent] };
  const sha = text(member(await call(world, 'POST', '/git/commits', body, by), 'sha'));
  await call(world, 'PATCH', `/git/refs/heads/${inPath(branch)}`, { sha }, by);
  return sha;
}

async function createBranch(world: World, name: string, from: string): Promise<string> {
  const branch = await tryCall(world, 'GET', `/git/ref/heads/${inPath(from)}`);
  const sha = ok(branch) ? text(member(branch.body, 'object', 'sha')) : from;
  await call(world, 'POST', '/git/refs', { ref: `refs/heads/${name}`, sha });
  return sha;
}

/** The fork's commit lies in this repository, on a branch that is gone again without a trace. */
async function createForkPullRequest(world: World, pull: NewForkPullRequest): Promise<PullRequest> {
  const { owner, branch, files, title, body, gone = false } = pull;
  const hidden = `fork-of-${owner}-${branch.replaceAll('/', '-')}`;
  const base = world.settings.defaultBranch;
  await createBranch(world, hidden, base);
  const sha = await commit(world, { branch: hidden, files });
  const asked = { title, head: hidden, base, ...(body !== undefined && { body }) };
  const number = Number(member(await call(world, 'POST', '/pulls', asked, owner), 'number'));
  world.overlay.forks.set(number, { owner, branch, sha, gone });
  // The front would close the pull request with its branch.
  await ownerJson(world, 'DELETE', `/git/refs/heads/${hidden}`);
  return readPullRequest(world, number);
}

/** Binds the acts of people to a world. */
export function createPerson(world: World): Person {
  const { defaultBranch } = world.settings;
  return {
    createIssue: async ({ author, ...issue }) => issueOf(await call(world, 'POST', '/issues', issue, author)),
    editIssue: async (n, change, by) => issueOf(await call(world, 'PATCH', `/issues/${n}`, change, by)),
    lockIssue: async (n) => void (await call(world, 'PUT', `/issues/${n}/lock`, {})),
    addLabel: async (n, label, by) => {
      await call(world, 'POST', `/issues/${n}/labels`, { labels: [label] }, by);
    },
    removeLabel: async (n, label, by) => {
      await call(world, 'DELETE', `/issues/${n}/labels/${encodeURIComponent(label)}`, undefined, by);
    },
    comment: async (n, body, by) =>
      commentOf(await call(world, 'POST', `/issues/${n}/comments`, { body }, by)),
    editComment: async (id, body, by) =>
      commentOf(await call(world, 'PATCH', `/issues/comments/${id}`, { body }, by)),
    deleteComment: async (id, by) =>
      void (await call(world, 'DELETE', `/issues/comments/${id}`, undefined, by)),
    commit: (each) => commit(world, each),
    createBranch: (name, from = defaultBranch) => createBranch(world, name, from),
    deleteBranch: async (name) => void (await call(world, 'DELETE', `/git/refs/heads/${inPath(name)}`)),
    forcePush: async (name, sha) =>
      void (await call(world, 'PATCH', `/git/refs/heads/${inPath(name)}`, { sha, force: true })),
    createPullRequest: async ({ by, base = defaultBranch, ...pull }) => {
      const made = await call(world, 'POST', '/pulls', { ...pull, base }, by);
      return readPullRequest(world, Number(member(made, 'number')));
    },
    createForkPullRequest: (pull) => createForkPullRequest(world, pull),
    closePullRequest: async (n) => void (await call(world, 'PATCH', `/pulls/${n}`, { state: 'closed' })),
    retarget: async (n, base) => void (await call(world, 'PATCH', `/pulls/${n}`, { base })),
    mergePullRequest: async (n) => text(member(await call(world, 'PUT', `/pulls/${n}/merge`, {}), 'sha')),
    review: async (n, { by, event = 'COMMENT', ...review }) =>
      reviewOf(await call(world, 'POST', `/pulls/${n}/reviews`, { event, ...review }, by)),
    replyInThread: async (n, id, body, by) =>
      reviewCommentOf(await call(world, 'POST', `/pulls/${n}/comments/${id}/replies`, { body }, by)),
    editReview: async (n, id, body, by) =>
      reviewOf(await call(world, 'PUT', `/pulls/${n}/reviews/${id}`, { body }, by)),
    editReviewComment: async (id, body, by) =>
      reviewCommentOf(await call(world, 'PATCH', `/pulls/comments/${id}`, { body }, by)),
    deleteReviewComment: async (id, by) =>
      void (await call(world, 'DELETE', `/pulls/comments/${id}`, undefined, by)),
    pass: (seconds) => world.clock.pass(seconds),
    sameSecond: (act) => world.clock.hold(act),
  };
}

/** Puts people, labels and the first commit into a new repository. */
export async function seed(world: World): Promise<void> {
  const { settings } = world;
  const role: Record<string, string> = { read: 'pull', write: 'push' };
  for (const [login, name] of Object.entries(settings.collaborators)) {
    if (name === 'none') continue;
    await ownerJson(world, 'PUT', `/collaborators/${login}`, { permission: role[name] ?? name });
  }
  for (const name of settings.labels) await ownerJson(world, 'POST', '/labels', { name, color: '0e8a16' });
  if (settings.empty) return;
  const tree = Object.entries(settings.files).map(([path, content]) => ({
    path,
    mode: '100644',
    type: 'blob',
    content,
  }));
  const made = await ownerJson(world, 'POST', '/git/trees', { tree });
  const body = { message: 'Initial commit', tree: member(made, 'sha'), parents: [] };
  const first = await ownerJson(world, 'POST', '/git/commits', body);
  if (!isJson(first)) throw new Error('no first commit');
  await ownerJson(world, 'PATCH', `/git/refs/heads/${inPath(settings.defaultBranch)}`, {
    sha: first.sha,
    force: true,
  });
}
