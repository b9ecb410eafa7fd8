import { howToRun } from '../report/how-to-run.js';
import { readManifests } from '../report/manifests.js';
import * as problems from '../report/problems.js';
import { pullRequestBody, pullRequestTitle } from '../report/pull-request.js';
import type { Problem } from '../report/view.js';
import type { DevelopResult } from '../smol/events.js';
import { countErrors } from '../smol/mend.js';
import { openPullRequest, setAttributes } from './api/pull.js';
import { Stop } from './api/stop.js';
import { repositoryUrl } from './api/world.js';
import type { Job } from './job.js';
import { errorsLeft } from './saved/checks-record.js';
import { isWhole } from './saved/whole-app.js';
import type { Outcome } from './told/outcome.js';

/** Opens the pull request, or brings the open one up to date, and says so. */
export async function propose(
  job: Job,
  branch: string,
  commitSha: string,
  result: DevelopResult,
): Promise<Outcome> {
  const { world, voice, settings, ask, repository, place } = job;
  const missing = incompleteness(job, result);
  world.log.chapter('Opening the pull request');
  voice.progress.set({
    branch,
    commitSha,
    howToRun: howToRun(result.files),
    manifests: readManifests(result.files),
    problem: missing,
    // The pull request's text is that of the end, which comes right after.
    phase: missing === null ? 'done' : 'partial',
    finishedAt: world.now(),
  });
  const draft = settings.draft === 'auto' ? missing !== null : settings.draft;
  const body = (present: string | null) => pullRequestBody(voice.view, present);
  const text = { title: pullRequestTitle(voice.view), body, draft };
  const isUnchanged = commitSha === place.own?.head.sha;
  const target = {
    branch,
    base: repository.base.name,
    isOld: place.own !== null,
    keepsDraft: wasWhole(job),
  };
  const pull = await openPullRequest(world.github, target, text, world.sleep);
  if (pull.kind === 'forbidden') return voice.end('partial', forbidden(job, branch, text.title, pull.by));
  const isNew = pull.operation === 'created';
  voice.progress.set({
    pullRequest: { ...pull, operation: isUnchanged && !isNew ? 'none' : pull.operation },
  });
  if (!target.keepsDraft && pull.draft !== draft) {
    voice.progress.addNotes([
      `The pull request could not be made ${draft ? 'a draft' : 'ready for review'}.`,
    ]);
  }
  if (isNew || !isUnchanged) {
    voice.progress.addNotes(await setAttributes(world.github, { number: pull.number, isNew }, settings));
  }
  const status = missing === null ? pull.operation : 'partial';
  return voice.end(status, missing, ask.issueNumber === null ? pull.number : null);
}

/** Whether an earlier run had all that was planned then, so that a draft is a person's decision. */
function wasWhole({ committed }: Job): boolean {
  if (committed === null || errorsLeft(committed) > 0) return false;
  return isWhole(committed, (path) => committed.files[path] !== undefined);
}

/** Why a result is not whole, or does not hold together; null when it does. */
function incompleteness(job: Job, result: DevelopResult): Problem | null {
  return missingFiles(job, result) ?? problems.errorsLeft(countErrors(result.checks.left));
}

/** A file that a person wrote is not missing. */
function missingFiles({ place }: Job, { failed, plan }: DevelopResult): Problem | null {
  const own = plan.files.filter((file) => file.setAside === null && !place.own?.theirs.has(file.path));
  const missing = failed.filter(({ path }) => own.some((file) => file.path === path));
  const [first] = missing;
  if (first === undefined) return null;
  if (first.error instanceof Stop) return first.error.problem;
  const reasons = missing.map(({ path, error }) => ({ path, reason: error.message }));
  return problems.filesFailed({ failed: reasons, total: own.length });
}

/** The branch is there, the pull request is not: a link that opens it with one click. */
function forbidden(job: Job, branch: string, title: string, by: 'setting' | 'permission'): Problem {
  const { world, voice, repository, ask } = job;
  const closes = ask.issueNumber === null ? [] : [`Closes #${ask.issueNumber}`];
  const body = [...closes, `The plan: ${voice.commentUrl ?? world.runUrl}`].join('\n\n');
  const query = new URLSearchParams({ expand: '1', title, body });
  const range = [repository.base.name, branch].map(encodeBranch).join('...');
  const compareUrl = `${repositoryUrl(world)}/compare/${range}?${query}`;
  if (by === 'permission') return problems.pullRequestsDenied({ compareUrl });
  return problems.pullRequestsForbidden({
    compareUrl,
    settingsUrl: `${repositoryUrl(world)}/settings/actions`,
  });
}

function encodeBranch(branch: string): string {
  return branch.split('/').map(encodeURIComponent).join('/');
}
