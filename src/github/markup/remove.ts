import { writeDrawnCode } from './drawn-code.js';
import { Footnotes } from './footnotes.js';
import { type Surroundings, writeParagraph } from './inline.js';
import type { Line } from './lines.js';
import { type Definition, readDefinition } from './links.js';
import { Output } from './output.js';
import { writeHtml } from './raw-html.js';
import { cutTable, hasTable } from './table.js';

const FENCE = /^(\s*)(`{3,}|~{3,})(.*)$/s;
/** A language: short, so that no sentence can stand in its place. */
const INFO = /^[\w+#.-]{1,20}(?![\w+#.-])/;

type Segment = { readonly kind: Line['kind']; readonly lines: readonly Line[]; readonly content: string };

/** One round of `removeHiddenText`. */
export function removeHiddenMarkup(lines: readonly Line[]): { text: string; removed: boolean } {
  const segments = segmentsOf(lines);
  const definitions = new Map<string, string>();
  for (const { kind, content } of segments) {
    if (kind !== 'text') continue;
    for (const { label, destination } of definitionsOf(content, hasTable(content))) {
      if (!definitions.has(label)) definitions.set(label, destination);
    }
  }
  const footnotes = new Footnotes(lines);
  // Which footnotes are referred to is known once all is read.
  if (footnotes.any) scan(segments.filter(isOutsideFootnotes), { definitions, footnotes });
  footnotes.settle();
  return scan(segments, { definitions, footnotes });
}

function isOutsideFootnotes({ lines }: Segment): boolean {
  return lines[0]?.footnote === null;
}

function scan(
  segments: readonly Segment[],
  around: Omit<Surroundings, 'table'>,
): { text: string; removed: boolean } {
  const budget = segments.reduce((sum, { content }) => sum + content.length, 0);
  const markup = new MarkupScan(around, budget);
  for (const segment of segments) {
    if (markup.stopped) break;
    markup.read(segment);
  }
  return markup.finish();
}

function segmentsOf(lines: readonly Line[]): Segment[] {
  const segments: Line[][] = [];
  for (const line of lines) {
    const last = segments.at(-1);
    if (last?.[0]?.block === line.block && last[0].kind === line.kind) last.push(line);
    else segments.push([line]);
  }
  return segments.map((group) => ({
    kind: group[0]?.kind ?? 'blank',
    lines: group,
    content: group.map((line) => line.content).join('\n'),
  }));
}

type Placed = Definition & { readonly from: number };

/**
 * The definitions in a paragraph: all that it begins with. Where a table ends in it, a new paragraph may
 * begin at any line.
 */
function definitionsOf(content: string, table: boolean): Placed[] {
  const found: Placed[] = [];
  for (let from = 0; from >= 0 && from < content.length; ) {
    const definition = readDefinition(content, from);
    if (definition !== null) found.push({ ...definition, from });
    else if (!table) break;
    from = definition?.end ?? nextLine(content, from);
  }
  return found;
}

function nextLine(content: string, from: number): number {
  const end = content.indexOf('\n', from);
  return end < 0 ? content.length : end + 1;
}

/** Writes segment after segment what a reader sees of it. */
class MarkupScan {
  readonly #out: Output;
  readonly #around: Omit<Surroundings, 'table'>;
  #language = '';
  /** Something that never ends hides all the rest. */
  stopped = false;

  constructor(around: Omit<Surroundings, 'table'>, budget: number) {
    this.#around = around;
    this.#out = new Output(budget);
  }

  finish(): { text: string; removed: boolean } {
    return this.#out.finish();
  }

  read(segment: Segment): void {
    const [first] = segment.lines;
    const isShown = first === undefined || this.#around.footnotes.shows(first);
    if (!isShown || segment.kind === 'too deep') {
      this.#out.removed ||= /\S/.test(segment.content);
      return;
    }
    if (segment.kind !== 'code') this.#language = '';
    this.#out.begin(segment.lines.map((line) => line.prefix));
    switch (segment.kind) {
      case 'text':
        this.#readText(segment.content);
        break;
      case 'html':
        this.stopped = !writeHtml(this.#out, segment.content);
        break;
      case 'fence':
        this.#readFence(segment.content);
        break;
      default:
        writeDrawnCode(this.#out, segment.content, this.#language);
    }
    this.#out.endSegment();
  }

  #readFence(content: string): void {
    const [, indent = '', fence = '', info = ''] = FENCE.exec(content) ?? [];
    const words = info.trim().split(/\s+/);
    this.#language = INFO.exec(words[0] ?? '')?.[0] ?? '';
    const space = info.startsWith(' ') && this.#language !== '' ? ' ' : '';
    this.#out.write(`${indent}${fence}${space}${this.#language}`);
    this.#out.removed ||= words.length > 1 || (words[0] !== '' && this.#language === '');
  }

  #readText(content: string): void {
    const table = hasTable(content);
    const text = table ? cutTable(content) : content;
    this.#out.removed ||= text !== content;
    let at = 0;
    for (const { from, end, label, title, destination } of definitionsOf(text, table)) {
      this.#writeParagraph(text.slice(at, from), table);
      this.#out.drop(text.slice(from, end), title !== '' || /\s/.test(label + destination));
      at = end;
    }
    this.#writeParagraph(text.slice(at), table);
  }

  #writeParagraph(text: string, table: boolean): void {
    writeParagraph(this.#out, text, { ...this.#around, table });
  }
}
