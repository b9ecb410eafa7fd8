/**
 * Whole sequences that look invisible in part but are seen: emoji joined to one (a family), keycaps and
 * hearts with their selector, and the three flags that Unicode spells with tag characters (England,
 * Scotland, Wales). https://unicode.org/reports/tr51/#valid-emoji-tag-sequences
 */
const FLAG =
  '\u{1F3F4}\u{E0067}\u{E0062}(?:\u{E0065}\u{E006E}\u{E0067}|\u{E0073}\u{E0063}\u{E0074}|\u{E0077}\u{E006C}\u{E0073})\u{E007F}';
const EMOJI_PART = '\\p{Extended_Pictographic}[\\uFE0E\\uFE0F]?\\p{Emoji_Modifier}?';
const KEYCAP = '[0-9#*]\\uFE0F\\u20E3';

/** Scripts whose spelling needs the zero-width joiner and non-joiner. https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters */
const JOINING =
  '[\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}]';

/** In scripts of India a joiner after this sign decides the shape of the letter before it, also at a word's end. */
const VIRAMA = '[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA]';
/** Mongolian letters have shapes that a selector chooses, and a vowel that a separator sets apart. */
const MONGOLIAN = '(?<=[\\u1820-\\u18AA])[\\u180B-\\u180F]';

/** Format characters that have a shape: signs that stand over or before Arabic, Syriac and Kaithi numbers. */
const SEEN_FORMAT = '\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u{110BD}\\u{110CD}';

/** What nobody sees: control, format, private, unassigned, surrogate, default-ignorable, the blank Braille cell, the null notehead. */
const INVISIBLE = `(?![\\t\\n${SEEN_FORMAT}])[\\p{C}\\p{Default_Ignorable_Code_Point}\\u2800\u{1D159}]`;

const TOKEN = new RegExp(
  `(?<seen>${FLAG}|${EMOJI_PART}(?:\\u200D${EMOJI_PART})*|${KEYCAP}|${MONGOLIAN}|(?<=${VIRAMA})[\\u200C\\u200D]|(?<=${JOINING})[\\u200C\\u200D](?=${JOINING}))|` +
    `(?<lines>[\\u2028\\u2029])|${INVISIBLE}`,
  'gu',
);

/**
 * Takes out every character that a reader cannot see, by Unicode category (S12): control characters, tag
 * characters, variation selectors, bidirectional controls, zero-width and filler characters. Stays: line
 * feed, tab, and the joiners where emoji or a script are spelled with them. Line ends become `\n`; the
 * separators U+2028 and U+2029 become a space.
 *
 * @example removeInvisibleCharacters('pay\u200Bload') // 'payload'
 */
export function removeInvisibleCharacters(text: string): string {
  let before = text.replace(/\r\n?/g, '\n');
  // What is taken out can bring together what then counts as invisible: once more settles nearly all.
  for (;;) {
    const after = before.replace(TOKEN, (match, ...rest) => keep(match, rest.at(-1)));
    if (after === before) return after;
    before = after;
  }
}

function keep(match: string, groups: { seen?: string; lines?: string }): string {
  if (groups.seen !== undefined) return match;
  return groups.lines === undefined ? '' : ' ';
}

/** Whether a character, given by its code point, is one that `removeInvisibleCharacters` takes out. */
export function isInvisible(codePoint: number): boolean {
  if (codePoint > 0x10ffff) return true;
  const character = String.fromCodePoint(codePoint);
  return removeInvisibleCharacters(character) !== character && character !== '\r';
}
