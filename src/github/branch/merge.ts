import { merge } from 'node-diff3';
import { readText } from '../api/blob.js';
import type { GitHub } from '../api/client.js';
import type { OwnBranch } from './place.js';

/** What became of files that a person changed and that we made again. */
export type Merged = {
  /** Path → content with both changes in it. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths where both changed the same lines in different ways. */
  readonly conflicts: readonly string[];
};

/**
 * Takes what a person changed in a file of ours into what we made of it since: three-way, from what we wrote last.
 * What cannot be brought together is left to the person, and so is a file that they made or deleted.
 *
 * @param paths of files that a person changed.
 * @param made path → content of what we made now.
 * @throws Stop
 */
export async function mergeWithTheirs(
  github: GitHub,
  own: OwnBranch | null,
  paths: readonly string[],
  made: ReadonlyMap<string, string>,
): Promise<Merged> {
  const files = new Map<string, string>();
  const conflicts: string[] = [];
  for (const path of paths) {
    const last = own?.saved?.record.files[path];
    const now = made.get(path);
    const standing = own?.standing.get(path);
    const wasOurs = own?.saved?.record.committed.includes(path) ?? false;
    if (!wasOurs || last === undefined || now === undefined || standing === undefined || now === last)
      continue;
    const theirs = await readText(github, standing.sha);
    const content = theirs === null ? null : mergeTexts(last, theirs, now);
    if (content === null) conflicts.push(path);
    else if (content !== theirs) files.set(path, content);
  }
  return { files, conflicts };
}

/** Both changes to a text in one; null where they meet in the same lines. */
export function mergeTexts(before: string, theirs: string, ours: string): string | null {
  const { conflict, result } = merge(theirs.split('\n'), before.split('\n'), ours.split('\n'), {
    excludeFalseConflicts: true,
  });
  return conflict ? null : result.join('\n');
}
