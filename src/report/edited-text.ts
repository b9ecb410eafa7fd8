import { align } from './align.js';
import { looksListed } from './listed-lines.js';
import type { Region, ShownLine } from './shown-plan.js';

/** Lines of the introduction or the contract that a person put in the place of others. */
export type TextChange = {
  readonly region: 'introduction' | 'contract';
  /** Indices of the shown lines that went. */
  readonly removed: readonly number[];
  readonly added: readonly string[];
  /** The shown line in front of which the change stands. */
  readonly before: number;
};

/** What became of a shown plan: nothing is said of blank lines alone. */
export type EditedPlan = {
  /** Whether an edit falls on a place where the plan was cut. */
  readonly isCut: boolean;
  /** The list as it stands now. */
  readonly list: readonly string[];
  readonly changes: readonly TextChange[];
};

/** Finds what a person did to each part of a shown plan. */
export function readEditedPlan(shown: readonly ShownLine[], edited: readonly string[]): EditedPlan {
  const match = align(
    shown.map(({ text }) => text),
    edited,
  );
  releaseBlocks(shown, match);
  const owners = edited.map((): Region => 'frame');
  for (const [index, at] of match.entries()) if (at >= 0) owners[at] = shown[index]?.region ?? 'frame';
  const hunks = hunksOf(match, edited.length).filter(
    ({ from, to, start, end }) =>
      shown.slice(from, to).some(({ text }) => text !== '') || edited.slice(start, end).some(isFull),
  );
  for (const hunk of hunks) {
    const lines = edited.slice(hunk.start, hunk.end);
    for (const [index, owner] of assign(shown, hunk, lines).entries()) owners[hunk.start + index] = owner;
  }
  const pick = (region: Region, { start, end }: Hunk) =>
    edited.slice(start, end).filter((_, index) => owners[start + index] === region);
  const changes = hunks.flatMap((hunk) =>
    (['introduction', 'contract'] as const).map((region) =>
      changeOf(shown, region, hunk, pick(region, hunk)),
    ),
  );
  return {
    isCut: hunks.some((hunk) => fallsOnCut(shown, hunk, edited)),
    list: edited.filter((_, index) => owners[index] === 'files'),
    changes: changes.filter(
      ({ removed, added }) => added.some(isFull) || removed.some((index) => shown[index]?.text !== ''),
    ),
  };
}

/** Shown lines from `from` to `to` that went, and edited lines from `start` to `end` that came for them. */
type Hunk = { readonly from: number; readonly to: number; readonly start: number; readonly end: number };

function isFull(line: string): boolean {
  return line !== '';
}

/** A block that is not there as a whole is taken as it stands now, as a whole. */
function releaseBlocks(shown: readonly ShownLine[], match: number[]): void {
  for (let start = 0; start < shown.length; ) {
    const block = shown[start]?.block ?? null;
    let end = start + 1;
    while (block !== null && shown[end]?.block === block) end += 1;
    const first = match[start] ?? -1;
    const isWhole = match.slice(start, end).every((at, index) => at >= 0 && at === first + index);
    if (!isWhole) match.fill(-1, start, end);
    start = end;
  }
}

function hunksOf(match: readonly number[], length: number): Hunk[] {
  const hunks: Hunk[] = [];
  let [from, start] = [0, 0];
  for (const [index, at] of [...match.entries(), [match.length, length] as const]) {
    if (at < 0) continue;
    if (index > from || at > start) hunks.push({ from, to: index, start, end: at });
    [from, start] = [index + 1, at + 1];
  }
  return hunks;
}

/** To which part each new line belongs: that around it; where two meet, what it looks like decides. */
function assign(shown: readonly ShownLine[], { from, to }: Hunk, lines: readonly string[]): Region[] {
  const replaced = shown.slice(Math.max(0, from - 1), to).map(({ region }) => region);
  const next = shown[to]?.region ?? 'frame';
  const around = [...new Set([...replaced, next])];
  const parts = [...new Set(replaced)].filter((region) => region !== 'frame');
  let owner: Region = parts[0] ?? 'frame';
  if (owner === 'frame' || around.every((region) => region === owner)) return lines.map(() => owner);
  return lines.map((line) => {
    if (owner === 'introduction' && (isFilesHeading(line) || looksListed(line))) owner = 'files';
    else if (owner === 'files' && isText(line)) owner = 'contract';
    return owner;
  });
}

function isFilesHeading(line: string): boolean {
  return /^#{1,6}\s.{0,40}\bfiles\b/i.test(line);
}

/** Whether a line cannot be one of a list of files. */
function isText(line: string): boolean {
  return line !== '' && !isFilesHeading(line) && !/^\s/.test(line) && !looksListed(line);
}

function changeOf(
  shown: readonly ShownLine[],
  region: TextChange['region'],
  { from, to }: Hunk,
  added: readonly string[],
): TextChange {
  const removed = shown
    .slice(from, to)
    .flatMap((line, index) => (line.region === region ? [from + index] : []));
  return { region, removed, added, before: removed[0] ?? from };
}

function fallsOnCut(
  shown: readonly ShownLine[],
  { from, to, start, end }: Hunk,
  edited: readonly string[],
): boolean {
  if (shown.slice(from, to).some(({ region }) => region === 'cut')) return true;
  return shown[from - 1]?.region === 'cut' && edited.slice(start, end).some(isFull);
}
