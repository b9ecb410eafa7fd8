import { appPage } from './app-page.js';
import { askedPage } from './asked-page.js';
import { type Frame, homeOf } from './frame.js';
import { issuePage } from './issue-page.js';
import type { Place } from './markdown.js';
import { pullCommitsPage, pullFilesPage, pullPage } from './pull-page.js';
import {
  changesOf,
  commitsBetween,
  findCommit,
  readFrame,
  readIssue,
  readPull,
  readRepository,
  readTree,
  splitRef,
} from './read.js';
import {
  blobPage,
  commitPage,
  comparePage,
  elsewherePage,
  listPage,
  repositoryPage,
} from './repository-page.js';
import { runPage } from './run-page.js';
import type { Stage } from './stage.js';

/** A page, or the address to go to instead. */
export type Answer = { readonly page: string } | { readonly location: string };

type Visit = {
  readonly stage: Stage;
  readonly frame: Frame;
  readonly place: Place;
  readonly home: string;
  readonly cloneUrl: string;
  readonly query: URLSearchParams;
};

type Route = {
  /** On the decoded path below `/owner/repo`; the groups are given to `answer`. */
  readonly path: RegExp;
  readonly answer: (visit: Visit, groups: readonly string[]) => Promise<Answer | undefined>;
};

const ok = (page: string): Answer => ({ page });

const ROUTES: readonly Route[] = [
  { path: /^$/, answer: (visit) => repository(visit, visit.stage.github.defaultBranch) },
  { path: /^\/tree\/(.+)$/, answer: (visit, [path = '']) => folder(visit, path) },
  { path: /^\/blob\/(.+)$/, answer: (visit, [path = '']) => blob(visit, path) },
  { path: /^\/commit\/([0-9a-f]{7,40})$/, answer: (visit, [sha = '']) => commit(visit, sha) },
  {
    path: /^\/compare\/(.+)\.\.\.(.+)$/,
    answer: (visit, [base = '', head = '']) => compare(visit, base, head),
  },
  { path: /^\/issues$/, answer: issues },
  { path: /^\/pulls$/, answer: pulls },
  { path: /^\/issues\/(\d+)$/, answer: (visit, [number]) => issue(visit, Number(number)) },
  {
    path: /^\/pull\/(\d+)(?:\/(commits|files))?$/,
    answer: (visit, [number, tab]) => pull(visit, Number(number), tab),
  },
  { path: /^\/pull\/\d+\/commits\/([0-9a-f]{7,40})$/, answer: (visit, [sha = '']) => commit(visit, sha) },
  { path: /^\/actions(?:\/runs\/(\d+).*)?$/, answer: (visit, [id]) => run(visit, id) },
  { path: /^(\/settings\/.*)$/, answer: elsewhere('a page of the repository’s settings') },
  { path: /^(\/new\/.*)$/, answer: elsewhere('the form for a new file') },
  { path: /^(\/labels\/?.*)$/, answer: elsewhere('the labels of the repository') },
];

/**
 * Answers a request for a page; undefined when there is no such page.
 *
 * @param path decoded, beginning with a slash
 * @param siteUrl where this site is, without a slash at the end
 */
export async function answer(
  stage: Stage,
  path: string,
  query: URLSearchParams,
  siteUrl: string,
): Promise<Answer | undefined> {
  const { github } = stage;
  const home = homeOf(github);
  if (path === '/') return { location: `${home}/issues/${stage.issueNumber}` };
  const frame = await readFrame(stage);
  if (path === '/asked') return ok(askedPage(frame, stage.runs));
  if (path === '/app') return ok(appPage(frame, stage.app()));
  if (path !== home && !path.startsWith(`${home}/`)) return undefined;
  const place = { repository: github.repository, serverUrl: github.serverUrl };
  const visit = { stage, frame, place, home, query, cloneUrl: `${siteUrl}${home}.git` };
  const below = path.slice(home.length).replace(/\/$/, '');
  for (const route of ROUTES) {
    const match = route.path.exec(below);
    if (match !== null) return route.answer(visit, match.slice(1));
  }
  return undefined;
}

