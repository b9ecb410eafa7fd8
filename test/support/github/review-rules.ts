import { mayWrite } from './options.js';
import { paged } from './pull-rules.js';
import { type Asked, placed, pullNow, wholeComment } from './review-comments.js';
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
  text,
  withStatus,
} from './wire.js';
import { ownerAll, type Rule, type World } from './world.js';

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const askedOf = (comment: unknown): Asked => ({
  path: text(member(comment, 'path')),
  line: numberOrNull(member(comment, 'line')),
  side: member(comment, 'side') === 'LEFT' ? 'LEFT' : 'RIGHT',
  startLine: numberOrNull(member(comment, 'start_line')),
});

/**
 * A review with line comments. The emulator wants the old `position`, answers 422 for `line` and leaves the review
 * behind, so the review and each comment are made one by one and joined here.
 */
async function createReview(request: FrontRequest, number: string, world: World): Promise<FrontResponse> {
  const { comments: asked, ...review } = isJson(request.body) ? request.body : {};
  const comments = list(asked).filter(isJson);
  if (comments.some(({ path, body }) => text(path) === '' || text(body) === '')) {
    return invalid({ resource: 'PullRequestReview', code: 'invalid', field: 'comments' });
  }
  if (!ok(await world.asOwner('GET', `/pulls/${number}`))) return refuse(404, 'Not Found');
  const pull = await pullNow(number, world);
  const places = await Promise.all(comments.map((each) => placed(pull, askedOf(each), world)));
  const wrong = places.filter((place) => typeof place === 'string');
  if (wrong.length > 0) return unprocessable(wrong);
  const answer = await world.pass(request, { body: { ...review, commit_id: member(pull, 'head', 'sha') } });
  if (!ok(answer)) return answer;
  const path = request.path.replace(/\/reviews$/, '/comments');
  for (const [index, { start_line: _start, ...comment }] of comments.entries()) {
    const place = places[index];
    const commit = member(pull, 'head', 'sha');
    const made = await world.pass(request, { path, body: { side: 'RIGHT', commit_id: commit, ...comment } });
    if (!ok(made) || typeof place !== 'object') return made;
    const reviewId = Number(member(answer.body, 'id'));
    world.overlay.reviewComments.set(Number(member(made.body, 'id')), { ...place, reviewId });
  }
  return withStatus({ ...answer, body: wholeReview(answer.body, number, world) }, 200);
}

const unprocessable = (errors: readonly string[]): FrontResponse => {
  const answer = refuse(422, 'Unprocessable Entity');
  return { ...answer, body: { ...(answer.body as Json), errors } };
};

/** GitHub's review has no dates of its own but `submitted_at`, and an empty text where none was written. */
function wholeReview(review: unknown, number: string, world: World): unknown {
  if (!isJson(review)) return review;
  const { created_at: _created, updated_at: _updated, ...rest } = review;
  const { repository } = world.settings;
  return {
    ...rest,
    // The emulator does not change a review that is submitted.
    body: world.overlay.versions.get(text(review.node_id))?.at(-1)?.body ?? text(review.body),
    html_url: `${world.serverUrl}/${repository}/pull/${number}#pullrequestreview-${review.id}`,
    pull_request_url: `${world.url}/repos/${repository}/pulls/${number}`,
  };
}

async function reviews(request: FrontRequest, number: string, world: World): Promise<FrontResponse> {
  const answer = await world.pass(request);
  if (!ok(answer)) return answer;
  const body = isJson(answer.body) ? wholeReview(answer.body, number, world) : list(answer.body);
  return {
    ...answer,
    body: Array.isArray(body) ? body.map((each) => wholeReview(each, number, world)) : body,
  };
}

async function comments(
  request: FrontRequest,
  number: string,
  world: World,
  wanted: (comment: unknown) => boolean,
): Promise<FrontResponse> {
  // Whether the asker may read is the emulator's to say.
  const answer = await world.pass(request, { path: request.path.replace(/\/reviews\/\d+/, '') });
  if (!ok(answer)) return answer;
  const { query } = request;
  const [since, direction] = [query.get('since'), query.get('direction') ?? 'asc'];
  const found = (await ownerAll(world, `/pulls/${number}/comments`)).filter(wanted);
  const recent = found.filter(
    (each) => since === null || world.clock.shown(new Date(text(member(each, 'updated_at')))) >= since,
  );
  const pull = await pullNow(number, world);
  const whole = await Promise.all(recent.map((each) => wholeComment(each, pull, world)));
  return paged(request, direction === 'desc' && query.has('sort') ? whole.reverse() : whole, world);
}

