import { layoutOfPlan, type PlacedItem, type PlanLayout, readFileList } from '../smol/file-list.js';
import { align } from './align.js';
import { type EditedEntry, type ListChange, readListChange } from './edited-list.js';
import { readEditedPlan, type TextChange } from './edited-text.js';
import { count } from './format.js';
import { codeSpan, shownLines } from './markdown.js';
import { readMarker } from './marker.js';
import { PathsInText, withoutUses } from './plan-paths.js';
import { pathSpan } from './sections.js';
import { EDITABLE_END, EDITABLE_START, editableLines, readShownPlan, type ShownLine } from './shown-plan.js';

/** What a person made of our comment on a plan that waits. */
export type PlanEdits =
  | { readonly kind: 'same' }
  /** The plan as it is to be built, and what is different: one sentence each, markdown with code spans only. */
  | {
      readonly kind: 'edited';
      readonly plan: string;
      /** Old path → new one. */
      readonly renamed: ReadonlyMap<string, string>;
      readonly sentences: readonly string[];
    }
  /** A whole sentence on what is wrong and how it should be. */
  | { readonly kind: 'malformed'; readonly reason: string };

/**
 * Applies what a person changed in our comment to the plan, of which the comment shows a part: what was not touched
 * stays as the model wrote it.
 *
 * @param texts `shown`: the comment as we posted it while the plan waits; `edited`: as it stands now; `plan`: as the
 *   model wrote it.
 */
export function readPlanEdits(texts: {
  readonly shown: string;
  readonly edited: string;
  readonly plan: string;
}): PlanEdits {
  const [before, after] = [shownLines(texts.shown), shownLines(texts.edited)];
  if (before.join('\n') === after.join('\n')) return { kind: 'same' };
  if (readMarker(after[0] ?? '') === null) {
    return malformed(`The first line of the comment must stay as it was: ${codeSpan(before[0] ?? '')}.`);
  }
  const isBuilt = before[1] === EDITABLE_START;
  const own = isBuilt ? editableLines(after) : after;
  if (own === null) return malformed(UNBOUNDED);
  const layout = layoutOfPlan(texts.plan.replace(/\r\n?/g, '\n'));
  const shown = readShownPlan(isBuilt ? (editableLines(before) ?? []) : before, layout);
  if (shown === null)
    return malformed('The comment shows no list of files, so an edit of it cannot be read.');
  const edited = readEditedPlan(shown, own);
  if (edited.isCut) return malformed(CUT);
  const listed = shown.filter(({ region }) => region === 'files').map(({ text }) => text);
  const list = readListChange(
    listed,
    edited.list,
    layout.items.map(({ path }) => path),
    isBuilt,
  );
  if ('reason' in list) return malformed(list.reason);
  const sentences = [...sayList(list), ...sayTexts(edited.changes, shown)];
  if (sentences.length === 0) return { kind: 'same' };
  const plan = apply(layout, list, placeTexts(edited.changes, shown, layout));
  if (!isListOf(plan, list, layout)) return malformed(UNREADABLE);
  const moved = list.entries.filter(isKept).filter(({ from, path }) => from !== path);
  return { kind: 'edited', plan, renamed: new Map(moved.map(({ from, path }) => [from, path])), sentences };
}

/**
 * A plan of which the list of files is another one: also what the rest says of a file that is renamed, and what the
 * others use of one that is gone.
 *
 * @param changes paths of the plan, and words for what a new file does.
 * @returns the plan as it was where its list cannot be read afterwards.
 */
export function relist(
  plan: string,
  changes: {
    readonly removed: readonly string[];
    /** Old path → new one. */
    readonly renamed: ReadonlyMap<string, string>;
    readonly added: readonly { readonly path: string; readonly words: string }[];
  },
): string {
  const layout = layoutOfPlan(plan.replace(/\r\n?/g, '\n'));
  const { removed, renamed } = changes;
  const kept = [...new Set(layout.items.map(({ path }) => path))].filter((path) => !removed.includes(path));
  const entries = [
    ...kept.map((from) => ({ kind: 'kept', from, path: renamed.get(from) ?? from, words: null }) as const),
    ...changes.added.map((file) => ({ kind: 'added', ...file }) as const),
  ];
  const list = { entries, removed };
  const relisted = apply(layout, list, { dropped: new Set(), inserted: new Map() });
  return layout.files !== null && isListOf(relisted, list, layout) ? relisted : plan;
}

