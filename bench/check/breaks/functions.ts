/** A function at the top of a file. */
export type TopFunction = {
  readonly name: string;
  /** Where `export` or `def` begins. */
  readonly start: number;
  /** Where its name begins. */
  readonly nameAt: number;
  /** As they are written. */
  readonly parameters: readonly string[];
  /** Where the list of parameters ends, at its bracket. */
  readonly listEnd: number;
  /** What stands in its body, without the lines of the brackets. */
  readonly body: { readonly start: number; readonly end: number };
};

const SCRIPT = /^export (?:async )?function (\w+)\(([^(){}[\]]*)\)[^\n]*\{\n/gm;
const PYTHON = /^(?:async )?def (\w+)\(([^(){}[\]]*)\)[^\n]*:\n/gm;

/** The functions at the top that are written on several lines, as formatters leave them. */
export function functionsOf(path: string, text: string): TopFunction[] {
  const isPython = path.endsWith('.py');
  return [...text.matchAll(isPython ? PYTHON : SCRIPT)].flatMap((match): TopFunction[] => {
    const start = match.index + match[0].length;
    const end = isPython ? endOfIndented(text, start) : text.indexOf('\n}', start - 1) + 1;
    if (end < start) return [];
    const name = match[1] ?? '';
    const nameAt = match.index + match[0].indexOf(name);
    const listStart = nameAt + name.length + 1;
    const list = match[2] ?? '';
    const parameters = list
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    return [
      {
        name,
        start: match.index,
        nameAt,
        parameters,
        listEnd: listStart + list.length,
        body: { start, end },
      },
    ];
  });
}

/** Where the block that begins here ends: at the first line that is not indented. */
function endOfIndented(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const next = text.indexOf('\n', end);
    const line = text.slice(end, next < 0 ? text.length : next);
    if (line !== '' && !/^\s/.test(line)) break;
    end = next < 0 ? text.length : next + 1;
  }
  return end;
}

/** A call of a name: where it stands, and what it is given; null where that cannot be read off. */
export type Call = { readonly start: number; readonly end: number; readonly count: number | null };

/** The calls of a name that is no member of something. */
export function callsOf(text: string, name: string): Call[] {
  const pattern = new RegExp(`(?<![\\w$.'"\`])${name}\\(`, 'g');
  return [...text.matchAll(pattern)]
    .filter(({ index }) => !/(?:function|def|class|new)\s+$/.test(text.slice(Math.max(0, index - 12), index)))
    .map(({ index }) => callAt(text, index, index + name.length + 1));
}

/** Counts what stands between the brackets, with no more understanding than that of brackets and quotes. */
function callAt(text: string, start: number, open: number): Call {
  let [depth, commas, quote, isEmpty] = [1, 0, '', true];
  for (let at = open; at < Math.min(text.length, open + 2_000); at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
      continue;
    }
    if (`'"\``.includes(character)) quote = character;
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth === 0) {
      const inside = text.slice(open, at);
      const isKnown = !/\.\.\.|\*|=(?!>|=)/.test(inside) && !/,\s*$/.test(inside);
      return { start, end: at, count: isKnown ? (isEmpty ? 0 : commas + 1) : null };
    }
    if (depth === 1 && character === ',') commas += 1;
    if (!/\s/.test(character)) isEmpty = false;
  }
  return { start, end: open, count: null };
}
