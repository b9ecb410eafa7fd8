/**
 * Characters that a terminal acts on or that a reader cannot see: control characters (ESC starts the
 * sequences that move the cursor, set the title, write the clipboard), format characters (bidirectional
 * overrides, zero-width and tag characters), separators that break a line, and lone surrogates.
 * Tab and line feed are harmless; the two joiners are part of ordinary words and emoji.
 */
const UNPRINTABLE = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/**
 * Makes text from elsewhere (a model, a server, a file name) safe to print: what a terminal would act on
 * becomes visible, carriage returns go. Text without such characters comes back as it is, and pieces of a
 * stream may be made printable one by one.
 *
 * @example
 * printable('\u001b[2Jhello'); // '␛[2Jhello'
 */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, visible);
}

/** The same as one line: tabs and line feeds become spaces. */
export function printableLine(text: string): string {
  return printable(text)
    .replace(/[\t\n]+/g, ' ')
    .trim();
}

/** A value as indented JSON in which nothing is left that a terminal acts on: such characters are written as `\\uXXXX`. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNPRINTABLE, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (character === '\r') return '';
  // Unicode has a picture for each of C0 and for DEL ("Control Pictures", U+2400 to U+2421).
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Drawn two columns wide: East Asian wide and full-width forms, and emoji (Unicode Standard Annex 11). */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** Drawn over the character before. */
const ZERO_WIDTH = /[\p{Mn}\p{Me}\u200c\u200d]/u;

/**
 * Cuts printable text of one line to so many columns; what is cut ends with `…`.
 *
 * @example
 * cutToWidth('src/board.js', 6); // 'src/b…'
 */
export function cutToWidth(text: string, columns: number): string {
  let used = 0;
  let fits = '';
  for (const character of text) {
    used += columnsOfOne(character);
    if (used > columns) return `${fits}…`;
    if (used < columns) fits += character;
  }
  return text;
}

/** How many columns printable text of one line takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfOne(character);
  return columns;
}

/**
 * Breaks printable text of one line at spaces into rows of so many columns. In a list the rows after the first
 * stand under the text of the item. A word that is longer than a row stays whole.
 *
 * @example
 * wrapLine('- draws the board', 12); // ['- draws the', '  board']
 */
export function wrapLine(line: string, columns: number): string[] {
  if (columnsOf(line) <= columns) return [line];
  const start = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?/.exec(line)?.[0] ?? '';
  const indent = ' '.repeat(columnsOf(start) * 2 > columns ? 0 : columnsOf(start));
  const rows: string[] = [];
  let row = start;
  for (const [, gap = '', word = ''] of line.slice(start.length).matchAll(/( *)([^ ]+)/g)) {
    const isFirst = row === start || row === indent;
    if (isFirst || columnsOf(row + gap + word) <= columns) {
      row += (isFirst ? '' : gap) + word;
    } else {
      rows.push(row);
      row = indent + word;
    }
  }
  return [...rows, row];
}

function columnsOfOne(character: string): number {
  // As far as a tab can reach.
  if (character === '\t') return 8;
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
