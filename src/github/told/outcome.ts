import type { Usage } from '../../model/port.js';
import { count } from '../../report/format.js';
import type { Problem, RunView } from '../../report/view.js';
import type { OUTPUT_NAMES } from '../asked/settings.js';

export type Status = 'planned' | 'created' | 'updated' | 'partial' | 'skipped' | 'failed';

export type Outputs = Record<(typeof OUTPUT_NAMES)[number], string>;

/** How a run of the action ended, as values: the entry tells the runner. */
export type Outcome = {
  readonly status: Status;
  readonly outputs: Partial<Outputs>;
  /** Markdown for the run's summary; null when there is nothing to tell. */
  readonly summary: string | null;
  /** Not null: the step is red, for this reason. */
  readonly problem: Problem | null;
  /** One line for the run's page. */
  readonly notice: string | null;
};

/** The event is none of ours, or its author may not start a run: green, and no other trace than a notice. */
export function skipped(reason: string): Outcome {
  return { status: 'skipped', outputs: { status: 'skipped' }, summary: null, problem: null, notice: reason };
}

/** The event is refused by name: red, so that whoever wrote the workflow sees it. */
export function refused(problem: Problem): Outcome {
  return { status: 'failed', outputs: { status: 'failed' }, summary: null, problem, notice: null };
}

/** The step outputs of a run. Values are numbers, addresses and checked names, never a model's text. */
export function outputsOf(
  status: Status,
  view: RunView,
  usage: Usage | null,
  commentUrl: string | null,
): Partial<Outputs> {
  const committed = view.files.filter(
    (file) => file.state === 'done' && file.setAside === null && !file.kept,
  );
  return {
    status,
    ...(view.branch === null ? {} : { branch: view.branch }),
    ...(view.commitSha === null ? {} : { 'pull-request-head-sha': view.commitSha }),
    ...(view.pullRequest === null
      ? {}
      : {
          'pull-request-number': String(view.pullRequest.number),
          'pull-request-url': view.pullRequest.url,
          'pull-request-operation': view.pullRequest.operation,
        }),
    ...(commentUrl === null ? {} : { 'comment-url': commentUrl }),
    'files-count': String(view.commitSha === null ? 0 : committed.length),
    'input-tokens': String(usage?.inputTokens ?? 0),
    'cached-tokens': String(usage?.cachedTokens ?? 0),
    'output-tokens': String(usage?.outputTokens ?? 0),
    'cost-usd': usage === null || usage.costUsd === null ? '' : usage.costUsd.toFixed(4),
  };
}

/** How a run ended, in one line for the run's page; null where the error says it. */
export function lastLine(status: Status, { pullRequest, files, problem, quote }: RunView): string | null {
  switch (status) {
    case 'created':
    case 'updated':
      return pullRequest === null ? null : `Pull request #${pullRequest.number}: ${pullRequest.url}`;
    case 'planned':
      return quote === null
        ? `The plan has ${count(files.length, 'file')}. Nothing was written: this was a dry run.`
        : `The plan has ${count(files.length, 'file')}. It waits for a comment with \`/smol build\`.`;
    case 'skipped':
      return problem?.what ?? null;
    case 'partial':
    case 'failed':
      return null;
  }
}
