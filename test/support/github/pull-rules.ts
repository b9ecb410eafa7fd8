import { isCollaborator } from './options.js';
import { keepingVersions } from './versions.js';
import {
  type FrontRequest,
  type FrontResponse,
  invalid,
  isJson,
  type Json,
  list,
  member,
  ok,
  refuse,
  reply,
  text,
  withStatus,
} from './wire.js';
import { type Fork, findUser, isBot, ownerJson, type Rule, type World } from './world.js';

/** GitHub's limits of text, counted here in UTF-16 units (the strictest reading of "characters"). */
export const MAX_BODY = 65_536;
export const MAX_TITLE = 256;

/** 422 when a title or body is too long, else undefined. */
export function tooLong(body: unknown, resource: string): FrontResponse | undefined {
  const check = (field: string, name: string, maximum: number): FrontResponse | undefined => {
    if (text(member(body, field)).length <= maximum) return undefined;
    const message = `${field} is too long (maximum is ${maximum} characters)`;
    return invalid({ resource, code: 'custom', field: name, message });
  };
  return check('title', 'title', MAX_TITLE) ?? check('body', 'body', MAX_BODY);
}

async function headOf(branch: string, world: World): Promise<string | undefined> {
  const path = branch.split('/').map(encodeURIComponent).join('/');
  const sha = member((await world.asOwner('GET', `/git/ref/heads/${path}`)).body, 'object', 'sha');
  return typeof sha === 'string' ? sha : undefined;
}

/** The comparison, or undefined when the two have no history in common. */
async function compare(base: string, head: string, world: World): Promise<unknown> {
  const answer = await world.asOwner('GET', `/compare/${base}...${head}`);
  return ok(answer) ? answer.body : undefined;
}

async function create(request: FrontRequest, world: World): Promise<FrontResponse | undefined> {
  // Our reading of GitHub: who may not open pull requests is told so whatever is asked.
  if (isBot(world, request.token) && world.settings.permissions.pull_requests !== 'write') {
    return reply(403, { message: 'Resource not accessible by integration' });
  }
  const long = tooLong(request.body, 'PullRequest');
  if (long) return long;
  const { owner } = world.settings;
  const head = text(member(request.body, 'head')).replace(new RegExp(`^${owner}:`), '');
  const base = text(member(request.body, 'base'));
  const headSha = await headOf(head, world);
  if (headSha === undefined) return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  const baseSha = await headOf(base, world);
  if (baseSha === undefined) return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  const custom = (message: string) => invalid({ resource: 'PullRequest', code: 'custom', message });
  const query = new URLSearchParams({ state: 'open', head: `${owner}:${head}`, base });
  if (list(await ownerJson(world, 'GET', `/pulls?${query}`)).length > 0) {
    return custom(`A pull request already exists for ${owner}:${head}.`);
  }
  const difference = await compare(baseSha, headSha, world);
  if (difference === undefined) return custom(`The ${head} branch has no history in common with ${base}`);
  if (member(difference, 'ahead_by') === 0) {
    return custom(`No commits between ${base} and ${head}`);
  }
  return adaptOne(await world.pass(request), world);
}

/** The pull request as GitHub shows it: head and files follow the branch until it is closed. */
export async function fresh(pull: Json, world: World): Promise<Json> {
  const number = Number(pull.number);
  const fork = world.overlay.forks.get(number);
  const head = pull.head as Json;
  const closed = world.overlay.closedHeads.get(number);
  const branch = fork?.sha ?? (await headOf(text(head.ref), world));
  const sha = (pull.state === 'closed' ? closed : branch) ?? branch ?? closed ?? text(head.sha);
  const merge = world.overlay.merges.get(number);
  const base = text(member(pull, 'base', 'sha'));
  const difference = await compare(base, sha, world);
  const files = list(member(difference, 'files'));
  const sum = (field: string) =>
    files.reduce<number>((total, file) => total + Number(member(file, field)), 0);
  const assignees = await assigneesOf(number, world);
  return {
    ...pull,
    head: { ...head, sha, ...(fork && (await headOfFork(fork, head, world))) },
    assignee: assignees[0] ?? null,
    assignees,
    ...(merge && { merged: true, merged_at: merge.at, merge_commit_sha: merge.sha }),
    commits: member(difference, 'ahead_by'),
    changed_files: files.length,
    additions: sum('additions'),
    deletions: sum('deletions'),
  };
}

