import { howToRun } from '../../report/how-to-run.js';
import { readManifests } from '../../report/manifests.js';
import { pullRequestBody } from '../../report/pull-request.js';
import { setDraft } from '../api/pull.js';
import { asking } from '../api/stop.js';
import type { World } from '../api/world.js';
import type { OwnPull } from '../asked/own-pull.js';
import type { Settings } from '../asked/settings.js';
import type { RunRecord } from '../saved/checkpoint.js';
import { checksView, errorsLeft } from '../saved/checks-record.js';
import { committedFiles, revisionsView, unmadeIn, wholeApp } from '../saved/whole-app.js';
import type { Voice } from './voice.js';

/** The app after a commit on top of the one that people know. */
export type Retold = {
  readonly pull: OwnPull;
  readonly record: RunRecord;
  /** The files on the branch, as far as they are known. */
  readonly standing: ReadonlyMap<string, unknown>;
  /** Of the last commit of ours. */
  readonly sha: string;
  /** Whether that commit is of this run. */
  readonly isNew: boolean;
  /** Keys of the remarks that are answered by now, besides those that were. */
  readonly handled: readonly string[];
};

/** Has people see the whole app again, as it stands now. */
export function showWhole(voice: Voice, { pull, record, standing, sha, isNew, handled }: Retold): void {
  const files = committedFiles(record);
  const { number, url, isDraft: draft } = pull;
  voice.progress.set({
    files: wholeApp(record),
    unmade: unmadeIn(record, new Set(standing.keys())),
    planText: record.plan,
    usage: voice.progress.totalUsage ?? record.usage,
    branch: pull.branch,
    base: pull.base,
    commitSha: sha,
    revision: null,
    revisions: revisionsView(record, sha),
    checks: checksView(record),
    handled: [...new Set([...voice.view.handled, ...handled])],
    howToRun: howToRun(files),
    manifests: readManifests(files),
    pullRequest: { number, url, draft, operation: isNew ? 'updated' : 'none' },
    phase: 'done',
  });
}

/**
 * Brings the pull request up to date: its text, and that it is a draft as long as the checks leave errors. A draft that
 * is one for another reason stays one.
 *
 * @param draft what the workflow sets.
 * @param hadErrors whether errors were left before.
 * @returns the pull request as it is then.
 * @throws Stop
 */
export async function updatePull(
  { github }: World,
  voice: Voice,
  retold: Retold,
  { draft, hadErrors }: { readonly draft: Settings['draft']; readonly hadErrors: boolean },
): Promise<OwnPull> {
  const { pull, record } = retold;
  showWhole(voice, retold);
  const target = { ...github.repo, pull_number: pull.number };
  // People may have written to it since the run began.
  const { data: present } = await asking('pull-requests', () => github.rest.pulls.get(target));
  const body = pullRequestBody(voice.view, present.body);
  const { data } = await asking('pull-requests', () => github.rest.pulls.update({ ...target, body }));
  const hasErrors = errorsLeft(record) > 0;
  const isDraft = hasErrors || (pull.isDraft && !hadErrors);
  if (draft !== 'auto' || isDraft === pull.isDraft) return pull;
  if (!(await setDraft(github, data.node_id, isDraft))) return pull;
  const now = { ...pull, isDraft };
  showWhole(voice, { ...retold, pull: now });
  return now;
}
