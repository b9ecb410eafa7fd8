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
    for (const { label, destination } of definitionsOf(content).list) {
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

function definitionsOf(content: string): { list: Definition[]; end: number } {
  const list: Definition[] = [];
  let end = 0;
  for (let next = readDefinition(content, 0); next !== null; next = readDefinition(content, end)) {
    list.push(next);
    end = next.end;
  }
  return { list, end };
}

/** Labels of footnotes that nobody sees, or whose label could be a sentence: only a number stands for it. */
function hiddenFootnotes(lines: readonly Line[]): ReadonlySet<string> {
  const labels = new Set<string>();
  const used = new Set<string>();
  for (const line of lines) {
    if (line.footnote !== null) labels.add(line.footnote);
    else if (line.kind === 'text') {
      for (const [, label] of line.content.matchAll(/\[\^([^\]\s]+)\]/g)) used.add(label ?? '');
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
    const { list, end } = definitionsOf(content);
    const words = list.some(
      ({ label, title, destination }) => title !== '' || /\s/.test(label + destination),
    );
    this.#out.drop(content.slice(0, end), words);
    const rest = content.slice(end);
    const table = hasTable(rest);
    const text = table ? cutTable(rest) : rest;
    this.#out.removed ||= text !== rest;
    writeParagraph(this.#out, text, { table, definitions: this.#definitions, footnotes: this.#footnotes });
  }
}
