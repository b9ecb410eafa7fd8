import { sticky } from './html-tags.js';

/** Where a link leads: what stands in parentheses after it, or in a definition. */
export type Target = {
  readonly destination: string;
  readonly title: string;
  readonly end: number;
  /** Whether a definition says so, rather than what stands after the link's text. */
  readonly elsewhere?: boolean;
};
export type Definition = Target & { readonly label: string };

const TITLE = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|\(((?:[^()\\]|\\[\s\S])*)\)/y;
const SPACE = /[ \t]*\n?[ \t]*/y;
const BRACKETED = /<((?:[^<>\n\\]|\\.)*)>/y;
const LINE_END = /[ \t]*(?:\n|$)/y;
const LABEL = /[ \t]*\[((?:[^[\]\\]|\\[\s\S]){1,999})\]:/y;
/** Parentheses inside a destination, as deep as readers of markdown follow them. */
const DEEPEST = 32;

/** Reads `(destination "title")`. https://spec.commonmark.org/0.31.2/#inline-link */
export function readInlineTarget(text: string, at: number): Target | null {
  if (text[at] !== '(') return null;
  let offset = skip(SPACE, text, at + 1);
  const destination = readDestination(text, offset);
  offset = destination.end;
  const spaced = skip(SPACE, text, offset);
  const title = spaced > offset ? sticky(TITLE, text, spaced) : null;
  offset = skip(SPACE, text, title === null ? spaced : spaced + title[0].length);
  if (text[offset] !== ')') return null;
  return {
    destination: destination.text,
    title: title?.[1] ?? title?.[2] ?? title?.[3] ?? '',
    end: offset + 1,
  };
}

/** Reads `[label]: destination "title"`. https://spec.commonmark.org/0.31.2/#link-reference-definitions */
export function readDefinition(text: string, at: number): Definition | null {
  const label = sticky(LABEL, text, at);
  if (label?.[1] === undefined || label[1].trim() === '') return null;
  const from = skip(SPACE, text, at + label[0].length);
  const { text: destination, end } = readDestination(text, from);
  if (end === from) return null;
  const spaced = skip(SPACE, text, end);
  const title = spaced > end ? sticky(TITLE, text, spaced) : null;
  const after = title === null ? null : sticky(LINE_END, text, spaced + title[0].length);
  const named = { label: normalLabel(label[1]), destination };
  if (title !== null && after !== null) {
    const words = title[1] ?? title[2] ?? title[3] ?? '';
    return { ...named, title: words, end: spaced + title[0].length + after[0].length };
  }
  const line = sticky(LINE_END, text, end);
  return line === null ? null : { ...named, title: '', end: end + line[0].length };
}

/** Labels are the same in any letter case and however much space is in them. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

const SCHEME = /^(?:&#|[^/?#])*?:/;
/** GitHub links to no other. */
const KNOWN_SCHEME = /^(?:https?|mailto|ftp|ssh|tel|ircs?|xmpp):/i;

/**
 * The destination as it may be shown to a model, or null: one with spaces in it is a text, not an address,
 * and where GitHub makes no link of it, nobody sees it.
 */
export function shownDestination(destination: string): string | null {
  if (destination === '' || /[\s<>]/.test(destination)) return null;
  if (SCHEME.test(destination) && !KNOWN_SCHEME.test(destination)) return null;
  return destination;
}

function readDestination(text: string, at: number): { text: string; end: number } {
  const bracketed = sticky(BRACKETED, text, at);
  if (bracketed !== null) return { text: bracketed[1] ?? '', end: at + bracketed[0].length };
  let depth = 0;
  let end = at;
  for (; end < text.length; end += 1) {
    const character = text[end] ?? '';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a destination ends at any of them
    if (/[\u0000-\u0020\u007f]/.test(character)) break;
    if (character === '\\' && /[!-/:-@[-`{-~]/.test(text[end + 1] ?? '')) end += 1;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0 || depth > DEEPEST) break;
  }
  return text[at] === '<' ? { text: '', end: at } : { text: text.slice(at, end), end };
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (sticky(pattern, text, at)?.[0].length ?? 0);
}
