import * as z from 'zod';
import type { Problem } from '../report/view.js';
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
    })
  /** At least one of `prompt` and `issueNumber` is there. With both, the prompt is what is built. */
  | (Asked & {
      readonly kind: 'dispatch';
      readonly prompt: string | null;
      readonly issueNumber: number | null;
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

const Sender = z.object({ login: z.string().min(1), type: z.string().optional() });

/** https://docs.github.com/webhooks/webhook-events-and-payloads?actionType=labeled#issues */
const LabeledIssue = z.object({
  label: z.object({ name: z.string() }).nullish(),
  issue: z.object({
    number: z.int().positive(),
    title: z.string(),
    body: z.string().nullish(),
    state: z.string(),
    pull_request: z.unknown().optional(),
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
    case 'pull_request_target':
      return refused(
        'smol does not run on `pull_request_target`: strangers start that event, and it comes with secrets.',
        'Start smol with `issues` or `workflow_dispatch` instead.',
        TRIGGERS_YAML,
      );
    default:
      return none(
        `smol acts on \`issues\` (labeled) and \`workflow_dispatch\`; this event is \`${oneLine(event.name)}\`.`,
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

function requesterOf(sender: z.output<typeof Sender>): Requester {
  return { login: sender.login, isBot: sender.type === 'Bot' || /\[bot\]$/i.test(sender.login) };
}

/** Exact logins only: a pattern would let in bots that nobody thought of (S4). */
function isUnwantedBot(requester: Requester, settings: TriggerSettings): boolean {
  return requester.isBot && !settings.allowBots.includes(requester.login);
}

function unwantedBot({ login }: Requester): Trigger {
  return none(
    `${oneLine(login)} is a bot, and smol listens to people. Add it to \`allow-bots\` if it may start runs.`,
  );
}

function none(reason: string): Trigger {
  return { kind: 'none', reason };
}

function refused(what: string, next: string, yaml: string | null = null): Trigger {
  const snippet = yaml === null ? null : ({ language: 'yaml', text: yaml } as const);
  return { kind: 'refused', problem: { what, next, again: 'relabel', snippet, link: null } };
}

function unreadable(event: TriggerEvent, error: z.ZodError): Trigger {
  const where = error.issues[0]?.path.join('.') || 'payload';
  return refused(
    `The \`${oneLine(event.name)}\` event lacks what GitHub sends with it: \`${where}\` cannot be read.`,
    'Run smol from a workflow on GitHub. If it was, please report this.',
  );
}

/** Words from elsewhere inside a sentence of ours: short, on one line, nothing a log or markdown acts on. */
function oneLine(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{S}\p{P} ]|[`:#[\]]{2,}|`/gu, ' ')
    .slice(0, 60)
    .toWellFormed()
    .trim();
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
