import * as z from 'zod';
import { readOwnPart } from '../../report/own-part.js';
import * as refusals from '../../report/refusals.js';
import type { Problem } from '../../report/view.js';
import type { GitHub } from '../api/client.js';
import { asking, stopOf } from '../api/stop.js';
import type { World } from '../api/world.js';
import { branchName } from '../branch/branch-name.js';
import { findPlace } from '../branch/place.js';
import type { Repository } from '../repository/repository.js';
import type { Settings } from './settings.js';

/** A pull request that this action opened. */
export type OwnPull = {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly isDraft: boolean;
  readonly branch: string;
  readonly base: string;
  /** The issue that it closes; null for one that a prompt asked for. */
  readonly issueNumber: number | null;
  /** GitHub's id of our account. */
  readonly accountId: number;
};

const Viewer = z.object({ viewer: z.object({ databaseId: z.number() }) });

/** GitHub's id of the account that we write as; this question a job's token may ask as well. Throws Stop. */
export async function readAccountId(github: GitHub): Promise<number> {
  try {
    return Viewer.parse(await github.graphql('{ viewer { databaseId } }')).viewer.databaseId;
  } catch (error) {
    throw stopOf(error, 'pull-requests');
  }
}

/**
 * Reads a pull request and makes sure that it is ours to change: open, of this repository, by our account, with our
 * marker. Nothing is written.
 *
 * @returns why not, where it is none.
 * @throws Stop
 */
export async function readOwnPull(
  github: GitHub,
  number: number,
): Promise<{ readonly pull: OwnPull } | { readonly problem: Problem }> {
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.get({ ...github.repo, pull_number: number }),
  );
  const mark = readOwnPart(data.body ?? '')?.mark ?? null;
  const home = `${github.repo.owner}/${github.repo.repo}`.toLowerCase();
  if (data.head.repo?.full_name.toLowerCase() !== home) return { problem: refusals.pullFromFork({ number }) };
  if (mark === null) return { problem: refusals.pullNotOurs({ number }) };
  if (data.merged) return { problem: refusals.pullMerged({ number }) };
  if (data.state !== 'open') return { problem: refusals.pullClosed({ number }) };
  const accountId = await readAccountId(github);
  if (data.user?.id !== accountId) return { problem: refusals.pullNotOurs({ number }) };
  return {
    pull: {
      number,
      url: data.html_url,
      title: data.title,
      isDraft: data.draft ?? false,
      branch: data.head.ref,
      base: data.base.ref,
      issueNumber: mark.issueNumber,
      accountId,
    },
  };
}

/**
 * The open pull request of ours that an issue has; null when there is none.
 *
 * @throws Stop
 */
export async function findOwnPull(
  { github, runId }: World,
  settings: Settings,
  { base, defaultBranch }: Repository,
  issue: { readonly issueNumber: number; readonly title: string },
): Promise<OwnPull | null> {
  const { branch } = await findPlace(github, {
    name: branchName(settings.branch, { ...issue, runId }),
    base: base.name,
    defaultBranch,
    issueNumber: issue.issueNumber,
    isAgain: true,
    folder: settings.outputDir,
  });
  const { data } = await asking('pull-requests', () =>
    github.rest.pulls.list({ ...github.repo, head: `${github.repo.owner}:${branch}`, state: 'open' }),
  );
  const [found] = data;
  const read = found === undefined ? null : await readOwnPull(github, found.number);
  return read !== null && 'pull' in read ? read.pull : null;
}
