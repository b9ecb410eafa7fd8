import type { App } from '../app.js';
import type { BrowserFacts } from '../browser/browser.js';
import type { Use, UseKind } from '../browser/draft.js';
import type { Passing, TextCall } from '../browser/passing.js';
import { ANYTHING, withConstants } from '../browser/texts.js';
import { isSource, siteOf } from '../page/site.js';

/** What a file says to others, or waits for. */
export type Exchange = Use & {
  readonly path: string;
  /** Where a function hands on what it is given, if that is how: `api.js:3`. */
  readonly via: string | null;
};

/** All that the code of an app says to other code. */
export type Exchanges = {
  readonly of: (kind: UseKind) => readonly Exchange[];
  /** Texts that calls are given whose functions nobody knows. */
  readonly said: ReadonlySet<string>;
};

const KNOWN = new WeakMap<App, Exchanges>();

/** Put together once for all rules: constants of other files have their texts, functions that hand on their callers'. */
export function exchangesOf(app: App): Exchanges {
  const known = KNOWN.get(app) ?? collect(app);
  KNOWN.set(app, known);
  return known;
}

type Source = { readonly path: string; readonly browser: BrowserFacts };

function collect(app: App): Exchanges {
  const site = siteOf(app);
  const sources = [...app.facts.values()].flatMap(({ path, scripts }): Source[] =>
    isSource(site, path) ? scripts.map(({ browser }) => ({ path, browser })) : [],
  );
  const constants = constantsOf(sources);
  const passing = passingOf(sources);
  const all = new Map<UseKind, Exchange[]>();
  const said = new Set<string>();
  const add = (exchange: Exchange): void => {
    const name = withConstants(exchange.name, constants, true);
    const kind = all.get(exchange.kind);
    if (kind === undefined) all.set(exchange.kind, [{ ...exchange, name }]);
    else kind.push({ ...exchange, name });
  };
  for (const { path, browser } of sources) {
    for (const use of browser.uses) add({ ...use, path, via: null });
    for (const call of browser.textCalls) {
      const uses = usesOf(path, call, passing);
      for (const use of uses) add(use);
      if (uses.length === 0)
        for (const text of call.texts) if (text !== null) said.add(withConstants(text, constants, true));
    }
    for (const [callee, bits] of browser.openCalls)
      for (const use of openUsesOf(callee, bits, passing)) add(use);
  }
  return { of: (kind) => all.get(kind) ?? [], said };
}

function constantsOf(sources: readonly Source[]): ReadonlyMap<string, string | null> {
  const constants = new Map<string, string | null>();
  for (const { browser } of sources)
    for (const [name, text] of browser.constants)
      constants.set(name, constants.has(name) && constants.get(name) !== text ? null : text);
  return constants;
}

/** Functions that hand on, by their names with what they are called on, and by their last names alone. */
type PassingByName = {
  readonly exact: ReadonlyMap<string, readonly Placed[]>;
  readonly bare: ReadonlyMap<string, readonly Placed[]>;
};

type Placed = Passing & { readonly path: string };

function passingOf(sources: readonly Source[]): PassingByName {
  const exact = new Map<string, Placed[]>();
  const bare = new Map<string, Placed[]>();
  for (const { path, browser } of sources) {
    for (const [name, all] of browser.passing) {
      const passing = all.map((one) => ({ ...one, path }));
      put(exact, name, passing);
      put(bare, bareOf(name), passing);
    }
  }
  // A function that calls one that calls one: more are not followed.
  for (let round = 0; round < 2; round += 1) followForwards(sources, exact, bare);
  return { exact, bare };
}

function followForwards(
  sources: readonly Source[],
  exact: Map<string, Placed[]>,
  bare: Map<string, Placed[]>,
): void {
  for (const { browser } of sources) {
    for (const [name, all] of browser.forwards) {
      if (exact.has(name)) continue;
      const passing = all.flatMap(({ to, index, toIndex, before, after }) =>
        (exact.get(to) ?? [])
          .filter((each) => each.index === toIndex)
          .map((each) => ({
            ...each,
            ...{ index, before: `${each.before}${before}`, after: `${after}${each.after}` },
            // The method is given by the function between, in whatever way.
            ...(each.methodAt === null ? {} : { methodAt: null, of: null }),
          })),
      );
      if (passing.length === 0) continue;
      put(exact, name, passing);
      put(bare, bareOf(name), passing);
    }
  }
}

function put(all: Map<string, Placed[]>, name: string, passing: readonly Placed[]): void {
  const known = all.get(name) ?? [];
  // So many functions of one name are not told apart.
  if (known.length < 20) known.push(...passing);
  all.set(name, known);
}

function bareOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What is offered: of that, more may be known than is certain. */
const OFFERS: ReadonlySet<UseKind> = new Set([
  'event-sent',
  'message-heard',
  'key-written',
  'key-dropped',
  'path-served',
]);

function usesOf(path: string, { callee, texts, line }: TextCall, { exact, bare }: PassingByName): Exchange[] {
  const sure = exact.get(callee);
  const all = sure ?? bare.get(bareOf(callee))?.filter(({ kind }) => OFFERS.has(kind)) ?? [];
  return all.flatMap((passing): Exchange[] => {
    const { kind, index, before, after, methodAt, of } = passing;
    const text = texts[index];
    if (text === undefined || text === null) return [];
    const method = methodAt === null ? of : (texts[methodAt]?.toUpperCase() ?? null);
    const via = `${passing.path}:${passing.line}`;
    return [{ kind, name: `${before}${text}${after}`, path, line, of: method, via }];
  });
}

/** What is handed on that only running tells. */
function openUsesOf(callee: string, bits: number, { exact, bare }: PassingByName): Exchange[] {
  const all = exact.get(callee) ?? bare.get(bareOf(callee)) ?? [];
  return all.flatMap(({ kind, index, of, before, after, path, line }): Exchange[] => {
    const name = `${before}${ANYTHING}${after}`;
    return (bits & (1 << index)) === 0 || kind === 'path-fetched'
      ? []
      : [{ kind, name, path, line, of, via: null }];
  });
}
