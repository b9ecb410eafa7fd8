import { count, formatBytes } from '../../report/format.js';
import type { DevelopEvent } from '../../smol/events.js';
import { Stop } from '../api/stop.js';

/**
 * A line of our own that may carry a path or a server's words, made safe for the runner's log: the runner
 * obeys `::command::` at the start of a line and `##[command]` anywhere in one
 * (actions/runner, ActionCommand.cs).
 */
export function logLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('##[', '# #[')
    .replace(/^\s*::/, (start) => start.replace('::', ': :'));
}

/** A sentence of ours without its markdown: links become text and address, bold words plain. */
export function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)').replaceAll('**', '');
}

/** The run's log. A chapter's lines fold under its title. */
export type Log = {
  readonly chapter: (title: string) => void;
  readonly line: (text: string) => void;
  readonly warning: (text: string) => void;
};

/**
 * A line for what a person following the log wants to know of an event, in our words; null for the rest.
 *
 * @param counts how many files are made after the event, of how many.
 */
export function describeEvent(
  event: DevelopEvent,
  counts: { readonly done: number; readonly planned: number },
): string | null {
  switch (event.type) {
    case 'plan.retry':
      return `The plan is asked for again: ${event.retry.error.message}`;
    case 'plan.list':
      return 'The list of files could not be read from the plan; it is asked for.';
    case 'plan.done': {
      const what = event.plan.replies.length === 0 ? 'The plan' : 'The plan of the change';
      return `${what} is there${event.reused ? ' already' : ''}: ${count(event.plan.files.length, 'file')}.`;
    }
    case 'file.retry':
      return `${event.path} is asked for again: ${event.retry.error.message}`;
    case 'file.continue':
      return `${event.path} was cut at the token limit; it is continued.`;
    case 'file.done': {
      const bytes = formatBytes(Buffer.byteLength(event.content));
      return `${counts.done} of ${counts.planned}  ${event.path}  ${bytes}${event.reused ? '  (reused)' : ''}`;
    }
    case 'file.drawn':
      return `${counts.done} of ${counts.planned}  ${event.path}  ${formatBytes(event.content.length)}  (drawn)`;
    case 'check': {
      const errors = event.findings.filter(({ severity }) => severity === 'error').length;
      const again = event.round === 0 ? 'Checked' : 'Checked again';
      if (event.findings.length === 0) return `${again}: nothing found.`;
      return `${again}: ${count(event.findings.length, 'finding')}, ${count(errors, 'error')} among them.`;
    }
    case 'repair':
      return `${event.path} is mended: ${count(event.findings.length, 'finding')}.`;
    case 'file.unchanged':
      return `${counts.done} of ${counts.planned}  ${event.path}  (need not change)`;
    case 'file.failed':
      // What ended the whole run is said once, at its end.
      if (event.error instanceof Stop) return null;
      return `${event.path} failed: ${event.error.message}`;
    default:
      return null;
  }
}
