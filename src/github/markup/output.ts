import { saysSomething, showsSomething } from './blank.js';

/** An element whose content may have to go once its end is known. */
type Frame = {
  readonly name: string;
  readonly piece: number;
  readonly rule: 'hidden' | 'when closed' | 'without summary' | 'when empty';
  /** Elements of the same name that are open inside it. */
  depth: number;
  summary: 'none' | 'empty' | 'seen';
};

/** Nobody sees what is in these, or in a browser only where something else is not supported. */
const UNSEEN: ReadonlyMap<string, Frame['rule']> = new Map([
  ['rp', 'hidden'],
  ['picture', 'when closed'],
  ['template', 'when closed'],
  ['noscript', 'when closed'],
  ['datalist', 'when closed'],
  ['object', 'when closed'],
  ['svg', 'when closed'],
  ['details', 'without summary'],
  ['a', 'when empty'],
]);

/**
 * The text that stays, as pieces, so that the last ones can be taken back. Content is handed over in
 * order, copied or dropped, so that each line gets the prefix (`> `) that it had.
 */
export class Output {
  removed = false;
  #budget: number;
  #pieces: string[] = [];
  #prefixes: readonly string[] = [];
  #line = 0;
  #frames: Frame[] = [];
  #summary: number | null = null;
  readonly #found = new Map<string, { text: string; from: number; at: number }>();

  /** @param budget how many characters `spend` gives */
  constructor(budget: number) {
    this.#budget = budget;
  }

  /** Whether so many more characters may be written that do not stand where they are written. */
  spend(characters: number): boolean {
    this.#budget -= characters;
    return this.#budget >= 0;
  }

  get size(): number {
    return this.#pieces.length;
  }

  begin(prefixes: readonly string[]): void {
    this.#prefixes = prefixes;
    this.#line = 0;
    this.#pieces.push(prefixes[0] ?? '');
  }

  endSegment(): void {
    this.#pieces.push('\n');
  }

  /** Text of our own: no lines of the content. */
  write(text: string): void {
    this.#pieces.push(text);
  }

  copy(content: string, end = 0): number {
    if (!content.includes('\n')) {
      this.#pieces.push(content);
      return end;
    }
    for (const [index, line] of content.split('\n').entries()) {
      if (index > 0) {
        this.#line += 1;
        this.#pieces.push(`\n${this.#prefixes[this.#line] ?? ''}`);
      }
      this.#pieces.push(line);
    }
    return end;
  }

  /** @param words whether this took away something that could have been read */
  drop(content: string, words: boolean, end = 0): number {
    if (content === '') return end;
    this.#line += content.split('\n').length - 1;
    this.removed ||= words;
    return end;
  }

  textFrom(piece: number): string {
    return this.#pieces.slice(piece).join('');
  }

  cutTo(piece: number, words: boolean): void {
    this.#pieces.length = Math.min(piece, this.#pieces.length);
    this.removed ||= words;
  }

  open(name: string, hidden: boolean): void {
    if (name === 'summary') {
      this.#summary = this.size;
      return;
    }
    const rule = hidden ? 'hidden' : UNSEEN.get(name);
    if (rule !== undefined) this.#frames.push({ name, piece: this.size, rule, depth: 0, summary: 'none' });
    else {
      const around = this.#frames.findLast((frame) => frame.name === name);
      if (around !== undefined) around.depth += 1;
    }
  }

  /** Whether an element of this name may hide what is written now. */
  isOpen(name: string): boolean {
    return name === 'summary' || this.#frames.some((frame) => frame.name === name);
  }

  close(name: string, source: string): void {
    if (name === 'summary') this.#endSummary();
    const index = this.#frames.findLastIndex((frame) => frame.name === name);
    const frame = this.#frames[index];
    if (frame === undefined || frame.depth > 0) {
      if (frame !== undefined) frame.depth -= 1;
      this.write(source);
      return;
    }
    const inner = this.#frames.splice(index);
    for (const left of inner.slice(1).reverse()) if (endsHidden(left)) this.cutTo(left.piece, true);
    const text = this.textFrom(frame.piece);
    if (staysWhenClosed(frame, text)) this.write(source);
    else this.cutTo(frame.piece, saysSomething(text) || text.includes('href='));
  }

  /** `text.indexOf(needle, from)`, with `from` growing: no stretch of a text is searched twice. */
  find(text: string, needle: string, from: number): number {
    const known = this.#found.get(needle);
    if (known?.text === text && known.from <= from && (known.at < 0 || known.at >= from)) return known.at;
    const at = text.indexOf(needle, from);
    this.#found.set(needle, { text, from, at });
    return at;
  }

  finish(): { text: string; removed: boolean } {
    for (const frame of this.#frames.reverse()) if (endsHidden(frame)) this.cutTo(frame.piece, true);
    const text = this.#pieces.join('');
    return { text: text.endsWith('\n') ? text.slice(0, -1) : text, removed: this.removed };
  }

  #endSummary(): void {
    const details = this.#frames.findLast((frame) => frame.name === 'details');
    if (this.#summary === null || details === undefined) return;
    const seen = saysSomething(this.textFrom(this.#summary));
    if (details.summary !== 'seen') details.summary = seen ? 'seen' : 'empty';
    this.#summary = null;
  }
}

function staysWhenClosed(frame: Frame, text: string): boolean {
  if (frame.rule === 'when empty') return showsSomething(text);
  return frame.rule === 'without summary' && frame.summary === 'seen';
}

/** What becomes of an element that nobody closed. */
function endsHidden(frame: Frame): boolean {
  return frame.rule === 'hidden' || (frame.rule === 'without summary' && frame.summary === 'empty');
}
