/** Building blocks of markdown that stay what they are, whatever is put into them. */

/** `@` and `#` of text in a code span reach nobody: GitHub looks for mentions outside code only. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  const ticks = '`'.repeat(firstFreeLength(line, '`', 1));
  // CommonMark 6.1: one space is taken off both ends, so that a span can begin or end with a backtick.
  const padded = /^`|`$|^ .*[^ ].* $/s.test(line) || line === '' ? ` ${line} ` : line;
  return `${ticks}${padded}${ticks}`;
}

/**
 * A block of code, closed for certain: the fence is longer than any run of backticks in the text.
 * A language that GitHub would draw instead of show (mermaid, maps, mathematics) becomes `text`.
 */
export function fence(text: string, language = ''): string {
  const ticks = '`'.repeat(firstFreeLength(text, '`', 3));
  // A lone carriage return ends a line too, and would step out of a quotation around the fence.
  const lines = text.replace(/\r\n?/g, '\n');
  const body = lines.endsWith('\n') || lines === '' ? lines : `${lines}\n`;
  return `${ticks}${shownLanguage(language)}\n${body}${ticks}`;
}

/** Languages whose blocks GitHub renders or acts on: https://docs.github.com/get-started/writing-on-github */
const RENDERED_LANGUAGES = new Set(['mermaid', 'geojson', 'topojson', 'stl', 'math', 'suggestion']);

function shownLanguage(language: string): string {
  if (RENDERED_LANGUAGES.has(language.toLowerCase())) return 'text';
  return /^[\w.+#-]{1,30}$/.test(language) ? language : '';
}

/** Length of the shortest run of a character, `least` or more, that is longer than every run in the text. */
function firstFreeLength(text: string, character: string, least: number): number {
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return Math.max(least, longest + 1);
}

/**
 * Fits one line of safe markdown into a table: bars and line ends cannot begin another cell or row.
 * GFM splits a row at bars before it looks for code, and takes the backslash away even inside code.
 */
export function tableCell(markdown: string): string {
  return escapeBars(oneLine(markdown));
}

/** Every bar with exactly one backslash: parsers disagree on two. */
export function escapeBars(markdown: string): string {
  return markdown.replace(/\\*\|/g, '\\|');
}

/** Quotes whole blocks: `> ` before each line. */
export function quote(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** A box that opens on a click. The summary is plain text or `<code>` made by `htmlCode`. */
export function fold(summary: string, markdown: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${markdown}\n\n</details>`;
}

/** Code for places that read HTML and no markdown (the summary of a fold). */
export function htmlCode(text: string): string {
  return `<code>${escapeHtml(oneLine(text))}</code>`;
}

/** Text for places that read HTML and no markdown. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A link of our own. Text is safe markdown, the address is percent-encoded where it could end the link. */
export function link(text: string, url: string): string {
  return `[${text}](${url.replace(/[\s<>()\\`"|]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))})`;
}

/**
 * The first part of safe markdown, `limit` UTF-16 units long at most, `note` included, which follows after
 * a blank line. Text that fits is returned as it is. Ends where a line ends if it can, never inside a code
 * point, a code span, an escape or a fence: an open fence is closed. Empty when not even the note fits.
 */
export function cut(markdown: string, limit: number, note: string): string {
  if (markdown.length <= limit) return markdown;
  const room = limit - note.length - 2;
  if (room < 0) return note.length <= limit ? note : '';
  const kept: string[] = [];
  let length = 0;
  let open: string | null = null;
  for (const line of markdown.split('\n')) {
    const next = afterLine(open, line);
    const closing = next === null ? 0 : next.length + 1;
    if (length + line.length + 1 + closing > room) {
      // A single line longer than half of the room is worth cutting in the middle.
      if (open === null && next === null && length < room / 2) kept.push(cutLine(line, room - length - 1));
      break;
    }
    kept.push(line);
    length += line.length + 1;
    open = next;
  }
  if (open !== null) kept.push(open);
  return `${kept.join('\n').trimEnd()}\n\n${note}`.trimStart();
}

/** The fence that is open after this line, indented as it was opened; null when none is. */
function afterLine(open: string | null, line: string): string | null {
  const mark = /^((?:> ?)* {0,3})(`{3,}|~{3,})([^`]*)$/.exec(line);
  if (mark === null) return open;
  const [, indent = '', ticks = '', rest = ''] = mark;
  if (open === null) return indent + ticks;
  const closes = rest.trim() === '' && ticks.startsWith(open.replace(/^[> ]*/, ''));
  return closes ? null : open;
}

/** As much of a line as fits, in whole pieces: escape, code span, entity, autolink, word, code point. */
function cutLine(line: string, room: number): string {
  const piece = /\\.|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)|&#?\w{1,30};|<[^<>\s]*>|./suy;
  let end = 0;
  while (piece.lastIndex < line.length) {
    if (piece.exec(line) === null || piece.lastIndex > room) break;
    end = piece.lastIndex;
  }
  // Half a word can be what the whole was not: a hash, say.
  const inWord = /[\w-]/.test(line[end] ?? '');
  return line.slice(0, end).replace(inWord ? /[\w-]*$/ : '', '');
}

/** Longest piece of a word that is given up so that a short text ends with a whole one, in code points. */
const WORD_PIECE = 20;

/**
 * The first code points of a text; one of them is an ellipsis when something was cut. Ends with a whole word
 * where a space is near.
 */
export function shorten(text: string, codePoints: number): string {
  if (text.length <= codePoints) return text;
  const points = [...text];
  if (points.length <= codePoints) return text;
  const kept = points.slice(0, codePoints - 1);
  const inWord = /\S/.test(points[codePoints - 1] ?? '');
  const space = inWord ? kept.lastIndexOf(' ') : -1;
  const near = Math.min(WORD_PIECE, codePoints / 3);
  const end = kept.length - space <= near ? space : kept.length;
  return `${kept.slice(0, end).join('').trimEnd()}…`;
}

/** A path short enough to show: the middle gives way, since both ends tell it from others. */
export function shortPath(path: string, codePoints = 120): string {
  const points = [...path];
  if (points.length <= codePoints) return path;
  const half = Math.floor((codePoints - 1) / 2);
  return `${points.slice(0, half).join('')}…${points.slice(-half).join('')}`;
}

/** One line: every run of white space and invisible controls becomes a single space. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/gu, ' ').trim();
}

/** Control characters but tab and line end, and format marks (direction, tags, fillers) but joiners. */
const UNSEEN = /(?![\t\n])\p{Cc}|(?!\u200C|\u200D)\p{Cf}|[\u2028\u2029\u115F\u1160\u3164\uFFA0]/gu;

/**
 * Without characters that cannot be seen but change what is seen: control characters, marks that turn the
 * direction of writing (CVE-2021-42574), tags and fillers. Line ends become `\n`.
 */
export function visible(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSEEN, '');
}

/** The lines of a text as a reader sees them: neither the kind of line end nor spaces before it matter. */
export function shownLines(text: string): string[] {
  return visible(text)
    .split('\n')
    .map((line) => line.trimEnd());
}
