import { howToRun } from '../report/how-to-run.js';
import { readManifests } from '../report/manifests.js';
import { pullRequestBody } from '../report/pull-request.js';
import type { RunRecord } from './checkpoint.js';
import { checksView } from './checks-record.js';
import type { OwnPull } from './own-pull.js';
import { asking } from './stop.js';
import type { Voice } from './voice.js';
import { committedFiles, revisionsView, wholeApp } from './whole-app.js';
import type { World } from './world.js';

/** The app after a commit on top of the one that people know. */
export type Retold = {
  readonly pull: OwnPull;
  readonly record: RunRecord;
  /** Of the last commit of ours. */
  readonly sha: string;
  /** Whether that commit is of this run. */
  readonly isNew: boolean;
  /** Keys of the remarks that are answered by now, besides those that were. */
  readonly handled: readonly string[];
};

/** Has people see the whole app again, as it stands now. */
export function showWhole(voice: Voice, { pull, record, sha, isNew, handled }: Retold): void {
  const files = committedFiles(record);
  const { number, url, isDraft: draft } = pull;
  voice.progress.set({
    files: wholeApp(record),
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

/** Brings the text of the pull request up to date. Returns its id for GraphQL. Throws Stop. */
export async function updatePullText({ github }: World, voice: Voice, retold: Retold): Promise<string> {
  showWhole(voice, retold);
  const body = pullRequestBody(voice.view);
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.update({ ...github.repo, pull_number: retold.pull.number, body }),
  );
  return data.node_id;
}
