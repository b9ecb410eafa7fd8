import type { App } from '../app.js';
import { lookupsOf } from '../browser/browser.js';
import type { Helper, Lookup } from '../browser/draft.js';
import type { Facts } from '../facts.js';
import type { Finding, Severity } from '../finding.js';
import { NearNames } from '../near.js';
import { type Words, wordsOf } from '../page/mentions.js';
import { isSource, type Site, siteOf } from '../page/site.js';
import { purposeOf } from '../purpose.js';
import { resolverOf } from '../resolve/resolve.js';
import { shortened } from '../shortened.js';
import type { Checked } from './rule.js';

type Kind = Lookup['kind'];
/** Name → where the first of them stands. */
type Names = ReadonlyMap<string, { readonly path: string; readonly line: number }>;

/** What the rule knows. */
type Known = {
  readonly app: App;
  readonly site: Site;
  readonly words: Words;
  readonly names: Readonly<Record<Kind, Names>>;
  /** Names that a lookup may be a slip of. */
  readonly near: (kind: Kind) => NearNames;
  readonly quoted: ReadonlySet<string>;
};

/** What scripts look up in a page, the page has, or a script makes. */
export function checkIds(app: App): Checked {
  const site = siteOf(app);
  if (site.pages.length === 0) return { looked: 0, findings: [] };
  const helpers = helpersOf(app);
  const lookups = new Map(
    [...app.facts.values()].map((facts) => [facts, lookupsIn(facts, helpers)] as const),
  );
  const names = namesOf(site.pages);
  const known: Known = {
    app,
    site,
    words: wordsOf(app),
    names,
    near: nearOnes(names, soughtOf([...lookups.values()].flat())),
    quoted: new Set((app.plan?.text ?? '').match(/[\w-]+/g) ?? []),
  };
  const findings: Finding[] = [];
  let looked = 0;
  for (const [facts, all] of lookups) {
    const pages = facts.page === null ? pagesOf(app, site, facts.path) : new Set([facts.path]);
    if (all.length + (facts.page?.namings.length ?? 0) > 0) looked += 1;
    if (purposeOf(facts.path) === 'sample') continue;
    const missing = new Map<string, Finding>();
    for (const lookup of all) {
      const key = `${lookup.kind} ${lookup.name}`;
      const finding = missing.has(key) ? null : missed(known, facts, lookup, pages);
      if (finding !== null) missing.set(key, finding);
    }
    findings.push(...missing.values(), ...named(known, facts));
  }
  return { looked, findings };
}

/** Where the code of an app begins that is built: `src/main.tsx`. */
const ENTRY = /^(?:src\/)?(?:index|main|app|client)\.[cm]?[jt]sx?$/i;

/** The pages that load a file; where a tool puts the code of an app into its only page, nothing in that says so. */
function pagesOf(app: App, { loadedBy, pages, isBuilt }: Site, path: string): ReadonlySet<string> {
  const known = loadedBy.get(path);
  if (known !== undefined) return known;
  const folder = resolverOf(app).manifestsAbove(path)[0]?.folder ?? null;
  if (!isBuilt || folder === null) return new Set();
  const start = folder === '' ? '' : `${folder}/`;
  const wholes = pages.filter((each) => each.page?.isWhole === true);
  const [page, ...others] = wholes.map((each) => each.path).filter((each) => each.startsWith(start));
  const isOnly =
    others.length === 0 && ['index.html', 'public/index.html'].includes(page?.slice(start.length) ?? '');
  return new Set(page !== undefined && isOnly && ENTRY.test(path.slice(start.length)) ? [page] : []);
}

/** Functions that look up what they are given, by name; one that two files make in two ways is left out. */
function helpersOf({ facts }: App): ReadonlyMap<string, Helper> {
  const found = new Map<string, Helper | null>();
  for (const { scripts } of facts.values()) {
    for (const { browser } of scripts) {
      for (const [name, helper] of browser.helpers) {
        const known = found.get(name);
        found.set(name, known === undefined || known?.by === helper.by ? helper : null);
      }
    }
  }
  return new Map([...found].flatMap(([name, helper]) => (helper === null ? [] : [[name, helper]])));
}

function lookupsIn({ scripts }: Facts, helpers: ReadonlyMap<string, Helper>): Lookup[] {
  return scripts.flatMap(({ browser }) => [
    ...browser.lookups,
    ...browser.helperCalls.flatMap((call) => {
      const helper = helpers.get(call.helper);
      return helper === undefined ? [] : lookupsOf(call, helper);
    }),
  ]);
}

function namesOf(pages: readonly Facts[]): Readonly<Record<Kind, Names>> {
  const names = { id: new Map(), class: new Map(), data: new Map() } satisfies Record<Kind, Names>;
  for (const { path, page } of pages) {
    if (page === null) continue;
    const kinds = [
      [names.id, page.ids],
      [names.class, page.classes],
      [names.data, page.dataNames],
    ] as const;
    for (const [all, own] of kinds)
      for (const [name, line] of own) if (!all.has(name)) all.set(name, { path, line });
  }
  return names;
}

/** The names of pages, but for those that somebody looks up: they are no slips of others. */
function nearOnes(names: Known['names'], sought: Sought): Known['near'] {
  const made = new Map<Kind, NearNames>();
  return (kind) => {
    const own =
      made.get(kind) ?? new NearNames([...names[kind].keys()].filter((name) => !sought[kind].has(name)));
    made.set(kind, own);
    return own;
  };
}

