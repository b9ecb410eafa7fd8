import type { Model } from '../../model/port.js';
import type { Settings } from '../asked/settings.js';
import type { Log } from '../told/log.js';
import type { GitHub } from './client.js';
import type { Secrets } from './secrets.js';

/** All that a run touches: the entry makes it, tests may make another. */
export type World = {
  readonly github: GitHub;
  readonly createModel: (settings: Settings) => Model;
  readonly secrets: Secrets;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Waits so many milliseconds; rejects when the run is cancelled meanwhile. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Aborted when the runner cancels the run. */
  readonly cancelled: AbortSignal;
  /** `owner/name`. */
  readonly repository: string;
  /** Without a slash at its end. */
  readonly serverUrl: string;
  readonly runId: number;
  /** 1 for the first; more when somebody ran it again. */
  readonly runAttempt: number;
  readonly runUrl: string;
  /** Whether the token is one of a job or an app (`ghs_…`), no person's. */
  readonly hasInstallationToken: boolean;
};

/** Address of the repository's page, without a slash at its end. */
export function repositoryUrl({ serverUrl, repository }: World): string {
  return `${serverUrl}/${repository}`;
}