/** The head of a pull request from another repository; without one when the fork is deleted. */
async function headOfFork(fork: Fork, head: Json, world: World): Promise<Json> {
  const owner = await findUser(world, fork.owner);
  const name = world.settings.repo;
  const full = `${fork.owner}/${name}`;
  const repo = {
    ...(isJson(head.repo) ? head.repo : {}),
    ...{
      id: 5000 + Number(owner?.id ?? 0),
      node_id: `R_fork_${fork.owner}`,
      name,
      full_name: full,
      owner,
      fork: true,
    },
    ...{ url: `${world.url}/repos/${full}`, html_url: `${world.serverUrl}/${full}` },
  };
  return {
    label: `${fork.owner}:${fork.branch}`,
    ref: fork.branch,
    user: owner,
    repo: fork.gone ? null : repo,
  };
}

async function assigneesOf(number: number, world: World): Promise<Json[]> {
  const logins = world.overlay.assignees.get(number) ?? [];
  const users = await Promise.all(logins.map((login) => findUser(world, login)));
  return users.filter((user) => user !== undefined);
}

async function adaptOne(answer: FrontResponse, world: World): Promise<FrontResponse> {
  if (!ok(answer) || !isJson(answer.body)) return answer;
  return { ...answer, body: await fresh(answer.body, world) };
}

/** The emulator knows no fork by its label, so `?head=` finds those here. */
async function forksNamed(request: FrontRequest, world: World): Promise<unknown[]> {
  const { query } = request;
  const state = query.get('state') ?? 'open';
  const numbers = [...world.overlay.forks]
    .filter(([, { owner, branch }]) => `${owner}:${branch}` === query.get('head'))
    .map(([number]) => number);
  const pulls = await Promise.all(numbers.map((number) => ownerJson(world, 'GET', `/pulls/${number}`)));
  return pulls.filter((pull) => state === 'all' || member(pull, 'state') === state);
}

async function adaptList(request: FrontRequest, world: World): Promise<FrontResponse> {
  const answer = await world.pass(request);
  if (!ok(answer)) return answer;
  const pulls = await Promise.all(
    [...list(answer.body), ...(await forksNamed(request, world))]
      .filter(isJson)
      .map((pull) => fresh(pull, world)),
  );
  // GitHub's short form has no counts.
  const short = pulls.map(
    ({ merged: _m, commits: _c, changed_files: _f, additions: _a, deletions: _d, ...rest }) => rest,
  );
  return { ...answer, body: short };
}

async function update(request: FrontRequest, number: string, world: World): Promise<FrontResponse> {
  const long = tooLong(request.body, 'PullRequest');
  if (long) return long;
  const before = await world.asOwner('GET', `/pulls/${number}`);
  // GitHub's REST API cannot change `draft`; the emulator would.
  const { draft: _draft, ...body } = isJson(request.body) ? request.body : {};
  const answer = await world.pass(request, { body });
  const closes = member(before.body, 'state') === 'open' && member(answer.body, 'state') === 'closed';
  const sha = await headOf(text(member(before.body, 'head', 'ref')), world);
  if (closes && sha) world.overlay.closedHeads.set(Number(number), sha);
  return adaptOne(answer, world);
}

/** Merges what the branch holds now; the emulator would merge the head of the day it was opened. */
async function merge(number: string, world: World): Promise<FrontResponse> {
  const pull = await fresh((await ownerJson(world, 'GET', `/pulls/${number}`)) as Json, world);
  if (pull.state !== 'open' || pull.draft === true) return refuse(405, 'Pull Request is not mergeable');
  const base = text(member(pull, 'base', 'ref'));
  const head = text(member(pull, 'head', 'sha'));
  const onto = (await headOf(base, world)) ?? '';
  const difference = await compare(onto, head, world);
  const ontoTree = member(await ownerJson(world, 'GET', `/git/commits/${onto}`), 'tree', 'sha');
  const headTree = await ownerJson(world, 'GET', `/git/trees/${head}?recursive=1`);
  const tree = list(member(difference, 'files')).flatMap((file) => mergedEntries(file, headTree));
  const made = await ownerJson(world, 'POST', '/git/trees', { base_tree: ontoTree, tree });
  const title = `Merge pull request #${number} from ${text(member(pull, 'head', 'label')).replace(':', '/')}`;
  const parents = [onto, head];
  const commit = await ownerJson(world, 'POST', '/git/commits', {
    message: title,
    tree: member(made, 'sha'),
    parents,
  });
  const sha = text(member(commit, 'sha'));
  await ownerJson(world, 'PATCH', `/git/refs/heads/${base}`, { sha });
  await ownerJson(world, 'PATCH', `/pulls/${number}`, { state: 'closed' });
  world.overlay.closedHeads.set(Number(number), head);
  world.overlay.merges.set(Number(number), { sha, at: new Date().toISOString() });
  await closeIssues(text(pull.body), world);
  return reply(200, { sha, merged: true, message: 'Pull Request successfully merged' });
}

