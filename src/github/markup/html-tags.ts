/** An HTML tag as a browser reads it. */
export type Tag = {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  /** Names in lower case; the first of two with the same name counts. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Offset after its `>`. */
  readonly end: number;
};

/** https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state */
const NAME = /<(\/?)([a-zA-Z][^\t\n\f\r />]*)/y;
const ATTRIBUTE =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r "'>][^\t\n\f\r >]*)?(?=[\t\n\f\r >])))?/y;
/** The value of an attribute that `ATTRIBUTE` could not read: its quote is never closed. */
const OPEN_VALUE = /[\t\n\f\r ]*=[\t\n\f\r ]*["']/y;
const END = /[\t\n\f\r /]*>/y;

/**
 * Reads the tag that begins at an offset.
 *
 * @returns null when no tag begins there, or when it does not end
 */
export function readTag(text: string, at: number): Tag | null {
  const start = sticky(NAME, text, at);
  if (start === null) return null;
  const attributes = new Map<string, string>();
  let offset = at + start[0].length;
  for (;;) {
    const end = sticky(END, text, offset);
    if (end !== null) {
      const name = (start[2] ?? '').toLowerCase();
      return { name, closing: start[1] === '/', attributes, end: offset + end[0].length };
    }
    const attribute = sticky(ATTRIBUTE, text, offset);
    if (attribute === null || sticky(OPEN_VALUE, text, offset + attribute[0].length) !== null) return null;
    const [all, name = '', double, single, bare] = attribute;
    if (!attributes.has(name.toLowerCase()))
      attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
    offset += all.length;
  }
}

/** A match of a sticky expression at an offset. */
export function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Elements of HTML: a tag of these without attributes says no more than its name, so it may stand in a
 * prompt. `<canvas>` outside code is what someone wants, though a browser shows nothing of it.
 */
const ELEMENTS = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code ' +
    'col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 head header hgroup hr html i img input ins kbd label legend li link main map mark menu meta meter ' +
    'nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp search section ' +
    'select slot small source span strike strong sub summary sup svg table tbody td template tfoot th thead time tr track tt ' +
    'u ul var video wbr'
  ).split(' '),
);

export function isElement(name: string): boolean {
  return ELEMENTS.has(name);
}

/** GitHub shows these tags as text. https://github.github.com/gfm/#disallowed-raw-html-extension- */
const SHOWN = new Set([
  'title',
  'textarea',
  'style',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'script',
  'plaintext',
]);

export function isShownAsText(name: string): boolean {
  return SHOWN.has(name);
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

export function isVoid(name: string): boolean {
  return VOID.has(name);
}

/** What in a `style` hides the element or the box of a diagram. */
export const HIDING_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d]*[1-9])|font-size\s*:\s*0(?![.\d]*[1-9])/i;

/**
 * Whether attributes hide what is in the element. GitHub takes these attributes out and shows it; but who
 * marks words as hidden did not mean a reader to see them, and other places where issues are read may obey.
 */
export function hides(attributes: ReadonlyMap<string, string>): boolean {
  return attributes.has('hidden') || HIDING_STYLE.test(attributes.get('style') ?? '');
}

/** Whether attributes hold words, rather than names and numbers. */
export function holdWords(attributes: ReadonlyMap<string, string>): boolean {
  const values = [...attributes.values()];
  return values.some((value) => /\S\s+\S/.test(value)) || values.filter((value) => value === '').length > 2;
}
