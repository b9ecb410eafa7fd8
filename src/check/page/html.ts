import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import type { Broken, Read } from '../facts.js';
import { readCss, urlsIn } from './css.js';
import { isTemplated, type Naming, type PageFacts, type Reference } from './facts.js';
import { readCode } from './script.js';
import { CLOSED, NAMING, referencesOf, type Tag } from './tags.js';

/**
 * Reads a page, with the scripts and styles in it. By its tags alone: a tree of them says nothing more about names
 * and addresses, and a page that nests without end would cost without end.
 */
export function readHtml(path: string, content: string): Read {
  // Of halves of characters the parser copies all that it has read so far, at each of them.
  const text = content.toWellFormed();
  if (isOverloaded(text)) return {};
  const page = new PageReader(path, text);
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, page);
  page.tokenizer = tokenizer;
  tokenizer.write(text, true);
  return page.read();
}

/** Whether a tag has so many attributes that comparing them takes a while: no person wrote it. */
function isOverloaded(text: string): boolean {
  // A `<` inside of a tag begins no other one.
  return text.split('>').some((part) => {
    const start = part.indexOf('<');
    return start !== -1 && part.length - start > MANY && part.slice(start).split(/[\s/]/).length > MANY;
  });
}

const MANY = 10_000;
/** Scripts and handlers in one page that are looked into. */
const MOST_SCRIPTS = 200;

/** Elements whose content is text, and how it is read. */
const TEXTS: ReadonlyMap<string, Tokenizer['state']> = new Map<string, Tokenizer['state']>([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
]);

type Inside = { readonly tag: Tag; readonly line: number; readonly start: number };

