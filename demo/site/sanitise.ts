/** A piece of HTML that is known to be harmless. `text` is HTML text with its entities, without any tag. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string };

/** About what GitHub lets through: https://github.com/gjtorikian/html-pipeline, `sanitization_filter.rb`. */
const TAGS = new Set(
  (
    'h1 h2 h3 h4 h5 h6 br b i strong em a pre code img tt div ins del sup sub p ol ul li table thead tbody tfoot ' +
    'tr td th blockquote dl dt dd kbd q samp var hr s strike summary details caption span abbr section input'
  ).split(' '),
);
const VOID = new Set(['br', 'hr', 'img', 'input']);
const ADDRESSES = new Set(['href', 'src']);

/** Which values an attribute may have, on any tag; an attribute that is not here is left out. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  // A scheme from the list or none at all; an entity in front of a colon makes it none of these.
  href: /^(?:https?:\/\/|mailto:|[#/?.]|[\w-]+(?:[/?#.]|$))/i,
  src: /^(?:https?:\/\/|[/.]|[\w-]+(?:[/?#.]|$))/i,
  alt: /^/,
  title: /^/,
  align: /^(?:left|right|center)$/i,
  width: /^\d+%?$/,
  height: /^\d+%?$/,
  colspan: /^\d+$/,
  rowspan: /^\d+$/,
  start: /^\d+$/,
  open: /^/,
  checked: /^/,
  disabled: /^/,
  type: /^checkbox$/,
  id: /^user-content-[\w-]+$/,
  class: /^(?:language-[\w+#.-]+|footnotes|sr-only|data-footnote-backref)$/,
};

const PIECE =
  /<!--[\s\S]*?-->|<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /([a-z_:][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/gi;

/**
 * Any HTML as tokens in which nothing can act: tags and attributes of the two lists alone, every other tag as
 * the text it is written in, comments left out, and every tag closed, so that it cannot leave its frame.
 */
export function readTokens(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const open: string[] = [];
  const say = (text: string) => {
    if (text !== '')
      tokens.push({ kind: 'text', text: text.replaceAll('<', '&lt;').replaceAll('>', '&gt;') });
  };
  const closeDownTo = (depth: number) => {
    while (open.length > depth) tokens.push({ kind: 'close', name: open.pop() ?? '' });
  };
  let end = 0;
  for (const match of source.matchAll(PIECE)) {
    say(source.slice(end, match.index));
    end = match.index + match[0].length;
    const name = match[2]?.toLowerCase();
    if (name === undefined) continue;
    const attributes = readAttributes(match[3] ?? '');
    if (!isAllowed(name, attributes)) say(match[0]);
    else if (match[1] === '') {
      tokens.push({ kind: 'open', name, attributes });
      if (!VOID.has(name)) open.push(name);
    } else if (open.includes(name)) closeDownTo(open.lastIndexOf(name));
  }
  say(source.slice(end));
  closeDownTo(0);
  return tokens;
}

/** A field to type into is none of ours. */
function isAllowed(name: string, attributes: ReadonlyMap<string, string>): boolean {
  return TAGS.has(name) && (name !== 'input' || attributes.get('type') === 'checkbox');
}

function readAttributes(source: string): ReadonlyMap<string, string> {
  const found = [...source.matchAll(ATTRIBUTE)].map(
    (match) => [(match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? match[4] ?? ''] as const,
  );
  return new Map(
    found.filter(([name, value]) => Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]?.test(value)),
  );
}

/** Tokens as HTML. */
export function writeTokens(tokens: readonly Token[]): string {
  return tokens.map(writeToken).join('');
}

function writeToken(token: Token): string {
  if (token.kind === 'text') return token.text;
  if (token.kind === 'close') return `</${token.name}>`;
  const attributes = [...token.attributes].map(([name, value]) => {
    const quoted = value.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return ` ${name}="${quoted}"`;
  });
  const away = /^https?:/i.test(token.attributes.get('href') ?? '') ? ' rel="nofollow noopener"' : '';
  return `<${token.name}${attributes.join('')}${away}>`;
}

/** The tokens with every address (of a link or a picture) changed. */
export function mapAddresses(tokens: readonly Token[], map: (address: string) => string): readonly Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'open') return token;
    const attributes = [...token.attributes].map(
      ([name, value]) => [name, ADDRESSES.has(name) ? map(value) : value] as const,
    );
    return { ...token, attributes: new Map(attributes) };
  });
}
