import type { Language } from '../language.js';

/** A comment of a file. */
export type Comment = {
  readonly start: number;
  readonly end: number;
  /** Without its signs. */
  readonly text: string;
};

/** A file, its comments told from its code. */
export type Scanned = {
  readonly comments: readonly Comment[];
  /** The text with a space for everything in comments and strings, line breaks but: offsets stay. */
  readonly code: string;
};

/** How comments and strings of a language look. */
type Style = {
  readonly line: readonly string[];
  readonly block: readonly (readonly [string, string])[];
  readonly quotes: readonly string[];
  /** Whether `/…/` may be a regular expression. */
  readonly regex?: boolean;
  /** Whether a `#` begins a comment only after a blank. */
  readonly spaced?: boolean;
};

const C = [['/*', '*/']] as const;
const SCRIPT: Style = { line: ['//'], block: C, quotes: ['`', '"', "'"], regex: true };
const CURLY: Style = { line: ['//'], block: C, quotes: ['"""', '"', "'"] };
const HASH: Style = { line: ['#'], block: [], quotes: ['"', "'"], spaced: true };
const STYLE: Style = { line: [], block: C, quotes: ['"', "'"] };
const PAGE: Style = { line: [], block: [['<!--', '-->']], quotes: [] };

const STYLES: Partial<Readonly<Record<Language, Style>>> = {
  script: SCRIPT,
  css: STYLE,
  scss: { ...STYLE, line: ['//'] },
  yaml: HASH,
  dockerfile: HASH,
  toml: { ...HASH, quotes: ['"""', "'''", '"', "'"] },
  python: { line: ['#'], block: [], quotes: ['"""', "'''", '"', "'"] },
  go: { ...CURLY, quotes: ['`', '"', "'"] },
  java: CURLY,
  // `'a` is a lifetime there.
  rust: { ...CURLY, quotes: ['"'] },
  php: { ...CURLY, line: ['//', '#'], quotes: ['"', "'"] },
  html: PAGE,
};

const OTHERS: readonly (readonly [RegExp, Style])[] = [
  [/\.(?:sh|bash|zsh|rb|ex|exs|r|pl|mk|env|cfg|ini|conf)$|(?:^|\/)(?:Makefile|Gemfile)$/i, HASH],
  [/\.(?:c|h|cc|cpp|hpp|cs|kt|kts|swift|dart|scala|groovy|gradle|m|mm|proto|glsl)$/i, CURLY],
  [/\.(?:vue|svelte|xml|svg|astro)$/i, PAGE],
];

/** Whether comments of such a file can be told from its code. */
export function canScan(path: string, language: Language): boolean {
  return styleOf(path, language) !== null;
}

/** Tells comments and strings from code, in one pass. A string that is left open ends with its line. */
export function scan(path: string, language: Language, text: string): Scanned {
  const style = styleOf(path, language);
  if (style === null) return { comments: [], code: text };
  return style === PAGE ? scanPage(text) : scanCode(text, style);
}

function styleOf(path: string, language: Language): Style | null {
  return STYLES[language] ?? OTHERS.find(([pattern]) => pattern.test(path))?.[1] ?? null;
}

/** A page, the scripts and styles in it included. */
function scanPage(text: string): Scanned {
  const comments: Comment[] = [];
  const code = new Blanked(text);
  const mark = /<!--|<(script|style)\b[^<>]{0,2000}>/gi;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const start = found.index + found[0].length;
    const kind = found[1]?.toLowerCase();
    const closing = kind === undefined ? '-->' : `</${kind}`;
    const end = indexOfTag(text, closing, start);
    if (kind === undefined) {
      const behind = Math.min(text.length, end + closing.length);
      comments.push({ start: found.index, end: behind, text: text.slice(start, end) });
      code.blank(found.index, behind);
    } else {
      const inner = scanCode(text.slice(start, end), kind === 'script' ? SCRIPT : STYLE);
      for (const comment of inner.comments) {
        comments.push({ ...comment, start: start + comment.start, end: start + comment.end });
      }
      code.put(start, inner.code);
    }
    mark.lastIndex = Math.max(end, mark.lastIndex);
  }
  return scannedOf(comments, code);
}

/** Where no comment matters nobody asks for the code. */
function scannedOf(comments: readonly Comment[], blanked: Blanked): Scanned {
  return {
    comments,
    get code() {
      return blanked.text();
    },
  };
}

function indexOfTag(text: string, closing: string, from: number): number {
  const lower = text.indexOf(closing, from);
  const upper = lower === -1 ? text.indexOf(closing.toUpperCase(), from) : lower;
  return upper === -1 ? text.length : upper;
}

/** What a comment or a string may begin with, and the braces that a template's end is found by. */
function marksOf({ line, block, quotes, regex }: Style): RegExp {
  const signs = [...line, ...block.map(([open]) => open), ...quotes].map((sign) => sign[0] ?? '');
  return new RegExp(`[${[...new Set([...signs, ...(regex ? ['{', '}', '/'] : [])])].join('')}]`, 'g');
}

