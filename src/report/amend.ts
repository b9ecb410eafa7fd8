import { brokeOff } from './problems.js';
import { GOES_ON, howToRunAgain } from './run-state.js';
import { problemAlert } from './sections.js';
import type { Problem } from './view.js';

const BEGIN = '<!-- smol:stopped -->';
const END = '<!-- /smol:stopped -->';
/** Only where we put it: a plan can have the same words in a block of code. */
const EARLIER = new RegExp(`^\\s*${BEGIN}\\r?\\n[\\s\\S]*?\\n${END}(?=\\r?\\n|$)`);

/**
 * Puts what stopped a later run above the comment of an earlier one, whose plan and links stay. What an even
 * earlier one put there goes.
 *
 * @param body a comment of ours: its first line is the marker.
 */
export function amendComment(body: string, problem: Problem): string {
  const [marker = '', ...rest] = (withoutProgress(body, problem.again) ?? body).split('\n');
  const alert = problemAlert({ problem, phase: 'failed' });
  return [marker, '', BEGIN, '', alert, '', END, '', rest.join('\n').replace(EARLIER, '').trimStart()].join(
    '\n',
  );
}

/** Whether a comment of ours is that of a run which goes on. */
export function isUnderWay(body: string): boolean {
  return lastLineOf(body).startsWith(`<sub>${GOES_ON}</sub>`);
}

/** In the last line only is it ours: a plan can have the same words. */
function lastLineOf(body: string): string {
  return /(?:^|\n)(<sub>[^\n]*)\s*$/.exec(body)?.[1] ?? '';
}

/**
 * Says in the comment of a run that it ended without a word.
 *
 * @param runUrl of that run.
 * @returns null when the comment is not that of this run, or says how it ended.
 */
export function sayThatItBrokeOff(body: string, runUrl: string): string | null {
  if (!body.includes(`(${runUrl})`) || !isUnderWay(body)) return null;
  return amendComment(body, brokeOff());
}

/** The comment of a run that went on, as it is after its end; null for one that says how it ended. */
function withoutProgress(body: string, again: Problem['again']): string | null {
  // In the last line only: a plan can have the same words.
  const [frame = '', lastLine = ''] = /^([\s\S]*\n|)(<sub>[^\n]*)\s*$/.exec(body)?.slice(1) ?? [];
  if (!lastLine.startsWith(`<sub>${GOES_ON}</sub>`)) return null;
  return `${stopped(frame)}${lastLine.replace(GOES_ON, howToRunAgain(again, true))}\n`;
}

/** Our headline, and the files that were under way, as they are after the end. */
function stopped(text: string): string {
  return text
    .replace(/^## (?:(?:Building|Revising): ([\d,]+ of [\d,]+ files?))?.*$/m, (_, counts) =>
      counts === undefined ? '## Stopped' : `## Stopped: ${counts} written`,
    )
    .replace(/^(- \[ \] .*) · \*writing[^*\n]*\*/gm, '$1');
}
