import { extname } from 'node:path';
import type { Comment, Commit, GitHub, PullRequest } from '../../test/support/github/index.js';
import { diffTrees, type FileDiff, type Tree } from './diff.js';
import type { Frame } from './frame.js';
import type { IssueView, ShownComment, Version } from './issue-page.js';
import type { PullView } from './pull-page.js';
import { readReviews } from './read-reviews.js';
import type { RepositoryView } from './repository-page.js';
import type { Stage } from './stage.js';

/** What stands around every page of this stage now. */
export async function readFrame({ github, issueNumber, source, finished }: Stage): Promise<Frame> {
  const [issue, pulls] = await Promise.all([github.issue(issueNumber), github.pullRequests()]);
  const { owner, repo } = github;
  const openPulls = pulls.filter(({ state }) => state === 'open').length;
  const openIssues = issue.state === 'open' ? 1 : 0;
  return {
    owner,
    repo,
    source: source.replace(/\.$/, ''),
    issueNumber,
    finished: finished(),
    openIssues,
    openPulls,
  };
}

/** Everything on the page of an issue; `version` as in `IssueView`. */
export async function readIssue(
  github: GitHub,
  number: number,
  version: number | undefined,
): Promise<IssueView> {
  const [issue, reactions, comments, pulls] = await Promise.all([
    github.issue(number),
    github.reactions(number),
    github.comments(number),
    github.pullRequests(),
  ]);
  const own = comments.filter(({ authorType }) => authorType === 'Bot');
  const shown = comments.map(
    async (comment): Promise<ShownComment> => ({
      comment,
      reactions: await github.commentReactions(comment.id),
      versions: own.includes(comment) ? versionsOf(github, number, comment, own.indexOf(comment)) : [],
    }),
  );
  const closing = pulls.filter(({ body }) => closedBy(body).includes(number));
  return { issue, reactions, comments: await Promise.all(shown), pulls: closing, version };
}

/**
 * Every text the action gave a comment. The journal knows no answers, so the first text is found by order: the
 * action's first comment on the issue came from its first POST.
 */
function versionsOf(github: GitHub, issue: number, comment: Comment, index: number): readonly Version[] {
  const requests = github.requests();
  const began = requests[0]?.at ?? 0;
  const done = requests.filter(({ status }) => status >= 200 && status < 300);
  const made = done.filter(
    ({ method, path }) => method === 'POST' && path.endsWith(`/issues/${issue}/comments`),
  )[index];
  const edits = done.filter(
    ({ method, path }) => method === 'PATCH' && path.endsWith(`/issues/comments/${comment.id}`),
  );
  return [made, ...edits].flatMap((request) =>
    request === undefined ? [] : [{ body: bodyOf(request.body), after: request.at - began }],
  );
}

function bodyOf(request: unknown): string {
  return typeof request === 'object' && request !== null && 'body' in request ? String(request.body) : '';
}

/** https://docs.github.com/issues/tracking-your-work-with-issues/linking-a-pull-request-to-an-issue */
function closedBy(body: string | null): readonly number[] {
  const found = (body ?? '').matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #(\d+)/gi);
  return [...new Set([...found].map((match) => Number(match[1])))];
}

/** Everything on the three pages of a pull request. */
export async function readPull(github: GitHub, number: number, cloneUrl: string): Promise<PullView> {
  const pull = await github.pullRequest(number);
  const [commits, comments, reactions, reviews] = await Promise.all([
    ownCommits(github, pull),
    github.comments(number),
    github.reactions(number),
    readReviews(github, number),
  ]);
  const shown = comments.map(async (comment) => ({
    comment,
    reactions: await github.commentReactions(comment.id),
  }));
  return {
    pull,
    commits,
    diffs: await changesOf(github, commits),
    comments: await Promise.all(shown),
    reviews,
    reactions,
    closes: closedBy(pull.body),
    cloneUrl,
  };
}

/** Commits of the head that the base has not, oldest first; none once the branch is gone. */
async function ownCommits(github: GitHub, { head, base }: PullRequest): Promise<readonly Commit[]> {
  if ((await github.head(head.ref)) === undefined) return [];
  return commitsBetween(github, base.ref, head.ref);
}

/** Commits of one branch that another has not, oldest first. */
export async function commitsBetween(github: GitHub, base: string, head: string): Promise<readonly Commit[]> {
  const [own, known] = await Promise.all([github.commits(head), github.commits(base)]);
  const shas = new Set(known.map(({ sha }) => sha));
  return own.filter(({ sha }) => !shas.has(sha)).reverse();
}

/** What commits in a row changed, taken together. */
export async function changesOf(github: GitHub, commits: readonly Commit[]): Promise<readonly FileDiff[]> {
  const parent = commits[0]?.parents[0];
  const last = commits.at(-1);
  if (last === undefined) return [];
  const none: Tree = {};
  return diffTrees(
    parent === undefined ? none : await readTree(github, parent),
    await readTree(github, last.sha),
  );
}

const PICTURES: Readonly<Record<string, string>> = { '.png': 'image/png', '.ico': 'image/x-icon' };

/** The files of a branch or a commit. */
export async function readTree(github: GitHub, ref: string): Promise<Tree> {
  const entries = Object.entries(await github.bytes(ref)).map(([path, bytes]) => {
    const type = PICTURES[extname(path)];
    if (type === undefined) return [path, bytes.toString()] as const;
    return [path, { data: `data:${type};base64,${bytes.toString('base64')}`, bytes: bytes.length }] as const;
  });
  return Object.fromEntries(entries);
}

/** A branch as the page of the repository shows it; empty before the first commit. */
export async function readRepository(
  github: GitHub,
  branch: string,
  cloneUrl: string,
): Promise<RepositoryView> {
  const branches = await github.branches();
  if (!branches.includes(branch)) return { branch, branches, tree: {}, commits: [], cloneUrl };
  const [tree, commits] = await Promise.all([readTree(github, branch), github.commits(branch)]);
  return { branch, branches, tree, commits, cloneUrl };
}

/** A commit of any branch. */
export async function findCommit(github: GitHub, sha: string): Promise<Commit | undefined> {
  for (const branch of await github.branches()) {
    const found = (await github.commits(branch)).find((commit) => commit.sha.startsWith(sha));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `smol/issue-1/src/a.ts` → the branch (or the hash) and the rest, since a branch may have slashes. */
export async function splitRef(github: GitHub, path: string): Promise<{ ref: string; rest: string }> {
  const branch = (await github.branches())
    .sort((one, other) => other.length - one.length)
    .find((name) => path === name || path.startsWith(`${name}/`));
  const ref = branch ?? path.split('/')[0] ?? '';
  return { ref, rest: path.slice(ref.length + 1) };
}
