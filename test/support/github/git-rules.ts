import {
  type FrontRequest,
  type FrontResponse,
  isJson,
  type Json,
  list,
  member,
  ok,
  refuse,
  text,
} from './wire.js';
import { isBot, type Rule, type World } from './world.js';

const BOT_EMAIL = '41898282+github-actions[bot]@users.noreply.github.com';
const BOT_IDENTITY = { name: 'github-actions[bot]', email: BOT_EMAIL };
/** Who commits when GitHub signs. */
const SIGNER = { name: 'GitHub', email: 'noreply@github.com' };

/** The reason a full ref name is refused (git's check-ref-format), or undefined. */
export function badRefName(ref: string): string | undefined {
  const parts = ref.split('/');
  const forbidden = /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\.$|\/$/u;
  const wrong =
    parts.length < 3 ||
    parts[0] !== 'refs' ||
    forbidden.test(ref) ||
    parts.some(
      (part) => part === '' || part.startsWith('.') || part.endsWith('.lock') || part.startsWith('-'),
    );
  return wrong ? `${ref} is not a valid ref name.` : undefined;
}

/** The reason a path of a tree entry is refused, or undefined. */
export function badTreePath(path: string): string | undefined {
  if (path.startsWith('/')) return 'tree.path cannot start with a slash';
  const malformed = path
    .split('/')
    .some((part) => part === '' || part === '.' || part === '..' || /^(\.git[. ]*|git~1)$/i.test(part));
  return malformed || path.includes('\0') ? 'tree.path contains a malformed path component' : undefined;
}

