import { MORE_ITEMS } from './shown-plan.js';

/** A line of a list of files, as it is shown or as a person left it. */
export type ListedLine = {
  readonly line: string;
  /** Empty where a person left none. */
  readonly path: string;
  readonly isTicked: boolean;
  /** What is said of the file, without our facts behind it. */
  readonly words: string;
};

const START = /^(\s*)(?:(?:[-*+•]|\d{1,4}[.)])(?:\s+|$))?(\[[ xX]?\](?:\s+|$))?/;
const SEPARATORS = /^(?:\*\*|__)?[\s:–—→-]*/;
/** What stands behind a file's description, in our words. */
const FACT = /^(?:\*[^*]{1,60}\*|[\d,]{1,12} lines?|new|changes|deleted|replaces yours|yours is kept)$/;

/**
 * Reads the lines of a list of files. Lines below an item, indented or no item, go on with its words; headings and
 * empty lines say nothing.
 */
export function readListedLines(lines: readonly string[]): readonly ListedLine[] {
  const listed: ListedLine[] = [];
  for (const line of lines) {
    if (line.trim() === '' || /^ {0,3}#{1,6}(?:\s|$)/.test(line) || line.startsWith(MORE_ITEMS)) continue;
    const item = readItem(line);
    const last = listed.at(-1);
    if (item !== null) listed.push(item);
    else if (last !== undefined && !/^\s*[-*+•]$/.test(line)) {
      const more = line.replace(START, '').trim();
      listed[listed.length - 1] = { ...last, words: `${last.words} ${more}`.trim() };
    }
  }
  return listed;
}

/** Whether a line can only be meant for the list of files. */
export function looksListed(line: string): boolean {
  const start = START.exec(line);
  if (start?.[2] !== undefined) return true;
  const item = readItem(line);
  return item !== null && /^[^\s()]*[./][^\s()]*$/.test(item.path);
}

function readItem(line: string): ListedLine | null {
  const [start = '', indent = '', box] = START.exec(line) ?? [];
  const text = line.slice(start.length);
  const hasBullet = start.trim() !== '' && start.trim() !== box?.trim();
  const quoted = quotedPath(text);
  if (quoted === null && !hasBullet && box === undefined && !isBarePath(text)) return null;
  if (indent.length > 1 && box === undefined && !/[./]/.test(quoted?.path ?? '')) return null;
  if (text === '' && box === undefined) return null;
  const { path, rest } = quoted ?? barePath(text);
  const words = withoutFacts(rest.replace(SEPARATORS, '').trim());
  return { line, path: cleanPath(path), isTicked: !/^\[ ?\]/.test(box ?? ''), words };
}

function quotedPath(text: string): { path: string; rest: string } | null {
  const ticks = /^(?:\*\*|__)?(`+)/.exec(text);
  if (ticks === null) return null;
  const open = ticks[1] ?? '`';
  const end = text.indexOf(open, ticks[0].length);
  if (end < 0) return null;
  return { path: text.slice(ticks[0].length, end), rest: text.slice(end + open.length) };
}

function isBarePath(text: string): boolean {
  return /^\S+$/.test(text) && /[./]\w/.test(text) && !/^\W*\w+:\/\//.test(text);
}

/** The first word, where it is a path: alone, or in front of a separator, or with a dot or a slash in it. */
function barePath(text: string): { path: string; rest: string } {
  const [word = ''] = /^\S*/.exec(text) ?? [];
  const path = word.replace(/^\*\*|\*\*:?$|:$/g, '');
  const rest = text.slice(word.length);
  const isPath = /[./]\w/.test(path) || rest === '' || word.endsWith(':') || /^\s+[–—(-]/.test(rest);
  return isPath ? { path, rest } : { path: '', rest: text };
}

function cleanPath(path: string): string {
  return path.trim().normalize('NFC').replace(/^\.\//, '');
}

function withoutFacts(words: string): string {
  const parts = words.replace(/(?:^|\s)·\s\*\*failed\*\*:.*$/, '').split(/(?:^|\s)·\s/);
  while (parts.length > 0 && FACT.test((parts.at(-1) ?? '').trim())) parts.pop();
  return parts.join(' · ').trim();
}
