/** What stands in a TOML file, as far as this reader goes: a number, a date or a truth value is its own text. */
export type Toml = string | readonly Toml[] | TomlTable;
export type TomlTable = ReadonlyMap<string, Toml>;

/** Nobody nests a manifest deeper; a hostile file would use up the stack. */
const MOST_NESTED = 30;

type Cursor = { readonly text: string; at: number; depth: number };
type Growing = Map<string, Toml>;

/**
 * Reads TOML well enough to list what a manifest depends on. Strings of several lines, arrays and inline tables
 * are read as what they are, so that text cannot pose as a table.
 *
 * @returns null for a file that it does not understand
 */
export function readToml(text: string): TomlTable | null {
  const cursor: Cursor = { text: text.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n'), at: 0, depth: 0 };
  const root: Growing = new Map();
  let table = root;
  try {
    for (skip(cursor, true); cursor.at < cursor.text.length; skip(cursor, true)) {
      if (cursor.text[cursor.at] === '[') table = readHeader(cursor, root);
      else readPair(cursor, table);
      skip(cursor, false);
      if (cursor.at < cursor.text.length) expect(cursor, '\n');
    }
    return root;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** White space and comments; line ends too where they mean nothing. */
function skip(cursor: Cursor, lines: boolean): void {
  const blank = lines ? /(?:[ \t\n]|#[^\n]*)*/y : /(?:[ \t]|#[^\n]*)*/y;
  blank.lastIndex = cursor.at;
  cursor.at += blank.exec(cursor.text)?.[0].length ?? 0;
}

function expect(cursor: Cursor, mark: string): void {
  if (!cursor.text.startsWith(mark, cursor.at)) throw new SyntaxError(`${mark} is missing at ${cursor.at}`);
  cursor.at += mark.length;
}

/** `[a.b]` or `[[a.b]]`. The entries of an array of tables fall into one. */
function readHeader(cursor: Cursor, root: Growing): Growing {
  const mark = cursor.text.startsWith('[[', cursor.at) ? 2 : 1;
  cursor.at += mark;
  const keys = readKeys(cursor);
  expect(cursor, ']'.repeat(mark));
  return within(root, keys);
}

/** The table of that name, made where it is not there. */
function within(table: Growing, keys: readonly string[]): Growing {
  let inner = table;
  for (const key of keys) {
    const known = inner.get(key);
    const next: Growing = known instanceof Map ? known : new Map();
    inner.set(key, next);
    inner = next;
  }
  return inner;
}

function readPair(cursor: Cursor, table: Growing): void {
  const keys = readKeys(cursor);
  expect(cursor, '=');
  const last = keys.at(-1) ?? '';
  within(table, keys.slice(0, -1)).set(last, readValue(cursor));
}

/** `a."b.c".d` */
function readKeys(cursor: Cursor): readonly string[] {
  const keys: string[] = [];
  do {
    if (keys.length > 0) cursor.at += 1;
    if (keys.length > MOST_NESTED) throw new SyntaxError('too deep');
    skip(cursor, false);
    const quoted = /["']/.test(cursor.text[cursor.at] ?? '');
    keys.push(quoted ? readString(cursor) : readBare(cursor, /[\w-]+/y));
    skip(cursor, false);
  } while (cursor.text[cursor.at] === '.');
  return keys;
}

function readBare(cursor: Cursor, pattern: RegExp): string {
  pattern.lastIndex = cursor.at;
  const word = pattern.exec(cursor.text)?.[0];
  if (word === undefined) throw new SyntaxError(`nothing to read at ${cursor.at}`);
  cursor.at += word.length;
  return word;
}

function readValue(cursor: Cursor): Toml {
  skip(cursor, false);
  const first = cursor.text[cursor.at] ?? '';
  if (first === '"' || first === "'") return readString(cursor);
  if (first !== '[' && first !== '{') return readBare(cursor, /[^\s,\]}#]+(?: [\d:.]+)?/y);
  cursor.depth += 1;
  if (cursor.depth > MOST_NESTED) throw new SyntaxError('too deep');
  cursor.at += 1;
  const value = first === '[' ? readArray(cursor) : readInlineTable(cursor);
  cursor.depth -= 1;
  return value;
}

function readArray(cursor: Cursor): readonly Toml[] {
  const items: Toml[] = [];
  for (skip(cursor, true); cursor.text[cursor.at] !== ']'; skip(cursor, true)) {
    if (items.length > 0) expect(cursor, ',');
    skip(cursor, true);
    if (cursor.text[cursor.at] === ']') break;
    items.push(readValue(cursor));
  }
  cursor.at += 1;
  return items;
}

function readInlineTable(cursor: Cursor): TomlTable {
  const table: Growing = new Map();
  let isFirst = true;
  for (skip(cursor, true); cursor.text[cursor.at] !== '}'; skip(cursor, true)) {
    if (!isFirst) expect(cursor, ',');
    isFirst = false;
    skip(cursor, true);
    if (cursor.text[cursor.at] === '}') break;
    readPair(cursor, table);
  }
  cursor.at += 1;
  return table;
}

const STRINGS = [
  /"""((?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*)"""/y,
  /'''((?:[^']|'{1,2}(?!'))*)'''/y,
  /"((?:[^"\\\n]|\\.)*)"/y,
  /'([^'\n]*)'/y,
];

function readString(cursor: Cursor): string {
  for (const pattern of STRINGS) {
    pattern.lastIndex = cursor.at;
    const match = pattern.exec(cursor.text);
    if (match === null) continue;
    cursor.at += match[0].length;
    return match[0].startsWith('"') ? unescaped(match[1] ?? '') : (match[1] ?? '');
  }
  throw new SyntaxError(`no string at ${cursor.at}`);
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/gi,
    (whole, short?: string, long?: string, one?: string) => {
      const code = Number.parseInt(short ?? long ?? '', 16);
      if (Number.isNaN(code)) return one ?? whole;
      return code > 0x10ffff ? '' : String.fromCodePoint(code);
    },
  );
}
