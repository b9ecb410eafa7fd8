import { lineAfter, placeInDiff, type Side } from './diff-hunk.js';
import { fresh } from './pull-rules.js';
import { isJson, type Json, list, member, ok, text } from './wire.js';
import { ownerJson, type StoredReviewComment, type World } from './world.js';

/** A line comment as it is asked for. */
export interface Asked {
  readonly path: string;
  readonly line: number | null;
  readonly side: Side;
  readonly startLine: number | null;
}

/** The pull request as it stands. */
export const pullNow = async (number: string | number, world: World): Promise<Json> =>
  fresh((await ownerJson(world, 'GET', `/pulls/${number}`)) as Json, world);

async function patchOf(pull: Json, path: string, world: World): Promise<string | undefined> {
  const [base, head] = [text(member(pull, 'base', 'sha')), text(member(pull, 'head', 'sha'))];
  const files = list(member(await ownerJson(world, 'GET', `/compare/${base}...${head}`), 'files'));
  const file = files.find((each) => member(each, 'filename') === path);
  return file === undefined ? undefined : text(member(file, 'patch'));
}

/** What GitHub keeps of a new comment, or the words with which it refuses a place outside the diff. */
export async function placed(
  pull: Json,
  { path, line, side, startLine }: Asked,
  world: World,
): Promise<Omit<StoredReviewComment, 'reviewId'> | string> {
  const patch = await patchOf(pull, path, world);
  if (patch === undefined) return 'Path could not be resolved';
  if (line === null) return { hunk: '', position: null, startLine };
  const place = placeInDiff(patch, line, side);
  return place ? { ...place, startLine } : 'Line could not be resolved';
}

async function contentAt(commit: string, path: string, world: World): Promise<string | undefined> {
  const inPath = path.split('/').map(encodeURIComponent).join('/');
  const answer = await world.asOwner('GET', `/contents/${inPath}?ref=${commit}`);
  const content = member(answer.body, 'content');
  return ok(answer) ? Buffer.from(text(content), 'base64').toString() : undefined;
}

/** The line as the head has it: null when it was changed since, which GitHub calls outdated. */
async function lineNow(comment: Json, head: string, world: World): Promise<number | null> {
  const { path, line, side, original_commit_id: commit } = comment;
  if (typeof line !== 'number' || side === 'LEFT' || commit === head) return Number(line) || null;
  const [before, after] = await Promise.all([
    contentAt(text(commit), text(path), world),
    contentAt(head, text(path), world),
  ]);
  return before === undefined || after === undefined ? null : lineAfter(line, before, after);
}

function links(comment: Json, number: string, world: World): Json {
  const pull = `${world.url}/repos/${world.settings.repository}/pulls/${number}`;
  const html = `${world.serverUrl}/${world.settings.repository}/pull/${number}#discussion_r${comment.id}`;
  return {
    html_url: html,
    pull_request_url: pull,
    _links: { self: { href: comment.url }, html: { href: html }, pull_request: { href: pull } },
  };
}

/** The emulator's review comment with all that GitHub says of it. */
export async function wholeComment(comment: unknown, pull: Json, world: World): Promise<unknown> {
  if (!isJson(comment)) return comment;
  const stored = world.overlay.reviewComments.get(Number(comment.id));
  const head = text(member(pull, 'head', 'sha'));
  const line = await lineNow(comment, head, world);
  const outdated = line === null && comment.line !== null;
  const shift = line === null ? 0 : line - Number(comment.line);
  const start = stored?.startLine ?? null;
  const { in_reply_to_id: parent, ...rest } = comment;
  return {
    ...rest,
    ...(parent !== null && { in_reply_to_id: parent }),
    ...links(comment, String(pull.number), world),
    pull_request_review_id: stored?.reviewId ?? null,
    diff_hunk: stored?.hunk ?? '',
    position: outdated ? null : (stored?.position ?? null),
    original_position: stored?.position ?? null,
    commit_id: outdated ? comment.original_commit_id : head,
    ...{ line, original_line: comment.line, subject_type: comment.line === null ? 'file' : 'line' },
    ...{ start_line: start === null || outdated ? null : start + shift, original_start_line: start },
    start_side: start === null ? null : comment.side,
  };
}