/** `…/pulls/4` names the pull request of a comment. */
const pullNumberOf = (comment: unknown): string =>
  /\/pulls\/(\d+)$/.exec(text(member(comment, 'pull_request_url')))?.[1] ?? '';

async function one(request: FrontRequest, world: World): Promise<FrontResponse> {
  const answer = await world.pass(request);
  if (!ok(answer) || !isJson(answer.body)) return answer;
  const pull = await pullNow(pullNumberOf(answer.body), world);
  return { ...answer, body: await wholeComment(answer.body, pull, world) };
}

/** Every answer in a thread is, for GitHub, a review of its own without text; and the thread has one first comment. */
async function replyTo(
  request: FrontRequest,
  number: string,
  id: string,
  world: World,
): Promise<FrontResponse> {
  const found = await world.asOwner('GET', `/pulls/comments/${id}`);
  if (!ok(found) || pullNumberOf(found.body) !== number) return refuse(404, 'Not Found');
  const { path, line, side, original_commit_id: commit, in_reply_to_id: top } = found.body as Json;
  const thread = Number(top ?? id);
  const at = `/repos/${world.settings.repository}/pulls/${number}`;
  const asked = { ...(request.body as Json), path, line, side, commit_id: commit, in_reply_to_id: thread };
  const made = await world.pass(request, { path: `${at}/comments`, body: asked });
  if (!ok(made)) return made;
  const review = await world.pass(request, { path: `${at}/reviews`, body: { event: 'COMMENT' } });
  const stored = world.overlay.reviewComments.get(thread);
  const reviewId = Number(member(review.body, 'id'));
  const place = { hunk: '', position: null, startLine: null, ...stored, reviewId };
  world.overlay.reviewComments.set(Number(member(made.body, 'id')), place);
  return { ...made, body: await wholeComment(made.body, await pullNow(number, world), world) };
}

/** Authors and people who may write change a text of a review. */
async function edit(
  request: FrontRequest,
  path: string,
  world: World,
  apply: () => Promise<FrontResponse>,
): Promise<FrontResponse> {
  const login = world.emulator.loginOf(request.token ?? '');
  const { body } = await world.asOwner('GET', path);
  const stranger = login !== undefined && login !== member(body, 'user', 'login');
  if (stranger && !mayWrite(world.settings, login))
    return refuse(403, 'Must have admin rights to Repository.');
  return keepingVersions(request.token, path, world, apply);
}

async function editReview(
  request: FrontRequest,
  number: string,
  id: string,
  world: World,
): Promise<FrontResponse> {
  const path = `/pulls/${number}/reviews/${id}`;
  return edit(request, path, world, async () => {
    const answer = await world.asOwner('GET', path);
    const review = wholeReview(answer.body, number, world);
    const body = text(member(request.body, 'body'));
    return ok(answer) && isJson(review) ? { ...answer, body: { ...review, body } } : answer;
  });
}

/** Reviews with comments on lines, and replies to them. */
export const REVIEW_RULES: readonly Rule[] = [
  {
    method: 'POST',
    path: /^\/pulls\/(\d+)\/reviews$/,
    apply: (request, [n = ''], world) => createReview(request, n, world),
  },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)\/reviews(?:\/\d+)?$/,
    apply: (request, [n = ''], world) => reviews(request, n, world),
  },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)\/reviews\/(\d+)\/comments$/,
    apply: (request, [n = '', review = ''], world) =>
      comments(request, n, world, (comment) => {
        const stored = world.overlay.reviewComments.get(Number(member(comment, 'id')));
        return stored?.reviewId === Number(review);
      }),
  },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)\/comments$/,
    apply: (request, [n = ''], world) => comments(request, n, world, () => true),
  },
  {
    method: 'GET',
    path: /^\/pulls\/comments\/\d+$/,
    apply: (request, _p, world) => one(request, world),
  },
  {
    method: 'PATCH',
    path: /^(\/pulls\/comments\/\d+)$/,
    apply: (request, [path = ''], world) => edit(request, path, world, () => world.pass(request)),
  },
  {
    method: 'PUT',
    path: /^\/pulls\/(\d+)\/reviews\/(\d+)$/,
    apply: (request, [n = '', id = ''], world) => editReview(request, n, id, world),
  },
  {
    method: 'POST',
    path: /^\/pulls\/(\d+)\/comments\/(\d+)\/replies$/,
    apply: (request, [n = '', id = ''], world) => replyTo(request, n, id, world),
  },
];
