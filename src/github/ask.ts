import { createHash } from 'node:crypto';
import * as problems from '../report/problems.js';
import type { GitHub } from './client.js';
import { removeHiddenText } from './hidden-text.js';
import { readIssueText } from './issue-text.js';
import { removeInvisibleCharacters } from './markup/invisible-characters.js';
import type { Settings } from './settings.js';
import { isStatus, Stop, stopOf } from './stop.js';
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
};

/**
 * What a trigger asks for. The text of a labelled issue is that of the event, which a trusted person saw when
 * they set the label; it is not fetched again, since its author may have edited it in between. A dispatch that
 * names an issue is started by a trusted person now, so the issue is read now.
 *
 * @throws Stop
 */
export async function readAsk(trigger: OwnTrigger, github: GitHub): Promise<Ask> {
  if (trigger.kind === 'issue') return fromIssue(trigger);
  if (trigger.issueNumber === null) return fromPrompt(trigger.prompt ?? '', null, null);
  const issue = await readIssue(github, trigger.issueNumber);
  if (trigger.prompt === null) return fromIssue(issue);
  return fromPrompt(trigger.prompt, trigger.issueNumber, issue.title);
}

async function readIssue(github: GitHub, issueNumber: number) {
  try {
    const { data } = await github.rest.issues.get({ ...github.repo, issue_number: issueNumber });
    if (data.pull_request !== undefined) throw new Stop(problems.issueMissing(issueNumber));
    if (data.state !== 'open') throw new Stop(problems.issueClosed(issueNumber));
    return { issueNumber, title: data.title, body: data.body ?? '' };
  } catch (error) {
    if (isStatus(error, 404)) throw new Stop(problems.issueMissing(issueNumber), error);
    throw stopOf(error, 'issues');
  }
}

function fromIssue(issue: { issueNumber: number; title: string; body: string }): Ask {
  const text = readIssueText(issue);
  if ('empty' in text) throw new Stop(problems.emptyPrompt());
  return {
    issueNumber: issue.issueNumber,
    title: oneLine(issue.title),
    prompt: text.prompt,
    hiddenTextRemoved: text.hiddenTextRemoved,
  };
}

function fromPrompt(prompt: string, issueNumber: number | null, title: string | null): Ask {
  const { text, removed } = removeHiddenText(prompt);
  if (text.trim() === '') throw new Stop(problems.emptyPrompt());
  return { issueNumber, title: oneLine(title ?? text), prompt: text.trim(), hiddenTextRemoved: removed };
}

function oneLine(text: string): string {
  const [line = ''] = removeInvisibleCharacters(text)
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
export function keyOf(ask: Ask, settings: Settings, repository: string): string {
  const { model, planModel, effort, temperature, instructions, protectedPaths, base } = settings;
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
  const text = JSON.stringify([...parts, protectedPaths, base]).toWellFormed();
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
