import { addUsage, NO_USAGE } from '../model/port.js';
import type { DevelopResult } from '../smol/events.js';
import type { Answer } from './answers.js';
import type { RunRecord } from './checkpoint.js';
import type { RevisionJob as Job } from './revision-job.js';

/** What the commit will know: the app after the change, and why it was made. */
export function recordOf(
  { voice, own, record }: Job,
  { plan, files }: DevelopResult,
  answers: readonly Answer[],
): RunRecord {
  const made = plan.files.filter(
    ({ path, action, setAside }) =>
      setAside === null && (action === 'delete' || files.has(path) || action === 'rename'),
  );
  const gone = new Set(
    made.flatMap(({ path, from, action }) => (action === 'delete' ? [path] : (from ?? []))),
  );
  const written = made.filter(({ action }) => action !== 'delete');
  const kept = written.map(
    ({ path, from }) => [path, files.get(path) ?? record.files[from ?? ''] ?? ''] as const,
  );
  const committed = new Set([...record.committed, ...written.map(({ path }) => path)]);
  for (const path of gone) committed.delete(path);
  const sha = own.commits.find((commit) => commit.record === own.saved?.tree)?.sha ?? null;
  return {
    ...record,
    shown: null,
    quote: null,
    files: { ...record.files, ...Object.fromEntries(kept) },
    committed: [...committed],
    usage: addUsage(record.usage, voice.progress.totalUsage ?? NO_USAGE),
    revisions: [
      ...record.revisions.map((each) => ({ ...each, sha: each.sha ?? sha })),
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

/** What was said to people about a change is nothing that later ones are made of. */
function withoutReplies(change: string): string {
  return change.replace(/\n#{1,6}[ \t]+Replies\b[\s\S]*$/i, '').trim();
}
