import { type FrontRequest, type FrontResponse, invalid, isJson, member, ok, refuse, reply } from './wire.js';
import { isBot, type Rule, type StoredReaction, userOf, type World } from './world.js';

const CONTENTS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'];
let lastId = 1000;

const shown = ({ on: _on, ...reaction }: StoredReaction) => ({ ...reaction, node_id: `REA_${reaction.id}` });

/** GitHub asks for `issues: write`; on pull requests `pull_requests: write` serves as well. */
function mayReact(request: FrontRequest, world: World): boolean {
  if (!isBot(world, request.token)) return true;
  const { issues, pull_requests } = world.settings.permissions;
  return issues === 'write' || pull_requests === 'write';
}

async function exists(on: string, world: World): Promise<boolean> {
  if (ok(await world.asOwner('GET', `/${on}`))) return true;
  return ok(await world.asOwner('GET', `/${on.replace(/^issues\//, 'pulls/')}`));
}

async function create(request: FrontRequest, on: string, world: World): Promise<FrontResponse> {
  if (!mayReact(request, world)) return refuse(403, 'Resource not accessible by integration');
  if (!(await exists(on, world))) return refuse(404, 'Not Found');
  const content = member(request.body, 'content');
  if (typeof content !== 'string' || !CONTENTS.includes(content)) {
    return invalid({ resource: 'Reaction', code: 'invalid', field: 'content' });
  }
  const { isNew, reaction } = await addReaction(request.token, on, content, world);
  return reply(isNew ? 201 : 200, shown(reaction));
}

/** The one reaction of this kind that an account has on a subject, made if it is not there. */
export async function addReaction(
  token: string | undefined,
  on: string,
  content: string,
  world: World,
): Promise<{ isNew: boolean; reaction: StoredReaction }> {
  const user = await userOf(world, token);
  const same = world.overlay.reactions.find(
    (each) => each.on === on && each.content === content && each.user.id === user.id,
  );
  if (same) return { isNew: false, reaction: same };
  lastId += 1;
  const reaction = { on, id: lastId, user, content, created_at: new Date().toISOString() };
  world.overlay.reactions.push(reaction);
  return { isNew: true, reaction };
}

async function listed(on: string, world: World): Promise<FrontResponse> {
  if (!(await exists(on, world))) return refuse(404, 'Not Found');
  return reply(200, world.overlay.reactions.filter((each) => each.on === on).map(shown));
}

async function remove(request: FrontRequest, on: string, id: string, world: World): Promise<FrontResponse> {
  const user = await userOf(world, request.token);
  const { reactions } = world.overlay;
  const index = reactions.findIndex((each) => each.on === on && String(each.id) === id);
  if (index < 0) return refuse(404, 'Not Found');
  if (reactions[index]?.user.id !== user.id) return refuse(403, 'Forbidden');
  reactions.splice(index, 1);
  return reply(204);
}

const SUBJECT = '((?:issues|issues/comments|pulls/comments)/\\d+)';

/** Reactions on issues, pull requests, their comments and review comments: the emulator has none. */
export const REACTION_RULES: readonly Rule[] = [
  {
    method: 'POST',
    path: new RegExp(`^/${SUBJECT}/reactions$`),
    apply: (request, [on = ''], world) => create(request, on, world),
  },
  {
    method: 'GET',
    path: new RegExp(`^/${SUBJECT}/reactions$`),
    apply: (_request, [on = ''], world) => listed(on, world),
  },
  {
    method: 'DELETE',
    path: new RegExp(`^/${SUBJECT}/reactions/(\\d+)$`),
    apply: (request, [on = '', id = ''], world) => remove(request, on, id, world),
  },
];

/** The `reactions` roll-up of an object, counted; its `url` names the subject. */
export function countReactions(rollup: unknown, world: World): unknown {
  if (!isJson(rollup) || typeof rollup.url !== 'string') return rollup;
  const on = rollup.url.replace(/^.*\/repos\/[^/]+\/[^/]+\//, '').replace(/\/reactions$/, '');
  const mine = world.overlay.reactions.filter((each) => each.on === on);
  const counts = CONTENTS.map((content) => [content, mine.filter((each) => each.content === content).length]);
  return { ...rollup, total_count: mine.length, ...Object.fromEntries(counts) };
}
