/**
 * The beginning of a text, for a prompt that has room for so many characters: whole lines, and a word on what is
 * missing.
 *
 * @param most characters, without the word.
 */
export function cutAtLine(text: string, most: number): string {
  if (text.length <= most) return text;
  const lines = text.slice(0, most).lastIndexOf('\n');
  // A line that fills the room alone: half of a character at its end becomes the sign for a broken one.
  const kept = lines > 0 ? text.slice(0, lines) : text.slice(0, most).toWellFormed();
  return `${kept}\n… (cut here: ${text.length - kept.length} more characters)`;
}
