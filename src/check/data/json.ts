import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import type { Read } from '../facts.js';
import { Lines } from '../lines.js';
import { isTemplate } from './template.js';

const STRICT = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };
const WITH_COMMENTS = { ...STRICT, disallowComments: false };
const RELAXED = { disallowComments: false, allowTrailingComma: true, allowEmptyContent: true };

/** Read by programs that know no comments. */
const NEVER_RELAXED = /(?:^|\/)(?:package|package-lock|composer|manifest|vercel)\.json$|\.webmanifest$/;

/** Reads JSON as its readers do: without comments, without a comma at the end. */
export function readJson(path: string, text: string): Read {
  const known = readWhole(text);
  if (known !== null) return known;
  if (isOfExtension(path, text)) return readWith(withoutHexEscapes(text), WITH_COMMENTS);
  const read = readWith(text, STRICT);
  if (
    read.broken === undefined ||
    NEVER_RELAXED.test(path) ||
    !/^[^\S\r\n\u2028\u2029]*(?:\/\/|\/\*)/m.test(text)
  )
    return read;
  // Many tools read their own `.json` with comments, and no name says which.
  const relaxed = readWith(text, RELAXED);
  return relaxed.broken === undefined ? relaxed : read;
}

/**
 * What browsers read of an extension: with comments, by
 * https://developer.chrome.com/docs/extensions/reference/manifest and
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json
 */
function isOfExtension(path: string, text: string): boolean {
  return /(?:^|\/)_locales\/[^/]+\/messages\.json$/.test(path) || text.includes('"manifest_version"');
}

/** Chrome's own reader takes `\xe9`, too. */
function withoutHexEscapes(text: string): string {
  return text.replace(/\\(\\|x(?=[\da-f]{2}))/gi, (whole, next) => (next === '\\' ? whole : '\\u00'));
}

/** Nearly all files are as they should be, and the engine reads these in no time; null for any other, and for a deep one. */
function readWhole(text: string): Read | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null; // What is wrong, and where, is for the reader that knows lines.
  }
  return isTooDeep(data) ? null : { data };
}

/** The other reader gives up where whoever looks into it would fall; the engine does not. */
const DEEPEST = 1_000;

function isTooDeep(data: unknown): boolean {
  let level = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** Reads JSON whose readers allow comments. */
export function readJsonWithComments(_path: string, text: string): Read {
  return readWith(text, RELAXED);
}

function readWith(text: string, options: Parameters<typeof parse>[2]): Read {
  const errors: ParseError[] = [];
  let data: unknown;
  try {
    data = parse(text.replace(/^\uFEFF/, ' '), errors, options);
  } catch {
    return {}; // Nested deeper than anything that people write.
  }
  const [first] = errors;
  if (first === undefined) return { data };
  if (isTemplate(text) || isOnePerLine(text, first) || IS_OF_CONSOLE.test(text)) return {};
  return {
    broken: [
      {
        line: lineOf(text, first),
        message: MESSAGES.get(printParseErrorCode(first.error)) ?? 'something else is expected',
      },
    ],
  };
}

/** Requests with their method in front, and texts over several lines: written for somebody's console. */
const IS_OF_CONSOLE = /^\s{0,9}(?:GET|PUT|POST|PATCH|DELETE|HEAD) \S|: ?"""\r?\n/;

/** What is missing is missing behind what stands last, not where the next thing begins. */
function lineOf(text: string, { error, offset }: ParseError): number {
  const isMissing = printParseErrorCode(error) === 'CommaExpected' || offset >= text.trimEnd().length;
  const before = isMissing ? text.slice(0, offset).trimEnd().length - 1 : offset;
  return new Lines(text).at(Math.max(0, before));
}

/** Logs and data sets hold one value a line. */
function isOnePerLine(text: string, { error, offset }: ParseError): boolean {
  return printParseErrorCode(error) === 'EndOfFileExpected' && text[offset] === text.trimStart()[0];
}

const MESSAGES: ReadonlyMap<string, string> = new Map([
  ['InvalidSymbol', 'a word stands where only a text in quotes, a number or a bracket may'],
  ['InvalidNumberFormat', 'a number is written as JSON knows none'],
  ['PropertyNameExpected', 'a name in double quotes is expected'],
  ['ValueExpected', 'a value is missing'],
  ['ColonExpected', 'a colon is missing'],
  ['CommaExpected', 'a comma is missing'],
  ['CloseBraceExpected', 'it ends before `}`'],
  ['CloseBracketExpected', 'it ends before `]`'],
  ['EndOfFileExpected', 'something follows its end'],
  ['InvalidCommentToken', 'it has a comment, and JSON has none'],
  ['UnexpectedEndOfComment', 'a comment is never closed'],
  ['UnexpectedEndOfString', 'a text in quotes is never closed'],
  ['UnexpectedEndOfNumber', 'a number is cut off'],
  ['InvalidUnicode', 'an escape after `\\u` has not four digits'],
  ['InvalidEscapeCharacter', 'a backslash stands before a letter that it cannot escape'],
  ['InvalidCharacter', 'a text in quotes holds a character that has to be escaped'],
]);
