import { HIDING_STYLE } from './html-tags.js';
import { formulaComment, hidesInFormula } from './math.js';
import type { Output } from './output.js';

const CLOSING_FENCE = /^[ \t]*(?:`{3,}|~{3,})[ \t]*$/;
/** https://mermaid.js.org/syntax/flowchart.html#comments, /config/directives.html, /config/accessibility.html */
const DIAGRAM_COMMENT = /^[ \t]*%%(?!\{)/;
const DIAGRAM_BLOCK = /%%\{|(?:^|;)[ \t]*accDescr[ \t]*\{/;
const DIAGRAM_WORDS =
  /(?:^|;)[ \t]*(?:acc(?:Title|Descr)[ \t]*:[^\n]*|click[ \t]+\S+[ \t]+(?:"|href|call)[^\n;]*)/;
const DIAGRAM_LOOKS =
  /(?:^|;)[ \t]*(?:style[ \t]+[^\s:]+[ \t]+[\w-]+[ \t]*:|(?:classDef|linkStyle)[ \t])[^\n;]*/;

/**
 * Writes what is seen of code that GitHub draws: of a diagram or a formula not its comments, and nothing of
 * one that can be told to hide something. Other code is seen as it is.
 */
export function writeDrawnCode(out: Output, code: string, language: string): void {
  const lines = code.split(/(?<=\n)/);
  const fence = CLOSING_FENCE.test(lines.at(-1) ?? '') ? (lines.pop() ?? '') : '';
  switch (language.toLowerCase()) {
    case 'math':
      writeFormula(out, lines);
      break;
    case 'mermaid':
      writeDiagram(out, lines);
      break;
    default:
      out.copy(lines.join(''));
  }
  out.copy(fence);
}

function writeFormula(out: Output, lines: readonly string[]): void {
  if (hidesInFormula(lines.join(''))) {
    out.drop(lines.join(''), true);
    return;
  }
  for (const line of lines) {
    const at = line.search(/(?<!\\)%/);
    const length = at < 0 ? 0 : formulaComment(line, at);
    out.copy(line.slice(0, length === 0 ? undefined : at));
    if (length === 0) continue;
    out.drop(line.slice(at, at + length), true);
    out.copy(line.slice(at + length));
  }
}

function writeDiagram(out: Output, lines: readonly string[]): void {
  if (lines.some((line) => DIAGRAM_LOOKS.test(line) && HIDING_STYLE.test(line))) {
    out.drop(lines.join(''), true);
    return;
  }
  const afterSettings = writeSettings(out, lines);
  let blockEnd: string | null = null;
  for (const line of lines.slice(afterSettings)) blockEnd = writeDiagramLine(out, line, blockEnd);
}

/** Of the settings before a diagram, between two lines `---`, the title is drawn. */
function writeSettings(out: Output, lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  if (end < 0) return 0;
  for (const [index, line] of lines.slice(0, end + 1).entries()) {
    if (index === 0 || index === end || /^title[ \t]*:(?!.* #)/.test(line)) out.copy(line);
    else out.drop(line, /\S/.test(line));
  }
  return end + 1;
}

/** @returns what ends a comment that goes on in the next line */
function writeDiagramLine(out: Output, line: string, blockEnd: string | null): string | null {
  if (blockEnd !== null) {
    const end = line.indexOf(blockEnd);
    if (end < 0) {
      out.drop(line, true);
      return blockEnd;
    }
    out.drop(line.slice(0, end + blockEnd.length), true);
    return writeDiagramLine(out, line.slice(end + blockEnd.length), null);
  }
  if (DIAGRAM_COMMENT.test(line)) {
    out.drop(line, true);
    return null;
  }
  const block = DIAGRAM_BLOCK.exec(line);
  const words = block ?? DIAGRAM_WORDS.exec(line);
  const hidden = words ?? DIAGRAM_LOOKS.exec(line);
  if (hidden === null) {
    out.copy(line);
    return null;
  }
  out.copy(line.slice(0, hidden.index));
  out.drop(hidden[0], words !== null);
  const rest = line.slice(hidden.index + hidden[0].length);
  return writeDiagramLine(out, rest, block === null ? null : hidden[0].startsWith('%') ? '}%%' : '}');
}