type Sought = Readonly<Record<Kind, ReadonlySet<string>>>;

/** What is looked up anywhere. */
function soughtOf(lookups: readonly Lookup[]): Sought {
  const sought = { id: new Set<string>(), class: new Set<string>(), data: new Set<string>() };
  for (const { kind, name } of lookups) sought[kind].add(name);
  return sought;
}

/** What a lookup that finds nothing is told. */
function missed(known: Known, facts: Facts, lookup: Lookup, pages: ReadonlySet<string>): Finding | null {
  const { names, words, site } = known;
  const { kind, name } = lookup;
  if (name === '' || names[kind].has(name) || isMadeByCode(words, lookup)) return null;
  const near = known.near(kind).nearest(name);
  const isLoaded =
    pages.size > 0 && [...pages].every((page) => known.app.facts.get(page)?.page?.isTemplate === false);
  // Code that goes on with it at once fails without: that no text has its name tells enough.
  const isNeeded = kind === 'id' && !lookup.isOptional && isSource(site, facts.path);
  if (near === null && !(isLoaded && (isNeeded || !site.isPartlyUnknown))) return null;
  const severity = severityOf(known, facts, lookup, pages);
  if (near === null && severity === 'warning' && !isNeeded && (kind !== 'id' || site.isBuilt)) return null;
  const other = near === null ? undefined : names[kind].get(near);
  // The plan names what the script looks up, and not what the page has: the page is to be mended.
  const isPagesFault =
    other !== undefined && near !== null && known.quoted.has(name) && !known.quoted.has(near);
  const place = isPagesFault && other !== undefined ? other : { path: facts.path, line: lookup.line };
  return {
    rule: 'ids',
    severity,
    ...place,
    message: sentence(facts.path, lookup, near, other?.path ?? null),
    offers: offersOf(known, lookup, pages, isPagesFault, facts.path),
  };
}

function isMadeByCode(words: Words, { kind, name }: Lookup): boolean {
  if (words.has(name) || words.mayBeMade(name)) return true;
  if (kind !== 'data') return false;
  const key = name.slice('data-'.length).replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
  return words.makesAnyData || words.hasKey(key) || words.hasKey(name);
}

/** An error only where all is known: plain pages, all of them read, and code that must have what it looks up. */
function severityOf(
  { app, site, words }: Known,
  { path }: Facts,
  lookup: Lookup,
  pages: ReadonlySet<string>,
): Severity {
  const isPlain = !site.isBuilt && !site.isPartlyUnknown && isSource(site, path) && pages.size > 0;
  if (!isPlain || lookup.kind !== 'id' || lookup.isOptional || words.makesAnyId) return 'warning';
  const isOpen = [...pages].some((page) => {
    const facts = app.facts.get(page)?.page;
    return (
      facts == null ||
      facts.isTemplate ||
      facts.references.some(({ target, address }) => target === 'code' && /^(?:https?:)?\/\//.test(address))
    );
  });
  return isOpen ? 'warning' : 'error';
}

const MARKS: Readonly<Record<Kind, (name: string) => string>> = {
  id: (name) => `#${name}`,
  class: (name) => `.${name}`,
  data: (name) => name,
};

function sentence(path: string, { kind, name }: Lookup, near: string | null, other: string | null): string {
  const mark = MARKS[kind];
  const found = `\`${path}\` looks up \`${shortened(mark(name))}\``;
  if (near !== null && other !== null) return `${found}; in \`${other}\` it is \`${shortened(mark(near))}\`.`;
  return `${found}, which no page has and no script makes.`;
}

/** Names that a page offers, at most. */
const MOST = 30;

function offersOf(
  known: Known,
  { kind }: Lookup,
  pages: ReadonlySet<string>,
  isPagesFault: boolean,
  from: string,
): string | null {
  if (isPagesFault) return `\`${from}\` and the plan use the other spelling.`;
  const offered = [...pages].flatMap((page) => {
    const facts = known.app.facts.get(page)?.page;
    if (facts == null) return [];
    return [...(kind === 'id' ? facts.ids : kind === 'class' ? facts.classes : facts.dataNames).keys()];
  });
  const all = [...new Set(offered)].slice(0, MOST).map((name) => `\`${shortened(MARKS[kind](name))}\``);
  if (all.length === 0) return null;
  return `${[...pages]
    .slice(0, 3)
    .map((page) => `\`${page}\``)
    .join(', ')} ${pages.size === 1 ? 'has' : 'have'} ${all.join(', ')}.`;
}

/** Attributes of a page that name another element of it. */
function named({ words, site }: Known, { path, page, scripts }: Facts): Finding[] {
  if (page === null || page.isTemplate || !page.isWhole || site.isPartlyUnknown) return [];
  let ownIds: NearNames | null = null;
  return page.namings.flatMap(({ attribute, id, line }): Finding[] => {
    if (page.ids.has(id) || words.has(id) || words.mayBeMade(id) || /[{}<$]/.test(id)) return [];
    ownIds ??= new NearNames(page.ids.keys());
    const near = ownIds.nearest(id);
    if (near === null && (scripts.length > 0 || words.makesAnyId || site.isBuilt)) return [];
    const end =
      near === null ? 'and nothing in the page has that id' : `and the page has \`#${shortened(near)}\``;
    return [
      {
        rule: 'ids',
        severity: 'warning',
        path,
        line,
        message: `\`${attribute}\` names \`${shortened(id)}\`, ${end}.`,
        offers: null,
      },
    ];
  });
}
