import pLimit from 'p-limit';
import type { Usage } from '../model/port.js';
import type { GitHub } from './client.js';
import type { OwnBranch, Place } from './place.js';
import { loadBlob, loadRecord, type RunRecord } from './record.js';
import { asking } from './stop.js';

/** Files read at the same time. */
const READS_AT_ONCE = 8;

/** The committed work of an earlier run of the same request. */
export type Earlier = {
  readonly plan: string;
  /** Path → content of what it made. */
  readonly files: ReadonlyMap<string, string>;
  readonly usage: Usage;
};

/**
 * Finds the work of an earlier run of the same key, so that only what is missing is made now. Null where
 * there is none: what stands on the branch is then another request's.
 *
 * @throws Stop
 */
export async function findEarlier(github: GitHub, { own }: Place, key: string): Promise<Earlier | null> {
  if (own === null || own.trailers.key !== key) return null;
  const record = await loadRecord(github, own.trailers.record);
  if (record === null) return null;
  return { plan: record.plan, files: await readMade(github, own, record), usage: record.usage };
}

/** A file that a person deleted meanwhile counts as missing. */
async function readMade(github: GitHub, own: OwnBranch, record: RunRecord): Promise<Map<string, string>> {
  const { data } = await asking('contents', () =>
    github.rest.git.getTree({ ...github.repo, tree_sha: own.head.tree, recursive: 'true' }),
  );
  const shas = new Map(data.tree.map((entry) => [entry.path, entry.sha]));
  const made = new Map(Object.entries(record.setAside));
  const limit = pLimit(READS_AT_ONCE);
  const read = async (path: string) => {
    const sha = shas.get(path);
    const content = sha === undefined ? null : await loadBlob(github, sha);
    if (content !== null) made.set(path, content);
  };
  await Promise.all(record.files.map((path) => limit(read, path)));
  return made;
}
