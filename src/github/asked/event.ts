import * as z from 'zod';
import type { Problem } from '../../report/view.js';
import type { TriggerSettings } from './settings.js';
import type { Requester, Trigger, TriggerEvent } from './trigger.js';

/** What all events have in common, and what is said of those that are none of ours. */

export const Sender = z.object({ login: z.string().min(1), type: z.string().optional() });

export function requesterOf(sender: z.output<typeof Sender>): Requester {
  return { login: sender.login, isBot: sender.type === 'Bot' || /\[bot\]$/i.test(sender.login) };
}

/** Exact logins only: a pattern would let in bots that nobody thought of (S4). */
export function isUnwantedBot(requester: Requester, settings: TriggerSettings): boolean {
  return requester.isBot && !settings.allowBots.includes(requester.login);
}

export function unwantedBot({ login }: Requester): Trigger {
  return none(
    `${oneLine(login)} is a bot, and smol listens to people. Add it to \`allow-bots\` if it may start runs.`,
  );
}

/** The run ends green. @param reason a sentence for its log. */
export function none(reason: string): Trigger {
  return { kind: 'none', reason };
}

/** The run ends red. */
export function refused(what: string, next: string, yaml: string | null = null): Trigger {
  const snippet = yaml === null ? null : ({ language: 'yaml', text: yaml } as const);
  const problem: Problem = { what, next, again: 'relabel', snippet, link: null };
  return { kind: 'refused', problem };
}

export function unreadable(event: TriggerEvent, error: z.ZodError): Trigger {
  const where = error.issues[0]?.path.join('.') || 'payload';
  return refused(
    `The \`${oneLine(event.name)}\` event lacks what GitHub sends with it: \`${where}\` cannot be read.`,
    'Run smol from a workflow on GitHub. If it was, please report this.',
  );
}

/** Words from elsewhere inside a sentence of ours: short, on one line, nothing a log or markdown acts on. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{S}\p{P} ]|[`:#[\]]{2,}|`/gu, ' ')
    .slice(0, 60)
    .toWellFormed()
    .trim();
}
