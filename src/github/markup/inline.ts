import { showsSomething } from './blank.js';
import type { Footnotes } from './footnotes.js';
import { readTag, sticky } from './html-tags.js';
import { normalLabel, readInlineTarget, shownDestination, type Target } from './links.js';
import { Formulas } from './math.js';
import type { Output } from './output.js';
import { commentEnd, invisibleEntity, writeTag } from './raw-html.js';

/** Everything but what means something in a paragraph. */
const PLAIN = /[^\\`<&![\]$%]+/y;
const ESCAPE = /\\[!-/:-@[-`{-~]/y;
const AUTOLINK = /<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\0- <>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w.-]+)>/y;
/** https://spec.commonmark.org/0.31.2/#raw-html */
const INLINE_TAG =
  /<(?:[A-Za-z][A-Za-z0-9-]*(?:[ \t\n]+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:[ \t\n]*=[ \t\n]*(?:[^"'=<>` \t\n]+|'[^']*'|"[^"]*"))?)*[ \t\n]*\/?|\/[A-Za-z][A-Za-z0-9-]*[ \t\n]*)>/y;
/** Processing instructions, CDATA sections and declarations: how they begin and end. */
const INSTRUCTIONS = [
  { start: /<\?/y, end: '?>' },
  { start: /<!\[CDATA\[/y, end: ']]>' },
  { start: /<![A-Za-z]/y, end: '>' },
];
const FOOTNOTE = /\[\^([^\] \t\n]+)\]/y;
const REFERENCE = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/y;
/** Addresses that GitHub links by itself take in everything up to a space: backticks and backslashes too. */
const BARE_ADDRESS = /www\.|:\//;

type Bracket = {
  /** Offset after it. */
  readonly at: number;
  /** Number of its piece in the output. */
  readonly piece: number;
  readonly image: boolean;
  /** A link cannot be in a link: brackets around one are text. */
  active: boolean;
};

export type Surroundings = {
  /** Whether the paragraph may be a table. */
  readonly table: boolean;
  /** Normal label → destination of the whole text's definitions. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly footnotes: Footnotes;
};

/** Writes what a reader sees of a paragraph, a heading or a table: inline markdown, read left to right. */
export function writeParagraph(out: Output, text: string, surroundings: Surroundings): void {
  new Paragraph(out, text, surroundings).read();
}

class Paragraph {
  readonly #text: string;
  readonly #out: Output;
  readonly #definitions: ReadonlyMap<string, string>;
  readonly #footnotes: Footnotes;
  readonly #table: boolean;
  readonly #runs: ReadonlyMap<number, { readonly starts: readonly number[]; next: number }>;
  readonly #formulas: Formulas;
  readonly #addresses: readonly { readonly from: number; readonly to: number }[];
  readonly #brackets: Bracket[] = [];
  #nextAddress = 0;
  /** Whether code can no longer be told from text: all is read as text, but no tag in it ends what hides. */
  #doubt: boolean;

  constructor(out: Output, text: string, { table, definitions, footnotes }: Surroundings) {
    this.#text = text;
    this.#table = table;
    this.#out = out;
    this.#definitions = definitions;
    this.#footnotes = footnotes;
    // A tag alone on a line ends a table, and raw HTML follows, in which there is no code.
    this.#doubt = table && /^[ \t]*<[^<>]*>[ \t]*$/m.test(text);
    this.#runs = backtickRuns(text);
    this.#addresses = addressesOf(text);
    this.#formulas = new Formulas(text);
  }

  read(): void {
    for (let at = 0; at < this.#text.length; ) at = this.#readAt(at);
  }

  #readAt(at: number): number {
    const plain =
      sticky(PLAIN, this.#text, at) ?? (this.#inAddress(at) ? null : sticky(ESCAPE, this.#text, at));
    if (plain !== null) return this.#copyTo(at, at + plain[0].length);
    switch (this.#text[at]) {
      case '`':
        return this.#readCode(at);
      case '<':
        return this.#readAngle(at);
      case '&': {
        const length = invisibleEntity(this.#text, at);
        return length > 0 ? this.#dropTo(at, at + length, true) : this.#copyTo(at, at + 1);
      }
      case '$': {
        const end = this.#formulas.hiddenAt(at);
        return end === null ? this.#copyTo(at, at + 1) : this.#dropTo(at, end, true);
      }
      case '%': {
        const end = this.#formulas.commentAt(at);
        return end === null ? this.#copyTo(at, at + 1) : this.#dropTo(at, end, true);
      }
      case '!':
        return this.#text[at + 1] === '[' ? this.#open(at, true) : this.#copyTo(at, at + 1);
      case '[':
        return this.#readOpeningBracket(at);
      case ']':
        return this.#readClosingBracket(at);
      default:
        return this.#copyTo(at, at + 1);
    }
  }

  #readCode(at: number): number {
    let end = at;
    while (this.#text[end] === '`') end += 1;
    const close = this.#closingRun(end, end - at);
    if (close === null) return this.#copyTo(at, end);
    const code = this.#text.slice(end, close);
    // Where a cell of a table or an address ends what looks like code, every later backtick is in doubt too.
    const ended = this.#table && /\n|(?<!(?<!\\)\\)\|/.test(code);
    if (ended || this.#inAddress(at)) this.#doubt = true;
    const after = close + end - at;
    // A formula may be written with backticks inside its dollars, and then it has comments.
    const formula = this.#text[at - 1] === '$' && this.#text[after] === '$' && code.includes('%');
    return this.#copyTo(at, this.#doubt || formula ? end : after);
  }

  #closingRun(from: number, length: number): number | null {
    const runs = this.#runs.get(length);
    if (runs === undefined) return null;
    while ((runs.starts[runs.next] ?? Number.POSITIVE_INFINITY) < from) runs.next += 1;
    return runs.starts[runs.next] ?? null;
  }

  #inAddress(at: number): boolean {
    while ((this.#addresses[this.#nextAddress]?.to ?? Number.POSITIVE_INFINITY) <= at) this.#nextAddress += 1;
    return (this.#addresses[this.#nextAddress]?.from ?? at) < at;
  }

  #readAngle(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const end = commentEnd(text, at, this.#out);
      return end === null ? this.#copyTo(at, at + 1) : this.#dropTo(at, end, true);
    }
    const instruction = INSTRUCTIONS.find(({ start }) => sticky(start, text, at) !== null);
    if (instruction !== undefined) {
      const end = this.#out.find(text, instruction.end, at + 2);
      return end < 0 ? this.#copyTo(at, at + 1) : this.#dropTo(at, end + instruction.end.length, true);
    }
    const address = sticky(AUTOLINK, text, at);
    if (address !== null) return this.#copyTo(at, at + address[0].length);
    const tag = sticky(INLINE_TAG, text, at) === null ? null : readTag(text, at);
    if (tag === null) return this.#copyTo(at, at + 1);
    if (tag.closing && this.#doubt && this.#out.isOpen(tag.name)) return this.#dropTo(at, tag.end, false);
    const end = writeTag(this.#out, text, at, tag);
    while ((this.#brackets.at(-1)?.piece ?? -1) >= this.#out.size) this.#brackets.pop();
    return end;
  }

  #readOpeningBracket(at: number): number {
    const note = sticky(FOOTNOTE, this.#text, at);
    if (note === null) return this.#open(at, false);
    const [all, label = ''] = note;
    if (this.#footnotes.isHidden(label)) return this.#dropTo(at, at + all.length, true);
    if (!this.#doubt && !this.#isLinkText(at, at + all.length)) this.#footnotes.refer(label);
    return this.#open(at, false);
  }

  /** Whether what stands after a bracket, or around it, makes a link or an address of it. */
  #isLinkText(at: number, after: number): boolean {
    if (/^\[(?!\^)/.test(this.#text.slice(after, after + 2))) return true;
    return readInlineTarget(this.#text, after) !== null || this.#inAddress(at);
  }

  #open(at: number, image: boolean): number {
    const length = image ? 2 : 1;
    this.#brackets.push({ at: at + length, piece: this.#out.size, image, active: true });
    return this.#copyTo(at, at + length);
  }

  #readClosingBracket(at: number): number {
    const bracket = this.#brackets.pop();
    const target = bracket === undefined || !bracket.active ? null : this.#targetAfter(at + 1, bracket);
    if (bracket === undefined || target === null) return this.#copyTo(at, at + 1);
    const words = this.#text.slice(bracket.at, at);
    if (bracket.image) {
      this.#out.cutTo(bracket.piece, /\S\s+\S/.test(words) || target.title !== '');
      return this.#dropTo(at, target.end, false);
    }
    if (!showsSomething(this.#out.textFrom(bracket.piece).slice(1))) {
      this.#out.cutTo(bracket.piece, true);
      return this.#dropTo(at, target.end, false);
    }
    this.#deactivate();
    const shown = shownDestination(target.destination);
    this.#out.removed ||= target.title !== '' || (shown === null && target.destination !== '');
    // One definition, referred to by thousands, would make megabytes of a text.
    const fits = shown !== null && (!target.elsewhere || this.#out.spend(shown.length));
    this.#out.write(fits ? `](${shown})` : ']');
    return this.#dropTo(at, target.end, false);
  }

  #deactivate(): void {
    for (let index = this.#brackets.length - 1; index >= 0; index -= 1) {
      const bracket = this.#brackets[index];
      if (bracket === undefined || !bracket.active) return;
      if (!bracket.image) bracket.active = false;
    }
  }

  /** Where the link or image leads that ends before an offset; null when it is neither. */
  #targetAfter(at: number, bracket: Bracket): Target | null {
    const inline = readInlineTarget(this.#text, at);
    // Whether `[^a]` can be the text of a reference is read in two ways; here it cannot.
    const note = this.#text[bracket.at] === '^';
    if (inline !== null || note || this.#definitions.size === 0) return inline;
    const reference = sticky(REFERENCE, this.#text, at);
    const full = this.#defined(reference?.[1], at + (reference?.[0].length ?? 0));
    if (full !== null) {
      // Where the definition is none after all, what follows is the target of a link, with a title.
      const more = readInlineTarget(this.#text, full.end);
      return more === null || more.title === '' ? full : { ...full, title: more.title, end: more.end };
    }
    if (at - bracket.at > 1000) return null;
    return this.#defined(this.#text.slice(bracket.at, at - 1), this.#text.startsWith('[]', at) ? at + 2 : at);
  }

  #defined(label: string | undefined, end: number): Target | null {
    const destination = label === undefined ? undefined : this.#definitions.get(normalLabel(label));
    if (destination === undefined) return null;
    const shown = destination.replaceAll('(', '%28').replaceAll(')', '%29');
    return { destination: shown, title: '', end, elsewhere: true };
  }

  #copyTo(from: number, to: number): number {
    return this.#out.copy(this.#text.slice(from, to), to);
  }

  #dropTo(from: number, to: number, words: boolean): number {
    return this.#out.drop(this.#text.slice(from, to), words, to);
  }
}

function backtickRuns(text: string): Map<number, { starts: number[]; next: number }> {
  const runs = new Map<number, { starts: number[]; next: number }>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const same = runs.get(run.length) ?? { starts: [], next: 0 };
    same.starts.push(index);
    runs.set(run.length, same);
  }
  return runs;
}

function addressesOf(text: string): { from: number; to: number }[] {
  if (!/[`\\]|\[\^/.test(text)) return [];
  const addresses: { from: number; to: number }[] = [];
  for (const { 0: word, index } of text.matchAll(/[^ \t\n\v\f\r]+/g)) {
    const start = word.search(BARE_ADDRESS);
    if (start >= 0 && /[`\\]|\[\^/.test(word))
      addresses.push({ from: index + start, to: index + word.length });
  }
  return addresses;
}
