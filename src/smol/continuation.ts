import { closes, isBlank, readFence } from './fences.js';

/** Characters of overlap that are looked for. */
const MAX_OVERLAP = 2000;
/** Characters without the white space around them: what repeats so much is no coincidence. */
const MIN_OVERLAP = 12;
/** The same where the overlap begins a line: a whole last line, or the part of it before the cut. */
const MIN_OVERLAP_OF_LINE = 3;

/**
 * Joins a reply that was cut at the token limit with its continuation. Where the continuation repeats the end
 * of the head, the repetition is dropped: the longest one of up to 2,000 characters, unless it is so short
 * that it may be a coincidence (12 characters; 3 where it begins a line; a letter or digit must be in it). A
 * fence put around the continuation is taken off.
 *
 * Takes time linear in the lengths. Never drops a character of `head`.
 *
 * @example stitch('const a = 1;\nconst bet', 'const beta = 2;\n') // 'const a = 1;\nconst beta = 2;\n'
 */
export function stitch(head: string, tail: string): string {
  const repeated = overlap(head, tail);
  const fenced = readNewFence(head, tail);
  // A fence that the head has, too, was not put around the continuation.
  if (fenced !== null && repeated < fenced.start) {
    const length = overlap(head, fenced.content);
    // A block of the content's own may begin right at the cut, after a line break.
    if (length > 0 || !head.endsWith('\n') || isWhollyFenced(tail))
      return head + fenced.content.slice(length);
  }
  return head + tail.slice(repeated);
}

/** What stands in the fence that the tail begins with, and where it starts; null where there is none. */
function readNewFence(head: string, tail: string): { content: string; start: number } | null {
  const lines = tail.split('\n');
  const first = lines.findIndex((line) => !isBlank(line));
  const opener = readFence(lines[first] ?? '');
  if (opener === null) return null;
  const last = lines.findLastIndex((line) => !isBlank(line));
  const closer = last > first ? readFence(lines[last] ?? '') : null;
  const isClosed = closer !== null && closes(closer, opener);
  // A head that opened a fence needs the closing one.
  const keepCloser = !isClosed || readFence(firstLine(head)) !== null;
  return {
    content: lines.slice(first + 1, keepCloser ? lines.length : last).join('\n'),
    start: lines.slice(0, first + 1).join('\n').length + 1,
  };
}

/** Whether no fence that could close the first line's stands before the end of the text. */
function isWhollyFenced(text: string): boolean {
  const lines = text.trim().split('\n');
  const opener = readFence(lines[0] ?? '');
  if (opener === null) return false;
  return !lines.slice(1, -1).some((line) => {
    const fence = readFence(line);
    return fence !== null && closes(fence, opener);
  });
}

function firstLine(text: string): string {
  const start = text.trimStart();
  const end = start.indexOf('\n');
  return end === -1 ? start : start.slice(0, end);
}

/** Length of the longest end of `head` that `tail` begins with and that is no coincidence; 0 for none. */
function overlap(head: string, tail: string): number {
  const end = head.slice(-MAX_OVERLAP);
  const start = tail.slice(0, MAX_OVERLAP);
  const borders = bordersOf(start);
  let length = 0;
  for (let index = 0; index < end.length; index += 1) {
    while (length > 0 && end[index] !== start[length]) length = borders[length - 1] ?? 0;
    if (end[index] === start[length]) length += 1;
  }
  while (length > 0 && !isRepetition(head, length)) length = borders[length - 1] ?? 0;
  return length;
}

function isRepetition(head: string, length: number): boolean {
  const repeated = head.slice(head.length - length);
  if (!/[\p{L}\p{N}]/u.test(repeated)) return false;
  const size = repeated.trim().length;
  if (size >= MIN_OVERLAP) return true;
  const lineStart = head.lastIndexOf('\n', head.length - length - 1) + 1;
  const beginsLine = isBlank(head.slice(lineStart, head.length - length));
  return beginsLine && size >= MIN_OVERLAP_OF_LINE;
}

/** For every beginning of the text, the length of its longest proper end that is a beginning too (KMP). */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length);
  let border = 0;
  for (let index = 1; index < text.length; index += 1) {
    while (border > 0 && text[index] !== text[border]) border = borders[border - 1] ?? 0;
    if (text[index] === text[border]) border += 1;
    borders[index] = border;
  }
  return borders;
}
