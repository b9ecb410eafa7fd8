import type { Plan, PlannedFile } from './events.js';
import { splitPlan } from './file-list.js';

/** What became of a file from one plan to the next. */
export type FileDifference = {
  readonly path: string;
  readonly kind: 'same' | 'changed' | 'added' | 'removed';
};

/** What became different from one plan to the next. */
export type PlanDifference = {
  /** In the order of the new plan; removed ones at the end. */
  readonly files: readonly FileDifference[];
  /** Lines outside of the list of files that only one of the plans has. */
  readonly contract: {
    readonly removed: readonly string[];
    readonly added: readonly string[];
    /** Whether one of them names nothing: then it may be about any file. What introduces the app is about none. */
    readonly isAboutAll: boolean;
  };
};

type Compared = Pick<Plan, 'text' | 'files'>;

/** Shorter names stand everywhere. */
const SHORTEST_NAME = 2;

/** Compares two plans: the files by what is said of them and what they use, the rest line by line. */
export function comparePlans(before: Compared, after: Compared): PlanDifference {
  const old = new Map(before.files.map((file) => [file.path, file]));
  const paths = new Set(after.files.map(({ path }) => path));
  const files = after.files.map((file): FileDifference => {
    const earlier = old.get(file.path);
    if (earlier === undefined) return { path: file.path, kind: 'added' };
    return { path: file.path, kind: isSameLine(earlier, file) ? 'same' : 'changed' };
  });
  const removed = before.files.filter(({ path }) => !paths.has(path));
  return {
    files: [...files, ...removed.map(({ path }): FileDifference => ({ path, kind: 'removed' }))],
    contract: {
      removed: linesOnlyIn(before.text, after.text),
      added: linesOnlyIn(after.text, before.text),
      isAboutAll: [
        ...promisesOnlyIn(before.text, after.text),
        ...promisesOnlyIn(after.text, before.text),
      ].some((line) => !line.includes('`')),
    },
  };
}

/** The guess of its length is no difference. */
function isSameLine(before: PlannedFile, after: PlannedFile): boolean {
  const words = ({ description, uses }: PlannedFile) =>
    JSON.stringify([description.split(/\s+/), [...uses].sort()]);
  return words(before) === words(after);
}

function linesOnlyIn(plan: string, other: string): string[] {
  const others = new Set(contractLines(other));
  return contractLines(plan).filter((line) => !others.has(line));
}

function contractLines(plan: string): string[] {
  const { introduction, rest } = splitPlan(plan);
  const lines = `${introduction}\n${rest}`.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

/** Lines of the contract that only the first of two plans has. */
function promisesOnlyIn(plan: string, other: string): string[] {
  const lines = (text: string) =>
    splitPlan(text)
      .rest.split('\n')
      .map((line) => line.trim());
  const others = new Set(lines(other));
  return lines(plan).filter((line) => line !== '' && !/^(?:#|```|~~~)/.test(line) && !others.has(line));
}

/**
 * The files of a new plan that an older one's cannot stand for: those that are new or of which something else is
 * said, those that use such a file or one that is gone, and those whose content holds a name of a line of the
 * contract that became different.
 *
 * @param contents path → content of the files as they were made by the older plan.
 */
export function filesToMake(
  difference: PlanDifference,
  before: Compared,
  after: Compared,
  contents: ReadonlyMap<string, string>,
): Set<string> {
  const different = new Set(difference.files.filter(({ kind }) => kind !== 'same').map(({ path }) => path));
  const usedBefore = new Map(before.files.map(({ path, uses }) => [path, uses]));
  const names = changedNames(difference.contract);
  const isConcerned = ({ path, uses }: PlannedFile) => {
    const content = contents.get(path);
    if (content === undefined || different.has(path) || difference.contract.isAboutAll) return true;
    const used = [...uses, ...(usedBefore.get(path) ?? [])];
    return used.some((other) => different.has(other)) || mentions(content, names);
  };
  return new Set(after.files.filter(isConcerned).map(({ path }) => path));
}

/**
 * Names in backticks of lines that differ: the first of each quotation, which is what it is about, and those that
 * stand on one side only, such as a field that came.
 */
function changedNames({ removed, added }: PlanDifference['contract']): Set<string> {
  const [left, right] = [quotedNames(removed), quotedNames(added)];
  const onOneSide = [...left.all, ...right.all].filter((name) => left.all.has(name) !== right.all.has(name));
  return new Set(
    [...left.first, ...right.first, ...onOneSide].filter((name) => name.length >= SHORTEST_NAME),
  );
}

function quotedNames(lines: readonly string[]): { first: Set<string>; all: Set<string> } {
  const quotations = lines.flatMap((line) => line.match(/`[^`]+`/g) ?? []).map(namesIn);
  return {
    first: new Set(quotations.flatMap((names) => names.slice(0, 1))),
    all: new Set(quotations.flat()),
  };
}

function namesIn(text: string): string[] {
  return text.match(/[\p{L}\p{N}_$]+(?:-[\p{L}\p{N}_$]+)*/gu) ?? [];
}

/** `todo-list` counts where it stands as a whole; `todo` also as a part of it. */
function mentions(content: string, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  return namesIn(content).some((name) => names.has(name) || name.split('-').some((part) => names.has(part)));
}
