import type { Plan } from '../../smol/events.js';
import type { GitHub } from '../api/client.js';
import { advanceBranch, modeOf, newMode, type TreeChange, writeCommit, writeTree } from './commits.js';
import type { Entry, Point } from './place.js';

/**
 * What a revision does to the tree that it was made for.
 *
 * @param plan of the change.
 * @param files path → new content.
 * @param pictures path → SHA of those that are drawn.
 * @param standing the files of that tree.
 * @returns what becomes of each path; nothing for a file that stays as it is.
 */
export function changesOf(
  plan: Plan,
  files: ReadonlyMap<string, string>,
  standing: ReadonlyMap<string, Entry>,
  pictures: ReadonlyMap<string, string> = new Map(),
): TreeChange[] {
  return plan.files.flatMap(({ path, from, action, setAside }): TreeChange[] => {
    if (setAside !== null) return [];
    const content = files.get(path);
    const picture = pictures.get(path);
    const old = standing.get(from ?? path);
    const gone = (name: string): TreeChange => ({ path: name, mode: modeOf(old?.mode ?? ''), sha: null });
    if (action === 'delete') return old === undefined ? [] : [gone(path)];
    const mode = old === undefined ? newMode(path, content ?? '') : modeOf(old.mode);
    const isTaken = plan.files.some((other) => other.path === from && other.action !== 'delete');
    const removed = from === null || old === undefined || isTaken ? [] : [gone(from)];
    if (content !== undefined) return [...removed, { path, mode, content }];
    if (picture !== undefined) return [{ path, mode, sha: picture }];
    // Renamed, and nothing in it became different.
    return from === null || old === undefined ? [] : [...removed, { path, mode, sha: old.sha }];
  });
}

/**
 * Puts one commit on top of a branch, never by force.
 *
 * @returns null when somebody else was there first.
 * @throws Stop, or why it was cancelled
 */
export async function commitChange(
  github: GitHub,
  branch: string,
  head: Point,
  changes: readonly TreeChange[],
  message: string,
  cancelled: AbortSignal,
): Promise<string | null> {
  const tree = await writeTree(github, head.tree, changes);
  const sha = await writeCommit(github, message, tree, head.sha);
  cancelled.throwIfAborted();
  return (await advanceBranch(github, branch, sha)) === 'done' ? sha : null;
}
