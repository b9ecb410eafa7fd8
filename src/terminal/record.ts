import * as z from 'zod';
import { type Folder, sha256 } from './folder.js';

/** Where a run keeps what the next one needs, inside the app's folder. It ignores itself in git. */
export const OWN_FOLDER = '.smol';

const RECORD_PATH = `${OWN_FOLDER}/run.json`;
const IGNORE_PATH = `${OWN_FOLDER}/.gitignore`;

const RecordSchema = z.object({
  version: z.literal(1),
  /** `requestKey` of the request that `plan` and `made` belong to. */
  request: z.string(),
  /** The plan as the model wrote it, or as a person edited it. */
  plan: z.string(),
  /** Where the plan was written for people; null when it was not. */
  planAt: z.string().nullable(),
  /** The finished files of this request: the path of the plan, where the content lies, its SHA-256. */
  made: z.array(z.object({ path: z.string(), at: z.string(), sha256: z.string() })),
  /**
   * What smol itself wrote, by this request or an earlier one: a file of the same content is ours, and may be
   * overwritten. A path stands twice while it is replaced.
   */
  written: z.array(z.object({ at: z.string(), sha256: z.string() })),
});

/** What `.smol/run.json` holds. Paths are relative to the app's folder, with `/`. */
export type RunRecord = z.infer<typeof RecordSchema>;

/** What makes two runs the same request: prompt, house rules and both models. Hexadecimal. */
export function requestKey(request: {
  prompt: string;
  instructions: string | null;
  model: string;
  planModel: string;
}): string {
  const { prompt, instructions, model, planModel } = request;
  return sha256(JSON.stringify([prompt.trim(), instructions?.trim() ?? null, model, planModel]));
}

/**
 * Reads the record of a folder.
 *
 * @returns null when there is none; `unreadable` when it is no record of ours, so that nothing in the folder
 *   counts as ours.
 */
export async function readRecord(folder: Folder): Promise<RunRecord | 'unreadable' | null> {
  const text = await folder.read(RECORD_PATH);
  if (text === null) return null;
  try {
    return RecordSchema.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

/** Replaces the record of a folder. */
export async function writeRecord(folder: Folder, record: RunRecord): Promise<void> {
  if ((await folder.look(IGNORE_PATH)).kind === 'absent') await folder.write(IGNORE_PATH, '*\n');
  await folder.write(RECORD_PATH, `${JSON.stringify(record, null, 2)}\n`);
}

/** The record of a new plan. What earlier runs wrote stays ours. */
export function startRecord(earlier: RunRecord | null, request: string, plan: string): RunRecord {
  return { version: 1, request, plan, planAt: null, made: [], written: earlier?.written ?? [] };
}

/** Whether smol wrote this content at this path. */
export function isOurs(record: RunRecord, at: string, hash: string): boolean {
  return record.written.some((entry) => entry.at === at && entry.sha256 === hash);
}

/**
 * The record with one more write. It is saved before the file is, so that a crash between the two leaves a
 * file that is still known as ours: the content before stays in the record as well.
 */
export function withWritten(record: RunRecord, at: string, hash: string): RunRecord {
  const before = record.written.filter((entry) => entry.at === at && entry.sha256 !== hash).slice(-1);
  const others = record.written.filter((entry) => entry.at !== at);
  return { ...record, written: [...others, ...before, { at, sha256: hash }] };
}

/** The record with one more finished file of the plan. */
export function withMade(record: RunRecord, made: RunRecord['made'][number]): RunRecord {
  return { ...record, made: [...record.made.filter(({ path }) => path !== made.path), made] };
}
