import type { Retry, Usage } from '../model/port.js';
import type { DevelopEvent } from '../smol/events.js';
import { advance, grouped, noProgress, rateOf, size } from './display.js';
import { printableLine } from './printable.js';

/**
 * The lines of `--debug`: for each call when it was asked, when its first token came, how fast it was, and
 * what was tried again and why.
 *
 * @returns a function from an event to the line about it; null when there is nothing to say.
 */
export function createTrace(now: () => number): (event: DevelopEvent) => string | null {
  const begin = now();
  const asked = new Map<string, number>();
  let progress = noProgress();
  return (event) => {
    const at = now();
    const name = 'path' in event ? event.path : event.type === 'usage' ? 'run' : 'plan';
    const isFirst = (event.type === 'plan.delta' || event.type === 'file.delta') && !hasBegun(name);
    progress = advance(progress, event, at);
    if (event.type === 'plan.start' || event.type === 'file.start') asked.set(name, at);
    const said = isFirst
      ? `first token after ${seconds(at - (asked.get(name) ?? at))}`
      : words(event, speed(name, at));
    return said === null ? null : `[${seconds(at - begin).padStart(8)}] ${printableLine(`${name}: ${said}`)}`;
  };

  function hasBegun(name: string): boolean {
    return (progress.calls.get(name)?.firstAt ?? null) !== null;
  }

  function speed(name: string, at: number): string {
    const call = progress.calls.get(name);
    if (call === undefined) return '';
    const rate = rateOf(call, at);
    return `${size(call.bytes)}${rate === null ? '' : `, ${size(rate)}/s`}`;
  }
}

function words(event: DevelopEvent, speed: string): string | null {
  switch (event.type) {
    case 'plan.start':
    case 'file.start':
      return 'asked';
    case 'plan.retry':
    case 'file.retry':
      return retryWords(event.retry);
    case 'plan.list':
      return `its list of files is asked for with a schema, because ${event.reason}`;
    case 'plan.done':
      return event.reused ? 'reused' : `whole, ${speed}; ${event.plan.files.length} files`;
    case 'file.continue':
      return `cut at the token limit, continued (${event.attempt})`;
    case 'file.done':
      return event.reused ? 'reused' : `whole, ${speed}`;
    case 'file.drawn':
      return `drawn, ${size(event.content.length)}`;
    case 'file.unchanged':
      return `stays as it is, ${speed}`;
    case 'images.unseen':
      return `the model takes no pictures; ${event.count} not sent`;
    case 'file.failed':
      return `failed after ${speed}: ${event.error.name}: ${event.error.message}`;
    case 'usage':
      return usageWords(event.usage);
    default:
      return null;
  }
}

function retryWords({ attempt, waitMs, error }: Retry): string {
  const status = error.status === null ? '' : ` (HTTP ${error.status})`;
  return `attempt ${attempt} failed, again in ${seconds(waitMs)}: ${error.name}: ${error.message}${status}`;
}

function usageWords(usage: Usage): string {
  const { inputTokens, cachedTokens, outputTokens, estimated } = usage;
  const source = estimated ? ', counted by us' : '';
  return `so far ${grouped(inputTokens)} tokens in (${grouped(cachedTokens)} cached), ${grouped(outputTokens)} out${source}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
