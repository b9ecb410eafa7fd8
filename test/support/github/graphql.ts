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

const FIELD = 'markPullRequestReadyForReview';
/** The one document that is understood, after `compact`; the group is the name of its variable. */
const MARK_READY =
  /^mutation(?: \w+)?\(\$(\w+):ID!\)\{markPullRequestReadyForReview\(input:\{pullRequestId:\$\1\}\)\{clientMutationId\}\}$/;

/** Without what GraphQL does not mind: commas, line ends, and spaces beside punctuation. */
const compact = (query: string): string =>
  query
    .replace(/[\s,]+/g, ' ')
    .replace(/ ?([{}():$!]) ?/g, '$1')
    .trim();

/** GraphQL's errors come with status 200. */
const failed = (...errors: readonly Json[]): FrontResponse => reply(200, { errors });

/** An error of the field itself: its place in the data is null. */
const refused = (type: string, message: string): FrontResponse =>
  reply(200, { data: { [FIELD]: null }, errors: [{ type, path: [FIELD], message }] });

async function findPull(nodeId: string, world: World): Promise<Json | undefined> {
  for (let page = 1; ; page += 1) {
    const answer = await ownerJson(world, 'GET', `/pulls?state=all&per_page=100&page=${page}`);
    const pulls = list(answer).filter(isJson);
    const found = pulls.find((pull) => pull.node_id === nodeId);
    if (found || pulls.length < 100) return found;
  }
}

/** Why the asker may not make the pull request ready, or undefined. */
function refusal(request: FrontRequest, pull: Json, world: World): FrontResponse | undefined {
  const { settings, emulator } = world;
  if (isBot(world, request.token)) {
    if (settings.permissions.pull_requests === 'write') return undefined;
    return refused('FORBIDDEN', 'Resource not accessible by integration');
  }
  const login = emulator.loginOf(request.token ?? '') ?? '';
  if (mayWrite(settings, login) || member(pull, 'user', 'login') === login) return undefined;
  const message = `${login} does not have the correct permissions to execute \`MarkPullRequestReadyForReview\``;
  return refused('FORBIDDEN', message);
}

async function markReady(request: FrontRequest, nodeId: string, world: World): Promise<FrontResponse> {
  const { settings, emulator } = world;
  const login = emulator.loginOf(request.token ?? '');
  const hidden = settings.private && login !== undefined && !isCollaborator(settings, login);
  const pull = hidden ? undefined : await findPull(nodeId, world);
  if (!pull) {
    return refused('NOT_FOUND', `Could not resolve to a node with the global id of '${nodeId}'`);
  }
  const no = refusal(request, pull, world);
  if (no) return no;
  if (settings.archived) return refused('FORBIDDEN', 'Repository was archived so is read-only.');
  // The emulator changes `draft` here; GitHub's REST API does not, so pull-rules.ts keeps it from the program.
  await ownerJson(world, 'PATCH', `/pulls/${pull.number}`, { draft: false });
  return reply(200, { data: { [FIELD]: { clientMutationId: null } } });
}

/**
 * Answers `POST /graphql`: a draft pull request becomes ready for review. Every other document is a GraphQL error.
 * Undefined when the request is for REST.
 */
export async function graphql(request: FrontRequest, world: World): Promise<FrontResponse | undefined> {
  if (request.method !== 'POST' || request.path !== '/graphql') return undefined;
  const query = text(member(request.body, 'query'));
  if (query === '') return failed({ message: 'A query attribute must be specified and must be a string.' });
  const variable = MARK_READY.exec(compact(query))?.[1];
  if (variable === undefined) {
    return failed({ message: `The test bed knows no GraphQL but ${FIELD} with a variable, not: ${query}` });
  }
  const nodeId = member(request.body, 'variables', variable);
  if (typeof nodeId !== 'string') {
    return failed({ message: `Variable $${variable} of type ID! was provided invalid value` });
  }
  return markReady(request, nodeId, world);
}
