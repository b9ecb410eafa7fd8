/** What nobody sees, or what acts on a terminal: control and format characters, breaks of lines, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]|\u034f/gu;
/**
 * A sentence in which every character can be seen. The others are written by their number.
 *
 * @example
 * visible('Unexpected character \u202e.'); // 'Unexpected character <U+202E>.'
 */
export function visible(sentence) {
    return sentence.replace(UNSEEN, (character) => {
        if (/\s/.test(character))
            return ' ';
        const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        return `<U+${number}>`;
    });
}
