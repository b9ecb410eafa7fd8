/** https://github.github.com/gfm/#delimiter-row */
const DELIMITERS = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

/** Whether a paragraph may be a table: one of its lines is a delimiter row with a `|` or a `:` in it. */
export function hasTable(paragraph: string): boolean {
  return paragraph.split('\n').some(isDelimiterRow);
}

/**
 * Takes out the cells that stand beyond the width of a table: GitHub shows none of them.
 * https://github.github.com/gfm/#example-204
 */
export function cutTable(paragraph: string): string {
  const lines = paragraph.split('\n');
  const delimiters = lines.findIndex(
    (line, index) => index > 0 && isDelimiterRow(line) && cells(line) === cells(lines[index - 1] ?? ''),
  );
  if (delimiters < 0) return paragraph;
  const width = cells(lines[delimiters] ?? '');
  return lines.map((line, index) => (index > delimiters ? cutRow(line, width) : line)).join('\n');
}

function isDelimiterRow(line: string): boolean {
  return /[|:]/.test(line) && DELIMITERS.test(line);
}

function cells(row: string): number {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bars(inner).length + 1;
}

function cutRow(row: string, width: number): string {
  const skip = /^[ \t]*\|/.exec(row)?.[0].length ?? 0;
  const end = bars(row.slice(skip))[width - 1];
  if (end === undefined || row.slice(skip + end + 1).trim() === '') return row;
  return row.slice(0, skip + end + 1);
}

/** Offsets of the bars that divide cells: `\|` does not, in code neither. */
function bars(row: string): number[] {
  const offsets: number[] = [];
  for (let index = 0; index < row.length; index += 1) {
    if (row[index] === '\\') index += 1;
    else if (row[index] === '|') offsets.push(index);
  }
  return offsets;
}