function mergedEntries(file: unknown, headTree: unknown): Json[] {
  const path = text(member(file, 'filename'));
  const previous = member(file, 'previous_filename');
  const entry = list(member(headTree, 'tree')).find((each) => member(each, 'path') === path);
  const here = isJson(entry) ? { path, mode: entry.mode, type: entry.type, sha: entry.sha } : undefined;
  const gone = (name: unknown) => ({ path: name, mode: '100644', type: 'blob', sha: null });
  return [...(previous ? [gone(previous)] : []), here ?? gone(path)];
}

/** `Closes #N` in the body of a merged pull request closes the issue. */
async function closeIssues(body: string, world: World): Promise<void> {
  for (const match of body.matchAll(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? #(\d+)/gi)) {
    await world.asOwner('PATCH', `/issues/${match[1]}`, { state: 'closed', state_reason: 'completed' });
  }
}

async function compared(
  number: string,
  world: World,
): Promise<{ answer: FrontResponse; difference: unknown }> {
  const answer = await world.asOwner('GET', `/pulls/${number}`);
  if (!ok(answer)) return { answer: refuse(404, 'Not Found'), difference: undefined };
  const pull = await fresh(answer.body as Json, world);
  const base = text(member(pull, 'base', 'sha'));
  return { answer, difference: await compare(base, text(member(pull, 'head', 'sha')), world) };
}

async function listed(
  request: FrontRequest,
  number: string,
  field: string,
  world: World,
): Promise<FrontResponse> {
  const { answer, difference } = await compared(number, world);
  return ok(answer) ? paged(request, list(member(difference, field)), world) : answer;
}

/** One page (30 by default, 100 at most) with GitHub's `link` header. */
export function paged(request: FrontRequest, items: readonly unknown[], world: World): FrontResponse {
  const size = Math.min(Number(request.query.get('per_page') ?? 30), 100);
  const page = Number(request.query.get('page') ?? 1);
  const slice = items.slice((page - 1) * size, page * size);
  if (page * size >= items.length) return reply(200, slice);
  const query = new URLSearchParams(request.query);
  query.set('page', String(page + 1));
  return reply(200, slice, { link: `<${world.url}${request.path}?${query}>; rel="next"` });
}

async function requestReviewers(request: FrontRequest, number: string, world: World): Promise<FrontResponse> {
  const pull = await world.asOwner('GET', `/pulls/${number}`);
  const reviewers = list(member(request.body, 'reviewers')).map(text);
  if (reviewers.includes(text(member(pull.body, 'user', 'login')))) {
    return refuse(422, 'Review cannot be requested from pull request author.');
  }
  if (!reviewers.every((login) => isCollaborator(world.settings, login))) {
    const start =
      'Reviews may only be requested from collaborators. One or more of the users or teams you specified';
    return refuse(422, `${start} is not a collaborator of the ${world.settings.repository} repository.`);
  }
  return adaptOne(withStatus(await world.pass(request), 201), world);
}

/** Pull requests: what GitHub refuses, and heads, files and commits that follow the branch. */
export const PULL_RULES: readonly Rule[] = [
  { method: 'POST', path: /^\/pulls$/, apply: (request, _p, world) => create(request, world) },
  {
    method: 'GET',
    path: /^\/pulls$/,
    apply: (request, _p, world) => adaptList(request, world),
  },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)$/,
    apply: async (request, _p, world) => adaptOne(await world.pass(request), world),
  },
  {
    method: 'PATCH',
    path: /^\/pulls\/(\d+)$/,
    apply: (request, [n = ''], world) =>
      keepingVersions(request.token, `/pulls/${n}`, world, () => update(request, n, world)),
  },
  { method: 'PUT', path: /^\/pulls\/(\d+)\/merge$/, apply: (_request, [n = ''], world) => merge(n, world) },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)\/(files|commits)$/,
    apply: (request, [n = '', field = ''], world) => listed(request, n, field, world),
  },
  {
    method: 'POST',
    path: /^\/pulls\/(\d+)\/requested_reviewers$/,
    apply: (request, [n = ''], world) => requestReviewers(request, n, world),
  },
];
