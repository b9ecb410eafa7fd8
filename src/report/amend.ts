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
