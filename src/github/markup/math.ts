/**
 * Commands with which a formula says what nobody sees on GitHub, in words or by where and how it is drawn.
 * https://docs.mathjax.org/en/v3.2/input/tex/macros/
 */
const HIDING = new RegExp(
  [
    String.raw`\\(?:[hv]?phantom|smash|(?:math)?[rlc]lap|raise(?:box)?|lower|[fg]?colorbox|fcolorbox|definecolor|bbox)(?![a-zA-Z])`,
    String.raw`\\(?:[egx]?def|let|newcommand|providecommand|newenvironment|re(?:newcommand|newenvironment|quire))(?![a-zA-Z])`,
    String.raw`\\(?:class|cssId|style|href|html[A-Z]\w*|data|toggle|mathtip|texttip|mmlToken|unicode)(?![a-zA-Z])`,
    // Further than any formula is wide, or over what stands before.
    String.raw`\\(?:hspace|hskip|mspace|mskip|m?kern|moveleft|moveright)\*?\s*\{?\s*(?:-|\d{3})`,
    // These colours are seen on a light page and on a dark one.
    String.raw`\\(?:text)?color(?![a-zA-Z])(?!\s*\{\s*(?:red|green|blue|orange|purple|magenta|cyan|teal|violet|brown|olive|gray|pink)\s*\})`,
    String.raw`\\(?:label|ref|eqref|tag)(?![a-zA-Z])\*?\s*\{(?![\w:.\- ]{1,20}\})`,
  ].join('|'),
);
const DOLLARS = /(?<!\\)(?:\\\\)*\$+/g;
/** In a formula, all from here to the end of the line. */
const COMMENT = /%[^\n]*/y;

/** Whether a formula, given without its dollars, holds what nobody sees. */
export function hidesInFormula(formula: string): boolean {
  return formula.search(HIDING) >= 0;
}

/** A comment in a formula, when it has words: its length, else 0. */
export function formulaComment(formula: string, at: number): number {
  COMMENT.lastIndex = at;
  const comment = COMMENT.exec(formula)?.[0] ?? '';
  return /[\p{L}\p{N}]/u.test(comment) ? comment.length : 0;
}

type Run = { readonly from: number; readonly to: number };

/**
 * The formulas in a paragraph, `$…$` and `$$…$$`. Where they begin and end is read generously for commands
 * that hide, which nobody writes between two prices, and strictly for comments: `$5, 20% off` has none.
 */
export class Formulas {
  readonly #text: string;
  readonly #runs: readonly Run[];
  #next = 0;
  /** Before this offset no comment has words. */
  #silentUntil = 0;

  constructor(text: string) {
    this.#text = text;
    this.#runs = text.includes('$') ? runsOf(text) : [];
  }

  /** The end of a formula that begins at an offset and is to go, or null. The offsets asked for grow. */
  hiddenAt(at: number): number | null {
    const index = this.#runAt(at);
    const [opening, closing] = [this.#runs[index], this.#runs[index + 1]];
    if (opening === undefined || closing === undefined || opening.from > at) return null;
    return hidesInFormula(this.#text.slice(opening.to, closing.from)) ? closing.to : null;
  }

  /** The end of a comment in a formula that begins at an offset, or null. */
  commentAt(at: number): number | null {
    const index = this.#runAt(at);
    const opening = this.#runs[index - 1];
    if (at < this.#silentUntil) return null;
    const closing = this.#runs.slice(index, index + 20).find((run) => this.#closes(run));
    if (opening === undefined || closing === undefined) return null;
    if (opening.to - opening.from < 2 && /\s/.test(this.#text[opening.to] ?? ' ')) return null;
    const length = formulaComment(this.#text.slice(0, closing.from), at);
    if (length > 0) return at + length;
    const lineEnd = this.#text.indexOf('\n', at);
    this.#silentUntil = Math.min(lineEnd < 0 ? closing.from : lineEnd, closing.from);
    return null;
  }

  #closes({ from, to }: Run): boolean {
    if (to - from > 1) return true;
    return !/\s/.test(this.#text[from - 1] ?? ' ') && !/\w/.test(this.#text[to] ?? '');
  }

  /** Index of the first run that does not end before an offset. */
  #runAt(at: number): number {
    while ((this.#runs[this.#next]?.to ?? Number.POSITIVE_INFINITY) <= at) this.#next += 1;
    return this.#next;
  }
}

function runsOf(text: string): Run[] {
  return Array.from(text.matchAll(DOLLARS), ({ 0: match, index }) => {
    const to = index + match.length;
    return { from: to - match.replace(/^\\+/, '').length, to };
  });
}
