import type { Reference } from '../page/facts.js';
import { keyOf, literalOf, type Node, type Visitors } from '../script/walk.js';
import { addresses, refer } from './addresses.js';
import type { Draft, Helper, HelperCall, Lookup, Use } from './draft.js';
import { lookups } from './lookups.js';
import type { Forward, Passing, TextCall } from './passing.js';
import { collectSaid, looksAtPath } from './requests.js';
import { soughtBy } from './selectors.js';
import { isConstant, textOf, withConstants } from './texts.js';
import { uses } from './uses.js';
import { variables } from './variables.js';

/** What code has to do with pages and with other scripts. */
export type BrowserFacts = {
  readonly references: readonly Reference[];
  /** Modules of the own files that are loaded, as they are named. */
  readonly loads: readonly string[];
  readonly lookups: readonly Lookup[];
  /** Functions that look up what they are given. */
  readonly helpers: ReadonlyMap<string, Helper>;
  /** Calls that may be of such functions of other files. */
  readonly helperCalls: readonly HelperCall[];
  /** Words and short texts in strings: whatever they are for, the code may make a name of them. */
  readonly mentions: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  /** Texts beside something that only running tells. */
  readonly ends: ReadonlySet<string>;
  readonly makesAnyId: boolean;
  readonly makesAnyData: boolean;
  /** Whether it looks at what stands behind the `#` of an address. */
  readonly readsHash: boolean;
  /** Whether it starts a server. */
  readonly isServer: boolean;
  /** Whether it looks at the path of an address by itself. */
  readonly looksAtPath: boolean;
  /** Whether it serves paths that nobody sees. */
  readonly servesMore: boolean;
  readonly uses: readonly Use[];
  /** Functions that hand on what they are given, by name. */
  readonly passing: ReadonlyMap<string, readonly Passing[]>;
  /** Functions that give others what they are given, by name. */
  readonly forwards: ReadonlyMap<string, readonly Forward[]>;
  /** Calls that may be of such functions. */
  readonly textCalls: readonly TextCall[];
  /** Functions that are given what is no text, by which of their arguments: a bit for each. */
  readonly openCalls: ReadonlyMap<string, number>;
  /** Texts that have names as people give them to constants. */
  readonly constants: ReadonlyMap<string, string>;
};

/** Collects them on a walk over the tree of a script. */
export function browserCollector(): {
  readonly visitors: readonly Visitors[];
  readonly finish: () => BrowserFacts;
} {
  const draft: Draft = {
    taken: new Set(),
    lookups: [],
    helpers: new Map(),
    helperCalls: [],
    guarded: new Set(),
    uses: [],
    passing: new Map(),
    forwards: new Map(),
    textCalls: [],
    openCalls: new Map(),
    constants: new Map(),
    lists: new Map(),
    listed: [],
    references: [],
    loads: [],
    mentions: new Set(),
    keys: new Set(),
    ends: new Set(),
    makesAnyId: false,
    makesAnyData: false,
    isServer: false,
    servesMore: false,
    looksAtPath: false,
    readsHash: false,
  };
  const visitors = [lookups, addresses, variables, uses, strings].map((collect) => collect(draft));
  return { visitors, finish: () => finish(draft) };
}

/** Longer texts are looked into by their words alone. */
const SHORT = 100;

/** Notes what stands in texts. */
function strings(draft: Draft): Visitors {
  return {
    StringLiteral: (node, ancestors) => {
      if (!draft.taken.has(node)) mention(draft, node, node.value, ancestors);
    },
    TemplateElement: (node, ancestors) => inTemplate(draft, node, ancestors),
    RegExpLiteral: (node) => {
      if (!draft.taken.has(node)) words(draft.mentions, node.pattern);
    },
    MemberExpression: (node) => {
      if (looksAtPath(node)) draft.looksAtPath = true;
    },
    BinaryExpression: ({ operator, left, right }) => {
      if (operator === '+') for (const side of [left, right]) end(draft, literalOf(side));
    },
    ObjectProperty: ({ key, computed, value }, ancestors) => {
      const name = keyOf(key, computed);
      if (name === null) return;
      draft.keys.add(name);
      constant(draft, value, () => [...namesAbove(ancestors), name]);
    },
    VariableDeclarator: ({ id, init }) => {
      if (id.type === 'Identifier' && init != null) constant(draft, init, () => [id.name]);
    },
  };
}

/** `KEYS` of `const KEYS = { cards: 'cards' }`, for what stands in it. */
function namesAbove(ancestors: readonly Node[]): string[] {
  const names: string[] = [];
  for (let at = ancestors.length - 1; at >= 0 && names.length < 4; at -= 1) {
    const node = ancestors[at];
    if (node?.type === 'VariableDeclarator')
      return node.id.type === 'Identifier' ? [node.id.name, ...names] : ['?'];
    if (node?.type === 'ObjectProperty') names.unshift(keyOf(node.key, node.computed) ?? '?');
    else if (node?.type === 'CallExpression' && calledFreeze(node.callee)) continue;
    else if (node?.type !== 'ObjectExpression' && node?.type.startsWith('TS') !== true) return ['?'];
  }
  return ['?'];
}

