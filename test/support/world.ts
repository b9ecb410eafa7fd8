import { createGitHub } from '../../src/github/client.js';
import { createSecrets } from '../../src/github/secrets.js';
import type { World } from '../../src/github/world.js';
import type { Model } from '../../src/model/port.js';
import type { GitHub } from './github/index.js';

/** What a run touches, in this process: no child, no environment, no waiting that `sleep` does not do. */
export function worldOf(
  { token, repository, url: apiUrl, serverUrl }: GitHub,
  run: {
    readonly model: Model;
    readonly apiKey: string;
    readonly runId?: number;
    /** Lines and warnings. */
    readonly log: (text: string) => void;
    /** Default: no waiting at all. */
    readonly sleep?: (ms: number) => Promise<void>;
  },
): World {
  const { model, apiKey, runId = 7, log, sleep = async () => {} } = run;
  const secrets = createSecrets([token, apiKey]);
  const { redact } = secrets;
  return {
    github: createGitHub({ token, repository, apiUrl, sleep, now: Date.now, redact }),
    createModel: () => model,
    secrets,
    log: { chapter: () => {}, line: log, warning: log },
    now: Date.now,
    sleep,
    cancelled: new AbortController().signal,
    repository,
    serverUrl,
    runId,
    runAttempt: 1,
    runUrl: `${serverUrl}/${repository}/actions/runs/${runId}`,
    hasInstallationToken: true,
  };
}
