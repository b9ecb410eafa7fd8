import type { Problem } from '../view.js';
import { PERMISSIONS } from './github.js';
import { relabel, rerun, shown } from './words.js';

function openIt(compareUrl: string): NonNullable<Problem['link']> {
  return { text: 'Open the pull request', url: compareUrl };
}

/** The default of new repositories. The branch is there; only the pull request is not. */
export function pullRequestsForbidden(urls: { compareUrl: string; settingsUrl: string }): Problem {
  const page = `[Settings → Actions → General → Workflow permissions](${urls.settingsUrl})`;
  const box = '**Allow GitHub Actions to create and approve pull requests**';
  return rerun(
    'The branch is ready, but this repository does not let GitHub Actions open pull requests.',
    `To have smol open it next time: ${page} → ${box}; a re-run then opens it without asking the model.`,
    { link: openIt(urls.compareUrl) },
  );
}

/** The workflow leaves the permission out. The branch is there; only the pull request is not. */
export function pullRequestsDenied(urls: { compareUrl: string }): Problem {
  return relabel(
    'The branch is ready, but the token may not open pull requests (`pull-requests: write`).',
    'To have smol open it next time, add these lines to the job in your workflow.',
    { snippet: PERMISSIONS, link: openIt(urls.compareUrl) },
  );
}

/** The repository has no commit to build on. */
export function emptyRepository(at: { url: string } | null = null): Problem {
  return relabel(
    'This repository is empty, so there is no branch to build on.',
    'Add a first file, a README for example.',
    { link: at === null ? null : { text: 'Open the repository', url: at.url } },
  );
}

export function archivedRepository(): Problem {
  return relabel(
    'This repository is archived, so nothing can be written to it.',
    'Unarchive it under Settings → General → Danger Zone.',
  );
}

export function issuesDisabled(): Problem {
  return relabel(
    'Issues are switched off in this repository.',
    'Switch them on under Settings → General → Features, or start the workflow by hand with a `prompt`.',
  );
}

export function baseMissing(name: string): Problem {
  return relabel(
    `There is no branch ${shown(name)} in this repository.`,
    'Correct the input `base`, or leave it out to build on the default branch.',
  );
}

/** Every file of the plan is one that a person has to add. */
export function nothingToCommit(): Problem {
  return relabel(
    'Every file of the plan is a protected one, such as a workflow, so there is nothing to commit.',
    'Ask for an app, or add these files yourself.',
  );
}

/** @param taken the branch, on which a person has committed. */
export function treeTooLarge(taken: { branch: string }): Problem {
  return relabel(
    `This repository is too large to tell on ${shown(taken.branch)} which files a person changed.`,
    'Merge or close its pull request first.',
  );
}
