import * as z from 'zod';
import type { Problem } from '../../report/view.js';
import type { CommandReading } from './command.js';
import {
  isUnwantedBot,
  none,
  oneLine,
  refused,
  requesterOf,
  Sender,
  unreadable,
  unwantedBot,
} from './event.js';
import { readCommentEvent, readReviewEvent } from './remark-events.js';
import type { TriggerSettings } from './settings.js';

/** Who asked: the person whose permission is looked up. */
export type Requester = { readonly login: string; readonly isBot: boolean };

type Asked = {
  readonly requester: Requester;
  /** Who started this run: on a re-run another person than `requester` may have clicked (F16). */
  readonly triggeringActor: string;
};

export type Trigger =
  | (Asked & {
      readonly kind: 'issue';
      readonly issueNumber: number;
      readonly title: string;
      /** Empty when the issue has none. As the event carries it, never fetched again (S11). */
      readonly body: string;
      /** When the label was set, as GitHub writes times; null where the event does not say. */
      readonly at: string | null;
      /** Whether there are comments that may be part of the request. */
      readonly hasComments: boolean;
    })
  /** At least one of `prompt` and `issueNumber` is there. With both, the prompt is what is built. */
  | (Asked & {
      readonly kind: 'dispatch';
      readonly prompt: string | null;
      readonly issueNumber: number | null;
    })
  /** A comment with a line for us, on an issue or on a pull request. */
  | (Asked & {
      readonly kind: 'command';
      readonly reading: Exclude<CommandReading, { kind: 'none' }>;
      readonly commentId: number;
      /** When the comment was made. */
      readonly at: string;
      /** Of the issue or pull request. */
      readonly number: number;
      readonly isPullRequest: boolean;
      readonly isOpen: boolean;
      readonly title: string;
      readonly body: string;
    })
  /** Somebody reviewed a pull request, or commented on a line of it. */
  | (Asked & {
      readonly kind: 'feedback';
      readonly pullNumber: number;
      /** When it was said: what is said later is for a later run. */
      readonly at: string;
    })
  /** None of ours. The run ends green; `reason` is a sentence for its log. */
  | { readonly kind: 'none'; readonly reason: string }
  /** Ours, but wrong. The run ends red. */
  | { readonly kind: 'refused'; readonly problem: Problem };

export type TriggerEvent = {
  /** `GITHUB_EVENT_NAME` */
  readonly name: string;
  /** The parsed file of `GITHUB_EVENT_PATH`. */
  readonly payload: unknown;
  /** `GITHUB_ACTOR` */
  readonly actor: string;
  /** `GITHUB_TRIGGERING_ACTOR` */
  readonly triggeringActor: string;
};

/** https://docs.github.com/webhooks/webhook-events-and-payloads?actionType=labeled#issues */
const LabeledIssue = z.object({
  label: z.object({ name: z.string() }).nullish(),
  issue: z.object({
    number: z.int().positive(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.string(),
    pull_request: z.unknown().optional(),
    updated_at: z.string().nullish(),
    comments: z.number().nullish(),
  }),
  sender: Sender,
});
const WithAction = z.object({ action: z.string() });
const WithSender = z.object({ sender: Sender });

/**
 * Decides what an event asks for. Pure: whether the person may ask is looked up elsewhere.
 *
 * An issue brings its own text; the inputs `prompt` and `issue-number` count for `workflow_dispatch` only,
 * so that a workflow with both events can always pass `prompt: ${{ inputs.prompt }}`.
 */
export function readTrigger(event: TriggerEvent, settings: TriggerSettings): Trigger {
  switch (event.name) {
    case 'issues':
      return readIssueEvent(event, settings);
    case 'workflow_dispatch':
      return readDispatch(event, settings);
    case 'issue_comment':
      return readCommentEvent(event, settings);
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return readReviewEvent(event, settings);
    case 'pull_request_target':
      return refused(
        'smol does not run on `pull_request_target`: strangers start that event, and it comes with secrets.',
        'Start smol with `issues` or `workflow_dispatch` instead.',
        TRIGGERS_YAML,
      );
    default:
      return none(
        `smol acts on \`issues\` (labeled), \`issue_comment\`, \`pull_request_review\` and \`workflow_dispatch\`; this event is \`${oneLine(event.name)}\`.`,
      );
  }
}

function readIssueEvent(event: TriggerEvent, settings: TriggerSettings): Trigger {
  const kind = WithAction.safeParse(event.payload);
  if (!kind.success) return unreadable(event, kind.error);
  if (kind.data.action !== 'labeled') {
    return none(`smol starts when an issue gets a label; this issue was ${oneLine(kind.data.action)}.`);
  }
  const payload = LabeledIssue.safeParse(event.payload);
  if (!payload.success) return unreadable(event, payload.error);
  const { issue, label, sender } = payload.data;
  const name = label?.name ?? '';
  if (!sameLabel(name, settings.label)) {
    return none(`The label is \`${oneLine(name)}\`; smol starts with \`${settings.label}\`.`);
  }
  if (issue.pull_request !== undefined && issue.pull_request !== null) {
    return none(`#${issue.number} is a pull request. smol starts from an issue: put the label there.`);
  }
  if (issue.state !== 'open') {
    return none(`#${issue.number} is closed. Reopen it, then put the label on again.`);
  }
  const requester = requesterOf(sender);
  if (isUnwantedBot(requester, settings)) return unwantedBot(requester);
  return {
    kind: 'issue',
    issueNumber: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    at: issue.updated_at ?? null,
    hasComments: issue.comments !== 0,
    requester,
    triggeringActor: event.triggeringActor,
  };
}

function readDispatch(event: TriggerEvent, settings: TriggerSettings): Trigger {
  const payload = WithSender.safeParse(event.payload);
  const requester = requesterOf(payload.success ? payload.data.sender : { login: event.actor });
  if (isUnwantedBot(requester, settings)) return unwantedBot(requester);
  const prompt = settings.prompt?.trim() || null;
  if (prompt === null && settings.issueNumber === null) {
    return refused(
      'The workflow was started by hand, but neither `prompt` nor `issue-number` says what to build.',
      'Give the workflow an input for the prompt, and pass it on to smol.',
      DISPATCH_YAML,
    );
  }
  const { issueNumber } = settings;
  return { kind: 'dispatch', prompt, issueNumber, requester, triggeringActor: event.triggeringActor };
}

/** Labels of GitHub are the same label in any letter case (S1). */
export function sameLabel(left: string, right: string): boolean {
  return left.trim().toLowerCase() === right.trim().toLowerCase();
}

const TRIGGERS_YAML = `on:
  issues:
    types: [labeled]`;

const DISPATCH_YAML = `on:
  workflow_dispatch:
    inputs:
      prompt: { description: What to build, required: true, type: string }
# and in the step:
with:
  prompt: \${{ inputs.prompt }}`;
