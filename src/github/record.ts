import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip, gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { addUsage, NO_USAGE } from '../model/port.js';
import type { DevelopResult } from '../smol/events.js';
import type { GitHub } from './client.js';
import { asking, orNull } from './stop.js';

/** Room for all files at their limit of 30 MB, each character of which may become six in JSON. */
const MAX_RECORD_BYTES = 200_000_000;

/**
 * What a run knew when it committed: enough to open the pull request later, or to go on with what is missing,
 * without asking the model again, and to tell its files from a person's. It is a git blob which the commit's
 * trailers name, so that it needs no comment and no file in anybody's tree. Its bytes are JSON, gzipped.
 */
const Record = z.object({
  version: z.literal(1),
  plan: z.string(),
  /** Path → content of every file that was made, set-aside ones included. */
  files: z.record(z.string(), z.string()),
  /** The paths of them that we committed. */
  committed: z.array(z.string()),
  /** Of all runs for this request. */
  usage: z.object({
    inputTokens: z.number(),
    cachedTokens: z.number(),
    outputTokens: z.number(),
    costUsd: z.number().nullable(),
    estimated: z.boolean(),
  }),
});

export type RunRecord = z.infer<typeof Record>;

/** The record of a result. @param earlier the record that the run went on from. */
export function recordOf(
  result: DevelopResult,
  committed: readonly string[],
  earlier: RunRecord | null,
): RunRecord {
  return {
    version: 1,
    plan: result.plan.text,
    files: Object.fromEntries(result.files),
    committed: [...committed],
    usage: addUsage(earlier?.usage ?? NO_USAGE, result.usage),
  };
}

/** Git's name of a file's content: SHA-1 of its blob. */
export function blobSha(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Saves bytes as a git blob that nothing points to. Returns its SHA. Throws Stop. */
export async function saveBlob(github: GitHub, content: Buffer): Promise<string> {
  const { data } = await asking('contents', () =>
    github.rest.git.createBlob({
      ...github.repo,
      content: content.toString('base64'),
      encoding: 'base64',
    }),
  );
  return data.sha;
}

/** Saves a record. Returns the SHA for the trailers. Throws Stop. */
export async function saveRecord(github: GitHub, record: RunRecord): Promise<string> {
  return saveBlob(github, await buffer(Readable.from(jsonOf(record)).compose(createGzip())));
}

/** The JSON of a record, in pieces: all files of a large app in one text would be 100 MB at once (measured). */
function* jsonOf({ files, ...rest }: RunRecord): Generator<string> {
  yield `${JSON.stringify(rest).slice(0, -1)},"files":{`;
  let comma = '';
  for (const [path, content] of Object.entries(files)) {
    yield `${comma}${JSON.stringify(path)}:${JSON.stringify(content)}`;
    comma = ',';
  }
  yield '}}';
}

/** Reads a record; null when it is gone or none of ours. Throws Stop. */
export async function loadRecord(github: GitHub, sha: string): Promise<RunRecord | null> {
  const found = await asking('contents', () =>
    orNull(github.rest.git.getBlob({ ...github.repo, file_sha: sha })),
  );
  if (found === null) return null;
  try {
    const packed = Buffer.from(found.data.content, 'base64');
    const json = gunzipSync(packed, { maxOutputLength: MAX_RECORD_BYTES }).toString('utf8');
    return Record.parse(JSON.parse(json));
  } catch {
    // Whoever can push can write such a blob: one that does not fit counts as none.
    return null;
  }
}
