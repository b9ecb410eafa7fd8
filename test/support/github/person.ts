import { call, inPath, tryCall } from './call.js';
import {
  type Comment,
  commentOf,
  type Issue,
  issueOf,
  type PullRequest,
  type Review,
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
  readonly comments?: readonly { path: string; line: number; body: string }[];
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
  closePullRequest(number: number): Promise<void>;
  /** The sha of the merge commit. */
  mergePullRequest(number: number): Promise<string>;
  review(number: number, review: NewReview): Promise<Review>;
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
    closePullRequest: async (n) => void (await call(world, 'PATCH', `/pulls/${n}`, { state: 'closed' })),
    mergePullRequest: async (n) => text(member(await call(world, 'PUT', `/pulls/${n}/merge`, {}), 'sha')),
    review: async (n, { by, event = 'COMMENT', ...review }) =>
      reviewOf(await call(world, 'POST', `/pulls/${n}/reviews`, { event, ...review }, by)),
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
