import { brokeOff } from './problems.js';
import { GOES_ON, howToRunAgain } from './run-state.js';
import { problemAlert } from './sections.js';
import type { Problem } from './view.js';

const BEGIN = '<!-- smol:stopped -->';
const END = '<!-- /smol:stopped -->';

/**
 * Puts what stopped a later run above the comment of an earlier one, whose plan and links stay. What an even
 * earlier one put there goes.
 *
 * @param body a comment of ours: its first line is the marker.
 */
export function amendComment(body: string, problem: Problem): string {
  const [marker = '', ...rest] = body.split('\n');
  const earlier = rest.join('\n');
  const from = earlier.indexOf(BEGIN);
  const to = earlier.indexOf(END);
  const clean = from === -1 || to < from ? earlier : earlier.slice(0, from) + earlier.slice(to + END.length);
  const alert = problemAlert({ problem, phase: 'failed' });
  return [marker, '', BEGIN, '', alert, '', END, '', clean.trimStart()].join('\n');
}

/**
 * Says in the comment of a run that it ended without a word.
 *
 * @param runUrl of that run.
 * @returns null when the comment is not that of this run, or says how it ended.
 */
export function sayThatItBrokeOff(body: string, runUrl: string): string | null {
  if (!body.includes(`(${runUrl})`) || !body.includes(GOES_ON)) return null;
  const problem = brokeOff();
  return amendComment(body.replace(GOES_ON, howToRunAgain(problem.again, true)), problem);
}