function calledFreeze(callee: Node): boolean {
  return callee.type === 'MemberExpression' && keyOf(callee.property, callee.computed) === 'freeze';
}

function constant(draft: Draft, value: Node, path: () => readonly string[]): void {
  const isText =
    value.type === 'StringLiteral' || value.type === 'TemplateLiteral' || value.type === 'BinaryExpression';
  const text = isText ? textOf(value) : null;
  if (text === null || text.length > SHORT) return;
  const name = path().join('.');
  draft.constants.set(name, draft.constants.has(name) && draft.constants.get(name) !== text ? null : text);
}

function mention(draft: Draft, node: Node, text: string, ancestors: readonly Node[]): void {
  collectSaid(draft, node, ancestors);
  words(draft.mentions, text);
}

/** The words of a text, and the text itself if it is short. */
function words(mentions: Set<string>, text: string): void {
  if (text.length <= SHORT) {
    mentions.add(text.trim());
    if (/^[\w-]*$/.test(text)) return;
  }
  for (const word of text.match(/[\p{L}\p{N}_-]+/gu) ?? []) if (word.length <= SHORT) mentions.add(word);
}

function inTemplate(
  draft: Draft,
  node: Extract<Node, { type: 'TemplateElement' }>,
  ancestors: readonly Node[],
): void {
  const parent = ancestors.at(-1);
  if (parent === undefined || draft.taken.has(parent)) return;
  const text = node.value.cooked ?? node.value.raw;
  words(draft.mentions, text);
  if (parent.type !== 'TemplateLiteral') return;
  if (parent.quasis[0] === node) collectSaid(draft, parent, ancestors.slice(0, -1));
  if (parent.expressions.length > 0) end(draft, text);
}

/** The words at both ends of a text, which what stands beside may complete. */
function end(draft: Draft, text: string | null): void {
  if (text === null) return;
  const [, last] = /([\w-]{2,100})$/.exec(text.slice(-SHORT)) ?? [];
  const [, first] = /^([\w-]{2,100})/.exec(text) ?? [];
  if (last !== undefined) draft.ends.add(last);
  if (first !== undefined) draft.ends.add(first);
}

function finish(draft: Draft): BrowserFacts {
  for (const name of draft.listed)
    for (const node of draft.lists.get(name) ?? []) refer(draft, node, 'addAll', 'file', null);
  const lookups: Lookup[] = draft.lookups.map(({ holder, ...lookup }) => ({
    ...lookup,
    isOptional: lookup.isOptional || (holder !== null && draft.guarded.has(holder)),
  }));
  const helperCalls = draft.helperCalls.filter((call) => {
    const helper = draft.helpers.get(call.helper);
    if (helper !== undefined) lookups.push(...lookupsOf(call, helper));
    return helper === undefined;
  });
  const known = (text: string) => withConstants(text, draft.constants, false);
  const { references, loads, helpers, mentions, keys, ends, passing, openCalls, forwards, ...flags } = draft;
  const { makesAnyId, makesAnyData, isServer, looksAtPath: isByHand, servesMore, readsHash } = flags;
  return {
    references,
    loads,
    lookups,
    helpers,
    helperCalls,
    mentions,
    keys,
    ends,
    makesAnyId,
    makesAnyData,
    isServer,
    looksAtPath: isByHand,
    servesMore,
    readsHash,
    uses: draft.uses.map((use) => ({ ...use, name: known(use.name) })),
    passing: new Map(
      [...passing].map(([name, all]) => [
        name,
        all.map((one) => ({ ...one, before: known(one.before), after: known(one.after) })),
      ]),
    ),
    textCalls: draft.textCalls.map((call) => ({
      ...call,
      texts: call.texts.map((text) => (text === null ? null : known(text))),
    })),
    openCalls,
    forwards,
    constants: sharedOf(draft.constants),
  };
}

/** Constants that another file may take, at most. */
const MOST_SHARED = 300;

function sharedOf(constants: Draft['constants']): ReadonlyMap<string, string> {
  const shared = new Map<string, string>();
  for (const [name, text] of constants) {
    if (text === null || !isConstant(name) || shared.size >= MOST_SHARED) continue;
    shared.set(name, withConstants(text, constants, false));
  }
  return shared;
}

/** What a call of a function looks up that looks up what it is given. */
export function lookupsOf({ helper, text, line }: HelperCall, { by, isSure }: Helper): Lookup[] {
  const sought = by === 'id' ? [{ kind: 'id' as const, name: text }] : soughtBy(text);
  return sought.map((each) => ({ ...each, line, how: helper, isOptional: !isSure }));
}
