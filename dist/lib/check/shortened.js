/** Characters of a foreign text that a sentence quotes at most. */
const LONGEST = 60;
/** A name or text of others as it stands between backticks in a sentence: on one line, without backticks, short. */
export function shortened(text) {
    const line = text
        .slice(0, 500)
        .replace(/[\s\p{Cc}\p{Cf}`]+/gu, ' ')
        .trim();
    return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).toWellFormed()}…` : line;
}
