import { isQuote, isStringPrefix, lineEnd, stringEnd, UNCLOSED } from './strings.js';
/** Words that only begin a statement: in brackets they say that one was never closed. */
const STATEMENTS = new Set('def class return import while try except finally raise pass break continue del global assert elif'.split(' '));
const OPERATOR = /(?:\.\.\.|\*\*=|\/\/=|>>=|<<=|->|:=|==|!=|<=|>=|<>|\*\*|\/\/|<<|>>|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|@=|[\s\S])/y;
const NAME = /[\p{L}\p{Nl}_$\u0080-\u{10ffff}][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}\u0080-\u{10ffff}]*/uy;
const NUMBER = /(?:0[xXbBoO][\da-fA-F_]+|\d[\d_]*\.?[\d_]*(?:[eE][+-]?\d[\d_]*)?|\.\d[\d_]*(?:[eE][+-]?\d[\d_]*)?)[jJlL]*/y;
/** Signs that are never part of a longer one. */
const ALONE = new Set('()[]{},;~');
const PAIRS = { ')': '(', ']': '[', '}': '{' };
/** Splits Python into logical lines, until the first place where that cannot go on. */
export function tokenize(text) {
    const scan = new Scan(text);
    return { lines: scan.lines, broken: scan.broken };
}
class Scan {
    lines = [];
    broken = null;
    #text;
    #at;
    #line = 1;
    #tokens = [];
    #open = [];
    #indent = 0;
    #isAtStart = true;
    constructor(text) {
        this.#text = text;
        this.#at = text.startsWith('\uFEFF') ? 1 : 0;
        while (this.#at < text.length && this.broken === null) {
            if (this.#isAtStart)
                this.#startLine();
            else
                this.#next();
        }
        if (this.broken === null)
            this.#end();
    }
    #startLine() {
        let column = 0;
        let code = this.#text.charCodeAt(this.#at);
        while (code === 32 || code === 9 || code === 12) {
            column = code === 32 ? column + 1 : code === 9 ? column + 8 - (column % 8) : 0;
            this.#at += 1;
            code = this.#text.charCodeAt(this.#at);
        }
        this.#indent = column;
        this.#isAtStart = false;
    }
    #next() {
        const code = this.#text.charCodeAt(this.#at);
        if (code === 10)
            this.#newline();
        else if (code === 32 || code === 9 || code === 12 || code === 13)
            this.#at += 1;
        else if (code === 35)
            this.#at = lineEnd(this.#text, this.#at);
        else if (code === 92)
            this.#continuation();
        else if (isQuote(code))
            this.#string(this.#at, '');
        else if (isDigit(code) || (code === 46 && isDigit(this.#text.charCodeAt(this.#at + 1))))
            this.#match('number', NUMBER);
        else if (isLetter(code))
            this.#name();
        else
            this.#operator();
    }
    #newline() {
        this.#at += 1;
        this.#line += 1;
        if (this.#open.length > 0)
            return;
        this.#finishLine();
        this.#isAtStart = true;
    }
    #finishLine() {
        const [first] = this.#tokens;
        if (first === undefined)
            return;
        this.lines.push({ indent: this.#indent, line: first.line, tokens: this.#tokens });
        this.#tokens = [];
    }
    #continuation() {
        const end = lineEnd(this.#text, this.#at);
        if (this.#text.slice(this.#at + 1, end).trim() !== '') {
            this.broken = { line: this.#line, message: 'something follows the backslash that continues a line' };
            return;
        }
        this.#at = end + 1;
        this.#line += 1;
        if (end >= this.#text.trimEnd().length)
            this.#at = this.#text.length;
    }
    #name() {
        const name = this.#nameAt(this.#at);
        const after = this.#at + name.length;
        if (isQuote(this.#text.charCodeAt(after)) && isStringPrefix(name)) {
            this.#string(after, name);
            return;
        }
        const opened = this.#open.at(-1);
        if (opened !== undefined && STATEMENTS.has(name) && this.#isFirstOfLine()) {
            this.broken = { line: opened.line, message: `\`${opened.text}\` is never closed` };
            return;
        }
        this.#push('name', name);
    }
    /** Nearly all names are of plain letters, and need no table of all others. */
    #nameAt(start) {
        let end = start;
        while (isPlain(this.#text.charCodeAt(end)))
            end += 1;
        if (!(this.#text.charCodeAt(end) >= 128))
            return this.#text.slice(start, end);
        NAME.lastIndex = start;
        return NAME.exec(this.#text)?.[0] ?? this.#text[start] ?? '';
    }
    #isFirstOfLine() {
        const start = this.#text.lastIndexOf('\n', this.#at - 1) + 1;
        return this.#at - start < 200 && this.#text.slice(start, this.#at).trim() === '';
    }
    #string(quoteAt, prefix) {
        const end = stringEnd(this.#text, quoteAt, prefix);
        if (end === UNCLOSED) {
            this.broken = /^("""|''')/.test(this.#text.slice(quoteAt, quoteAt + 3))
                ? { line: lastLine(this.#text), message: `it ends inside the text in quotes of line ${this.#line}` }
                : { line: this.#line, message: 'a text in quotes is never closed' };
            return;
        }
        const text = this.#text.slice(this.#at, end);
        this.#push('string', text);
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
            this.#line += 1;
    }
    #operator() {
        const text = this.#operatorAt(this.#at);
        if (text === '(' || text === '[' || text === '{') {
            this.#push('operator', text);
            this.#open.push({ text, line: this.#line });
            return;
        }
        const pair = PAIRS[text];
        if (pair !== undefined) {
            const opened = this.#open.pop();
            if (opened?.text !== pair) {
                const message = opened === undefined
                    ? `\`${text}\` closes nothing`
                    : `\`${text}\` stands where \`${opened.text}\` of line ${opened.line} is to be closed`;
                this.broken = { line: this.#line, message };
                return;
            }
        }
        this.#push('operator', text);
    }
    #operatorAt(start) {
        const sign = this.#text[start] ?? '';
        if (ALONE.has(sign))
            return sign;
        OPERATOR.lastIndex = start;
        return OPERATOR.exec(this.#text)?.[0] ?? '';
    }
    #match(kind, pattern) {
        pattern.lastIndex = this.#at;
        this.#push(kind, pattern.exec(this.#text)?.[0] ?? this.#text[this.#at] ?? '');
    }
    #push(kind, text) {
        this.#tokens.push({ kind, text, line: this.#line, depth: this.#open.length });
        this.#at += text.length;
    }
    #end() {
        const opened = this.#open.at(-1);
        if (opened !== undefined) {
            const line = this.#tokens.at(-1)?.line ?? opened.line;
            const message = `it ends before \`${opened.text}\` of line ${opened.line} is closed`;
            this.broken = { line, message };
        }
        this.#finishLine();
    }
}
function lastLine(text) {
    let line = 1;
    const end = text.trimEnd().length;
    for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
        line += 1;
    return line;
}
function isDigit(code) {
    return code >= 48 && code <= 57;
}
/** Letters, digits and the underscore of ASCII. */
function isPlain(code) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || isDigit(code);
}
function isLetter(code) {
    return (isPlain(code) && !isDigit(code)) || code >= 128;
}
