import * as z from 'zod';
import { isOurs } from '../../report/marks.js';
import { readCommand } from './command.js';
import { isUnwantedBot, none, oneLine, requesterOf, Sender, unreadable, unwantedBot } from './event.js';
import type { TriggerSettings } from './settings.js';
import type { Trigger, TriggerEvent } from './trigger.js';

const WithAction = z.object({ action: z.string() });

/** https://docs.github.com/webhooks/webhook-events-and-payloads#issue_comment */
const IssueComment = z.object({
  issue: z.object({
    number: z.int().positive(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.string(),
    pull_request: z.unknown().optional(),
  }),
  comment: z.object({ id: z.int().positive(), body: z.string().nullish(), created_at: z.string() }),
  sender: Sender,
});

/** A comment asks for something by a line that begins with `/smol`; every other comment is people's own talk. */
export function readCommentEvent(event: TriggerEvent, settings: TriggerSettings): Trigger {
  const action = WithAction.safeParse(event.payload).data?.action ?? 'created';
  if (action !== 'created') return none(`smol reads new comments; this one was ${oneLine(action)}.`);
  const payload = IssueComment.safeParse(event.payload);
  if (!payload.success) return unreadable(event, payload.error);
  const { issue, comment, sender } = payload.data;
  const body = comment.body ?? '';
  // Whoever the token belongs to: with a person's, our own comments start runs.
  if (isOurs(body)) return none('The comment is one of ours.');
  const reading = readCommand(body);
  if (reading.kind === 'none') return none('The comment has no line that begins with `/smol`.');
  const requester = requesterOf(sender);
  if (isUnwantedBot(requester, settings)) return unwantedBot(requester);
  return {
    kind: 'command',
    reading,
    commentId: comment.id,
    at: comment.created_at,
    number: issue.number,
    isPullRequest: issue.pull_request !== undefined && issue.pull_request !== null,
    isOpen: issue.state === 'open',
    title: issue.title,
    body: issue.body ?? '',
    requester,
    triggeringActor: event.triggeringActor,
  };
}

const PullRequest = z.object({ number: z.int().positive() });

/** https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request_review */
const Review = z.object({
  pull_request: PullRequest,
  review: z.object({ submitted_at: z.string(), body: z.string().nullish() }),
  sender: Sender,
});
/** https://docs.github.com/webhooks/webhook-events-and-payloads#pull_request_review_comment */
const ReviewComment = z.object({
  pull_request: PullRequest,
  comment: z.object({ created_at: z.string(), body: z.string().nullish() }),
  sender: Sender,
});

/** A review that was submitted, or a comment on a line of a pull request. */
export function readReviewEvent(event: TriggerEvent, settings: TriggerSettings): Trigger {
  const isReview = event.name === 'pull_request_review';
  const wanted = isReview ? 'submitted' : 'created';
  const action = WithAction.safeParse(event.payload).data?.action ?? wanted;
  if (action !== wanted) return none(`smol reads new reviews; this one was ${oneLine(action)}.`);
  const payload = (isReview ? Review : ReviewComment).safeParse(event.payload);
  if (!payload.success) return unreadable(event, payload.error);
  const { pull_request, sender, ...said } = payload.data;
  const { body, ...times } = 'review' in said ? said.review : said.comment;
  if (isOurs(body ?? '')) return none('The comment is one of ours.');
  const requester = requesterOf(sender);
  if (isUnwantedBot(requester, settings)) return unwantedBot(requester);
  return {
    kind: 'feedback',
    pullNumber: pull_request.number,
    at: 'submitted_at' in times ? times.submitted_at : times.created_at,
    requester,
    triggeringActor: event.triggeringActor,
  };
}
