import type { PlanLayout } from '../smol/file-list.js';
import { type NeutralPart, neutraliseParts } from './neutralise.js';

/** Heading of the checklist in a plan that waits. */
export const FILES_HEADING = '#### Files';
/** Title of the fold that holds what is neither the introduction nor the list. */
export const REST_OF_PLAN = 'How the files fit together';
/** Around the part of a comment that people edit after its files were made: what stands around it is that of a run. */
export const EDITABLE_START = '<!-- smol:plan -->';
export const EDITABLE_END = '<!-- /smol:plan -->';
/** What stands between those two lines, with them; null where one of them is not there. */
export function editableLines(lines: readonly string[]): readonly string[] | null {
  const [start, end] = [lines.indexOf(EDITABLE_START), lines.lastIndexOf(EDITABLE_END)];
  return start < 0 || end < start ? null : lines.slice(start, end + 1);
}

/** How the note begins that stands where a text was cut. */
export const CUT_NOTE = '*… cut here';
/** How the note begins that stands in the place of a text. */
export const LEFT_OUT_NOTE = /^\*The (?:plan|introduction) is in the \[/;
/** How the last line of a checklist begins that was cut. */
export const MORE_ITEMS = '- … and ';

/** To which part of the plan a line of its comment belongs; `frame` is everything that is ours. */
export type Region = 'frame' | 'introduction' | 'files' | 'contract' | 'cut';

export type ShownLine = {
  readonly text: string;
  readonly region: Region;
  /** Numbers of the lines of the plan that it was made of; empty where there is none. */
  readonly source: readonly number[];
  /** Lines with the same number stand or fall together (a block of code); null for a line on its own. */
  readonly block: number | null;
};

/**
 * Finds in our comment on a plan that waits what each line was made of.
 *
 * @returns null when the comment shows no list of files.
 */
export function readShownPlan(shown: readonly string[], layout: PlanLayout): readonly ShownLine[] | null {
  const reading = new Reading(shown);
  const { lines, title, introduction, files } = layout;
  const isRest = (at: number) =>
    at >= introduction.end && (files === null || at < files.start || at >= files.end);
  if (title !== null && title.text !== '' && !reading.title(title.index)) return null;
  reading.text(
    'introduction',
    partOf(lines, (at) => at >= introduction.start && at < introduction.end),
  );
  if (!reading.files()) return null;
  reading.fold();
  reading.text('contract', partOf(lines, isRest));
  return reading.lines;
}

/** A part of a plan without the blank lines around it, by its line numbers. */
type Part = { readonly numbers: readonly number[]; readonly neutral: readonly NeutralPart[] };

function partOf(lines: readonly string[], belongs: (index: number) => boolean): Part {
  const numbers = lines.flatMap((_, index) => (belongs(index) ? [index] : []));
  const isFull = (index: number) => lines[index]?.trim() !== '';
  const own = numbers.slice(numbers.findIndex(isFull), numbers.findLastIndex(isFull) + 1);
  const text = own.map((index) => lines[index]).join('\n');
  return { numbers: own, neutral: own.length === 0 ? [] : neutraliseParts(text.trim()) };
}

/** Goes through the comment from top to bottom. */
class Reading {
  readonly #lines: ShownLine[];
  #next = 0;
  #blocks = 0;

  constructor(texts: readonly string[]) {
    this.#lines = texts.map((text) => ({ text, region: 'frame', source: [], block: null }));
  }

  get lines(): readonly ShownLine[] {
    return this.#lines;
  }

  title(number: number): boolean {
    const at = this.#lines.findIndex(({ text }) => /^###(?: |$)/.test(text));
    if (at < 0) return false;
    this.#next = at;
    this.#place('introduction', [number]);
    return true;
  }

  /** As much of a part as is shown. What was cut stands before a note. */
  text(region: 'introduction' | 'contract', { numbers, neutral }: Part): void {
    const first = neutral[0]?.lines[0]?.trimEnd();
    if (first === undefined) return;
    const start = this.#lines.findIndex(({ text }, at) => at >= this.#next && text === first);
    if (start >= 0 && (this.#next === 0 || this.#areBlank(this.#next, start))) {
      this.#skipTo(start, region);
      this.#match(region, numbers, neutral);
    }
    const heading = this.#lines.findIndex(({ text }, at) => at >= this.#next && text === FILES_HEADING);
    const note = this.#lines.findIndex(
      ({ text }, at) => at >= this.#next && (text.startsWith(CUT_NOTE) || LEFT_OUT_NOTE.test(text)),
    );
    const isCut = note >= 0 && (region === 'contract' || note < heading);
    while (isCut && this.#next <= note) this.#place('cut', []);
    if (!isCut && this.#next > 0 && this.#lines[this.#next]?.text === '') this.#place(region, []);
  }

  #match(region: Region, numbers: readonly number[], neutral: readonly NeutralPart[]): void {
    let made = 0;
    for (const part of neutral) {
      if (!part.lines.every((line, at) => this.#lines[this.#next + at]?.text === line.trimEnd())) return;
      const source = numbers.slice(made, made + part.made);
      const isBlock = part.lines.length > 1;
      if (isBlock) this.#blocks += 1;
      for (const _ of part.lines) this.#place(region, source, isBlock ? this.#blocks : null);
      made += part.made;
    }
  }

  files(): boolean {
    const heading = this.#lines.findIndex(({ text }, at) => at >= this.#next && text === FILES_HEADING);
    if (heading < 0) return false;
    if (this.#next > 0) this.#skipTo(heading, 'introduction');
    this.#next = heading;
    this.#place('files', []);
    this.#place('files', []);
    while (this.#lines[this.#next]?.text.startsWith('- ')) this.#place('files', []);
    this.#place('files', []);
    return true;
  }

  /** The beginning of the fold around the rest of the plan, where it is folded. */
  fold(): void {
    const title = this.#lines.findIndex(({ text }, at) => at >= this.#next && text.includes(REST_OF_PLAN));
    const opening = this.#lines.slice(this.#next, title).filter(({ text }) => text !== '');
    if (title < 0 || opening.some(({ text }) => text !== '<details>')) return;
    while (this.#next <= title) this.#place('frame', []);
  }

  /** A gap belongs to what stands above it. */
  #skipTo(index: number, above: Region): void {
    const region = this.#lines[this.#next - 1]?.region ?? above;
    while (this.#next > 0 && this.#next < index) this.#place(region, []);
    this.#next = index;
  }

  #areBlank(start: number, end: number): boolean {
    return this.#lines.slice(start, end).every(({ text }) => text === '');
  }

  #place(region: Region, source: readonly number[], block: number | null = null): void {
    const line = this.#lines[this.#next];
    if (line !== undefined) this.#lines[this.#next] = { text: line.text, region, source, block };
    this.#next += 1;
  }
}