const UNBOUNDED = `The lines ${codeSpan(EDITABLE_START)} and ${codeSpan(EDITABLE_END)} around the plan must stay.`;
const CUT =
  'The plan is too long to be shown whole, and an edit stands where it is cut: take that one back, or ask for a shorter plan with `/smol plan`.';
const UNREADABLE =
  'With these edits the list of files cannot be read any more: a heading named “Files” and blocks of code that stay open must not stand in the rest of the plan, and a path has no backtick in it.';

function malformed(reason: string): PlanEdits {
  return { kind: 'malformed', reason };
}

function sayList({ entries, removed }: ListChange): string[] {
  const say = (sentence: (entry: EditedEntry) => string | null) =>
    entries.map(sentence).filter((words) => words !== null);
  return [
    ...removed.map((path) => `Without ${pathSpan(path)}.`),
    ...say((entry) =>
      isKept(entry) && entry.path !== entry.from
        ? `${pathSpan(entry.from)} is now ${pathSpan(entry.path)}.`
        : null,
    ),
    ...say((entry) => (isKept(entry) ? null : `Added ${pathSpan(entry.path)}.`)),
    ...say((entry) =>
      isKept(entry) && entry.words !== null ? `${pathSpan(entry.path)}: other words.` : null,
    ),
  ];
}

function isKept(entry: EditedEntry): entry is Extract<EditedEntry, { kind: 'kept' }> {
  return entry.kind === 'kept';
}

function sayTexts(changes: readonly TextChange[], shown: readonly ShownLine[]): string[] {
  return (['introduction', 'contract'] as const).flatMap((part) => {
    const lines = changes
      .filter(({ region }) => region === part)
      .map(({ removed, added }) =>
        changedLines(
          removed.map((index) => shown[index]?.text ?? ''),
          added,
        ),
      )
      .reduce((sum, each) => sum + each, 0);
    return lines === 0 ? [] : [`${count(lines, 'line')} of the ${part} changed.`];
  });
}

/** A block of code stands among the changes as a whole: its lines that stayed are not counted. */
function changedLines(before: readonly string[], after: readonly string[]): number {
  const match = align(before, after);
  const stayed = new Set(match);
  const gone = before.filter((line, index) => line !== '' && match[index] === -1);
  const come = after.filter((line, index) => line !== '' && !stayed.has(index));
  return Math.max(gone.length, come.length);
}

/** Changes of a plan by its lines: which go, and what comes in front of one. */
type Splices = { readonly dropped: Set<number>; readonly inserted: Map<number, string[]> };

function insert({ inserted }: Splices, at: number, lines: readonly string[]): void {
  inserted.set(at, [...(inserted.get(at) ?? []), ...lines]);
}

function placeTexts(
  changes: readonly TextChange[],
  shown: readonly ShownLine[],
  layout: PlanLayout,
): Splices {
  const splices: Splices = { dropped: new Set(), inserted: new Map() };
  for (const change of changes) {
    const sources = change.removed.flatMap((index) => shown[index]?.source ?? []);
    for (const source of sources) splices.dropped.add(source);
    const at = sources[0] ?? placeOf(change, shown, layout);
    insert(splices, at, change.added.map(asInPlan()));
  }
  return splices;
}

/** The line of the plan in front of which lines come that replace none. */
function placeOf({ region, before }: TextChange, shown: readonly ShownLine[], layout: PlanLayout): number {
  for (let index = before - 1; shown[index]?.region === region; index -= 1) {
    const last = shown[index]?.source.at(-1);
    if (last !== undefined) return last + 1;
  }
  const below = shown.slice(before).find((line) => line.region === region && line.source.length > 0);
  const start = region === 'introduction' ? layout.introduction.end : layout.files?.start;
  return below?.source[0] ?? start ?? layout.lines.length;
}