const refPath = (ref: string): string =>
  `/git/ref/${ref
    .replace(/^refs\//, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;

async function refNames(world: World): Promise<string[]> {
  const answer = await world.asOwner('GET', '/git/matching-refs/heads/');
  return list(answer.body).map((each) => text(member(each, 'ref')));
}

async function createRef(request: FrontRequest, world: World): Promise<FrontResponse> {
  const ref = text(member(request.body, 'ref'));
  const bad = badRefName(ref);
  if (bad) return refuse(422, bad);
  const existing = await refNames(world);
  if (existing.includes(ref)) return refuse(422, 'Reference already exists');
  // git cannot have a file and a directory of one name: refs/heads/smol and refs/heads/smol/issue-1.
  if (existing.some((each) => each.startsWith(`${ref}/`) || ref.startsWith(`${each}/`))) {
    return refuse(422, 'Reference update failed');
  }
  const answer = await world.pass(request);
  if (ok(answer)) world.overlay.empty = false;
  return messageOf(answer) === 'Invalid sha' ? refuse(422, 'Object does not exist') : answer;
}

const messageOf = (answer: FrontResponse): string => text(member(answer.body, 'message'));

async function updateRef(request: FrontRequest, world: World): Promise<FrontResponse> {
  const answer = await world.pass(request);
  if (answer.status === 404) return refuse(422, 'Reference does not exist');
  if (messageOf(answer) === 'Invalid sha') return refuse(422, 'Object does not exist');
  return messageOf(answer).includes('not a fast-forward')
    ? refuse(422, 'Update is not a fast forward')
    : answer;
}

async function deleteRef(request: FrontRequest, ref: string, world: World): Promise<FrontResponse> {
  const head = text(member((await world.asOwner('GET', refPath(ref))).body, 'object', 'sha'));
  const answer = await world.pass(request);
  if (answer.status === 404) return refuse(422, 'Reference does not exist');
  if (ok(answer) && ref.startsWith('heads/')) await closePullsOf(ref.slice('heads/'.length), head, world);
  return answer;
}

/** GitHub closes a pull request whose head branch goes away, and keeps its last head. */
async function closePullsOf(branch: string, head: string, world: World): Promise<void> {
  const query = new URLSearchParams({ state: 'open', head: `${world.settings.owner}:${branch}` });
  for (const pull of list((await world.asOwner('GET', `/pulls?${query}`)).body)) {
    const number = Number(member(pull, 'number'));
    world.overlay.closedHeads.set(number, head);
    await world.asOwner('PATCH', `/pulls/${number}`, { state: 'closed' });
  }
}

function typeOf(mode: unknown): string {
  if (mode === '040000') return 'tree';
  return mode === '160000' ? 'commit' : 'blob';
}

async function createTree(request: FrontRequest, world: World): Promise<FrontResponse> {
  const entries = list(member(request.body, 'tree')).filter(isJson);
  for (const entry of entries) {
    const bad = badTreePath(text(entry.path));
    if (bad) return refuse(422, bad);
  }
  const base = text(member(request.body, 'base_tree'));
  if (entries.length === 0 && base === '') return refuse(422, 'Invalid tree info');
  // No token of Actions has the `workflows` permission, and GitHub does not say so.
  const workflow = entries.some((entry) => text(entry.path).startsWith('.github/workflows/'));
  if (workflow && isBot(world, request.token)) return refuse(404, 'Not Found');
  const gone = entries.filter((entry) => entry.sha === null).map((entry) => text(entry.path));
  if (gone.length > 0 && !(await hasPaths(base, gone, world))) return refuse(422, 'GitRPC::BadObjectState');
  const tree = entries.map((entry) => ({ type: typeOf(entry.mode), ...entry }));
  return world.pass(request, { body: { ...(request.body as Json), tree } });
}

async function hasPaths(tree: string, paths: readonly string[], world: World): Promise<boolean> {
  const answer = await world.asOwner('GET', `/git/trees/${tree}?recursive=1`);
  const present = new Set(list(member(answer.body, 'tree')).map((entry) => member(entry, 'path')));
  return paths.every((path) => present.has(path));
}

/** A commit without author and committer, made with an App's token, is GitHub's own and signed. */
async function createCommit(request: FrontRequest, world: World): Promise<FrontResponse> {
  const body = isJson(request.body) ? request.body : {};
  const signs = isBot(world, request.token) && body.author === undefined && body.committer === undefined;
  const complete = { ...body, parents: body.parents ?? [] };
  if (!signs) return world.pass(request, { body: complete });
  const answer = await world.pass(request, {
    body: { ...complete, author: BOT_IDENTITY, committer: SIGNER },
  });
  if (ok(answer)) world.overlay.signed.add(text(member(answer.body, 'sha')));
  return answer;
}

async function getBranch(request: FrontRequest, world: World): Promise<FrontResponse> {
  const answer = await world.pass(request);
  if (answer.status === 404) return refuse(404, 'Branch not found');
  if (!ok(answer) || !isJson(answer.body)) return answer;
  const commit = await world.asOwner('GET', `/commits/${text(member(answer.body, 'commit', 'sha'))}`);
  const { files: _files, stats: _stats, ...shown } = commit.body as Json;
  return { ...answer, body: { ...answer.body, commit: shown } };
}

const EMPTY = 'Git Repository is empty.';
const isEmpty = async (_request: FrontRequest, _parameters: readonly string[], world: World) =>
  world.overlay.empty ? refuse(409, EMPTY) : undefined;

/** Git data: what GitHub refuses and the emulator takes, and commits that GitHub signs. */
export const GIT_RULES: readonly Rule[] = [
  ...['GET', 'POST', 'PATCH', 'DELETE'].map((method) => ({ method, path: /^\/git\//, apply: isEmpty })),
  { method: 'GET', path: /^\/commits/, apply: isEmpty },
  {
    method: 'PUT',
    path: /^\/contents\//,
    apply: async (request, _parameters, world) => {
      const answer = await world.pass(request);
      if (ok(answer)) world.overlay.empty = false;
      return answer;
    },
  },
  {
    method: 'POST',
    path: /^\/git\/refs$/,
    apply: (request, _parameters, world) => createRef(request, world),
  },
  {
    method: 'PATCH',
    path: /^\/git\/refs\/(.+)$/,
    apply: (request, _parameters, world) => updateRef(request, world),
  },
  {
    method: 'DELETE',
    path: /^\/git\/refs\/(.+)$/,
    apply: (request, [ref = ''], world) => deleteRef(request, ref, world),
  },
  {
    method: 'POST',
    path: /^\/git\/trees$/,
    apply: (request, _parameters, world) => createTree(request, world),
  },
  {
    method: 'POST',
    path: /^\/git\/commits$/,
    apply: (request, _parameters, world) => createCommit(request, world),
  },
  {
    method: 'GET',
    path: /^\/branches\/(.+)$/,
    apply: (request, _parameters, world) => getBranch(request, world),
  },
];
