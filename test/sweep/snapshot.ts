import type { Comment, Commit, GitHub, PullRequest } from '../support/github/index.js';
import { ISSUE } from './stage.js';
import { readTalk, type Talk } from './talk.js';

/** A branch besides the default one. */
export type Branch = {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Newest first, down to the first commit of the repository. */
  readonly commits: readonly Commit[];
};

/** What stands on GitHub at one moment. */
export type Snapshot = {
  /** The bot's on the issue, oldest first. */
  readonly comments: readonly Comment[];
  readonly branches: readonly Branch[];
  /** The commit that the default branch points to. */
  readonly base: string;
  readonly pulls: readonly PullRequest[];
  /** The key of the request that the comment is about; of the commit's, where there is no comment. */
  readonly key: string;
  /** What the bot said about pull requests. */
  readonly talk: Talk;
  /** What is saved for a later run, by the key of its request: paths, and `plan`. */
  readonly saved: Readonly<Record<string, readonly string[]>>;
  /** The same of changes after remarks: what was made of them, before they are committed. */
  readonly savedChange: readonly string[];
};

/** Reads what stands on GitHub now. */
export async function takeSnapshot(github: GitHub): Promise<Snapshot> {
  const [all, names, base, pulls] = await Promise.all([
    github.comments(ISSUE),
    github.branches(),
    github.head(github.defaultBranch),
    github.pullRequests(),
  ]);
  const comments = all.filter(({ authorType }) => authorType === 'Bot');
  const others = names.filter((name) => name !== github.defaultBranch);
  const branches = await Promise.all(others.map((name) => readBranch(github, name)));
  const marks = [
    ...comments.map(({ body }) => markOf(body, / key=([0-9a-f]{16})/, / checkpoint=([0-9a-f]{40})/)),
    ...branches.map(({ commits }) =>
      markOf(commits[0]?.message ?? '', /^Smol-Key: ([0-9a-f]{16})$/m, /^Smol-Record: ([0-9a-f]{40})$/m),
    ),
  ];
  const talk = await readTalk(github, pulls);
  const saved: Record<string, string[]> = {};
  const savedChange: string[] = [];
  for (const { key, tree } of marks) {
    if (tree === '') continue;
    const { paths, isChange } = await readSaved(github, tree);
    if (isChange) savedChange.push(...paths);
    else saved[key] = [...(saved[key] ?? []), ...paths];
  }
  const key = marks[0]?.key ?? '';
  return { comments, branches, base: base?.sha ?? '', pulls, key, talk, saved, savedChange };
}

/** What a comment, in its first line, or a commit says of what is saved. */
function markOf(text: string, key: RegExp, tree: RegExp): { key: string; tree: string } {
  const line = text.startsWith('<!-- smol:') ? (text.split('\n')[0] ?? '') : text;
  return { key: key.exec(line)?.[1] ?? '', tree: tree.exec(line)?.[1] ?? '' };
}

async function readBranch(github: GitHub, name: string): Promise<Branch> {
  const [files, commits] = await Promise.all([github.tree(name), github.commits(name)]);
  return { name, files, commits };
}

/** What a checkpoint's tree holds. */
async function readSaved(github: GitHub, sha: string): Promise<{ paths: string[]; isChange: boolean }> {
  const tree = await github.tree(sha);
  const files = Object.entries(tree);
  const paths = files
    .filter(([name]) => /^files-\d+\.json$/.test(name))
    .flatMap(([, content]) => Object.keys(JSON.parse(content) as object));
  const run = tree['run.json'];
  if (run === undefined) return { paths, isChange: false };
  const { plan, isChange } = JSON.parse(run) as { plan: string; isChange: boolean };
  // A change of which nothing is known yet may keep what people made of a list.
  return { paths: plan === '' ? paths : ['plan', ...paths], isChange };
}
