/** A name or an address of others as it is shown: on one line, without backticks, and not for long. */
export function shown(text) {
    const line = text.replace(/[\s`\p{Cc}]+/gu, ' ').trim();
    return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
const LONGEST = 60;
