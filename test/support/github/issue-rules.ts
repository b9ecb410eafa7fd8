import { isCollaborator, mayWrite } from './options.js';
import { fresh, paged, tooLong } from './pull-rules.js';
import { keepingVersions } from './versions.js';
import {
  type FrontRequest,
  type FrontResponse,
  isJson,
  type Json,
  list,
  member,
  ok,
  refuse,
  reply,
  text,
} from './wire.js';
import { findUser, isBot, ownerAll, type Rule, type World } from './world.js';

const pullOf = async (number: string, world: World): Promise<Json | undefined> => {
  const answer = await world.asOwner('GET', `/pulls/${number}`);
  return ok(answer) ? fresh(answer.body as Json, world) : undefined;
};

/** A pull request seen as the issue it also is. */
function asIssue(pull: Json, world: World): Json {
  const url = `${world.url}/repos/${world.settings.repository}/issues/${pull.number}`;
  const { id, node_id, number, title, user, labels, state, locked, assignee, assignees, comments, body } =
    pull;
  const { created_at, updated_at, closed_at, author_association, html_url } = pull;
  return {
    ...{
      url,
      html_url,
      id,
      node_id,
      number,
      title,
      user,
      labels,
      state,
      locked,
      assignee,
      assignees,
      comments,
      body,
    },
    ...{ created_at, updated_at, closed_at, author_association, state_reason: null, milestone: null },
    comments_url: `${url}/comments`,
    reactions: { url: `${url}/reactions` },
    pull_request: {
      ...{ url: pull.url, html_url, diff_url: `${html_url}.diff`, patch_url: `${html_url}.patch` },
      merged_at: pull.merged_at ?? null,
    },
    draft: pull.draft,
  };
}

async function getIssue(request: FrontRequest, number: string, world: World): Promise<FrontResponse> {
  const pull = await pullOf(number, world);
  return pull ? reply(200, asIssue(pull, world)) : world.pass(request);
}

async function updateIssue(request: FrontRequest, number: string, world: World): Promise<FrontResponse> {
  const long = tooLong(request.body, 'Issue');
  if (long) return long;
  const answer = await world.pass(request);
  if (answer.status !== 404 || !(await pullOf(number, world))) return answer;
  const path = request.path.replace(/\/issues\//, '/pulls/');
  const patched = await world.pass(request, { path });
  if (!ok(patched)) return patched;
  await setPullAttributes(request.body, number, world);
  const pull = await pullOf(number, world);
  return pull ? reply(200, asIssue(pull, world)) : patched;
}

/** What an issue has and a pull request of the emulator's does not take: labels and people, set as a whole. */
async function setPullAttributes(body: unknown, number: string, world: World): Promise<void> {
  const labels = member(body, 'labels');
  if (Array.isArray(labels)) await world.asOwner('PUT', `/issues/${number}/labels`, { labels });
  const assignees = member(body, 'assignees');
  if (!Array.isArray(assignees)) return;
  const assignable = assignees.map(text).filter((login) => isCollaborator(world.settings, login));
  world.overlay.assignees.set(Number(number), assignable);
}

async function createComment(request: FrontRequest, number: string, world: World): Promise<FrontResponse> {
  const body = text(member(request.body, 'body'));
  const long = commentTooLong(body);
  if (long) return long;
  const login = world.emulator.loginOf(request.token ?? '');
  const issue = await world.asOwner('GET', `/issues/${number}`);
  if (member(issue.body, 'locked') === true && login !== undefined && !mayWrite(world.settings, login)) {
    return refuse(403, 'Unable to create comment because issue is locked.');
  }
  // `pull_requests: write` alone comments on pull requests, not on issues; the emulator takes either for both.
  const alone = isBot(world, request.token) && world.settings.permissions.issues !== 'write';
  if (alone && ok(issue)) return refuse(403, 'Resource not accessible by integration');
  return world.pass(request);
}

function commentTooLong(body: string): FrontResponse | undefined {
  const long = tooLong({ body }, 'IssueComment');
  if (!long) return undefined;
  const message = 'Body is too long (maximum is 65536 characters)';
  return refuse(422, 'Validation Failed', [
    { resource: 'IssueComment', code: 'unprocessable', field: 'data', message },
  ]);
}

async function changeComment(request: FrontRequest, id: string, world: World): Promise<FrontResponse> {
  const long = commentTooLong(text(member(request.body, 'body')));
  if (long) return long;
  const login = world.emulator.loginOf(request.token ?? '');
  const author = member((await world.asOwner('GET', `/issues/comments/${id}`)).body, 'user', 'login');
  const stranger = login !== undefined && login !== author && !mayWrite(world.settings, login);
  if (stranger) return refuse(403, 'Must have admin rights to Repository.');
  return keepingVersions(request.token, `/issues/comments/${id}`, world, () => world.pass(request));
}

/** The emulator does not know `since`: comments changed at that moment or later. */
async function commentsSince(
  request: FrontRequest,
  number: string,
  world: World,
): Promise<FrontResponse | undefined> {
  const since = request.query.get('since');
  const answer = since === null ? undefined : await world.pass(request);
  if (since === null || !answer || !ok(answer)) return answer;
  const comments = await ownerAll(world, `/issues/${number}/comments`);
  const recent = comments.filter(
    (each) => world.clock.shown(new Date(text(member(each, 'updated_at')))) >= since,
  );
  return paged(request, recent, world);
}

/** Whoever cannot be assigned is left out without a word, as GitHub does. */
async function addAssignees(request: FrontRequest, number: string, world: World): Promise<FrontResponse> {
  const wanted = list(member(request.body, 'assignees')).map(text);
  const assignable = wanted.filter((login) => isCollaborator(world.settings, login));
  const pull = await pullOf(number, world);
  if (!pull) {
    const answer = await world.pass(request, { body: { assignees: assignable } });
    return ok(answer) ? { ...answer, status: 201 } : answer;
  }
  if (isBot(world, request.token)) {
    const { issues, pull_requests } = world.settings.permissions;
    if (issues !== 'write' && pull_requests !== 'write')
      return refuse(403, 'Resource not accessible by integration');
  }
  const { assignees } = world.overlay;
  assignees.set(Number(number), [...new Set([...(assignees.get(Number(number)) ?? []), ...assignable])]);
  return reply(201, asIssue((await pullOf(number, world)) ?? pull, world));
}

async function changeLabels(request: FrontRequest, world: World): Promise<FrontResponse> {
  const login = world.emulator.loginOf(request.token ?? '');
  const role = world.settings.collaborators[login ?? ''];
  const may = login === undefined || mayWrite(world.settings, login) || role === 'triage';
  if (!may && request.origin === 'wire') return refuse(403, 'Must have admin rights to Repository.');
  const answer = await world.pass(request);
  const missing = answer.status === 404 && request.method === 'DELETE' && (await issueExists(request, world));
  return missing ? refuse(404, 'Label does not exist') : answer;
}

const issueExists = async (request: FrontRequest, world: World): Promise<boolean> => {
  const number = /\/issues\/(\d+)\//.exec(request.path)?.[1] ?? '';
  return ok(await world.asOwner('GET', `/issues/${number}/labels`));
};

/** role → what `permission` says; GitHub folds five roles into four words. */
const PERMISSION = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
  none: 'none',
};

