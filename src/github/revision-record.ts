import { relist } from '../report/plan-edits.js';
import type { DevelopResult, PlannedFile } from '../smol/events.js';
import { layoutOfPlan } from '../smol/file-list.js';
import { drawnRecord } from './branch/pictures.js';
import type { RevisionJob as Job } from './revision-job.js';
import type { RunRecord } from './saved/checkpoint.js';
import { checksRecord } from './saved/checks-record.js';
import type { Answer } from './told/answers.js';

/** What the commit will know: the app after the change, and why it was made. */
export function recordOf(
  { voice, record }: Job,
  { plan, files, drawn, checks }: DevelopResult,
  answers: readonly Answer[],
): RunRecord {
  const made = plan.files.filter(
    ({ path, action, setAside }) =>
      setAside === null && (action === 'delete' || files.has(path) || drawn.has(path) || action === 'rename'),
  );
  const gone = new Set(
    made.flatMap(({ path, from, action }) => (action === 'delete' ? [path] : (from ?? []))),
  );
  const written = made.filter(({ action }) => action !== 'delete');
  const pictures = picturesAfter(record, written, gone, drawn);
  const isPicture = new Set(pictures.map(({ path }) => path));
  const texts = written.filter(({ path }) => !isPicture.has(path));
  const kept = texts.map(
    ({ path, from }) => [path, files.get(path) ?? record.files[from ?? ''] ?? ''] as const,
  );
  const committed = new Set([...record.committed, ...written.map(({ path }) => path)]);
  for (const path of gone) committed.delete(path);
  return {
    ...record,
    plan: replanned(record.plan, made),
    shown: null,
    pending: null,
    checks: checksRecord(checks),
    quote: null,
    files: { ...record.files, ...Object.fromEntries(kept) },
    committed: [...committed],
    drawn: pictures,
    usage: voice.progress.totalUsage ?? record.usage,
    revisions: [
      ...record.revisions,
      {
        sha: null,
        change: withoutReplies(plan.text),
        remarks: answers.map(({ remark, reply }) => ({ key: remark.key, reply })),
        files: made.map(({ path, action, description, uses }) => ({
          path,
          action,
          description,
          uses: [...uses],
        })),
      },
    ],
  };
}

/** What is drawn in the app after the change: a picture that is renamed stays what it is. */
function picturesAfter(
  record: RunRecord,
  written: readonly PlannedFile[],
  gone: ReadonlySet<string>,
  drawn: DevelopResult['drawn'],
): RunRecord['drawn'] {
  const before = new Map(record.drawn.map(({ path, sha }) => [path, sha]));
  const moved = written.flatMap(({ path, from }) => {
    const sha = before.get(from ?? '');
    return sha === undefined ? [] : [{ path, sha }];
  });
  const now = new Map([...moved, ...drawnRecord(drawn)].map(({ path, sha }) => [path, sha]));
  for (const [path, sha] of before) if (!gone.has(path) && !now.has(path)) now.set(path, sha);
  return [...now].map(([path, sha]) => ({ path, sha }));
}

/** The plan with the list of files as it is from now on. */
function replanned(plan: string, made: readonly PlannedFile[]): string {
  const listed = new Set(layoutOfPlan(plan).items.map(({ path }) => path));
  const renames = made.flatMap(({ path, from }) =>
    from !== null && listed.has(from) && !listed.has(path) ? [[from, path] as const] : [],
  );
  const renamed = new Map(renames);
  const gone = made.flatMap(({ path, from, action }) => (action === 'delete' ? [path] : (from ?? [])));
  const isNew = ({ path, action }: PlannedFile) => action !== 'delete' && !listed.has(path);
  const isRenamed = ({ from }: PlannedFile) => from !== null && renamed.has(from);
  return relist(plan, {
    removed: gone.filter((path) => listed.has(path) && !renamed.has(path)),
    renamed,
    added: made
      .filter((file) => isNew(file) && !isRenamed(file))
      .map(({ path, description, uses }) => {
        const used = uses.length === 0 ? '' : ` Uses ${uses.map((each) => `\`${each}\``).join(', ')}.`;
        return { path, words: `${description}${used}`.trim() };
      }),
  });
}

/** What was said to people about a change is nothing that later ones are made of. */
function withoutReplies(change: string): string {
  return change.replace(/\n#{1,6}[ \t]+Replies\b[\s\S]*$/i, '').trim();
}
