import { type JournalEntry, startGitHub } from '../test/support/github/index.js';
import { runAction } from '../test/support/runner.js';
import { epoch, startEndpoint } from './endpoint.js';
import type { Workload } from './workload.js';

/** What one run of the action took. Times are real milliseconds. */
export type ActionMeasured = {
  readonly succeeded: boolean;
  /** Files that stand in the branch exactly as the model wrote them. */
  readonly whole: number;
  /** Requests to GitHub by kind (`GET /git/ref/…`), edits of the comment not counted: they go with the time. */
  readonly requests: ReadonlyMap<string, number>;
  readonly edits: number;
  /** From the start of the process (and of the runner's own few files) to the first request, and to the first one to the model. */
  readonly startUpMs: number;
  readonly toModelMs: number;
  readonly peakMegabytes: number;
};

const MEGABYTE = 1_048_576;
const TIMEOUT_MS = 900_000;

/** Runs the built action once on a labelled issue: an emulated GitHub, a simulated endpoint, a runner's environment. */
export async function runOnIssue(workload: Workload, scale: number): Promise<ActionMeasured> {
  const [github, endpoint] = await Promise.all([
    startGitHub({ collaborators: { ann: 'write' } }),
    startEndpoint({ workload, scale }),
  ]);
  try {
    const issue = await github.createIssue({ title: 'A browser game', body: workload.prompt });
    const payload = await github.labeledEvent({ issueNumber: issue.number, label: 'smol', sender: 'ann' });
    const startedAt = epoch();
    const run = await runAction({
      event: 'issues',
      payload,
      github: { url: github.url, token: github.token },
      model: { url: endpoint.url, apiKey: 'sk-simulated', name: 'simulated' },
      inputs: { 'max-files': String(Object.keys(workload.files).length) },
      env: { GITHUB_SERVER_URL: github.serverUrl },
      timeoutMs: TIMEOUT_MS,
    });
    if (!run.succeeded || run.outputs.status !== 'created') console.error(run.log.slice(-1_500));
    const requests = github.requests();
    const toModelMs = Math.min(...endpoint.served.map(({ arrivedAt }) => arrivedAt)) - startedAt;
    const tree: Record<string, string> =
      run.outputs.status === 'created' ? await github.tree(`smol/issue-${issue.number}`) : {};
    return {
      succeeded: run.succeeded && run.outputs.status === 'created',
      whole: Object.entries(workload.files).filter(([path, content]) => tree[path] === content).length,
      requests: byKind(requests.filter((request) => !isEdit(request))),
      edits: requests.filter(isEdit).length,
      startUpMs: Math.min(toModelMs, (requests[0]?.at ?? Number.POSITIVE_INFINITY) - startedAt),
      toModelMs,
      peakMegabytes: (run.peakRssBytes ?? Number.NaN) / MEGABYTE,
    };
  } finally {
    await Promise.all([github.close(), endpoint.close()]);
  }
}

function isEdit({ method, path }: JournalEntry): boolean {
  return method === 'PATCH' && path.includes('/issues/comments/');
}

function byKind(requests: readonly JournalEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { method, path } of requests) {
    const kind = `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+/, '').replace(/\/(?:\d+|[0-9a-f]{40})(?=\/|$)/g, '/…')}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
