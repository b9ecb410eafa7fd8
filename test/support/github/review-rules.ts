import {
  type FrontRequest,
  type FrontResponse,
  invalid,
  isJson,
  type Json,
  list,
  member,
  ok,
  reply,
  text,
  withStatus,
} from './wire.js';
import { ownerJson, type Rule, type World } from './world.js';

/**
 * A review with line comments. The emulator wants the old `position`, answers 422 for `line` and leaves the review
 * behind, so the review and each comment are made one by one and joined here.
 */
async function createReview(request: FrontRequest, world: World): Promise<FrontResponse> {
  const { comments, ...review } = isJson(request.body) ? request.body : {};
  const wrong = list(comments).some(
    (each) => text(member(each, 'path')) === '' || text(member(each, 'body')) === '',
  );
  if (wrong) return invalid({ resource: 'PullRequestReview', code: 'invalid', field: 'comments' });
  const answer = await world.pass(request, { body: review });
  if (!ok(answer)) return answer;
  const path = request.path.replace(/\/reviews$/, '/comments');
  for (const comment of list(comments).filter(isJson)) {
    const made = await world.pass(request, {
      path,
      body: { side: 'RIGHT', subject_type: 'line', ...comment },
    });
    world.overlay.reviewOf.set(Number(member(made.body, 'id')), Number(member(answer.body, 'id')));
  }
  return withStatus(answer, 200);
}

const withReview = (comment: unknown, world: World): unknown =>
  isJson(comment)
    ? { ...comment, pull_request_review_id: world.overlay.reviewOf.get(Number(comment.id)) ?? null }
    : comment;

async function ofReview(number: string, review: string, world: World): Promise<FrontResponse> {
  const comments = list(await ownerJson(world, 'GET', `/pulls/${number}/comments?per_page=100`));
  const mine = comments.filter(
    (each) => world.overlay.reviewOf.get(Number(member(each, 'id'))) === Number(review),
  );
  return reply(
    200,
    mine.map((each) => withReview(each, world)),
  );
}

async function replyTo(
  request: FrontRequest,
  number: string,
  id: string,
  world: World,
): Promise<FrontResponse> {
  const parent = (await ownerJson(world, 'GET', `/pulls/comments/${id}`)) as Json;
  const { path, line, side } = parent;
  const body = { ...(request.body as Json), path, line, side, in_reply_to_id: Number(id) };
  return world.pass(request, { path: `/repos/${world.settings.repository}/pulls/${number}/comments`, body });
}

/** Reviews with comments on lines, and replies to them. */
export const REVIEW_RULES: readonly Rule[] = [
  {
    method: 'POST',
    path: /^\/pulls\/\d+\/reviews$/,
    apply: (request, _p, world) => createReview(request, world),
  },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)\/reviews\/(\d+)\/comments$/,
    apply: (_request, [n = '', review = ''], world) => ofReview(n, review, world),
  },
  {
    method: 'GET',
    path: /^\/pulls\/\d+\/comments$/,
    apply: async (request, _p, world) => {
      const answer = await world.pass(request);
      return {
        ...answer,
        body: ok(answer) ? list(answer.body).map((each) => withReview(each, world)) : answer.body,
      };
    },
  },
  {
    method: 'POST',
    path: /^\/pulls\/(\d+)\/comments\/(\d+)\/replies$/,
    apply: (request, [n = '', id = ''], world) => replyTo(request, n, id, world),
  },
];
