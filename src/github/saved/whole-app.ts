import type { FileView, RevisionView } from '../../report/view.js';
import type { Unmade } from '../../smol/events.js';
import { isIcon } from '../../smol/icon-path.js';
import { readPlan } from '../../smol/plan.js';
import { unmadeOf } from '../../smol/unmade.js';
import type { RunRecord } from './checkpoint.js';

/** Every path is one that was admitted when it was made. */
const RULES = { protectedPaths: [], maxFiles: Number.POSITIVE_INFINITY };

/**
 * The app as it stands after all that was done to it: for texts about the whole of it.
 *
 * @param record of the last commit.
 */
export function wholeApp(record: RunRecord): FileView[] {
  const { committed, files } = record;
  const isPicture = new Set(record.drawn.map(({ path }) => path));
  const told = new Map(describedFiles(record).map((file) => [file.path, file]));
  return committed.map((path) => {
    const file = told.get(path);
    const content = files[path] ?? '';
    return {
      path,
      action: 'add',
      from: null,
      description: file?.description ?? '',
      uses: file?.uses.filter((used) => committed.includes(used)) ?? [],
      state: 'done',
      characters: content.length,
      lines: isPicture.has(path)
        ? null
        : content === ''
          ? 0
          : content.split('\n').length - (content.endsWith('\n') ? 1 : 0),
      startedAt: null,
      endedAt: null,
      failure: null,
      setAside: null,
      replaces: false,
      kept: false,
      isDrawn: isPicture.has(path),
    };
  });
}

type Described = { readonly path: string; readonly description: string; readonly uses: readonly string[] };

/** The files of the plan, then those that later changes added: of two with one path the later one is right. */
function describedFiles({ plan, revisions }: RunRecord): readonly Described[] {
  const first = readPlan(plan, RULES);
  const added = revisions.flatMap(({ files }) =>
    files.filter(({ action }) => action === 'add' || action === 'rename'),
  );
  return [...('unreadable' in first ? [] : first.files), ...added];
}

/** Paths of the files that the plan lists and that are made. */
export function plannedPaths({ plan }: RunRecord): string[] {
  const read = readPlan(plan, RULES);
  return 'unreadable' in read ? [] : read.files.map(({ path }) => path);
}

/** Of the plan, the files that a person has to add, unless they stand there. */
export function unmadeIn(record: RunRecord, standing: ReadonlySet<string>): Unmade[] {
  const read = readPlan(record.plan, RULES);
  return 'unreadable' in read ? [] : unmadeOf(read, committedFiles(record), standing);
}

/** Whether all of the plan is in this set. An icon is: it is drawn with the rest, or there was one before. */
export function isWhole(record: RunRecord, made: (path: string) => boolean): boolean {
  return plannedPaths(record).every((path) => isIcon(path) || made(path));
}

/** Content of all files that are committed, by path. */
export function committedFiles({ committed, files }: RunRecord): Map<string, string> {
  return new Map(
    committed.flatMap((path) => (files[path] === undefined ? [] : [[path, files[path]] as const])),
  );
}

/** The changes after remarks as they are listed. @param newest SHA of the commit of the last one. */
export function revisionsView({ revisions }: RunRecord, newest: string): RevisionView[] {
  return revisions.map(({ sha, remarks, files }) => ({
    commitSha: sha ?? newest,
    remarks: remarks.length,
    files,
  }));
}

/** A record whose newest change says which commit it was made in: a record cannot name the commit that it is part of. */
export function withCommit(record: RunRecord, sha: string | null): RunRecord {
  return { ...record, revisions: record.revisions.map((each) => ({ ...each, sha: each.sha ?? sha })) };
}
