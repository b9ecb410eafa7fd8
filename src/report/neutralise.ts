import { codeSpan, escapeBars, fence, oneLine, visible } from './markdown.js';
import { breakReferences, escapeText, guardStart, inline, joinPieces, showAddress } from './references.js';

/** How far down a foreign heading goes, so that `#` and `##` stay ours. */
const HEADING_DEMOTION = 2;

/** What may stand before the content of a line: indentation, quote marks, list markers. */
const CONTAINERS = /^(?:[ \t]|>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))*/;
const OPENING_FENCE = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/;
const BLANK = /^[ \t]*$/;

/**
 * Markdown of a model (a plan) or of a person (a request), harmless and still readable: mentions,
 * references and hashes become code and reach nobody, images and links become text with the address
 * after it, HTML is shown instead of used, headings go below ours, every fence is closed.
 *
 * It does not need to agree with GitHub about the text that comes in. What goes out is written so that
 * there is one way to read it: code spans never cross a line, stray backticks, brackets and `<` are escaped,
 * and fences stand alone at the margin. Lines keep their order, so that an edit can be found again.
 */
export function neutralise(markdown: string): string {
  return neutraliseParts(markdown)
    .map(({ lines }) => lines.join('\n'))
    .join('\n')
    .trimEnd();
}

/** Lines of neutralised markdown that were made together, of so many lines: most of them one of one. */
export type NeutralPart = { readonly lines: readonly string[]; readonly made: number };

/** As `neutralise`, with what each line was made of; blank lines at the end stay. */
export function neutraliseParts(markdown: string): readonly NeutralPart[] {
  const lines = visible(markdown).split('\n');
  const parts: NeutralPart[] = [];
  const tables = tableLines(lines);
  for (let index = 0; index < lines.length; ) {
    const block = readFence(lines, index);
    if (block === null) {
      pushLine(parts, lines[index] ?? '', tables.has(index));
      index += 1;
      continue;
    }
    if (parts.length > 0 && lastLine(parts) !== '') parts.push({ lines: [''], made: 0 });
    parts.push({ lines: block.text.split('\n'), made: block.next - index });
    index = block.next;
    if (index < lines.length && !BLANK.test(lines[index] ?? '')) parts.push({ lines: [''], made: 0 });
  }
  return parts;
}

function lastLine(parts: readonly NeutralPart[]): string {
  return parts.at(-1)?.lines.at(-1) ?? '';
}

/** One line of a model's markdown (a description): code spans stay, everything else shows as written. */
export function inlineMarkdown(markdown: string): string {
  return guardStart(inlinePieces(oneLine(markdown), escapeText, false));
}

/** Reads the fenced block that begins at this line, in whatever container; null when none does. */
function readFence(lines: readonly string[], start: number): { text: string; next: number } | null {
  const first = lines[start] ?? '';
  const prefix = CONTAINERS.exec(first)?.[0] ?? '';
  const opening = OPENING_FENCE.exec(first.slice(prefix.length));
  if (opening === null) return null;
  const ticks = opening[1] ?? opening[3] ?? '';
  const language = (opening[2] ?? opening[4] ?? '').trim().split(/\s/)[0] ?? '';
  const quoted = prefix.includes('>');
  const body: string[] = [];
  let next = start + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    if (quoted && !/^[ \t]*>/.test(line)) break;
    const content = quoted ? line.replace(/^(?:[ \t]*>)+ ?/, '') : line;
    if (closesFence(content, ticks)) {
      next += 1;
      break;
    }
    body.push(content);
  }
  return { text: placeFence(body, language, quoted ? 0 : prefix.replaceAll('\t', '    ').length), next };
}

function closesFence(line: string, ticks: string): boolean {
  const mark = line.trim();
  return mark.length >= ticks.length && mark === (ticks[0] ?? '').repeat(mark.length);
}

/**
 * At most three spaces in front of a fence, and no line with fewer: then it opens as a fence and stays
 * open, inside a list item or outside (CommonMark 4.5 and 5.2).
 */
