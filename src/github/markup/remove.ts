import { writeParagraph } from './inline.js';
import type { Line } from './lines.js';
import { type Definition, readDefinition } from './links.js';
import { Output } from './output.js';
import { writeHtml } from './raw-html.js';
import { cutTable, hasTable } from './table.js';

const FENCE = /^(\s*)(`{3,}|~{3,})(.*)$/s;
/** A label or a language: short, so that no sentence can stand in its place. */
const LABEL = /^[\w+#.-]{1,20}$/;
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
  const scan = new MarkupScan(definitions, hiddenFootnotes(lines));
  for (const segment of segments) {
    if (scan.stopped) break;
    scan.read(segment);
  }
  return scan.finish();
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

/** Labels of footnotes that nobody sees, or whose label could be a sentence: only a number stands for it. */
function hiddenFootnotes(lines: readonly Line[]): ReadonlySet<string> {
  const labels = new Set<string>();
  const used = new Set<string>();
  for (const line of lines) {
    if (line.footnote !== null) labels.add(line.footnote);
    else if (line.kind === 'text') {
      for (const [, label] of line.content.matchAll(/\[\^([^\] \t]+)\]/g)) used.add(label ?? '');
    }
  }
  return new Set([...labels].filter((label) => !used.has(label) || !LABEL.test(label)));
}

/** Writes segment after segment what a reader sees of it. */
class MarkupScan {
  readonly #out = new Output();
  readonly #definitions: ReadonlyMap<string, string>;
  readonly #footnotes: ReadonlySet<string>;
  #language = '';
  /** Something that never ends hides all the rest. */
  stopped = false;

  constructor(definitions: ReadonlyMap<string, string>, footnotes: ReadonlySet<string>) {
    this.#definitions = definitions;
    this.#footnotes = footnotes;
  }

  finish(): { text: string; removed: boolean } {
    return this.#out.finish();
  }

  read(segment: Segment): void {
    if (this.#footnotes.has(segment.lines[0]?.footnote ?? '')) {
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
        this.#readCode(segment.content);
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

  /** A mermaid fence is drawn, so that its comments are not seen. */
  #readCode(content: string): void {
    if (this.#language !== 'mermaid' || !/^\s*%%/m.test(content)) {
      this.#out.copy(content);
      return;
    }
    for (const line of content.split(/(?<=\n)/)) {
      if (/^\s*%%/.test(line)) this.#out.drop(line, true);
      else this.#out.copy(line);
    }
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
    writeParagraph(this.#out, text, { table, definitions: this.#definitions, footnotes: this.#footnotes });
  }
}
