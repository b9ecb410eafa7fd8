import { createHash } from 'node:crypto';
import * as problems from '../../report/problems.js';
import type { GitHub } from '../api/client.js';
import type { Secrets } from '../api/secrets.js';
import { isStatus, Stop, stopOf } from '../api/stop.js';
import type { World } from '../api/world.js';
import { removeHiddenText } from '../markup/hidden-text.js';
import { removeInvisibleCharacters } from '../markup/invisible-characters.js';
import { readConversation } from './conversation.js';
import { readIssueText } from './issue-text.js';
import type { Order } from './order.js';
import type { Settings } from './settings.js';
import type { Trigger } from './trigger.js';

/** A trigger that is ours. */
export type OwnTrigger = Extract<Trigger, { kind: 'issue' | 'dispatch' }>;

/** What is asked for. */
export type Ask = {
  readonly issueNumber: number | null;
  /** One line: the issue's title, or the beginning of the prompt. */
  readonly title: string;
  readonly prompt: string;
  readonly hiddenTextRemoved: boolean;
  readonly secretsRemoved: boolean;
  /** Logins of the people whose comments are a part of the prompt. */
  readonly commenters: readonly string[];
  /** The issue's own text, in which its pictures stand; empty where there is none. */
  readonly body: string;
};

/**
 * What a trigger asks for. The text of a labelled issue is that of the event, which a trusted person saw when
 * they set the label; it is not fetched again, since its author may have edited it in between. A dispatch that
 * names an issue is started by a trusted person now, so the issue is read now. No key goes to the model, whoever
 * wrote it there.
 *
 * @throws Stop
 */
export async function readAsk(
  trigger: OwnTrigger,
  { github, secrets }: Pick<World, 'github' | 'secrets'>,
  { allowBots }: Pick<Settings, 'allowBots'>,
  ownAccountId: number | null,
): Promise<Ask> {
  const { redact } = secrets;
  const typed = trigger.kind === 'dispatch' ? trigger.prompt : null;
  if (trigger.issueNumber === null) return fromPrompt(typed ?? '', null, null, redact);
  const issue = trigger.kind === 'issue' ? trigger : await readIssue(github, trigger.issueNumber);
  if (typed !== null) return fromPrompt(typed, trigger.issueNumber, issue.title, redact);
  const ask = fromIssue(issue, redact);
  if (!issue.hasComments) return ask;
  const said = await readConversation(github, {
    issueNumber: issue.issueNumber,
    request: ask.prompt,
    upTo: issue.at,
    ownAccountId,
    allowBots,
    redact,
  });
  return {
    ...ask,
    prompt: said.text === '' ? ask.prompt : `${ask.prompt}\n\n${said.text}`,
    commenters: said.commenters,
    hiddenTextRemoved: ask.hiddenTextRemoved || said.hiddenTextRemoved,
    secretsRemoved: ask.secretsRemoved || said.secretsRemoved,
  };
}

async function readIssue(github: GitHub, issueNumber: number) {
  try {
    const { data } = await github.rest.issues.get({ ...github.repo, issue_number: issueNumber });
    if (data.pull_request !== undefined) throw new Stop(problems.issueMissing(issueNumber));
    if (data.state !== 'open') throw new Stop(problems.issueClosed(issueNumber));
    return {
      issueNumber,
      title: data.title,
      body: data.body ?? '',
      at: null,
      hasComments: data.comments > 0,
    };
  } catch (error) {
    if (isStatus(error, 404)) throw new Stop(problems.issueMissing(issueNumber), error);
    throw stopOf(error, 'issues');
  }
}

type Redact = Secrets['redact'];

function fromIssue(issue: { issueNumber: number; title: string; body: string }, redact: Redact): Ask {
  const text = readIssueText(issue);
  if ('empty' in text) throw new Stop(problems.emptyPrompt());
  return {
    issueNumber: issue.issueNumber,
    title: oneLine(issue.title, redact),
    ...redacted(text.prompt, redact),
    hiddenTextRemoved: text.hiddenTextRemoved,
    commenters: [],
    body: issue.body,
  };
}

function fromPrompt(prompt: string, issueNumber: number | null, title: string | null, redact: Redact): Ask {
  const { text, removed } = removeHiddenText(prompt);
  if (text.trim() === '') throw new Stop(problems.emptyPrompt());
  return {
    issueNumber,
    title: oneLine(title ?? text, redact),
    ...redacted(text.trim(), redact),
    hiddenTextRemoved: removed,
    commenters: [],
    body: '',
  };
}

function redacted(text: string, redact: Redact): Pick<Ask, 'prompt' | 'secretsRemoved'> {
  const prompt = redact(text);
  return { prompt, secretsRemoved: prompt !== text };
}

function oneLine(text: string, redact: Redact): string {
  const [line = ''] = redact(removeInvisibleCharacters(text))
    .replace(/^[\s#]+/, '')
    .split('\n');
  const characters = [...line];
  return characters.length > 80 ? `${characters.slice(0, 79).join('').trimEnd()}…` : line;
}

/** Short name of a text: the first 12 hexadecimal digits of its SHA-256. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text.toWellFormed()).digest('hex').slice(0, 12);
}

/**
 * The key of a run: the same request with the same settings has the same key, and is the same piece of work.
 * 16 hexadecimal digits.
 */
export function keyOf(ask: Ask, settings: Settings, repository: string, order: Order): string {
  const { model, planModel, effort, temperature, instructions, protectedPaths, base, outputDir } = settings;
  const parts = [
    1,
    repository,
    ask.issueNumber,
    ask.prompt,
    model,
    planModel,
    effort,
    temperature,
    instructions,
  ];
  // A plan that is asked for again is another piece of work, although the request is the same.
  const again = order.kind === 'plan' ? [order.commentId] : [];
  const text = JSON.stringify([...parts, protectedPaths, base, outputDir, ...again]).toWellFormed();
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
