import * as z from 'zod';
import { type Folder, sha256 } from './folder.js';

/** Where a run keeps what the next one needs, inside the app's folder. It ignores itself in git. */
const OWN_FOLDER = '.smol';

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
  await saveRecord(folder, record);
}

/** On one line: it is written once a file, and indenting a long one takes V8 three times as long. */
async function saveRecord(folder: Folder, record: RunRecord): Promise<void> {
  await folder.write(RECORD_PATH, `${JSON.stringify(record)}\n`);
}

/** The record of a new plan. What earlier runs wrote stays ours. */
export function startRecord(earlier: RunRecord | null, request: string, plan: string): RunRecord {
  return { version: 1, request, plan, planAt: null, made: [], written: earlier?.written ?? [] };
}

/** Whether smol wrote this content at this path. */
function isOurs(record: RunRecord, at: string, hash: string): boolean {
  return record.written.some((entry) => entry.at === at && entry.sha256 === hash);
}

/**
 * The record with one more write. It is saved before the file is, so that a crash between the two leaves a
 * file that is still known as ours: the content before stays in the record as well.
 */
function withWritten(record: RunRecord, at: string, hash: string): RunRecord {
  const before = record.written.filter((entry) => entry.at === at && entry.sha256 !== hash).slice(-1);
  const others = record.written.filter((entry) => entry.at !== at);
  return { ...record, written: [...others, ...before, { at, sha256: hash }] };
}

/** The record with one more finished file of the plan. */
function withMade(record: RunRecord, made: RunRecord['made'][number]): RunRecord {
  return { ...record, made: [...record.made.filter(({ path }) => path !== made.path), made] };
}

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

/** Where the content of one file went. `at` is relative to the app's folder. */
export type Placement =
  /** To its own path. */
  | { readonly kind: 'written'; readonly path: string; readonly at: string }
  /** Beside a file that is not ours or that a person changed. */
  | { readonly kind: 'kept'; readonly path: string; readonly at: string }
  /** Nowhere: a picture that is not ours stands at its path, and a drawn one is a placeholder. */
  | { readonly kind: 'needless'; readonly path: string; readonly at: string }
  /** Away from the app: nothing can or should be written at its path; `reason` is a clause. */
  | { readonly kind: 'aside'; readonly path: string; readonly at: string; readonly reason: string };

/** Content whose own path is out of reach goes here, where nothing runs it and git does not see it. */
const ASIDE_FOLDER = `${OWN_FOLDER}/aside`;

/** Names tried beside a path that is taken, the path first. */
const MOST_NAMES = 100;

export type Content = {
  /** As in the plan. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Why the file is not written to its path; null for an ordinary one. */
  readonly setAside: string | null;
};

/**
 * Writes one finished file, each time to the same place when called again. A file that smol did not write, or
 * that somebody changed since, is never overwritten: ours goes beside it as `name.smol-new`.
 *
 * @returns where the content went, and the record to go on with (it is saved already).
 * @throws what the disk says.
 */
export async function place(
  folder: Folder,
  record: RunRecord,
  file: Content,
): Promise<{ placement: Placement; record: RunRecord }> {
  // Before the file is there: whoever goes on compares the hash, and one record a file is half the work.
  return put(folder, record, file, (before, at) =>
    withMade(before, { path: file.path, at, sha256: sha256(file.content) }),
  );
}

/** Writes an icon that was drawn, unless a person has put a picture there. As `place`. */
export async function placeIcon(
  folder: Folder,
  record: RunRecord,
  path: string,
  content: Uint8Array,
): Promise<{ placement: Placement; record: RunRecord }> {
  const found = await folder.look(path);
  const isTheirs =
    found.kind === 'file' && found.sha256 !== sha256(content) && !isOurs(record, path, found.sha256);
  if (isTheirs) return { placement: { kind: 'needless', path, at: path }, record };
  return put(folder, record, { path, content, setAside: null }, (before) => before);
}

/** Writes the plan for people, where it is no file of the app itself. */
export async function placePlan(folder: Folder, record: RunRecord, path: string): Promise<RunRecord> {
  const content = record.plan.endsWith('\n') ? record.plan : `${record.plan}\n`;
  const placed = await put(folder, record, { path, content, setAside: null }, (before) => before);
  const next = { ...placed.record, planAt: placed.placement.at };
  await writeRecord(folder, next);
  return next;
}

/**
 * The finished files of a request that still are as they were written.
 *
 * @returns path of the plan → content.
 */
export async function finishedFiles(folder: Folder, record: RunRecord): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const { path, at, sha256: hash } of record.made) {
    const content = await folder.read(at);
    if (content !== null && sha256(content) === hash) files.set(path, content);
  }
  return files;
}

/**
 * Whether a path of a plan is free for us.
 *
 * @returns true when nothing stands there, or a file that smol wrote and nobody changed since.
 */
export async function isFree(folder: Folder, record: RunRecord, path: string): Promise<boolean> {
  const found = await folder.look(path);
  return found.kind === 'absent' || (found.kind === 'file' && isOurs(record, path, found.sha256));
}

async function put(
  folder: Folder,
  record: RunRecord,
  { path, content, setAside }: Content,
  note: (record: RunRecord, at: string) => RunRecord,
): Promise<{ placement: Placement; record: RunRecord }> {
  const reason = setAside ?? (await obstacle(folder, path));
  const wanted = reason === null ? path : `${ASIDE_FOLDER}/${path}`;
  const hash = sha256(content);
  const { at, isThere } = await firstName(folder, record, wanted, hash);
  const next = note(isThere ? record : withWritten(record, at, hash), at);
  if (next !== record) await saveRecord(folder, next);
  if (!isThere) await folder.write(at, content);
  if (reason !== null) return { placement: { kind: 'aside', path, at, reason }, record: next };
  return { placement: { kind: at === path ? 'written' : 'kept', path, at }, record: next };
}

/** Why nothing can be written at a path, as a clause; null when something can. */
async function obstacle(folder: Folder, path: string): Promise<string | null> {
  // A model that could write here could say that every file of the folder is ours.
  if (path.split('/')[0]?.toLowerCase() === OWN_FOLDER) return `${OWN_FOLDER} is where smol keeps its record`;
  const found = await folder.look(path);
  return found.kind === 'blocked' ? found.reason : null;
}

async function firstName(
  folder: Folder,
  record: RunRecord,
  wanted: string,
  hash: string,
): Promise<{ at: string; isThere: boolean }> {
  for (let index = 0; index < MOST_NAMES; index += 1) {
    const at = nameBeside(wanted, index);
    const found = await folder.look(at);
    if (found.kind === 'absent') return { at, isThere: false };
    if (found.kind !== 'file') continue;
    if (found.sha256 === hash) return { at, isThere: true };
    if (isOurs(record, at, found.sha256)) return { at, isThere: false };
  }
  throw new Error(`No free name is left beside ${wanted}.`);
}

function nameBeside(path: string, index: number): string {
  if (index === 0) return path;
  return index === 1 ? `${path}.smol-new` : `${path}.smol-new-${index}`;
}
