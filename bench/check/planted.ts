import { check } from '../../src/check/check.js';
import type { Finding } from '../../src/check/finding.js';
import { count, decimal, tableText } from '../table.js';
import { type Break, KINDS } from './breaks/break.js';
import { mutate } from './mutate.js';

/** An app that breaks are planted in. */
export type Whole = {
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly others: ReadonlySet<string>;
};

/** How a break came out. */
export type Outcome = {
  readonly app: string;
  readonly one: Break;
  /** Whether an error or warning is there that was not before: at all, in a right file, at a right line. */
  readonly found: boolean;
  readonly file: boolean;
  readonly line: boolean;
};

/** Plants breaks in apps, one at a time, and looks which are found. */
export async function plantIn(apps: readonly Whole[], seed: number, most: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, files, others } of apps) {
    const before = (await check({ files, others })).findings;
    for (const one of mutate(files, seed, most)) {
      const { findings } = await check({ files: one.files, others });
      outcomes.push({ app: name, one, ...judged(one, newOf(before, findings)) });
    }
  }
  return outcomes;
}

/** Findings that were not there before, errors and warnings only. */
export function newOf(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const key = ({ rule, path, line, message }: Finding) => `${rule}\n${path}\n${line ?? ''}\n${message}`;
  const known = new Set(before.map(key));
  return after.filter((finding) => finding.severity !== 'note' && !known.has(key(finding)));
}

/** Whether what is found says where the break is. */
export function judged(one: Break, findings: readonly Finding[]): Pick<Outcome, 'found' | 'file' | 'line'> {
  const places = findings.flatMap(({ path, line }) =>
    one.places
      .filter((place) => place.path === path)
      .map(({ lines }) => lines === null || (line !== null && lines.has(line))),
  );
  return { found: findings.length > 0, file: places.length > 0, line: places.includes(true) };
}

/** Of all breaks, so many have to be found in the right file at the right line. */
const WANTED = 0.95;

/** The table by kind, and the breaks that were missed. */
export function plantedText(outcomes: readonly Outcome[]): { text: string; isMet: boolean } {
  const rows = Object.entries(KINDS).map(([kind, about]) =>
    row(
      `${kind}: ${about}`,
      outcomes.filter(({ one }) => one.kind === kind),
    ),
  );
  const columns = ['break', 'planted', 'found', 'right file', 'right line', ''];
  const missed = outcomes.filter(({ line }) => !line);
  const list = missed.map(
    ({ app, one, found, file }) =>
      `  ${one.kind}: ${one.what} (${app})${file ? ', found at another line' : found ? ', found in another file' : ''}`,
  );
  const text = [
    tableText(columns, [...rows, row('all', outcomes)]),
    ...(list.length > 0 ? [`Missed:\n${list.join('\n')}`] : []),
  ];
  return { text: text.join('\n\n'), isMet: outcomes.length - missed.length >= WANTED * outcomes.length };
}

function row(name: string, outcomes: readonly Outcome[]): string[] {
  const right = outcomes.filter(({ line }) => line).length;
  return [
    name,
    count(outcomes.length),
    count(outcomes.filter(({ found }) => found).length),
    count(outcomes.filter(({ file }) => file).length),
    count(right),
    outcomes.length === 0 ? '–' : `${decimal((100 * right) / outcomes.length, 0)} %`,
  ];
}