/** What the tokenizer tells, put together. */
class PageReader {
  tokenizer: Tokenizer | null = null;
  readonly #path: string;
  readonly #text: string;
  #isTemplate: boolean;
  readonly #broken: Broken[] = [];
  readonly #parts: Read[] = [];
  readonly #references: Reference[] = [];
  readonly #ids = new Map<string, number>();
  readonly #classes = new Map<string, number>();
  readonly #dataNames = new Map<string, number>();
  readonly #namings: Naming[] = [];
  readonly #mentions = new Set<string>();
  readonly #importMap = new Map<string, string>();
  readonly #open = new Map<string, number[]>();
  #base: string | null = null;
  #isWhole = false;
  /** `<html>` or `<body>`: whoever writes them writes their ends. */
  readonly #begun = new Set<string>();
  #isEnded = false;
  #foreign = 0;
  #inside: Inside | null = null;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
    this.#isTemplate = isTemplated(text) || /\s(?:v-[a-z]|ng-[a-z]|x-data|th:|\*ng|hx-[a-z])/.test(text);
  }

  onDoctype(): void {
    this.#isWhole = true;
  }

  onStartTag(token: Token.TagToken): void {
    const tag = tagOf(token);
    this.#names(tag);
    this.#references.push(...referencesOf(tag), ...inStyle(tag));
    // `onclick={ add }`: no handler is written so but for a compiler that makes a page of it.
    this.#isTemplate ||= [...tag.attributes].some(
      ([name, value]) => name.startsWith('on') && /^\{(?:[\w.]*\})?$/.test(value),
    );
    for (const [name, value] of tag.attributes)
      if (/^on[a-z]+$/.test(name)) this.#handler(value, tag.lineOf(name));
    if (tag.name === 'html') this.#isWhole = true;
    if (tag.name === 'html' || tag.name === 'body') this.#begun.add(tag.name);
    if (tag.name === 'base') this.#base ??= tag.attributes.get('href') ?? null;
    if (tag.name === 'svg' || tag.name === 'math') this.#foreign += token.selfClosing ? 0 : 1;
    if (CLOSED.has(tag.name) && !token.selfClosing)
      push(this.#open, tag.name, token.location?.startLine ?? 1);
    const state = this.#foreign > 0 && tag.name !== 'script' ? undefined : TEXTS.get(tag.name);
    if (state === undefined || this.tokenizer === null || (this.#foreign > 0 && token.selfClosing)) return;
    this.tokenizer.state = state;
    this.#inside = { tag, line: token.location?.endLine ?? 1, start: token.location?.endOffset ?? 0 };
  }

  onEndTag(token: Token.TagToken): void {
    if (token.tagName === 'html' || token.tagName === 'body') this.#isEnded = true;
    if (token.tagName === 'svg' || token.tagName === 'math') this.#foreign = Math.max(0, this.#foreign - 1);
    this.#open.get(token.tagName)?.pop();
    const inside = this.#inside;
    if (inside === null || inside.tag.name !== token.tagName) return;
    this.#inside = null;
    this.#content(inside, this.#text.slice(inside.start, token.location?.startOffset ?? inside.start));
  }

  onParseError({ code, startLine }: { code: string; startLine: number }): void {
    if (code === 'eof-in-comment')
      this.#broken.push({ line: startLine, message: 'a comment is never closed' });
    if (code !== 'eof-in-tag') return;
    // The end of an element is never missed at the end of the file.
    const isEnd = this.#text.lastIndexOf('</') === this.#text.lastIndexOf('<');
    if (!isEnd) {
      this.#broken.push({ line: startLine, message: 'a tag is cut off at the end of the file' });
    }
  }

  onComment(): void {}
  onCharacter(): void {}
  onNullCharacter(): void {}
  onWhitespaceCharacter(): void {}

  onEof(): void {
    if (this.#inside === null) return;
    this.#broken.unshift({
      line: this.#inside.line,
      message: `\`<${this.#inside.tag.name}>\` is never closed`,
    });
  }

  read(): Read {
    const page: PageFacts = {
      isTemplate: this.#isTemplate,
      isWhole: this.#isWhole,
      base: this.#base,
      references: this.#references,
      ids: this.#ids,
      classes: this.#classes,
      dataNames: this.#dataNames,
      namings: this.#namings,
      mentions: this.#mentions,
      importMap: this.#importMap,
      open: this.#isCutOff() ? this.#lastOpen() : null,
    };
    return {
      broken: this.#isTemplate ? [] : this.#broken,
      scripts: this.#parts.flatMap(({ scripts }) => scripts ?? []),
      sheets: this.#parts.flatMap(({ sheets }) => sheets ?? []),
      page,
    };
  }

  #names(tag: Tag): void {
    const isCustom = tag.name.includes('-');
    for (const [name, value] of tag.attributes) {
      const line = tag.lineOf(name);
      if (name === 'id') first(this.#ids, value.trim(), line);
      else if (name === 'class') for (const word of wordsOf(value)) first(this.#classes, word, line);
      else if (name.startsWith('data-')) {
        first(this.#dataNames, name, line);
        for (const word of wordsOf(value)) this.#mentions.add(word);
      } else if (NAMING.has(name))
        for (const id of wordsOf(value)) this.#namings.push({ attribute: name, id, line });
      else if (isCustom) for (const word of wordsOf(value)) this.#mentions.add(word);
    }
  }

  #content({ tag, line }: Inside, content: string): void {
    if (content.trim() === '' || this.#parts.length >= MOST_SCRIPTS) return;
    if (tag.name === 'style') this.#part(readCss(this.#path, below(line, content)));
    if (tag.name === 'textarea') this.#mentionIds(content);
    if (tag.name !== 'script' || tag.attributes.has('src')) return;
    const type = (tag.attributes.get('type') ?? '').trim().toLowerCase();
    if (type === 'importmap') this.#imports(content);
    else if (SCRIPT_TYPES.test(type)) this.#part(readCode(this.#path, content, line));
    else this.#mentionIds(content);
  }

  /** Ids in a text that a script may make a part of the page. */
  #mentionIds(content: string): void {
    for (const match of content.matchAll(/\bid=["']([\w-]{1,100})["']/g)) this.#mentions.add(match[1] ?? '');
  }

  /** Handlers are looked into for what they use; how they may be broken is not known well enough. */
  #handler(value: string, line: number): void {
    if (this.#parts.length >= MOST_SCRIPTS || this.#isTemplate) return;
    const read = readCode(this.#path, `(function (event) { ${value}\n});`, line);
    this.#parts.push({ scripts: read.scripts ?? [] });
  }

  #part(read: Read): void {
    this.#parts.push(read);
    this.#broken.push(...(read.broken ?? []));
  }

  #imports(content: string): void {
    try {
      const { imports } = JSON.parse(content) as { imports?: unknown };
      if (typeof imports !== 'object' || imports === null) return;
      for (const [name, address] of Object.entries(imports)) this.#importMap.set(name, String(address));
    } catch {
      // Whoever reads it is told by the browser.
    }
  }

  #isCutOff(): boolean {
    return this.#begun.size === 2 && !this.#isEnded && this.#broken.length === 0;
  }

  #lastOpen(): PageFacts['open'] {
    const [last] = [...this.#open]
      .flatMap(([tag, lines]) =>
        lines.map((line) => ({ tag, line, isCut: !this.#text.trimEnd().endsWith('>') })),
      )
      .sort((left, right) => right.line - left.line);
    return last ?? null;
  }
}

const SCRIPT_TYPES = /^(?:|module|(?:text|application)\/(?:javascript|ecmascript|babel|jsx))$/;

/** A part of a file, at its own line. */
function below(line: number, part: string): string {
  return `${'\n'.repeat(line - 1)}${part}`;
}

function tagOf({ tagName, attrs, location }: Token.TagToken): Tag {
  const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
  const lineOf = (name: string) => location?.attrs?.[name]?.startLine ?? location?.startLine ?? 1;
  return { name: tagName, attributes, lineOf };
}

function inStyle({ attributes, lineOf }: Tag): Reference[] {
  const style = attributes.get('style');
  if (style === undefined || !style.includes('url(')) return [];
  const line = lineOf('style');
  return urlsIn(style).map((address) => ({ target: 'image', address, line, how: 'url()', from: 'file' }));
}

function wordsOf(value: string): string[] {
  return value.split(/\s+/).filter((word) => word !== '');
}

function first(lines: Map<string, number>, name: string, line: number): void {
  if (name !== '' && !lines.has(name)) lines.set(name, line);
}

function push(lines: Map<string, number[]>, name: string, line: number): void {
  const known = lines.get(name);
  if (known === undefined) lines.set(name, [line]);
  else known.push(line);
}
