/** A name that a plan gives a file. */
export type PromisedName = {
  /** The file that is to have it. */
  readonly path: string;
  readonly kind: 'function' | 'constant' | 'name' | 'id' | 'class' | 'attribute' | 'flag' | 'route';
  /** As it is looked for: an id without `#`, a class without its dot, a route without its method. */
  readonly name: string;
  /** As the plan has it. */
  readonly shown: string;
};

const TAGS =
  'a|article|aside|body|button|canvas|details|dialog|div|dl|fieldset|footer|form|h[1-6]|header|html|img|input|label|legend|li|main|meter|nav|ol|output|p|pre|progress|section|select|span|summary|svg|table|tbody|td|template|textarea|th|thead|time|tr|ul|video';
const SELECTOR = new RegExp(
  `^(?:${TAGS})?(?:[#.][A-Za-z][\\w-]*|\\[[\\w-]+(?:[*^$~|]?=[^\\]]{1,60})?\\])+(?:\\s[#.][A-Za-z][\\w-]*)*$`,
);
/** Of the platform, and written in more than one way. */
const FOREIGN =
  /^(?:window|document|console|Math|JSON|Object|Array|Promise|Number|String|Date|localStorage|sessionStorage|navigator|location|history|crypto|process|fs|path|http|os|sys|re|json|datetime|event|element|e|self|this|node)\./;
const NOT_OURS = new Set([
  ...[
    'localStorage',
    'sessionStorage',
    'getElementById',
    'querySelector',
    'innerHTML',
    'textContent',
    'classList',
  ],
  ...['str', 'int', 'len', 'list', 'dict', 'set', 'tuple', 'float', 'bool', 'open'],
  ...[
    'constructor',
    'toString',
    'require',
    'import',
    'fetch',
    'setTimeout',
    'setInterval',
    'addEventListener',
  ],
  ...[
    'print',
    'super',
    'function',
    'if',
    'for',
    'while',
    'switch',
    'return',
    'var',
    'url',
    'calc',
    'rgb',
    'rgba',
  ],
  ...[
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'JSON',
    'HTML',
    'CSS',
    'CSV',
    'DOM',
    'URL',
    'SSE',
  ],
  ...[
    'UTF',
    'TODO',
    'README',
    'LICENSE',
    'SIGINT',
    'SIGTERM',
    'NULL',
    'TRUE',
    'FALSE',
    'NaN',
    'ESC',
    'API',
    'HTTP',
  ],
]);

/**
 * The names that a piece of code in a plan promises for a file; none where it is prose, a value or a type.
 *
 * @param shown what stands between the backticks.
 */
export function namesOf(shown: string, path: string): PromisedName[] {
  const text = shown.trim();
  const one = (kind: PromisedName['kind'], name: string | undefined): PromisedName[] =>
    name === undefined || NOT_OURS.has(name) || /\.{3}|…/.test(name)
      ? []
      : [{ path, kind, name, shown: text }];
  if (FOREIGN.test(text)) return [];
  const route = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)\s+(\/[^\s`]*)/.exec(text);
  if (route !== null) return one('route', route[1]);
  const call =
    /^(?:(?:export|default|new|async|function|def|fn|func|public|static)\s+){0,4}(?:[\w$]+\.){0,3}([A-Za-z_$][\w$]*)\??\s*(?:<[^<>]{1,80}>)?\(/.exec(
      text,
    );
  if (call !== null && !/[…]/.test(call[0])) return one('function', call[1]);
  const flag = /^(--[a-z][\w-]*)(?:[ =][\w<>[\]|.-]{1,40})?$/.exec(text);
  if (flag !== null) return one('flag', flag[1]);
  const heir = /^(?:class\s+)?([A-Z]\w+)\s+extends\s+[\w.]+$/.exec(text);
  if (heir !== null) return one('name', heir[1]);
  const constant = /^(?:(?:export|const)\s+){0,2}([A-Z][A-Z0-9_]{2,})(?:\s*[=:].*)?$/.exec(text);
  if (constant !== null) return one('constant', constant[1]);
  const camel =
    /^(?:export\s+)?(?:const\s+|let\s+)?([a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)+|[a-z][a-z0-9]*(?:_[a-z0-9]+)+)$/.exec(
      text,
    );
  if (camel !== null) return one('name', camel[1]);
  if (/^data-[a-z][a-z0-9-]*$/.test(text)) return one('attribute', text);
  return SELECTOR.test(text) ? selectorNames(text, path) : [];
}

function selectorNames(text: string, path: string): PromisedName[] {
  const bare = text.replace(/\[[^\]]*\]/g, '');
  const attributes = [...text.matchAll(/\[(data-[a-z][a-z0-9-]*)/g)];
  // `.badge-STATE` stands for many.
  const named = [...bare.matchAll(/([#.])([A-Za-z][\w-]*)/g)].filter(
    ([, , name = '']) => !/[A-Z]{3}/.test(name),
  );
  return [
    ...named.map(
      ([shown, sign, name = '']): PromisedName => ({
        path,
        kind: sign === '#' ? 'id' : 'class',
        name,
        shown,
      }),
    ),
    ...attributes.map(([, name = '']): PromisedName => ({ path, kind: 'attribute', name, shown: name })),
  ];
}
