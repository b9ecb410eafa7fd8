import { type Folder, sha256 } from './folder.js';
import { isOurs, OWN_FOLDER, type RunRecord, withMade, withWritten, writeRecord } from './record.js';

/** Where the content of one file went. `at` is relative to the app's folder. */
export type Placement =
  /** To its own path. */
  | { readonly kind: 'written'; readonly path: string; readonly at: string }
  /** Beside a file that is not ours or that a person changed. */
  | { readonly kind: 'kept'; readonly path: string; readonly at: string }
  /** Away from the app: nothing can or should be written at its path; `reason` is a clause. */
  | { readonly kind: 'aside'; readonly path: string; readonly at: string; readonly reason: string };

/** Content whose own path is out of reach goes here, where nothing runs it and git does not see it. */
const ASIDE_FOLDER = `${OWN_FOLDER}/aside`;

/** Names tried beside a path that is taken, the path first. */
const MOST_NAMES = 100;

export type Content = {
  /** As in the plan. */
  readonly path: string;
  readonly content: string;
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
  const placed = await put(folder, record, file);
  const made = { path: file.path, at: placed.placement.at, sha256: sha256(file.content) };
  const next = withMade(placed.record, made);
  await writeRecord(folder, next);
  return { placement: placed.placement, record: next };
}

/** Writes the plan for people, where it is no file of the app itself. */
export async function placePlan(folder: Folder, record: RunRecord, path: string): Promise<RunRecord> {
  const content = record.plan.endsWith('\n') ? record.plan : `${record.plan}\n`;
  const placed = await put(folder, record, { path, content, setAside: null });
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
): Promise<{ placement: Placement; record: RunRecord }> {
  const reason = setAside ?? (await obstacle(folder, path));
  const wanted = reason === null ? path : `${ASIDE_FOLDER}/${path}`;
  const hash = sha256(content);
  const { at, isThere } = await firstName(folder, record, wanted, hash);
  let next = record;
  if (!isThere) {
    next = withWritten(record, at, hash);
    await writeRecord(folder, next);
    await folder.write(at, content);
  }
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
