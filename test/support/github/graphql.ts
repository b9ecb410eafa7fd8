import { isCollaborator, mayWrite } from './options.js';
import {
  type FrontRequest,
  type FrontResponse,
  isJson,
  type Json,
  list,
  member,
  reply,
  text,
} from './wire.js';
import { isBot, ownerJson, type World } from './world.js';

/** The mutations that are understood, and what each makes of `draft`. */
const FIELDS = { markPullRequestReadyForReview: false, convertPullRequestToDraft: true } as const;
type Field = keyof typeof FIELDS;
/** The one form of document, after `compact`: the name of its variable, and the mutation. */
const DOCUMENT =
  /^mutation(?: \w+)?\(\$(\w+):ID!\)\{(markPullRequestReadyForReview|convertPullRequestToDraft)\(input:\{pullRequestId:\$\1\}\)\{clientMutationId\}\}$/;

/** Without what GraphQL does not mind: commas, line ends, and spaces beside punctuation. */
const compact = (query: string): string =>
  query
    .replace(/[\s,]+/g, ' ')
    .replace(/ ?([{}():$!]) ?/g, '$1')
    .trim();

/** GraphQL's errors come with status 200. */
const failed = (...errors: readonly Json[]): FrontResponse => reply(200, { errors });

/** An error of the field itself: its place in the data is null. */
const refused = (field: Field, type: string, message: string): FrontResponse =>
  reply(200, { data: { [field]: null }, errors: [{ type, path: [field], message }] });

async function findPull(nodeId: string, world: World): Promise<Json | undefined> {
  for (let page = 1; ; page += 1) {
    const answer = await ownerJson(world, 'GET', `/pulls?state=all&per_page=100&page=${page}`);
    const pulls = list(answer).filter(isJson);
    const found = pulls.find((pull) => pull.node_id === nodeId);
    if (found || pulls.length < 100) return found;
  }
}

/** Why the asker may not change the pull request, or undefined. */
function refusal(request: FrontRequest, field: Field, pull: Json, world: World): FrontResponse | undefined {
  const { settings, emulator } = world;
  if (isBot(world, request.token)) {
    if (settings.permissions.pull_requests === 'write') return undefined;
    return refused(field, 'FORBIDDEN', 'Resource not accessible by integration');
  }
  const login = emulator.loginOf(request.token ?? '') ?? '';
  if (mayWrite(settings, login) || member(pull, 'user', 'login') === login) return undefined;
  const message = `${login} does not have the correct permissions to execute \`${field[0]?.toUpperCase()}${field.slice(1)}\``;
  return refused(field, 'FORBIDDEN', message);
}

async function setDraft(
  request: FrontRequest,
  field: Field,
  nodeId: string,
  world: World,
): Promise<FrontResponse> {
  const { settings, emulator } = world;
  const login = emulator.loginOf(request.token ?? '');
  const hidden = settings.private && login !== undefined && !isCollaborator(settings, login);
  const pull = hidden ? undefined : await findPull(nodeId, world);
  if (!pull) {
    return refused(field, 'NOT_FOUND', `Could not resolve to a node with the global id of '${nodeId}'`);
  }
  const no = refusal(request, field, pull, world);
  if (no) return no;
  if (settings.archived) return refused(field, 'FORBIDDEN', 'Repository was archived so is read-only.');
  // The emulator changes `draft` here; GitHub's REST API does not, so pull-rules.ts keeps it from the program.
  await ownerJson(world, 'PATCH', `/pulls/${pull.number}`, { draft: FIELDS[field] });
  return reply(200, { data: { [field]: { clientMutationId: null } } });
}

/**
 * Answers `POST /graphql`: a draft pull request becomes ready for review, or the other way round. Every other
 * document is a GraphQL error.
 * Undefined when the request is for REST.
 */
export async function graphql(request: FrontRequest, world: World): Promise<FrontResponse | undefined> {
  if (request.method !== 'POST' || request.path !== '/graphql') return undefined;
  const query = text(member(request.body, 'query'));
  if (query === '') return failed({ message: 'A query attribute must be specified and must be a string.' });
  const [, variable, name] = DOCUMENT.exec(compact(query)) ?? [];
  const field = Object.keys(FIELDS).find((known): known is Field => known === name);
  if (variable === undefined || field === undefined) {
    const known = Object.keys(FIELDS).join(' and ');
    return failed({ message: `The test bed knows no GraphQL but ${known} with a variable, not: ${query}` });
  }
  const nodeId = member(request.body, 'variables', variable);
  if (typeof nodeId !== 'string') {
    return failed({ message: `Variable $${variable} of type ID! was provided invalid value` });
  }
  return setDraft(request, field, nodeId, world);
}
