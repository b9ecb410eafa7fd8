/**
 * The block structure of markdown, line by line: enough of https://spec.commonmark.org/0.31.2/ and of
 * GitHub's footnotes to know which lines are code, which are raw HTML, and where a paragraph ends.
 */
export type Line = {
  /** Containers before the content: `> `, `- `, indentation. Shown as it is. */
  readonly prefix: string;
  readonly content: string;
  readonly kind: 'blank' | 'text' | 'html' | 'fence' | 'code' | 'too deep';
  /** Lines of the same paragraph, of the same HTML block or of the same code have the same number. */
  readonly block: number;
  /** Label of the footnote the line belongs to, `[^label]: …`. */
  readonly footnote: string | null;
};

type Container =
  | { readonly kind: 'quote' }
  | { readonly kind: 'item'; readonly width: number; empty: boolean }
  | { readonly kind: 'footnote'; readonly label: string };

type Leaf =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'fence'; readonly fence: string }
  | { readonly kind: 'indented' }
  | { readonly kind: 'html'; readonly end: RegExp | null }
  /** `open`: whether the next line may go on with it without its containers. */
  | { readonly kind: 'too deep'; readonly open: boolean };

/** https://spec.commonmark.org/0.31.2/#html-blocks, kinds 1 to 7. Null: ends at a blank line. */
const HTML_BLOCKS: readonly { readonly start: RegExp; readonly end: RegExp | null }[] = [
  { start: /^<(?:script|pre|textarea|style)(?:[ ]|>|$)/i, end: /<\/(?:script|pre|textarea|style)>/i },
  { start: /^<!--/, end: /-->/ },
  { start: /^<[?]/, end: /\?>/ },
  { start: /^<![A-Za-z]/, end: />/ },
  { start: /^<!\[CDATA\[/, end: /\]\]>/ },
  {
    start:
      /^<[/]?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[ ]|[/]?[>]|$)/i,
    end: null,
  },
  {
    start:
      /^(?:<[A-Za-z][A-Za-z0-9-]*(?:[ ]+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:[ ]*=[ ]*(?:[^"'=<>` ]+|'[^']*'|"[^"]*"))?)*[ ]*\/?>|<\/[A-Za-z][A-Za-z0-9-]*[ ]*[>])[ ]*$/,
    end: null,
  },
];
const FENCE = /^(?:(`{3,})[^`]*$|(~{3,}))/;
/** What is in deeper containers is not read: it may be anything. GitHub itself stops at 100 lists. */
const DEEPEST = 50;
const RULE = /^(?:(?:\*[ ]*){3,}|(?:_[ ]*){3,}|(?:-[ ]*){3,})$/;
const HEADING = /^#{1,6}(?:[ ]|$)/;
const UNDERLINE = /^(?:=+|-+)[ ]*$/;
const MARKER = /^(?:[*+-]|(\d{1,9})[.)])(?=[ ]|$)/;
const FOOTNOTE = /^\[\^([^\] ]+)\]:/;

/** The lines of a markdown text, without their line feeds. Where in doubt, a line is not code. */
export function readLines(text: string): Line[] {
  const reader = new LineReader();
  return text.split('\n').map((line) => reader.read(line));
}

/** Reads one line after the other; what is open at the end of one decides what the next one is. */
class LineReader {
  #containers: Container[] = [];
  #leaf: Leaf | null = null;
  #block = 0;
  /** Whether the line before was blank or code: only then is an indented line taken for code. */
  #apart = true;

  read(line: string): Line {
    const cursor = new Cursor(line);
    const matched = this.#matchContainers(cursor);
    const inside = matched === this.#containers.length;
    const kind = (inside ? this.#continueLeaf(cursor) : null) ?? this.#openBlocks(cursor, matched);
    this.#apart = kind === 'blank' || kind === 'code';
    if (!cursor.blank) {
      for (const container of this.#containers) if (container.kind === 'item') container.empty = false;
    }
    const footnote = this.#containers.find((container) => container.kind === 'footnote');
    const [prefix, content] = cursor.split();
    return { prefix, content, kind, block: this.#block, footnote: footnote?.label ?? null };
  }

  /** Walks into the containers of the line before, as far as this line continues them. */
  #matchContainers(cursor: Cursor): number {
    for (const [index, container] of this.#containers.entries()) {
      if (!continues(container, cursor)) return index;
    }
    return this.#containers.length;
  }

  #continueLeaf(cursor: Cursor): Line['kind'] | null {
    const leaf = this.#leaf;
    if (leaf?.kind === 'too deep') {
      this.#leaf = { kind: 'too deep', open: !cursor.blank };
      return 'too deep';
    }
    if (leaf?.kind === 'fence') {
      if (closes(leaf.fence, cursor)) this.#leaf = null;
      return 'code';
    }
    if (leaf?.kind === 'html') {
      if (leaf.end === null ? cursor.blank : leaf.end.test(cursor.rest)) this.#leaf = null;
      return leaf.end === null && cursor.blank ? 'blank' : 'html';
    }
    if (leaf?.kind === 'indented' && (cursor.blank || cursor.indent >= 4)) return 'code';
    return null;
  }

  #openBlocks(cursor: Cursor, matched: number): Line['kind'] {
    const closesSome = matched < this.#containers.length;
    const wasTooDeep = this.#leaf?.kind === 'too deep' && this.#leaf.open;
    const wasParagraph = this.#leaf?.kind === 'paragraph' || wasTooDeep;
    const kept = this.#containers.slice(0, matched);
    let inParagraph = wasParagraph && !closesSome;
    let opened = false;
    for (;;) {
      const container = cursor.indent >= 4 ? null : openContainer(cursor, inParagraph);
      if (container === null) break;
      if (kept.length >= DEEPEST) {
        this.#containers = kept;
        this.#block += 1;
        this.#leaf = { kind: 'too deep', open: true };
        return 'too deep';
      }
      kept.push(container);
      opened = true;
      inParagraph = false;
    }
    const maybeLazy = wasParagraph && closesSome && !opened;
    const block = cursor.blank ? null : this.#leafOf(cursor, inParagraph, maybeLazy, opened);
    if (block === null && !cursor.blank && (inParagraph || maybeLazy))
      return wasTooDeep ? 'too deep' : 'text';
    this.#containers = kept;
    this.#block += 1;
    if (cursor.blank) {
      this.#leaf = null;
      return opened ? 'text' : 'blank';
    }
    this.#leaf = block === null ? { kind: 'paragraph' } : block.leaf;
    return block?.kind ?? 'text';
  }