/** Headings are shown two levels lower than they stand in the plan. Goes through lines in order. */
function asInPlan(): (line: string) => string {
  let isCode = false;
  return (line) => {
    if (isFence(line)) isCode = !isCode;
    return isCode ? line : line.replace(/^##(#{1,4})(?=\s)/, '$1');
  };
}

function isFence(line: string): boolean {
  return /^\s{0,3}(?:```|~~~)/.test(line);
}

function apply(layout: PlanLayout, list: ListChange, splices: Splices): string {
  const paths = new PathsInText(new Map(list.entries.filter(isKept).map(({ from, path }) => [from, path])));
  placeEntries(layout, list, splices, paths);
  const itemLines = new Set(layout.items.flatMap(({ start, end }) => range(start, end)));
  const removed = new Set(list.removed);
  const out: string[] = [];
  let isCode = false;
  for (const [index, line] of [...layout.lines, null].entries()) {
    out.push(...(splices.inserted.get(index) ?? []));
    if (line === null) break;
    if (isFence(line)) isCode = !isCode;
    if (splices.dropped.has(index)) continue;
    const own = itemLines.has(index) ? withoutUses(line, removed) : line;
    out.push(paths.rename(own, isCode));
  }
  return out.join('\n');
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

/** Items that go or change make room; new ones come behind the one that they follow. */
function placeEntries(layout: PlanLayout, list: ListChange, splices: Splices, paths: PathsInText): void {
  const byPath = Map.groupBy(layout.items, ({ path }) => path);
  const drop = (path: string) => {
    for (const item of byPath.get(path) ?? [])
      for (const line of range(item.start, item.end)) splices.dropped.add(line);
  };
  for (const path of list.removed) drop(path);
  let next = layout.items[0]?.start ?? layout.lines.length;
  for (const entry of list.entries) {
    const [item] = isKept(entry) ? (byPath.get(entry.from) ?? []) : [];
    if (item === undefined) {
      insert(splices, next, [newItem(entry)]);
      continue;
    }
    if (entry.path !== item.path || entry.words !== null) {
      drop(item.path);
      insert(splices, item.start, [changedItem(item, entry, new Set(list.removed), paths)]);
    }
    next = item.end;
  }
}

function newItem({ path, words }: EditedEntry): string {
  return `- \`${path}\`${words === null || words === '' ? '' : ` – ${words}`}`;
}

function changedItem(
  item: PlacedItem,
  { path, words }: EditedEntry,
  removed: ReadonlySet<string>,
  paths: PathsInText,
): string {
  const lead = path === item.path ? item.lead : leadTo(item.lead, path);
  const rest = paths.rename(withoutUses(item.rest, removed), false);
  if (words === null) return lead + rest;
  const [facts = ''] = /^\s*\((?=[^()]*\d|new\b|change\b)[^()]{1,60}\)/.exec(rest) ?? [];
  const uses = /\bUses\b.*$/.exec(rest)?.[0] ?? '';
  const said = words === '' ? '' : ` – ${/[.!?…]$/.test(words) || uses === '' ? words : `${words}.`}`;
  return `${lead}${facts}${said}${uses === '' ? '' : ` ${uses}`}`;
}

/** The beginning of an item with another path in it. */
function leadTo(lead: string, path: string): string {
  const quoted = lead.indexOf('`');
  const start =
    quoted < 0 ? (/^\s*\S+\s+(?:\[[ xX]?\]\s+)?(?:\*\*)?/.exec(lead)?.[0] ?? '- ') : lead.slice(0, quoted);
  return `${start}\`${path}\``;
}

/** Whether the new plan is read as the list that the person left. */
function isListOf(plan: string, { entries, removed }: ListChange, layout: PlanLayout): boolean {
  const gone = new Set(removed);
  const renamed = new Map(entries.filter(isKept).map(({ from, path }) => [from, path]));
  const stayed = layout.items
    .filter(({ path }) => !gone.has(path))
    .map(({ path }) => renamed.get(path) ?? path);
  const added = entries.filter(({ kind }) => kind === 'added').map(({ path }) => path);
  const read = readFileList(plan);
  if (read.kind === 'none') return false;
  const found = read.entries.map(({ path }) => path).sort();
  const expected = [...stayed, ...added].sort();
  return found.length === expected.length && found.every((path, index) => path === expected[index]);
}