async function repository({ stage, frame, place, cloneUrl }: Visit, branch: string): Promise<Answer> {
  return ok(repositoryPage(frame, place, await readRepository(stage.github, branch, cloneUrl)));
}

/** A folder is shown as the whole branch, since the list has no folders; the files of a commit as the commit. */
async function folder(visit: Visit, path: string): Promise<Answer | undefined> {
  const { github } = visit.stage;
  const { ref } = await splitRef(github, path);
  if ((await github.branches()).includes(ref)) return repository(visit, ref);
  return /^[0-9a-f]{7,40}$/.test(ref) ? commit(visit, ref) : undefined;
}

async function blob({ stage: { github }, frame, place }: Visit, path: string): Promise<Answer | undefined> {
  const { ref, rest } = await splitRef(github, path);
  const tree = await readTree(github, ref).catch(() => undefined);
  const content = tree !== undefined && Object.hasOwn(tree, rest) ? tree[rest] : undefined;
  return content === undefined ? undefined : ok(blobPage(frame, place, ref, rest, content));
}

async function commit({ stage: { github }, frame }: Visit, sha: string): Promise<Answer | undefined> {
  const found = await findCommit(github, sha);
  return found === undefined ? undefined : ok(commitPage(frame, found, await changesOf(github, [found])));
}

async function compare(visit: Visit, base: string, head: string): Promise<Answer | undefined> {
  const { stage, frame, home, query } = visit;
  const { github } = stage;
  const opened = (await github.pullRequests()).find(
    (each) => each.head.ref === head && each.base.ref === base,
  );
  if (opened !== undefined) return { location: `${home}/pull/${opened.number}` };
  const branches = await github.branches();
  if (!branches.includes(base) || !branches.includes(head)) return undefined;
  const diffs = await changesOf(github, await commitsBetween(github, base, head));
  return ok(comparePage(frame, query.get('title') ?? '', `${base}...${head}`, diffs));
}

async function issues({ stage, frame }: Visit): Promise<Answer> {
  return ok(listPage(frame, 'issues', [await stage.github.issue(stage.issueNumber)]));
}

async function pulls({ stage, frame }: Visit): Promise<Answer> {
  return ok(listPage(frame, 'pulls', await stage.github.pullRequests()));
}

async function issue(visit: Visit, number: number): Promise<Answer | undefined> {
  const { stage, frame, place, home, query } = visit;
  if (await isPull(stage, number)) return { location: `${home}/pull/${number}` };
  const known = await stage.github.issue(number).catch(() => undefined);
  if (known === undefined) return undefined;
  const version = query.get('version');
  const asked = version === null ? undefined : Number(version);
  return ok(issuePage(frame, place, await readIssue(stage.github, number, asked)));
}

async function pull(visit: Visit, number: number, tab: string | undefined): Promise<Answer | undefined> {
  const { stage, frame, place, home, cloneUrl } = visit;
  if (!(await isPull(stage, number))) {
    return number === stage.issueNumber ? { location: `${home}/issues/${number}` } : undefined;
  }
  const view = await readPull(stage.github, number, cloneUrl);
  if (tab === 'commits') return ok(pullCommitsPage(frame, view));
  return ok(tab === 'files' ? pullFilesPage(frame, view) : pullPage(frame, place, view));
}

async function isPull({ github }: Stage, number: number): Promise<boolean> {
  return (await github.pullRequests()).some((each) => each.number === number);
}

/** A run by its id on GitHub or by its number here; without either the newest. */
async function run({ stage, frame, place }: Visit, id: string | undefined): Promise<Answer | undefined> {
  const { runs, github } = stage;
  const number =
    id === undefined ? runs.length : runs.findIndex((each) => String(each.id) === id) + 1 || Number(id);
  if (runs[number - 1] === undefined) return undefined;
  return ok(runPage(frame, place, github.defaultBranch, { runs, number }));
}

function elsewhere(what: string): Route['answer'] {
  return async ({ frame, home }, [path = '']) => ok(elsewherePage(frame, home + path, what));
}
