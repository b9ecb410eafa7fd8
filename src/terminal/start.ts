import type { Folder } from './folder.js';
import { finishedFiles } from './placement.js';
import { type RunRecord, readRecord } from './record.js';

/** What an earlier run left for this one. */
export type Start = {
  /** Of the run before, whatever it was asked; null when there was none. */
  readonly record: RunRecord | null;
  /** The plan and the finished files to go on with; null for a run from the beginning. */
  readonly resume: { readonly plan: string; readonly files: ReadonlyMap<string, string> } | null;
  /** What a person should know about it: sentences. */
  readonly notes: readonly string[];
};

/**
 * Looks what an earlier run of the same request left in the folder.
 *
 * A plan that a person edited is taken as it now is, and every file is made anew, because all of them rely on
 * it. Where the plan was deleted a new one is wanted.
 */
export async function findStart(folder: Folder, request: string): Promise<Start> {
  const record = await readRecord(folder);
  if (record === null) return { record: null, resume: null, notes: [] };
  if (record === 'unreadable') {
    const note =
      'The record of earlier runs (.smol/run.json) cannot be read, so no file of the folder counts as ours.';
    return { record: null, resume: null, notes: [note] };
  }
  if (record.request !== request) return { record, resume: null, notes: [] };
  if (record.planAt === null) return { record, resume: await unfinished(folder, record), notes: [] };

  const plan = await folder.read(record.planAt);
  if (plan === null || plan.trim() === '') {
    return { record, resume: null, notes: [`${record.planAt} is gone, so there will be a new plan.`] };
  }
  if (plan.trim() === record.plan.trim())
    return { record, resume: await unfinished(folder, record), notes: [] };
  const note = `${record.planAt} was edited: every file is made anew from it.`;
  return { record, resume: { plan, files: new Map() }, notes: [note] };
}

async function unfinished(folder: Folder, record: RunRecord) {
  return { plan: record.plan, files: await finishedFiles(folder, record) };
}
