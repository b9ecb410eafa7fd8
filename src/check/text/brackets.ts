import type { Broken } from '../facts.js';
import { Lines } from '../lines.js';

/** How a language writes what is no code. */
export type Syntax = {
  /**
   * Where the comment or the text in quotes ends that begins at an offset.
   *
   * @returns the offset itself where none begins, `UNCLOSED` where it does not end, `CUT_OFF` where it may not go
   *   over the end of its line, and does
   */
  readonly skip: (text: string, at: number) => number;
  /** Where code begins, for a language that stands within another; the end of the text where there is none. */
  readonly start?: (text: string) => number;
  /** The signs that a whole file ends with, for a language in which there are no others. */
  readonly ends?: ReadonlySet<string>;
};

/** Where something ends that is never closed. */
export const UNCLOSED = -1;
/** Where something ends that is not closed in its line. */
export const CUT_OFF = -2;

const PAIRS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
]);

/** What says nothing; an old editor's sign for the end of a file, too. */
const BLANK: ReadonlySet<string> = new Set(' \t\n\r\f\u001a\ufeff');

/** The first bracket, comment or text in quotes that is not closed, or closed by what does not fit. */
export function bracketsBroken(text: string, { skip, start, ends }: Syntax): Broken | null {
  const open: { readonly bracket: string; readonly at: number }[] = [];
  const lines = new Lines(text);
  let at = start?.(text) ?? 0;
  let last = -1;
  while (at < text.length) {
    const after = skip(text, at);
    if (after === UNCLOSED) {
      const message = `it ends inside a comment or a text in quotes that begins at line ${lines.at(at)}`;
      return { line: lines.at(Math.max(0, text.trimEnd().length - 1)), message };
    }
    if (after === CUT_OFF) return { line: lines.at(at), message: 'a text in quotes is never closed' };
    if (after > at) {
      if (text[at] !== '/') last = at;
      at = after;
      continue;
    }
    if (!BLANK.has(text[at] ?? '')) last = at;
    const bracket = text[at] ?? '';
    if (bracket === '(' || bracket === '[' || bracket === '{') open.push({ bracket, at });
    const pair = PAIRS.get(bracket);
    if (pair !== undefined) {
      const opened = open.pop();
      if (opened?.bracket !== pair) return mismatch(bracket, lines.at(at), opened, lines);
    }
    at += 1;
  }
  const opened = open.at(-1);
  const isCut = ends !== undefined && last >= 0 && !ends.has(text[last] ?? '');
  if (opened === undefined)
    return isCut ? { line: lines.at(last), message: 'it ends where something has to follow' } : null;
  const line = lines.at(Math.max(0, text.trimEnd().length - 1));
  return { line, message: `it ends before \`${opened.bracket}\` of line ${lines.at(opened.at)} is closed` };
}

function mismatch(
  bracket: string,
  line: number,
  opened: { readonly bracket: string; readonly at: number } | undefined,
  lines: Lines,
): Broken {
  if (opened === undefined) return { line, message: `\`${bracket}\` closes nothing` };
  const message = `\`${bracket}\` stands where \`${opened.bracket}\` of line ${lines.at(opened.at)} is to be closed`;
  return { line, message };
}

/** The end of a text in quotes in which a backslash escapes. */
export function quotedEnd(text: string, at: number, quote: string, mayBreak: boolean): number {
  for (let here = at + 1; here < text.length; here += 1) {
    const character = text[here];
    if (character === '\\') here += 1;
    else if (character === quote) return here + 1;
    else if (character === '\n' && !mayBreak) return CUT_OFF;
  }
  return UNCLOSED;
}

/** What comes after the next occurrence of a text. */
export function after(text: string, end: string, from: number): number {
  const found = text.indexOf(end, from);
  return found < 0 ? UNCLOSED : found + end.length;
}

/** The end of a comment as C has them; the offset itself where none begins. */
export function commentEnd(text: string, at: number): number {
  if (text[at] !== '/') return at;
  if (text[at + 1] === '*') return after(text, '*/', at + 2);
  if (text[at + 1] !== '/') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
