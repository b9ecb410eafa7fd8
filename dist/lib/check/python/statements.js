import { wordsBroken } from './words.js';
/** Heads of blocks; `match` and `case` are names elsewhere. */
const HEADS = new Set('if elif else for while try except finally with def class'.split(' '));
/** What may stand directly before, in the same block. */
const AFTER = new Map([
    ['elif', ['if', 'elif']],
    ['else', ['if', 'elif', 'for', 'while', 'except']],
    ['except', ['try', 'except']],
    ['finally', ['try', 'except', 'else']],
]);
/**
 * Tells the statements of a file one after another, and where the file stops being Python.
 *
 * @param isWhole these are all lines; else nothing is said of how they end
 */
export function walkStatements(lines, visit, isWhole = true) {
    const walk = new Walk(visit);
    for (const line of lines) {
        const broken = walk.line(line);
        if (broken !== null)
            return broken;
    }
    return isWhole ? walk.end() : null;
}
const TOP = { kind: 'module', owner: '', runs: 'always' };
class Walk {
    #visit;
    #levels = [{ indent: 0, scope: TOP, last: '', lastLine: 0 }];
    #pending = null;
    #decorators = 0;
    #lastLine = 1;
    constructor(visit) {
        this.#visit = visit;
    }
    /** @returns why the line cannot stand there, or null */
    line(line) {
        const broken = this.#enter(line) ?? this.#decorated(line) ?? wordsBroken(line.tokens);
        if (broken !== null)
            return broken;
        this.#lastLine = line.tokens.at(-1)?.line ?? line.line;
        const keyword = keywordOf(line.tokens);
        if (keyword === '@') {
            this.#decorators += 1;
            this.#visit(this.#statement(line.tokens, keyword, this.#scope, false));
            return null;
        }
        const colon = headColon(line.tokens, keyword);
        if (colon === null && HEADS.has(keyword)) {
            return { line: this.#lastLine, message: `\`${keyword}\` lacks its colon` };
        }
        return this.#order(line, keyword) ?? this.#statements(line, keyword, colon);
    }
    /** @returns what is missing where the file ends */
    end() {
        if (this.#pending !== null)
            return this.#empty(this.#pending);
        if (this.#decorators > 0)
            return { line: this.#lastLine, message: 'it ends after a line that begins with `@`' };
        for (const level of this.#levels.toReversed()) {
            const broken = this.#left(level);
            if (broken !== null)
                return broken;
        }
        return null;
    }
    get #scope() {
        return this.#levels.at(-1)?.scope ?? TOP;
    }
    /** Follows the indentation into a block or out of blocks. */
    #enter({ indent, line }) {
        const top = this.#levels.at(-1)?.indent ?? 0;
        const pending = this.#pending;
        this.#pending = null;
        if (pending !== null) {
            if (indent <= top)
                return this.#empty(pending);
            this.#levels.push({ indent, scope: pending.scope, last: '', lastLine: line });
            return null;
        }
        if (indent > top)
            return { line, message: 'the line is indented without a reason' };
        while ((this.#levels.at(-1)?.indent ?? 0) > indent) {
            const level = this.#levels.pop();
            const broken = level === undefined ? null : this.#left(level);
            if (broken !== null)
                return broken;
        }
        const matches = (this.#levels.at(-1)?.indent ?? 0) === indent;
        return matches ? null : { line, message: 'the line is indented like none of the blocks around it' };
    }
    #empty({ keyword, line }) {
        return { line, message: `nothing stands under \`${keyword}\`` };
    }
    /** A block that ends while a `try` in it waits. */
    #left({ last, lastLine }) {
        if (last !== 'try')
            return null;
        return {
            line: this.#lastLine,
            message: `\`try\` of line ${lastLine} has no \`except\` and no \`finally\``,
        };
    }
    #decorated({ line, tokens }) {
        if (this.#decorators === 0 || ['def', 'class', '@'].includes(keywordOf(tokens)))
            return null;
        return { line, message: 'neither a function nor a class follows a line that begins with `@`' };
    }
    /** `else` after `if`, `except` after `try`. */
    #order({ line }, keyword) {
        const level = this.#levels.at(-1);
        if (level === undefined)
            return null;
        const before = AFTER.get(keyword);
        if (before !== undefined && !before.includes(level.last)) {
            return { line, message: `\`${keyword}\` stands where nothing precedes it` };
        }
        if (level.last === 'try' && before === undefined)
            return this.#left(level);
        level.last = keyword;
        level.lastLine = line;
        return null;
    }
    /** Tells the statements of one line, and remembers the block that it opens. */
    #statements({ tokens, line }, keyword, colon) {
        const scope = this.#scope;
        let rest = tokens;
        let inner = scope;
        if (colon !== null) {
            const head = tokens.slice(0, colon + 1);
            this.#visit(this.#statement(head, keyword, scope, true));
            rest = tokens.slice(colon + 1);
            inner = innerScope(scope, keyword, head);
            if (rest.length === 0)
                this.#pending = { keyword, line, scope: inner };
        }
        this.#decorators = 0;
        for (const part of parts(rest))
            this.#visit(this.#statement(part, keywordOf(part), inner, false));
        return null;
    }
    #statement(tokens, keyword, scope, isHead) {
        const line = tokens[0]?.line ?? this.#lastLine;
        return { tokens, line, keyword, scope, isHead, decorators: this.#decorators };
    }
}
function keywordOf(tokens) {
    const first = tokens[0]?.text ?? '';
    return first === 'async' && tokens[1]?.kind === 'name' ? tokens[1].text : first;
}
/** Where the head of a block ends: the colon that is no lambda's and in no bracket. */
function headColon(tokens, keyword) {
    if (!HEADS.has(keyword)) {
        const isSoft = (keyword === 'match' || keyword === 'case') && tokens.length > 2;
        const isHead = isSoft && tokens.at(-1)?.text === ':' && !'.=[:,'.includes(tokens[1]?.text ?? '.');
        const isCase = keyword === 'case' && isSoft && tokens[1]?.text !== '=' && tokens[1]?.text !== ':';
        if (!isHead && !isCase)
            return tokens.at(-1)?.text === ':' ? tokens.length - 1 : null;
    }
    let lambdas = 0;
    for (let index = 0; index < tokens.length; index += 1) {
        const token = tokens[index];
        if (token === undefined || token.depth > 0)
            continue;
        const { text } = token;
        if (text === 'lambda')
            lambdas += 1;
        else if (text === ':' && lambdas > 0)
            lambdas -= 1;
        else if (text === ':')
            return index;
    }
    return null;
}
/** Blocks in which an error is expected. */
const CATCHING = /^(?:raises|suppress|assert(?:Raises|Warns)\w*|catch_warnings|deprecated_call|warns)$/;
function innerScope(scope, keyword, head) {
    if (keyword === 'def' || keyword === 'class') {
        const name = head[head.findIndex(({ text }) => text === keyword) + 1]?.text ?? '';
        return { kind: keyword === 'def' ? 'function' : 'class', owner: name, runs: scope.runs };
    }
    if (keyword === 'with' && head.some(({ text }) => CATCHING.test(text)))
        return { ...scope, runs: 'maybe' };
    if (keyword === 'with' || keyword === 'for' || keyword === 'while' || keyword === 'finally')
        return scope;
    if (keyword === 'if' && head.some(({ text }) => text === 'TYPE_CHECKING'))
        return { ...scope, runs: 'never' };
    if (keyword === 'if' && isMainGuard(head))
        return scope;
    return { ...scope, runs: scope.runs === 'never' ? 'never' : 'maybe' };
}
function isMainGuard(head) {
    return head.length === 5 && head[1]?.text === '__name__' && head[2]?.text === '==';
}
/** Simple statements of one line, which semicolons part. */
function parts(tokens) {
    if (!tokens.some(({ text }) => text === ';'))
        return tokens.length === 0 ? [] : [tokens];
    const all = [[]];
    for (const token of tokens) {
        if (token.text === ';')
            all.push([]);
        else
            all.at(-1)?.push(token);
    }
    return all.filter((part) => part.length > 0);
}
