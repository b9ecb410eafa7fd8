import * as z from 'zod';
import type { DevelopResult } from '../smol/events.js';
import type { GitHub } from './client.js';
import { asking, orNull } from './stop.js';

/**
 * What a run knew when it committed: enough to open the pull request later, or to go on with what is missing,
 * without asking the model again. It is a git blob which the commit's trailers name, so that it needs no
 * comment and no file in anybody's tree.
 */
const Record = z.object({
  version: z.literal(1),
  plan: z.string(),
  /** Paths that were committed. */
  files: z.array(z.string()),
  /** Files that were made but not committed, with their content. */
  setAside: z.record(z.string(), z.string()),
  usage: z.object({
    inputTokens: z.number(),
    cachedTokens: z.number(),
    outputTokens: z.number(),
    costUsd: z.number().nullable(),
    estimated: z.boolean(),
  }),
});

export type RunRecord = z.infer<typeof Record>;

/** The record of a result. */
export function recordOf({ plan, files, usage }: DevelopResult): RunRecord {
  const setAside = plan.files.filter((file) => file.setAside !== null && files.has(file.path));
  const committed = plan.files.filter((file) => file.setAside === null && files.has(file.path));
  return {
    version: 1,
    plan: plan.text,
    files: committed.map((file) => file.path),
    setAside: Object.fromEntries(setAside.map(({ path }) => [path, files.get(path) ?? ''])),
    usage,
  };
}

/** Saves text as a git blob that nothing points to. Returns its SHA. Throws Stop. */
export async function saveBlob(github: GitHub, content: string): Promise<string> {
  const { data } = await asking('contents', () =>
    github.rest.git.createBlob({ ...github.repo, content, encoding: 'utf-8' }),
  );
  return data.sha;
}

/** Saves a record. Returns the SHA for the trailers. Throws Stop. */
export async function saveRecord(github: GitHub, record: RunRecord): Promise<string> {
  return saveBlob(github, JSON.stringify(record));
}

/** Reads a record; null when it is gone or none of ours. Throws Stop. */
export async function loadRecord(github: GitHub, sha: string): Promise<RunRecord | null> {
  const text = await loadBlob(github, sha);
  if (text === null) return null;
  try {
    return Record.parse(JSON.parse(text));
  } catch {
    // Whoever can push can write such a blob: one that does not fit counts as none.
    return null;
  }
}

/** The text of a git blob; null when there is none of that SHA. Throws Stop. */
export async function loadBlob(github: GitHub, sha: string): Promise<string | null> {
  const found = await asking('contents', () =>
    orNull(github.rest.git.getBlob({ ...github.repo, file_sha: sha })),
  );
  return found === null ? null : Buffer.from(found.data.content, 'base64').toString('utf8');
}
