import { isCollaborator } from './options.js';
import { type FrontRequest, isJson, type Json, list, member, ok, text } from './wire.js';
import { BOT, type CommentVersion, ownerAll, type World } from './world.js';

/** Who asks what. */
export interface Ask {
  readonly request: FrontRequest;
  readonly world: World;
}

/** An error of one field: its place in the data is null. */
export class FieldError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** An account as GraphQL shows it: a bot's login has no `[bot]`. */
export function actorOf(user: unknown): Json | null {
  if (!isJson(user)) return null;
  const { login, id, node_id, type, html_url } = user.login === BOT.login ? BOT : user;
  const isBot = type === 'Bot';
  return {
    __typename: isBot ? 'Bot' : 'User',
    login: text(login).replace(isBot ? /\[bot\]$/ : /$^/, ''),
    ...{ databaseId: id, id: node_id, url: html_url },
  };
}

async function inList(path: string, nodeId: string, world: World): Promise<Json | undefined> {
  const found = (await ownerAll(world, path)).find((each) => member(each, 'node_id') === nodeId);
  return isJson(found) ? found : undefined;
}

async function one(path: string, world: World): Promise<Json | undefined> {
  const answer = await world.asOwner('GET', path);
  return ok(answer) && isJson(answer.body) ? answer.body : undefined;
}

async function reviewOf(nodeId: string, world: World): Promise<Json | undefined> {
  for (const pull of await ownerAll(world, '/pulls?state=all')) {
    const review = await inList(`/pulls/${member(pull, 'number')}/reviews`, nodeId, world);
    if (review) return review;
  }
  return undefined;
}

/** How the emulator's node ids are read: `0:IssueComment7` in base64. */
async function load(nodeId: string, world: World): Promise<Json | undefined> {
  const [, type, id] = /^0:([A-Za-z]+)(\d+)$/.exec(Buffer.from(nodeId, 'base64').toString()) ?? [];
  const found = async (): Promise<Json | undefined> => {
    if (type === 'IssueComment') return one(`/issues/comments/${id}`, world);
    if (type === 'PullRequestReviewComment') return one(`/pulls/comments/${id}`, world);
    if (type === 'PullRequestReview') return reviewOf(nodeId, world);
    if (type === 'Issue') return inList('/issues?state=all', nodeId, world);
    return type === 'PullRequest' ? inList('/pulls?state=all', nodeId, world) : undefined;
  };
  const object = await found();
  return object && nodeOf(type ?? '', object, world.overlay.versions.get(nodeId) ?? []);
}

/** The members of all things that have a text, under GraphQL's names. */
function nodeOf(type: string, object: Json, versions: readonly CommentVersion[]): Json {
  const last = versions.at(-1);
  return {
    __typename: type,
    ...{
      id: object.node_id,
      databaseId: object.id,
      number: object.number,
      body: last?.body ?? text(object.body),
    },
    ...{ createdAt: object.created_at ?? object.submitted_at, updatedAt: object.updated_at },
    submittedAt: object.submitted_at,
    isDraft: object.draft,
    user: object.user,
    author: actorOf(object.user),
    editor: last ? actorOf(last.editor) : null,
    lastEditedAt: last?.at ?? null,
    versions,
  };
}

/** The versions of a text as a connection, the newest first and the text as it was written last. */
export function editsOf(node: Json, given: Json): Json {
  const versions = list(node.versions).filter(isJson);
  const all = versions.map(({ body, editor, at }, index) => ({
    id: `UCE_${node.id}_${index}`,
    ...{ editedAt: at, createdAt: at, updatedAt: at, deletedAt: null },
    ...{ editor: actorOf(editor), diff: body },
  }));
  const newestFirst = all.toReversed();
  const start = given.after === undefined ? 0 : Number(given.after) || 0;
  const { first, last } = given;
  const nodes =
    typeof first === 'number'
      ? newestFirst.slice(start, start + first)
      : newestFirst.slice(Math.max(start, newestFirst.length - Number(last)));
  const end = typeof first === 'number' ? start + nodes.length : newestFirst.length;
  return {
    nodes,
    totalCount: all.length,
    pageInfo: { hasNextPage: end < all.length, endCursor: nodes.length > 0 ? String(end) : null },
  };
}

/** The thing a global id names, if the asker may see it. */
export async function findNode(id: unknown, { request, world }: Ask): Promise<Json> {
  const login = world.emulator.loginOf(request.token ?? '');
  const hidden = world.settings.private && login !== undefined && !isCollaborator(world.settings, login);
  const node = hidden ? undefined : await load(text(id), world);
  if (node) return node;
  throw new FieldError('NOT_FOUND', `Could not resolve to a node with the global id of '${String(id)}'`);
}