function scanCode(text: string, style: Style): Scanned {
  const comments: Comment[] = [];
  const code = new Blanked(text);
  /** For each `${` that is open, how many braces are open in it. */
  const holes: number[] = [];
  let at = 0;
  const marks = marksOf(style);
  while (at < text.length) {
    marks.lastIndex = at;
    at = marks.exec(text)?.index ?? text.length;
    const comment = commentAt(text, at, style);
    if (comment !== null) {
      comments.push(comment);
      code.blank(at, comment.end);
      at = comment.end;
      continue;
    }
    const character = text[at] ?? '';
    const depth = holes.at(-1);
    if (depth !== undefined && (character === '{' || character === '}')) {
      holes[holes.length - 1] = depth + (character === '{' ? 1 : -1);
      if (depth === 0 && character === '}') {
        holes.pop();
        at = template(text, at + 1, holes, code);
        continue;
      }
    }
    at =
      character === '`' && style.regex
        ? template(text, at + 1, holes, code)
        : pastString(text, at, style, code);
  }
  return scannedOf(comments, code);
}

/** @returns where the part of a template that begins here ends: at its end, or behind a `${`, which is then open. */
function template(text: string, from: number, holes: number[], code: Blanked): number {
  let at = from;
  while (at < text.length && text[at] !== '`' && !text.startsWith('${', at)) at += text[at] === '\\' ? 2 : 1;
  code.blank(from, at);
  if (text[at] === '$') holes.push(0);
  return at + (text[at] === '$' ? 2 : 1);
}

function commentAt(text: string, at: number, { line, block, spaced }: Style): Comment | null {
  for (const [open, close] of block) {
    if (!text.startsWith(open, at)) continue;
    const found = text.indexOf(close, at + open.length);
    const inner = found === -1 ? text.length : found;
    const end = found === -1 ? text.length : found + close.length;
    return { start: at, end, text: text.slice(at + open.length, inner) };
  }
  const sign = line.find((start) => text.startsWith(start, at));
  const before = text[at - 1] ?? '\n';
  // `http://` in text between tags, `#fff` and `$#` in a shell, `#[attribute]` of PHP.
  if (sign === undefined || (sign === '//' && before === ':')) return null;
  if (sign === '#' && ((spaced && !/\s/.test(before)) || text[at + 1] === '[')) return null;
  const found = text.indexOf('\n', at);
  const end = found === -1 ? text.length : found;
  return { start: at, end, text: text.slice(at + sign.length, end) };
}

/** @returns where to go on: behind a string or regular expression that begins here, or one character further. */
function pastString(text: string, at: number, { quotes, regex }: Style, code: Blanked): number {
  const quote = quotes.find((sign) => text.startsWith(sign, at));
  if (quote !== undefined) {
    const spans = quote.length > 1 || quote === '`';
    let end = at + quote.length;
    while (end < text.length && !text.startsWith(quote, end)) {
      if (text[end] === '\n' && !spans) return end;
      end += text[end] === '\\' && quote !== '`' ? 2 : 1;
    }
    code.blank(at + quote.length, end);
    return end + quote.length;
  }
  if (!regex || text[at] !== '/' || !mayBeginRegex(text, at)) return at + 1;
  const end = endOfRegex(text, at + 1);
  if (end !== null) code.blank(at + 1, end);
  return (end ?? at) + 1;
}

const BEFORE_REGEX =
  /(?:^|[(,=:[!&|?{;+*%~^]|=>|\b(?:return|typeof|case|in|of|void|throw|await|yield|else|do))\s*$/;

function mayBeginRegex(text: string, at: number): boolean {
  return BEFORE_REGEX.test(text.slice(Math.max(0, at - 40), at));
}

/** Characters. */
const LONGEST_REGEX = 1_000;

function endOfRegex(text: string, from: number): number | null {
  let inClass = false;
  for (
    let at = from;
    at < Math.min(text.length, from + LONGEST_REGEX) && text[at] !== '\n';
    at += text[at] === '\\' ? 2 : 1
  ) {
    if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at;
  }
  return null;
}

/** A text, parts of which are written over with as many characters. */
class Blanked {
  readonly #text: string;
  /** In order; null for blanks. */
  readonly #parts: { readonly start: number; readonly end: number; readonly put: string | null }[] = [];
  #written: string | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Parts come in order. */
  blank(start: number, end: number): void {
    this.#parts.push({ start, end, put: null });
  }

  put(start: number, put: string): void {
    this.#parts.push({ start, end: start + put.length, put });
  }

  text(): string {
    this.#written ??= this.#write();
    return this.#written;
  }

  #write(): string {
    const written: string[] = [];
    let done = 0;
    for (const { start, end, put } of this.#parts) {
      written.push(this.#text.slice(done, start), put ?? blankOf(this.#text.slice(start, end)));
      done = end;
    }
    return written.join('') + this.#text.slice(done);
  }
}

function blankOf(part: string): string {
  return part.includes('\n') ? part.replace(/[^\n]/g, ' ') : ' '.repeat(part.length);
}