function placeFence(body: readonly string[], language: string, indent: number): string {
  const taken = new RegExp(`^ {0,${indent}}`);
  const margin = ' '.repeat(Math.min(3, indent));
  const code = fence(body.map((line) => line.replace(taken, '')).join('\n'), language);
  return code
    .split('\n')
    .map((line) => margin + line)
    .join('\n');
}

function pushLine(parts: NeutralPart[], line: string, inTable: boolean): void {
  const prefix = CONTAINERS.exec(line)?.[0] ?? '';
  const content = line.slice(prefix.length).trimEnd();
  if (/^(?:-+|=+)$/.test(content)) pushRule(parts, prefix, content);
  else parts.push({ lines: [BLANK.test(line) ? '' : neutralLine(line, prefix, content, inTable)], made: 1 });
}

function neutralLine(line: string, prefix: string, content: string, inTable: boolean): string {
  // A lone `-` below a paragraph makes a heading of it; a lone `*` does not.
  if (content === '')
    return /^ {0,3}(?:-[ \t]*){3,}$/.test(line) ? '***' : prefix.replace(/-(?=[ \t]*$)/, '*');
  const heading = /^(#{1,6})(?=[ \t]|$)/.exec(content)?.[0];
  if (heading === undefined) return prefix + atStart(inlinePieces(content, markdownText, inTable));
  const level = Math.min(6, heading.length + HEADING_DEMOTION);
  return `${prefix}${'#'.repeat(level)}${inlinePieces(content.slice(heading.length), markdownText, inTable)}`;
}

/**
 * A line of `=` or `-` makes a heading of the paragraph above it. A single line of text becomes the heading
 * it was meant as; otherwise the line is shown, or drawn as a rule.
 */
function pushRule(parts: NeutralPart[], prefix: string, content: string): void {
  const above = lastLine(parts);
  const before = parts.at(-2);
  const alone = parts.length === 1 || before?.lines.at(-1) === '';
  if (prefix === '' && alone && /^[\w"'(*`]/.test(above)) {
    const mark = '#'.repeat((content.startsWith('=') ? 1 : 2) + HEADING_DEMOTION);
    parts[parts.length - 1] = { lines: [`${mark} ${above}`], made: (parts.at(-1)?.made ?? 0) + 1 };
    return;
  }
  parts.push({ lines: [prefix + (/^-{3,}$/.test(content) ? '***' : `\\${content}`)], made: 1 });
}

/** A line that became a fence or a heading by what was taken out of it shows as text after all. */
function atStart(text: string): string {
  return /^(?:~{3,}|#{1,6}(?:[ \t]|$)|[-=]+$)/.test(text) || OPENING_FENCE.test(text) ? `\\${text}` : text;
}

/** Lines that may be rows of a table: a run of lines without a gap, one of which could be its delimiter row. */
function tableLines(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let start = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (index < lines.length && !BLANK.test(lines[index] ?? '')) continue;
    if (lines.slice(start, index).some(mayDelimitTable))
      for (let row = start; row < index; row += 1) found.add(row);
    start = index + 1;
  }
  return found;
}

function mayDelimitTable(line: string): boolean {
  return /^[\s>+*\d.)|:\\-]*$/.test(line) && line.includes('-') && /[|:]/.test(line);
}

/** Cuts one line into code, links, escapes and text, and writes each so that it can be read one way. */
function inlinePieces(line: string, writeText: (text: string) => string, inTable: boolean): string {
  const pieces: string[] = [];
  let text = '';
  for (let at = 0; at < line.length; ) {
    const piece = readPiece(line, at) ?? { kind: 'text', text: line[at] ?? '', next: at + 1 };
    at = piece.next;
    if (piece.kind === 'text') {
      text += piece.text;
      continue;
    }
    const gap = joint(piece.kind, text || (pieces.at(-1) ?? ''));
    pieces.push(writeText(text), gap + (inTable ? escapeBars(piece.text) : piece.text));
    text = '';
  }
  pieces.push(writeText(text));
  return joinPieces(pieces);
}

/** A space before the text of a link, where it could complete what stands before it (`@[name](…)`). */
function joint(kind: Piece['kind'], before: string): string {
  return kind === 'link' && /[\w@#/.+-]$/.test(before) ? ' ' : '';
}

type Piece = {
  readonly kind: 'code' | 'link' | 'escape' | 'text';
  readonly text: string;
  readonly next: number;
};

function readPiece(line: string, at: number): Piece | null {
  switch (line[at]) {
    case '`':
      return readCode(line, at);
    case '\\':
      return readEscape(line, at);
    case '!':
    case '[':
      return readLink(line, at);
    case '<':
      return readAutolink(line, at);
    default:
      return null;
  }
}

/** A code span that ends in its own line; a run of backticks without an end is text. */
function readCode(line: string, at: number): Piece {
  const ticks = /`+/y;
  ticks.lastIndex = at;
  const open = ticks.exec(line)?.[0] ?? '`';
  const runs = /`+/g;
  runs.lastIndex = at + open.length;
  for (let run = runs.exec(line); run !== null; run = runs.exec(line)) {
    if (run[0].length !== open.length) continue;
    const inside = line.slice(at + open.length, run.index);
    if (inside.trim() !== '') return { kind: 'code', text: codeSpan(inside), next: runs.lastIndex };
  }
  return { kind: 'text', text: open, next: at + open.length };
}

/**
 * A backslash escape. It is kept where the character means something to markdown, otherwise dropped:
 * `\@name` and `\#1` are a mention and a reference to whoever reads the result.
 */
function readEscape(line: string, at: number): Piece {
  const character = line[at + 1] ?? '';
  if (character === '') return { kind: 'text', text: '', next: at + 1 };
  if (!/[!-/:-@[-`{-~]/.test(character)) return { kind: 'escape', text: '\\\\', next: at + 1 };
  const reference = character === '#' && /\d/.test(line[at + 2] ?? '');
  const atLineStart = /^\d*$/.test(line.slice(0, at)) && !/[@&:/]/.test(character) && !reference;
  const kept = atLineStart || /[\\`*_[\]<>|~$]/.test(character);
  if (!kept) return { kind: 'text', text: character, next: at + 2 };
  return { kind: 'escape', text: character === '<' ? '&lt;' : `\\${character}`, next: at + 2 };
}

const LINK =
  /(!?)\[((?:[^[\]\\]|\\.){0,500})\]\([ \t]*(?:<([^<>]{0,2000})>|([^\s()<>]{0,2000}(?:\([^\s()<>]{0,200}\)[^\s()<>]{0,200})?))(?:[ \t]+["'(][^"]{0,300}["')])?[ \t]*\)/y;

/** A link or an image becomes its text and, after it, its address. */
function readLink(line: string, at: number): Piece | null {
  LINK.lastIndex = at;
  const match = LINK.exec(line);
  if (match === null) return null;
  const address = match[3] ?? match[4] ?? '';
  const words = (match[2] ?? '').replace(/[`*]|\\(?=[!-/:-@[-`{-~])/g, '').trim();
  const label = match[1] === '!' ? `image: ${words || 'without a name'}` : words;
  const shown = address === '' ? codeSpan('no address') : showAddress(address);
  const text = label === '' || label === address ? shown : `${inline(label)} (${shown})`;
  return { kind: 'link', text, next: LINK.lastIndex };
}

const AUTOLINK = /<([a-z][a-z0-9+.-]*:\/\/[^\s<>]{1,2000})>/iy;

function readAutolink(line: string, at: number): Piece | null {
  AUTOLINK.lastIndex = at;
  const address = AUTOLINK.exec(line)?.[1];
  return address === undefined
    ? null
    : { kind: 'link', text: showAddress(address), next: AUTOLINK.lastIndex };
}

/** Text between the pieces: emphasis stays, everything that could begin something else is escaped. */
function markdownText(text: string): string {
  return breakReferences(text, (plain) =>
    plain
      .replace(/[\\`[\]$]/g, '\\$&')
      .replaceAll('<', '&lt;')
      // Only the entities that stand for what would be escaped anyway: `&#64;name` is a mention.
      .replace(/&(?!(?:lt|gt|amp|quot|nbsp);)(?=#?\w{1,40};)/g, '&amp;'),
  );
}
