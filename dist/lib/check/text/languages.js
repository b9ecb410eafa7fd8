import { after, bracketsBroken, commentEnd, quotedEnd, UNCLOSED } from './brackets.js';
// Only texts, comments and brackets are read here, and none of it takes valid code for broken. The grammars that are
// kept for JavaScript do: of files that people wrote, `@lezer/java` 1.1.5 finds mistakes in 1,997 of 8,474 (`A.class`,
// `return switch`), `@lezer/go` 1.0.1 in 224 of 1,123 (`seen[p] = true` behind an `if`), `@lezer/php` 1.0.6 in 14 of 676
// (a method called `match`), `@lezer/rust` 1.0.3 in 9 of 632 (`try!`).
/** Go: texts in back quotes go over lines and know no escapes. */
const GO = {
    skip: (text, at) => {
        const character = text[at] ?? '';
        if (character === '/')
            return commentEnd(text, at);
        if (character === '`')
            return after(text, '`', at + 1);
        return character === '"' || character === "'" ? quotedEnd(text, at, character, false) : at;
    },
};
/** Java: text blocks in three quotes, and nothing that ends without a semicolon or its bracket. */
const JAVA = {
    ends: new Set(';}'),
    skip: (text, at) => {
        const character = text[at] ?? '';
        if (character === '/')
            return commentEnd(text, at);
        if (text.startsWith('"""', at))
            return blockEnd(text, at + 3);
        return character === '"' || character === "'" ? quotedEnd(text, at, character, false) : at;
    },
};
function blockEnd(text, from) {
    for (let here = from; here < text.length; here += 1) {
        if (text[here] === '\\')
            here += 1;
        else if (text.startsWith('"""', here))
            return here + 3;
    }
    return UNCLOSED;
}
/** Rust: comments in comments, raw texts, and lifetimes that look like half a character. */
const RUST = {
    skip: (text, at) => {
        const character = text[at] ?? '';
        if (text.startsWith('/*', at))
            return nestedCommentEnd(text, at);
        if (character === '/')
            return commentEnd(text, at);
        if (character === '"')
            return quotedEnd(text, at, '"', true);
        if (character === "'")
            return characterEnd(text, at);
        if (character !== 'r' || /\w/.test(text[at - 1] ?? '') !== /^[bc]$/.test(prefixBefore(text, at)))
            return at;
        return rawEnd(text, at);
    },
};
/** The one letter before, where no other stands before that. */
function prefixBefore(text, at) {
    return /\w/.test(text[at - 2] ?? '') ? '' : (text[at - 1] ?? '').replace(/\W/, '');
}
function rawEnd(text, at) {
    let hashes = 0;
    while (text[at + 1 + hashes] === '#' && hashes < 256)
        hashes += 1;
    if (text[at + 1 + hashes] !== '"')
        return at;
    return after(text, `"${'#'.repeat(hashes)}`, at + 2 + hashes);
}
function characterEnd(text, at) {
    if (text[at + 1] === '\\') {
        const end = text.indexOf("'", at + 3);
        return end < 0 || end - at > 12 ? at + 1 : end + 1;
    }
    const length = (text.codePointAt(at + 1) ?? 0) > 0xffff ? 2 : 1;
    return text[at + 1 + length] === "'" ? at + 2 + length : at + 1;
}
function nestedCommentEnd(text, at) {
    let depth = 0;
    for (let here = at; here < text.length; here += 1) {
        if (text[here] === '/' && text[here + 1] === '*') {
            depth += 1;
            here += 1;
        }
        else if (text[here] === '*' && text[here + 1] === '/') {
            depth -= 1;
            here += 1;
            if (depth === 0)
                return here + 1;
        }
    }
    return UNCLOSED;
}
/** Reads Go for what is not closed. */
export function readGo(_path, text) {
    return readWith(text, GO);
}
/** Reads Java for what is not closed. */
export function readJava(_path, text) {
    return readWith(text, JAVA);
}
/** Reads Rust for what is not closed. */
export function readRust(_path, text) {
    return readWith(text, RUST);
}
function readWith(text, syntax) {
    const broken = bracketsBroken(text, syntax);
    return broken === null ? {} : { broken: [broken] };
}
