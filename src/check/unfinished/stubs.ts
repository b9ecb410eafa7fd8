import type { Scanned } from './comments.js';

/** A body that does nothing but say that it is not written. */
export type Stub = {
  readonly offset: number;
  /** What stands there, as it is. */
  readonly says: string;
  /** The class whose method it is; null for a function of its own. */
  readonly owner: string | null;
};

/** More of them in one file say nothing more. */
const ENOUGH = 50;

const THROWN =
  /\b(?:throw\s+new\s+[\w.]{0,60}(?:Error|Exception)\s*\(|throw\s+(?:Error|Exception)\s*\(|panic\s*\(|(?:todo|unimplemented)!\s*\()\s*(["'`]?)/g;
const SAYS = /^(?:TODO\b|(?:\w+(?:\(\))? ?){0,3}(?:is )?not (?:yet )?implemented|implement (?:me|this))/i;

/** Bodies in braces that only throw that they are not written. */
export function thrownStubs(text: string, scanned: Scanned): Stub[] {
  const stubs: Stub[] = [];
  for (const found of text.matchAll(THROWN)) {
    const offset = found.index;
    const isMacro = /^(?:todo|unimplemented)!/.test(found[0]);
    const said = text.slice(offset + found[0].length, offset + found[0].length + 100);
    if (!isMacro && (found[1] === '' || !SAYS.test(said) || FOR_OTHERS.test(lineAt(text, offset)))) continue;
    const { code } = scanned;
    // In a string or a comment.
    if (code[offset] !== text[offset] || !isAlone(code, offset)) continue;
    stubs.push({ offset, says: lineAt(text, offset), owner: classAround(code, offset) });
    if (stubs.length === ENOUGH) break;
  }
  return stubs;
}

/** Whether it is all that the braces of a function hold: what follows a condition or a statement is a case. */
function isAlone(code: string, offset: number): boolean {
  const before = code.slice(Math.max(0, offset - 400), offset).trimEnd();
  if (!before.endsWith('{')) return false;
  const head = before.slice(0, -1).trimEnd();
  const line = head.slice(head.lastIndexOf('\n') + 1);
  if (/\b(?:if|else|for|while|switch|catch|case|default|try|do|finally|match|select|loop)\b/.test(line))
    return false;
  const isFunction =
    /(?:\)|=>|\)\s*(?:->|:)[^;{}]{1,200})$/.test(head.slice(-250)) ||
    /\)\s+[\w.*[\], ()]{1,100}$/.test(head.slice(-150));
  const after = code.slice(offset, offset + 600);
  const end = after.indexOf('}');
  return isFunction && end !== -1 && !/[;\n]\s*[\w@]/.test(after.slice(0, end).trimEnd());
}

/** The name of the class whose braces hold an offset directly around a function. */
function classAround(code: string, offset: number): string | null {
  let depth = 0;
  for (let at = offset; at >= 0 && offset - at < 50_000; at -= 1) {
    if (code[at] === '}') depth += 1;
    if (code[at] !== '{') continue;
    if (depth > 0) {
      depth -= 1;
      continue;
    }
    const head = code.slice(Math.max(0, at - 200), at);
    const named = /\b(?:class|interface|trait|impl)\s+([\w$]+)?[^{};]*$/.exec(head);
    if (named !== null) return named[1] ?? '';
  }
  return null;
}

/** Said of what somebody else is to write. */
const FOR_OTHERS = /\b(?:sub-?class|overrid|derived|child|support|abstract)/i;

const RAISE =
  /^([ \t]*)raise NotImplementedError(?:\(\s*\)|\(\s*["'][^"'\n]{0,40}(?:not (?:yet )?implemented|todo|implement me|to be implemented)[^"'\n]{0,100}["']\s*\))?[ \t]*(?:#.*)?$/gim;

/** Functions of Python that only raise that they are not written. */
export function raisedStubs(text: string, scanned: Scanned): Stub[] {
  const stubs: Stub[] = [];
  for (const found of text.matchAll(RAISE)) {
    const offset = found.index + (found[1]?.length ?? 0);
    const { code } = scanned;
    if (code[offset] !== 'r' || FOR_OTHERS.test(found[0])) continue;
    const around = functionAround(code, found.index, found[1]?.length ?? 0);
    if (around === null || around.isAbstract) continue;
    stubs.push({ offset, says: found[0].trim(), owner: around.owner });
    if (stubs.length === ENOUGH) break;
  }
  return stubs;
}

const PASS = /^([ \t]*)(?:pass|\.\.\.)[ \t]*#[ \t]*(.{1,200})$/gm;
const SAYS_PASS =
  /^(?:a )?(?:placeholder|stub|TODO|FIXME|implement|not implemented|to be implemented|your code|add .{1,40} here)\b/i;

/** `pass` with a comment that says that it stands for something. */
export function passedStubs(text: string, scanned: Scanned): Stub[] {
  const stubs: Stub[] = [];
  for (const found of text.matchAll(PASS)) {
    const offset = found.index + (found[1]?.length ?? 0);
    const { code } = scanned;
    if (code[offset] !== text[offset] || !SAYS_PASS.test(found[2] ?? '')) continue;
    const around = functionAround(code, found.index, found[1]?.length ?? 0);
    if (around === null || around.isAbstract) continue;
    stubs.push({ offset, says: found[0].trim(), owner: around.owner });
    if (stubs.length === ENOUGH) break;
  }
  return stubs;
}

/** The function of Python whose body begins at an offset; null when something else stands before. */
function functionAround(
  code: string,
  offset: number,
  indent: number,
): { owner: string | null; isAbstract: boolean } | null {
  const lines = code
    .slice(Math.max(0, offset - 20_000), offset)
    .split('\n')
    .slice(0, -1);
  let at = lines.length - 1;
  // A text that explains the function is blank but for its quotes.
  while (at >= 0 && /^[\s"']*$/.test(lines[at] ?? '')) at -= 1;
  if (!/(?:\)|\]|\w|["'])\s*:\s*$/.test(lines[at] ?? '')) return null;
  while (at >= 0 && indentOf(lines[at] ?? '') >= indent) at -= 1;
  if (
    !/^\s*\)?.*:\s*$/.test(lines[at] ?? '') ||
    /^\s*(?:if|else|elif|for|while|try|except|with|class|match|case|finally)\b/.test(lines[at] ?? '')
  )
    return null;
  const own = indentOf(lines[at] ?? '');
  while (at >= 0 && !/^\s*(?:async\s+)?def\b/.test(lines[at] ?? '')) {
    if (indentOf(lines[at] ?? '') < own) return null;
    at -= 1;
  }
  if (at < 0) return null;
  const decorators = lines.slice(Math.max(0, at - 4), at).join('\n');
  return {
    ...classOf(lines, at, own),
    ...(/@(?:[\w.]*\.)?(?:abstract\w*|overload)\b/.test(decorators) ? { isAbstract: true } : {}),
  };
}

function classOf(
  lines: readonly string[],
  from: number,
  indent: number,
): { owner: string | null; isAbstract: boolean } {
  for (let at = from - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    if (/^[\s"']*$/.test(line) || indentOf(line) >= indent) continue;
    const named = /^\s*class\s+(\w+)(.*)$/.exec(line);
    if (named === null) return { owner: null, isAbstract: false };
    const isAbstract =
      /\b(?:ABC|ABCMeta|Protocol|Interface|Exception|\w*Error)\b/.test(named[2] ?? '') ||
      /^(?:Abstract|Base|I[A-Z])|(?:Base|Mixin|Interface|Protocol|Error|Exception|Abstract)$/.test(
        named[1] ?? '',
      );
    return { owner: named[1] ?? null, isAbstract };
  }
  return { owner: null, isAbstract: false };
}

function indentOf(line: string): number {
  return line.trim() === '' ? Number.POSITIVE_INFINITY : line.length - line.trimStart().length;
}

function lineAt(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end === -1 ? text.length : end).trim();
}