async function permission(login: string, world: World): Promise<FrontResponse> {
  const user = await findUser(world, login);
  if (!user) return refuse(404, `${login} is not a user`);
  const { settings } = world;
  const name = text(user.login);
  const owns = name === settings.owner;
  const role = owns ? 'admin' : (settings.collaborators[name] ?? (settings.private ? 'none' : 'read'));
  const may = (...roles: string[]) => roles.includes(role);
  const permissions = {
    admin: may('admin'),
    maintain: may('admin', 'maintain'),
    push: may('admin', 'maintain', 'write'),
    triage: may('admin', 'maintain', 'write', 'triage'),
    pull: role !== 'none',
  };
  const shown = { ...user, permissions, role_name: role };
  return reply(200, { permission: PERMISSION[role], role_name: role, user: shown });
}

async function getRepository(request: FrontRequest, world: World): Promise<FrontResponse> {
  const answer = await world.pass(request);
  if (!ok(answer) || !isJson(answer.body)) return answer;
  const { archived, hasIssues } = world.settings;
  return { ...answer, body: { ...answer.body, archived, has_issues: hasIssues } };
}

/** Issues, comments, labels, assignees, permissions: what the emulator does not refuse or does not know. */
export const ISSUE_RULES: readonly Rule[] = [
  { method: 'GET', path: /^$/, apply: (request, _p, world) => getRepository(request, world) },
  {
    method: 'GET',
    path: /^\/collaborators\/([^/]+)\/permission$/,
    apply: (_request, [login = ''], world) => permission(login, world),
  },
  {
    method: 'POST',
    path: /^\/issues$/,
    apply: async (request) => tooLong(request.body, 'Issue'),
  },
  {
    method: 'GET',
    path: /^\/issues\/(\d+)$/,
    apply: (request, [n = ''], world) => getIssue(request, n, world),
  },
  {
    method: 'PATCH',
    path: /^\/issues\/(\d+)$/,
    apply: async (request, [n = ''], world) => {
      const kind = (await pullOf(n, world)) ? 'pulls' : 'issues';
      return keepingVersions(request.token, `/${kind}/${n}`, world, () => updateIssue(request, n, world));
    },
  },
  {
    method: 'GET',
    path: /^\/issues\/(\d+)\/comments$/,
    apply: (request, [n = ''], world) => commentsSince(request, n, world),
  },
  {
    method: 'POST',
    path: /^\/issues\/(\d+)\/comments$/,
    apply: (request, [n = ''], world) => createComment(request, n, world),
  },
  ...['PATCH', 'DELETE'].map(
    (method): Rule => ({
      method,
      path: /^\/issues\/comments\/(\d+)$/,
      apply: (request, [id = ''], world) => changeComment(request, id, world),
    }),
  ),
  {
    method: 'POST',
    path: /^\/issues\/(\d+)\/assignees$/,
    apply: (request, [n = ''], world) => addAssignees(request, n, world),
  },
  ...['POST', 'PUT', 'DELETE'].map(
    (method): Rule => ({
      method,
      path: /^\/issues\/\d+\/labels(?:\/.+)?$/,
      apply: (request, _p, world) => changeLabels(request, world),
    }),
  ),
];