  /** The block that starts here, if it is not a paragraph. */
  #leafOf(
    cursor: Cursor,
    inParagraph: boolean,
    maybeLazy: boolean,
    opened: boolean,
  ): { kind: Line['kind']; leaf: Leaf | null } | null {
    if (cursor.indent >= 4) {
      if (inParagraph || maybeLazy) return null;
      // After a definition or a table, what looks like code may be text.
      if (!this.#apart && !opened) return { kind: 'text', leaf: null };
      return { kind: 'code', leaf: { kind: 'indented' } };
    }
    const rest = cursor.trimmed;
    const [, ticks, tildes] = FENCE.exec(rest) ?? [];
    const fence = ticks ?? tildes;
    if (fence !== undefined) return { kind: 'fence', leaf: { kind: 'fence', fence } };
    const html = HTML_BLOCKS.findIndex(({ start }) => start.test(rest));
    if (html >= 0 && !(html === 6 && (inParagraph || maybeLazy))) {
      const end = HTML_BLOCKS[html]?.end ?? null;
      return { kind: 'html', leaf: end?.test(rest) ? null : { kind: 'html', end } };
    }
    if (HEADING.test(rest) || RULE.test(rest) || (inParagraph && UNDERLINE.test(rest))) {
      return { kind: 'text', leaf: null };
    }
    return null;
  }
}

function continues(container: Container, cursor: Cursor): boolean {
  if (container.kind === 'quote') return cursor.takeQuoteMark();
  const width = container.kind === 'item' ? container.width : 4;
  if (cursor.blank) return container.kind === 'footnote' || !container.empty;
  return cursor.takeIndent(width);
}

function closes(fence: string, cursor: Cursor): boolean {
  const rest = cursor.trimmed;
  if (cursor.indent >= 4 || !rest.startsWith(fence)) return false;
  return /^(?:`+|~+)[ ]*$/.test(rest);
}

function openContainer(cursor: Cursor, inParagraph: boolean): Container | null {
  if (cursor.takeQuoteMark()) return { kind: 'quote' };
  const rest = cursor.trimmed;
  const label = FOOTNOTE.exec(rest);
  if (label !== null) {
    cursor.take(cursor.indent + label[0].length);
    return { kind: 'footnote', label: label[1] ?? '' };
  }
  const marker = MARKER.exec(rest);
  if (marker === null || RULE.test(rest)) return null;
  const after = rest.slice(marker[0].length);
  const spaces = /^[ ]*/.exec(after)?.[0].length ?? 0;
  const empty = spaces === after.length;
  if (inParagraph && (empty || (marker[1] !== undefined && Number(marker[1]) !== 1))) return null;
  const padding = empty || spaces > 4 ? 1 : spaces;
  const width = cursor.indent + marker[0].length + padding;
  cursor.take(width);
  return { kind: 'item', width, empty };
}

/** A line with its tabs as spaces, since structure counts columns (https://spec.commonmark.org/0.31.2/#tabs). */
class Cursor {
  readonly #line: string;
  readonly #columns: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
    this.#columns = line.includes('\t') ? expandTabs(line) : line;
  }

  get rest(): string {
    return this.#columns.slice(this.#at);
  }
  get trimmed(): string {
    return this.#columns.slice(this.#at + this.indent);
  }
  get blank(): boolean {
    return this.#at + this.indent === this.#columns.length;
  }
  /** Columns of white space before the next character. */
  get indent(): number {
    let end = this.#at;
    while (this.#columns[end] === ' ') end += 1;
    return end - this.#at;
  }

  take(columns: number): void {
    this.#at = Math.min(this.#at + columns, this.#columns.length);
  }

  takeIndent(columns: number): boolean {
    if (this.indent < columns) return false;
    this.take(columns);
    return true;
  }

  takeQuoteMark(): boolean {
    const { indent, trimmed } = this;
    if (indent >= 4 || !trimmed.startsWith('>')) return false;
    this.take(indent + (trimmed[1] === ' ' ? 2 : 1));
    return true;
  }

  /** The line as it was written: what has been taken, and the rest. A tab that was taken in part is taken. */
  split(): [string, string] {
    let column = 0;
    let offset = 0;
    for (; offset < this.#line.length && column < this.#at; offset += 1) {
      column += this.#line[offset] === '\t' ? 4 - (column % 4) : 1;
    }
    return [this.#line.slice(0, offset), this.#line.slice(offset)];
  }
}

function expandTabs(line: string): string {
  let expanded = '';
  for (const character of line)
    expanded += character === '\t' ? ' '.repeat(4 - (expanded.length % 4)) : character;
  return expanded;
}
