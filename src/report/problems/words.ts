import { codeSpan, oneLine, shorten } from '../markdown.js';
import type { Problem } from '../view.js';

/** Longest value of someone else's that is repeated in a sentence, in code points. */
export const VALUE = 200;

export type More = Partial<Pick<Problem, 'snippet' | 'link'>>;

/** Something that a re-run of the old job can mend, because neither the workflow nor the issue has to change. */
export function rerun(what: string, next: string, more: More = {}): Problem {
  return { what, next, again: 'rerun', snippet: null, link: null, ...more };
}

/** Something that needs another workflow or another text, which a re-run of the old job does not see. */
export function relabel(what: string, next: string, more: More = {}): Problem {
  return { ...rerun(what, next, more), again: 'relabel' };
}

/** A value of someone else as code, on one line and short. */
export function shown(value: string): string {
  return codeSpan(shorten(oneLine(value), VALUE));
}

/** Someone else's sentence, on one line and with its full stop. */
export function told(message: string): string {
  const line = shorten(oneLine(message), 500);
  return /[.!?…]$/.test(line) ? line : `${line}.`;
}
