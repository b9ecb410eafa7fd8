import { givenAt } from './arguments.js';
/** Functions that make names out of nothing, wherever they are called. */
const OPENING = new Set(['globals', 'execfile', 'extend_path']);
/** Those that do so only at the top of a file: elsewhere they see what is local. */
const OPENING_AT_TOP = new Set(['exec', 'locals', 'vars']);
/** Whether a word makes names in its file that are not written out, or modules that have no files. */
export function openedBy(tokens, at, isTop) {
    const [before, word, next] = [tokens[at - 1]?.text, tokens[at]?.text ?? '', tokens[at + 1]?.text];
    if (word === '__getattr__')
        return { names: before === 'def' && isTop, modules: false };
    if (next === '(')
        return { names: isOpening(tokens, at, isTop), modules: false };
    if (before !== '.')
        return { names: false, modules: false };
    if (word === 'meta_path' || word === 'path_hooks')
        return { names: false, modules: true };
    if (word !== 'modules' || !/^_?sys$/.test(tokens[at - 2]?.text ?? '') || isOnlyRead(tokens, at))
        return { names: false, modules: false };
    // Of its own place it makes another thing, of another place a module.
    return { names: true, modules: !isOfItself(tokens, at) };
}
function isOpening(tokens, at, isTop) {
    const word = tokens[at]?.text ?? '';
    if (OPENING.has(word) || (isTop && OPENING_AT_TOP.has(word)))
        return true;
    return word === 'exec' && isAlone(tokens, at + 1);
}
/** `sys.modules[__name__]`, from its `modules`. */
function isOfItself(tokens, at) {
    return tokens[at + 2]?.text === '__name__' && tokens[at + 3]?.text === ']';
}
/** Whether a call is given one thing, which is then run where the call stands. */
function isAlone(tokens, open) {
    return givenAt(tokens, open)?.places === 1;
}
/** `sys.modules.get('a')`, `sys.modules['a']` in the middle of something: nothing is put there. */
function isOnlyRead(tokens, at) {
    const next = tokens[at + 1]?.text;
    if (next === '.')
        return /^(?:get|keys|items|values|copy|pop)$/.test(tokens[at + 2]?.text ?? '');
    if (next === '[')
        return !isOfItself(tokens, at) && !isGiven(tokens, at);
    // `'a' in sys.modules`.
    return tokens[at - 3]?.text === 'in';
}
/** Tokens in which an assignment is looked for: it stands right behind. */
const NEAR = 30;
/** `sys.modules['a'] = …`, `setattr(sys.modules['a'], …)`. */
function isGiven(tokens, at) {
    return (tokens.slice(at + 2, at + NEAR).some(({ text }) => text === '=') || tokens[at - 4]?.text === 'setattr');
}
