import { type FrontResponse, isJson, member, ok, text } from './wire.js';
import { type CommentVersion, userOf, type World } from './world.js';

const versionOf = (object: unknown, editor: unknown, at: string): CommentVersion => ({
  body: text(member(object, 'body')),
  editor: isJson(editor) ? editor : {},
  at,
});

/**
 * Applies a change to something that has a `body` (an issue, a pull request, a comment, a review). With the first new text
 * GitHub begins to keep the versions, the one before it too.
 *
 * @param path below the repository, where the object can be read
 */
export async function keepingVersions(
  token: string | undefined,
  path: string,
  world: World,
  apply: () => Promise<FrontResponse>,
): Promise<FrontResponse> {
  const { body: before } = await world.asOwner('GET', path);
  const answer = await apply();
  const { versions } = world.overlay;
  const id = text(member(before, 'node_id'));
  const last = versions.get(id)?.at(-1)?.body ?? text(member(before, 'body'));
  if (!ok(answer) || text(member(answer.body, 'body')) === last) return answer;
  const created = text(member(before, 'created_at'));
  const kept = versions.get(id) ?? [versionOf(before, member(before, 'user'), created)];
  const editor = await userOf(world, token);
  versions.set(id, [...kept, versionOf(answer.body, editor, new Date().toISOString())]);
  return answer;
}
