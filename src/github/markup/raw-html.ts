import {
  hides,
  holdWords,
  isElement,
  isShownAsText,
  isVoid,
  readTag,
  sticky,
  type Tag,
} from './html-tags.js';
import { isInvisible } from './invisible-characters.js';
import { Formulas } from './math.js';
import type { Output } from './output.js';

const BOGUS_COMMENT = /<(?:[!?]|\/[^a-zA-Z])/y;
const ENTITY =
  /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(ZeroWidthSpace|NoBreak|Negative\w+Space|shy|zwn?j|[lr]rm|af|it|ic|ApplyFunction|InvisibleTimes|InvisibleComma));?/y;

/**
 * Writes what a reader sees of raw HTML, read as a browser does: there is no markdown in it.
 *
 * @returns false when something in it never ends, so that nothing of the whole text after it is seen
 */
export function writeHtml(out: Output, content: string): boolean {
  let at = 0;
  while (at < content.length) {
    const next = writeHtmlAt(out, content, at);
    if (next === null) {
      out.drop(content.slice(at), true);
      return false;
    }
    at = next;
  }
  return true;
}

/** @returns the offset after what begins here, or null when it never ends */
function writeHtmlAt(out: Output, content: string, at: number): number | null {
  if (content.startsWith('<!--', at)) {
    const end = commentEnd(content, at, out);
    return end === null ? null : out.drop(content.slice(at, end), true, end);
  }
  if (sticky(BOGUS_COMMENT, content, at) !== null) {
    const end = content.indexOf('>', at);
    return end < 0 ? null : out.drop(content.slice(at, end + 1), true, end + 1);
  }
  if (/^<\/?[a-zA-Z]/.test(content.slice(at, at + 3))) {
    const tag = readTag(content, at);
    return tag === null ? null : writeTag(out, content, at, tag);
  }
  const entity = content[at] === '&' ? invisibleEntity(content, at) : 0;
  if (entity > 0) return out.drop(content.slice(at, at + entity), true, at + entity);
  const end = at + 1 + content.slice(at + 1).search(/[<&]|$/);
  writeWords(out, content.slice(at, end));
  return end;
}

/** Text between two tags: no markdown, but formulas. */
function writeWords(out: Output, text: string): void {
  const formulas = new Formulas(text);
  let from = 0;
  for (const { index } of text.matchAll(/[$%]/g)) {
    if (index < from) continue;
    const end = text[index] === '$' ? formulas.hiddenAt(index) : formulas.commentAt(index);
    if (end === null) continue;
    out.copy(text.slice(from, index));
    from = out.drop(text.slice(index, end), true, end);
  }
  out.copy(text.slice(from));
}

/** Writes what may stay of a tag. @returns the offset after it */
export function writeTag(out: Output, text: string, at: number, tag: Tag): number {
  const source = text.slice(at, tag.end);
  if (isShownAsText(tag.name)) return out.copy('<', at + 1);
  if (!isElement(tag.name) || tag.name === 'img' || tag.name === 'source') {
    const words = isElement(tag.name) ? holdWords(tag.attributes) : true;
    return out.drop(source, words, tag.end);
  }
  if (tag.closing) {
    out.drop(source, tag.attributes.size > 0, tag.end);
    out.close(tag.name, tag.attributes.size > 0 ? `</${tag.name}>` : source);
    return tag.end;
  }
  if (!isVoid(tag.name)) out.open(tag.name, hides(tag.attributes));
  if (tag.attributes.size === 0) return out.copy(source, tag.end);
  const href = tag.name === 'a' ? (tag.attributes.get('href') ?? '') : '';
  out.drop(source, holdWords(tag.attributes), tag.end);
  out.write(/^https?:\/\/[^\s"<>`]+$/.test(href) ? `<a href="${href}">` : `<${tag.name}>`);
  return tag.end;
}

/** The offset after a comment, or null when it does not end. */
export function commentEnd(text: string, at: number, out: Output): number | null {
  const end = out.find(text, '-->', at + 4);
  if (end >= 0) return end + 3;
  const short = /^<!--?-?>/.exec(text.slice(at, at + 6));
  if (short !== null) return at + short[0].length;
  const bang = out.find(text, '--!>', at + 4);
  return bang < 0 ? null : bang + 4;
}

/** Length of an entity that stands for an invisible character, or 0. */
export function invisibleEntity(text: string, at: number): number {
  const entity = sticky(ENTITY, text, at);
  if (entity === null) return 0;
  const [all, decimal, hexadecimal, name] = entity;
  if (name !== undefined) return all.endsWith(';') ? all.length : 0;
  const codePoint = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return isInvisible(codePoint) ? all.length : 0;
}
